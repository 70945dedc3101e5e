"""Sentences, tokens and quotations of an article."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks.

    `fragments`: the runs of text, marks included; one, or one for each paragraph where the quotation runs over several (it
    is then reopened at each). `closed`: whether a closing mark was found. `depth`: 0, or 1 for a quotation in a quotation.
    """

    fragments: Spans
    closed: bool = True
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Segments:
    """What an article's text is made of; every tuple in ascending order of the text.

    `paragraphs` and `sentences` (without white space at their ends; a sentence lies in one paragraph), `tokens` (words,
    numbers, single marks), `quotations` (in order of their first fragment; depth 1 after the one that holds it).
    """

    paragraphs: Spans
    sentences: Spans
    tokens: Spans
    quotations: tuple[Quotation, ...]

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the character at `offset`; `None` between sentences. Takes logarithmic time."""
        return _holding(self.sentences, offset)

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph that holds the character at `offset`; `None` between paragraphs. Takes logarithmic time."""
        return _holding(self.paragraphs, offset)


def _holding(spans: Spans, offset: int) -> Span | None:
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return spans[low] if low < len(spans) and spans[low].start <= offset else None
