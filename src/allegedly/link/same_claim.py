"""Whether two things said are the same claim: candidates share words, then polarity, numbers, actors and time are checked.

Likeness alone is a trap: a claim and its copy with another number, a negation or another actor are more alike than two honest
reports. The weights are those of a logistic regression, rounded, on 375 pairs: the development half of `tests/gold/links`, 94
further pairs of its articles and 188 of articles that are in neither half. docs/links.md tells what was tried and added nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from allegedly.languages import Language
from allegedly.link.assertions import DENYING, Assertion
from allegedly.link.denials import link_of
from allegedly.link.same_words import CLAIMS, ages_in, in_pairs, quoted_in, says_not, share_in_runs, words_of_claim, years_in
from allegedly.link.speaking import same_speaker
from allegedly.link.weighing import Weighing
from allegedly.link.words import load_wording
from allegedly.model import Kind
from allegedly.model.link import Link, LinkKind

SURE, SURER = 0.64, 0.86
"""How surely two claims are the same for a link, from 0 to 1: where most of one stands in the other, and where it does not."""
MOST, MUCH, HEAVY, SEVERAL = 0.7, 0.4, 5.0, 4
"""How much of the lesser claim's weight they share there, how much of their words stands in runs, what that
weighs, and how many words of it name nobody."""
NEEDED = math.log(SURE / (1.0 - SURE))
"""What has to be told for that."""
NOTHING, RUNS, QUOTED, SPEAKER, KIND, WEIGHT = -1.95, 4.8, 0.4, 3.9, 1.6, 0.035
"""What counts for two claims that have nothing in common, and what more: the share of their words that stands in runs, each word
of a quotation up to `MOST_QUOTED`, one named speaker and one kind of saying that is no plain assertion (both times the share of
words in common), and the weight of these words, up to `MOST_WEIGHT`."""
MOST_QUOTED, MOST_WEIGHT = 4, 20.0
EQUAL, SMALL, LONE, MOST_EQUAL, MOST_LONE = 2.6, 0.4, -0.28, 2.0, 3
"""An equal number counts, one below `FIVE` the share `SMALL` of it; a number that only one has; and how many of each at most."""
FIVE, LARGE = 5, 100
"""From `LARGE` on numbers are equal whatever they count."""
DENIES = -0.35
"""What counts where one alone has a word that makes something not so."""
TELLING = 6
"""How many words two texts' own words share at least that name nobody and count nothing in common."""
LEAST = 2.0
"""How much the words that two claims share have to weigh."""
CLAUSE = 4
"""How many words each has at least: fewer name something and tell nothing of it."""
NEARLY = 0.45
"""From which share of the same wording on a name or a time that stands in the place of another makes it another claim."""
LISTED = 0.7
"""How many of its words have a capital in a list of names."""
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_BESIDE = re.compile(
    r"\( ?[^():]{3,40}: [^()]*\)?$|— ?[^()]{3,40} \(@\w+\) \w+ \d{1,2}, \d{4}$|Update at \d|.*(?:\bhttps?://|\S@\w+\.\w|\bMORE\b)"
    r"|[A-Z][\w. ]{3,40} is (?:an? |the )?[\w ’-]{0,40}(?:editor|reporter|correspondent|columnist|contributor|writer)\b",
    re.DOTALL,
)
"""Matches what leads to another page ("(Photos: ten days in the harbour)"), who wrote, and whose words on a site stand above."""
CONFIRMING = (Kind.CONFIRMATION, Kind.ACKNOWLEDGEMENT)
MOODS = (
    Kind.DEMAND,
    Kind.PROMISE,
    Kind.THREAT,
    Kind.CONCERN,
    Kind.ATTITUDE,
    Kind.CRITICISM,
    Kind.PRAISE,
    Kind.ACCUSATION,
    *DENYING,
)
"""Kinds of saying whose content can be the same though it is not said to be so."""


def same_claims(pairs: Sequence[tuple[Assertion, Assertion]], weights: Weighing, language: Language) -> Iterator[Link]:
    """The links between what two texts say alike; each pair is one of the first and one of the second text."""
    for one, other in pairs:
        if one.kind is None and other.kind is None and _tell_little(one, other):
            continue
        furniture = [_is_furniture(each.end.words, language) for each in (one, other)]
        if all(furniture) or (any(furniture) and one.speaker is None and other.speaker is None):
            continue
        if (one.claims or one.kind in MOODS) and (other.claims or other.kind in MOODS):
            score = agreement(one, other, weights, language)
            if score >= SURER or (score >= SURE and _stands_in(one, other, weights)):
                yield _link(one, other, score)


def agreement(one: Assertion, other: Assertion, weights: Weighing, language: Language) -> float:
    """How surely two claims are the same, from 0 to 1; 0 where they cannot be."""
    if (one.kind in DENYING) != (other.kind in DENYING):
        return 0.0
    keys = one.keys & other.keys
    weight = weights.sum(keys)
    if weight < LEAST or (_only_names(one) and _only_names(other)):
        return 0.0
    if min(len(words_of_claim(one.end.words)), len(words_of_claim(other.end.words))) < CLAUSE:
        return 0.0
    share = 2 * len(keys) / (len(one.keys) + len(other.keys))
    told = NOTHING + WEIGHT * min(MOST_WEIGHT, weight) + _numbers(one, other, share)
    told += share * (KIND * _of_one_kind(one, other) + SPEAKER * _named_speaker(one, other))
    quoting = MOST_QUOTED if _quotes(one.end.words) or _quotes(other.end.words) else 0
    told += RUNS * in_pairs(one.end.words, other.end.words, least=(NEEDED - told - QUOTED * quoting) / RUNS)
    if told + QUOTED * quoting < NEEDED:
        return 0.0
    told += QUOTED * min(quoting, _quoted(one, other, language))
    if told < NEEDED:
        return 0.0
    denying = says_not(one.end.words, language) != says_not(other.end.words, language)
    told += DENIES * denying
    if told < NEEDED or _opposed(one, other, denying, language):
        return 0.0
    wording = share_in_runs(one.end.words, other.end.words)
    if wording >= NEARLY and (_other_actor(one, other) or _other_time(one, other, language)):
        return 0.0
    return 1.0 / (1.0 + math.exp(-told))


def _tell_little(one: Assertion, other: Assertion) -> bool:
    """Whether two texts' own few words name nobody and count nothing in common, ask something, or are names for the most part."""
    if any(each.end.words.rstrip('”" ').endswith("?") or _is_list(each.end.words) for each in (one, other)):
        return True
    shared = one.keys & other.keys
    named = len(shared) >= TELLING or shared & (one.names | other.names)
    counted = {number.value for number in one.counts} & {number.value for number in other.counts}
    return not (named or counted)


@lru_cache(CLAIMS)
def _is_list(words: str) -> bool:
    """Whether most words have a capital, as in a list of names or a heading."""
    told = _WORDS.findall(words)
    return len(told) >= CLAUSE and sum(word[0].isupper() for word in told) >= LISTED * len(told)


@lru_cache(CLAIMS)
def _is_furniture(words: str, language: Language) -> bool:
    """Whether words are a page's own, as an outlet prints them beside any text ("Sign up for our newsletter")."""
    told = words.lower()
    return _BESIDE.match(words) is not None or any(phrase in told for phrase in language.words("links", "furniture"))


def _stands_in(one: Assertion, other: Assertion, weights: Weighing) -> bool:
    """Whether most of the lesser claim is said in the other, too, in much the same words."""
    shared, least = weights.sum(one.keys & other.keys), min(weights.of_claim(one), weights.of_claim(other))
    several = len((one.keys & other.keys) - one.names - other.names) >= SEVERAL
    return several and shared >= HEAVY and shared >= MOST * least and in_pairs(one.end.words, other.end.words) >= MUCH


def _quotes(words: str) -> bool:
    return "“" in words or '"' in words


def _only_names(claim: Assertion) -> bool:
    """Whether a claim names something and tells nothing of it, nor quotes it ("calls itself the Harbour Union")."""
    return claim.keys <= claim.names and not _quotes(claim.end.words)


def _numbers(one: Assertion, other: Assertion, share: float) -> float:
    """What equal numbers speak for, and lone ones against, two claims being the same; small numbers are often equal by chance."""
    if not one.counts and not other.counts:
        return 0.0
    equal = [
        number.value
        for number in one.counts
        if any(number.value == rival.value and (number.unit == rival.unit or number.value >= LARGE) for rival in other.counts)
    ]
    lone = min(MOST_LONE, max(0, len(one.counts) + len(other.counts) - 2 * len(equal)))
    counted = min(MOST_EQUAL, math.fsum(1.0 if value >= FIVE else SMALL for value in equal))
    return EQUAL * counted * min(1.0, 2 * share) + LONE * lone


def _of_one_kind(one: Assertion, other: Assertion) -> bool:
    return one.kind is other.kind and one.kind not in (None, Kind.ASSERTION)


def _named_speaker(one: Assertion, other: Assertion) -> bool:
    """Whether both are of one speaker who is named, and not "officials"."""
    if one.speaker is None or other.speaker is None or not same_speaker(one, other):
        return False
    return any(word[:1].isupper() for word in min(one.speaker, other.speaker, key=len).split())


def _quoted(one: Assertion, other: Assertion, language: Language) -> int:
    """How many telling words of a quotation of either stand in the other; 0 for one alone."""
    quoted = max(quoted_in(one.end.words, other.end.words, language), quoted_in(other.end.words, one.end.words, language))
    return quoted if quoted > 1 else 0


def _opposed(one: Assertion, other: Assertion, denying: bool, language: Language) -> bool:
    """Whether one says what the other says is not so, tells another age, or counts the same with numbers that exclude its.

    `denying`: one alone has a word that makes something not so.
    """
    if denying and (one.negated & other.keys - other.negated or other.negated & one.keys - one.negated):
        return True
    ages, others = ages_in(one.end.words, language), ages_in(other.end.words, language)
    if ages and others and not ages & others:
        return True
    rivals = [(number, rival) for number in one.counts for rival in other.counts if number.counts_with(rival)]
    return bool(rivals) and all(number.excludes(rival) for number, rival in rivals)


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
