"""What the language's data says of how surely cues present their contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import string, strings, table
from allegedly.characterise.kind import any_of
from allegedly.languages import Language, Table
from allegedly.model import Certainty, Kind


@dataclass(frozen=True, slots=True)
class HearsayRules:
    """`found` finds documents and people that stand for nobody in particular ("reports", "sources"), but behind a word of
    `of_body` ("police reports"), and sources but behind one of `in_office` ("a government source"); `nameless` those of whom only
    is told how they know ("a person familiar with").
    """

    found: re.Pattern[str]
    nameless: re.Pattern[str]
    of_body: frozenset[str]
    in_office: frozenset[str]


@dataclass(frozen=True, slots=True)
class TargetRules:
    """`kinds` whose bare target asserts nothing, where none of `predicate` follows; `of_noun`, `of_verb` before one and `as_more`
    after it make it part of the target. `calling`: cues that say what something is by themselves.
    """

    kinds: frozenset[Kind]
    predicate: re.Pattern[str]
    of_noun: frozenset[str]
    of_verb: frozenset[str]
    as_more: frozenset[str]
    calling: frozenset[str]


@dataclass(frozen=True, slots=True)
class FeelingRules:
    """`about` opens what a feeling is about. Of fears, `feared` opens what does not exist
    yet, no word of `definite` does. Who is `sure` of a thing holds it for probable.
    """

    about: tuple[str, ...]
    definite: frozenset[str]
    feared: tuple[str, ...]
    sure: frozenset[str]


@dataclass(frozen=True, slots=True)
class TopicRules:
    """Words of cues that only tell of a topic: `telling` of what is known by a word of `definite`, `naming` of one of `nouns`,
    `speaking` "about" it. `claims` are topics that somebody claims.
    """

    telling: frozenset[str]
    naming: frozenset[str]
    speaking: frozenset[str]
    definite: frozenset[str]
    nouns: re.Pattern[str]
    claims: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class CertaintyRules:
    """`kinds`: how sure a kind is by itself; `passive`: what passives give that name nobody ("it was determined that")."""

    kinds: dict[Kind, Certainty]
    passive: dict[str, Certainty]
    hearsay: HearsayRules
    target: TargetRules
    feeling: FeelingRules
    topic: TopicRules


@cache
def load_certainty(language: Language) -> CertaintyRules:
    """The rules of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("certainty")
    kinds, passive, target, topic = (table(data, key) for key in ("kinds", "passive", "target", "topic"))
    return CertaintyRules(
        {Kind(key): Certainty(string(kinds, key)) for key in kinds},
        {word: Certainty(key) for key in passive for word in strings(passive, key)},
        _hearsay(table(data, "hearsay"), strings(language.table("sources"), "hearsay")),
        TargetRules(
            frozenset(Kind(kind) for kind in strings(target, "kinds")),
            any_of(strings(target, "predicate")),
            _set(target, "of_noun"),
            _set(target, "of_verb"),
            _set(target, "as_more"),
            _set(target, "calling"),
        ),
        _feeling(table(data, "feeling")),
        TopicRules(
            _set(topic, "telling"),
            _set(topic, "naming"),
            _set(topic, "speaking"),
            _set(topic, "definite"),
            any_of(strings(topic, "nouns")),
            any_of(strings(topic, "claims")),
        ),
    )


def _set(data: Table, key: str) -> frozenset[str]:
    return frozenset(strings(data, key))


def _feeling(data: Table) -> FeelingRules:
    return FeelingRules(
        tuple(word + " " for word in strings(data, "about")),
        _set(data, "definite"),
        tuple(word + " " for word in strings(data, "feared")),
        _set(data, "sure"),
    )


def _hearsay(data: Table, reports: tuple[str, ...]) -> HearsayRules:
    people, tails = ("|".join(re.escape(word) for word in strings(data, key)) for key in ("people", "nameless"))
    return HearsayRules(
        any_of((*reports, *(word + "s" for word in reports), *strings(data, "sources"))),
        re.compile(rf"\b(?:{people})(?: \w+)?,? (?:{tails})\b", re.IGNORECASE),
        _set(data, "of_body"),
        _set(data, "in_office"),
    )
