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
_MOST_SAMPLES = 64
_BEFORE, _MARGIN, _TRIED = 30_000, 1_000, 5
_HIDING = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"), ("<noscript", "</noscript"), ("<svg", "</svg"))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which segments, by number and ascending, hold the chosen words; `share`: of the chosen characters, how many were found."""

    segments: tuple[int, ...]
    share: float


def align(chosen: Iterable[Sequence[str]], segments: Sequence[Segment]) -> Alignment:
    """The segments of the page that hold the `chosen` texts, each given in its pieces, which come in the page's order, or nearly.

    Long texts are looked for first, each after the one before, and where an extractor dropped words from the middle, by their
    pieces; short ones, which may occur in many places, between the long ones around them and only where they fill whole segments.
    A segment counts where at least half of it was chosen.
    """
    search = _Search(segments)
    wanted: list[str] = []
    places: list[Place | None] = []
    cursor = 0
    for pieces in chosen:
        for words, place in search.parts([squeeze(piece) for piece in pieces], cursor):
            wanted.append(words)
            places.append(place)
            cursor = place[1] if place else cursor
    before, afters = 0, _next_starts(places, len(search.words))
    for number, words in enumerate(wanted):
        place = places[number]
        if place is None:
            places[number] = place = search.whole(words, before, max(before, afters[number]))
        before = place[1] if place else before
    found = [place for place in places if place]
    total = sum(map(len, wanted))
    share = sum(len(words) for words, place in zip(wanted, places, strict=True) if place) / total if total else 0.0
    return Alignment(search.covered(found), share)


def _next_starts(places: Sequence[Place | None], end: int) -> list[int]:
    """For each place, where the next one that is known begins."""
    found: list[int] = []
    for place in reversed(places):
        found.append(end)
        end = place[0] if place else end
    return found[::-1]


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
    start = heading if heading >= 0 else page.find("<p", max(0, first - _MARGIN), first)
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

    def parts(self, pieces: list[str], cursor: int) -> Iterator[tuple[str, Place | None]]:
        """The whole of a text with its place where it is long and found; else its pieces, the long ones with theirs."""
        whole = "".join(pieces)
        place = self.long(whole, cursor) if len(whole) >= _LONG else None
        if place or len(pieces) == 1 or len(whole) < _LONG:
            if whole:
                yield whole, place
            return
        for words in filter(None, pieces):
            place = self.long(words, cursor) if len(words) >= _LONG else None
            cursor = place[1] if place else cursor
            yield words, place

    def long(self, words: str, cursor: int) -> Place | None:
        """Where `words` stand from `cursor` on, else anywhere; else from `cursor` on with something in between."""
        for start in (cursor, 0):
            at = self.words.find(words, start)
            if at >= 0:
                return at, at + len(words)
        return self._scattered(words, cursor)

    def _scattered(self, words: str, cursor: int) -> Place | None:
        """From the first to the last of some samples of `words` that stand in order and close together; at least half has to."""
        step = max(_ANCHOR, len(words) // _MOST_SAMPLES)
        first: int | None = None
        last = 0
        for offset in [*range(0, len(words) - _ANCHOR, step), len(words) - _ANCHOR]:
            near = (cursor, len(self.words)) if first is None else (last, first + 2 * len(words) + 200)
            at = self.words.find(words[offset : offset + _ANCHOR], *near)
            if at >= 0:
                first = at if first is None else first
                last = at + _ANCHOR
        return (first, last) if first is not None and last - first >= _ENOUGH * len(words) else None

    def whole(self, words: str, start: int, end: int) -> Place | None:
        """Where `words` fill whole segments between `start` and `end`."""
        at = self.words.find(words, start, end)
        while at >= 0:
            if at in self.bounds and at + len(words) in self.bounds:
                return at, at + len(words)
            at = self.words.find(words, at + 1, end)
        return None

    def covered(self, places: Sequence[Place]) -> tuple[int, ...]:
        """The segments that lie at least half in `places`."""
        counts: dict[int, int] = {}
        for start, end in places:
            number = bisect_right(self.starts, start) - 1
            while number + 1 < len(self.starts) and self.starts[number] < end:
                overlap = min(end, self.starts[number + 1]) - max(start, self.starts[number])
                counts[number] = counts.get(number, 0) + overlap
                number += 1
        return tuple(sorted(n for n, count in counts.items() if count >= _ENOUGH * (self.starts[n + 1] - self.starts[n])))
