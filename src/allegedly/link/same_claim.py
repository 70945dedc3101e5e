"""Whether two things said are the same claim: candidates share words, then actors, polarity, numbers and time are checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allegedly.link.assertions import Assertion
from allegedly.link.denials import link_of, same_speaker
from allegedly.link.weighing import Weighing
from allegedly.model import Kind
from allegedly.model.link import Link, LinkKind

ALIKE = 0.6
"""How alike two claims have to be, by the weight of the words that they share."""
CONFIRMING = (Kind.CONFIRMATION, Kind.ACKNOWLEDGEMENT)


def same_claims(pairs: Sequence[tuple[Assertion, Assertion]], weights: Weighing) -> Iterator[Link]:
    """The links between what two texts say alike; each pair is one of the first and one of the second text."""
    for one, other in pairs:
        if one.claims and other.claims:
            score = agreement(one, other, weights)
            if score >= ALIKE:
                yield _link(one, other, score)


def agreement(one: Assertion, other: Assertion, weights: Weighing) -> float:
    """How surely two claims are the same, from 0 to 1; 0 where they cannot be."""
    if bool(one.negated & other.keys) != bool(other.negated & one.keys):
        return 0.0
    for number in one.counts:
        for rival in other.counts:
            if number.counts_with(rival) and number.excludes(rival):
                return 0.0
    return alike(one.keys, other.keys, weights)


def alike(first: frozenset[str], second: frozenset[str], weights: Weighing) -> float:
    """How alike two sets of stems are, from 0 to 1: the mean of what they share of both, and of the smaller one."""
    shared, one, other = weights.sum(first & second), weights.sum(first), weights.sum(second)
    least = min(len(first), len(second))
    trusted = 1.0 if least >= 3 else least / 3.0
    return shared / (one + other) + 0.5 * trusted * shared / min(one, other)


def _link(one: Assertion, other: Assertion, score: float) -> Link:
    """The later says again what the earlier said: confirms it, repeats it by the same speaker, or says the same."""
    first, second = (one, other) if one.order > other.order else (other, one)
    if first.kind in CONFIRMING and not same_speaker(first, second):
        return link_of(first, second, score, "confirms it in the same words", None, LinkKind.CONFIRMS)
    if same_speaker(first, second):
        return link_of(first, second, score, "the same speaker says it again", None, LinkKind.REPEATS)
    return link_of(first, second, score, "the same words, none against the other", None, LinkKind.SAME_CLAIM)
