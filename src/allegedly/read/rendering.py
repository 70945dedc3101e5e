"""The words of a page by a fixed rule for white space, and the map back to where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from html.entities import html5

from allegedly.model import Block, BlockKind, Span
from allegedly.model.page_map import PageMap, Run
from allegedly.read.markup import TAG, Segment

_PIECE = re.compile(
    rf"(?P<words>[^\s&<\u00ad]+(?: [^\s&<\u00ad]+)*)|(?P<space>\s+)|(?P<tag>{TAG})"
    r"|(?P<reference>&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]{0,40});?)|(?P<hyphens>\u00ad+)|(?P<other>[&<])"
)
_BETWEEN = "\n\n"


def render(page: str, chosen: Iterable[tuple[BlockKind, Segment]]) -> tuple[str, tuple[Block, ...], PageMap]:
    """The text of the `chosen` segments in their order on the page, their blocks, and the map back.

    White space by rule: a run of it, `&nbsp;` and its kin included, is one space, none at the ends of a block; `<br>` is a line
    end; between blocks stands an empty line; soft hyphens and `<wbr>` are nothing. Everything else is as the page has it, with
    character references resolved.
    """
    writer = _Writer(page)
    blocks: list[Block] = []
    for kind, segment in chosen:
        start = writer.begin_block()
        writer.write(segment)
        if writer.length > start:
            blocks.append(Block(kind, Span(start, writer.length)))
    return "".join(writer.parts), tuple(blocks), PageMap(tuple(writer.runs), writer.length)


class _Writer:
    """The text so far, and the runs that lead back from it."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.gap: tuple[int, int] | None = None
        self.gap_words = ""

    def begin_block(self) -> int:
        """Prepares for a block and gives the offset where its first word will stand."""
        if not self.length:
            return 0
        self.gap, self.gap_words = (self.runs[-1][2], self.runs[-1][2]), _BETWEEN
        return self.length + len(_BETWEEN)

    def write(self, segment: Segment) -> None:
        """Adds the words of `segment`."""
        preformatted = segment.element.tag == "pre"
        for start, end, is_break in segment.pieces:
            if is_break:
                self._space(start, end, "\n")
                continue
            for match in _PIECE.finditer(self.page, start, end):
                self._piece(match, preformatted)
        self.gap = None

    def _piece(self, match: re.Match[str], preformatted: bool) -> None:
        start, end, kind, words = match.start(), match.end(), match.lastgroup, match.group()
        if kind == "reference":
            stop = start + _reference_length(words)
            self._resolved(start, stop, unescape(words[: stop - start]), preformatted)
            if stop < end:
                self._words(stop, end, self.page[stop:end])
        elif kind not in {"hyphens", "tag"}:
            self._resolved(start, end, words, preformatted)

    def _resolved(self, start: int, end: int, words: str, preformatted: bool) -> None:
        if words.isspace():
            self._space(start, end, "\n" if preformatted and "\n" in words else " ")
        elif words not in {"", "\u00ad"}:
            self._words(start, end, words)

    def _space(self, start: int, end: int, words: str) -> None:
        if self.gap is None:
            self.gap, self.gap_words = (start, end), words
            return
        self.gap = (self.gap[0], end)
        if words == "\n" and self.gap_words == " ":
            self.gap_words = words

    def _words(self, start: int, end: int, words: str) -> None:
        if self.gap is not None and self.length:
            # Between blocks the gap reaches to the next word, so that the map leads to the markup there.
            gap_end = start if self.gap_words == _BETWEEN else self.gap[1]
            self._add(self.gap[0], gap_end, self.gap_words)
        self.gap = None
        self._add(start, end, words)

    def _add(self, start: int, end: int, words: str) -> None:
        one_for_one = end - start == len(words)
        if self.runs and one_for_one:
            text_start, page_start, page_end = self.runs[-1]
            if page_end == start and page_end - page_start == self.length - text_start:
                self.runs[-1] = (text_start, page_start, end)
                self.parts.append(words)
                self.length += len(words)
                return
        self.runs.append((self.length, start, end))
        self.parts.append(words)
        self.length += len(words)


def _reference_length(reference: str) -> int:
    """How much of `reference` is one: of `&copyright`, which nothing is called, `&copy`; 0 where nothing is."""
    name = reference[1:]
    if name.startswith("#") or name in html5:
        return len(reference)
    return next((length + 1 for length in range(len(name) - 1, 1, -1) if name[:length] in html5), 0)
