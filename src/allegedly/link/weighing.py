"""How much words tell between two texts: the rarer in news at large, and in these two, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from allegedly.link.assertions import Assertion
from allegedly.link.rarity import Rarity


class Weighing:
    """The weight of stems in what is said in one text or in two: rarity in news at large times rarity here.

    What every sentence of a story names tells little of which of them say the same.
    """

    def __init__(self, assertions: Iterable[Assertion], rarity: Rarity) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for assertion in assertions:
            counts.update(assertion.keys)
            number += 1
        self._begin((counts,), number, rarity)

    @classmethod
    def of_counts(cls, counts: Sequence[Mapping[str, int]], number: int, rarity: Rarity) -> Weighing:
        """The weight of stems in texts in which `number` things are said; `counts`: for each, in how many a stem stands."""
        weighing = cls.__new__(cls)
        weighing._begin(counts, number, rarity)
        return weighing

    def _begin(self, counts: Sequence[Mapping[str, int]], number: int, rarity: Rarity) -> None:
        self._counts, self._number, self.rarity = counts, number, rarity
        self._most = math.log(1.0 + (number + 1.0) / 1.5)
        self._known: dict[str, float] = {}
        self._whole: dict[frozenset[str], float] = {}

    def of(self, word: str) -> float:
        """The weight of a stem; always above 0."""
        weight = self._known.get(word)
        if weight is None:
            count = sum(counts.get(word, 0) for counts in self._counts)
            here = math.log(1.0 + (self._number + 1.0) / (count + 0.5))
            weight = self._known[word] = self.rarity.of(word) * here / self._most
        return weight

    def sum(self, stems: Iterable[str]) -> float:
        """The weight of several stems."""
        known = self._known
        return math.fsum([known[stem] if stem in known else self.of(stem) for stem in stems])

    def of_claim(self, claim: Assertion) -> float:
        """The weight of all that a claim says."""
        weight = self._whole.get(claim.keys)
        if weight is None:
            weight = self._whole[claim.keys] = self.sum(claim.keys)
        return weight
