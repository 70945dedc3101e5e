"""The article's own sentences: what nobody but its author says, kept where it carries a figure, an event or a hedge."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.characterise.certainty import judge_certainty
from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.event_found import Found
from allegedly.characterise.figure_rules import FigureRules
from allegedly.characterise.figures import find_figures
from allegedly.characterise.hedges import HedgeIndex, HedgeRules
from allegedly.characterise.manner import MARKS
from allegedly.model import (
    Article,
    Attribution,
    BlockKind,
    Event,
    Judgement,
    Kind,
    Manner,
    Segments,
    Span,
    Spans,
    Speaker,
    SpeakerKind,
    Statement,
    merged,
    statement_id,
)

NO_ATTRIBUTION = "no attribution"
"""The rule of every judgement on a bare statement that rests on nobody being named."""

_COVERED = 0.7
"""The share of a sentence under attributions from which on it is no bare statement."""
_LEAST = 3
"""Words of a part of a sentence that may stand as one."""
_ABOVE = frozenset((BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.CAPTION, BlockKind.PULL_QUOTE))
"""Blocks that say again what the text says."""


def find_bare(
    article: Article,
    segments: Segments,
    statements: Sequence[Statement],
    events: Sequence[Found],
    hedges: HedgeIndex,
    hedge_rules: HedgeRules,
    figure_rules: FigureRules,
) -> tuple[Statement, ...]:
    """The bare statements of an article, in order; `events`: those that no attribution covers.

    Headlines, captions and quotations give none, nor does a sentence that attributions cover for the most part.
    """
    taken = merged(
        span
        for one in statements
        for role in (one.attribution.source, one.attribution.cue, one.attribution.content)
        for span in role
    )
    taken = merged((*taken, *(span for quotation in segments.quotations for span in quotation.fragments)))
    above = [block.span for block in article.blocks if block.kind in _ABOVE]
    found: list[Statement] = []
    first = at = 0
    for sentence in segments.sentences:
        while first < len(taken) and taken[first].end <= sentence.start:
            first += 1
        while at < len(events) and events[at].trigger.start < sentence.start:
            at += 1
        if any(span.overlaps(sentence) for span in above):
            continue
        content = _own(article.text, sentence, taken[first : first + 40])
        if not content:
            continue
        attribution = Attribution((), (), content)
        figures = find_figures(article.text, segments, attribution, figure_rules)
        told = _told(events[at:], sentence, content)
        hedged = any(hedge.worth.whose == "author" for span in content for hedge in hedges.within(span))
        if not (figures or told or hedged):
            continue
        around = Circumstance((), (), (), (), content[0].start, content[0].start, (), ())
        certainty = judge_certainty(
            article.text, segments, attribution, around, Kind.ASSERTION, None, None, (), hedges, hedge_rules
        )
        found.append(
            Statement(
                id=statement_id(article.id, attribution),
                article=article.id,
                origin=article.origin,
                words=attribution.extent.of(article.text),
                attribution=attribution,
                speaker=Speaker(None, SpeakerKind.AUTHOR),
                manner=Judgement(Manner.BARE, (), NO_ATTRIBUTION),
                kind=Judgement(Kind.ASSERTION, (), NO_ATTRIBUTION),
                certainty=certainty,
                figures=figures,
                events=told,
            )
        )
    return tuple(found)


def _told(events: Sequence[Found], sentence: Span, content: Spans) -> tuple[Event, ...]:
    told = []
    for found in events:
        if found.trigger.start >= sentence.end:
            break
        if any(span.start <= found.trigger.start < span.end for span in content):
            told.append(found.event)
    return tuple(told)


def _own(text: str, sentence: Span, taken: Spans) -> Spans:
    """The parts of a sentence that nobody else says; none where they are less than a third of it."""
    parts: list[Span] = []
    at = sentence.start
    for span in (*taken, Span(sentence.end, sentence.end + 1)):
        end = min(span.start, sentence.end)
        if at < end:
            parts.append(Span(at, end))
        at = max(at, span.end)
        if span.start >= sentence.end:
            break
    kept = tuple(part for each in parts if (part := _trimmed(text, each)) is not None)
    return kept if sum(map(len, kept)) > (1 - _COVERED) * len(sentence) else ()


def _trimmed(text: str, part: Span) -> Span | None:
    """The part without marks at its ends; `None` where few words are left."""
    words = part.of(text)
    start = part.start + len(words) - len(words.lstrip(MARKS))
    end = part.start + len(words.rstrip(MARKS))
    return Span(start, end) if start < end and text.count(" ", start, end) >= _LEAST - 1 else None
