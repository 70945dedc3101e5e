"""Whether two things said are the same claim: candidates share words, then polarity, numbers, actors and time are checked.

Likeness alone is a trap: a claim and its copy with another number, a negation or another actor are more alike than two honest
reports. The weights are those of a logistic regression, rounded, on the development half of `tests/gold/links` and 94 further
pairs of its articles; what was tried and added nothing where whole stories were held out is left out: how many words each side
has in common with the other alone, names, words that are no names, who tells it, and the cosine of sentence vectors.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from allegedly.languages import Language
from allegedly.link.assertions import Assertion
from allegedly.link.denials import link_of, same_speaker
from allegedly.link.same_words import ages_in, quoted_in, share_in_runs, words_of_claim, years_in
from allegedly.link.weighing import Weighing
from allegedly.link.words import load_wording
from allegedly.model import Kind
from allegedly.model.link import Link, LinkKind

SURE = 0.62
"""How surely two claims are the same for a link, from 0 to 1."""
NOTHING, RUNS, SHARED, QUOTED = -2.3, 3.1, 2.9, 0.5
"""What counts for two claims that have nothing in common, and what more: the share of words in runs, that of all words by their
weight, and each word of a quotation, up to `MOST_QUOTED`."""
MOST_QUOTED = 4
EQUAL, SMALL, LONE, MOST_EQUAL, MOST_LONE = 2.7, 0.4, -0.6, 2.0, 3
"""An equal number counts, one below `FIVE` the share `SMALL` of it; a number that only one has; and how many of each at most."""
FIVE = 5
YEAR, SPEAKER = 1.0, 1.6
"""A year in common, and one speaker."""
LEAST = 4.0
"""How much the words that two claims share have to weigh."""
NEARLY = 0.45
"""From which share of the same wording on a name or a time that stands in the place of another makes it another claim."""
CONFIRMING = (Kind.CONFIRMATION, Kind.ACKNOWLEDGEMENT)


def same_claims(pairs: Sequence[tuple[Assertion, Assertion]], weights: Weighing, language: Language) -> Iterator[Link]:
    """The links between what two texts say alike; each pair is one of the first and one of the second text."""
    for one, other in pairs:
        if one.claims and other.claims:
            score = agreement(one, other, weights, language)
            if score >= SURE:
                yield _link(one, other, score)


def agreement(one: Assertion, other: Assertion, weights: Weighing, language: Language) -> float:
    """How surely two claims are the same, from 0 to 1; 0 where they cannot be."""
    weight = weights.sum(one.keys & other.keys)
    if weight < LEAST:
        return 0.0
    whole = weights.of_claim(one) + weights.of_claim(other)
    told = NOTHING + 2 * SHARED * weight / whole + _numbers(one, other)
    if _sure(told + YEAR + SPEAKER + QUOTED * MOST_QUOTED + RUNS) < SURE or _opposed(one, other, language):
        return 0.0
    years = years_in(one.end.words) & years_in(other.end.words)
    told += YEAR * bool(years)
    told += SPEAKER * same_speaker(one, other)
    told += QUOTED * min(MOST_QUOTED, _quoted(one, other, language))
    if _sure(told + RUNS) < SURE:
        return 0.0
    share = share_in_runs(one.end.words, other.end.words)
    if share >= NEARLY and (_other_actor(one, other) or _other_time(one, other, language)):
        return 0.0
    return _sure(told + RUNS * share)


def _numbers(one: Assertion, other: Assertion) -> float:
    """What equal numbers speak for, and lone ones against, two claims being the same; small numbers are often equal by chance."""
    equal = [
        number.value
        for number in one.counts
        if any(number.value == rival.value and number.unit == rival.unit for rival in other.counts)
    ]
    lone = min(MOST_LONE, max(0, len(one.counts) + len(other.counts) - 2 * len(equal)))
    return EQUAL * min(MOST_EQUAL, math.fsum(1.0 if value >= FIVE else SMALL for value in equal)) + LONE * lone


def _quoted(one: Assertion, other: Assertion, language: Language) -> int:
    """How many telling words of a quotation of either stand in the other; 0 for one alone."""
    quoted = max(quoted_in(one.end.words, other.end.words, language), quoted_in(other.end.words, one.end.words, language))
    return quoted if quoted > 1 else 0


def _sure(told: float) -> float:
    return 1.0 / (1.0 + math.exp(-told))


def _opposed(one: Assertion, other: Assertion, language: Language) -> bool:
    """Whether one says what the other says is not so, tells another age, or counts the same with a number that excludes its."""
    if one.negated & other.keys - other.negated or other.negated & one.keys - one.negated:
        return True
    ages, others = ages_in(one.end.words, language), ages_in(other.end.words, language)
    if ages and others and not ages & others:
        return True
    return any(number.counts_with(rival) and number.excludes(rival) for number in one.counts for rival in other.counts)


def _other_actor(one: Assertion, other: Assertion) -> bool:
    """Whether each names somebody whom the other does not."""
    return bool(one.names - other.keys) and bool(other.names - one.keys)


def _other_time(one: Assertion, other: Assertion, language: Language) -> bool:
    """Whether both name a month or a year, and none in common."""
    months = load_wording(language).months
    named = [{word for word in words_of_claim(each.end.words) if word in months and word != "may"} for each in (one, other)]
    years = [years_in(each.end.words) for each in (one, other)]
    return any(bool(here and there and not here & there) for here, there in (named, years))


def _link(one: Assertion, other: Assertion, score: float) -> Link:
    """The later says again what the earlier said: confirms it, repeats it by the same speaker, or says the same."""
    first, second = (one, other) if one.order > other.order else (other, one)
    if first.kind in CONFIRMING and not same_speaker(first, second):
        return link_of(first, second, score, "confirms it in the same words", None, LinkKind.CONFIRMS)
    if same_speaker(first, second):
        return link_of(first, second, score, "the same speaker says it again", None, LinkKind.REPEATS)
    return link_of(first, second, score, "the same words, none against the other", None, LinkKind.SAME_CLAIM)
