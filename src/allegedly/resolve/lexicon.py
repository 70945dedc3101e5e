"""What a language knows of names, roles, bodies and countries, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language, Table, load_language
from allegedly.languages.loader import Value


@dataclass(frozen=True, slots=True)
class Body:
    """A body that speaks: its fullest `name`, its `sort` (a table of institutions.toml), its `country`."""

    name: str
    sort: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A word for a country: `sort` is `names`, `people`, `capitals` or `regions`; `name` the country's first name."""

    code: str
    sort: str
    name: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-up tables. Keys of `places`, `bodies` and `body_words` keep their letter case, all others are in small letters.

    `linked` are the first words of bodies whose names hold small words: "Centers" for Harbour and Bridge Services.
    """

    places: Mapping[str, Place]
    bodies: Mapping[str, Body]
    body_words: Mapping[str, str]
    linked: frozenset[str]
    honorifics: Mapping[str, str]
    short_titles: Mapping[str, str]
    roles: Mapping[str, str]
    role_gender: Mapping[str, str]
    same_role: Mapping[str, str]
    modifiers: frozenset[str]
    former: frozenset[str]
    given: Mapping[str, str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    postnominals: frozenset[str]
    credits: Mapping[str, tuple[tuple[str, ...], ...]]
    advocates: frozenset[str]
    heads: Mapping[str, str]
    outlets: frozenset[str]
    hearsay: frozenset[str]
    people: frozenset[str]
    indefinite: frozenset[str]
    nobody: frozenset[str]
    quantities: frozenset[str]
    businesses: frozenset[str]
    of_a_state: frozenset[str]
    after_head: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    pronouns: Mapping[str, str]
    openers: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    met: tuple[str, ...]
    furniture: frozenset[str]
    replays: frozenset[str]
    common: frozenset[str]
    leaders: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]

    def of_country(self, code: str) -> frozenset[str]:
        """Every word for the country with this code."""
        return frozenset(word for word, place in self.places.items() if place.code == code)


@cache
def load_lexicon(code: str) -> Lexicon:
    """The tables of the language with this code. Raises `LanguageError` where its data is malformed."""
    language = load_language(code) if code != "en" else Language(code)
    titles, sources, names = language.table("titles"), language.table("sources"), language.table("names")
    roles = table(titles, "roles")
    bodies = _bodies(language.table("institutions"))
    sorts = ("person", "work", "military", "spokesperson", "office")
    return Lexicon(
        places=_places(language.table("countries")),
        bodies=bodies,
        linked=frozenset(name.split()[0] for name in bodies if any(word.islower() or word == "&" for word in name.split())),
        body_words=_reverse(table(language.table("institutions"), "words")),
        honorifics=_lower(_reverse(table(titles, "honorifics"))),
        short_titles={key.lower(): str(value) for key, value in table(titles, "short").items()},
        roles={word.lower(): sort for sort in sorts for word in strings(roles, sort)},
        role_gender={word.lower(): gender for gender in ("masculine", "feminine") for word in strings(roles, gender)},
        same_role=_same(roles),
        modifiers=frozenset(strings(table(titles, "before"), "modifiers")),
        former=frozenset(strings(table(titles, "before"), "former")),
        given=_given(names),
        particles=frozenset(strings(names, "particles")),
        suffixes=frozenset(strings(names, "suffixes")),
        postnominals=frozenset(strings(names, "postnominals")),
        credits=_credits(strings(names, "credits")),
        advocates=frozenset(strings(names, "advocates")),
        heads={
            word: sort
            for sort in ("organisation", "government", "outlet", "document", "group")
            for word in strings(sources, sort)
        },
        outlets=frozenset(strings(sources, "outlets")),
        hearsay=frozenset(strings(sources, "hearsay")),
        people=frozenset(strings(sources, "people")),
        indefinite=frozenset(strings(sources, "indefinite")),
        nobody=frozenset(strings(sources, "nobody")),
        quantities=frozenset(strings(sources, "quantities")),
        businesses=frozenset(strings(sources, "businesses")),
        of_a_state=frozenset(strings(roles, "of_a_state")),
        after_head=frozenset(strings(sources, "after_head")),
        determiners=frozenset(strings(sources, "determiners")),
        definite=frozenset(strings(sources, "definite")),
        pronouns=_reverse(table(sources, "pronouns")),
        openers=frozenset(strings(table(sources, "words"), "openers")),
        questions=frozenset(strings(table(sources, "interview"), "questions")),
        answers=frozenset(strings(table(sources, "interview"), "answers")),
        met=strings(table(sources, "interview"), "met"),
        furniture=frozenset(strings(language.table("furniture"), "words")),
        replays=frozenset(strings(language.table("furniture"), "replays")),
        leaders=_leaders(language.table("holders")),
        common=frozenset(strings(language.table("furniture"), "common")),
        numbers={key: value for key, value in table(sources, "numbers").items() if isinstance(value, int)},
    )


def _leaders(holders: Table) -> dict[str, frozenset[str]]:
    """The surnames of heads of state and government, which a text gives without any other name, with their first names."""
    highest = ("president", "prime minister", "chancellor", "vice president")
    entries = (
        entry
        for code in holders
        for office in highest
        if office in table(holders, code)
        for entry in strings(table(holders, code), office)
    )
    found: dict[str, set[str]] = {}
    for entry in entries:
        parts = entry.split(" ")
        found.setdefault(parts[-2 if entry[-1] in "-0123456789" else -1], set()).add(parts[0])
    return {surname: frozenset(first) for surname, first in found.items()}


def table(holder: Table, key: str) -> Table:
    """The table under `key`. Raises `LanguageError` where there is none."""
    value = holder.get(key)
    if not isinstance(value, dict):
        raise LanguageError(f"expected a table under {key!r}, found {value!r}; see the other languages' files for its shape")
    return value


def strings(holder: Table, key: str) -> tuple[str, ...]:
    """The words under `key`: a list, or one string with blanks between them. Raises `LanguageError` where there are none."""
    value = holder.get(key)
    if isinstance(value, str):
        return tuple(value.split())
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguageError(f"expected a list of words under {key!r}, found {value!r}")
    return tuple(str(word) for word in value)


def _reverse(holder: Table) -> dict[str, str]:
    return {word: key for key in holder for word in strings(holder, key)}


def _lower(words: Mapping[str, str]) -> dict[str, str]:
    return {word.lower(): value for word, value in words.items()}


def _given(names: Table) -> dict[str, str]:
    masculine, feminine = set(strings(names, "masculine")), set(strings(names, "feminine"))
    both = masculine & feminine
    told = {word: "masculine" if word in masculine else "feminine" for word in masculine | feminine}
    return {**told, **dict.fromkeys((*both, *strings(names, "either")), "either")}


def _credits(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(entries) for first, entries in found.items()}


def _same(roles: Table) -> dict[str, str]:
    groups = roles.get("same")
    found: dict[str, str] = {}
    for group in groups if isinstance(groups, list) else ():
        words = [str(word).lower() for word in group] if isinstance(group, list) else []
        found.update(dict.fromkeys(words, words[0]))
    return found


def _places(countries: Table) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for code in countries:
        entry = table(countries, code)
        names = strings(entry, "names")
        people = strings(entry, "people")
        name = names[0] if names else code
        for sort in ("regions", "capitals", "people", "names"):
            if sort not in entry:
                continue
            for word in strings(entry, sort):
                places[word] = Place(code, sort, name)
        for word in people:
            for plural in _plurals(word):
                places.setdefault(plural, Place(code, "people", name))
    return places


def _plurals(word: str) -> Iterable[str]:
    if word.endswith(("man", "men")):
        return (word[:-2] + "en",)
    return () if word.endswith(("s", "sh", "ch", "ese")) else (word + "s",)


def _bodies(institutions: Table) -> dict[str, Body]:
    bodies: dict[str, Body] = {}
    for sort, entries in institutions.items():
        if sort == "words":
            continue
        for entry in entries if isinstance(entries, list) else ():
            if not isinstance(entry, dict):
                raise LanguageError(f"expected a table for each of the {sort} bodies, found {entry!r}")
            names = strings(entry, "names")
            country: Value = entry.get("country", "")
            for name in names:
                bodies[name] = Body(names[0], sort, str(country) or None)
    return bodies
