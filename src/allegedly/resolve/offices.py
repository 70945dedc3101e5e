"""What tells a country besides its own names: parties, offices and their holders, cities, legislators' labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.languages import Language, load_language
from allegedly.resolve.lexicon import load_lexicon, strings, table

_LABEL = re.compile(r"[DRI]-(.+)")
_PLACE_SORTS = ("names", "people", "regions", "capitals")


@dataclass(frozen=True, slots=True)
class Offices:
    """Look-up tables of offices.toml, with the places and bodies of the lexicon.

    `phrases`: by its first word, each phrase that tells a country, as its words and the code, the longest first. `cities`:
    such phrases of cities alone. `lacks`: the roles, in small letters, that a country does not have. `holders`: a full name's
    country; `surnames`: that of a surname behind a title, where it is one country's only.
    """

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    cities: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    lacks: Mapping[str, frozenset[str]]
    abbreviations: Mapping[str, str]
    places: Mapping[str, str]
    holders: Mapping[str, str]
    surnames: Mapping[str, str]

    def label(self, word: str) -> str | None:
        """The country of a legislator's label: "D-Calif", "R-Michigan"."""
        match = _LABEL.fullmatch(word)
        return self.abbreviations.get(match[1]) or self.places.get(match[1]) if match else None


@cache
def load_offices(code: str) -> Offices:
    """The tables of the language with this code. Raises `LanguageError` where its data is malformed."""
    language = load_language(code) if code != "en" else Language(code)
    holder = language.table("offices")
    tells, cities, lacks = table(holder, "tells"), table(holder, "cities"), table(holder, "lacks")
    holders = {name: country for country in table(holder, "holders") for name in strings(table(holder, "holders"), country)}
    lexicon = load_lexicon(code)
    places = {word: place.code for word, place in lexicon.places.items() if place.sort in _PLACE_SORTS}
    bodies = {word: body.country for word, body in lexicon.bodies.items() if body.country and body.sort != "outlet"}
    told = {word: country for country in tells for word in strings(tells, country)}
    towns = {word: country for country in cities for word in strings(cities, country)}
    surnames: dict[str, set[str]] = {}
    for name, country in holders.items():
        surnames.setdefault(name.rpartition(" ")[2], set()).add(country)
    return Offices(
        phrases=_by_first({**bodies, **places, **told}.items()),
        cities=_by_first(towns.items()),
        lacks={country: frozenset(strings(lacks, country)) for country in lacks},
        abbreviations={
            word: country
            for country in table(holder, "abbreviations")
            for word in strings(table(holder, "abbreviations"), country)
        },
        places=places,
        holders=holders,
        surnames={surname: codes.pop() for surname, codes in surnames.items() if len(codes) == 1},
    )


def _by_first(phrases: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, code in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, code))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}
