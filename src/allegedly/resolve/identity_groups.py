"""Bodies and states of many articles: one by their normal form and country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allegedly.model.identity import Profile
from allegedly.resolve.identity_bearers import Apart, Tags, opposed
from allegedly.resolve.identity_bodies import read_body
from allegedly.resolve.identity_lexicon import Spellings, plain

_NAMED = 4
"""How many bodies of a name are named as perhaps the same."""

Groups = tuple[list[list[Profile]], list[Apart]]


def bodies_apart(profiles: Sequence[Profile], tags: Mapping[str, Tags], spellings: Spellings) -> Groups:
    """Bodies of one normal form: apart by country; a name that many bear, without one, also by outlet, or by article."""
    by_country: dict[str, list[Profile]] = {}
    silent: list[Profile] = []
    generic = local = False
    for profile in profiles:
        body = read_body(profile.name, spellings)
        generic, local = generic or body.generic, local or body.local
        told = {body.country} if body.country else set(profile.countries)
        if len(told) == 1:
            by_country.setdefault(told.pop() or "", []).append(profile)
        else:
            silent.append(profile)
    groups = list(by_country.values())
    doubts: list[Apart] = []
    if silent and not generic and len(groups) <= 1:
        groups = [[*(groups[0] if groups else ()), *silent]]
    elif silent:
        loose = [[one] for one in silent] if local else list(_by_outlet(silent).values()) if generic else [silent]
        reason = ("same name", "no country given")
        others = [*groups, *loose]
        doubts = [Apart(one[0], other[0], reason) for one in loose for other in others[:_NAMED] if other is not one]
        groups = others
    return [part for group in groups for part in _split(group, tags, spellings)], doubts


def states_apart(profiles: Sequence[Profile], tags: Mapping[str, Tags], spellings: Spellings) -> Groups:
    """States by their country, or by name where none is known."""
    groups: dict[tuple[str, ...], list[Profile]] = {}
    for profile in profiles:
        key = profile.countries if len(profile.countries) == 1 else ("", *read_body(profile.name, spellings).words)
        groups.setdefault(key, []).append(profile)
    return [part for group in groups.values() for part in _split(group, tags, spellings)], []


def _by_outlet(profiles: Sequence[Profile]) -> dict[str, list[Profile]]:
    """By outlet; what has none stays with its article."""
    found: dict[str, list[Profile]] = {}
    for profile in profiles:
        found.setdefault(plain(profile.outlet) if profile.outlet else f"\x00{profile.article}", []).append(profile)
    return found


def _split(group: Sequence[Profile], tags: Mapping[str, Tags], spellings: Spellings) -> list[list[Profile]]:
    """The group, parted where a judgement keeps some of it apart; the others stay with the largest part."""
    word = plain(group[0].name)
    if word in spellings.no_names:
        return [[profile] for profile in group]
    parts: dict[Tags, list[Profile]] = {}
    for profile in group:
        parts.setdefault(tags.get(profile.key, frozenset()), []).append(profile)
    joined: list[tuple[Tags, list[Profile]]] = []
    for tag, part in sorted(parts.items(), key=lambda one: (-len(one[0]), one[1][0].place)):
        fitting = [index for index, (other, _) in enumerate(joined) if not opposed(tag, other)]
        if fitting:
            most = max(fitting, key=lambda index: (len(joined[index][1]), -index))
            joined[most] = (joined[most][0] | tag, sorted((*joined[most][1], *part), key=lambda one: one.place))
        else:
            joined.append((tag, list(part)))
    return [part for _, part in joined]
