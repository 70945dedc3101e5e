"""Reads a web page: trafilatura chooses the article's blocks, the words are the page's own, with a map back to it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from allegedly.errors import ReadError
from allegedly.model import Block, BlockKind, Origin, Span
from allegedly.model.page_map import PageMap
from allegedly.read.alignment import Alignment, align, part_around
from allegedly.read.dates import iso_date
from allegedly.read.decoding import Decoded, decode
from allegedly.read.layout import arrange
from allegedly.read.markup import Segment, take_apart
from allegedly.read.page_head import head_of
from allegedly.read.page_metadata import FIELDS, PageMetadata, first_of, metadata_of, without_outlet
from allegedly.read.reading import REPLACEMENT, Reading, one_line
from allegedly.read.rendering import render

if TYPE_CHECKING:
    from trafilatura.settings import Document

READER = "html 1"
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HTML_TAG = re.compile("<html", re.IGNORECASE)
_PROLOGUE = 4096
# A fixed latest date, so that the same page gives the same article on every day; no date is guessed from running text.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
_INLINE = frozenset(("hi", "ref", "del", "graphic", "code", "lb"))
# What lxml and trafilatura raise on pages that are broken on purpose.
_BREAKAGE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)
_FOUND_ENOUGH = 0.5
_LONGER_THAN_MENUS = 200
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_NO_BODY = frozenset((BlockKind.HEADLINE, BlockKind.CAPTION))
_STUB_LENGTH, _LONGEST_APPEAL = 1_500, 300
_SUBSCRIBE = re.compile(
    r"(?:subscribe|sign up|log in|sign in|register)[^.\n]{0,40}\b(?:to (?:continue|keep|read|view|unlock)|for full access)"
    r"|(?:this|the full|rest of th[ei]s?) (?:article|story|content)[^.\n]{0,30}(?:subscribers|members)(?: only)?"
    r"|already a (?:subscriber|member)\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Extract:
    """The article's text by whichever way it was found."""

    text: str
    blocks: tuple[Block, ...]
    page_map: PageMap | None
    notes: tuple[str, ...]


def page_text(data: bytes, declared: str | None = None) -> Decoded:
    """The page as characters: what the offsets of a page map count in. NUL is U+FFFD.

    `declared`: the encoding that a server declared, which goes before the page's own declaration.
    """
    own = _DECLARED.search(data, 0, _PROLOGUE)
    decoded = decode(data, declared or (own[1].decode("ascii") if own else None))
    if "\x00" not in decoded.text:
        return decoded
    note = f"{decoded.text.count(chr(0)):,} NUL became U+FFFD"
    return Decoded(decoded.text.replace("\x00", REPLACEMENT), decoded.encoding, (*decoded.notes, note))


def read_html(data: bytes, url: str | None = None, declared: str | None = None) -> Reading:
    """The article on the page `data`. `url`: where it was fetched; `declared`: its encoding, as the server said.

    Raises `ReadError` where there is no article.
    """
    decoded = page_text(data, declared)
    metadata = metadata_of(head_of(decoded.text), url)
    document = _extracted(decoded.text, url, complete=all(field in metadata.sources for field in FIELDS[:-1]))
    origin, sources = _completed(metadata, document)
    extract = _extract(decoded.text, document, origin.title, metadata.description)
    if not _runs(extract):
        raise ReadError("a page without an article: no paragraph of running text was found on it")
    return Reading(
        reader=READER,
        text=extract.text,
        blocks=extract.blocks,
        origin=origin,
        language=metadata.language,
        media_type="text/html",
        encoding=decoded.encoding,
        notes=(*decoded.notes, *extract.notes, *_remarks(metadata, sources, decoded.text, extract.text)),
        page_map=extract.page_map,
    )


def body_text(data: bytes, url: str | None = None) -> str:
    """The running text of the article on the page `data`: what was chosen, without headline and captions, nothing added.

    Raises `ReadError` where there is no article.
    """
    page = page_text(data).text
    metadata = metadata_of(head_of(page), url)
    document = _extracted(page, url, complete="title" in metadata.sources)
    chosen = [pieces for pieces in _chosen(document) if pieces]
    segments, alignment = _located(page, chosen)
    if alignment.share < _FOUND_ENOUGH or not alignment.segments:
        return _extract(page, document, None, None).text
    numbers = {id(segments[number]) for number in alignment.segments}
    arranged = arrange(segments, alignment.segments, metadata.origin.title or document.title, metadata.description)
    kept = [(kind, segment) for kind, segment in arranged if id(segment) in numbers and kind not in _NO_BODY]
    return render(page, kept)[0]


def _extracted(page: str, url: str | None, *, complete: bool) -> Document:
    # The import takes a third of a second; plain text does without.
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if not _HTML_TAG.search(page, 0, _PROLOGUE):
        page = f"<html><body>{page}"  # it takes nothing for a page that does not say so
    try:
        document = bare_extraction(
            page, url=url, include_comments=False, with_metadata=not complete, date_extraction_params=dict(_DATES)
        )
    except _BREAKAGE as error:
        raise ReadError(f"a page that cannot be taken apart ({type(error).__name__}), expected an article") from None
    if document is None or isinstance(document, dict):
        raise ReadError("a page without an article: no running text was found on it")
    return document


def _runs(extract: _Extract) -> bool:
    """Whether there is running text: a block with a sentence's end, or as many words as no menu has."""
    return len(extract.text) >= _LONGER_THAN_MENUS or any(
        _SENTENCE_END.search(block.span.of(extract.text)) for block in extract.blocks
    )


def _extract(page: str, document: Document, title: str | None, description: str | None) -> _Extract:
    chosen = [pieces for pieces in _chosen(document) if pieces]
    segments, alignment = _located(page, chosen)
    if alignment.share >= _FOUND_ENOUGH and alignment.segments:
        text, blocks, page_map = render(page, arrange(segments, alignment.segments, title, description))
        return _Extract(text, blocks, page_map, ())
    parts = [words for pieces in chosen if (words := one_line("".join(pieces)))]
    blocks_there: list[Block] = []
    at = 0
    for words in parts:
        blocks_there.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(words))))
        at += len(words) + 2
    note = "the text does not stand in the page's markup, so there is no map back to it"
    return _Extract("\n\n".join(parts), tuple(blocks_there), None, (note,))


def _located(page: str, chosen: list[list[str]]) -> tuple[tuple[Segment, ...], Alignment]:
    """The segments of the page, and which of them were chosen; of the part around the article, where all of it is found there."""
    part = part_around(page, chosen)
    if part:
        segments = take_apart(page, *part)
        alignment = align(chosen, segments)
        if alignment.share == 1.0:
            return segments, alignment
    segments = take_apart(page)
    return segments, align(chosen, segments)


def _chosen(document: Document) -> Iterator[list[str]]:
    """The texts that trafilatura chose, one for each block of its tree, each in its pieces."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    parts: list[str] = []
    for event, element in iterwalk(document.body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield parts
            parts = []
        text = element.text if event == "start" else element.tail
        if isinstance(text, str):
            parts.append(text)
    yield parts


def _completed(metadata: PageMetadata, document: Document) -> tuple[Origin, dict[str, str]]:
    """What the page says, and for what it leaves out, what the extractors found."""
    guessed = Origin(
        outlet=one_line(document.sitename or ""),
        url=one_line(document.url or ""),
        title=one_line(document.title or ""),
        authors=tuple(author for name in (document.author or "").split(";") if (author := one_line(name))),
    )
    candidates = [
        ("page", metadata.origin),
        ("trafilatura", guessed),
        ("htmldate", Origin(published=iso_date(document.date or ""))),
    ]
    origin, by = first_of(candidates)
    return without_outlet(origin), {field: metadata.sources[field] if name == "page" else name for field, name in by.items()}


def _remarks(metadata: PageMetadata, sources: dict[str, str], page: str, text: str) -> tuple[str, ...]:
    """What a person should know of the page, and which source each field came from."""
    notes = [f"the page says of a correction: {words}" for words in metadata.corrections]
    if metadata.live_blog:
        notes.append("a live blog: its posts are of different times")
    if len(text) < _STUB_LENGTH and (metadata.paywalled or _says_subscribe(page)):
        notes.append("a paywall stub: the page keeps the rest of the article for subscribers")
    by_source: dict[str, list[str]] = {}
    for field, source in sources.items():
        by_source.setdefault(source, []).append(field)
    if by_source:
        notes.append("; ".join(f"{', '.join(fields)} from {source}" for source, fields in by_source.items()))
    return tuple(notes)


def _says_subscribe(page: str) -> bool:
    short = (segment for segment in take_apart(page) if len(segment.squeezed) < _LONGEST_APPEAL)
    return any(_SUBSCRIBE.search(unescape("".join(page[start:end] for start, end, _ in segment.pieces))) for segment in short)
