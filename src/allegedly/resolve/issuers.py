"""Whose a document is, by the body that stands before its noun."""

from __future__ import annotations

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.words import Words, capitalised, singular


def issuer_of(words: Words, start: int, head: int, lexicon: Lexicon) -> str | None:
    """The body before a document's noun: "a United Nations count"."""
    for first in range(start, head):
        for last in range(head - 1, first - 1, -1):
            name = words.text[words.starts[first] : words.ends[last]]
            if name in lexicon.bodies and lexicon.bodies[name].sort != "seat":
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
