"""What whoever read an article believes of its words, beside the attributions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from allegedly.model.span import Span


class Scores(Protocol):
    """Beliefs about the words of one article, asked for as the stages after the tagger need them.

    A neural tagger gives them from the states that it has made for its attributions anyway; cue rules give none. The same
    article gives the same scores. Spans are those of the article's text, and may lie anywhere in it.
    """

    def antecedents(self, pairs: Sequence[tuple[Span, Span]]) -> Sequence[float]:
        """For each pair of a pronoun and the words of somebody: how much speaks for the pronoun meaning them.

        Log-odds without bounds, to be compared among the pairs of one pronoun; in the order of `pairs`.
        """
        ...
