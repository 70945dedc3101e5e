"""Claims that cannot both hold, or are set against each other: other numbers, the opposite, another cause, a contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from allegedly.languages import Language
from allegedly.link.assertions import DENYING, Assertion
from allegedly.link.counting import Count
from allegedly.link.denials import link_of
from allegedly.link.moments import other_moment
from allegedly.link.pointing import load_pointing
from allegedly.link.same_words import aged_in, says_not, words_of_claim
from allegedly.link.saying_so import is_supposed, says_so
from allegedly.link.speaking import same_speaker
from allegedly.link.weighing import Weighing
from allegedly.link.words import load_wording, stem
from allegedly.model import Kind
from allegedly.model.link import DisputeClass, Link, LinkKind

_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|may|might)\b|[’']s\b")
_TWICE = re.compile(r"\b(?:impossible|unlikely|without|unless|doubt)\b")
_SET_APART = re.compile(r"\band not\b|,[”\"]? not\b|\bnot \w+[^.;]{0,40} but\b|!")
_NO = re.compile(r"^[“\"]?No (?:[\w’'-]+ ){1,4}(?:\w+ed|has|have|had|was|were|is|are|did)\b")
_THAT = re.compile(r"^[“\"]?(?:that|No|It was)\b")
_IT_WAS = re.compile(r"^[“\"]?It was (?:an?|the) ")
MOST, MOSTLY, LITTLE = 0.8, 0.45, 0.15
"""How much of the lesser claim its opposite shares, by weight; how much of what is said not to be so stands in it;
and how much they share where that is told in one go."""
MOSTLY_HERE, WHOLE, HALF, TELLING = 0.6, 0.95, 0.5, 2.5
"""How much of what is said not to be so the claim says, and how much of the claim that is; where it is all, how much is
enough; and how much these words weigh."""
LARGE, ROUND = 1000, 1.1
"""From which value on a tenth more or less is the same number."""
_CLAIMS = 5000
"""How many claims are remembered: each is compared with many."""
ANYBODY = frozenset({"person", "kill", "injure", "victim", "oth"})
"""What is counted, by stem, that may be anybody."""
BRIEF, FEWER, NEARER, MUCH = 5, 5.0, 2.0, 0.5
"""How many words a claim has at most that an opposite is of, or that is its number alone; how many times the lesser number the
greater is at most, and where both count one thing with few words in common; and how much of the lesser claim's words two numbers
have beside them."""
ALIKE, WEIGHTY = 0.25, 8.0
"""How many of all words two claims share at least, and how much these weigh, for two ages to be of one person."""
TOLD = 3
"""How many words two numbers have in common beside them where nothing befalls those counted."""
NEAR = 3
"""How many sentences apart one speaker's words still belong together."""


def opposites(one: Assertion, others: Sequence[Assertion], weights: Weighing, language: Language) -> Iterator[Link]:
    """The claims whose opposite `one` says: a word that it says is not so stands there as being so, among the same words."""
    # What is denied to somebody is no opposite, and a denial is read by what it denies.
    denies = not load_wording(language).deniers.isdisjoint(words_of_claim(one.end.words))
    if one.kind is None or denies or _TWICE.search(one.end.words) or is_supposed(one, language):
        return
    if _SET_APART.search(one.end.words):
        return
    cases = load_pointing(language).cases
    for claim in others:
        core = one.negated & claim.keys
        if not core or one.negated & claim.negated or same_speaker(one, claim) or not claim.claims:
            continue
        if says_not(claim.end.words, language) or weights.sum(core) < LITTLE * weights.sum(one.negated):
            continue
        flat = bool(core - one.names and _NO.match(one.end.words) and one.names & claim.names)
        if claim.kind is Kind.CRITICISM or (claim.kind is None and not flat and not _IT_WAS.match(claim.end.words)):
            continue
        if not says_so(core, claim, language) or not _is_predicated(core, claim, language):
            continue
        if one.names - claim.keys and claim.names - one.keys:
            continue
        shared = one.keys & claim.keys
        least = min(weights.sum(one.keys), weights.sum(claim.keys))
        told = len(shared) - len({cases[key] for key in shared if key in cases})
        whole = told >= 2 and weights.sum(shared) >= MOST * least and len(one.keys) <= 2 * len(shared)
        whole = whole and (len(one.keys) > 2 or len(claim.keys) <= BRIEF)
        told_core = core | one.names & claim.names if flat else core
        named = core <= one.names | claim.names
        mostly = weights.sum(core) >= MOSTLY * weights.sum(one.negated) and weights.sum(shared) >= LITTLE * least
        if (
            whole
            or (len(told_core) >= 2 and mostly and not named and _together(told_core, claim, language))
            or (claim.keys <= one.negated and (told > 1 or _IT_WAS.match(claim.end.words)))
        ) and (_of_one_matter(one, claim, weights) or flat):
            score = max(weights.sum(shared) / weights.sum(one.keys), 0.6)
            yield link_of(one, claim, score, "says that it is not so", DisputeClass.SAID_NOT_SO)


def _is_predicated(core: frozenset[str], claim: Assertion, language: Language) -> bool:
    """Whether a claim says a word of `core` behind its first verb, and not of whom or what it tells something.

    Where no verb is known by its form, whether all that it says is said not to be so.
    """
    verb = _CLAUSE.search(claim.end.words)
    if verb is None:
        return _THAT.match(claim.end.words) is not None
    wording = load_wording(language)
    return not core.isdisjoint(stem(word, wording) for word in re.findall(r"[\w’'-]+", claim.end.words[verb.end() :]))


def _of_one_matter(one: Assertion, claim: Assertion, weights: Weighing) -> bool:
    """Whether a claim and what is said not to be so have most words of each in common, and the claim is a clause."""
    if claim.keys <= one.negated:
        return not claim.keys <= claim.names
    shared = weights.sum(one.keys & claim.keys)
    mine, theirs = shared / weights.sum(one.keys), shared / weights.sum(claim.keys)
    if len(one.keys & claim.keys) < 2:
        return False
    clause = _CLAUSE.search(claim.end.words) is not None
    return clause and shared >= TELLING and mine >= MOSTLY_HERE and theirs >= (HALF if mine >= WHOLE else MOSTLY_HERE)


def _together(core: frozenset[str], claim: Assertion, language: Language) -> bool:
    """Whether a claim says the words of `core` in one go: with no mark between them."""
    wording = load_wording(language)
    parts = re.split(r"[,;:.]\s", claim.end.words)
    return any(core <= {stem(word, wording) for word in re.findall(r"[\w’'-]+", part)} for part in parts)


def other_values(one: Assertion, other: Assertion, language: Language, many: frozenset[str] = frozenset()) -> Iterator[Link]:
    """The link between two claims that count the same with numbers whose bounds exclude each other; the later is first.

    `many`: what befalls people in so many numbers of these texts that two of them need more words in common to be of one thing.
    """
    told = (one.kind is not None) + (other.kind is not None)
    if (told < 2 and one.end.article == other.end.article) or other_moment(one, other, language):
        return
    if told == 0 and 2 * len(one.keys & other.keys) < min(len(one.keys), len(other.keys)):
        return
    again = one.end.article == other.end.article and same_speaker(one, other)
    if again and len(one.keys & other.keys) < MOST * max(len(one.keys), len(other.keys)):
        return
    for number in one.counts:
        for rival in other.counts:
            if (
                number.excludes(rival)
                and number.counts_with(rival)
                and not _rounded(number, rival)
                and _of_one_thing(one, number, other, rival, number.befallen in many)
                and not _tells_both(one, number, other, rival)
            ):
                rule = f"counts another number: {number.shown}, {rival.shown}"
                if same_speaker(one, other):
                    yield link_of(one, other, 0.8, rule, DisputeClass.CORRECTED, LinkKind.CORRECTS)
                else:
                    yield link_of(one, other, 0.8, rule, DisputeClass.ANOTHER_VALUE)
                return


def _tells_both(one: Assertion, number: Count, other: Assertion, rival: Count) -> bool:
    """Whether either claim tells the other's number, too ("26 in October and 100 in November")."""
    return any(each.value == rival.value and each.counts_with(rival) for each in one.counts) or any(
        each.value == number.value and each.counts_with(number) for each in other.counts
    )


def _is_less(one: Assertion, number: Count, other: Assertion, rival: Count) -> bool:
    """Whether the lesser number is of some of those whom the other counts: eight officers of twelve, the dead of one town."""
    if number.value >= rival.value:
        return False
    sort = number.thing.isalpha() and number.thing != rival.thing and number.thing not in ANYBODY
    return sort or (bool(one.names - other.keys - one.sides) and (bool(other.names) or one.end.article == other.end.article))


def _parted(claim: Assertion, number: Count) -> bool:
    """Whether a claim counts others of the same beside ("six died at the scene, two others in a ward")."""
    return any(each.partial and each.befallen == number.befallen for each in claim.counts)


def other_ages(one: Assertion, other: Assertion, weights: Weighing, language: Language) -> Iterator[Link]:
    """The link between two claims that tell much the same with another age of somebody; the later is first."""
    mine, theirs = dict(aged_in(one.end.words, language)), dict(aged_in(other.end.words, language))
    differing = [noun for noun in sorted(mine.keys() & theirs.keys()) if mine[noun] != theirs[noun]]
    shared = one.keys & other.keys
    if not differing or same_speaker(one, other) or ALIKE * (len(one.keys) + len(other.keys)) > 2 * len(shared):
        return
    if weights.sum(shared) >= WEIGHTY:
        noun = differing[0]
        rule = f"tells another age: {mine[noun]:g}, {theirs[noun]:g}"
        yield link_of(one, other, 0.7, rule, DisputeClass.ANOTHER_VALUE)


def _rounded(number: Count, rival: Count) -> bool:
    """Whether two large numbers are one, told more and less exactly."""
    less, more = sorted((number.value, rival.value))
    return less >= LARGE and more <= ROUND * less


def _of_one_thing(one: Assertion, number: Count, other: Assertion, rival: Count, many: bool) -> bool:
    """Whether two numbers count the same thing of the same happening, as far as the words beside them tell.

    Where each names what the other does not, they are of two places or people. A claim of few words is its number alone.
    """
    if (not number.thing.isalpha() and number.befallen is None) or _parted(one, number) or _parted(other, rival):
        return False
    if _is_less(one, number, other, rival) or _is_less(other, rival, one, number):
        return False
    if (
        number.thing != rival.thing
        and number.thing.isalpha()
        and rival.thing.isalpha()
        and not {number.thing, rival.thing} & ANYBODY
    ):
        return False
    counted = {number.thing, rival.thing, number.befallen, rival.befallen}
    shared, least = (one.keys & other.keys) - counted, min(len(one.keys - counted), len(other.keys - counted))
    if one.names - other.keys and other.names - one.keys and len(shared) < MUCH * least:
        return False
    if max(number.value, rival.value) > FEWER * min(number.value, rival.value):
        return False
    if number.befallen is not None:
        near = number.thing == rival.thing and max(number.value, rival.value) <= NEARER * min(number.value, rival.value)
        most = max(len(one.keys - counted), len(other.keys - counted))
        far = max(number.value, rival.value) > NEARER * min(number.value, rival.value)
        if far and (len(shared) < MOST * least or 2 * len(shared) < most):
            return False
        alone = (near or least <= BRIEF) and one.end.article != other.end.article and _beside(one, number, other, rival, shared)
        return (not many and alone) or len(shared) >= max(2, MUCH * least)
    brief = max(len(one.keys - counted), len(other.keys - counted)) <= BRIEF and not one.names | other.names
    enough = max(2, MUCH * least) if brief else max(TOLD, MOST * least)
    return one.kind is not None and other.kind is not None and len(shared) >= enough


def _beside(one: Assertion, number: Count, other: Assertion, rival: Count, shared: frozenset[str]) -> bool:
    """Whether anything but the two numbers speaks for one happening: a word, who says it, or another number that is equal."""
    values = [{each.value for each in claim.counts if each is not here} for claim, here in ((one, number), (other, rival))]
    return bool(shared or one.sides & other.sides or values[0] & values[1])


def contrasts(claims: Sequence[Assertion], denials: Sequence[Assertion], others: Sequence[Assertion]) -> Iterator[Link]:
    """A claim that is set against a denial right before it ("Two councillors, however, recalled"), by somebody else.

    `claims` and `denials` are of one text, `others` of it or of another: the same denial there is disputed, too.
    """
    for claim in claims:
        for denial in denials if claim.contrast and not claim.negated else ():
            if denial.place == claim.place - 1 and denial.denied is not None and denial.denied.keys | denial.denied.pointers:
                same = [denial] if denial in others else _restating(denial, others)
                for each in same:
                    if not same_speaker(each, claim):
                        yield link_of(claim, each, 0.65, "set against the denial before it", DisputeClass.CONTRASTED)


def _restating(denial: Assertion, others: Sequence[Assertion]) -> Iterator[Assertion]:
    """The same denial elsewhere: all its words, told or by whom; and what its denier says beside it with the same negation."""
    if len(denial.keys) < 2:
        return
    for claim in others:
        if claim.kind in DENYING and claim.end.article != denial.end.article and denial.keys <= claim.keys | claim.sides:
            yield claim
            yield from (each for each in others if each.place == claim.place + 1 and each.negated & denial.keys)


def other_causes(one: Assertion, other: Assertion, weights: Weighing, language: Language) -> Iterator[Link]:
    """The link between two claims, by two speakers, that give one thing two causes; the later is first.

    What came about is told in the same words for the most part, and what it came from in none.
    """
    if one.negated or other.negated or one.kind is None or other.kind is None:
        return
    here = _cause(one.end.words, one.keys, language)
    there = None if here is None else _cause(other.end.words, other.keys, language)
    if here is None or there is None or here[1] & there[1] or not here[1] or not there[1] or same_speaker(one, other):
        return
    shared, least = here[0] & there[0], min(weights.sum(here[0]), weights.sum(there[0]))
    if shared and weights.sum(shared) >= MOST * least:
        yield link_of(one, other, 0.7, "gives another cause for the same", DisputeClass.ANOTHER_CAUSE)


@lru_cache(_CLAIMS)
def _cause(words: str, keys: frozenset[str], language: Language) -> tuple[frozenset[str], frozenset[str]] | None:
    """What came about in a claim of these words and stems and what it came from, by stem; `None` where no cause is given."""
    match = _causing(language).search(words)
    if match is None:
        return None
    wording = load_wording(language)
    parts = words[: match.start()], words[match.end() :]
    before, after = (frozenset(stem(word, wording) for word in re.findall(r"[\w’'-]+", part)) & keys for part in parts)
    return before, after


@cache
def _causing(language: Language) -> re.Pattern[str]:
    phrases = sorted(load_pointing(language).causes, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


def causes(links: Sequence[Link], claims: Sequence[Assertion], language: Language) -> Iterator[Link]:
    """Where somebody says that it was something ("It was a strike"), and who denies that gives another cause beside it."""
    links = [link for link in links if _IT_WAS.match(link.second.words)]
    by_end = {claim.end: claim for claim in claims} if links else {}
    for link in links:
        if link.first not in by_end or link.second not in by_end:
            continue
        denier = by_end[link.first]
        for claim in claims:
            near = claim.end.article == denier.end.article and abs(claim.place - denier.place) <= NEAR
            if near and same_speaker(claim, denier) and _causing(language).search(claim.end.words):
                yield link_of(claim, by_end[link.second], 0.6, "gives another cause beside a denial", DisputeClass.ANOTHER_CAUSE)
