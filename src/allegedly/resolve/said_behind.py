"""The country that is told of somebody right behind the name: for whom they work, what they led."""

from __future__ import annotations

from allegedly.model import Span
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.offices import Offices
from allegedly.resolve.roles import role_at
from allegedly.resolve.setting import Setting, Told
from allegedly.resolve.words import Words

_APPOSED = frozenset(
    ("a", "an", "the", "now", "formerly", "then", "one", "senior", "chief", "co-founder", "founder", "currently", "also")
)
_APPOSITION = 24
"""How many words behind a name may tell for whom somebody works."""


def told_behind(mention: Span, words: Words, offices: Offices, setting: Setting, lexicon: Lexicon) -> Told | None:
    """By what is said of somebody right behind the name: ", now with the Orlec-based firm Krog", ", who led the FBI"."""
    at = words.within(mention.start, mention.end).stop
    if at + 2 >= len(words) or words.possessive[at - 1] or words.gap(at) not in (", ", " "):
        return None
    aged = words.gap(at) == ", " and words.texts[at].isdigit() and words.gap(at + 1) == ", "
    if aged:
        at += 1  # "Anna Bell, 41, a nurse in Orlec"
        if at + 2 >= len(words):
            return None
    opening = words.texts[at].lower()
    if words.gap(at) == " ":
        named = words.texts[at + 1] == "the" and words.texts[at + 2][0].isupper()
        apposed = opening in ("of", "from") or (opening == "with" and named)
    elif opening in ("of", "from"):
        apposed = not aged  # where a bystander lives is not whom they speak for
    elif opening == "who":
        apposed = words.texts[at + 1] in offices.holding_verbs
    else:
        apposed = opening in _APPOSED or _called(words, at, lexicon)
    if not apposed:
        return None
    stop, sentence = at + 1, words.sentence(mention.start)
    while stop < len(words) and stop - at < _APPOSITION and words.sentence(words.starts[stop]) == sentence:
        if not set(words.gap(stop)).isdisjoint('“”";:—()') or words.texts[stop].lower() in offices.onlookers:
            break
        if (
            words.gap(stop).startswith(",")
            and words.texts[stop].islower()
            and words.texts[stop] not in ("and", "who", "now", "a")
        ):
            break
        if words.texts[stop] == "who" and words.texts[stop + 1 : stop + 2] and words.texts[stop + 1] not in offices.holding_verbs:
            break
        stop += 1
    return setting.telling(at, stop, works=True)


def _called(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a role without an article stands here: ", professor emeritus at Orlec University"."""
    while at + 1 < len(words) and words.texts[at].lower() in lexicon.modifiers and words.joined(at + 1):
        at += 1
    length = role_at(words, at, min(at + 3, len(words)), lexicon)
    return length > 0 and words.texts[at].islower()
