"""The waist of the house: what every tagger takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from allegedly.model import Article, Attribution, Scores, Segments


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


@runtime_checkable
class ReadingTagger(Tagger, Protocol):
    """A tagger that also tells what it believes of the article's words, from the same reading."""

    def tagged(self, article: Article, segments: Segments) -> tuple[Sequence[Attribution], Scores]:
        """The attributions of `article`, the same as a call gives, and the scores of its words."""
        ...


def tagged(tagger: Tagger, article: Article, segments: Segments) -> tuple[Sequence[Attribution], Scores | None]:
    """The attributions of `article`, and the scores of its words where the tagger gives any."""
    return tagger.tagged(article, segments) if isinstance(tagger, ReadingTagger) else (tagger(article, segments), None)
