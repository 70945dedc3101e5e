"""Numbers and their bounds that are others from one sentence to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.link.context import Compared
from allegedly.link.counting import counts_in
from allegedly.link.drift_wording import either, load_rewording
from allegedly.link.numbers import Number, find_numbers
from allegedly.link.words import stem
from allegedly.model import Span
from allegedly.model.link import Change, Drift

_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]+, $")
_OF = re.compile(r" ?(?:percent|per cent|%)? ?of (?:all |the |its |their |his |her )*((?:[\w’'-]+ ?){1,3})")
_CUT = re.compile(r",\d|\.\d|[A-Za-z]|[ -]years?[ -]old\b|(?: \w+){0,2} or (?:more|so|fewer|less)\b")
_LETTERED = re.compile(r"(?<![$€£¥₹\d.,])\d[\d.,]*m\b")
_SCALES = (1e12, 1e9, 1e6, 1.0)
NEARLY, OVER = 0.1, 0.25
"""How far from a number one may lie that is about it, and one that is over or under it."""
LEAST_ALIKE_AT_ALL, FARTHEST = 0.45, 50
"""How alike two sentences have to be, and how many times the other a sum of money may be, to count the same thing."""
LEAST_ALIKE_BESIDE, LEAST_ALIKE, ALIKE_ENOUGH = 0.6, 0.8, 0.95
"""How alike two sentences have to be where only the thing counted is the same; where the words beside their only other numbers
tell little; and where something befalls those whom one counts and nothing those of the other."""


def changed_figures(compared: Compared) -> Iterator[Drift]:
    """The numbers that count the same thing in both sentences and differ in value or bound.

    A number that stands in any sentence paired with this one is not changed, nor is one that is rounded or becomes approximate.
    """
    if compared.pair.score < LEAST_ALIKE_AT_ALL:
        return
    one, other = _numbers(compared, compared.pair.before, False), _numbers(compared, compared.pair.after, True)
    there = [number for span in compared.after_all for number in _numbers(compared, span, True)]
    here = [number for span in compared.before_all for number in _numbers(compared, span, False)]
    left = [number for number in one if not any(_same(number, rival) for rival in there)]
    right = [number for number in other if not any(_same(number, rival) for rival in here)]
    alone = len(left) == len(right) == 1
    both = [(each, rival) for each in left for rival in right if _counts_the_same(compared, each, rival, alone)]
    while both:
        number, rival = min(both, key=lambda pair: (pair[0].value != pair[1].value, *_places(pair)))
        both = [pair for pair in both if pair[0] is not number and pair[1] is not rival]
        change = Change.BOUND_CHANGED if number.value == rival.value else Change.FIGURE_CHANGED
        if change is Change.BOUND_CHANGED and _one_negates(compared):
            continue
        yield Drift(change, (number.span,), (rival.span,), compared.pair)
    yield from _magnitudes(compared)


def _one_negates(compared: Compared) -> bool:
    """Whether one sentence alone says "no" or "none": "none has more than eight" is "up to eight"."""
    first, second = (
        any(word in compared.wording.negators for word in sentence.span.of(side.text).lower().split())
        for side, sentence in ((compared.before, compared.one), (compared.after, compared.other))
    )
    return first != second


def _magnitudes(compared: Compared) -> Iterator[Drift]:
    """The one vague number of both sentences, of the same thing and of another greatness: "dozens", "hundreds"."""
    ranks = load_rewording(compared.language).magnitudes
    found = []
    for side, sentence in ((compared.before, compared.one), (compared.after, compared.other)):
        matches = list(either(ranks).finditer(side.text, sentence.span.start, sentence.span.end))
        if len(matches) != 1:
            return
        behind = next((word.stem for word in sentence.words if word.span.start >= matches[0].end()), "")
        found.append((matches[0], behind))
    (one, thing), (other, rival) = found
    if thing and thing == rival and ranks[one.group().lower()] != ranks[other.group().lower()]:
        yield Drift(Change.FIGURE_CHANGED, (Span(*one.span()),), (Span(*other.span()),), compared.pair)


def _numbers(compared: Compared, span: Span, after: bool) -> tuple[Number, ...]:
    text = compared.after.text if after else compared.before.text
    return tuple(
        number
        for number in find_numbers(text, span, compared.language)
        if not _is_age(text, number) and not _is_cut(text, number)
    )


def _is_cut(text: str, number: Number) -> bool:
    """Whether a number is a piece of one with its unit ("60,000km"), of an age, or has a letter that may be a unit ("315m")."""
    return _CUT.match(text, number.span.end) is not None or _LETTERED.search(number.span.of(text)) is not None


def _is_age(text: str, number: Number) -> bool:
    """Whether a number stands alone between commas behind a name ("Anna Bell, 52, said")."""
    behind = text[number.span.end : number.span.end + 2].strip()
    return (
        number.bound == "exactly"
        and _NAME_BEFORE.search(text, 0, number.span.start) is not None
        and behind[:1] in (",", ";", ".")
    )


def _places(pair: tuple[Number, Number]) -> tuple[int, int, int]:
    """First how far apart two numbers stand in the order of their sentences, so that both directions choose alike."""
    first, second = pair[0].span.start, pair[1].span.start
    return abs(first - second), min(first, second), max(first, second)


def _same(one: Number, other: Number) -> bool:
    """Whether two numbers are one: also approximate and not, over and at least, or one rounded to the other."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    if one.value == other.value:
        return {one.bound, other.bound} <= {"about", "exactly"}
    return _rounded(one, other) or _rounded(other, one)


def _rounded(rough: Number, fine: Number) -> bool:
    """Whether a number says less exactly what the other says: "nearly 500" of 494, "more than 20" of 23, "5 million" of 4.9."""
    if fine.bound not in ("exactly", "about") or not rough.value or not fine.value:
        return False
    scale = next((each for each in _SCALES if rough.value >= each and rough.value % each == 0), None)
    if rough.bound == "exactly" and scale and fine.value % scale and round(fine.value / scale) * scale == rough.value:
        return True
    share = fine.value / rough.value
    if rough.bound == "about":
        return 1 - NEARLY <= share <= 1 + NEARLY
    if rough.bound in ("over", "at least"):
        return 1 < share <= 1 + OVER
    if rough.bound in ("up to", "under"):
        return 1 - OVER <= share < 1
    return False


def _kind(number: Number) -> str:
    return number.unit if not number.unit[:1].isalpha() else ""


def _counts_the_same(compared: Compared, one: Number, other: Number, alone: bool) -> bool:
    if _kind(one) != _kind(other):
        return False
    wording = compared.wording
    if _kind(one):
        far = max(one.value, other.value) > FARTHEST * min(one.value, other.value) and compared.pair.score < LEAST_ALIKE
        return (alone or one.value == other.value) and not far and not _of_others(compared, one, other)
    if _befall_otherwise(compared, one, other):
        return False
    beside = _beside(compared, one, False) & _beside(compared, other, True)
    if one.unit and stem(one.unit, wording) == stem(other.unit, wording) and one.unit not in wording.empty:
        return compared.pair.score >= LEAST_ALIKE_BESIDE or len(beside) >= 2
    return len(beside) >= 2 or (alone and (one.value == other.value or (compared.pair.score >= LEAST_ALIKE and bool(beside))))


def _befall_otherwise(compared: Compared, one: Number, other: Number) -> bool:
    """Whether something befalls those whom one number counts that does not befall the other's: "five trapped", "five dead"."""
    first, second = (
        next((count.befallen for count in counts_in(side.text, sentence, (number.span,), compared.language)), None)
        for side, sentence, number in ((compared.before, compared.one, one), (compared.after, compared.other, other))
    )
    return first != second and (compared.pair.score < ALIKE_ENOUGH or (first is not None and second is not None))


def _of_others(compared: Compared, one: Number, other: Number) -> bool:
    """Whether two shares are of two wholes, as far as both tell of what: "60% of women", "25 percent of bakers"."""
    first, second = (_OF.match(side.text, number.span.end) for side, number in ((compared.before, one), (compared.after, other)))
    if first is None or second is None:
        return False
    ones, others = (
        {stem(word, compared.wording) for word in match.group(1).split() if word.lower() not in compared.wording.empty}
        for match in (first, second)
    )
    return not ones & others


def _beside(compared: Compared, number: Number, after: bool) -> frozenset[str]:
    """The words with content near a number: two before it and three behind."""
    words = (compared.other if after else compared.one).words
    before = [word.stem for word in words if word.span.end <= number.span.start][-2:]
    behind = [word.stem for word in words if word.span.start >= number.span.end][:3]
    return frozenset(before + behind)
