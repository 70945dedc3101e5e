"""Whether two things said are the same claim: candidates share words, then polarity, numbers, actors and time are checked.

Likeness alone is a trap: a claim and its copy with another number, a negation or another actor are more alike than two honest
reports. The weights are those of a logistic regression on the development half of `tests/gold/links`, rounded; what the network's
vectors add to the words was measured and is nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from allegedly.languages import Language
from allegedly.link.assertions import Assertion
from allegedly.link.denials import link_of, same_speaker
from allegedly.link.weighing import Weighing
from allegedly.link.words import load_wording
from allegedly.model import Kind
from allegedly.model.link import Link, LinkKind

SURE = 0.58
"""How surely two claims are the same for a link, from 0 to 1."""
RUN = 3
"""How many words in a row count as the same wording."""
LEAST = 4.0
"""How much the words that two claims share have to weigh."""
NEARLY = 0.45
"""From which share of the same wording on a name or a time that stands in the place of another makes it another claim."""
CONFIRMING = (Kind.CONFIRMATION, Kind.ACKNOWLEDGEMENT)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


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
    if weight < LEAST or _opposed(one, other):
        return 0.0
    equal = min(
        2, sum(number.value == rival.value and number.unit == rival.unit for number in one.counts for rival in other.counts)
    )
    lone = min(3, max(0, len(one.counts) + len(other.counts) - 2 * equal))
    own = (one.kind is None) + (other.kind is None)
    told = 3.0 * equal - 0.45 * lone + 0.06 * weight - 0.2 * own - 1.5
    if _sure(told + 3.2) < SURE:
        return 0.0
    share = share_in_runs(one.end.words, other.end.words)
    if share >= NEARLY and (_other_actor(one, other) or _other_time(one, other, language)):
        return 0.0
    return _sure(told + 3.2 * share)


def _sure(told: float) -> float:
    return 1.0 / (1.0 + math.exp(-told))


def share_in_runs(one: str, other: str) -> float:
    """How much of the shorter wording stands in the other in runs of three words or more, from 0 to 1.

    >>> share_in_runs("The carrier had sunk the trawler.", "It said the carrier had sunk a ship.")
    0.667
    """
    first, second = sorted((_WORD.findall(one.lower()), _WORD.findall(other.lower())), key=lambda words: (len(words), words))
    runs = {tuple(second[at : at + RUN]) for at in range(len(second) - RUN + 1)}
    covered: set[int] = set()
    for at in range(len(first) - RUN + 1):
        if tuple(first[at : at + RUN]) in runs:
            covered.update(range(at, at + RUN))
    return round(len(covered) / max(1, len(first)), 3)


def _opposed(one: Assertion, other: Assertion) -> bool:
    """Whether one says what the other says is not so, or counts the same with a number that excludes the other's."""
    if one.negated & other.keys - other.negated or other.negated & one.keys - one.negated:
        return True
    return any(number.counts_with(rival) and number.excludes(rival) for number in one.counts for rival in other.counts)


def _other_actor(one: Assertion, other: Assertion) -> bool:
    """Whether each names somebody whom the other does not."""
    return bool(one.names - other.keys) and bool(other.names - one.keys)


def _other_time(one: Assertion, other: Assertion, language: Language) -> bool:
    """Whether both name a month or a year, and none in common."""
    months = load_wording(language).months
    for found in (
        [{word for word in _WORD.findall(each.end.words.lower()) if word in months and word != "may"} for each in (one, other)],
        [set(_YEAR.findall(each.end.words)) for each in (one, other)],
    ):
        if found[0] and found[1] and not found[0] & found[1]:
            return True
    return False


def _link(one: Assertion, other: Assertion, score: float) -> Link:
    """The later says again what the earlier said: confirms it, repeats it by the same speaker, or says the same."""
    first, second = (one, other) if one.order > other.order else (other, one)
    if first.kind in CONFIRMING and not same_speaker(first, second):
        return link_of(first, second, score, "confirms it in the same words", None, LinkKind.CONFIRMS)
    if same_speaker(first, second):
        return link_of(first, second, score, "the same speaker says it again", None, LinkKind.REPEATS)
    return link_of(first, second, score, "the same words, none against the other", None, LinkKind.SAME_CLAIM)
