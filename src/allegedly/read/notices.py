"""Recognises what an article says of itself: corrections, and that it is a live blog or the beginning of one for subscribers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from allegedly.model import Block, BlockKind
from allegedly.read.markup import squeeze, take_apart
from allegedly.read.page_metadata import PageMetadata
from allegedly.read.reading import one_line
from allegedly.read.rendering import render

_CORRECTION = re.compile(
    r"(?:corrections?|clarifications?|erratum|editor['’]s note)(?:\s+(?:and|&)\s+clarifications?)?"
    r"(?:\s*[,(–—-]\s*[^:\n]{1,40}?\)?)?\s*[:–—]\s*\S"
    r"|(?:an|a previous|earlier|the original) (?:earlier )?versions? of this (?:article|story|report|piece|post)\b"
    r"|this (?:article|story|report|piece|post) (?:has been|was) (?:amended|corrected|updated to correct|clarified)\b",
    re.IGNORECASE,
)
# One of them stands in every page with such a notice, and in few others.
_CORRECTION_HINTS = (
    *("orrect", "ORRECT", "larification", "rratum", "version of this", "amended"),
    *("itor's", "itor’s", "itor&"),
)
_BEGINNINGS = (
    *("correction", "clarification", "erratum", "editor"),
    *("anearlier", "anoriginal", "aprevious", "earlier", "theoriginal", "this"),
)
_LONGEST_NOTICE, _MOST_NOTICES, _SHOWN = 1_200, 3, 300
_LIVE_ADDRESS = re.compile(r"/live/|[/-]live-?blog\b|-live-updates?\b|/liveblog/", re.IGNORECASE)
_LIVE_TITLE = re.compile(
    r"(?:\s[-–—|:]\s|:\s)(?:live|as it happened|live updates|live blog)\W*$|^live(?: updates| blog)?:", re.IGNORECASE
)
_LIVE_BLOCK = re.compile(r"<(?:article|div|section|li)\b[^>]{0,200}\b(?:live-?blog(?:__?|-)(?:post|block|entry))", re.IGNORECASE)
_STUB_LENGTH, _LONGEST_APPEAL = 1_500, 300
_APPEALS = ("subscri", "sign up", "sign in", "log in", "register", "members")
_HINT = re.compile(
    r"(?:subscribe|sign up|log in|sign in|register)[^.]{0,240}?(?:\bto\s+(?:continue|keep|read|view|unlock)\b|for\s+full\s+acc)"
    r"|subscribers|members|already\s+a\s"
)
_SUBSCRIBE = re.compile(
    r"(?:subscribe|sign up|log in|sign in|register)[^.\n]{0,40}\b(?:to (?:continue|keep|read|view|unlock)|for full access)"
    r"|(?:this|the full|rest of th[ei]s?) (?:article|story|content)[^.\n]{0,30}(?:subscribers|members)(?: only)?"
    r"|already a (?:subscriber|member)\?",
    re.IGNORECASE,
)


def corrections_in(text: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    """The blocks of `text` that say that something was put right, three at most, each shortened to a line.

    >>> from allegedly.model import BlockKind, Span
    >>> text = "Correction: the bridge is 90 metres long."
    >>> corrections_in(text, [Block(BlockKind.PARAGRAPH, Span(0, 41))])
    ('Correction: the bridge is 90 metres long.',)
    """
    found = (
        _shortened(block.span.of(text))
        for block in blocks
        if block.span.end - block.span.start <= _LONGEST_NOTICE and _CORRECTION.match(text, block.span.start, block.span.end)
    )
    return tuple(notice for _, notice in zip(range(_MOST_NOTICES), found, strict=False))


def corrections_beside(page: str, text: str) -> tuple[str, ...]:
    """What the `page` says of corrections outside the article's `text`, under it or in a box."""
    if not any(hint in page for hint in _CORRECTION_HINTS):
        return ()
    inside = squeeze(text)
    found: list[str] = []
    for segment in take_apart(page):
        words = segment.squeezed
        if len(words) > _LONGEST_NOTICE or not words.lower().startswith(_BEGINNINGS) or words in inside:
            continue
        line = render(page, [(BlockKind.PARAGRAPH, segment)])[0]
        if _CORRECTION.match(line) and len(found) < _MOST_NOTICES:
            found.append(_shortened(line))
    return tuple(found)


def remarks_on_page(metadata: PageMetadata, title: str | None, page: str, text: str) -> tuple[str, ...]:
    """What a person should know of a page whose article reads `text`."""
    beside = (words for words in corrections_beside(page, text) if not any(known in words for known in metadata.corrections))
    said = dict.fromkeys((*metadata.corrections, *beside))
    notes = [f"the page says of a correction: {words}" for words in said]
    if metadata.live_blog or _is_live(metadata.origin.url, title, page):
        notes.append("a live blog: its posts are of different times")
    words = len(text.split())
    lacking = metadata.word_count is not None and words < metadata.word_count / 2
    if (len(text) < _STUB_LENGTH or lacking) and (metadata.paywalled or _says_subscribe(page)):
        notes.append("a paywall stub: the page keeps the rest of the article for subscribers")
    elif lacking:
        notes.append(f"the page says that the article has {metadata.word_count:,} words, {words:,} were found")
    return tuple(notes)


def _is_live(url: str | None, title: str | None, page: str) -> bool:
    if (url and _LIVE_ADDRESS.search(url)) or (title and _LIVE_TITLE.search(title)):
        return True
    return ("live-blog" in page or "liveblog" in page) and _LIVE_BLOCK.search(page) is not None


def _says_subscribe(page: str) -> bool:
    lowered = page.lower()
    if not any(word in lowered for word in _APPEALS) or not _HINT.search(lowered):
        return False  # taking the page apart costs more than the rest of the reading
    short = (segment for segment in take_apart(page) if len(segment.squeezed) < _LONGEST_APPEAL)
    return any(_SUBSCRIBE.search(unescape(_words(page, segment.pieces))) for segment in short)


def _words(page: str, pieces: Sequence[tuple[int, int, bool]]) -> str:
    return "".join(page[start:end] for start, end, _ in pieces)


def _shortened(words: str) -> str:
    line = one_line(words) or ""
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
