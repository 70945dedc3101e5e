"""People of one surname, told apart: which profiles are one person's, whatever the order in which they came."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from allegedly.model.identity import Comparison, Profile, Verdict
from allegedly.resolve.identity import Details, compare_details, compare_people, read_details
from allegedly.resolve.identity_bearers import FAR_MORE, MORE, WIDELY, Apart, Bearer, Clashes, Tags, as_one, clash, grown, opposed
from allegedly.resolve.identity_lexicon import Spellings
from allegedly.resolve.identity_names import SUFFIX, read_name
from allegedly.resolve.identity_offices import generations_apart
from allegedly.resolve.identity_surnames import with_surnames


def tell_apart(profiles: Sequence[Profile], tags: dict[str, Tags], spellings: Spellings) -> tuple[list[Bearer], list[Apart]]:
    """The people among profiles of one surname, and those who may be one. `tags`: of profiles, by key."""
    doubts: list[Apart] = []
    by_name: dict[tuple[str, ...], list[Bearer]] = {}
    bare: list[Bearer] = []
    for profile in sorted(profiles, key=lambda one: one.place):
        name = read_name(profile.name, spellings)
        details = read_details(profile, spellings)
        bearer = Bearer((name,), details, (profile,), tags.get(profile.key, frozenset()), ((details, 1),))
        if name.given and not profile.joint:
            by_name.setdefault(name.exact, []).append(bearer)
        else:
            bare.append(bearer)
    found = [person for group in by_name.values() for person in _namesakes(group, doubts)]
    found = _joined(sorted(found, key=lambda one: one.place), doubts, spellings)
    return with_surnames(sorted(found, key=lambda one: one.place), bare, doubts, spellings), doubts


def _namesakes(group: Sequence[Bearer], doubts: list[Apart]) -> list[Bearer]:
    """The bearers of one full name: apart where what is said of them differs too much to be said of one."""
    alike: dict[tuple[Details, Tags], list[Bearer]] = {}
    for bearer in group:
        alike.setdefault((bearer.details, bearer.tags), []).append(bearer)
    nodes = sorted(map(as_one, alike.values()), key=lambda one: one.place)
    if len(nodes) == 1:
        return nodes
    clashing: set[frozenset[int]] = set()
    agreeing: list[tuple[int, int, int]] = []
    for left, right in combinations(range(len(nodes)), 2):
        agree, _, differ = compare_details(nodes[left].details, nodes[right].details)
        if differ or opposed(nodes[left].tags, nodes[right].tags):
            clashing.add(frozenset((left, right)))
        elif agree:
            agreeing.append((right, -len(agree), left))
    if not clashing:
        return [as_one(nodes)]

    def clashes(left: int, right: int) -> bool:
        return frozenset((left, right)) in clashing

    # The most said first: what one article alone says may not part what many say.
    parts = grown(len(nodes), [(left, right) for right, _, left in sorted(agreeing)], clashes)
    return _placed(nodes, parts, clashes, doubts)


def _placed(nodes: Sequence[Bearer], parts: Sequence[Sequence[int]], clashes: Clashes, doubts: list[Apart]) -> list[Bearer]:
    """Parts that clash are people; the others go to the one they can belong to, or stay by themselves."""
    rivals = [part for part in parts if any(clash(part, other, clashes) for other in parts)]
    people = sorted((as_one([nodes[index] for index in part]) for part in rivals), key=lambda one: one.place)
    found = [(person, [person]) for person in people]
    widely = len(people[0].profiles) >= max(WIDELY, MORE * len(people[1].profiles))
    alone: list[Bearer] = []
    for part in parts:
        if any(part is rival for rival in rivals):
            continue
        bearer = as_one([nodes[index] for index in part])
        if widely:
            found[0][1].append(bearer)
            continue
        alone.append(bearer)
        doubts.extend(
            Apart(bearer.profiles[0], other.profiles[0], ("same name", "several people bear it, nothing says which"))
            for other in people
        )
    return [*(as_one(joined) for _, joined in found), *alone]


def _joined(people: list[Bearer], doubts: list[Apart], spellings: Spellings) -> list[Bearer]:
    """People of several full names, joined where name and details allow it and nobody else may be meant."""
    verdicts: dict[frozenset[int], Comparison] = {}
    partners: dict[int, set[int]] = {}
    for left, right in _alike(people, spellings):
        compared = _compare(people[left], people[right], spellings)
        if compared is None or compared.verdict is Verdict.DIFFERENT:
            continue
        verdicts[frozenset((left, right))] = compared
        if compared.reasons[0] != SUFFIX:
            partners.setdefault(left, set()).add(right)
            partners.setdefault(right, set()).add(left)

    def clashes(left: int, right: int) -> bool:
        return frozenset((left, right)) not in verdicts

    same: list[tuple[float, int, int]] = []
    for pair, compared in verdicts.items():
        left, right = sorted(pair)
        rivals = [
            people[other].names[0].written
            for one, met in ((left, right), (right, left))
            for other in sorted(partners.get(one, ()))
            if other != met and clashes(other, met) and not _far_more(people[one], people[met], people[other])
        ]
        if compared.verdict is Verdict.SAME and not rivals:
            same.append((-compared.score, left, right))
        else:
            also = (f"but also {rivals[0]}",) if rivals else ()
            doubts.append(Apart(people[left].profiles[0], people[right].profiles[0], (*compared.reasons, *also)))
    parts = grown(len(people), [(left, right) for _, left, right in sorted(same)], clashes)
    return [_explained([people[index] for index in sorted(part)], spellings) for part in parts]


def _alike(people: Sequence[Bearer], spellings: Spellings) -> list[tuple[int, int]]:
    """The pairs whose given names may be one: they, or what they are short for, begin with one letter."""
    by_letter: dict[str, list[int]] = {}
    for index, person in enumerate(people):
        given = person.names[0].given
        full = (given, spellings.skeleton(given), *spellings.short.get(given, ()))
        for letter in {name[:1] for name in full}:
            by_letter.setdefault(letter, []).append(index)
    return sorted({pair for group in by_letter.values() for pair in combinations(group, 2)})


def _far_more(one: Bearer, met: Bearer, other: Bearer) -> bool:
    """Whether the other is too rare, beside both, to be a rival."""
    return min(len(one.profiles), len(met.profiles)) >= FAR_MORE * len(other.profiles)


def _compare(left: Bearer, right: Bearer, spellings: Spellings) -> Comparison | None:
    if left.names[0].exact == right.names[0].exact or opposed(left.tags, right.tags):
        return None
    if generations_apart((left.names, left.details), (right.names, right.details), spellings):
        return Comparison(Verdict.DIFFERENT, 0.0, ("their offices are a generation apart",))
    return compare_people((left.names[0], left.details), (right.names[0], right.details), spellings)


def _explained(bearers: Sequence[Bearer], spellings: Spellings) -> Bearer:
    first, reasons = bearers[0], []
    for bearer in bearers[1:]:
        compared = compare_people((first.names[0], first.details), (bearer.names[0], bearer.details), spellings)
        reasons.append(f"{bearer.names[0].written}: {', '.join(compared.reasons)}")
    return as_one(bearers, reasons)
