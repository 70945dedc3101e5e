"""Which sentence of one text says which sentence of another: by the words they share, in order, and then out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from allegedly.languages import Language
from allegedly.link.numbers import Number, find_numbers
from allegedly.link.words import Weights, Word, alike, load_wording, words_in
from allegedly.model import BlockKind, Span
from allegedly.model.link import Pair, Sheet

IN_ORDER, MOVED, PART = 0.34, 0.45, 0.62
"""How alike two sentences have to be: in the order of both texts; out of it; where one of them is paired already."""
RUNS_FROM, RUN_GAIN = 0.25, 0.25
"""What the words that both sentences have in runs add to a score, and from which score on they are looked for."""

_HEADINGS = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEADING, BlockKind.CAPTION)
_RAW = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its words, and what it is compared by: their stems and its numbers.

    `heading`: it stands in a headline, standfirst, subheading or caption, and is compared with such alone.
    """

    span: Span
    words: tuple[Word, ...]
    keys: frozenset[str]
    plain: str
    heading: bool = False
    numbers: tuple[Number, ...] = ()


def sentences_in(sheet: Sheet, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a text that have words with content."""
    wording, text = load_wording(language), sheet.text
    headings = [block.span for block in sheet.article.blocks if block.kind in _HEADINGS]
    found = []
    for span in sheet.segments.sentences:
        words = words_in(text, span, wording)
        numbers = find_numbers(text, span, language)
        keys = frozenset({word.stem for word in words} | {f"{number.value:g}" for number in numbers})
        if keys:
            heading = any(each.covers(span) for each in headings)
            found.append(Sentence(span, words, keys, plain(span.of(text)), heading, numbers))
    return tuple(found)


def plain(words: str) -> str:
    """Words with every run of white space as one space and straight marks.

    >>> plain("He  said\\n“no”.")
    'He said "no".'
    """
    return " ".join((words if words.isascii() else words.translate(_STRAIGHT)).split())


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "\u00a0": " "})


def align(before: Sequence[Sentence], after: Sequence[Sentence]) -> tuple[Pair, ...]:
    """The pairs of sentences that say the same thing or nearly, in the order of the first text.

    First the best pairs that keep both orders (dynamic programming), then sentences that moved, then those that were made
    of a part of another or hold one: a sentence may stand in several pairs. Takes time in the product of the two lengths.
    """
    weights = Weights([sentence.keys for sentence in (*before, *after)])
    scores = [[_score(one, other, weights) for other in after] for one in before]
    chosen = _in_order(scores)
    chosen |= _moved(scores, chosen)
    chosen |= _parts(scores, chosen)
    return tuple(Pair(before[one].span, after[other].span, scores[one][other]) for one, other in sorted(chosen))


def _score(one: Sentence, other: Sentence, weights: Weights) -> float:
    if one.heading != other.heading:
        return 0.0
    if one.plain == other.plain:
        return 1.0
    score = alike(one.keys, other.keys, weights)
    if score > RUNS_FROM:
        score += RUN_GAIN * _share_in_runs(one.plain, other.plain)
    return min(0.99, score)


def _share_in_runs(one: str, other: str) -> float:
    """How much of the shorter sentence stands in the other in runs of four words or more, from 0 to 1."""
    first, second = sorted((_RAW.findall(one.lower()), _RAW.findall(other.lower())), key=lambda words: (len(words), words))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= min(4, len(first))) / max(1, len(first))


def _in_order(scores: list[list[float]]) -> set[tuple[int, int]]:
    rows, columns = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            gain = scores[row][column] - IN_ORDER
            taken = best[row + 1][column + 1] + gain if gain > 0 else -1.0
            best[row][column] = max(taken, best[row + 1][column], best[row][column + 1])
    chosen: set[tuple[int, int]] = set()
    row = column = 0
    while row < rows and column < columns:
        gain = scores[row][column] - IN_ORDER
        if gain > 0 and best[row][column] == best[row + 1][column + 1] + gain:
            chosen.add((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return chosen


def _ranked(scores: list[list[float]], least: float) -> list[tuple[int, int]]:
    pairs = [(-score, row, column) for row, line in enumerate(scores) for column, score in enumerate(line) if score >= least]
    return [(row, column) for _, row, column in sorted(pairs)]


def _moved(scores: list[list[float]], chosen: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Pairs of sentences that stand in none yet, the most alike first."""
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    moved: set[tuple[int, int]] = set()
    for row, column in _ranked(scores, MOVED):
        if row not in rows and column not in columns:
            moved.add((row, column))
            rows.add(row)
            columns.add(column)
    return moved


def _parts(scores: list[list[float]], chosen: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """For each sentence that stands in no pair, the most alike one of the other text, paired or not."""
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    parts: set[tuple[int, int]] = set()
    for row, column in _ranked(scores, PART):
        if row not in rows or column not in columns:
            parts.add((row, column))
            rows.add(row)
            columns.add(column)
    return parts
