"""Reads a web page: trafilatura chooses the article's blocks and tells what the page says of itself."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from allegedly.errors import ReadError
from allegedly.model import Block, BlockKind, Origin, Span
from allegedly.read.dates import iso_date
from allegedly.read.decoding import decode
from allegedly.read.reading import Reading, one_line, tidy

if TYPE_CHECKING:
    from trafilatura.settings import Document

READER = "html 1"
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,1000}?\s(?:xml:)?lang\s*=\s*[\"']?\s*([A-Za-z]{2,3})\b", re.IGNORECASE)
_PROLOGUE = 4096
# A fixed latest date, so that the same page gives the same article on every day; no date is guessed from running text.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
_KINDS = {"head": BlockKind.SUBHEADING, "item": BlockKind.LIST_ITEM, "quote": BlockKind.PULL_QUOTE}


def read_html(data: bytes, url: str | None = None) -> Reading:
    """The article on the page `data`. Raises `ReadError` where there is none."""
    declared = _DECLARED.search(data, 0, _PROLOGUE)
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    page, notes = tidy(decoded.text)
    document = _extracted(page, url)
    text, blocks = _text_and_blocks(document)
    if not text:
        raise ReadError("a page without an article: no paragraph of running text was found on it")
    language = _LANGUAGE.search(page, 0, _PROLOGUE)
    return Reading(
        reader=READER,
        text=text,
        blocks=blocks,
        origin=_origin(document),
        language=language[1] if language else None,
        media_type="text/html",
        encoding=decoded.encoding,
        notes=(*decoded.notes, *notes),
    )


def _extracted(page: str, url: str | None) -> Document:
    # The import takes a third of a second; plain text does without.
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        page, url=url, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=_DATES
    )
    if document is None or isinstance(document, dict):
        raise ReadError("a page without an article: no running text was found on it")
    return document


def _text_and_blocks(document: Document) -> tuple[str, tuple[Block, ...]]:
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    title = one_line(document.title or "")
    for number, (kind, words) in enumerate(_chosen(document)):
        blocks.append(Block(BlockKind.HEADLINE if number == 0 and words == title else kind, Span(at, at + len(words))))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(blocks)


def _chosen(document: Document) -> list[tuple[BlockKind, str]]:
    found: list[tuple[BlockKind, str]] = []
    for element in document.body.iter("p", "head", "item", "quote"):
        if any(ancestor.tag in {"p", "item", "quote"} for ancestor in element.iterancestors()):
            continue
        words = one_line("".join(element.itertext()))
        if words:
            found.append((_KINDS.get(str(element.tag), BlockKind.PARAGRAPH), words))
    return found


def _origin(document: Document) -> Origin:
    authors = (document.author or "").split(";")
    return Origin(
        outlet=one_line(document.sitename or ""),
        url=one_line(document.url or ""),
        title=one_line(document.title or ""),
        authors=tuple(author for name in authors if (author := one_line(name))),
        published=iso_date(document.date or ""),
    )
