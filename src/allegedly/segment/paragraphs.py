"""Paragraphs of an article."""

from __future__ import annotations

import re

from allegedly.model import Article, Span, Spans

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_PART = re.compile("(?:[^\n\r\u2029]|\r?\n(?![^\\S\n]*\r?\n)|\r(?!\n?\r))+")
_BLANK = "".join(map(chr, filter(lambda code: chr(code).isspace(), range(0x3001)))) + "\ufeff\u200b"


def find_paragraphs(article: Article) -> Spans:
    """The article's blocks, cut at blank lines, or its lines where it has no blocks; without white space at their ends."""
    if not article.blocks:
        return _runs(_LINE, article.text, 0, len(article.text))
    return tuple(run for block in article.blocks for run in _runs(_PART, article.text, block.span.start, block.span.end))


def _runs(pattern: re.Pattern[str], text: str, start: int, end: int) -> Spans:
    found = []
    for match in pattern.finditer(text, start, end):
        span = trimmed(text, *match.span())
        if span is not None:
            found.append(span)
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """`[start, end)` without white space and zero-width marks at its ends; `None` where nothing else is left."""
    words = text[start:end]
    stripped = words.strip(_BLANK)
    if not stripped:
        return None
    first = start + words.find(stripped)
    return Span(first, first + len(stripped))
