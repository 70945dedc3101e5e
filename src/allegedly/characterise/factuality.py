"""How surely what a statement says has happened, by the head of its content."""

from __future__ import annotations

from allegedly.model import Attribution, Judgement, Scores, Spans

GOVERNED, FIRST_EVENT = "governed", "first event"
_GOVERNED = 0.1
"""The least chance with which a word is taken for the head of a content."""
_EVENT = 0.5
"""The least chance with which an event is, where no word is governed."""
_DIGITS = 1
"""The values are kept to so many digits: sums differ a little from one processor to another."""


def judge_factuality(attribution: Attribution, nested: Spans, scores: Scores | None) -> Judgement[float] | None:
    """The factuality of the content's head, from -3 to 3, the head being the evidence; `None` without scores or a head.

    It is how the sentence presents what the head names: of what is denied it is low, of what is only wanted near 0. The head is
    the word that a saying governs, outside of what `nested` statements say; where none is likely, that of any other verb which
    takes a clause, else the first event, and the rule says which.
    """
    if scores is None:
        return None
    found = [
        predicate
        for span in attribution.content
        for predicate in scores.predicates(span)
        if not any(inner.covers(predicate.span) for inner in nested)
    ]
    said = max(found, key=lambda each: each.reported, default=None)
    if said is not None and said.reported >= _GOVERNED:
        return Judgement(round(said.factuality, _DIGITS), (said.span,))
    done = max(found, key=lambda each: each.governed, default=None)
    if done is not None and done.governed >= _GOVERNED:
        return Judgement(round(done.factuality, _DIGITS), (done.span,), GOVERNED)
    event = next((each for each in found if each.event >= _EVENT), None)
    return None if event is None else Judgement(round(event.factuality, _DIGITS), (event.span,), FIRST_EVENT)
