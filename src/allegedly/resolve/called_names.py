"""Names that a noun in small letters stands beside: "KANA news agency", "the film “The Ferry”", "the government of Norland"."""

from __future__ import annotations

import re

from allegedly.model import Span
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.roles import place_of
from allegedly.resolve.words import LEANING, Words, capitalised, singular

_WORKS = frozenset(
    (
        "book",
        "memoir",
        "novel",
        "biography",
        "film",
        "movie",
        "documentary",
        "video",
        "song",
        "album",
        "play",
        "musical",
        "series",
    )
) | frozenset(("podcast", "poem", "essay", "article", "op-ed", "column", "report", "pamphlet", "show", "sitcom", "cartoon"))
"""Nouns behind which a title in quotation marks is the name of what somebody has made."""
_TITLED = re.compile(r'\b(?P<noun>[a-z-]+),? (?:["“‘](?P<title>[^"”]{2,90}?)[,.]?["”’])[,.]?$')
_CLOSED = ("”", '"', "’")
_ADDRESS = re.compile(r"(?:the )?(?P<name>[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|tv|co\.uk|com\.au|ie|fr|de))", re.I)
_KINDS = ("party", "group", "movement", "militia", "coalition", "network", "militants", "campaign")
"""Nouns that tell what is known by its name alone: "the Norland First party"."""
_STATES_OWN = ("government", "presidency", "administration", "parliament", "state", "ministry")


def named_at(words: Words, at: int) -> bool:
    """Whether a name may begin with this word: with "Orlec", not with "Orlec-based"."""
    return capitalised(words.texts[at]) and not words.texts[at].endswith(LEANING)


def owned_name(words: Words, first: int, head: int, lexicon: Lexicon) -> bool:
    """Whether a phrase opens with the name or the title of whoever owns the body: "Speaker Paul Dorn’s office"."""
    place = place_of(words, first, head, lexicon)
    if place > first + 1 or words.text[words.starts[first] : words.ends[min(first + 1, head - 1)]] in lexicon.bodies:
        return True
    owner = next((at for at in range(first, head) if words.possessive[at]), first)
    run = all(capitalised(words.texts[at]) for at in range(first, owner + 1))
    opening = words.texts[first].lower()
    titled = opening in lexicon.honorifics or opening in lexicon.short_titles
    return owner > first and run and not titled and opening not in lexicon.common


def title_of(words: Words, span: Span) -> str | None:
    """The title of a work that a source ends with: "an animated film “The Ferry”"; `None` where it has none."""
    match = _TITLED.search(span.of(words.text)) if span.of(words.text).rstrip(",.")[-1:] in _CLOSED else None
    if match is None or singular(match["noun"]) not in _WORKS:
        return None
    before = span.of(words.text)[: match.start("noun")].lower().split()
    return None if {"of", "in", "by", "for", "behind", "from", "on", "with", "and"}.intersection(before) else match["title"]


def address_of(words: Words, span: Span) -> str | None:
    """The address of a site, where the source is nothing else: "krona.com"."""
    match = _ADDRESS.fullmatch(span.of(words.text)) if "." in span.of(words.text) else None
    return match["name"] if match is not None else None


def broadcaster(words: Words, start: int, head: int) -> str | None:
    """The name of a programme or channel that "news" ends: "Norlandian Channel 4 news"."""
    if words.texts[head].lower() != "news" or head == start or words.possessive[head - 1]:
        return None
    before = words.texts[head - 1]
    channel = before.isdigit() and head - 1 > start and capitalised(words.texts[head - 2])
    initials = before.isupper() and 1 < len(before) < 5
    return (
        words.text[words.starts[start] : words.ends[head]] if (channel or initials) and capitalised(words.texts[start]) else None
    )


def agency(words: Words, start: int, head: int, lexicon: Lexicon) -> str | None:
    """The name before "news agency", behind whoever owns it: "Norland’s official KANA news agency"."""
    if head < start + 2 or words.texts[head - 1] != "news":
        return None
    owned = next((at for at in range(head - 2, start - 1, -1) if words.possessive[at]), start - 1)
    first = next((at for at in range(owned + 1, head - 1) if capitalised(words.texts[at])), head)
    if first == head or not all(capitalised(text) for text in words.texts[first : head - 1]):
        return None
    place = place_of(words, first, head - 1, lexicon)
    return None if place == head - 1 else words.text[words.starts[first] : words.ends[head - 2]]


def known_before(words: Words, first: int, head: int, lexicon: Lexicon) -> str | None:
    """The body known by the capitals before a noun that tells only what it is: "the Norland First party"."""
    if words.texts[head] not in _KINDS:
        return None
    stop = first
    while stop < head and capitalised(words.texts[stop]):
        stop += 1
    name = words.text[words.starts[first] : words.ends[stop - 1]] if stop > first else ""
    body = lexicon.bodies.get(name)
    known = body is not None and body.sort in ("organisation", "armed", "bloc") and f"{name} Party" not in lexicon.bodies
    return name if known else None


def of_a_place(words: Words, head: int, lexicon: Lexicon) -> str | None:
    """A state's own body by the state behind it: "the government of Norland"."""
    if words.texts[head] not in _STATES_OWN or words.texts[head + 1 : head + 2] != ["of"] or words.gap(head + 1) != " ":
        return None
    first = head + 2
    stop = place_of(words, first, min(first + 4, len(words)), lexicon)
    plain = stop > first and words.gap(first) == " " and not words.possessive[stop - 1]
    return words.text[words.starts[head] : words.ends[stop - 1]] if plain else None
