"""What texts do to each other: drift between versions, denials and disputes, the same claim, stories. Pure."""

from allegedly.link.drift import find_drift
from allegedly.link.links import find_disputes, find_links
from allegedly.link.stories import find_stories

__all__ = ["find_disputes", "find_drift", "find_links", "find_stories"]
