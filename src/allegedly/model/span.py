"""A run of characters of an article's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run `[start, end)` of Unicode code points of `Article.text`; never empty.

    Code points are what the W3C Web Annotation model counts in its `TextPositionSelector`.

    >>> Span(4, 9).of("The mayor said no.")
    'mayor'
    >>> Span(3, 3)
    Traceback (most recent call last):
    ...
    ValueError: a span is a non-empty run of characters, found [3, 3)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span is a non-empty run of characters, found [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The slice of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]

GAP = " … "


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The slices of `text` under `spans`; where there are several, `GAP` shows that words lie between them.

    >>> words_of("We won, he said, at last.", (Span(0, 6), Span(17, 24)))
    'We won … at last'
    """
    return GAP.join(span.of(text) for span in spans)


def extent(*groups: Spans) -> Span | None:
    """The smallest span that covers every span of `groups`; `None` where they hold none."""
    spans = [span for group in groups for span in group]
    if not spans:
        return None
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def merged(spans: Iterable[Span]) -> Spans:
    """The same characters in ascending order, spans that touch or overlap joined into one.

    >>> merged([Span(5, 9), Span(0, 2), Span(2, 4)])
    (Span(start=0, end=4), Span(start=5, end=9))
    """
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
