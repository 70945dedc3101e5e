"""What the network reads: an article as numbered pieces with features, cut into windows that overlap.

Training and the shipped tagger call the same functions, so a model never meets features it was not trained on.
All offsets are Unicode code points of the article's text; all arrays are numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from allegedly.attribute.wordpiece import Tokenizer

Ints = npt.NDArray[np.int64]
Borders = Sequence[tuple[int, int]]
Quoted = Sequence[tuple[int, int, int]]
"""Quotations as (start, end, number); the fragments of one quotation share its number."""

CASES = 8
"""Size of the letter-case feature: mark, lower, Title, UPPER, mixed, digits, one capital, other script."""
GAPS = 4
"""Size of the gap feature: what stands before the piece (nothing, a blank, a sentence border, a paragraph border)."""
QUOTES = 8
"""Size of the quotation feature: outside, opening mark, inside, closing mark, reopening mark; the rest is free."""
PARAGRAPH_OPENS = 3
QUOTE_OPENS, QUOTE_REOPENS = 1, 4
ALIKE = str.maketrans("\u2010\u2011\u2012\u2015\u2212\u201f", "--\u2013\u2014-\u201c")
"""Rare dashes and marks, and the common ones that stand for them; one character for one, so that offsets hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of one article, one array each of equal length, in the order of the text."""

    ids: Ints
    start: Ints
    end: Ints
    first: npt.NDArray[np.bool_]
    """Whether the piece opens a word; labels stand on these pieces only."""
    case: Ints
    gap: Ints
    quote: Ints
    sentence: Ints
    paragraph: Ints
    quotation: Ints
    """Number of the quotation the piece lies in, -1 outside."""

    def __len__(self) -> int:
        return len(self.ids)


def encode(text: str, tokenizer: Tokenizer, sentences: Borders, paragraphs: Borders, quotations: Quoted) -> Pieces:
    """The pieces of a text. Borders are half-open and in order; a quotation's borders hold its marks."""
    coded = tokenizer.encode(text.translate(ALIKE))
    start, end = coded.start, coded.end
    first = np.ones(len(start), dtype=np.bool_)
    first[1:] = coded.word[1:] != coded.word[:-1]
    sentence, paragraph = _number(start, sentences), _number(start, paragraphs)
    quotation, quote = _quoted(start, end, quotations)
    return Pieces(
        ids=coded.ids,
        start=start,
        end=end,
        first=first,
        case=_cases(text, start, end, first),
        gap=_gaps(start, end, sentence, paragraph),
        quote=quote,
        sentence=sentence,
        paragraph=paragraph,
        quotation=quotation,
    )


def _number(start: Ints, borders: Borders) -> Ints:
    """For each piece the number of the last border pair that opens at or before it (0 before the first)."""
    opens = np.array([border[0] for border in borders], dtype=np.int64)
    return np.maximum(np.searchsorted(opens, start, side="right") - 1, 0).astype(np.int64)


def _quoted(start: Ints, end: Ints, quotations: Quoted) -> tuple[Ints, Ints]:
    """The number of the quotation each piece lies in (-1: none), and the quotation feature."""
    if not quotations:
        return np.full(len(start), -1, dtype=np.int64), np.zeros(len(start), dtype=np.int64)
    fragments = np.array(quotations, dtype=np.int64)
    opens, closes, numbers = fragments.T
    again = np.zeros(len(fragments), dtype=np.bool_)
    again[1:] = numbers[1:] == numbers[:-1]
    at = np.maximum(np.searchsorted(opens, start, side="right") - 1, 0)
    inside = (start >= opens[at]) & (start < closes[at])
    feature = np.where(end >= closes[at], 3, 2)
    feature = np.where(start <= opens[at], np.where(again[at], 4, 1), feature)
    return np.where(inside, numbers[at], -1), np.where(inside, feature, 0)


def _gaps(start: Ints, end: Ints, sentence: Ints, paragraph: Ints) -> Ints:
    gap = np.ones(len(start), dtype=np.int64)
    gap[1:] = (start[1:] > end[:-1]).astype(np.int64)
    gap[1:][sentence[1:] != sentence[:-1]] = 2
    gap[1:][paragraph[1:] != paragraph[:-1]] = 3
    gap[:1] = 3
    return gap


def _cases(text: str, start: Ints, end: Ints, first: npt.NDArray[np.bool_]) -> Ints:
    if not len(first):
        return np.zeros(0, dtype=np.int64)
    opens = np.flatnonzero(first)
    closes = np.append(opens[1:], len(first)) - 1
    kinds = [_case(text[a:b]) for a, b in zip(start[opens].tolist(), end[closes].tolist(), strict=True)]
    return np.asarray(np.array(kinds, dtype=np.int64)[np.cumsum(first) - 1], dtype=np.int64)


def _case(word: str) -> int:
    """The letter-case class of a word.

    >>> [_case(word) for word in (",", "said", "Obama", "NATO", "iPhone", "2016", "I")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if word.islower():
        return 1
    if word.isupper():
        return 6 if len(word) == 1 else 3
    if word.istitle():
        return 2
    if word.isdigit():
        return 5
    if word.isalpha():
        return 7 if word.lower() == word.upper() else 4
    return 4 if any(map(str.isalpha, word)) else 0


def windows(pieces: Pieces, size: int, overlap: int, shift: int = 0) -> list[tuple[int, int]]:
    """Half-open ranges of pieces that cover the article, in order; neighbours share about `overlap` pieces.

    A window opens at a sentence border where one lies near, else at a word. `shift` shortens the first window, so
    that training sees other cuts of the same article in every epoch.
    """
    count = len(pieces)
    if not count:
        return []
    ranges: list[tuple[int, int]] = []
    start, stop = 0, min(count, max(size - shift, size // 4))
    while True:
        ranges.append((start, stop))
        if stop >= count:
            return ranges
        start = _opening(pieces, max(start + 1, stop - overlap - overlap // 4), max(start + 1, stop - overlap // 2))
        stop = min(count, start + size)


def _opening(pieces: Pieces, low: int, high: int) -> int:
    """The first paragraph border, else sentence border, else word between two pieces (else `low` itself)."""
    gaps = pieces.gap[low:high]
    for least in (3, 2):
        found = np.flatnonzero(gaps >= least)
        if len(found):
            return low + int(found[0])
    found = np.flatnonzero(pieces.first[low:high])
    return low + int(found[0]) if len(found) else low


def owners(ranges: Sequence[tuple[int, int]], positions: Ints) -> Ints:
    """For each piece position the number of the window in which it lies most central."""
    if len(ranges) < 2:
        return np.zeros(len(positions), dtype=np.int64)
    bounds = np.array(ranges, dtype=np.int64)
    middles = (bounds[1:, 0] + bounds[:-1, 1] + 1) // 2
    return np.searchsorted(middles, positions, side="right").astype(np.int64)


DISTANCES = 40
"""Size of the feature for the distance from the cue: twenty steps to either side, doubling in width."""
RELATIONS = 105
"""Size of the feature that joins sentence distance (5), paragraph distance (7) and shared quotation (3)."""
DISTANCE_STEPS = np.array([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 40, 52, 68, 96, 128], dtype=np.int64)


def distances(length: int, cue: tuple[int, int]) -> Ints:
    """For each piece of a window the class of its signed distance to the cue (half-open, pieces of the window)."""
    place = np.arange(length, dtype=np.int64)
    before, after = np.maximum(cue[0] - place, 0), np.maximum(place - cue[1] + 1, 0)
    left = np.searchsorted(DISTANCE_STEPS, before, side="right")
    right = np.searchsorted(DISTANCE_STEPS, after, side="right")
    return np.where(after > 0, 20 + right, left).astype(np.int64)


def relations(pieces: Pieces, window: tuple[int, int], cue: int) -> Ints:
    """For each piece of a window how it stands to the cue (a piece of the article): sentence, paragraph, quotation."""
    held = slice(*window)
    sentence = np.clip(pieces.sentence[held] - pieces.sentence[cue], -2, 2) + 2
    paragraph = np.clip(pieces.paragraph[held] - pieces.paragraph[cue], -3, 3) + 3
    quotation = pieces.quotation[held]
    shared = np.where(quotation < 0, 0, np.where(quotation == pieces.quotation[cue], 1, 2))
    return np.asarray(((sentence * 7 + paragraph) * 3 + shared), dtype=np.int64)
