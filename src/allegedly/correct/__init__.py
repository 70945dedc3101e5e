"""People's corrections, laid on what a tagger found: exactly where they were made, or not at all."""

from allegedly.correct.anchoring import anchor_of, anchored
from allegedly.correct.replay import Replayed, replay

__all__ = ["Replayed", "anchor_of", "anchored", "replay"]
