"""Where the core of a source phrase ends, its noun before anything that says more of it, and how many it says there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Named
from allegedly.resolve.roles import ends_head, place_of
from allegedly.resolve.words import Words, capitalised, singular

ONE = frozenset(("a", "an", "the", "one", "another"))
"""What stands before a noun for one person."""
_TIMES = frozenset(
    [
        "year",
        "month",
        "week",
        "fall",
        "autumn",
        "summer",
        "spring",
        "winter",
        "decade",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "this",
        "last",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
"""What stands behind "this" or "last" for when something was published: "a survey last year"."""
_AUXILIARIES = ("has", "had", "have", "is", "was", "were", "will", "did", "does", "said", "says", "spoke", "met", "knows", "knew")
_ADJECTIVE = re.compile(r"\w{3}(?:ic|al|ive|ous|ary|ory|ish)$")
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tonight", "tomorrow"))
"""When something was said: the noun stands before it, but not in "the Sunday paper"."""


def day_of(words: Words, at: int) -> bool:
    """Whether a day owns what follows: "Wednesday’s"."""
    return words.possessive[at] and words.texts[at].lower() in _DAYS | {"today", "yesterday"}


def core_end(words: Words, first: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> int:
    """The last word of the phrase's core: before a comma, a relative word, a preposition, unless these lie in a name."""
    held = {
        at for item in named for at in range(words.within(item.mention.opens, item.mention.span.end).start + 1, item.mention.stop)
    }
    at = first + 1
    quoted = _quoted_to(words, first, stop)
    while at < stop:
        gap = words.gap(at)
        if at not in held and at >= quoted:
            if _bracketed(words, at, stop, named):
                at += 1
                continue
            inner = not words.joined(at) and gap not in ("",) and not (gap == " & " and _firm(words, at, named))
            ended = ends_head(words.texts[at], lexicon) and not _quantified(words, first, at, lexicon)
            if (
                inner
                or _dated(words, at, stop)
                or _placed_behind(words, first, at, stop, lexicon)
                or _set_again(words, at, named, lexicon)
                or (ended and not _qualifies(words, first, at, stop, lexicon))
            ):
                break
        at += 1
    while at - 1 > first and words.texts[at - 1].lower() in ("himself", "herself", "itself", "themselves", "too", "also"):
        at -= 1
    return at - 1


def _quoted_to(words: Words, first: int, stop: int) -> int:
    """The word behind a short quotation that a phrase begins with: "the “Band of Nine” senators"; else `first`."""
    opening = first + (words.texts[first].lower() in ("the", "a", "an", "this"))
    if opening >= stop or words.gap(opening)[-1:] not in ("“", '"', "‘"):
        return first
    for at in range(opening + 1, min(stop, opening + 6)):
        if words.gap(at) in ("” ", '" ', "’ "):
            return at + 1
    return first


def _bracketed(words: Words, at: int, stop: int, named: Sequence[Named]) -> bool:
    """Whether this word is a bracket behind a place before a title, or the word behind it: "Orlec (Md.) Mayor Bell"."""
    inner = at if words.gap(at) == " (" else at - 1 if words.gap(at) in (") ", ".) ") else None
    if inner is None or inner + 1 >= stop or words.gap(inner) != " (" or words.gap(inner + 1) not in (") ", ".) "):
        return False
    return any(
        inner < item.mention.first <= inner + 5
        and item.mention.sort == "person"
        and words.texts[item.mention.first - 1].istitle()
        for item in named
    )


def _firm(words: Words, at: int, named: Sequence[Named]) -> bool:
    """Whether "&" joins a firm's name before somebody's: "Orlec Bell & Dorn analyst Ida Krog"."""
    return any(
        item.mention.first > at + 1
        and item.mention.sort == "person"
        and all(words.joined(step) for step in range(at + 1, item.mention.first + 1))
        and words.texts[item.mention.first - 1].islower()
        for item in named
    )


def _qualifies(words: Words, first: int, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word that often says more of a noun stands before one here: "a recently published report", "Orlec based firm"."""
    word = words.texts[at].lower()
    if at + 1 >= stop or not words.texts[at + 1].islower() or not words.joined(at + 1):
        return False
    behind = words.texts[at + 1]
    if word == "based":
        return behind not in lexicon.after_head and words.texts[at - 1][0].isupper()
    led = all(text.lower() in lexicon.determiners or text.endswith("ly") for text in words.texts[first:at])
    later = behind not in lexicon.after_head or behind.endswith("ed")
    one = words.texts[first].lower() in ONE
    return led and one and later and word.endswith(("ed", "ly", "en", "wn", "ing", "line")) and word != "only"


def _dated(words: Words, at: int, stop: int) -> bool:
    """Whether the phrase ends with a day or with "out": "a police statement Sunday", "a report out tonight"."""
    word = words.texts[at].lower()
    if word in ("this", "last", "earlier", "next", "late") and at + 1 < stop and words.texts[at + 1].lower() in _TIMES:
        return True
    last = at + 1 >= stop or words.texts[at + 1].lower() in _DAYS
    if not last and word in _DAYS and words.texts[at - 1].islower():
        return words.texts[at + 1] in ("from", "by", "that", "which", "on")  # "a statement Sunday from the palace"
    return last and (word in _DAYS or (word == "out" and at + 1 < stop))


def _set_again(words: Words, at: int, named: Sequence[Named], lexicon: Lexicon) -> bool:
    """Whether a page sets a name once more right behind it: "Annie Bell Anna (Annie) Maria Bell"."""
    given = lexicon.given.get(words.texts[at]) and words.texts[at] not in lexicon.suffixes
    return bool(given) and any(item.mention.stop == at and item.mention.sort == "person" and item.people for item in named)


def _placed_behind(words: Words, first: int, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word says more of the noun before it: "students raised in fear", "the chart above", "those present"."""
    word, before = words.texts[at], words.texts[at - 1].lower()
    if (
        word in ("above", "below")
        or (word == "present" and at + 1 == stop)
        or (word == "out" and words.texts[at + 1 : at + 2] == ["of"])
    ):
        return True
    one = singular(before)
    many = one != before and (one in lexicon.roles or one in lexicon.people or one in lexicon.heads)
    behind = words.texts[at + 1].lower() if at + 1 < stop else ""
    ended = word.islower() and word.endswith(("ed", "ing")) and word not in lexicon.modifiers
    if ended and lexicon.heads.get(before) == "document" and at + 1 < stop:
        return behind in ("and", "by", "to", "on", "with") or any(mark in words.gap(at + 1) for mark in '"“‘')
    if many and capitalised(word):
        return _does(words, at, stop)
    named = at + 1 < stop and capitalised(words.texts[at + 1])
    if named and word.endswith("ing") and word.islower() and words.texts[first].lower() in ("a", "an", "one", "another"):
        return before in lexicon.roles or before in lexicon.people
    return many and ended and (named or behind in lexicon.after_head | lexicon.determiners | {"as", "up", "out", "off", "down"})


def _does(words: Words, at: int, stop: int) -> bool:
    """Whether who is named at `at` does something in the words behind: "sources Bell has spoken with"."""
    while at < stop and capitalised(words.texts[at]) and not words.possessive[at]:
        at += 1
    return at < stop and (words.texts[at] in _AUXILIARIES or words.texts[at].endswith("ed")) and words.gap(at) == " "


def _quantified(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether only a number or a quantity stands before "of", or a people before "and": "two of the officials", "Norwegian and
    Danish officials" speak of officials.
    """
    if words.texts[at] == "and":
        return _peoples(words, first, at, lexicon) or _fields(words, first, at, lexicon) or _ranks(words, at, lexicon)
    return words.texts[at] == "of" and all(
        word.lower() in lexicon.determiners and word.lower() not in ("his", "her", "its") for word in words.texts[first:at]
    )


def _peoples(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether "and" at `at` joins two countries before one noun in small letters: "Norwegian and Danish officials"."""
    before = words.texts[at - 1]
    second = place_of(words, at + 1, min(at + 4, len(words)), lexicon)
    if _both(words, first, at, lexicon) or _owned(words, at):
        return True
    parties = ("Democratic", "Republican")
    if before in parties and at + 2 < len(words) and words.texts[at + 1] in parties and words.gap(at + 2) == " ":
        return words.texts[at + 2].islower() and singular(words.texts[at + 2]) != words.texts[at + 2]
    if before not in lexicon.places or not at + 1 < second < len(words) or not words.joined(second):
        return False
    place = lexicon.places[words.text[words.starts[at + 1] : words.ends[second - 1]]]
    noun = words.texts[second]
    return place.sort == "people" and noun.islower() and not ends_head(noun, lexicon) and singular(noun) != noun


def _fields(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether "and" at `at` joins two adjectives before one plural: "Medical and mental health experts"."""
    before = words.texts[at - 1]
    led = all(text.lower() in lexicon.determiners for text in words.texts[first : at - 1])
    own = before.islower() or words.opens_sentence(words.starts[at - 1])
    if not led or not own or lexicon.given.get(before) or not _ADJECTIVE.search(before) or before in lexicon.places:
        return False
    end = at + 1
    while end < len(words) and end - at < 5 and words.texts[end].islower() and words.gap(end) == " ":
        noun = singular(words.texts[end])
        if end > at + 1 and noun != words.texts[end] and (noun in lexicon.roles or noun in lexicon.people):
            return True
        if words.texts[end] in lexicon.determiners or noun != words.texts[end]:
            return False
        end += 1
    return False


def _owned(words: Words, at: int) -> bool:
    """Whether "and" at `at` joins two owners of what follows: "Norland’s and Kaleva’s ambassadors"."""
    if not words.possessive[at - 1]:
        return False
    end = at + 1
    while end < len(words) and end - at < 4 and capitalised(words.texts[end]) and not words.possessive[end]:
        end += 1
    noun = words.texts[end + 1] if end + 1 < len(words) and words.possessive[end] else ""
    return noun.islower() and singular(noun) != noun


def _ranks(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether "and" at `at` joins two words that qualify offices before one plural: "Current and former Norwegian officials"."""
    behind = words.texts[at + 1 : at + 2]
    if words.texts[at - 1].lower() not in lexicon.modifiers or not behind or behind[0] not in lexicon.modifiers:
        return False
    for end in range(at + 2, min(at + 7, len(words))):
        lower = words.texts[end].lower()
        if words.gap(end) not in (" ", "-") or lower in lexicon.after_head:
            return False
        if singular(lower) != lower and (singular(lower) in lexicon.roles or singular(lower) in lexicon.people):
            return True
    return False


def _both(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether "and" at `at` joins two names before one plural in small letters: "House and Senate leaders"."""
    if not capitalised(words.texts[at - 1]) or words.possessive[at - 1]:
        return False
    end = at + 1
    while (
        end < len(words)
        and end - at < 5
        and capitalised(words.texts[end])
        and words.gap(end) == " "
        and not words.possessive[end]
    ):
        end += 1
    if end == at + 1 or end >= len(words) or words.gap(end) != " ":
        return False
    noun = words.texts[end].lower()
    return singular(noun) != noun and (singular(noun) in lexicon.roles or singular(noun) in lexicon.heads)


def number_of(words: Words, first: int, head: int, lexicon: Lexicon) -> int | None:
    """How many the phrase says that it speaks of: "two officials"."""
    for at in range(first, min(first + 4, head + 1)):
        lower = words.texts[at].lower()
        if lower in lexicon.numbers and at < head and (lower != "one" or at == first):
            return lexicon.numbers[lower]
        if (
            lower.isdigit()
            and len(lower) < 4
            and at < head
            and words.texts[at + 1].lower() not in ("percent", "per", "year", "years")
        ):
            following = words.text[words.ends[at] : words.ends[at] + 1]
            return int(lower) if following not in ("-", "%", ".") else None
        if lower not in lexicon.determiners:
            return None
    return None
