"""Reads articles from JSON: our own findings, schema.org NewsArticle, and plain objects with a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from allegedly.errors import ReadError
from allegedly.model import Origin, sha256
from allegedly.read.dates import iso_date
from allegedly.read.decoding import Decoded, decode
from allegedly.read.feed import JSON_FEED, read_json_feed
from allegedly.read.json_fields import Fields, Json, name_of, parse_json, string_of
from allegedly.read.paragraphs import paragraph_blocks
from allegedly.read.reading import Reading, Unreadable, tidy

READER = "json 1"
TEXT = ("text", "articleBody", "body", "content", "maintext", "body_text", "full_text")
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


def read_json(data: bytes) -> Iterator[Reading | Unreadable]:
    """Every article in `data`, a JSON value: an object, a list of them, or an object whose `articles` or `@graph` is a list.

    Where there are several, `part` is the article's place in the list, from 1. Raises `ReadError` where `data` is no JSON.
    """
    decoded = decode(data)
    value = parse_json(decoded.text.removeprefix("\ufeff"))
    if isinstance(value, dict) and str(value.get("version")).startswith(JSON_FEED):
        yield from read_json_feed(value, decoded)
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
            if isinstance(inner, list) and _text(value) is None:
                articles: list[Json] = [item for item in inner if isinstance(item, dict) and _text(item) is not None]
                return articles or [value]
        return [value]
    if isinstance(value, list) and value:
        return value
    return [value]


def _reading(item: Json, decoded: Decoded) -> Reading:
    if not isinstance(item, dict):
        raise ReadError(f"JSON that is no article: found {_kind(item)}, expected an object with a text under {_names(TEXT)}")
    inner = item.get("article")
    ours = isinstance(inner, dict) and "statements" in item
    fields: Fields = inner if isinstance(inner, dict) else item
    raw = _text(fields)
    if raw is None:
        if ours:
            raise ReadError("findings without their article's text, written with --no-text; expected article.text")
        found = ", ".join(list(fields)[:6]) or "nothing"
        raise ReadError(f"JSON that is no article: an object with {found}; expected a text under {_names(TEXT)}")
    digest = fields.get("text_sha256")
    if ours and isinstance(digest, str) and digest != sha256(raw):
        raise ReadError(f"the article's text does not match its text_sha256 {digest[:12]}…: it was changed after it was found")
    text, notes = tidy(raw)
    origin, more = origin_of(fields)
    return Reading(
        reader=READER,
        text=text,
        blocks=paragraph_blocks(text, origin.title),
        origin=origin,
        language=string_of(fields, LANGUAGE),
        media_type="application/json",
        encoding=decoded.encoding,
        notes=(*decoded.notes, *notes, *more),
    )


def origin_of(fields: Fields) -> tuple[Origin, tuple[str, ...]]:
    """What `fields` say of where an article comes from, by the names that news and schema.org use; notes on what is unusable."""
    notes: list[str] = []

    def dated(names: tuple[str, ...]) -> str | None:
        value = string_of(fields, names)
        date = iso_date(value) if value else None
        if value and date is None:
            notes.append(f"the date {value[:60]!r} is not ISO 8601 and was left out")
        return date

    origin = Origin(
        outlet=string_of(fields, OUTLET),
        url=string_of(fields, URL),
        title=string_of(fields, TITLE),
        authors=_authors(fields),
        published=dated(PUBLISHED),
        modified=dated(MODIFIED),
    )
    return origin, tuple(notes)


def _text(fields: Fields) -> str | None:
    for name in TEXT:
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
