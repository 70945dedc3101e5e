"""The scores that the neural tagger hands on: heads that read the states of its pass over an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from allegedly.attribute.antecedents import Stretch, standing, stretches, weights
from allegedly.attribute.decoding import Floats, Range
from allegedly.attribute.encoding import Ints
from allegedly.attribute.predicates import Predicates
from allegedly.attribute.states import States
from allegedly.model import Predicate, Span

APART = float("-inf")


class Heads(Protocol):
    """What the scores need of the heads, whatever runs them."""

    def antecedents(self, states: Floats, weights: Floats, first: Ints, second: Ints, features: Ints) -> Floats:
        """The log-odds of each pair [pairs] of mentions, whose weights on the pieces of the stretch are given."""
        ...

    def factuality(self, middle: Floats, hidden: Floats) -> Floats:
        """For each piece of a window the outputs of the factuality head [pieces, 5]."""
        ...


class NeuralScores:
    """The `Scores` of one article."""

    def __init__(self, states: States, heads: Heads) -> None:
        self._states, self._heads = states, heads
        self._predicates = Predicates(states, heads.factuality)

    def antecedents(self, pairs: Sequence[tuple[Span, Span]]) -> Sequence[float]:
        """The log-odds of each pair; minus infinity where the two stand too far apart to be judged."""
        found = [APART] * len(pairs)
        if not len(self._states.pieces):
            return found
        of: dict[Range, list[int]] = {}
        ranges = [(self._states.range_of(pronoun), self._states.range_of(other)) for pronoun, other in pairs]
        for number, (pronoun, _) in enumerate(ranges):
            of.setdefault(pronoun, []).append(number)
        pronouns = sorted(of)
        for stretch in stretches(pronouns, len(self._states.pieces)):
            asked = [
                number
                for member in stretch.members
                for number in of[pronouns[member]]
                if stretch.low <= ranges[number][1][0] and ranges[number][1][1] <= stretch.high
            ]
            if asked:
                scores = self._judged(stretch, [ranges[number] for number in asked])
                for number, score in zip(asked, scores.tolist(), strict=True):
                    found[number] = score
        return found

    def predicates(self, within: Span) -> Sequence[Predicate]:
        """The words that begin in `within` and may name what happens, in the order of the text."""
        return self._predicates.within(within)

    def words(self, spans: Sequence[Span]) -> Sequence[Predicate]:
        """The word in which each span begins, as a predicate; none for an article of no pieces."""
        return self._predicates.words(spans)

    def vectors(self, spans: Sequence[Span]) -> Floats:
        """For each span the mean of its pieces' middle states [spans, width]; the article has a piece."""
        ranges = [self._states.range_of(span) for span in spans]
        return np.stack([self._states.stretch(low, high).mean(axis=0) for low, high in ranges])

    def _judged(self, stretch: Stretch, pairs: Sequence[tuple[Range, Range]]) -> Floats:
        """The scores of the pairs of one stretch, those of a pronoun one behind the other."""
        numbers: dict[Range, int] = {}
        for pair in pairs:
            for each in pair:
                numbers.setdefault(each, len(numbers))
        features: list[Ints] = []
        at = 0
        while at < len(pairs):
            stop = at
            while stop < len(pairs) and pairs[stop][0] == pairs[at][0]:
                stop += 1
            features.append(standing(self._states.pieces, pairs[at][0], [other for _, other in pairs[at:stop]]))
            at = stop
        return self._heads.antecedents(
            self._states.stretch(stretch.low, stretch.high),
            weights(list(numbers), stretch.low, stretch.high),
            np.array([numbers[pronoun] for pronoun, _ in pairs], dtype=np.int64),
            np.array([numbers[other] for _, other in pairs], dtype=np.int64),
            np.concatenate(features),
        )
