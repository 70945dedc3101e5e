"""What a language knows of the spellings of names, ready for look-up."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from allegedly.errors import LanguageError
from allegedly.languages import Table, load_language
from allegedly.resolve.lexicon import Lexicon, load_lexicon, strings
from allegedly.resolve.offices import Holder, load_offices

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"}
)


def plain(text: str) -> str:
    """The text in small letters, without accents.

    >>> plain("José ÁLVAREZ-Łukasz")
    'jose alvarez-lukasz'
    """
    lower = text.casefold()
    if not lower.isascii():
        lower = unicodedata.normalize("NFKD", lower)
        lower = "".join(c for c in lower if not unicodedata.combining(c)).translate(_LETTERS)
    return lower


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """Look-up tables; all words plain, as `plain` makes them. `words` is what resolving within an article knows."""

    words: Lexicon
    letters: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    short: Mapping[str, frozenset[str]]
    family_first: frozenset[tuple[str, ...]]
    given_particles: frozenset[str]
    dropped: frozenset[str]
    same_word: Mapping[str, str]
    generic: frozenset[str]
    shared_roles: frozenset[str]
    broad: frozenset[str]
    body_words: frozenset[str]
    places: Mapping[str, str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    holders: tuple[Holder, ...]
    no_names: frozenset[str]

    def skeleton(self, word: str) -> str:
        """What is the same for all spellings of a plain word."""
        return _skeleton(word, self)


@lru_cache(maxsize=100_000)
def _skeleton(word: str, spellings: Spellings) -> str:
    word = spellings.names.get(word, word)
    for written, meant in spellings.letters:
        if written[0] == "^":
            word = meant + word[len(written) - 1 :] if word.startswith(written[1:]) else word
        elif written[-1] == "$":
            word = word[: -(len(written) - 1)] + meant if word.endswith(written[:-1]) else word
        elif written in word:
            word = word.replace(written, meant)
    return word


@cache
def load_spellings(code: str) -> Spellings:
    """The tables of the language with this code. Raises `LanguageError` where there are none or they are malformed."""
    language, words = load_language(code), load_lexicon(code)
    letters, bodies = language.table("transliteration"), language.table("body_names")
    body_words = {plain(word).replace("'", "") for word in words.body_words}
    return Spellings(
        words=words,
        letters=tuple((pair[0], pair[1]) for pair in _groups(letters, "letters") if len(pair) == 2),
        names={plain(name): plain(group[0]) for group in _groups(letters, "names") for name in group},
        short=_short(_groups(letters, "short")),
        family_first=frozenset(tuple(plain(entry).split()) for entry in strings(letters, "family_first")),
        given_particles=frozenset(map(plain, strings(letters, "given_particles"))),
        dropped=frozenset(strings(bodies, "dropped")),
        same_word={word: group[0] for group in _groups(bodies, "same") for word in group},
        generic=frozenset(strings(bodies, "generic")) | body_words,
        broad=frozenset(strings(bodies, "broad")),
        body_words=frozenset(body_words),
        shared_roles=frozenset(strings(bodies, "shared_roles")),
        places={plain(name): place.code for name, place in words.places.items() if place.sort in ("names", "people")},
        titles=frozenset(plain(word) for word in (*words.honorifics, *words.short_titles)),
        suffixes=frozenset(plain(word) for word in words.suffixes),
        holders=tuple(holder for held in load_offices(code).holders.values() for holder in held),
        no_names=words.people | words.openers | words.determiners | frozenset(words.pronouns) | frozenset(words.roles),
    )


def _groups(table: Table, key: str) -> tuple[tuple[str, ...], ...]:
    value = table.get(key)
    if not isinstance(value, list):
        raise LanguageError(f"expected lists of words under {key!r}, found {value!r:.80}")
    groups = []
    for group in value:
        if not isinstance(group, list) or len(group) < 2:
            raise LanguageError(f"expected two words or more in each list under {key!r}, found {group!r:.80}")
        groups.append(tuple(str(word) for word in group))
    return tuple(groups)


def _short(groups: tuple[tuple[str, ...], ...]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            found.setdefault(plain(name), set()).add(plain(group[0]))
    return {name: frozenset(full) for name, full in found.items()}
