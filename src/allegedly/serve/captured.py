"""A captured page taken apart into plain lines: its words alone, none of its markup, with the words of statements marked.

Whatever the page holds, what is made of it is a list of lines of words, so that nothing of it can run, load or lead anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from allegedly.export.page_text import runs
from allegedly.model import Article, Capture, Span, Statement
from allegedly.model.page_map import PageMap
from allegedly.read.html_page import page_text
from allegedly.read.markup import TAG, Segment, take_apart
from allegedly.read.page_head import attributes_of

_TOKEN = re.compile(
    rf"(?P<tag>{TAG})|(?P<reference>&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{{0,40}});?)|(?P<words>[^<&]+|[<&])"
)
_IMAGE = re.compile(r"<img\s(.*)>", re.IGNORECASE | re.DOTALL)
_LOOKS = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quotation",
}
_AROUND, _MOST_SOURCE = 500, 12_000
_LONGEST_PAGE = 4_000_000
_FOLDED = 3
_SHOWN_LEFT = 300

Piece = tuple[str, str]
"""Words, and the classes that mark them; none where they are no statement's."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `[start, end)` of the page that belong to statements, and how they look."""

    start: int
    end: int
    look: str


@dataclass(frozen=True, slots=True)
class Line:
    """A run of the page's words without a block's border in it. `chosen`: some of it is the article's text."""

    look: str
    pieces: tuple[Piece, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that are the article's text, or lines that are not; `more`: those that are not shown. `fold`: many of the latter."""

    lines: tuple[Line, ...]
    chosen: bool
    fold: bool
    more: int


def decoded(data: bytes, capture: Capture) -> str:
    """The page as characters, in which the page map counts, by the encoding that was found when it was read."""
    return page_text(data, (capture.encoding or "").partition(" ")[0] or None).text


def fits(page: str, article: Article, page_map: PageMap) -> bool:
    """Whether the map leads from the article's text to the same letters on this page."""
    ends = [start for start, _, _ in page_map.runs[1:]] + [page_map.length]
    if page_map.length != len(article.text) or any(end > len(page) for _, _, end in page_map.runs):
        return False
    for (start, page_start, page_end), end in zip(page_map.runs, ends, strict=True):
        if end - start == page_end - page_start:
            pairs = zip(article.text[start:end], page[page_start:page_end], strict=True)
            if any(one != other and not one.isspace() for one, other in pairs):
                return False
    return True


def marks_of(article: Article, page_map: PageMap, shown: Mapping[int, Statement]) -> tuple[Mark, ...]:
    """Where the words of the statements stand on the page, ascending."""
    if not shown:
        return ()
    extents = [statement.attribution.extent for statement in shown.values()]
    start, end = min(each.start for each in extents), max(each.end for each in extents)
    found = []
    for run in runs(start, end, shown):
        if run.roles:
            place = page_map.span(run.span)
            found.append(Mark(place.start, place.end, " ".join((*sorted(run.roles), *("deep",) * (run.depth > 1)))))
    return tuple(sorted(found, key=lambda mark: mark.start))


def parts_of(page: str, page_map: PageMap, marks: Sequence[Mark]) -> tuple[Part, ...]:
    """The page's lines in order, those of the article's text and the others in turn; none where the text stands in no line."""
    if len(page) > _LONGEST_PAGE:
        return ()
    letters = _letters(page_map)
    found = []
    lines = (_line(page, segment, _is_chosen(segment, letters), marks) for segment in take_apart(page))
    for chosen, group in groupby(lines, key=lambda line: line.chosen):
        those = tuple(group)
        shown = those if chosen else those[:_SHOWN_LEFT]
        found.append(Part(shown, chosen, not chosen and len(those) > _FOLDED, len(those) - len(shown)))
    return tuple(found) if any(part.chosen for part in found) else ()


def source_around(page: str, place: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The page's source at the place and a little around it, as it stands, the marked words in it."""
    start, end = max(0, place.start - _AROUND), min(len(page), place.end + _AROUND, place.start + _MOST_SOURCE)
    return tuple(_cut(page[start:end], start, marks))


def _letters(page_map: PageMap) -> tuple[tuple[int, int], ...]:
    """Where on the page letters of the text stand as they are, ascending; the breaks between blocks are no letters."""
    ends = [start for start, _, _ in page_map.runs[1:]] + [page_map.length]
    return tuple(
        (page_start, page_end)
        for (start, page_start, page_end), end in zip(page_map.runs, ends, strict=True)
        if page_end - page_start == end - start
    )


def _is_chosen(segment: Segment, letters: Sequence[tuple[int, int]]) -> bool:
    for start, end, is_break in segment.pieces:
        number = bisect_right(letters, (end, 0)) - 1
        if not is_break and number >= 0 and letters[number][1] > start:
            return True
    return False


def _line(page: str, segment: Segment, chosen: bool, marks: Sequence[Mark]) -> Line:
    look = next((_LOOKS[each.tag] for each in segment.element.lineage(4) if each.tag in _LOOKS), "plain")
    pieces: list[Piece] = []
    for start, end, is_break in segment.pieces:
        pieces.extend([("\n", "")] if is_break else _words(page, start, end, marks))
    return Line(look, tuple(pieces), chosen)


def _words(page: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    for token in _TOKEN.finditer(page, start, end):
        if token.lastgroup == "tag":
            image = _IMAGE.fullmatch(token.group())
            words = attributes_of(image[1]).get("alt", "").strip() if image else ""
            if words:
                yield f"[picture: {words}]", "soft"
        elif token.lastgroup == "reference":
            yield unescape(token.group()), next((look for _, look in _cut(token.group(), token.start(), marks)), "")
        else:
            yield from _cut(token.group(), token.start(), marks)


def _cut(words: str, start: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The words, which stand at `start`, cut where a mark begins or ends."""
    at, end = start, start + len(words)
    number = max(0, bisect_right(marks, start, key=lambda mark: mark.start) - 1)
    for mark in marks[number:]:
        if mark.start >= end:
            break
        if mark.end <= at:
            continue
        if mark.start > at:
            yield words[at - start : mark.start - start], ""
        stop = min(mark.end, end)
        yield words[max(at, mark.start) - start : stop - start], mark.look
        at = stop
    if at < end:
        yield words[at - start :], ""
