"""How the words are given: inside quotation marks, retold, or partly each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from allegedly.model import Attribution, Judgement, Manner, Quotation, Span, Spans

MARKS = "\"'“”„‟‘’‚‛«»‹›`´,.;:!?…—–- \t\n\r\u00a0"
"""Characters that may stand outside the marks of a quotation without making it less than direct."""


class Quoted:
    """The characters of an article that stand inside quotation marks."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        fragments = sorted(fragment for quotation in quotations if quotation.depth == 0 for fragment in quotation.fragments)
        self._fragments = fragments
        self._ends = [fragment.end for fragment in fragments]

    def parts(self, span: Span) -> Spans:
        """The parts of `span` inside quotation marks, in order."""
        found: list[Span] = []
        at = bisect_left(self._ends, span.start + 1)
        while at < len(self._fragments) and self._fragments[at].start < span.end:
            fragment = self._fragments[at]
            start, end = max(fragment.start, span.start), min(fragment.end, span.end)
            if found and start < found[-1].end:
                start = found[-1].end
            if start < end:
                found.append(Span(start, end))
            at += 1
        return tuple(found)


def judge_manner(text: str, attribution: Attribution, quoted: Quoted) -> Judgement[Manner]:
    """Direct where every word of the content is quoted, mixed where some are, indirect where none is.

    The evidence is the quoted part.
    """
    evidence: list[Span] = []
    outside = False
    for span in attribution.content:
        parts = quoted.parts(span)
        evidence.extend(parts)
        at = span.start
        for part in (*parts, None):
            end = part.start if part else span.end
            if not outside and text[at:end].strip(MARKS):
                outside = True
            at = part.end if part else end
    if not any(span.of(text).strip(MARKS) for span in evidence):
        return Judgement(Manner.INDIRECT, rule="no quotation marks")
    return Judgement(Manner.MIXED if outside else Manner.DIRECT, tuple(evidence))
