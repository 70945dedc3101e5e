"""Tells what a document is, from its first characters and its name."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from allegedly.read.binary import wide_encoding
from allegedly.read.parquet import SIGNATURE as PARQUET
from allegedly.read.pdf_document import SIGNATURE as PDF
from allegedly.read.word_document import is_word_document


class Media(Enum):
    """The kinds of document that there is a reader for."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    FEED = "a feed"
    XML = "XML"
    JSON = "JSON"
    JSON_LINES = "JSON lines"
    TABLE = "a table"
    WORD = "a Word document"
    PDF = "a PDF document"
    PARQUET = "a Parquet file"


EXTENSIONS = {
    ".txt": Media.TEXT,
    ".text": Media.TEXT,
    ".md": Media.MARKDOWN,
    ".markdown": Media.MARKDOWN,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".xhtml": Media.HTML,
    ".xml": Media.XML,
    ".rss": Media.FEED,
    ".atom": Media.FEED,
    ".json": Media.JSON,
    ".jsonld": Media.JSON,
    ".csv": Media.TABLE,
    ".tsv": Media.TABLE,
    ".jsonl": Media.JSON_LINES,
    ".ndjson": Media.JSON_LINES,
    ".docx": Media.WORD,
    ".pdf": Media.PDF,
    ".parquet": Media.PARQUET,
}
_HTML = re.compile(
    r"(?:\s|<!--(?:(?!-->).)*+-->|<\?xml[^>]*+>)*+<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|meta|title|script|style|link|base|header|nav|table|center|span|ul|ol|blockquote|figure)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"(?:\s|<!--(?:(?!-->).)*+-->|<[?!][^>]*+>|\]\s*>|%\w+;)*+<(?:\w+:)?(?:rss|feed|RDF|channel)[\s>]", re.DOTALL | re.IGNORECASE
)
_XML = re.compile(r"\s*<\?xml\s")
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")
_SERVED = (("html", Media.HTML), ("markdown", Media.MARKDOWN), ("json", Media.JSON), ("rss", Media.FEED), ("atom", Media.FEED))
_SAMPLE = 4096
# A PDF may begin with other bytes, but text that speaks of one does not begin with this.
_PDF_WITHIN = 5
_BINARY = frozenset((Media.WORD, Media.PDF, Media.PARQUET))


def binary_media_of(data: bytes) -> Media | None:
    """What `data` is where it is no text and yet there is a reader for it, by its content alone."""
    if PDF in data[:_PDF_WITHIN]:
        return Media.PDF
    if data.startswith(PARQUET):
        return Media.PARQUET
    return Media.WORD if is_word_document(data) else None


def media_of(data: bytes, name: str | None, served_as: str | None = None) -> Media:
    """What `data` is: XML, HTML and JSON by how they begin, whatever else says; then by name, by how it was served, plain text.

    `served_as`: the media type that a server gave, as `text/html`.
    """
    wide = wide_encoding(data[:_SAMPLE])
    start = data[:_SAMPLE].decode(wide[0] if wide else "utf-8", "replace").removeprefix("\ufeff")
    named = EXTENSIONS.get(PurePath(name).suffix.lower()) if name else None
    if _FEED.match(start):
        return Media.FEED
    if _HTML.match(start):
        return Media.HTML
    if _XML.match(start):
        return Media.XML
    if named is None and _JSON.match(start):
        return Media.JSON
    served = next((media for mark, media in _SERVED if mark in served_as.lower()), None) if served_as else None
    return named if named not in _BINARY and named else served or Media.TEXT
