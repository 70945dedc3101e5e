"""What the antecedent head reads: a stretch of the article's states around pronouns, and how each candidate stands to one.

Training and the shipped tagger call the same functions. Distances and numbers are of pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from allegedly.attribute.decoding import Floats, Range
from allegedly.attribute.encoding import DISTANCE_STEPS, Ints, Pieces

BEFORE, BEHIND, LONGEST = 128, 24, 256
"""How far before its first and behind its last pronoun a stretch reaches, and how long it may be."""
PLACES = 40
"""Size of the feature for the distance from the pronoun to the candidate: twenty steps to either side."""
STANDS = 90
"""Size of the feature that joins sentence distance (6), paragraph distance (3) and quotations (5)."""
RANKS = 10
"""Size of the feature that counts the candidates asked about that stand nearer."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of pieces, and the numbers of the pronouns that are judged in it."""

    low: int
    high: int
    members: tuple[int, ...]


def stretches(pronouns: Sequence[Range], count: int) -> list[Stretch]:
    """Few stretches of an article of `count` pieces in which each pronoun has its context before it; pronouns in order."""
    found: list[Stretch] = []
    members: list[int] = []
    low = 0
    for number, (start, stop) in enumerate(pronouns):
        if members and stop + BEHIND - low > LONGEST:
            found.append(Stretch(low, min(count, pronouns[members[-1]][1] + BEHIND), tuple(members)))
            members = []
        if not members:
            low = max(0, start - BEFORE)
        members.append(number)
    if members:
        found.append(Stretch(low, min(count, pronouns[members[-1]][1] + BEHIND), tuple(members)))
    return found


def weights(spans: Sequence[Range], low: int, high: int) -> Floats:
    """For each span the weights of the stretch's pieces [spans, pieces]: equal on its own, none on others."""
    out = np.zeros((len(spans), high - low), dtype=np.float32)
    for row, (start, stop) in enumerate(spans):
        out[row, max(start - low, 0) : stop - low] = 1.0 / max(1, min(stop, high) - max(start, low))
    return out


def standing(pieces: Pieces, pronoun: Range, candidates: Sequence[Range]) -> Ints:
    """How each candidate stands to the pronoun [candidates, 3]: its place, its sentence, paragraph and quotation, its rank."""
    out = np.zeros((len(candidates), 3), dtype=np.int64)
    if not candidates:
        return out
    start = np.array([each[0] for each in candidates], dtype=np.int64)
    stop = np.array([each[1] for each in candidates], dtype=np.int64)
    at = pronoun[0]
    before, after = np.maximum(at - stop + 1, 0), np.maximum(start - pronoun[1] + 1, 0)
    left = np.searchsorted(DISTANCE_STEPS, before, side="right")
    right = np.searchsorted(DISTANCE_STEPS, after, side="right")
    out[:, 0] = np.where(after > 0, 20 + right, left)
    sentence = np.clip(pieces.sentence[at] - pieces.sentence[start], -1, 4) + 1
    paragraph = np.clip(np.abs(pieces.paragraph[at] - pieces.paragraph[start]), 0, 2)
    mine, theirs = pieces.quotation[at], pieces.quotation[start]
    inside = np.where(theirs < 0, 0 if mine < 0 else 3, 2 if mine < 0 else np.where(theirs == mine, 1, 4))
    out[:, 1] = (sentence * 3 + paragraph) * 5 + inside
    distance = np.where(after > 0, after + 1000, before)
    order = np.argsort(distance, kind="stable")
    out[order, 2] = np.minimum(np.arange(len(candidates)), RANKS - 1)
    return out
