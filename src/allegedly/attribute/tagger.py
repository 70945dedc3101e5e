"""The waist of the house: what every tagger takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from allegedly.model import Article, Attribution, Segments


class Tagger(Protocol):
    """Finds the attributions of an article: rules, a neural model, or a model nobody has thought of.

    `name` and `digest` go into the recipe: the digest changes whenever the same text could give other attributions.
    Attributions come in the order of their first character; the same arguments give the same attributions.
    """

    @property
    def name(self) -> str:
        """What the recipe calls this tagger."""
        ...

    @property
    def digest(self) -> str:
        """A hex digest of all that the answers depend on."""
        ...

    def __call__(self, article: Article, segments: Segments) -> Sequence[Attribution]:
        """The attributions of `article`."""
        ...
