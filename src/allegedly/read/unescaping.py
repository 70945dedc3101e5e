"""Texts that stand escaped in another document, HTML in a feed or in JSON, with the map back through the escapes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from allegedly.model.page_map import PageMap, Run

_XML = re.compile(r"<!\[CDATA\[|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{0,40});")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_JSON = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_JSON_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class Unescaped:
    """A `text` as it reads without its escapes, and the map from it to the page it stands on."""

    text: str
    page_map: PageMap


def as_it_stands(page: str, start: int, end: int) -> Unescaped:
    """A piece of `page` without escapes."""
    return Unescaped(page[start:end], PageMap(((0, start, end),) if end > start else (), end - start))


def of_xml(page: str, start: int, end: int) -> Unescaped:
    """What the character data of an element means: sections of CDATA as they are, references resolved.

    >>> found = of_xml("<a>x &lt;p&gt;<![CDATA[& y]]></a>", 3, 29)
    >>> found.text, found.page_map.runs
    ('x <p>& y', ((0, 3, 5), (2, 5, 9), (3, 9, 10), (4, 10, 14), (5, 23, 26)))
    """
    return _built(page, _xml_pieces(page, start, end))


def of_json(page: str, start: int, end: int) -> Unescaped:
    """What the characters between the quotation marks of a JSON string mean.

    >>> found = of_json(r'"a\\u00e9\\n"', 1, 10)
    >>> found.text, found.page_map.runs
    ('aé\\n', ((0, 1, 2), (1, 2, 8), (2, 8, 10)))
    """
    return _built(page, _json_pieces(page, start, end))


def through(inner: PageMap, outer: PageMap) -> PageMap:
    """The map to the page of `outer`, for a text whose map `inner` leads to the text of `outer`.

    >>> through(PageMap(((0, 2, 4),), 2), PageMap(((0, 10, 13), (3, 13, 18)), 4)).runs
    ((0, 12, 13), (1, 13, 18))
    """
    runs: list[Run] = []
    for number, (text_start, start, end) in enumerate(inner.runs):
        text_end = inner.runs[number + 1][0] if number + 1 < len(inner.runs) else inner.length
        if end - start == text_end - text_start:
            for run in _pieces(outer, start, end):
                _append(runs, (run[0] + text_start - start, run[1], run[2]), run[3])
        else:
            pieces = list(_pieces(outer, start, max(end, start + 1)))
            _append(runs, (text_start, pieces[0][1], pieces[-1][2] if end > start else pieces[0][1]), one_for_one=False)
    return PageMap(tuple(runs), inner.length)


def _pieces(outer: PageMap, start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """The parts of the runs of `outer` between two offsets of its text, and whether they stand one for one."""
    number = max(0, bisect_right(outer.runs, (start, outer.length << 32, 0)) - 1)
    for at in range(number, len(outer.runs)):
        text_start, page_start, page_end = outer.runs[at]
        if text_start >= end and at > number:
            return
        text_end = outer.runs[at + 1][0] if at + 1 < len(outer.runs) else outer.length
        first, last = max(start, text_start), min(end, text_end)
        if page_end - page_start == text_end - text_start:
            yield first, page_start + first - text_start, page_start + last - text_start, True
        else:
            yield first, page_start, page_end, False


def _append(runs: list[Run], run: Run, one_for_one: bool) -> None:
    """Adds a run, to the last one where the two are one on the page and in the text."""
    if runs and one_for_one:
        text_start, page_start, page_end = runs[-1]
        if page_end == run[1] and page_end - page_start == run[0] - text_start:
            runs[-1] = (text_start, page_start, run[2])
            return
    runs.append(run)


def _built(page: str, pieces: Iterator[tuple[int, int, str]]) -> Unescaped:
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for start, end, words in pieces:
        if words:
            _append(runs, (length, start, end), one_for_one=end - start == len(words))
            parts.append(words)
            length += len(words)
    return Unescaped("".join(parts), PageMap(tuple(runs), length))


def _xml_pieces(page: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    position = start
    while (match := _XML.search(page, position, end)) is not None:
        yield position, match.start(), page[position : match.start()]
        position = match.end()
        if match.group() != _CDATA:
            yield match.start(), position, unescape(match.group())
            continue
        close = page.find(_CDATA_END, position, end)
        close = end if close < 0 else close
        yield position, close, page[position:close]
        position = min(end, close + len(_CDATA_END))
    yield position, end, page[position:end]


def _json_pieces(page: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    position = start
    for match in _JSON.finditer(page, start, end):
        yield position, match.start(), page[position : match.start()]
        yield match.start(), match.end(), _json_letter(match.group())
        position = match.end()
    yield position, end, page[position:end]


def _json_letter(escape: str) -> str:
    if len(escape) == 2:
        return _JSON_LETTERS.get(escape[1], escape[1])
    units = [int(unit, 16) for unit in escape.split("\\u")[1:]]
    return chr(units[0]) if len(units) == 1 else chr(0x10000 + ((units[0] - 0xD800) << 10) + units[1] - 0xDC00)
