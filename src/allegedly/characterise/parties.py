"""Who acts in a text: noun phrases with the country and the sector that their own words tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import string, strings, table, tables
from allegedly.languages import Language

_TITLES = ("office", "military", "spokesperson")
_HIGHEST = ("president", "prime minister", "chancellor", "supreme leader", "king")
_PRIVATE = ("chief executive", "leader", "candidate")
_LED = ("REB", "OPP", "MIL", "UAF", "LAB", "REL", "PTY", "JUD", "COP")
_YEARS = re.compile(r" \d{4}-(?:\d{4})?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A country or body that words name: `country` (ISO 3166-1 alpha-2) and `sector` (PLOVER's), each `None` where not told.

    `place`: whether the words also name where something is; `people`: whether they are an adjective or a people.
    """

    country: str | None
    sector: str | None
    place: bool
    people: bool


@dataclass(frozen=True, slots=True)
class PartyRules:
    """`names`: by its first word, each name, the longest first. `sectors`: a noun's sector, in small letters;
    `equipment`: that of arms and vessels, which are parties only where a country has them.

    `surnames`: those of who held an office, by country; they count behind one of `titles`, or alone.
    """

    names: Mapping[str, tuple[tuple[tuple[str, ...], Named], ...]]
    sectors: Mapping[str, str]
    equipment: Mapping[str, str]
    surnames: Mapping[str, str]
    titles: frozenset[str]

    def name_at(self, words: Sequence[str], at: int, stop: int) -> tuple[Named, int] | None:
        """What is named by the words from `at` on, and how many words that takes."""
        for parts, named in self.names.get(words[at], ()):
            size = len(parts)
            if at + size <= stop and (size == 1 or tuple(words[at : at + size]) == parts):
                return named, size
        return None

    def sector_of(self, words: Sequence[str]) -> str | None:
        """The sector of a noun phrase: of its head, but for a leader, whose people tell more ("rebel leaders")."""
        lower = [word.lower() for word in words]
        stop = lower.index("of", 1) if "of" in lower[1:] else len(lower)
        head = next((at for at in range(stop - 1, -1, -1) if words[at][0].islower() or lower[at] in self.sectors), None)
        if head is None:
            return None
        found = self._sector_at(lower, head)
        if found is None or found != "GOV":
            return found
        led = (self._sector_at(lower, at) for at in range(head - 1, -1, -1))
        return next((sector for sector in led if sector in _LED), found)

    def _sector_at(self, lower: Sequence[str], at: int) -> str | None:
        pair = f"{lower[at - 1]} {lower[at]}" if at else ""
        return self.sectors.get(pair) or self.sectors.get(lower[at])


@cache
def load_parties(language: Language) -> PartyRules:
    """The names and nouns of a language. Raises `LanguageError` where its data is malformed."""
    names: dict[tuple[str, ...], Named] = {}
    countries, offices = language.table("countries"), language.table("offices")
    for code in countries:
        entry = table(countries, code)
        for key in ("regions", "capitals", "names", "people"):
            for word in strings(entry, key) if key in entry else ():
                for form in (word, word + "s") if key == "people" and not word.endswith(("s", "sh", "ch", "ese")) else (word,):
                    names[_split(form)] = Named(code, None, key != "people", key == "people")
    for code in table(offices, "cities"):
        for word in strings(table(offices, "cities"), code):
            names.setdefault(_split(word), Named(code, None, True, False))
    for code in table(offices, "tells"):
        for word in strings(table(offices, "tells"), code):
            names.setdefault(_split(word), Named(code, "GOV", False, False))
    surnames = _holders(language, names)
    _bodies(language, names)
    events = language.table("events")
    for group in tables(events, "names"):
        country = string(group, "country") if "country" in group else None
        sector = string(group, "sector") if "sector" in group else None
        for word in strings(group, "names"):
            names[_split(word)] = Named(country, sector, "place" in group, False)
    index: dict[str, list[tuple[tuple[str, ...], Named]]] = {}
    for parts, named in names.items():
        index.setdefault(parts[0], []).append((parts, named))
    roles = table(language.table("titles"), "roles")
    equipment = table(events, "equipment")
    titles = {word for key in _TITLES for word in strings(roles, key)}
    return PartyRules(
        {first: tuple(sorted(entries, key=lambda each: -len(each[0]))) for first, entries in index.items()},
        _sectors(language),
        {noun: sector for sector in equipment for noun in strings(equipment, sector)},
        surnames,
        frozenset(word.rpartition(" ")[2].lower() for word in titles),
    )


def _split(words: str) -> tuple[str, ...]:
    """The tokens of a name, its possessive apart as the tokens of a text have it."""
    return tuple(words.replace("'s ", " 's ").replace("’s ", " ’s ").split())


def _holders(language: Language, names: dict[tuple[str, ...], Named]) -> dict[str, str]:
    """Adds who held an office; gives the surnames of the highest, but for those of several countries."""
    listed = language.table("holders")
    surnames: dict[str, set[str]] = {}
    high: set[str] = set()
    for code in listed:
        for office in table(listed, code):
            for entry in strings(table(listed, code), office):
                name = _YEARS.sub("", entry)
                names.setdefault(_split(name), Named(code, "GOV" if office not in _PRIVATE else None, False, False))
                surname = name.rpartition(" ")[2]
                surnames.setdefault(surname, set()).add(code)
                if office in _HIGHEST:
                    high.add(surname)
    return {surname: codes.pop() for surname, codes in surnames.items() if len(codes) == 1 and surname in high}


_SORTS = {"bloc": "IGO", "government": "GOV", "seat": "GOV", "armed": "REB", "outlet": "JRN"}


def _bodies(language: Language, names: dict[tuple[str, ...], Named]) -> None:
    institutions = language.table("institutions")
    for sort in institutions:
        if sort == "words":
            continue
        for entry in tables(institutions, sort):
            country = string(entry, "country") if "country" in entry else None
            for name in strings(entry, "names"):
                names[_split(name)] = Named(country, _SORTS.get(sort), False, False)


def _sectors(language: Language) -> dict[str, str]:
    listed = table(language.table("events"), "sectors")
    found: dict[str, str] = {}
    for sector in listed:
        for noun in strings(listed, sector):
            plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
            found.setdefault(noun, sector)
            found.setdefault(plural, sector)
    return found
