"""Finds who wrote an article in what its page calls a byline, where nothing is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.read.asides import line_of

_MARKS = ("byline", "Byline", "author", "Author")
_NAMED = re.compile(r"(?:rel|itemprop|class|id|data-[a-z-]+)\s*=\s*[\"']?[^\"'>]{0,200}$", re.IGNORECASE)
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
_MOST, _LONGEST_TAG, _LONGEST = 12, 600, 400
_SHORT = 4  # a particle of a name has fewer letters
_BY = re.compile(r"^(?:(?:story|article|words|text|written|reported|posted|published)\s+)?by:?\s+", re.IGNORECASE)
_END = re.compile(
    r"\s[|•·–—/-]\s|[|•·\d(<]|,\s(?=[^,]*\b(?:\w+or|\w+er|\w+ent|the|a|an|news|press|staff)\b)"
    r"|\s(?:for|in|at|of|is|on|has|covers)\s"
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b)\s*")
_NAME = re.compile(
    r"[^\W\d_][^\W\d_.'’-]*\.?(?:[.'’-][^\W\d_]+)*\.?(?:\s(?:(?:de|da|di|del|der|den|la|le|van|von|bin|al|el|y|ten|ter|du)\s)*"
    r"[^\W\d_][^\W\d_.'’-]*\.?(?:[.'’-][^\W\d_]+)*\.?){1,3}"
)
_NO_NAMES = frozenset(
    (
        *("about", "more", "the", "author", "authors", "by", "follow", "contact", "view", "profile", "share", "comment", "read"),
        *(
            "all",
            "staff",
            "news",
            "editor",
            "editors",
            "editorial",
            "reporter",
            "correspondent",
            "press",
            "team",
            "desk",
            "writer",
        ),
        *("updated", "posted", "published", "agency", "agencies", "bureau", "from", "our", "your", "this", "image", "photo"),
        *("wire", "writer", "service"),
    )
)


def authors_in(page: str) -> tuple[str, ...]:
    """The names in the first byline after the headline that holds nothing but names, as far as can be told; none otherwise.

    >>> authors_in('<h1>Bridge shut</h1><p class="byline">By <a>Ana Brook</a> and Jo Field, transport correspondent</p>')
    ('Ana Brook', 'Jo Field')
    """
    start = max(page.find("<h1"), 0)
    for line in _lines(page, start):
        names = _names(line)
        if names:
            return names
    return ()


def _lines(page: str, start: int) -> Iterator[str]:
    """The words of the elements that are called bylines, in their order on the page from `start` on."""
    places = sorted(place for mark in _MARKS for place in _places(page, mark, start))
    for place in places[:_MOST]:
        opens = page.rfind("<", max(0, place - _LONGEST_TAG), place)
        closes = page.find(">", place, place + _LONGEST_TAG)
        tag = _TAG.match(page, opens) if opens >= 0 else None
        if tag is None or closes < 0 or not _NAMED.search(page, opens, place):
            continue
        end = page.find(f"</{tag[1]}", closes, closes + _LONGEST)
        if end >= 0:
            yield line_of(page[closes + 1 : end])


def _places(page: str, mark: str, start: int) -> Iterator[int]:
    for _ in range(_MOST):
        start = page.find(mark, start) + 1
        if not start:
            return
        yield start - 1


def _names(line: str) -> tuple[str, ...]:
    whole = _BY.sub("", line)
    end = _END.search(whole)
    parts = [part for part in _AND.split(whole[: end.start()] if end else whole) if part]
    if not parts or not all(map(is_name, parts)):
        return ()
    return tuple(dict.fromkeys(parts))


def is_name(words: str) -> bool:
    """Whether `words` are written as names of people are: two to four, each with a capital but for particles."""
    return (
        _NAME.fullmatch(words) is not None
        and not any(word[0].islower() and len(word) >= _SHORT for word in words.split())
        and not any(word.lower().strip(".") in _NO_NAMES for word in words.split())
    )
