"""What whoever read an article believes of its words, beside the attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from allegedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that may name what happens or holds, and how surely it does as the sentence has it.

    From -3 (surely not) by 0 (open) to 3 (surely), the scale of the field: `factuality`, whether it happens or will, as the
    sentence has it (Lee et al. 2015); `happened`, whether it has by now (Rudinger et al. 2018). Chances from 0 to 1: that it
    is an `event`; that a saying ("said that it *fell*") has it as the head of what is said (`reported`); that any other verb
    which takes a clause ("wants it to *fall*") governs it (`governed`).
    """

    span: Span
    factuality: float
    happened: float
    event: float
    reported: float
    governed: float


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

    def predicates(self, within: Span) -> Sequence[Predicate]:
        """The words that begin in `within` and may name what happens, in the order of the text."""
        ...

    def words(self, spans: Sequence[Span]) -> Sequence[Predicate]:
        """The word in which each span begins, as a predicate, whether it is likely to be one or not."""
        ...
