"""Profiles taken for one speaker so far, and how parts of them grow together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from allegedly.model.identity import Profile
from allegedly.resolve.identity import Details
from allegedly.resolve.identity_names import PersonName

Clashes: TypeAlias = Callable[[int, int], bool]
"""Whether two, by their numbers, cannot be one."""

Tags = frozenset[tuple[str, bool]]
"""The judgements that keep somebody apart, each with the side on which he stands."""

WIDELY, MORE = 5, 5
"""From how many articles, and how many times those of the next, a bearer is the one meant where nothing else is said."""
FAR_MORE = 20
"""How many times the articles of another whom the same details fit."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Profiles taken for one person so far. `said`: in how many profiles which details stand. `reasons`: why those of
    several names are one.
    """

    names: tuple[PersonName, ...]
    details: Details
    profiles: tuple[Profile, ...]
    tags: Tags
    said: tuple[tuple[Details, int], ...]
    reasons: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[int, tuple[str, str, str]]:
        """What orders bearers: the most articles first, then the earliest."""
        return -len(self.profiles), min(profile.place for profile in self.profiles)


@dataclass(frozen=True, slots=True)
class Apart:
    """Two bearers that may be one, and why they are kept apart."""

    left: Profile
    right: Profile
    reasons: tuple[str, ...]


def opposed(left: Tags, right: Tags) -> bool:
    """Whether a judgement keeps the two apart."""
    return any((judgement, not side) in right for judgement, side in left)


def grown(number: int, pairs: Iterable[tuple[int, int]], clashes: Clashes) -> list[list[int]]:
    """Joins the pairs one after another wherever nobody in the two parts clashes."""
    part = {index: [index] for index in range(number)}
    for left, right in pairs:
        one, other = part[left], part[right]
        if one is not other and not clash(one, other, clashes):
            one.extend(other)
            part.update(dict.fromkeys(other, one))
    return list({id(one): one for one in part.values()}.values())


def clash(one: Sequence[int], other: Sequence[int], clashes: Clashes) -> bool:
    """Whether anybody of the one clashes with anybody of the other."""
    return any(clashes(left, right) for left in one for right in other)


def as_one(bearers: Sequence[Bearer], reasons: Iterable[str] = ()) -> Bearer:
    """The bearers as one."""
    if len(bearers) == 1 and not reasons:
        return bearers[0]
    names: dict[PersonName, None] = {}
    why: dict[str, None] = {}
    tags: set[tuple[str, bool]] = set()
    said: Counter[Details] = Counter()
    for bearer in bearers:
        said.update(dict(bearer.said))
        names.update(dict.fromkeys(bearer.names))
        why.update(dict.fromkeys(bearer.reasons))
        tags |= bearer.tags
    why.update(dict.fromkeys(reasons))
    details = bearers[0].details
    for other in {bearer.details for bearer in bearers}:
        details = details | other
    profiles = sorted((profile for bearer in bearers for profile in bearer.profiles), key=lambda one: one.place)
    return Bearer(tuple(names), details, tuple(profiles), frozenset(tags), tuple(said.items()), tuple(why))
