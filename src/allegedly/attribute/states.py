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
    """The encoder's states of one article, window by window in order, as half floats: 768 bytes a piece.

    A row of `hidden` is a piece of the window; the marks that open and close it are left out. Where windows overlap, a
    piece is read from the one in which it lies most central.
    """

    pieces: Pieces
    windows: list[Range] = field(default_factory=list)
    hidden: list[Halves] = field(default_factory=list)

    def keep(self, window: Range, hidden: Floats) -> None:
        """Adds the next window; `hidden` holds its opening and closing marks."""
        self.windows.append(window)
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

    def vectors(self, spans: Sequence[Span]) -> Floats:
        """The mean state of each span's pieces [spans, width], each from its own window; zeros for an article of no pieces."""
        ranges = [self.range_of(span) for span in spans]
        width = self.hidden[0].shape[1] if self.hidden else 0
        out = np.zeros((len(spans), width), dtype=np.float32)
        if not self.hidden:
            return out
        for row, ((first, stop), number) in enumerate(zip(ranges, self.owner([r[0] for r in ranges]).tolist(), strict=True)):
            low = self.windows[number][0]
            out[row] = self.hidden[number][first - low : stop - low].astype(np.float32).mean(0)
        return out
