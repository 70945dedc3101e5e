"""Sentences of which one has the opposite of the other's word between the same words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from allegedly.link.align import Sentence
from allegedly.link.context import Compared
from allegedly.link.drift_wording import load_rewording
from allegedly.link.words import Wording
from allegedly.model import Span
from allegedly.model.link import Change, Drift

LEAST_ALIKE = 0.7
_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A word of a sentence, and the stems of the words with content right before and behind it; empty where there is none."""

    span: Span
    before: str
    behind: str


def changed_to_opposite(compared: Compared) -> Drift | None:
    """A word that is the opposite in the other sentence, between the same words: "agreed to sell", "refused to sell".

    `None` where a sentence has words of both groups, or says "not": what is turned twice is as it was.
    """
    if compared.pair.score < LEAST_ALIKE:
        return None
    first, second = _placed(compared.before.text, compared.one), _placed(compared.after.text, compared.other)
    if _negates(first, compared.wording) or _negates(second, compared.wording):
        return None
    for one, other in load_rewording(compared.language).opposites:
        for here, there in ((one, other), (other, one)):
            ones, others = here & first.keys(), there & second.keys()
            if len(ones) != 1 or len(others) != 1 or there & first.keys() or here & second.keys():
                continue
            left, right = first[min(ones)], second[min(others)]
            if left.behind and left.behind == right.behind and left.before == right.before:
                return Drift(Change.NEGATION_CHANGED, (left.span,), (right.span,), compared.pair)
    return None


def _placed(text: str, sentence: Sentence) -> Mapping[str, Placed]:
    """The words of a sentence in small letters, each at its last place."""
    found = {}
    for match in _RAW.finditer(text, sentence.span.start, sentence.span.end):
        before = [word.stem for word in sentence.words if word.span.end <= match.start()][-1:]
        behind = [word.stem for word in sentence.words if word.span.start >= match.end()][:1]
        found[match.group().lower()] = Placed(Span(*match.span()), "".join(before), "".join(behind))
    return found


def _negates(words: Mapping[str, Placed], wording: Wording) -> bool:
    return any(word in wording.negators or word.endswith(("n't", "n’t")) for word in words)
