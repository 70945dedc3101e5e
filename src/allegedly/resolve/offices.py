"""What tells a country besides its own names: parties, offices and their holders, cities, firms, legislators' labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.languages import Language, Table, load_language
from allegedly.languages.loader import Value
from allegedly.resolve.lexicon import load_lexicon, strings, table

_LABEL = re.compile(r"[DRI]-(.+)")
_YEARS = re.compile(r" (\d{4})-(\d{4})?$")
_PLACE_SORTS = ("names", "people", "regions", "capitals")
_HIGHEST = frozenset(
    ("president", "vice president", "prime minister", "chancellor", "supreme leader", "first lady", "pope", "king")
)
_SINGLE = frozenset(
    (
        *("president", "vice president", "prime minister", "first lady", "first daughter", "secretary of state"),
        *("attorney general", "press secretary", "pope", "supreme leader"),
    )
)
"""Offices that one person of a country holds at a time."""
_BEFORE, _AFTER = 12, 20
"""How many years before and after an office its holder is still the one whom a surname behind its title may mean."""

_INITIALS = 5
"""Letters up to which a name in capitals may be initials."""
_FAMILY_FIRST = frozenset(("CN", "HK", "KH", "KP", "KR", "SG", "TW", "VN"))

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By its first word, each phrase as its words and the country's code, the longest first."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who held a public office, or stood for it: `office` is its noun, the years `None` where the data has none."""

    name: str
    country: str
    office: str
    start: int | None = None
    end: int | None = None

    @property
    def surname(self) -> str:
        """The last word of the name that is no suffix; the first, where that is the family's."""
        words = self.name.split()
        if self.country in _FAMILY_FIRST:
            return words[0]
        return words[-2] if len(words) > 2 and words[-1] in ("Jr.", "Jr", "Sr.", "II", "III") else words[-1]

    def held(self, year: int) -> bool:
        """Whether the holder was in office in the whole of this year."""
        return self.start is not None and self.start < year < (self.end or 9999)

    def about(self, year: int | None) -> bool:
        """Whether a text of this year may speak of the holder by surname and title."""
        if year is None or self.start is None:
            return True
        return self.start - _BEFORE <= year <= (self.end or 9999) + _AFTER


@dataclass(frozen=True, slots=True)
class Offices:
    """Look-up tables of offices.toml and holders.toml, with the places and bodies of the lexicon.

    `phrases` tell a country and where an article is at home; `cities` and `belongs` do so only beside a role; `opens`: the words
    with which the former two begin. `lacks`: the roles, in small letters, that a country does not have. `houses`: firms, schools
    and papers, with the country of each. `holders`: those with a full name; `surnames`: those with a surname; `sole`: by country,
    those of offices that one person holds at a time.
    """

    phrases: Phrases
    cities: Phrases
    opens: frozenset[str]
    towns: frozenset[str]
    belongs: Phrases
    lacks: Mapping[str, frozenset[str]]
    abbreviations: Mapping[str, str]
    shortened: Mapping[str, str]
    places: Mapping[str, str]
    holders: Mapping[str, tuple[Holder, ...]]
    bearers: Mapping[str, tuple[Holder, ...]]
    surnames: Mapping[str, tuple[Holder, ...]]
    sole: Mapping[str, tuple[Holder, ...]]
    short: Mapping[str, str]
    local: frozenset[str]
    official: frozenset[str]
    issuers: frozenset[str]
    entourage: frozenset[str]
    onlookers: frozenset[str]
    papers: Mapping[str, str]
    holding_verbs: frozenset[str]
    public: frozenset[str]
    polls: frozenset[str]
    shares: frozenset[str]
    partisan: frozenset[str]
    sides: frozenset[str]
    private: frozenset[str]
    trade: frozenset[str]
    kin: frozenset[str]
    ruling: frozenset[str]
    agencies: frozenset[str]
    houses: Mapping[str, str]
    states: Mapping[str, str]
    everywhere: frozenset[str]

    def label(self, word: str) -> str | None:
        """The country of a legislator's label: "D-Calif", "R-Michigan"."""
        match = _LABEL.fullmatch(word)
        return self.abbreviations.get(match[1]) or self.places.get(match[1]) if match else None

    def of_name(self, name: str) -> str | None:
        """The country of whoever has this full name; `None` where nobody is known by it."""
        held = self.holders.get(_plain(name), ()) or self.bearers.get(_bare(name, self.short), ())
        return _one(held)

    def of_official(self, name: str) -> str | None:
        """The country of whoever has this full name, but for those who are known by their firm alone."""
        held = self.holders.get(_plain(name), ()) or self.bearers.get(_bare(name, self.short), ())
        return _one(held) if any(holder.office not in self.trade for holder in held) else None

    def of_surname(self, surname: str, heads: Iterable[str], year: int | None) -> str | None:
        """The country of whoever bears the surname behind one of these offices in a text of this year."""
        held = frozenset(heads)
        about = [holder for holder in self.surnames.get(surname, ()) if holder.about(year)]
        return _one([holder for holder in about if holder.office in held]) or (_one(_highest(about)) if held else None)

    def given(self, surname: str, heads: Iterable[str], year: int | None) -> frozenset[str]:
        """The given names of whoever bears the surname behind one of these offices, or needs no title, in a text of this year."""
        held = frozenset(heads)
        about = [holder for holder in self.surnames.get(surname, ()) if holder.about(year)]
        meant = [holder for holder in about if holder.office in held] or _highest(about)
        return frozenset(holder.name.split()[0] for holder in meant)

    def in_office(self, country: str, offices: Iterable[str], year: int) -> frozenset[str]:
        """The names, in full and by surname, of whoever held one of these offices in this year, where it was one person."""
        held = frozenset(offices) & _SINGLE
        found = [one for one in self.sole.get(country, ()) if one.office in held and one.held(year)]
        if len({one.surname for one in found}) != 1:
            return frozenset()
        return frozenset(name for one in found for name in (one.name, one.surname))

    def holding(self, offices: Iterable[str], year: int) -> frozenset[str]:
        """The full names of all, of whatever country, who held one of these offices in this year."""
        held = frozenset(offices) & _SINGLE
        return frozenset(one.name for many in self.sole.values() for one in many if one.office in held and one.held(year))

    def known(self, surname: str, year: int | None) -> str | None:
        """The country of a leader who needs no title: of whoever with this surname held a highest office about this year."""
        about = [holder for holder in self.surnames.get(surname, ()) if holder.about(year)]
        return _one(about) if _highest(about) else None

    def reigning(self, surname: str, year: int | None) -> str | None:
        """The country of whoever held a highest office in the whole of this year with this surname."""
        return _one(_highest(one for one in self.surnames.get(surname, ()) if year is not None and one.held(year)))

    def borne(self, surname: str, year: int | None) -> frozenset[str]:
        """The countries of all who held any office with this surname about this year."""
        return frozenset(holder.country for holder in self.surnames.get(surname, ()) if holder.about(year))


def _plain(name: str) -> str:
    """A name without dots, and not in capitals alone: "J.D. VANCE" and "JD Vance" are one."""
    bare = name.replace(".", "")
    return bare.title() if bare.isupper() and len(bare) > _INITIALS else bare


def _bare(name: str, short: Mapping[str, str]) -> str:
    """A name without initials in its middle and without "Jr", its first word in full: "Bob M. Bell" and "Robert Bell" are one."""
    words = _plain(name).split()
    words = words[:-1] if len(words) > 2 and words[-1] in ("Jr", "Sr", "II", "III", "IV") else words
    kept = [word for at, word in enumerate(words) if not 0 < at < len(words) - 1 or len(word) > 1]
    return " ".join((short.get(kept[0], kept[0]), *kept[1:])) if len(kept) > 1 else ""


def _highest(holders: Iterable[Holder]) -> list[Holder]:
    return [holder for holder in holders if holder.office in _HIGHEST]


def _one(holders: Iterable[Holder]) -> str | None:
    codes = {holder.country for holder in holders}
    return codes.pop() if len(codes) == 1 else None


@cache
def load_offices(code: str) -> Offices:
    """The tables of the language with this code. Raises `LanguageError` where its data is malformed."""
    language = load_language(code) if code != "en" else Language(code)
    holder = language.table("offices")
    lacks, abbreviations, shortened = table(holder, "lacks"), table(holder, "abbreviations"), table(holder, "shortened")
    lexicon = load_lexicon(code)
    places = {word: place.code for word, place in lexicon.places.items() if place.sort in _PLACE_SORTS}
    belongs = {**_schools(places | _told(table(holder, "cities"))), **_told(table(holder, "belongs"))}
    bodies = {word: body.country for word, body in lexicon.bodies.items() if body.country and body.sort != "outlet"}
    holders = tuple(_holders(language.table("holders")))
    short = _short(language.table("transliteration").get("short"))
    phrases = _by_first({**bodies, **places, **_told(table(holder, "tells"))}.items())
    cities = _by_first(_told(table(holder, "cities")).items())
    return Offices(
        phrases=phrases,
        cities=cities,
        opens=frozenset((*phrases, *cities)),
        towns=frozenset(_told(table(holder, "cities"))),
        belongs=_by_first(belongs.items()),
        lacks={country: frozenset(strings(lacks, country)) for country in lacks},
        abbreviations=_told(abbreviations),
        shortened=_told(shortened),
        places=places,
        holders=_grouped((_plain(holder.name), holder) for holder in holders),
        bearers=_grouped((_bare(holder.name, short), holder) for holder in holders),
        short=short,
        surnames=_grouped((each.surname, each) for each in holders),
        sole=_grouped((each.country, each) for each in holders if each.office in _SINGLE),
        local=frozenset(strings(table(holder, "local"), "words")),
        official=frozenset(strings(table(holder, "official"), "documents")),
        issuers=frozenset(strings(table(holder, "official"), "issuers")),
        entourage=frozenset(strings(table(holder, "entourage"), "words")),
        onlookers=frozenset(strings(table(holder, "onlookers"), "words")),
        holding_verbs=frozenset(strings(table(holder, "entourage"), "verbs")),
        public=frozenset(strings(table(holder, "public"), "words")),
        polls=frozenset(strings(table(holder, "public"), "polls")),
        shares=frozenset(strings(table(holder, "public"), "shares")),
        partisan=frozenset(strings(table(holder, "public"), "partisan")),
        sides=frozenset(strings(table(holder, "public"), "sides")),
        private=frozenset(strings(table(holder, "private"), "words")),
        trade=frozenset(strings(table(holder, "trade"), "words")),
        kin=frozenset(strings(table(holder, "kin"), "words")),
        ruling=frozenset(strings(table(holder, "ruling"), "words")),
        agencies=frozenset(strings(table(holder, "ruling"), "bodies")),
        houses=_told(table(holder, "belongs")),
        states=_states(table(holder, "states")),
        everywhere=frozenset(strings(table(holder, "everywhere"), "words")),
        papers={
            **{compact(word): body.country for word, body in lexicon.bodies.items() if body.sort == "outlet" and body.country},
            **_told(table(holder, "papers")),
        },
    )


def _short(groups: Value | None) -> dict[str, str]:
    """For each short form of a given name the first of those that it may be short for."""
    found: dict[str, str] = {}
    for group in groups if isinstance(groups, list) else ():
        names = [str(name) for name in group] if isinstance(group, list) else []
        for name in names:
            found.setdefault(name, found.get(names[0], names[0]))
    return found


def _states(states: Table) -> dict[str, str]:
    """For each abbreviation in a legislator's label the state's name."""
    return {short: state for state in states for short in strings(states, state)}


def _schools(places: Mapping[str, str]) -> dict[str, str]:
    """How schools are called after countries, regions and towns, with the country of each."""
    forms = ("University of {}", "{} University", "{} State University", "{} State", "University of {} System")
    return {form.format(place): code for place, code in places.items() for form in forms if place != "Washington"}


def compact(name: str) -> str:
    """The name of a paper as its address has it: "washingtonpost"."""
    return "".join(filter(str.isalnum, name.lower().removeprefix("the ")))


def _told(holder: Table) -> dict[str, str]:
    return {word: country for country in holder for word in strings(holder, country)}


def _holders(countries: Table) -> Iterable[Holder]:
    for country in countries:
        offices = table(countries, country)
        for office in offices:
            for entry in strings(offices, office):
                years = _YEARS.search(entry)
                name = entry[: years.start()] if years else entry
                start, end = (int(years[1]), int(years[2]) if years[2] else None) if years else (None, None)
                yield Holder(name, country, office, start, end)


def _grouped(entries: Iterable[tuple[str, Holder]]) -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for key, holder in entries:
        found.setdefault(key, []).append(holder)
    return {key: tuple(held) for key, held in found.items()}


def _by_first(phrases: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, code in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, code))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}
