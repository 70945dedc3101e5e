"""What the rules of drift look at: two texts, a pair of their sentences, and what was found in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allegedly.languages import Language
from allegedly.link.align import Sentence
from allegedly.link.words import Weights, Wording
from allegedly.model import Kind, Manner, Span, Spans, Statement
from allegedly.model.link import Pair, Sheet

SILENT = (Kind.NO_COMMENT, Kind.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class Side:
    """One text of two: its sentences by their spans, and the statements that reach into each."""

    sheet: Sheet
    sentences: Mapping[Span, Sentence]
    statements: Mapping[Span, tuple[Statement, ...]]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.sheet.text

    def keys_in(self, sentence: Span, spans: Spans) -> frozenset[str]:
        """The stems of the words of `sentence` that lie in `spans`."""
        words = self.sentences[sentence].words
        return frozenset(word.stem for word in words if any(span.overlaps(word.span) for span in spans))


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of sentences, and the two texts they stand in; `after_all`: every sentence that is paired with the first."""

    pair: Pair
    before: Side
    after: Side
    weights: Weights
    wording: Wording
    language: Language
    before_all: Spans
    after_all: Spans

    def mirrored(self) -> Compared:
        """The same pair with the texts swapped."""
        pair = Pair(self.pair.after, self.pair.before, self.pair.score)
        return Compared(pair, self.after, self.before, self.weights, self.wording, self.language, self.after_all, self.before_all)

    @property
    def one(self) -> Sentence:
        """The sentence of the first text."""
        return self.before.sentences[self.pair.before]

    @property
    def other(self) -> Sentence:
        """The sentence of the second text."""
        return self.after.sentences[self.pair.after]


def side_of(sheet: Sheet, sentences: Sequence[Sentence]) -> Side:
    """A text with its statements sorted by the sentences that their words reach into."""
    spans = [sentence.span for sentence in sentences]
    held: dict[Span, list[Statement]] = {span: [] for span in spans}
    for statement in sheet.findings.statements:
        if statement.manner.value is Manner.BARE:
            continue
        for span in _reached(spans, statement):
            held[span].append(statement)
    return Side(sheet, {sentence.span: sentence for sentence in sentences}, {span: tuple(held[span]) for span in spans})


def _reached(spans: Sequence[Span], statement: Statement) -> Iterator[Span]:
    attribution = statement.attribution
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    extent = attribution.extent
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if spans[middle].end <= extent.start else (low, middle)
    while low < len(spans) and spans[low].start < extent.end:
        if any(part.overlaps(spans[low]) for part in parts):
            yield spans[low]
        low += 1


def in_sentence(spans: Spans, sentence: Span) -> Spans:
    """The spans that reach into a sentence."""
    return tuple(span for span in spans if span.overlaps(sentence))


def covering(words: Sequence[Span]) -> Spans:
    """The smallest span around `words`, alone in a tuple; empty where there are none."""
    return (Span(min(word.start for word in words), max(word.end for word in words)),) if words else ()
