"""What the network's pass over an article leaves behind: the states of every window, for the heads that read them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from allegedly.attribute.decoding import Floats, Range
from allegedly.attribute.encoding import Ints, Pieces, owners
from allegedly.model import Span

Halves = npt.NDArray[np.float16]


@dataclass(slots=True, eq=False)
class States:
    """The encoder's states of one article, window by window in order, as half floats: 1,536 bytes a piece.

    `middle` are the states between its lower and its upper layers, `hidden` those of its last. A row is a piece of the
    window; the marks that open and close it are left out. Where windows overlap, a piece is read from the one in which it
    lies most central.
    """

    pieces: Pieces
    windows: list[Range] = field(default_factory=list)
    middle: list[Halves] = field(default_factory=list)
    hidden: list[Halves] = field(default_factory=list)

    def keep(self, window: Range, middle: Floats, hidden: Floats) -> None:
        """Adds the next window; the states hold its opening and closing marks."""
        self.windows.append(window)
        self.middle.append(middle[1:-1].astype(np.float16))
        self.hidden.append(hidden[1:-1].astype(np.float16))

    def range_of(self, span: Span) -> Range:
        """The pieces that `span` touches; where it touches none, the one behind it or the last."""
        first = bisect_left(self.pieces.end, span.start + 1)
        stop = bisect_left(self.pieces.start, span.end)
        first = min(first, max(0, len(self.pieces) - 1))
        return first, max(first + 1, min(stop, len(self.pieces)))

    def owner(self, places: Sequence[int]) -> Ints:
        """For each piece the number of the window in which it lies most central."""
        return owners(self.windows, np.array(places, dtype=np.int64))

    def stretch(self, low: int, high: int) -> Floats:
        """The middle states of the pieces `[low, high)`, each from its own window [pieces, width]."""
        numbers = self.owner(range(low, high))
        parts = [
            self.middle[number][max(low, self._opens(number)) - self.windows[number][0] :][: int((numbers == number).sum())]
            for number in dict.fromkeys(numbers.tolist())
        ]
        return np.concatenate(parts).astype(np.float32)

    def _opens(self, number: int) -> int:
        """The first piece that is read from this window."""
        return (self.windows[number][0] + self.windows[number - 1][1] + 1) // 2 if number else 0
