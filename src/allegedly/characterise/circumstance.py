"""What stands around a statement's content: the words of its sentences that are not said, but tell how and when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from allegedly.characterise.cues import Token, tokens_of
from allegedly.model import Attribution, Segments, Span, Spans, merged

_BEHIND = 4
"""Words behind a cue that may complete it."""
_WIDEST = 600
"""Characters to either side of a cue in which its circumstances are looked for, so that one endless sentence costs no more."""


@dataclass(frozen=True, slots=True)
class Circumstance:
    """The words about the saying: `outside` are the parts of the cue's sentence that are neither content nor source.

    `cue` are the cue's words, `behind` the few after it, `before` the few in front of it; `cue_at` is where it begins (without
    one, the source), `cue_end` where it ends. `sources` are the source's spans, `content` what is said, `cues` where the cues of
    all attributions begin, in order.
    """

    outside: Spans
    cue: tuple[Token, ...]
    behind: tuple[Token, ...]
    before: tuple[Token, ...]
    cue_at: int
    cue_end: int
    sources: Spans
    cues: Sequence[int]
    content: Spans = ()

    def other_cue(self, start: int, end: int) -> bool:
        """Whether another attribution's cue begins from `start` to `end`."""
        between = self.cues[bisect_left(self.cues, start) : bisect_left(self.cues, end)]
        return any(not self.cue_at <= place < self.cue_end for place in between)


def circumstance_of(
    text: str, segments: Segments, attribution: Attribution, parent: Attribution | None, cues: Sequence[int]
) -> Circumstance:
    """What stands around the content of `attribution`; of a nested one only what its `parent` says.

    `cues`: where the cues of all attributions of the article begin, in ascending order.
    """
    cue_at = (attribution.cue or attribution.source or attribution.content)[0].start
    sentence = segments.sentence_at(cue_at) or attribution.extent
    start, end = max(sentence.start, cue_at - _WIDEST), min(sentence.end, cue_at + _WIDEST)
    if parent is not None:
        holding = next((span for span in parent.content if span.start <= cue_at < span.end), None)
        start, end = (max(start, holding.start), min(end, holding.end)) if holding else (start, end)
    taken = merged((*attribution.content, *attribution.source))
    outside: list[Span] = []
    at = start
    for span in taken:
        if span.start > at and at < end:
            outside.append(Span(at, min(span.start, end)))
        at = max(at, span.end)
    if at < end:
        outside.append(Span(at, end))
    cue = tuple(token for span in attribution.cue for token in tokens_of(text, span.start, span.end))
    last = attribution.cue[-1].end if attribution.cue else attribution.source[-1].end if attribution.source else cue_at
    behind = tokens_of(text, last, min(len(text), last + 40), _BEHIND)
    free = max((span.end for span in taken if span.end <= cue_at), default=start)
    before = tuple(tokens_of(text, max(start, free, cue_at - 40), cue_at)[-_BEHIND:]) if cue_at > free else ()
    after = _adjacent(text, last, behind)
    return Circumstance(tuple(outside), cue, after, before, cue_at, last, attribution.source, cues, attribution.content)


def _adjacent(text: str, last: int, behind: Sequence[Token]) -> tuple[Token, ...]:
    """The words that follow with nothing but blanks between."""
    found: list[Token] = []
    for token in behind:
        if text[last : token.span.start].strip():
            break
        found.append(token)
        last = token.span.end
    return tuple(found)
