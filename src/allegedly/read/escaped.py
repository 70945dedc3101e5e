"""Finds where an article stands that another document holds escaped: an entry in its feed, an article in a page's script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from allegedly.model import Block
from allegedly.model.page_map import PageMap
from allegedly.read.fragment import map_fragment
from allegedly.read.paragraphs import paragraph_blocks
from allegedly.read.reading import tidy
from allegedly.read.unescaping import Unescaped, as_it_stands, of_json, of_xml, through

_ELEMENT = re.compile(
    r"<((?:[\w.-]{1,40}:)?(?:encoded|content|description|summary|subtitle|body))(?=[\s>])([^>]*)>", re.IGNORECASE
)
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>")
_ARTICLE_BODY = re.compile(r"\"articleBody\"\s*:\s*\"")
_JSON_FEED = re.compile(r"\"content_(?:html|text)\"\s*:\s*\"")
_JSON_END = re.compile(r"(?:[^\"\\]|\\.)*+", re.DOTALL)
_TAG_OR_REFERENCE = re.compile(r"</?[a-zA-Z][^>]*>|&(?:#\w+|\w+);")
_MOST_PLACES, _LOOKED_AHEAD = 20_000, 12


@dataclass(slots=True)
class Places:
    """The pieces of a document that may be articles, in its order, and how far they have been used up."""

    pieces: list[Callable[[], Iterator[Unescaped]]]
    used: int = 0
    kept: dict[int, tuple[Unescaped, ...]] = field(default_factory=dict)

    def map_of(self, content: str, text: str, title: str | None, *, is_html: bool) -> PageMap | None:
        """The map from `text`, which was made of `content`, to the document; `None` where it is not found to be the same.

        The places are gone through in order: what comes first in the document is asked for first, or nearly.
        """
        wanted = "".join(content.split())
        for number in range(self.used, min(len(self.pieces), self.used + _LOOKED_AHEAD)):
            for piece in self._unescaped(number):
                if "".join(piece.text.split()) != wanted and not (is_html and _MARKUP.search(piece.text)):
                    continue
                found, page_map = _mapped(piece, title, is_html=is_html)
                if found == text:
                    self.used = number + 1
                    return page_map
        return None

    def _unescaped(self, number: int) -> tuple[Unescaped, ...]:
        if number not in self.kept:
            self.kept = {at: pieces for at, pieces in self.kept.items() if at >= self.used}
            self.kept[number] = tuple(self.pieces[number]())
        return self.kept[number]


def places_in_feed(page: str) -> Places:
    """The contents and summaries in an RSS or Atom feed; what they mean, and, as they may be XHTML, as they stand."""

    def ways(start: int, end: int) -> Callable[[], Iterator[Unescaped]]:
        return lambda: (way(page, start, end) for way in (of_xml, as_it_stands))

    found: list[Callable[[], Iterator[Unescaped]]] = []
    unclosed: set[str] = set()
    position = 0
    while len(found) < _MOST_PLACES and (match := _ELEMENT.search(page, position)) is not None:
        position = match.end()
        tag = match[1]
        if match[2].endswith("/") or tag in unclosed:
            continue
        end = page.find(f"</{tag}", position)
        if end < 0:
            unclosed.add(tag)
            continue
        found.append(ways(position, end))
        position = end
    return Places(found)


def places_in_json(page: str) -> Places:
    """The contents in a JSON Feed."""
    return Places([_way_of_json(page, start, end) for start, end in _strings(page, _JSON_FEED)])


def article_in_script(page: str, words: str) -> tuple[str, tuple[Block, ...], PageMap] | None:
    """The article body among the JSON of the page that says `words`, white space aside: its text, blocks and map."""
    wanted = "".join(words.split())
    for start, end in _strings(page, _ARTICLE_BODY):
        piece = of_json(page, start, end)
        if _TAG_OR_REFERENCE.search(piece.text):
            inner = of_xml(piece.text, 0, len(piece.text))
            if not _MARKUP.search(piece.text) and _MARKUP.search(inner.text):  # markup that is escaped once more
                piece = Unescaped(inner.text, through(inner.page_map, piece.page_map))
            text, blocks, page_map = map_fragment(piece.text)
            page_map = through(page_map, piece.page_map) if text else page_map
        else:
            text, found = _mapped(piece, None, is_html=False)
            if found is None:
                continue
            blocks, page_map = paragraph_blocks(text), found
        if text and "".join(text.split()) == wanted:
            return text, blocks, page_map
    return None


def _way_of_json(page: str, start: int, end: int) -> Callable[[], Iterator[Unescaped]]:
    return lambda: iter((of_json(page, start, end),))


def _strings(page: str, begins: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the characters of the JSON strings begin and end that stand after `begins`."""
    position = 0
    for _ in range(_MOST_PLACES):
        match = begins.search(page, position)
        if match is None:
            return
        end = _JSON_END.match(page, match.end())
        position = end.end() if end else match.end()
        if page[position : position + 1] == '"':
            yield match.end(), position


def _mapped(piece: Unescaped, title: str | None, *, is_html: bool) -> tuple[str, PageMap | None]:
    if is_html:
        text, _, page_map = map_fragment(piece.text, title)
        return text, through(page_map, piece.page_map) if text else None
    text = tidy(piece.text)[0]
    start = piece.text.find(text)
    if start < 0 or not text:
        return text, None
    return text, through(PageMap(((0, start, start + len(text)),), len(text)), piece.page_map)
