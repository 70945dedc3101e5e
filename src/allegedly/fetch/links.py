"""Where the entries of a feed lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import urljoin

from allegedly.errors import FetchError
from allegedly.fetch.location import location_of
from allegedly.model import Article, Skipped
from allegedly.read import Source, read_source
from allegedly.read.media import Media, media_of

_JSON_FEED = b"jsonfeed.org/version"
_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/feed+json"))
_LINK = re.compile(r"<link\b([^>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z-]+)\s*=\s*(["']?)([^"'>\s]*|(?<=")[^">]*|(?<=')[^'>]*)\2""", re.IGNORECASE)
_HEAD = 200_000


class Follow(StrEnum):
    """Which entries of a feed are followed to their pages: those without the article's text, all, or none."""

    MISSING = "missing"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Link:
    """Where an entry leads, and when the feed says it was last changed."""

    url: str
    changed: datetime | None = None


def is_feed(source: Source) -> bool:
    """Whether the bytes are a feed: RSS, Atom or JSON Feed."""
    media = media_of(source.data, None, source.media_type)
    return media is Media.FEED or (media is Media.JSON and _JSON_FEED in source.data[:4096])


def feed_links(source: Source, follow: Follow = Follow.MISSING) -> tuple[Link, ...]:
    """The links that are to be followed from a feed, each once, in its order; none of what is no feed."""
    if follow is Follow.NONE or not is_feed(source):
        return ()
    found: dict[str, Link] = {}
    for item in read_source(source):
        if item.origin.url and (follow is Follow.ALL or isinstance(item, Skipped)):
            # Relative to the feed; what is no address stays as it is and is refused when it is asked for.
            url = _normal(urljoin(source.origin.url or "", item.origin.url.strip()))
            changed = _latest(item.origin.modified, item.origin.published)
            if url not in found and url != source.origin.url:
                found[url] = Link(url, changed)
    return tuple(found.values())


def feeds_named(source: Source) -> tuple[str, ...]:
    """The feeds that a page names in its head, as browsers find them; none of what is no page."""
    found = []
    for tag in _LINK.findall(source.data[:_HEAD].decode("utf-8", "replace")):
        values = {name.lower(): html.unescape(value) for name, _, value in _ATTRIBUTE.findall(tag)}
        if "alternate" in values.get("rel", "").lower().split() and values.get("type", "").lower() in _FEED_TYPES:
            found.append(_normal(urljoin(source.origin.url or "", values.get("href", ""))))
    return tuple(dict.fromkeys(found))


def articles_in(source: Source) -> Iterator[Article | Skipped]:
    """What the capture of a page or a feed holds; of a feed's entries, those alone that have their text, or no address either."""
    feed = is_feed(source)
    for item in read_source(source):
        if not (feed and isinstance(item, Skipped) and item.origin.url and item.origin.url != source.origin.url):
            yield item


def moment_of(value: str | None) -> datetime | None:
    """The moment of an ISO 8601 date-time, in UTC; `None` of a day alone, which is no moment, and of anything else."""
    try:
        moment = datetime.fromisoformat(value) if value and len(value) > 10 else None
    except ValueError:
        return None
    return moment and (moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC))


def _normal(url: str) -> str:
    try:
        return location_of(url).url
    except FetchError:
        return url


def _latest(*dates: str | None) -> datetime | None:
    return max((moment for each in dates if (moment := moment_of(each))), default=None)
