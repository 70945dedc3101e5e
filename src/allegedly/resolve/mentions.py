"""Where an article names someone or something: runs of capitals, split into roles and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.mention import Mention, mention_of
from allegedly.resolve.mentioned_bodies import body_opens, bracket_acronym, name_behind_body, placed_body
from allegedly.resolve.mentioned_people import name_start, person_mention
from allegedly.resolve.roles import place_of
from allegedly.resolve.runs import LABEL, LINKS, advocates, credit, leading, opens, run_from
from allegedly.resolve.unnamed_capitals import (
    common_noun,
    glued_twice,
    in_headline,
    numbered_part,
    pronoun_in_capitals,
    thing_of,
    title_or_people,
    two_in_one,
)
from allegedly.resolve.words import LEANING, Words, capitalised, contracted

_LONGEST_NAME = 5
_SHORT = 3
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_INSIDE = frozenset((*LINKS, "to"))
_COINED = re.compile(r"[A-Z][A-Za-z]+-(?:[a-z]+ers|speak|style|like|gate|related|era|type|bashing|watch|talk)")
"""Words made of a name: "Senate-speak"."""
GLUED = re.compile(r"([A-Z]\w{3,})\1")
"""A word that a page has set twice without a blank."""


def find_mentions(words: Words, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every name in the text, in order."""
    found: list[Mention] = []
    surnames: set[str] = set()
    accounts, behind = "@" in words.text, 0
    for at in [at for at, text in enumerate(words.texts) if capitalised(text)]:
        if at < behind or words.texts[at] in lexicon.postnominals or LABEL.match(words.texts[at]):
            continue
        if accounts and words.text[words.starts[at] - 1 : words.starts[at]] == "@":
            continue
        credited = credit(words, at, lexicon)
        if credited:
            behind = at + credited
            continue
        stop = behind = run_from(words, at, lexicon)
        first = at
        while (
            first < stop
            and (opens(words, first, lexicon) or contracted(words.texts[first]))
            and not (
                stop - first == 2
                and lexicon.given.get(words.texts[first])
                and words.texts[first + 1] not in lexicon.openers
                and words.texts[first + 1] not in lexicon.leaders
            )
        ):
            first += 1
        first = at if advocates(words, at, lexicon) else leading(words, first, stop, lexicon)
        first += stop - first == 2 and words.texts[first] == words.texts[first + 1]
        first += stop - first > 1 and words.texts[first].endswith(LEANING)
        if first == at > 0 and words.texts[at - 1] in ("al", "el") and words.gap(at) in (" ", "-"):
            first -= words.text[words.starts[at - 1] : words.ends[at]] in lexicon.bodies
        if first < stop:
            lone = stop - first == 1 and words.texts[first] in surnames
            mention = (
                _read(words, first, stop, lexicon)
                if not lone
                else person_mention(words, first, first, stop, lexicon, None, False)
            )
            if mention:
                found.append(_numbered(words, mention))
                last = words.texts[mention.stop - 1]
                if mention.sort == "person" and last not in lexicon.places and last not in lexicon.bodies:
                    surnames.add(last)
            elif stop - first > 2 and not run_together(words.texts[first:stop]):
                found.extend(_within_headline(words, first, stop, lexicon))
    return tuple(found)


def _numbered(words: Words, mention: Mention) -> Mention:
    """A body's mention with the number before it: "the 7th Circuit Court"."""
    before = mention.first - 1
    if mention.sort != "body" or before < 0 or not _ORDINAL.fullmatch(words.texts[before]) or words.gap(mention.first) != " ":
        return mention
    return replace(mention, span=words.span(before, mention.stop - 1), first=before, opens=words.starts[before])


def _read(words: Words, first: int, stop: int, lexicon: Lexicon) -> Mention | None:
    whole = words.text[words.starts[first] : words.ends[stop - 1]]
    known = lexicon.bodies.get(whole)
    state_body = known is not None and known.sort == "government" and whole not in ("House", "Fed")
    if stop - first == 1 and not state_body and common_noun(words, first, lexicon):
        return None
    if whole not in lexicon.bodies and (_buttons(words, first, stop, lexicon) or numbered_part(words, first, stop)):
        return None
    if _set_twice(words, first, stop):
        return None
    if whole in lexicon.places or place_of(words, first, stop, lexicon) == stop:
        return mention_of(words, first, stop, "place", first)
    if words.text[words.ends[stop - 1] : words.ends[stop - 1] + 1] == "/" and words.text[words.starts[first] - 1] in "(/":
        return None
    numbered = words.texts[stop - 1][-1].isdigit() and not words.texts[stop - 1].isdigit()
    if numbered or bracket_acronym(words, first, stop) is not None:
        return mention_of(words, first, stop, "body", first)
    last = words.texts[stop - 1]
    last = last.capitalize() if last.isupper() and len(last) > 3 else last
    titled = words.texts[first].lower() in lexicon.honorifics or words.texts[first].lower() in lexicon.short_titles
    given = lexicon.given.get(words.texts[first + titled]) if stop - first > 1 + titled else lexicon.given.get(words.texts[first])
    if whole in lexicon.bodies or (stop - first > 1 and last in lexicon.body_words and not given):
        return mention_of(words, first, stop, "body", first)
    if body_opens(words, first, stop, lexicon):
        return mention_of(words, first, stop, "body", first)
    if stop - first == 2 and words.texts[stop - 1].isupper() and words.texts[stop - 1] in lexicon.bodies:
        return mention_of(words, stop - 1, stop, "body", stop - 1)
    several = stop - first > 2
    own = name_behind_body(words, first, stop, lexicon) if several else None
    if own is not None:
        return person_mention(words, own, own, stop, lexicon, None, False)
    if several and (thing_of(words, first, stop, lexicon) or glued_twice(words, first, stop, lexicon)):
        stop -= 1
    if any(two_in_one(words, text) for text in words.texts[first:stop]) or ("-" in whole and _COINED.fullmatch(whole)):
        return None
    name, gender, titled = name_start(words, first, stop, lexicon)
    if name >= stop:
        return None
    if several and not titled and placed_body(words, first, name, stop, lexicon):
        return mention_of(words, first, stop, "body", first)
    if (
        not titled
        and any(text in lexicon.body_words for text in words.texts[name:stop])
        and not lexicon.given.get(words.texts[name])
    ):
        return mention_of(words, first, stop, "body", first)
    if not titled and not _INSIDE.isdisjoint(words.texts[name:stop]):
        return mention_of(words, first, stop, "body", first)
    if stop - name > _LONGEST_NAME or (stop - name > 2 and in_headline(words, name, stop, lexicon)):
        return None
    cut = next((at for at in range(name + 1, stop) if pronoun_in_capitals(words.texts[at], lexicon)), None)
    if cut is not None:
        return _read(words, first, cut, lexicon) if cut - name > 1 else None
    person = person_mention(words, first, name, stop, lexicon, gender, titled)
    law = lexicon.bodies.get(words.texts[stop - 1])
    if person.sort == "weak" and law is not None and law.sort == "document":
        return mention_of(words, stop - 1, stop, "body", stop - 1)
    if person.sort == "weak" and title_or_people(words, name, stop, lexicon):
        return replace(person, sort="body")
    return person


def _buttons(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether every word of a run is one of a page's buttons: "Share Tweet"."""
    opening = words.texts[first].lower() in lexicon.furniture
    return opening and all(text.lower() in lexicon.furniture for text in words.texts[first + 1 : stop])


def _set_twice(words: Words, first: int, stop: int) -> bool:
    """Whether a page has set a word of a run twice, with or without others between."""
    return bool(GLUED.fullmatch(words.texts[stop - 1])) or (stop - first > 1 and run_together(words.texts[first:stop]))


def _within_headline(words: Words, first: int, stop: int, lexicon: Lexicon) -> list[Mention]:
    """The full names in a run of capitals too long for one: given names with the word behind them."""
    found: list[Mention] = []
    at = first
    while at + 1 < stop:
        whole = words.texts[at + 1] not in lexicon.openers and not two_in_one(words, words.texts[at + 1])
        if lexicon.given.get(words.texts[at]) and whole and not words.possessive[at]:
            gender = lexicon.given[words.texts[at]]
            span = words.span(at, at + 1)
            known = None if gender == "either" else gender
            found.append(Mention(span, at, at + 2, "person", span.start, None, known, words.possessive[at + 1]))
            at += 1
        at += 1
    return found


def run_together(texts: Sequence[str]) -> bool:
    """Whether a page has set a name twice and another word right behind it: "Bell Anna BellGOP"."""
    return any(
        len(text) > _SHORT and longer.startswith(text) and longer[len(text) :][:1].isupper()
        for number, text in enumerate(texts)
        for longer in texts[number + 1 :]
    )
