"""What a page says of itself, in an order of trust: JSON-LD, then Open Graph and other meta tags, then what extractors find."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from allegedly.model import Origin
from allegedly.read.dates import iso_date
from allegedly.read.json_article import origin_of
from allegedly.read.json_fields import Fields, Json, string_of
from allegedly.read.page_head import PageHead
from allegedly.read.reading import NOTHING, one_line

JSON_LD, META, CANONICAL, HEADING = "JSON-LD", "meta tags", "the canonical link", "the page's title"
FIELDS = ("title", "outlet", "url", "authors", "published", "modified")
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report)$")
_LIVE_BLOG = "LiveBlogPosting"
_MOST_OBJECTS = 2_000
_META_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title", "headline"),
    "outlet": ("og:site_name", "application-name", "citation_journal_title", "dc.publisher"),
    "url": ("og:url",),
    "authors": ("article:author", "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "citation_author"),
    "published": (
        *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "pubdate", "publish-date"),
        *("sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "date", "publication_date", "article.published"),
    ),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified"),
}
_COMMENT_MARKS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_BY = re.compile(r"^by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says: its `origin`, which source gave each field, its declared language and its summary.

    `live_blog`, `paywalled`: as the page declares. `corrections`: what it says was put right, one text each. `word_count`: how
    long it says that the article is.
    """

    origin: Origin
    sources: Mapping[str, str]
    language: str | None
    description: str | None
    live_blog: bool
    paywalled: bool
    corrections: tuple[str, ...]
    word_count: int | None


def metadata_of(head: PageHead, url: str | None) -> PageMetadata:
    """What the page's head and JSON-LD say. `url`: where the page was fetched, to resolve a relative address."""
    article, types = _json_ld_article(head)
    metas = _metas(head)
    stated = origin_of(article)[0] if article else NOTHING
    tagged = _tagged(metas)
    canonical = next((link.get("href") for link in head.links if "canonical" in link.get("rel", "").lower().split()), None)
    candidates: list[tuple[str, Origin]] = [
        (CANONICAL, Origin(url=_absolute(canonical, url))),
        (JSON_LD, _with_absolute_url(stated, url)),
        (META, _with_absolute_url(tagged, url)),
    ]
    origin, sources = first_of(candidates)
    return PageMetadata(
        origin=without_outlet(origin),
        sources=sources,
        language=head.language or (string_of(article, ("inLanguage",)) if article else None) or metas.get("og:locale"),
        description=(string_of(article, ("description",)) if article else None)
        or metas.get("og:description")
        or metas.get("description"),
        live_blog=_LIVE_BLOG in types,
        paywalled=_paywalled(article, metas),
        corrections=_corrections(article) if article else (),
        word_count=_word_count(article),
    )


def _paywalled(article: Fields | None, metas: Mapping[str, str]) -> bool:
    parts: Json = article.get("hasPart") if article else None
    wholes: list[Json] = [dict(article or {}), *(parts if isinstance(parts, list) else [parts])]
    closed = any(isinstance(item, dict) and str(item.get("isAccessibleForFree")).lower() == "false" for item in wholes)
    return closed or metas.get("article:content_tier", "").lower() == "locked"


def _word_count(article: Fields | None) -> int | None:
    value = str(article.get("wordCount", "")) if article else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 8 else None


def first_of(candidates: list[tuple[str, Origin]]) -> tuple[Origin, dict[str, str]]:
    """For each field the first candidate that has it, and the name of that candidate."""
    sources: dict[str, str] = {}
    for field in FIELDS:
        source = next((name for name, origin in candidates if getattr(origin, field)), None)
        if source is not None:
            sources[field] = source
    by_name = dict(candidates)

    def text(field: str) -> str | None:
        value = getattr(by_name[sources[field]], field) if field in sources else None
        return value if isinstance(value, str) else None

    return Origin(
        outlet=text("outlet"),
        url=text("url"),
        title=text("title"),
        authors=by_name[sources["authors"]].authors if "authors" in sources else (),
        published=text("published"),
        modified=text("modified"),
    ), sources


def without_outlet(origin: Origin) -> Origin:
    """`origin`, its title without the outlet's name at the end, as `Bridge shut - Orlec Courier` has it."""
    if not origin.title or not origin.outlet or not origin.title.rstrip().lower().endswith(origin.outlet.lower()):
        return origin
    bare = re.sub(rf"\s+[-–—|·:•]\s+{re.escape(origin.outlet)}\s*$", "", origin.title, flags=re.IGNORECASE)
    return Origin(origin.outlet, origin.url, bare, origin.authors, origin.published, origin.modified, origin.name)


def _metas(head: PageHead) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in head.metas:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = one_line(meta.get("content", ""))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _tagged(metas: Mapping[str, str]) -> Origin:
    def first(field: str) -> str | None:
        return next((metas[name] for name in _META_NAMES[field] if name in metas), None)

    def dated(field: str) -> str | None:
        return next((date for name in _META_NAMES[field] if name in metas and (date := iso_date(metas[name]))), None)

    authors = next((metas[name] for name in _META_NAMES["authors"] if name in metas and "://" not in metas[name]), "")
    return Origin(
        outlet=first("outlet"),
        url=first("url"),
        title=first("title"),
        authors=tuple(author for part in re.split(r"[;,]| and ", authors) if (author := one_line(_BY.sub("", part.strip())))),
        published=dated("published"),
        modified=dated("modified"),
    )


def _json_ld_article(head: PageHead) -> tuple[Fields | None, frozenset[str]]:
    """The object that describes the page's article, and the types of all objects; the outermost article counts."""
    objects = list(_objects(head))
    by_id = {name: item for item in objects if isinstance(name := item.get("@id"), str) and len(item) > 1}
    types: set[str] = set()
    article: Fields | None = None
    for item in objects:
        kinds = _types(item)
        types.update(kinds)
        dated = any(map(_ARTICLE_TYPE.search, kinds)) and (item.get("headline") or item.get("datePublished"))
        if article is None and (dated or _LIVE_BLOG in kinds):
            article = {name: _resolved(value, by_id) for name, value in item.items()}
    return article, frozenset(types)


def _objects(head: PageHead) -> Iterator[Fields]:
    """The objects of all JSON-LD on the page, outer ones first."""
    waiting: list[Json] = []
    for script in head.json_ld:
        try:
            value: Json = json.loads(_COMMENT_MARKS.sub("", script), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting.append(value)
    for number, value in enumerate(waiting):
        if number >= _MOST_OBJECTS:
            return
        if isinstance(value, dict):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            waiting.extend(value)


def _types(item: Fields) -> list[str]:
    value = item.get("@type")
    values = value if isinstance(value, list) else [value]
    return [name.rsplit("/", 1)[-1] for name in values if isinstance(name, str)]


def _resolved(value: Json, by_id: Mapping[str, Fields]) -> Json:
    """`value`, where it only points to another object by its `@id`, that object."""
    if isinstance(value, list):
        return [_resolved(item, by_id) if not isinstance(item, list) else item for item in value]
    if isinstance(value, dict) and len(value) <= 2 and "name" not in value:
        name = value.get("@id")
        return dict(by_id[name]) if isinstance(name, str) and name in by_id else value
    return value


def _corrections(article: Fields) -> tuple[str, ...]:
    value = article.get("correction")
    values: list[Json] = value if isinstance(value, list) else [value]
    texts = (item.get("text") if isinstance(item, dict) else item for item in values)
    return tuple(line for text in texts if isinstance(text, str) and (line := one_line(text)))


def _with_absolute_url(origin: Origin, base: str | None) -> Origin:
    url = _absolute(origin.url, base)
    return Origin(origin.outlet, url, origin.title, origin.authors, origin.published, origin.modified)


def _absolute(address: str | None, base: str | None) -> str | None:
    if not address:
        return None
    try:
        whole = urljoin(base or "", address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return one_line(whole) if parts.scheme in {"http", "https"} and parts.netloc else None
