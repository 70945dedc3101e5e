"""Reads feeds, RSS, Atom and JSON Feed: one article for each entry that has its full text."""

from __future__ import annotations

import calendar
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO

from allegedly.errors import ReadError
from allegedly.model import Origin
from allegedly.read.dates import iso_date
from allegedly.read.decoding import Decoded
from allegedly.read.escaped import Places, places_in_feed, places_in_json
from allegedly.read.fragment import read_fragment
from allegedly.read.json_fields import Fields, Json, string_of
from allegedly.read.paragraphs import paragraph_blocks
from allegedly.read.reading import Reading, Unreadable, one_line, tidy

READER = "feed 1"
JSON_FEED = "https://jsonfeed.org/version/"
_BREAKAGE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|a|b|i|em|strong|img|span)\b[^>]*>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\w+|\w+);")
# A summary is two sentences; what a feed calls one and is longer than this is the article.
_LONGEST_SUMMARY = 600


def read_feed(data: bytes, page: str | None = None) -> Iterator[Reading | Unreadable]:
    """Each entry of the RSS or Atom feed `data`; `part` is its place, from 1. An ill-formed feed is read as far as it goes.

    `page`: the feed as characters, where a map is wanted that leads from an entry's text to where it stands in the feed.

    An entry with a summary only comes as `Unreadable` with its address, from which the article can be fetched. Raises `ReadError`
    where there is no entry, or where feedparser is not installed.
    """
    try:
        feedparser = import_module("feedparser")
    except ImportError:
        raise ReadError("a feed; reading feeds needs feedparser: pip install 'allegedly[feeds]'") from None
    try:
        parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        entries: list[Mapping[str, object]] = [dict(entry) for entry in parsed.entries]
        feed: Mapping[str, object] = dict(parsed.feed)
    except _BREAKAGE as error:
        raise ReadError(f"a feed that cannot be taken apart ({type(error).__name__}), expected RSS or Atom") from None
    if not entries:
        raise ReadError("a feed without entries, expected articles")
    encoding = str(parsed.get("encoding") or "") or None
    notes = ("the feed is not well-formed and was read as far as it goes",) if parsed.get("bozo") else ()
    places = None if page is None else places_in_feed(page)
    for number, entry in enumerate(entries, start=1):
        origin = _origin(entry, feed)
        content = _content(entry)
        language = _text(feed, "language")
        yield _reading(content, origin, str(number), language, Decoded("", encoding or "utf-8", notes), places)


def read_json_feed(value: Fields, decoded: Decoded, *, page_map: bool = True) -> Iterator[Reading | Unreadable]:
    """Each item of a JSON Feed, like `read_feed`."""
    items = value.get("items")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not entries:
        raise ReadError("a feed without items, expected articles")
    places = places_in_json(decoded.text) if page_map else None
    for number, item in enumerate(entries, start=1):
        authors: Json = item.get("authors") or item.get("author") or value.get("authors") or value.get("author")
        people = authors if isinstance(authors, list) else [authors]
        origin = Origin(
            outlet=string_of(value, ("title",)),
            url=string_of(item, ("url", "external_url")),
            title=string_of(item, ("title",)),
            authors=tuple(name for person in people if isinstance(person, dict) and (name := string_of(person, ("name",)))),
            published=iso_date(string_of(item, ("date_published",)) or ""),
            modified=iso_date(string_of(item, ("date_modified",)) or ""),
        )
        html, plain = item.get("content_html"), item.get("content_text")
        content = (html, True) if isinstance(html, str) else (plain, False) if isinstance(plain, str) else ("", False)
        yield _reading(
            content, origin, str(number), string_of(item, ("language",)) or string_of(value, ("language",)), decoded, places
        )


def _reading(
    content: tuple[str, bool], origin: Origin, part: str, language: str | None, decoded: Decoded, places: Places | None
) -> Reading | Unreadable:
    words, is_html = content
    if is_html:
        text, blocks = read_fragment(words, origin.title)
        notes: tuple[str, ...] = ()
    else:
        text, notes = tidy(words)
        blocks = paragraph_blocks(text, origin.title)
    if not text:
        where = f"; the article is at {origin.url}" if origin.url else ""
        return Unreadable(f"an entry without the article's text{where}", part, origin)
    found = Reading(READER, text, blocks, origin, language, "application/feed", decoded.encoding, (*decoded.notes, *notes))
    page_map = places.map_of(words, text, origin.title, is_html=is_html) if places else None
    return replace(found, part=part, page_map=page_map)


def _content(entry: Mapping[str, object]) -> tuple[str, bool]:
    """The longest of the entry's contents, and whether it is HTML; a long summary counts as one, a short one does not."""
    found: list[tuple[str, bool]] = []
    contents = entry.get("content")
    for item in contents if isinstance(contents, list) else ():
        value = item.get("value") if isinstance(item, Mapping) else None
        if isinstance(value, str):
            found.append((value, str(item.get("type")) != "text/plain"))
    summary = _text(entry, "summary")
    if summary and (len(summary) > _LONGEST_SUMMARY):
        found.append((summary, True))
    words, is_html = max(found, key=lambda content: len(content[0]), default=("", False))
    return words, is_html or bool(_TAG.search(words) or _REFERENCE.search(words))


def _origin(entry: Mapping[str, object], feed: Mapping[str, object]) -> Origin:
    authors = entry.get("authors")
    names = [_text(person, "name") for person in authors if isinstance(person, Mapping)] if isinstance(authors, list) else []
    title = _text(entry, "title")
    return Origin(
        outlet=_text(feed, "title"),
        url=_text(entry, "link"),
        title=one_line(read_fragment(title)[0]) if title and (_TAG.search(title) or _REFERENCE.search(title)) else title,
        authors=tuple(name for name in names if name),
        published=_date(entry, "published"),
        modified=_date(entry, "updated"),
    )


def _text(item: Mapping[str, object], name: str) -> str | None:
    value = item.get(name)
    return one_line(value) if isinstance(value, str) and name != "summary" else value if isinstance(value, str) else None


def _date(entry: Mapping[str, object], name: str) -> str | None:
    """As written where that is ISO 8601; else as feedparser understands it, in UTC."""
    written = _text(entry, name)
    if written and (date := iso_date(written)):
        return date
    parsed = entry.get(f"{name}_parsed")
    if not isinstance(parsed, time.struct_time):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None
