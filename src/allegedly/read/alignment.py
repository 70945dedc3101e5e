"""Finds on the page what an extractor chose, by the words alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from allegedly.read.markup import Segment, squeeze

Place = tuple[int, int]

_LONG = 40
_ANCHOR = 24
_ENOUGH = 0.5
_MOST_MISSES = 64
_BEFORE, _MARGIN, _TRIED = 30_000, 1_000, 5
_HIDING = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"), ("<svg", "</svg"))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which segments, by number and ascending, hold the chosen words; `share`: of the chosen characters, how many were found."""

    segments: tuple[int, ...]
    share: float


def align(chosen: Iterable[Sequence[str]], segments: Sequence[Segment]) -> Alignment:
    """The segments of the page that hold the `chosen` texts, each given in its pieces, which come in the page's order, or nearly.

    Long texts are looked for first, each after the one before, and run by run where an extractor dropped words from the middle;
    short ones, which may occur in many places, between the long ones around them and only where they fill whole segments.
    A segment counts where at least half of it was chosen.
    """
    search = _Search(segments)
    wanted: list[str] = []
    places: list[tuple[Place, ...]] = []
    cursor = 0
    for pieces in chosen:
        for words, found in search.parts([squeeze(piece) for piece in pieces], cursor):
            wanted.append(words)
            places.append(found)
            cursor = found[-1][1] if found else cursor
    before, afters = 0, _next_starts(places, len(search.words))
    for number, words in enumerate(wanted):
        if not places[number]:
            places[number] = search.whole(words, before, max(before, afters[number]))
        before = places[number][-1][1] if places[number] else before
    total = sum(map(len, wanted))
    matched = sum(end - start for found in places for start, end in found)
    return Alignment(search.covered(place for found in places for place in found), matched / total if total else 0.0)


def _next_starts(places: Sequence[tuple[Place, ...]], end: int) -> list[int]:
    """For each text, where the next one that is found begins."""
    starts: list[int] = []
    for found in reversed(places):
        starts.append(end)
        end = found[0][0] if found else end
    return starts[::-1]


def part_around(page: str, chosen: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """From a tag before the first to some way after the last of the `chosen` texts, where both are plain to see; else `None`.

    Most of a page is not its article, and need not be taken apart. Whoever uses the part checks that all was found in it.
    """
    long = [line for pieces in chosen for piece in pieces if len(line := piece.strip()) >= _LONG]
    if not long:
        return None
    first = next((at for line in long[:_TRIED] if (at := page.find(line[:_ANCHOR])) >= 0), -1)
    last = next((at for line in long[: -_TRIED - 1 : -1] if (at := page.rfind(line[-_ANCHOR:])) >= 0), -1)
    if not 0 <= first <= last:
        return None
    heading = page.rfind("<h1", max(0, first - _BEFORE), first)
    nearer = max(0, first - _MARGIN)
    start = next((at for at in (heading, page.find("<h2", nearer, first), page.find("<p", nearer, first)) if at >= 0), -1)
    if start < 0 or any(page.rfind(opens, 0, start) > page.rfind(closes, 0, start) for opens, closes in _HIDING):
        return None
    end = page.find("<", last + _MARGIN)
    return start, end if end >= 0 else len(page)


class _Search:
    """The squeezed words of all segments in one string, and where each segment begins in it."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.words = "".join([segment.squeezed for segment in segments])
        self.starts = [0, *accumulate(len(segment.squeezed) for segment in segments)]
        self.bounds = frozenset(self.starts)

    def parts(self, pieces: list[str], cursor: int) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """The whole of a text with its places where it is long and found; else its pieces, the long ones with theirs."""
        whole = "".join(pieces)
        found = self.long(whole, cursor) if len(whole) >= _LONG else ()
        if found or len(pieces) == 1 or len(whole) < _LONG:
            if whole:
                yield whole, found
            return
        for words in filter(None, pieces):
            found = self.long(words, cursor) if len(words) >= _LONG else ()
            cursor = found[-1][1] if found else cursor
            yield words, found

    def long(self, words: str, cursor: int) -> tuple[Place, ...]:
        """Where `words` stand from `cursor` on, else anywhere; else from `cursor` on with other words in between."""
        for start in (cursor, 0):
            at = self.words.find(words, start)
            if at >= 0:
                return ((at, at + len(words)),)
        return self._runs(words, cursor)

    def _runs(self, words: str, cursor: int) -> tuple[Place, ...]:
        """The runs of `words` that stand one after the other and close together; none where they are not half of `words`."""
        found: list[Place] = []
        offset = misses = 0
        end = len(self.words)
        while offset + _ANCHOR <= len(words) and misses < _MOST_MISSES:
            at = self.words.find(words[offset : offset + _ANCHOR], cursor, end)
            if at < 0:
                misses += 1
                offset += _ANCHOR // 2
                continue
            length = self._common(words, offset, at)
            found.append((at, at + length))
            offset, cursor = offset + length, at + length
            end = cursor + 2 * (len(words) - offset) + _MARGIN
        return tuple(found) if sum(stop - start for start, stop in found) >= _ENOUGH * len(words) else ()

    def _common(self, words: str, offset: int, at: int) -> int:
        """How many characters of `words` from `offset` on stand on the page from `at` on."""
        length, step = 0, 4096
        while step:
            ours = words[offset + length : offset + length + step]
            if ours and ours == self.words[at + length : at + length + step]:
                length += len(ours)
            else:
                step //= 4
        return length

    def whole(self, words: str, start: int, end: int) -> tuple[Place, ...]:
        """Where `words` fill whole segments between `start` and `end`."""
        at = self.words.find(words, start, end)
        while at >= 0:
            if at in self.bounds and at + len(words) in self.bounds:
                return ((at, at + len(words)),)
            at = self.words.find(words, at + 1, end)
        return ()

    def covered(self, places: Iterable[Place]) -> tuple[int, ...]:
        """The segments that lie at least half in `places`."""
        counts: dict[int, int] = {}
        for start, end in places:
            number = bisect_right(self.starts, start) - 1
            while number + 1 < len(self.starts) and self.starts[number] < end:
                overlap = min(end, self.starts[number + 1]) - max(start, self.starts[number])
                counts[number] = counts.get(number, 0) + overlap
                number += 1
        return tuple(sorted(n for n, count in counts.items() if count >= _ENOUGH * (self.starts[n + 1] - self.starts[n])))
