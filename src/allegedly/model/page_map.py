"""The way back from an article's text to the page that it was read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from allegedly.model.span import Span

Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PageMap:
    """Where every character of a text stands on its page, in code points of the page as decoded.

    `runs`: `(text_start, page_start, page_end)`, ascending in all three; a run covers the text up to the next one's `text_start`,
    the last up to `length`. Where a run has as many characters in the text as on the page, they stand one for one;
    elsewhere each stands for the whole piece of the page, as `&` does for `&amp;`, or the break between two paragraphs.

    >>> found = PageMap(((0, 3, 7), (4, 7, 12), (5, 12, 16)), 9)
    >>> found.span(Span(2, 5))
    Span(start=5, end=12)
    """

    runs: tuple[Run, ...]
    length: int

    def span(self, span: Span) -> Span:
        """The piece of the page that shows the characters of `span`, markup between them included. Takes logarithmic time."""
        if span.end > self.length:
            raise ValueError(f"the text has {self.length} characters, found {span}")
        return Span(self._at(span.start)[0], self._at(span.end - 1)[1])

    def _at(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self.runs, (offset, self.length << 32, 0)) - 1
        text_start, page_start, page_end = self.runs[number]
        text_end = self.runs[number + 1][0] if number + 1 < len(self.runs) else self.length
        if page_end - page_start != text_end - text_start:
            return page_start, page_end
        start = page_start + offset - text_start
        return start, start + 1

    def as_text(self) -> str:
        """The map in one line, small enough to be kept with its article; `PageMap.of_text` reads it.

        >>> PageMap(((0, 3, 7), (4, 7, 12), (5, 12, 16)), 9).as_text()
        '9 0 3 4 4 0 5 1 0 4'
        """
        numbers = [self.length]
        text = page = 0
        for text_start, page_start, page_end in self.runs:
            numbers += (text_start - text, page_start - page, page_end - page_start)
            text, page = text_start, page_end
        return " ".join(map(str, numbers))

    @classmethod
    def of_text(cls, line: str) -> PageMap:
        """The map that `as_text` wrote. Raises `ValueError` where `line` is none."""
        length, *numbers = map(int, line.split())
        if len(numbers) % 3:
            raise ValueError("a page map has three numbers for each run")
        runs: list[Run] = []
        text = page = 0
        for at in range(0, len(numbers), 3):
            text += numbers[at]
            start = page + numbers[at + 1]
            page = start + numbers[at + 2]
            runs.append((text, start, page))
        return cls(tuple(runs), length)
