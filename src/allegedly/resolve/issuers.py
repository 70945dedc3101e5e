"""Whose a document is, by the body that stands before its noun."""

from __future__ import annotations

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.roles import place_of
from allegedly.resolve.words import Words, capitalised, singular

BEARING = frozenset(("poll", "survey", "study"))
"""Documents that are known by whoever made them and their noun: "the Orlec Bell/Krona Times poll"."""
_PLATFORMS = ("Facebook", "Twitter", "YouTube", "Instagram", "Snapchat", "Tumblr", "LinkedIn", "Reddit", "Telegram", "WhatsApp")
"""Where a statement stands that somebody else has made: "a Facebook post"."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
_DAYS = ("December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Christmas")
_AMONG = ("Democratic", "Republican", "Labour", "Conservative", "Internet", "Web", "Twitter", "Facebook")
_NO_MAKER = frozenset((*_MONTHS, *_DAYS, *_AMONG))
"""Capitals before such a noun that tell when, where or among whom it was made."""


_REPORTING = frozenset(("report", "story", "article", "headline", "piece", "editorial", "coverage"))
"""What an outlet itself says: "a Krona Times report"."""


def reported_by(words: Words, head: int, stop: int, issuer: str | None, lexicon: Lexicon) -> str | None:
    """The outlet whose own report, story or headline the document at `head` is: "a Krona Times headline", "a report in Dagen"."""
    if singular(words.texts[head].lower()) not in _REPORTING:
        return None
    first = head + 1
    if issuer is None and first < stop and words.texts[first] in ("in", "from", "by"):
        stops = [end for end in range(min(stop, first + 6), first + 1, -1) if end == stop or not words.joined(end)]
        names = (words.text[words.starts[at] : words.ends[end - 1]] for end in stops for at in (first + 1, first + 2) if at < end)
        issuer = next((name for name in names if name in lexicon.bodies), None)
    body = lexicon.bodies.get(issuer or "")
    return issuer if body is not None and body.sort == "outlet" else None


def made_by(words: Words, start: int, head: int, lexicon: Lexicon) -> str | None:
    """The name of a poll, a survey or a study that tells who made it: "Krona Times poll"; `None` where it has none."""
    if words.texts[head] not in BEARING:
        return None
    first = head
    while (
        first > start
        and (capitalised(words.texts[first - 1]) or (words.texts[first - 1] in ("magazine", "newspaper") and first < head))
        and words.gap(first) in (" ", "/", "-", " & ", "\u00a0")
    ):
        if words.possessive[first - 1]:
            return None
        first -= 1
    while first < head and words.opens_sentence(words.starts[first]) and words.texts[first].lower() in lexicon.common:
        first += 1
    if first == head or place_of(words, first, head, lexicon) == head:
        return None
    made = all(text in _NO_MAKER or text.lower() in lexicon.modifiers for text in words.texts[first:head])
    return None if made else words.text[words.starts[first] : words.ends[head]]


def issuer_of(words: Words, start: int, head: int, lexicon: Lexicon) -> str | None:
    """The body before a document's noun: "a United Nations count"; none where two have each made one."""
    if "and" in words.texts[start:head] and singular(words.texts[head]) != words.texts[head]:
        return None
    for first in range(start, head):
        for last in range(head - 1, first - 1, -1):
            name = words.text[words.starts[first] : words.ends[last]]
            if name in lexicon.bodies and lexicon.bodies[name].sort != "seat" and name not in _PLATFORMS:
                members = last + 1 < head and singular(words.texts[last + 1].lower()) in lexicon.people | lexicon.roles.keys()
                return None if members else name
            place = lexicon.places.get(name)
            if place is not None and place.sort == "names" and last == head - 1 and words.possessive[last]:
                return place.name
        if capitalised(words.texts[first]) and first > start - 1:
            run = first
            while run + 1 < head and capitalised(words.texts[run + 1]):
                run += 1
            if words.texts[run] in lexicon.body_words and run > first:
                return words.text[words.starts[first] : words.ends[run]]
    return None
