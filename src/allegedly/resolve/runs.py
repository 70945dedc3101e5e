"""Runs of capitals: where one begins and ends, and what only stands before a name."""

from __future__ import annotations

import re

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.words import Words, capitalised

_ACRONYM = 3
"""Letters of the longest word in capitals that may be somebody's initials or a body's."""
LABEL = re.compile(r"[DRI]-[A-Z]")
"""The beginning of a legislator's label: "R-Ohio"."""
_OFFICES = ("Secretary", "Speaker", "Director", "Minister")
_TO = ("Right", "Road", "Path", "Freedom", "Ready", "Access", "Bridge", "Bridges")
"""What a body's name has before "to"."""
_FIRMS = ("Industries", "Systems", "Holdings", "Partners", "Pharmaceuticals", "Technologies", "Inc", "Corp", "LLC", "Health")
"""What a firm's name ends with, so that "of" behind it only tells where the firm is."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEFORE_DAYS = (
    *("Ash", "Black", "Bloody", "Casual", "Cyber", "Easter", "Fat"),
    *("Giving", "Good", "Holy", "Palm", "Ruby", "Shrove", "Super"),
)
"""What makes a name of a day."""
LINKS = ("of", "for", "and", "on")
"""Small words inside the name of a body."""
_INSIDE = (*LINKS, "to")


def credit(words: Words, at: int, lexicon: Lexicon) -> int:
    """How many words from `at` on credit a picture and stand before a name: "Getty Images Anna Bell"; 0 where none do."""
    for phrase in lexicon.credits.get(words.texts[at], ()):
        after = at + len(phrase)
        named = after < len(words) and words.gap(after) in (" ", "\n") and capitalised(words.texts[after])
        if named and tuple(words.texts[at:after]) == phrase:
            return len(phrase)
    return 0


def opens(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is capitalised for its place only; in a line of capitals, by its small letters."""
    word = words.texts[at]
    shouted = (
        len(word) > 1
        and word.isupper()
        and at + 1 < len(words)
        and len(words.texts[at + 1]) > 1
        and words.texts[at + 1].isupper()
    )
    return word in lexicon.openers or (shouted and word.capitalize() in lexicon.openers)


def run_from(words: Words, first: int, lexicon: Lexicon) -> int:
    """The word after the run of capitals that begins at `first`."""
    at, count = first + 1, len(words)
    if advocates(words, first, lexicon):
        at = first + 2 + (words.texts[first + 2] == "the")
    body = at > first + 1 or words.texts[first] in lexicon.body_words or words.texts[first] in _OFFICES
    while at < count and not (
        words.possessive[at - 1] and not (body and words.texts[at - 2] in ("for", "of") and at - first > 2)
    ):
        if not _may_go_on(words, first, at, lexicon) or words.aside(at) != words.aside(first):
            break
        gap = words.gap(at)
        before = words.texts[at - 1]
        if words.texts[at] in lexicon.postnominals and at - first > 1 and not body:
            break
        numeral = len(words.texts[at]) == 1 and at + 1 < count and words.gap(at + 1) == ". " and capitalised(words.texts[at + 1])
        if words.texts[at] in lexicon.suffixes and gap in (" ", ", ") and at - first > 1 and not numeral:
            return at + 1
        stopped = gap == ". " and (
            len(before) == 1 or before.lower() in lexicon.short_titles or before.lower() in lexicon.honorifics
        )
        if not stopped and not _near(words, first, at, gap, lexicon):
            break
        if gap == ", " or (gap == "" and before[-1:] != "."):
            break
        word = words.texts[at]
        if LABEL.match(word):
            break
        known = 0 if capitalised(word) and gap != " & " else _known_through(words, first, at, lexicon)
        if known:
            body, at = True, known
            continue
        if capitalised(word) or (word[0].isdigit() and body):
            body = body or word in lexicon.body_words or word in _OFFICES
            at += 1
            continue
        if word == "of" and before in _FIRMS:
            break
        following = at + 1
        if word in LINKS and following < count and words.texts[following] in lexicon.openers:
            break
        if word in LINKS and body and following < count and words.gap(following) == " " and words.texts[following] == "the":
            following += 1
        if word == "and" and _another(words, first, at, following, lexicon):
            break
        body = body or (word == "and" and _known_on(words, first, at, lexicon))
        linked = (
            word in lexicon.particles
            or (word in LINKS and body)
            or (word == "to" and (before in lexicon.body_words or before in _TO))
        )
        if not linked or following >= count or words.gap(following) != " " or not capitalised(words.texts[following]):
            if word in lexicon.particles and following < count and words.texts[following] in lexicon.particles:
                at += 1
                continue
            break
        at = following + 1
    while at > first + 1 and not capitalised(words.texts[at - 1]) and not words.texts[at - 1][0].isdigit():
        at -= 1
    return at - (not body and _day_behind(words, first, at - 1))


def _day_behind(words: Words, first: int, last: int) -> bool:
    """Whether a run ends with the day on which something is done: "talks with Mr. Bell Friday", but not "Black Friday"."""
    return last > first and words.texts[last] in _DAYS and words.texts[last - 1] not in _BEFORE_DAYS


def _may_go_on(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a run goes on through words like this one at all: a capital, a number, a suffix, a small word inside names."""
    word = words.texts[at]
    if capitalised(word) or word in _INSIDE or word in lexicon.particles or word in lexicon.suffixes or word[0].isdigit():
        return True
    return words.texts[first + (words.texts[first] in lexicon.openers)] in lexicon.linked


def _near(words: Words, first: int, at: int, gap: str, lexicon: Lexicon) -> bool:
    """Whether what stands before a word leaves it in the run: a blank, a hyphen, a body's "&", a bracket's end."""
    if gap in (" ", "\u00a0", "") or (gap == "-" and capitalised(words.texts[at])):
        return True
    if gap == " & ":
        return _one_body(words, first, at, lexicon) or _known_through(words, first, at, lexicon) > 0
    return gap == "] " and "[" in words.text[max(0, words.starts[first] - 60) : words.ends[at]]


def _another(words: Words, first: int, at: int, following: int, lexicon: Lexicon) -> bool:
    """Whether "and" at `at` leads on to somebody or something else; `following` is the word behind it, and behind "the"."""
    if at + 1 < len(words) and _whole(words, first, at, lexicon):
        behind = words.texts[at + 1].lower()
        if behind in ("the", "a", "an") or behind in lexicon.roles:
            return True
    if following < len(words) and words.texts[following] in lexicon.bodies:
        return True
    return any(lexicon.given.get(text) for text in words.texts[first:at])


def _known_through(words: Words, first: int, at: int, lexicon: Lexicon) -> int:
    """The word after a body that is known by a name that goes on through the small word or sign at `at`: "Harbours & Bridges
    Service"; 0 where there is none.
    """
    opening = first + (words.texts[first] in lexicon.openers)
    if words.texts[opening] not in lexicon.linked:
        return 0
    for end in range(min(at + 4, len(words) - 1), at - 1, -1):
        if words.text[words.starts[opening] : words.ends[end]] in lexicon.bodies and words.gap(end) in (" ", "-", " & "):
            return end + 1
    return 0


def _known_on(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the words before and behind "and" are one body's name that is known: "Orlec Fish and Game"."""
    text = words.text
    opening = first + (words.texts[first] in lexicon.openers)
    ends = range(at + 1, min(at + 4, len(words)))
    return opening < at and any(text[words.starts[opening] : words.ends[end]] in lexicon.bodies for end in ends)


def _whole(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the words before "and" are the whole name of a body that is known."""
    return words.text[words.starts[first] : words.ends[at - 1]] in lexicon.bodies


def advocates(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Whether a body of people who stand for something begins here: "Mothers Against Drink", "Citizens for the Harbour"."""
    if words.texts[first] not in lexicon.advocates or first + 2 >= len(words) or words.possessive[first]:
        return False
    link, cause = words.texts[first + 1], words.texts[first + 2]
    cause = words.texts[first + 3] if cause == "the" and first + 3 < len(words) else cause
    near = all(words.gap(at) == " " for at in (first + 1, first + 2))
    return near and link in ("for", "Against", "against", "Without", "without", "Concerned") and capitalised(cause)


def _one_body(words: Words, first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the words before and behind "&" are one body's name: "Orlec Rifle & Pistol Association"."""
    end = at
    while end < len(words) and end - at < 4 and capitalised(words.texts[end]) and (end == at or words.gap(end) == " "):
        end += 1
    named = any(lexicon.given.get(text) for text in words.texts[first:at])
    return end > at and words.texts[end - 1] in lexicon.body_words and not named


def leading(words: Words, first: int, stop: int, lexicon: Lexicon) -> int:
    """The first word of the name in a run of capitals, behind words of buttons and headlines that lead up to it."""
    if stop - first < 2:
        return first
    at = first
    if words.text[words.starts[first] : words.ends[stop - 1]] in lexicon.bodies:
        return first
    if first and words.texts[first - 1] in ("of", "for") and words.gap(first) == " ":
        at = next((step for step in range(first, stop - 1) if lexicon.given.get(words.texts[step])), first)
    if stop - at > 2 and words.texts[at] == words.texts[stop - 1] and lexicon.given.get(words.texts[at + 1]):
        at += 1
    if stop - at > 1 and words.texts[at].lower() in lexicon.common and words.opens_sentence(words.starts[at]):
        at += words.text[words.starts[at + 1] : words.ends[stop - 1]] in lexicon.bodies
    while stop - at > 1 and not lexicon.given.get(words.texts[at]) and _leads(words, at, stop, lexicon):
        at += 1
    return at


def _leads(words: Words, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word with a capital stands before a name and is no part of it: "WATCHED Anna Bell", "Either Bell"."""
    word = words.texts[at]
    lower, following = word.lower(), words.texts[at + 1]
    named = lexicon.given.get(following) is not None
    if lower in lexicon.roles or lower in lexicon.honorifics or lower in lexicon.short_titles or word in lexicon.body_words:
        return False
    shouted = word.isupper() and len(word) > _ACRONYM and sum(map(str.isupper, following)) == 1
    if lower in lexicon.replays and word.isupper():
        return True
    if lower in lexicon.furniture and (shouted or named or _buttons(words, at, stop, lexicon)):
        return True
    opening = words.opens_sentence(words.starts[at]) or words.gap(at).count("\n") > 0
    if lower in lexicon.common and (opening or named):
        return True
    listed = lower in words.distinct() and (opening or shouted)
    return listed and (named or lower.endswith(("ly", "ing")))


def _buttons(words: Words, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether nothing but buttons' words stand before a given name: "Twitter Pinterest Anna Bell"."""
    given = next((step for step in range(at + 1, stop) if lexicon.given.get(words.texts[step])), stop)
    return given < stop and all(words.texts[step].lower() in lexicon.furniture for step in range(at, given))
