"""Quotations whose words are others from one text to the next, though both stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from allegedly.model import Span, Spans
from allegedly.model.link import Change, Drift, Pair, Sheet

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPEN_PLACE = re.compile(r"\.\.\.|…|\[|\]")
_CONTRACTED = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_SAME = {"cannot": "can not", "email": "e-mail", "percent": "per cent", "sept": "september", "dec": "december", "nov": "november"}
FEWEST_WORDS = 4
"""Fewer words in marks are no quotation to be altered: a title, a word of doubt."""
LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one quotation in small letters, and where each stands."""

    words: tuple[str, ...]
    spans: Spans
    text: str


def altered_quotations(before: Sheet, after: Sheet) -> Iterator[Drift]:
    """The quotations of the first text that the second quotes in other words.

    A quotation that is cut short, at its ends or at an ellipsis or bracket, or parted by the words that attribute it, is not
    altered; nor is one that stands in the other text as it was.
    """
    one, other = _quotations(before), _quotations(after)
    there = [" ".join(quoted.words) for quoted in other]
    here = [" ".join(quoted.words) for quoted in one]
    for quoted in one:
        if len(quoted.words) < FEWEST_WORDS or _stands_in(quoted, there):
            continue
        rivals = [rival for rival in other if len(rival.words) >= FEWEST_WORDS and not _stands_in(rival, here)]
        ratios = [(_ratio(quoted, rival), -number) for number, rival in enumerate(rivals)]
        best, at = max(ratios, default=(0.0, 0))
        if best >= LEAST_ALIKE:
            drift = _drift(before, after, quoted, rivals[-at], best)
            if drift is not None:
                yield drift


def _quotations(sheet: Sheet) -> list[Quoted]:
    found = []
    for quotation in sheet.segments.quotations:
        matches = [match for span in quotation.fragments for match in _WORD.finditer(sheet.text, span.start, span.end)]
        words: list[str] = []
        spans: list[Span] = []
        for match in matches:
            parts = _parts(match.group().lower().replace("’", "'"))
            words.extend(parts)
            spans.extend([Span(match.start(), match.end())] * len(parts))
        found.append(Quoted(tuple(words), tuple(spans), sheet.text))
    return found


def _parts(word: str) -> list[str]:
    """The words of a contraction; what it stands for is no other wording."""
    for ending, meant in _CONTRACTED.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word[: -len(ending)], meant]
    return [_SAME.get(word, word)]


def _stands_in(quoted: Quoted, others: Sequence[str]) -> bool:
    words = f" {' '.join(quoted.words)} "
    return any(words in f" {other} " for other in others)


def _ratio(one: Quoted, other: Quoted) -> float:
    """How much of the shorter quotation stands in the other, in order."""
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / min(len(one.words), len(other.words))


def _drift(before: Sheet, after: Sheet, one: Quoted, other: Quoted, score: float) -> Drift | None:
    """What changed between the first and the last words that the quotations share; the other side's neighbours where a word
    is left out."""
    codes = SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
    while codes and codes[0][0] in ("delete", "insert"):
        codes = codes[1:]
    while codes and codes[-1][0] in ("delete", "insert"):
        codes = codes[:-1]
    left: list[Span] = []
    right: list[Span] = []
    for name, start, end, first, last in codes:
        if name == "equal" or _marked_as_cut(one, start, end) or _marked_as_cut(other, first, last):
            continue
        left.extend(_run(one, start, end))
        right.extend(_run(other, first, last))
    if not left and not right:
        return None
    pair = Pair(_sentence(before, one.spans[0]), _sentence(after, other.spans[0]), round(score, 3))
    return Drift(Change.QUOTATION_ALTERED, tuple(left), tuple(right), pair)


def _run(quoted: Quoted, start: int, end: int) -> Spans:
    return (Span(quoted.spans[start].start, quoted.spans[end - 1].end),) if end > start else ()


def _marked_as_cut(quoted: Quoted, start: int, end: int) -> bool:
    """Whether the article itself says that something is left out or put in there."""
    first = quoted.spans[start - 1].end if start else quoted.spans[0].start
    last = quoted.spans[end].start if end < len(quoted.spans) else quoted.spans[-1].end
    return first < last and _OPEN_PLACE.search(quoted.text, first, last) is not None


def _sentence(sheet: Sheet, word: Span) -> Span:
    return sheet.segments.sentence_at(word.start) or word
