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

    `hedges`: what each hedge makes of its noun or clause; `degrees`: words of each degree, hedges or not; `same`: each spelling
    of one word, as a tuple of words, with the one that stands for all; `failing` finds what puts off the words behind it;
    `opposites`: groups of words that exclude one another.
    """

    saying: frozenset[str]
    crediting: frozenset[str]
    also_nouns: frozenset[str]
    before_nouns: frozenset[str]
    expecting: frozenset[str]
    never_inverted: frozenset[str]
    participles: frozenset[str]
    passive: frozenset[str]
    subordinators: frozenset[str]
    doubting: frozenset[str]
    thinking: frozenset[str]
    spoken: frozenset[str]
    spoken_openings: frozenset[str]
    permitting: frozenset[str]
    intending: frozenset[str]
    sides: frozenset[str]
    linking: frozenset[str]
    modal: frozenset[str]
    certain: frozenset[str]
    not_held: frozenset[str]
    asked: frozenset[str]
    hearsay: frozenset[str]
    no_hedges: frozenset[str]
    plain_negators: frozenset[str]
    denying: frozenset[str]
    as_told: frozenset[str]
    lacking: frozenset[str]
    of_noun: frozenset[str]
    wishing: frozenset[str]
    fillers: frozenset[tuple[str, ...]]
    failing: re.Pattern[str]
    hedges: dict[str, Certainty]
    magnitudes: dict[str, int]
    degrees: dict[Certainty, frozenset[str]]
    not_before: dict[str, frozenset[str]]
    same: dict[tuple[str, ...], tuple[str, ...]]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
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
        crediting=words("crediting"),
        also_nouns=words("also_nouns"),
        before_nouns=words("before_nouns"),
        expecting=words("expecting"),
        never_inverted=words("never_inverted"),
        participles=words("participles"),
        passive=words("passive"),
        subordinators=words("subordinators"),
        doubting=words("doubting"),
        thinking=words("thinking"),
        spoken=words("spoken"),
        spoken_openings=words("spoken_openings"),
        permitting=words("permitting"),
        intending=words("intending"),
        sides=words("sides"),
        linking=words("linking"),
        modal=words("modal"),
        certain=words("certain"),
        not_held=words("not_held"),
        asked=words("asked"),
        hearsay=words("hearsay"),
        no_hedges=words("no_hedges"),
        plain_negators=words("plain_negators"),
        denying=words("denying"),
        as_told=words("as_told"),
        lacking=words("lacking"),
        of_noun=words("of_noun"),
        wishing=words("wishing"),
        fillers=frozenset(tuple(each.split()) for each in words("fillers")),
        failing=either(words("failing")),
        hedges=hedges,
        magnitudes={word: int(rank) for rank, listed in _lists(language, "magnitudes").items() for word in listed},
        degrees={Certainty(key): frozenset(listed) for key, listed in _lists(language, "degrees").items()},
        not_before={word: frozenset(listed) for word, listed in _lists(language, "not_before").items()},
        same=same,
        opposites=_opposites(language),
        is_behind=words("is_behind"),
        confused=frozenset(frozenset(each.split()) for each in words("confused")),
        contracted={ending: listed[0] for ending, listed in _lists(language, "contracted").items()},
    )


def _opposites(language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The pairs of groups of words that exclude one another."""
    found = language.table("drift").get("opposites")
    pairs = []
    for entry in found if isinstance(found, list) else [found]:
        one, other = (entry.get(side) if isinstance(entry, dict) else None for side in ("one", "other"))
        if not isinstance(one, list) or not isinstance(other, list):
            raise LanguageError(f"languages/{language.code}/drift.toml: opposites is to have one and other, found {entry!r:.60}")
        pairs.append((frozenset(map(str, one)), frozenset(map(str, other))))
    return tuple(pairs)


def either(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, the longest first, as whole words and in any case."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])(?<!\w[’'])(?:{listed})(?![\w])(?![’']\w)", re.IGNORECASE)


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
