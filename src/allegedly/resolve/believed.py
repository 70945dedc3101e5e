"""Whom a pronoun means, as far as whoever read the article believes: chances of everybody who may be meant."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allegedly.model import Scores, Span
from allegedly.resolve.candidate import Candidate
from allegedly.resolve.words import Words

REACH = 700
"""How many characters before a pronoun those whom it means may stand; the scores may reach less far."""
AHEAD = 120
"""How many characters behind it, in its own sentence: "in her speech, Anna Bell said"."""
MOST = 60
"""How many mentions, and how many pronouns, may be asked about for one pronoun, so that any text takes linear time."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that means one person, and the gender that it tells. `owns`: it may stand before what is somebody's ("his")."""

    span: Span
    gender: str
    owns: bool = False


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely somebody is meant, and the mention that speaks most for it."""

    chance: float
    candidate: Candidate


Chances = Mapping[object, Chance]


class Believed:
    """The chances of an article's pronouns, worked out when one is first asked for.

    A pronoun may mean somebody through another before it: the chance that it goes with that one is shared out as that one's
    own is (the antecedents of Lee et al. 2017, summed along their chains).
    """

    def __init__(self, words: Words, candidates: Sequence[Candidate], pronouns: Sequence[Pronoun], scores: Scores) -> None:
        self._words = words
        self._candidates = candidates
        self._starts = [candidate.start for candidate in candidates]
        self._pronouns = sorted(pronouns, key=lambda pronoun: pronoun.span)
        self._scores = scores
        self._found: dict[int, Chances] | None = None

    def of(self, start: int) -> Chances | None:
        """Everybody's chances at the pronoun that begins at `start`, by `Candidate.key`; they sum up to one less the chance of
        nobody. `None` where no such pronoun was given."""
        if self._found is None:
            self._found = self._all()
        return self._found.get(start)

    def _all(self) -> dict[int, Chances]:
        asked = [(self._named(pronoun), self._earlier(index)) for index, pronoun in enumerate(self._pronouns)]
        pairs = [
            (pronoun.span, place)
            for pronoun, (named, earlier) in zip(self._pronouns, asked, strict=True)
            for place in (
                *(Span(candidate.start, candidate.end) for candidate in named),
                *(other.span for other in earlier),
            )
        ]
        scores = iter(self._scores.antecedents(pairs))
        found: dict[int, Chances] = {}
        for pronoun, (named, earlier) in zip(self._pronouns, asked, strict=True):
            odds = [math.exp(min(next(scores), 50.0)) for _ in range(len(named) + len(earlier))]
            found[pronoun.span.start] = _shared(odds, named, [found[other.span.start] for other in earlier])
        return found

    def _named(self, pronoun: Pronoun) -> list[Candidate]:
        """Whoever is named or described near the pronoun and is not known to be of another gender."""
        start, end = pronoun.span.start, pronoun.span.end
        sentence = self._words.sentence(start)
        ahead = pronoun.owns or not self._words.opens_sentence(start)  # "He met Anna's brother Peter": "he" is not Peter
        low = bisect_left(self._starts, start - REACH)
        high = bisect_left(self._starts, end + AHEAD)
        return [
            candidate
            for candidate in self._candidates[max(low, bisect_left(self._starts, start) - MOST) : high]
            if candidate.gender in (None, pronoun.gender)
            and (
                candidate.end <= start or (ahead and candidate.start >= end and self._words.sentence(candidate.start) == sentence)
            )
        ]

    def _earlier(self, index: int) -> list[Pronoun]:
        pronoun = self._pronouns[index]
        return [
            other
            for other in self._pronouns[max(0, index - MOST) : index]
            if other.gender == pronoun.gender and pronoun.span.start - other.span.start <= REACH
        ]


def _shared(odds: Sequence[float], named: Sequence[Candidate], earlier: Sequence[Chances]) -> Chances:
    """Odds against nobody as chances of people, those of a pronoun shared out among the people it may mean."""
    whole = 1.0 + sum(odds)
    chances: dict[object, float] = {}
    best: dict[object, tuple[float, Candidate]] = {}
    for odd, candidate in zip(odds, named, strict=False):
        chances[candidate.key] = chances.get(candidate.key, 0.0) + odd / whole
        if candidate.key not in best or odd / whole > best[candidate.key][0]:
            best[candidate.key] = (odd / whole, candidate)
    for odd, before in zip(odds[len(named) :], earlier, strict=True):
        for key, held in before.items():
            share = odd / whole * held.chance
            chances[key] = chances.get(key, 0.0) + share
            if key not in best or share > best[key][0]:
                best[key] = (share, held.candidate)
    return {key: Chance(chance, best[key][1]) for key, chance in chances.items()}
