"""How surely what a statement says has happened, by the head of its content."""

from __future__ import annotations

from collections.abc import Iterable

from allegedly.model import Attribution, Judgement, Predicate, Scores, Spans

_GOVERNED = 0.1
"""The least chance with which a word is taken for the head of a content."""
_EVENT = 0.5
"""The least chance with which an event is, where no word is governed."""
_DIGITS = 1
"""The values are kept to so many digits: sums differ a little from one processor to another."""


def main_predicate(attribution: Attribution, nested: Spans, scores: Scores) -> Predicate | None:
    """The word that heads the content, outside of what `nested` statements say; `None` where no word is likely to."""
    found = [
        predicate
        for span in attribution.content
        for predicate in scores.predicates(span)
        if not any(inner.covers(predicate.span) for inner in nested)
    ]
    return _first_of_best(found)


def _first_of_best(found: Iterable[Predicate]) -> Predicate | None:
    """The most likely head, else the first event."""
    events: list[Predicate] = []
    best: Predicate | None = None
    for each in found:
        if best is None or _headship(each) > _headship(best):
            best = each
        if each.event >= _EVENT:
            events.append(each)
    if best is not None and _headship(best) >= _GOVERNED:
        return best
    return events[0] if events else None


def _headship(predicate: Predicate) -> float:
    return max(predicate.reported, predicate.governed)


def judge_factuality(attribution: Attribution, nested: Spans, scores: Scores | None) -> Judgement[float] | None:
    """The factuality of the content's head, from -3 to 3, the head being the evidence; `None` without scores or a head.

    It is how the sentence presents what the head names: of what is denied it is low, of what is only wanted near 0.
    """
    head = main_predicate(attribution, nested, scores) if scores is not None else None
    return None if head is None else Judgement(round(head.factuality, _DIGITS), (head.span,))
