"""From the network's scores to cues and roles: best label rows under the BIO rule, at words only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from allegedly.attribute.encoding import Ints, Pieces

Floats = npt.NDArray[np.float32]
Range = tuple[int, int]

IMPOSSIBLE = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What decides between silence and an attribution; chosen on the development articles."""

    cue_bias: float = 1.0
    """Added to the scores of B and I against O when cues are sought: the higher, the more candidates."""
    keep: float = 0.4
    """The least confidence of a draft with a source that becomes an attribution."""
    keep_sourceless: float = 0.25
    """The same for a draft without a source: these are rarer and harder, one bar for all would lose most of them."""
    source: float = 0.0
    """Added to the scores of the source labels against O."""
    content: float = 0.0
    """Added to the scores of the content labels against O."""


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def best_rows(scores: Floats) -> Ints:
    """The best label row for each row of scores [n, words, labels] under BIO (O, B-x, I-x, B-y, I-y ...).

    I-x follows only B-x or I-x. First best wins, so equal scores give equal rows everywhere.
    """
    count, length, labels = scores.shape
    kinds = (labels - 1) // 2
    back = np.zeros((count, length, labels), dtype=np.int8)
    total = scores[:, 0].copy() if length else np.zeros((count, labels), dtype=np.float32)
    total[:, 2::2] = IMPOSSIBLE
    rows = np.arange(count)
    for t in range(1, length):
        best = total.argmax(axis=1)
        top = total[rows, best]
        nxt = np.repeat(top[:, None], labels, axis=1)
        came = np.repeat(best[:, None], labels, axis=1)
        for kind in range(kinds):
            begin, inside = 1 + 2 * kind, 2 + 2 * kind
            further = total[:, inside] > total[:, begin]
            nxt[:, inside] = np.where(further, total[:, inside], total[:, begin])
            came[:, inside] = np.where(further, inside, begin)
        total = nxt + scores[:, t]
        back[:, t] = came
    result = np.zeros((count, length), dtype=np.int64)
    if length:
        result[:, -1] = total.argmax(axis=1)
        for t in range(length - 1, 0, -1):
            result[:, t - 1] = back[rows, t, result[:, t]]
    return result


def runs(row: Ints) -> list[tuple[int, int, int]]:
    """The labelled stretches of one label row as (kind, first, last + 1); a stretch opens at its B.

    >>> runs(np.array([0, 1, 2, 0, 3, 3, 4]))
    [(0, 1, 3), (1, 4, 5), (1, 5, 7)]
    """
    found: list[tuple[int, int, int]] = []
    for place in np.flatnonzero(row).tolist():
        label = int(row[place])
        if label % 2:
            found.append(((label - 1) // 2, place, place + 1))
        else:
            kind, first, _ = found[-1]
            found[-1] = (kind, first, place + 1)
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a window: where each opens and closes, in pieces of the window."""

    opens: Ints
    closes: Ints

    @classmethod
    def of(cls, pieces: Pieces, window: Range) -> Words:
        """The words of a range of pieces. A word cut by the range's start begins there."""
        first = pieces.first[window[0] : window[1]].copy()
        first[:1] = True
        opens = np.flatnonzero(first).astype(np.int64)
        return cls(opens, np.append(opens[1:], len(first)).astype(np.int64))


def _padded(scores: Sequence[Floats], words: Sequence[Words]) -> Floats:
    """Log-probabilities at the words of several windows, one row each, filled up with certain O."""
    longest = max(len(each.opens) for each in words)
    filled = np.full((len(words), longest, scores[0].shape[-1]), IMPOSSIBLE, dtype=np.float32)
    filled[:, :, 0] = 0.0
    for row, (score, each) in enumerate(zip(scores, words, strict=True)):
        filled[row, : len(each.opens)] = log_softmax(score[each.opens])
    return filled


@dataclass(frozen=True, slots=True)
class Cue:
    """A candidate: pieces of its window, and the probability of its surest word."""

    first: int
    last: int
    chance: float


def cue_candidates(scores: Sequence[Floats], words: Sequence[Words], bias: float) -> list[list[Cue]]:
    """For each window its cues, from scores [pieces, 3 or more] of O, B, I."""
    if not scores:
        return []
    logs = _padded([each[:, :3] for each in scores], words)
    tilted = logs.copy()
    tilted[:, :, 1:] += np.float32(bias)
    probable = 1.0 - np.exp(logs[:, :, 0])
    return [
        [Cue(int(each.opens[a]), int(each.closes[b - 1]), float(chance[a:b].max())) for _, a, b in runs(row)]
        for row, chance, each in zip(best_rows(tilted), probable, words, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Pieces of a window that hold one run of a role, and the mean probability of that role there."""

    first: int
    last: int
    chance: float


@dataclass(frozen=True, slots=True)
class Roles:
    """What one cue was given."""

    source: tuple[Fragment, ...]
    content: tuple[Fragment, ...]
    nearly_source: float
    """The greatest probability that any word has of being source."""


def roles_of(scores: Sequence[Floats], words: Sequence[Words], thresholds: Thresholds) -> list[Roles]:
    """For each cue its roles, from scores [pieces, 5] of O, B-/I-source, B-/I-content and the words of its window."""
    if not scores:
        return []
    logs = _padded(scores, words)
    tilted = logs.copy()
    tilted[:, :, 1:3] += np.float32(thresholds.source)
    tilted[:, :, 3:5] += np.float32(thresholds.content)
    found = []
    for row, log, each in zip(best_rows(tilted), logs, words, strict=True):
        chances = np.exp(log)
        by_kind = (chances[:, 1] + chances[:, 2], chances[:, 3] + chances[:, 4])
        held: tuple[list[Fragment], list[Fragment]] = ([], [])
        for kind, a, b in runs(row):
            chance = float(by_kind[kind][a:b].mean())
            held[kind].append(Fragment(int(each.opens[a]), int(each.closes[b - 1]), chance))
        source = max(held[0], key=lambda each: (each.last - each.first) * each.chance, default=None)
        found.append(Roles(() if source is None else (source,), tuple(held[1]), float(by_kind[0].max(initial=0.0))))
    return found
