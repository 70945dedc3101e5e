"""Surnames that stand alone: whom they mean, where that is sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from allegedly.model.identity import Comparison, Verdict
from allegedly.resolve.identity import Details, compare_details, compare_people, enough
from allegedly.resolve.identity_bearers import FAR_MORE, MORE, Apart, Bearer, Clashes, Tags, as_one, grown, opposed
from allegedly.resolve.identity_lexicon import Spellings
from allegedly.resolve.identity_names import BARE
from allegedly.resolve.identity_offices import in_office, is_bearer

_REACH = 730
"""Within how many days of a surname alone its bearer has to be named in full."""
_NAMED = 3
"""How many people are named as perhaps meant by a surname."""


def with_surnames(people: list[Bearer], bare: Sequence[Bearer], doubts: list[Apart], spellings: Spellings) -> list[Bearer]:
    """Adds surnames alone to the people they mean; those that mean nobody for sure stay by themselves."""
    added: dict[int, list[tuple[Bearer, str]]] = {}
    left: list[Bearer] = []
    days = [sorted(day for profile in person.profiles if (day := _ordinal(profile.day)) is not None) for person in people]
    met: dict[tuple[tuple[str, ...], Details, Tags], list[_Candidate]] = {}
    for bearer in bare:
        key = (bearer.names[0].exact, bearer.details, bearer.tags)
        if key not in met:
            met[key] = [] if bearer.profiles[0].joint else _candidates(bearer, people, spellings)
        day = _ordinal(bearer.profiles[0].day)
        near = [candidate for candidate in met[key] if _within_reach(day, days[candidate.index])]
        chosen = _meant(near)
        why: tuple[str, ...] = ()
        holder = in_office(bearer.names[0], bearer.details, bearer.profiles[0].day, spellings)
        if holder is not None and not (chosen and is_bearer(people[chosen.index].names, holder, spellings)):
            near = [one for one in met[key] if is_bearer(people[one.index].names, holder, spellings)]
            chosen, why = near[0] if len(near) == 1 else _meant(near), (f"{holder.written} held the office",)
        if chosen is not None:
            reason = f"{bearer.names[0].written}: {', '.join((*chosen.compared.reasons, *why))}"
            added.setdefault(chosen.index, []).append((bearer, reason))
            continue
        left.append(bearer)
        doubts.extend(Apart(bearer.profiles[0], people[one.index].profiles[0], one.compared.reasons) for one in near[:_NAMED])
    found = []
    for index, person in enumerate(people):
        joining = added.get(index, [])
        found.append(as_one([person, *(bearer for bearer, _ in joining)], [reason for _, reason in joining]))
    return [*found, *_alike(left)]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Whom a surname may mean: the number of the person, in how many articles, in how many of them with these details."""

    index: int
    compared: Comparison
    articles: int
    agreeing: int


def _candidates(bearer: Bearer, people: Sequence[Bearer], spellings: Spellings) -> list[_Candidate]:
    found = []
    for index, person in enumerate(people):
        if opposed(bearer.tags, person.tags):
            continue
        compared = compare_people((bearer.names[0], bearer.details), (person.names[0], person.details), spellings)
        if compared.verdict is not Verdict.DIFFERENT:
            agreeing = sum(number for details, number in person.said if enough(BARE, bearer.details, details))
            found.append(_Candidate(index, compared, len(person.profiles), agreeing))
    return found


def _meant(near: Sequence[_Candidate]) -> _Candidate | None:
    """The one whom a surname means; `None` where that is not sure."""
    sure = sorted((one for one in near if one.compared.verdict is Verdict.SAME), key=lambda one: (-one.agreeing, one.index))
    if not sure:
        return None
    silent = (one for one in near if one not in sure and not any(reason.startswith("but") for reason in one.compared.reasons))
    if any(sure[0].agreeing < FAR_MORE * max(1, one.agreeing) for one in sure[1:]):
        return None
    return None if any(sure[0].articles < MORE * one.articles for one in silent) else sure[0]


def _within_reach(day: int | None, days: Sequence[int]) -> bool:
    """Whether one of the days, which are sorted, is near; a day that is not known is near to all."""
    if day is None or not days:
        return True
    at = bisect_left(days, day)
    return any(abs(other - day) <= _REACH for other in days[max(0, at - 1) : at + 1])


@cache
def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def _alike(bare: Sequence[Bearer]) -> list[Bearer]:
    """Surnames whose bearers nobody names in full: one only where office or affiliation agree, and in reach of each other."""
    found: list[Bearer] = []
    speaking: dict[tuple[str, Tags], dict[Details, list[Bearer]]] = {}
    for bearer in bare:
        if bearer.profiles[0].joint or not enough(BARE, bearer.details, bearer.details):
            found.append(bearer)
        else:
            alike = speaking.setdefault((bearer.names[0].surname, bearer.tags), {})
            alike.setdefault(bearer.details, []).append(bearer)
    for group in speaking.values():
        nodes = [part for alike in group.values() for part in _in_reach(alike)]
        pairs = [
            (left, right)
            for left, right in combinations(range(len(nodes)), 2)
            if enough(BARE, nodes[left].details, nodes[right].details) and _near(nodes[left], nodes[right])
        ]
        found.extend(as_one([nodes[index] for index in sorted(part)]) for part in grown(len(nodes), pairs, _clashes(nodes)))
    return found


def _clashes(nodes: Sequence[Bearer]) -> Clashes:
    return lambda left, right: compare_details(nodes[left].details, nodes[right].details)[2]


def _in_reach(alike: Sequence[Bearer]) -> list[Bearer]:
    """Bearers with the same details, parted where nobody was quoted for long."""
    parts: list[list[Bearer]] = []
    for bearer in sorted(alike, key=lambda one: one.place[1]):
        if parts and _near(parts[-1][-1], bearer):
            parts[-1].append(bearer)
        else:
            parts.append([bearer])
    return [as_one(part) for part in parts]


def _near(left: Bearer, right: Bearer) -> bool:
    days = sorted(day for profile in right.profiles if (day := _ordinal(profile.day)) is not None)
    return any(_within_reach(_ordinal(profile.day), days) for profile in left.profiles)
