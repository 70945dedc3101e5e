"""Kinds that the form of a source tells: a signed post, "a local newspaper" behind a name, "the author", "it" for a paper."""

from __future__ import annotations

import re

from allegedly.model import Span
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Person
from allegedly.resolve.words import Words

_SIGNED = re.compile(r"[—–-]? ?(?P<name>[^\s@(][^\n@(]{0,38}?) \(@\w{2,20}\)")
_MARKS = re.compile(r"^[^\w]+|[^\w.!?’')]+$")
"""Pictures and signs around the name of an account."""
_AUTHORS = frozenset(("author", "writer", "reporter", "correspondent", "columnist", "blogger", "reviewer"))
_BODIES = ("organisation", "outlet", "government")
_MAKERS = frozenset(
    (
        *("maker", "company", "firm", "startup", "start-up", "giant", "retailer", "chain", "manufacturer", "website", "network"),
        *("broadcaster", "newspaper", "magazine", "affiliate", "carmaker", "automaker", "chipmaker", "drugmaker", "airline"),
        *("insurer", "lender", "brokerage", "exchange", "operator", "carrier", "conglomerate", "subsidiary", "charity"),
        *(
            "nonprofit",
            "newswire",
            "agency",
            "site",
            "outlet",
            "channel",
            "station",
            "tabloid",
            "daily",
            "weekly",
            "platform",
            "publisher",
        ),
    )
)
"""Nouns right before a body's own name."""
_PLACES = 8
_APPOSED = 6
"""How many words behind a comma may tell what a name is."""
_OPENING = 1
"""The number of the last sentence in which "the author" is the article's own: a line that sums it up."""
_NO_NOUNS = frozenset(("but", "and", "so", "yet", "while", "as", "though"))


def signature_of(words: Words, span: Span, lexicon: Lexicon) -> str | None:
    """The name with which a post is signed: "tired norlander (@tirednl)"; `None` where it is a body's."""
    match = _SIGNED.fullmatch(span.of(words.text).strip())
    name = _MARKS.sub("", match["name"]) if match else ""
    if not name or name in lexicon.bodies or any(part in lexicon.body_words for part in name.split()):
        return None
    return name


def body_behind(words: Words, head: int, stop: int, lexicon: Lexicon) -> str | None:
    """What an apposition in small letters behind a name says that it is: "Dagen, a local newspaper"."""
    at = head + 1
    if at + 1 >= stop or words.gap(at) != ", " or words.texts[at] not in ("a", "an", "the"):
        return None
    for noun in range(at + 1, min(at + _APPOSED, stop)):
        if not words.joined(noun) or words.texts[noun] in lexicon.after_head:
            return None
        sort = lexicon.heads.get(words.texts[noun])
        ended = noun + 1 >= stop or not words.joined(noun + 1) or words.texts[noun + 1] in lexicon.after_head
        if sort in _BODIES and ended:
            return sort
    return None


def body_elsewhere(words: Words, person: Person, lexicon: Lexicon) -> str | None:
    """What the article says of a lone name at any of its places that no person is: "phone maker Krog", "Krog, which"."""
    if person.shown or len(person.parts) > 1:
        return None
    for span in person.spans[:_PLACES]:
        inside = words.within(span.start, span.end)
        at, before = inside.stop, inside.start - 1
        if at < len(words) and words.texts[at] == "which" and words.gap(at) == ", ":
            return "organisation"
        if before < 0 or not words.joined(inside.start) or words.possessive[before]:
            continue
        sort = lexicon.heads.get(words.texts[before])
        if sort in _BODIES and words.texts[before] in _MAKERS:
            return sort
        if words.texts[before].endswith("-based") and words.texts[before][0].isupper():
            return "organisation"
    return None


def is_author(words: Words, span: Span) -> bool:
    """Whether "this reporter", or "the author" in a line before the story, is who writes the article."""
    said = span.of(words.text).lower().split()
    if len(said) != 2 or said[1] not in _AUTHORS:
        return False
    return said[0] == "this" or (said[0] == "the" and words.sentence(span.start) <= _OPENING)


def of_a_document(words: Words, start: int, lexicon: Lexicon) -> Span | None:
    """The noun of the document for which "it" at `start` stands: what its own sentence, or else the one before, opens with."""
    stop = words.within(start, start + 1).start
    sentence = words.sentence(start)
    for back in (sentence, sentence - 1):
        first = stop
        while first > 0 and words.sentence(words.starts[first - 1]) >= max(back, 0):
            first -= 1
        while first < stop and words.texts[first].lower() in _NO_NOUNS:
            first += 1
        if first < stop:
            return _opening_noun(words, first, stop, lexicon)
    return None


def _opening_noun(words: Words, first: int, stop: int, lexicon: Lexicon) -> Span | None:
    """The noun of the phrase that opens a sentence, where it is a document; "this is just one study" is one."""
    texts = words.texts
    if first + 2 < stop and texts[first] in ("This", "That", "It") and texts[first + 1] in ("is", "was"):
        first += 2
    at = first
    while at + 1 < stop and words.joined(at + 1) and texts[at + 1].lower() not in lexicon.after_head and at - first < _APPOSED:
        at += 1
        if lexicon.heads.get(texts[at].lower()) == "document" and (at + 1 == stop or not _noun(texts[at + 1], lexicon)):
            return words.span(at, at)
    return None


def _noun(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in lexicon.heads or word.lower() in lexicon.roles or word[0].isupper()
