"""Who says what: taggers, and the protocol that they share."""

from allegedly.attribute.tagger import Tagger

__all__ = ["Tagger"]
