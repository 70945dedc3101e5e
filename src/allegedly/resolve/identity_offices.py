"""Who is meant by a surname behind an office: whoever of that name is known to have held it when the article was written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import TypeAlias

from allegedly.resolve.identity import Details
from allegedly.resolve.identity_lexicon import Spellings
from allegedly.resolve.identity_names import PersonName, read_name, relation
from allegedly.resolve.offices import Holder

_GENERATION = 25
"""Years between two terms that one person does not serve in."""

Known: TypeAlias = tuple[Collection[PersonName], Details]
"""Somebody's names, and what is said of them."""


def in_office(name: PersonName, details: Details, day: str | None, spellings: Spellings) -> PersonName | None:
    """The one person with this surname who held one of the offices on that day; else the only one who ever did.

    `None` where the data knows nobody, or several who are not one. "President Kennedy" is one man in any year; "Senator
    Kennedy" is another in 1970 than in 2020.
    """
    known = _holders(spellings)
    held = [
        (bearer, holder)
        for office in sorted(details.offices | details.roles)
        for bearer, holder in known.get((name.key, office), ())
        if not details.countries or holder.country in details.countries
    ]
    year = int(day[:4]) if day and day[:4].isdigit() else None
    then = [bearer for bearer, holder in held if year is not None and _then(holder, year)]
    return _one(then, spellings) or (_one([bearer for bearer, _ in held], spellings) if not then else None)


def is_bearer(names: Collection[PersonName], bearer: PersonName, spellings: Spellings) -> bool:
    """Whether one of somebody's names is, but for its spelling, that of the bearer of an office."""
    return any(name.given and relation(name, bearer, spellings) is not None for name in names)


def generations_apart(left: Known, right: Known, spellings: Spellings) -> bool:
    """Whether two with names that may be one are known to have held their offices a generation apart, as two Kennedys did."""
    one, other = _careers(left, spellings), _careers(right, spellings)
    return bool(one and other) and all(_gap(first, second) > _GENERATION for first in one for second in other)


def _careers(known: Known, spellings: Spellings) -> list[Holder]:
    """The offices of whoever is meant by these names: as they are written, and by the offices that are said of them."""
    names, details = known
    near = [
        (bearer.exact == name.exact, holder)
        for name in names
        if name.given
        for bearer, holder in _by_surname(spellings).get(name.key, ())
        if holder.start is not None and relation(name, bearer, spellings) is not None
    ]
    said = details.roles | details.offices
    held = [(exact, holder) for exact, holder in near if spellings.words.same_role.get(holder.office, holder.office) in said]
    as_written = [holder for exact, holder in held if exact]
    return as_written or [holder for _, holder in held] or [holder for exact, holder in near if exact]


def _gap(left: Holder, right: Holder) -> int:
    """The years between two terms; 0 where they overlap."""
    assert left.start is not None
    assert right.start is not None
    return max(left.start - (right.end or 9999), right.start - (left.end or 9999), 0)


def _then(holder: Holder, year: int) -> bool:
    return holder.start is not None and holder.start <= year <= (holder.end or 9999)


def _one(bearers: list[PersonName], spellings: Spellings) -> PersonName | None:
    """The only one of these, however the name is written; `None` where there are several or none."""
    if not bearers or any(relation(bearers[0], other, spellings) is None for other in bearers[1:]):
        return None
    return bearers[0]


@lru_cache(maxsize=8)
def _by_surname(spellings: Spellings) -> Mapping[str, tuple[tuple[PersonName, Holder], ...]]:
    found: dict[str, list[tuple[PersonName, Holder]]] = {}
    for held in _holders(spellings).values():
        for bearer, holder in held:
            found.setdefault(bearer.key, []).append((bearer, holder))
    return {key: tuple(held) for key, held in found.items()}


@lru_cache(maxsize=8)
def _holders(spellings: Spellings) -> Mapping[tuple[str, str], tuple[tuple[PersonName, Holder], ...]]:
    found: dict[tuple[str, str], list[tuple[PersonName, Holder]]] = {}
    for holder in spellings.holders:
        name = read_name(holder.name, spellings)
        office = spellings.words.same_role.get(holder.office, holder.office)
        found.setdefault((name.key, office), []).append((name, holder))
    return {key: tuple(held) for key, held in found.items()}
