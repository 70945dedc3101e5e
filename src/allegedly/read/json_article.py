"""Reads articles from JSON: our own findings, schema.org NewsArticle, and plain objects with a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from allegedly.errors import ReadError
from allegedly.model import Block, Origin, sha256
from allegedly.read.agency import plain_fields
from allegedly.read.dates import iso_date
from allegedly.read.decoding import Decoded, decode
from allegedly.read.feed import JSON_FEED, read_json_feed
from allegedly.read.fragment import read_fragment
from allegedly.read.json_fields import Fields, Json, name_of, parse_json, string_of
from allegedly.read.paragraphs import paragraph_blocks
from allegedly.read.reading import Reading, Unreadable, tidy

READER = "json 1"
TEXT = ("text", "articleBody", "body", "content", "maintext", "body_text", "full_text")
HTML_TEXT = ("html", "content_html", "body_html", "bodyXML")
TITLE = ("title", "headline", "name")
OUTLET = ("outlet", "publisher", "source", "sitename", "site_name", "source_name", "provider")
URL = ("url", "link", "mainEntityOfPage", "@id")
AUTHORS = ("authors", "author", "byline")
PUBLISHED = (
    "published",
    "datePublished",
    "date_published",
    "date_publish",
    "published_at",
    "publishedAt",
    "date",
)
MODIFIED = ("modified", "dateModified", "date_modified", "date_modify", "updated_at")
LANGUAGE = ("language", "inLanguage", "lang")


def read_json(data: bytes, *, page_map: bool = True) -> Iterator[Reading | Unreadable]:
    """Every article in `data`, a JSON value: an object, a list of them, or an object whose `articles` or `@graph` is a list.

    Where there are several, `part` is the article's place in the list, from 1. Raises `ReadError` where `data` is no JSON.
    """
    decoded = decode(data)
    value = parse_json(decoded.text.removeprefix("\ufeff"))
    if isinstance(value, dict) and str(value.get("version")).startswith(JSON_FEED):
        yield from read_json_feed(value, decoded, page_map=page_map)
        return
    items = _items(value)
    for number, item in enumerate(items, start=1):
        yield read_item(item, decoded, str(number) if len(items) > 1 else None)


def read_item(item: Json, decoded: Decoded, part: str | None = None) -> Reading | Unreadable:
    """The article that `item` is, or why it is none."""
    try:
        return replace(_reading(item, decoded), part=part)
    except ReadError as error:
        return Unreadable(str(error), part)


def _items(value: Json) -> list[Json]:
    if isinstance(value, dict):
        for name in ("articles", "@graph"):
            inner = value.get(name)
            if isinstance(inner, list) and not _has_words(value):
                articles: list[Json] = [item for item in inner if isinstance(item, dict) and _has_words(item)]
                return articles or [value]
        return [value]
    if isinstance(value, list) and value:
        return value
    return [value]


def _has_words(item: Fields) -> bool:
    fields = plain_fields(item)
    return _text(fields) is not None or _text(fields, HTML_TEXT) is not None


def _reading(item: Json, decoded: Decoded) -> Reading:
    if not isinstance(item, dict):
        raise ReadError(f"JSON that is no article: found {_kind(item)}, expected an object with a text under {_names(TEXT)}")
    inner = item.get("article")
    ours = isinstance(inner, dict) and "statements" in item
    fields: Fields = inner if isinstance(inner, dict) else item
    fields = fields if ours else plain_fields(fields)
    raw, html = _text(fields), _text(fields, HTML_TEXT)
    if raw is None and html is None:
        if ours:
            raise ReadError("findings without their article's text, written with --no-text; expected article.text")
        found = ", ".join(list(fields)[:6]) or "nothing"
        raise ReadError(f"JSON that is no article: an object with {found}; expected a text under {_names(TEXT)}")
    digest = fields.get("text_sha256")
    if ours and isinstance(digest, str) and digest != sha256(raw or ""):
        raise ReadError(f"the article's text does not match its text_sha256 {digest[:12]}…: it was changed after it was found")
    origin, remarks = origin_of(fields)
    text, blocks, notes = _words(raw, html, origin.title)
    return Reading(
        reader=READER,
        text=text,
        blocks=blocks,
        origin=origin,
        language=string_of(fields, LANGUAGE),
        media_type="application/json",
        encoding=decoded.encoding,
        notes=(*decoded.notes, *notes, *remarks, *_misplaced(item, raw or "")),
    )


def _words(raw: str | None, html: str | None, title: str | None) -> tuple[str, tuple[Block, ...], tuple[str, ...]]:
    if raw is None:
        return (*read_fragment(html or "", title), ())
    text, notes = tidy(raw)
    return text, paragraph_blocks(text, title), notes


def _misplaced(item: Fields, text: str) -> tuple[str, ...]:
    """A note on the extractions, as LangExtract writes them, whose spans do not hold their words."""
    extractions = item.get("extractions")
    found = [entry for entry in extractions if isinstance(entry, dict)] if isinstance(extractions, list) else []
    wrong = sum(not _stands(entry, text) for entry in found)
    return (f"{wrong:,} of {len(found):,} extractions do not stand where they say",) if wrong else ()


def _stands(extraction: Fields, text: str) -> bool:
    interval, words = extraction.get("char_interval"), extraction.get("extraction_text")
    if not isinstance(interval, dict) or not isinstance(words, str):
        return False
    start, end = interval.get("start_pos"), interval.get("end_pos")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end and text[start:end] == words


def origin_of(fields: Fields) -> tuple[Origin, tuple[str, ...]]:
    """What `fields` say of where an article comes from, by the names that news and schema.org use; notes on what is unusable."""
    notes: list[str] = []

    def dated(names: tuple[str, ...]) -> str | None:
        value = string_of(fields, names)
        date = iso_date(value) if value else None
        if value and date is None:
            notes.append(f"the date {value[:60]!r} is not ISO 8601 and was left out")
        return date

    url = string_of(fields, URL)
    origin = Origin(
        outlet=string_of(fields, OUTLET),
        url=url if url and "://" in url else None,
        title=string_of(fields, TITLE),
        authors=_authors(fields),
        published=dated(PUBLISHED),
        modified=dated(MODIFIED),
    )
    return origin, tuple(notes)


def _text(fields: Fields, names: tuple[str, ...] = TEXT) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _authors(fields: Fields) -> tuple[str, ...]:
    for name in AUTHORS:
        value = fields.get(name)
        values: list[Json] = value if isinstance(value, list) else [value]
        found = tuple(author for item in values if (author := name_of(item)))
        if found:
            return found
    return ()


def _kind(value: Json) -> str:
    if isinstance(value, list):
        return "an empty list"
    return "null" if value is None else {"str": "a string", "bool": "a truth value"}.get(type(value).__name__, "a number")


def _names(names: tuple[str, ...]) -> str:
    return " or ".join(repr(name) for name in names[:4])
