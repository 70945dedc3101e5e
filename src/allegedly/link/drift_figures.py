"""Numbers and their bounds that are others from one sentence to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.link.context import Compared
from allegedly.link.numbers import Number, find_numbers
from allegedly.link.words import stem
from allegedly.model import Span
from allegedly.model.link import Change, Drift

_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]+, $")
LEAST_ALIKE = 0.8
"""How alike two sentences have to be where the words beside their only other numbers tell nothing."""


def changed_figures(compared: Compared) -> Iterator[Drift]:
    """The numbers that count the same thing in both sentences and differ in value or bound.

    A number that stands in any sentence paired with this one is not changed, nor is a measure that becomes approximate.
    """
    one, other = _numbers(compared, compared.pair.before, False), _numbers(compared, compared.pair.after, True)
    there = [number for span in compared.after_all for number in _numbers(compared, span, True)]
    here = [number for span in compared.before_all for number in _numbers(compared, span, False)]
    left = [number for number in one if not any(_same(number, rival, compared) for rival in there)]
    right = [number for number in other if not any(_same(number, rival, compared) for rival in here)]
    alone = len(left) == len(right) == 1
    for number in left:
        rivals = [rival for rival in right if _counts_the_same(compared, number, rival, alone)]
        if rivals:
            rival = min(rivals, key=lambda each: (each.value != number.value, each.span))
            change = Change.BOUND_CHANGED if number.value == rival.value else Change.FIGURE_CHANGED
            yield Drift(change, (number.span,), (rival.span,), compared.pair)


def _numbers(compared: Compared, span: Span, after: bool) -> tuple[Number, ...]:
    text = compared.after.text if after else compared.before.text
    return tuple(number for number in find_numbers(text, span, compared.language) if not _is_age(text, number))


def _is_age(text: str, number: Number) -> bool:
    """Whether a number stands alone between commas behind a name ("Anna Bell, 52, said")."""
    behind = text[number.span.end : number.span.end + 2].strip()
    return (
        number.bound == "exactly"
        and _NAME_BEFORE.search(text, 0, number.span.start) is not None
        and behind[:1] in (",", ";", ".")
    )


def _same(one: Number, other: Number, compared: Compared) -> bool:
    if (one.low, one.high, one.bound) == (other.low, other.high, other.bound):
        return True
    loose = {"about", "exactly"}
    measured = {one.unit, other.unit} & compared.wording.measures
    return one.value == other.value and {one.bound, other.bound} <= loose and bool(measured)


def _kind(number: Number) -> str:
    return number.unit if not number.unit[:1].isalpha() else ""


def _counts_the_same(compared: Compared, one: Number, other: Number, alone: bool) -> bool:
    if _kind(one) != _kind(other):
        return False
    wording = compared.wording
    if _kind(one):
        return alone or one.value == other.value
    if one.unit and stem(one.unit, wording) == stem(other.unit, wording) and one.unit not in wording.empty:
        return True
    beside = _beside(compared, one, False) & _beside(compared, other, True)
    return len(beside) >= 2 or (alone and (one.value == other.value or compared.pair.score >= LEAST_ALIKE))


def _beside(compared: Compared, number: Number, after: bool) -> frozenset[str]:
    """The words with content near a number: two before it and three behind."""
    words = (compared.other if after else compared.one).words
    before = [word.stem for word in words if word.span.end <= number.span.start][-2:]
    behind = [word.stem for word in words if word.span.start >= number.span.end][:3]
    return frozenset(before + behind)
