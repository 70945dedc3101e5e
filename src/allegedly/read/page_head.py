"""What a page says about itself outside its text: meta tags, links, title, language, JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

_ATTRIBUTE = re.compile(r"([^\s=\"'>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ATTRIBUTES = r"(?:[^>=\"']++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=\"'])*+"
_TAG = re.compile(rf"<(html|meta|link)(?=[\s/])({_ATTRIBUTES})>", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]*>([^<]*)", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b[^>]*$", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_LONGEST_TAG = 2_000
_MOST_TAGS, _MOST_SCRIPTS = 2_000, 200


@dataclass(frozen=True, slots=True)
class PageHead:
    """The head of a page, attribute names in lower case, character references resolved."""

    metas: tuple[Mapping[str, str], ...]
    links: tuple[Mapping[str, str], ...]
    json_ld: tuple[str, ...]
    title: str | None
    language: str | None


def head_of(page: str) -> PageHead:
    """The head of `page`: its tags up to where the body begins, and JSON-LD anywhere. Never raises."""
    body = _BODY.search(page)
    head = page[: body.start() if body else len(page)]
    metas: list[Mapping[str, str]] = []
    links: list[Mapping[str, str]] = []
    language: str | None = None
    for number, match in enumerate(_TAG.finditer(head)):
        if number >= _MOST_TAGS:
            break
        attributes = attributes_of(match[2])
        tag = match[1].lower()
        if tag == "html":
            language = language or attributes.get("lang") or attributes.get("xml:lang")
        else:
            (metas if tag == "meta" else links).append(attributes)
    title = _TITLE.search(head)
    return PageHead(tuple(metas), tuple(links), tuple(_json_ld(page)), unescape(title[1]) if title else None, language)


def attributes_of(raw: str) -> dict[str, str]:
    """The attributes of a tag as written; of two with one name the first counts.

    >>> attributes_of('class="a" CLASS=b hidden title=a&amp;b')
    {'class': 'a', 'hidden': '', 'title': 'a&b'}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def _json_ld(page: str) -> Iterator[str]:
    position = 0
    for _ in range(_MOST_SCRIPTS):
        position = page.find("ld+json", position)
        if position < 0:
            return
        opens = _SCRIPT.search(page, max(0, position - _LONGEST_TAG), position)
        closes = page.find(">", position, position + _LONGEST_TAG)
        position += 1
        if opens and closes >= 0:
            end = _SCRIPT_END.search(page, closes)
            if end is None:
                return
            yield page[closes + 1 : end.start()]
            position = end.end()
