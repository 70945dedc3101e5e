"""What is said in a text as it is set beside what others say: looked up by its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from allegedly.link.assertions import Assertion
from allegedly.link.rarity import Rarity

TELLING, FEW = 1.6, 3
"""How rare a word has to be for two claims to be compared because both have it; of how few words all count."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is said in a text, each thing that somebody says twice in the same words where it stands first.

    `holding`: the numbers in `once` of what has a word; `telling`: for each, the words by which it is looked up; `counts`: in how
    much of all that is said a word stands.
    """

    once: tuple[Assertion, ...]
    holding: Mapping[str, tuple[int, ...]]
    telling: tuple[frozenset[str], ...]
    counts: Mapping[str, int]


def lookup_of(assertions: Sequence[Assertion], rarity: Rarity) -> Lookup:
    """What is said, to be looked up."""
    first: dict[tuple[object, ...], Assertion] = {}
    counts: Counter[str] = Counter()
    for each in assertions:
        first.setdefault((each.end.words, each.speaker, each.kind, each.claims), each)
        counts.update(each.keys)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(first.values()):
        for key in each.keys:
            holding[key].append(number)
    telling = tuple(_telling(each, rarity) for each in first.values())
    return Lookup(tuple(first.values()), {key: tuple(numbers) for key, numbers in holding.items()}, telling, counts)


def sharing(one: Lookup, other: Lookup) -> list[tuple[Assertion, Assertion]]:
    """The pairs of what is said in each that share two words or more, one of them telling in the first, or all words of one."""
    pairs = []
    for theirs in other.once:
        keys = theirs.keys
        shared = Counter(chain.from_iterable([one.holding[key] for key in keys & one.holding.keys()]))
        found = [
            number
            for number, count in shared.items()
            if (count > 1 or count == min(len(keys), len(one.once[number].keys))) and not one.telling[number].isdisjoint(keys)
        ]
        pairs += [(one.once[number], theirs) for number in sorted(found)]
    return pairs


def _telling(assertion: Assertion, rarity: Rarity) -> frozenset[str]:
    """The words by which what is said is looked up: those that tell something, or all where there are few."""
    if len(assertion.keys) <= FEW:
        return assertion.keys
    return frozenset(key for key in assertion.keys if rarity.of(key) >= TELLING)
