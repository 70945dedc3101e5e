"""The parts of a person's name, and how two names are related."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from allegedly.resolve.identity_lexicon import Spellings, plain

_TOKEN = re.compile(r"[^\W\d_](?:[\w'\-]*\w)?\.?|[^\W\d_]\.")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart, in plain letters: `given` is empty where the name is a bare surname; `key` is what all spellings
    of the surname share; particles (van, al-) have no part in it. `initials`: whether no given name is written out.
    """

    written: str
    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str
    key: str

    @property
    def initials(self) -> bool:
        """Whether the given name is a letter alone."""
        return len(self.given) == 1

    @property
    def exact(self) -> tuple[str, ...]:
        """What names share that differ in nothing but case, accents, dots and hyphens."""
        return (self.given, *self.middle, self.surname, self.suffix)


@lru_cache(maxsize=100_000)
def read_name(written: str, spellings: Spellings) -> PersonName:
    """The name taken apart; titles before it are left out.

    >>> from allegedly.resolve.identity_lexicon import load_spellings
    >>> name = read_name("George H.W. Bush Jr.", load_spellings("en"))
    >>> name.given, name.middle, name.surname, name.suffix
    ('george', ('h', 'w'), 'bush', 'jr')
    """
    tokens = [token.rstrip(".") for token in _split(plain(written))]
    while len(tokens) > 1 and tokens[0] in spellings.titles:
        tokens.pop(0)
    suffix = ""
    while len(tokens) > 1 and tokens[-1] in spellings.suffixes and len(tokens[-1]) + (len(tokens) > 2) > 1:
        suffix = tokens.pop()
    if not tokens:
        return PersonName(written, "", (), plain(written).strip(), suffix, plain(written).strip())
    if len(tokens) > 1 and _family_first(tokens, spellings):
        given = "".join(part for token in tokens[1:] for part in token.split("-"))
        return PersonName(written, given, (), tokens[0], suffix, spellings.skeleton(tokens[0]))
    last = _without_particle(tokens[-1], spellings)
    key = spellings.skeleton(last.replace("-", "").replace("'", ""))
    before = [part for token in tokens[:-1] for part in token.split("-") if part]
    while before and before[-1] in spellings.words.particles and (len(before) > 1 or before[0] not in spellings.given_particles):
        before.pop()
    given, middle = (before[0], tuple(before[1:])) if before else ("", ())
    return PersonName(written, given, middle, last.replace("'", ""), suffix, key)


def _split(text: str) -> list[str]:
    tokens = []
    for found in _TOKEN.findall(text.replace(".", ". ")):
        if found.strip("."):
            tokens.append(found)
    return tokens


def _family_first(tokens: list[str], spellings: Spellings) -> bool:
    words = tuple(part for token in tokens for part in token.split("-"))
    return words[:1] in spellings.family_first or words[:2] in spellings.family_first


def _without_particle(word: str, spellings: Spellings) -> str:
    head, hyphen, tail = word.partition("-")
    return tail if hyphen and tail and head in spellings.words.particles else word


@dataclass(frozen=True, slots=True)
class Relation:
    """How two names of one surname are related: `rule` in words, and how much of a name they share (0 to 1)."""

    rule: str
    score: float


EXACT = "same name"
BARE = "surname alone"
SUFFIX = "one with a suffix"


def relation(left: PersonName, right: PersonName, spellings: Spellings) -> Relation | None:
    """How the names are related; `None` where they cannot be one person's."""
    if left.key != right.key or (left.suffix and right.suffix and left.suffix != right.suffix):
        return None
    if left.exact == right.exact:
        return Relation(EXACT, 1.0)
    found = [Relation("surname spelt in two ways", 0.8)] if left.surname != right.surname else []
    given = _given(left.given, right.given, spellings)
    if given is None:
        return None
    found.append(given)
    middle = _middle(left.middle, right.middle)
    if middle is None:
        return None
    if left.given and right.given:
        found.append(middle)
    if left.suffix != right.suffix:
        found.append(Relation(SUFFIX, 0.4))
    return min(found, key=lambda one: one.score)


def _given(left: str, right: str, spellings: Spellings) -> Relation | None:
    if left == right:
        return Relation(EXACT, 1.0)
    if not left or not right:
        return Relation(BARE, 0.3)
    if min(len(left), len(right)) == 1:
        return Relation("given name by its initial", 0.6) if left[0] == right[0] else None
    if spellings.skeleton(left) == spellings.skeleton(right):
        return Relation("given name spelt in two ways", 0.8)
    if spellings.short.get(left, frozenset()) & spellings.short.get(right, frozenset()):
        return Relation("short form of the given name", 0.6)
    return None


def _middle(left: tuple[str, ...], right: tuple[str, ...]) -> Relation | None:
    if left == right:
        return Relation(EXACT, 1.0)
    if not left or not right:
        return Relation("middle name in one alone", 0.7)
    if len(left) == len(right) and all(
        one[0] == other[0] and (one == other or 1 in (len(one), len(other))) for one, other in zip(left, right, strict=True)
    ):
        return Relation("middle name by its initial", 0.8)
    return None
