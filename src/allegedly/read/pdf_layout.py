"""Joins the lines of a document's pages to paragraphs: headers and footers go, hyphens at line ends are undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from allegedly.model import Block, BlockKind, Span

_EDGE_LINES = 2
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?(?:#|[ivxlc]+)(?:\s*(?:of|/)\s*#)?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!…:][\"'”’)\]]*$")
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
_BROKEN_WORD = re.compile(r"(\w+)-$")
_FIRST_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"[•‣▪◦·–]\s|[-*]\s|\(?\d{1,2}[.)]\s")
# Of a line's height: a gap that parts paragraphs, an indent that begins one, a letter so much higher that it is a heading's.
_GAP, _INDENT, _HIGHER = 1.35, 0.8, 1.15
# Letters that a font joins are a matter of its drawing; elsewhere no reader changes a letter.
_LIGATURES = str.maketrans(
    {0xFB00 + number: letters for number, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
)
_SHORT = 0.75
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, where it begins in points from the lower left, and how high its letters are."""

    words: str
    x: float
    y: float
    size: float


def arrange_lines(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Block, ...]]:
    """The text of the `pages` and its blocks, an empty line between them.

    Lines are joined by a space. A hyphen at a line's end goes where lower-case letters stand on both sides of it, unless the word
    stands with its hyphen within a line elsewhere; a soft hyphen always goes; ligatures become their letters. Left out are page
    numbers, and the first and last lines of pages that come again, numbers aside, on half of them. A paragraph ends at a wider
    gap, before an indented line, after a short line with a sentence's end, where the height of the letters changes, and not at
    the end of a page in the midst of a sentence.
    """
    kept = list(_without_edges(pages))
    lines = [line for page in kept for line in page]
    if not lines:
        return "", ()
    body = _body_size(lines)
    compounds = {match.group().lower() for line in lines for match in _COMPOUND.finditer(line.words)}
    usual = median(len(line.words) for line in lines)
    paragraphs: list[list[Line]] = []
    for page in kept:
        step = _usual_step(page)
        previous: Line | None = None
        for line in page:
            if previous is None:
                begins = not paragraphs or not _goes_on(paragraphs[-1][-1], line)
            else:
                begins = _begins(paragraphs[-1], previous, line, step, usual)
            if begins:
                paragraphs.append([])
            paragraphs[-1].append(line)
            previous = line
    return _joined(paragraphs, body, compounds)


def _joined(paragraphs: list[list[Line]], body: float, compounds: set[str]) -> tuple[str, tuple[Block, ...]]:
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for lines in paragraphs:
        words = _words(lines, compounds)
        if not words:
            continue
        kind = _kind(words, lines[0].size, body, first=not blocks)
        blocks.append(Block(kind, Span(at, at + len(words))))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(blocks)


def _words(lines: list[Line], compounds: set[str]) -> str:
    text = ""
    for line in lines:
        words = line.words
        if text.endswith("\u00ad"):
            text = text[:-1] + words
            continue
        broken, following = _BROKEN_WORD.search(text), _FIRST_WORD.match(words)
        if broken and following:
            whole = f"{broken[1]}-{following.group()}".lower()
            undone = broken[1][-1].islower() and following.group()[0].islower() and whole not in compounds
            text = (text[:-1] if undone else text) + words
        else:
            text = f"{text} {words}" if text else words
    return text.replace("\u00ad", "").translate(_LIGATURES).strip()


def _kind(words: str, size: float, body: float, *, first: bool) -> BlockKind:
    if size > body * _HIGHER and len(words) <= _LONGEST_HEADING:
        return BlockKind.HEADLINE if first else BlockKind.SUBHEADING
    return BlockKind.LIST_ITEM if _BULLET.match(words) else BlockKind.PARAGRAPH


def _begins(paragraph: list[Line], previous: Line, line: Line, step: float, usual: float) -> bool:
    """Whether `line` begins a paragraph after `previous`, both of one page."""
    gap = previous.y - line.y
    if abs(line.size - previous.size) > 0.1 * max(line.size, previous.size, 1.0):
        return True
    if gap <= 0:  # the next column, or text that is not set from the top down
        return not _goes_on(previous, line)
    if step and gap > _GAP * max(step, line.size):
        return True
    margin = min(other.x for other in paragraph[1:]) if len(paragraph) > 1 else previous.x
    if line.x - margin > _INDENT * line.size and len(paragraph) > 1:
        return True
    if _BULLET.match(line.words):
        return True
    return len(previous.words) < _SHORT * usual and bool(_SENTENCE_END.search(previous.words))


def _goes_on(previous: Line, line: Line) -> bool:
    """Whether a sentence plainly goes on over the end of a page or a column."""
    if abs(line.size - previous.size) > 0.1 * max(line.size, previous.size, 1.0) or _BULLET.match(line.words):
        return False
    return not _SENTENCE_END.search(previous.words)


def _body_size(lines: Sequence[Line]) -> float:
    """The height of most letters."""
    heights: Counter[float] = Counter()
    for line in lines:
        heights[line.size] += len(line.words)
    return max(heights, key=lambda size: heights[size])


def _usual_step(page: Sequence[Line]) -> float:
    """The usual way from one line of a page down to the next; 0 where there is none."""
    steps = [above.y - below.y for above, below in pairwise(page) if 0 < above.y - below.y < 4 * above.size + 8]
    return median(steps) if steps else 0.0


def _without_edges(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages without what comes again at their tops and bottoms."""
    seen: Counter[tuple[str, float]] = Counter()
    for page in pages:
        seen.update({_pattern(page[number]) for number in _edges(page)})
    often = max(2, (len(pages) + 1) // 2)
    for page in pages:
        gone: set[int] = set()
        for order in (_edges(page)[: min(_EDGE_LINES, len(page))], _edges(page)[_EDGE_LINES:]):
            for number in order:  # from the edge inwards, and no further than what comes again
                pattern = _pattern(page[number])
                page_number = len(pages) > 1 and _PAGE_NUMBER.fullmatch(pattern[0]) is not None
                if not page_number and seen[pattern] < often:
                    break
                gone.add(number)
        yield [line for number, line in enumerate(page) if number not in gone]


def _edges(page: Sequence[Line]) -> list[int]:
    """The numbers of the lines at the top and at the bottom, each from the edge inwards."""
    top = list(range(min(_EDGE_LINES, len(page))))
    return top + [len(page) - 1 - number for number in top]


def _pattern(line: Line) -> tuple[str, float]:
    return _NUMBER.sub("#", line.words), line.size
