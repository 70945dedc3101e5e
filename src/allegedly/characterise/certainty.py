"""How surely an article presents what is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cues import CueReading
from allegedly.characterise.data import string, strings, table, tables
from allegedly.characterise.kind import any_of, content_shape
from allegedly.languages import Language
from allegedly.model import Attribution, Certainty, Judgement, Kind, Segments, Span, Spans, Speaker, SpeakerKind

_OPEN = (Kind.QUESTION, Kind.NO_COMMENT, Kind.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class HedgeRules:
    """`found` finds any hedge; `worth` gives its certainty and whose it is; `not_before` what makes it none.

    `hearsay` finds documents that stand for nobody in particular ("reports").
    """

    found: re.Pattern[str]
    worth: dict[str, tuple[Certainty, str]]
    hearsay: re.Pattern[str]
    not_before: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that lowers certainty."""

    span: Span
    certainty: Certainty
    whose: str


@cache
def load_hedges(language: Language) -> HedgeRules:
    """The hedges of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("hedges")
    worth = {
        word: (Certainty(string(group, "certainty")), string(group, "whose"))
        for group in tables(data, "hedges")
        for word in strings(group, "words")
    }
    stops = table(data, "not_before")
    hearsay = strings(language.table("sources"), "hearsay")
    reports = any_of((*hearsay, *(word + "s" for word in hearsay)))
    return HedgeRules(any_of(tuple(worth)), worth, reports, {word: frozenset(strings(stops, word)) for word in stops})


def find_hedges(text: str, rules: HedgeRules) -> tuple[Hedge, ...]:
    """Every hedge of a text, in order. A hedge in capitals is a month or a name, but for one that opens a sentence."""
    found: list[Hedge] = []
    for match in rules.found.finditer(text):
        words = match.group()
        lower = words.lower()
        stops = rules.not_before.get(lower)
        if stops is not None:
            following = re.match(r"\W*([\w’']+)", text[match.end() : match.end() + 30])
            if (following and following.group(1).lower() in stops) or words[0].isupper():
                continue
        certainty, whose = rules.worth[lower]
        found.append(Hedge(Span(match.start(), match.end()), certainty, whose))
    return tuple(found)


class HedgeIndex:
    """The hedges of an article, found by place."""

    def __init__(self, hedges: Sequence[Hedge]) -> None:
        self._hedges = hedges
        self._starts = [hedge.span.start for hedge in hedges]

    def within(self, span: Span) -> Sequence[Hedge]:
        """The hedges that begin in `span`."""
        return self._hedges[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def judge_certainty(
    text: str,
    segments: Segments,
    attribution: Attribution,
    around: Circumstance,
    kind: Kind,
    cue: CueReading | None,
    speaker: Speaker | None,
    nested: Spans,
    hedges: HedgeIndex,
    rules: HedgeRules,
) -> Judgement[Certainty]:
    """The certainty of the content: by its own hedges first, then by those about the saying, then by the cue.

    Hedges inside `nested` statements count for these only. Evidence is every hedge that counts, in order.
    """
    if kind in _OPEN:
        return Judgement(Certainty.UNDERSPECIFIED, attribution.cue, None if attribution.cue else "nothing asserted")
    shape = content_shape(text, attribution)
    if shape == "wh" and text[attribution.content[0].start :][:3].lower() in ("whe", "if "):
        return Judgement(Certainty.UNDERSPECIFIED, (Span(attribution.content[0].start, attribution.content[0].start + 2),))
    own = _own(segments, attribution, nested, hedges)
    about = [
        hedge
        for span in around.outside
        for hedge in hedges.within(span)
        if hedge.whose == "author" and abs(hedge.span.start - around.cue_at) < 60
    ]
    hearsay = speaker is None or _hearsay(text, attribution, speaker, rules)
    cued = _by_cue(kind, cue, hearsay, shape, own)
    if cued is Certainty.ALLEGED and cue is not None:
        return Judgement(cued, _spans([*about, *own], cue))
    if own or about:
        chosen = own[0] if own else about[0]
        return Judgement(
            chosen.certainty, _spans([*about, *own], cue if cued is Certainty.POSSIBLE else None), f"hedge of the {chosen.whose}"
        )
    if cued is not Certainty.CERTAIN and cue is not None:
        return Judgement(cued, (cue.span,))
    return Judgement(Certainty.CERTAIN, rule="no hedge")


def _spans(hedges: Sequence[Hedge], cue: CueReading | None) -> Spans:
    return tuple(sorted({*(hedge.span for hedge in hedges), *([cue.span] if cue else [])}))


def _own(segments: Segments, attribution: Attribution, nested: Spans, hedges: HedgeIndex) -> list[Hedge]:
    """Hedges of the content's first sentence that lie in no nested content."""
    first = attribution.content[0]
    sentence = segments.sentence_at(first.start)
    stop = max(first.start + 1, min(first.end, sentence.end if sentence else first.end))
    spans = [Span(first.start, stop), *(span for span in attribution.content[1:] if sentence and sentence.covers(span))]
    found = [hedge for span in spans for hedge in hedges.within(span)]
    return [hedge for hedge in found if not any(span.covers(hedge.span) for span in nested)]


def _by_cue(kind: Kind, cue: CueReading | None, hearsay: bool, shape: str, own: Sequence[Hedge]) -> Certainty:
    if cue is None:
        return Certainty.CERTAIN
    if kind is Kind.CONCERN and shape == "noun" and not own:
        return Certainty.CERTAIN
    if kind not in (cue.kind, Kind.ACCUSATION):
        return Certainty.CERTAIN
    if cue.certainty is Certainty.REPORTED and not hearsay:
        return Certainty.CERTAIN
    return cue.certainty


def _hearsay(text: str, attribution: Attribution, speaker: Speaker, rules: HedgeRules) -> bool:
    """Whether the speaker is a report of nobody's in particular."""
    if speaker.kind is SpeakerKind.NOBODY:
        return True
    if speaker.kind is not SpeakerKind.DOCUMENT or speaker.name is not None:
        return False
    source = attribution.source[0]
    found = rules.hearsay.search(text, source.start, source.end)
    return found is not None and not text[found.end() : source.end].strip() and text[source.start : found.start()].count(" ") <= 2
