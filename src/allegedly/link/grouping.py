"""Groups by average likeness: the most alike joined first, the same groups whatever the order of what is given."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Sums = Mapping[str, Mapping[str, float]]


def joined(members: Iterable[str], alike: Mapping[tuple[str, str], float], least: float) -> list[tuple[str, ...]]:
    """The members in groups, each in one; two groups are joined while they are `least` alike on average.

    `alike`: for pairs, the lesser first; those that are not in it are not alike at all. Of two pairs alike as much, the one of
    the lesser names goes first. Takes time in the number of pairs, times a logarithm.

    >>> joined("abcd", {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): -9.0}, 0.3)
    [('a', 'b'), ('c',), ('d',)]
    """
    groups: dict[str, tuple[str, ...]] = {member: (member,) for member in sorted(members)}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), value in alike.items():
        sums[one][other] = sums[other][one] = value
    waiting = [(-round(value, 9), one, other) for (one, other), value in alike.items() if value >= least]
    heapq.heapify(waiting)
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if one not in groups or other not in groups or -value != _average(one, other, groups, sums):
            continue
        groups[one] += groups.pop(other)
        for neighbour, total in sums.pop(other).items():
            del sums[neighbour][other]
            if neighbour != one:
                sums[neighbour][one] = sums[one][neighbour] = sums[one].get(neighbour, 0.0) + total
        for neighbour in sums[one]:
            average = _average(one, neighbour, groups, sums)
            if average >= least:
                heapq.heappush(waiting, (-average, min(one, neighbour), max(one, neighbour)))
    return list(groups.values())


def _average(one: str, other: str, groups: Mapping[str, tuple[str, ...]], sums: Sums) -> float:
    # Rounded, so that a sum of floats in another order is the same average.
    return round(sums[one].get(other, 0.0) / (len(groups[one]) * len(groups[other])), 9)
