"""What the comparison of two versions of a sentence knows of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.model import Certainty


@dataclass(frozen=True, slots=True)
class Rewording:
    """The lists of `drift.toml`; see there for what each is for.

    `hedges`: what each hedge makes of its noun or clause; `same`: each spelling of one word, as a tuple of words, with the one
    that stands for all; `failing` finds what puts off the words behind it.
    """

    saying: frozenset[str]
    never_inverted: frozenset[str]
    participles: frozenset[str]
    passive: frozenset[str]
    subordinators: frozenset[str]
    doubting: frozenset[str]
    thinking: frozenset[str]
    spoken: frozenset[str]
    spoken_openings: frozenset[str]
    permitting: frozenset[str]
    certain: frozenset[str]
    not_held: frozenset[str]
    asked: frozenset[str]
    hearsay: frozenset[str]
    no_hedges: frozenset[str]
    fillers: frozenset[tuple[str, ...]]
    failing: re.Pattern[str]
    hedges: dict[str, Certainty]
    not_before: dict[str, frozenset[str]]
    same: dict[tuple[str, ...], tuple[str, ...]]
    is_behind: frozenset[str]
    confused: frozenset[frozenset[str]]
    contracted: dict[str, str]


@cache
def load_rewording(language: Language) -> Rewording:
    """The lists of a language. Raises `LanguageError` where `drift.toml` is malformed."""
    hedges = {word: Certainty(key) for key, listed in _lists(language, "hedges").items() for word in listed}
    same = {
        tuple(spelling.split()): tuple(word.split()) for word, listed in _lists(language, "same").items() for spelling in listed
    }

    def words(key: str) -> frozenset[str]:
        return language.words("drift", key)

    return Rewording(
        saying=words("saying"),
        never_inverted=words("never_inverted"),
        participles=words("participles"),
        passive=words("passive"),
        subordinators=words("subordinators"),
        doubting=words("doubting"),
        thinking=words("thinking"),
        spoken=words("spoken"),
        spoken_openings=words("spoken_openings"),
        permitting=words("permitting"),
        certain=words("certain"),
        not_held=words("not_held"),
        asked=words("asked"),
        hearsay=words("hearsay"),
        no_hedges=words("no_hedges"),
        fillers=frozenset(tuple(each.split()) for each in words("fillers")),
        failing=either(words("failing")),
        hedges=hedges,
        not_before={word: frozenset(listed) for word, listed in _lists(language, "not_before").items()},
        same=same,
        is_behind=words("is_behind"),
        confused=frozenset(frozenset(each.split()) for each in words("confused")),
        contracted={ending: listed[0] for ending, listed in _lists(language, "contracted").items()},
    )


def either(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, the longest first, as whole words and in any case."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w’'-])(?:{listed})(?![\w’'])", re.IGNORECASE)


def _lists(language: Language, key: str) -> dict[str, list[str]]:
    table = language.table("drift").get(key)
    if not isinstance(table, dict):
        raise LanguageError(f"languages/{language.code}/drift.toml: {key} is to be a table, found {table!r:.60}")
    found: dict[str, list[str]] = {}
    for name, words in table.items():
        if not isinstance(words, list):
            raise LanguageError(f"languages/{language.code}/drift.toml: {key}.{name} is to be a list, found {words!r:.60}")
        found[name] = [str(word) for word in words]
    return found
