"""What the factuality head reads and gives: each piece of a window, judged as a word that may name what happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from allegedly.attribute.decoding import Floats
from allegedly.attribute.states import States
from allegedly.model import Predicate, Span

OUTPUTS = ("factuality", "happened", "event", "reported", "governed")
"""What the head gives for a piece: two values from -3 to 3, and log-odds: that it is an event, that a saying governs it, that
any other verb which takes a clause does."""
_VALUES = 2
_LEAST = 0.1
"""Words that are less likely to be an event, or governed, are no predicates."""


class Predicates:
    """The predicates of one article; a window goes through the head when a word of it is first asked for."""

    def __init__(self, states: States, judge: Callable[[Floats, Floats], Floats]) -> None:
        """`judge` gives the outputs [pieces, 5] of a window from its middle and last states."""
        self._states, self._judge = states, judge
        self._judged: dict[int, Floats] = {}

    def within(self, span: Span) -> tuple[Predicate, ...]:
        """The predicates that begin in `span`, in the order of the text."""
        pieces = self._states.pieces
        first, stop = np.searchsorted(pieces.start, (span.start, span.end)).tolist()
        found = self._at((first + np.flatnonzero(pieces.first[first:stop])).tolist())
        return tuple(each for each in found if max(each.event, each.reported, each.governed) >= _LEAST)

    def words(self, spans: Sequence[Span]) -> tuple[Predicate, ...]:
        """The word in which each span begins, taken for a predicate whether it is likely to be one or not."""
        return tuple(self._at([self._states.range_of(span)[0] for span in spans])) if len(self._states.pieces) else ()

    def _at(self, places: list[int]) -> list[Predicate]:
        if not places:
            return []
        owned = zip(places, self._states.owner(places).tolist(), strict=True)
        rows = np.stack([self._window(number)[at - self._states.windows[number][0]] for at, number in owned])
        with np.errstate(over="ignore"):
            chances = (1 / (1 + np.exp(-rows[:, _VALUES:]))).tolist()
        values = np.clip(rows[:, :_VALUES], -3, 3).tolist()
        return [Predicate(self._word(at), *value, *chance) for at, value, chance in zip(places, values, chances, strict=True)]

    def _window(self, number: int) -> Floats:
        if number not in self._judged:
            middle, hidden = self._states.middle[number], self._states.hidden[number]
            self._judged[number] = self._judge(middle.astype(np.float32), hidden.astype(np.float32))
        return self._judged[number]

    def _word(self, at: int) -> Span:
        """The word that opens with this piece."""
        pieces = self._states.pieces
        last = at + 1
        while last < len(pieces) and not pieces.first[last]:
            last += 1
        return Span(int(pieces.start[at]), int(pieces.end[last - 1]))
