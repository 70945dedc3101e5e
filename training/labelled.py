"""Windows of labelled articles as the network's inputs and targets."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from corpus import Labelled, Soft
from torch import Tensor

from allegedly.attribute.encoding import distances, relations, windows

EYE = np.eye(5, dtype=np.float32)


def special(kind: str) -> tuple[int, int, int, int]:
    """(opening mark, closing mark, padding, what is added to a piece's number) of a base's vocabulary."""
    return (101, 102, 0, 0) if kind == "bert" else (0, 2, 1, 4)


@dataclass(slots=True)
class Anchor:
    """One cue of a window: where it stands, what each position's role should be, and whether it is a cue."""

    first: int
    last: int
    target: np.ndarray
    """[positions, 5] probabilities."""
    valid: np.ndarray
    """[positions] whether the position counts."""
    real: float


class Window:
    """One window of one article with its labels; position 0 and the last are the encoder's own marks."""

    def __init__(self, doc: Labelled, span: tuple[int, int], annotator: int, kind: str) -> None:
        a, b = span
        p = doc.pieces
        cls, sep, _, add = special(kind)
        n = b - a + 2
        self.doc, self.span, self.length = doc, span, n
        self.ids = np.concatenate([[cls], p.ids[a:b] + add, [sep]])
        self.case, self.gap, self.quote = (np.concatenate([[0], f[a:b], [0]]) for f in (p.case, p.gap, p.quote))
        self.first = np.concatenate([[False], p.first[a:b], [False]])
        self.valid = self.first.copy()
        self.anchors: list[Anchor] = []
        if doc.soft is None:
            self._label(doc, a, b, annotator)
        else:
            self._label_softly(doc.soft, a, b)

    def _label(self, doc: Labelled, a: int, b: int, annotator: int) -> None:
        cue = np.zeros(self.length, dtype=np.int64)
        self.flat = np.zeros((self.length, 2), dtype=np.float32)
        for (s, e), roles in zip(doc.cues[annotator], doc.labels[annotator], strict=True):
            for fs, fe, k in roles:
                self.flat[max(fs, a) - a + 1 : max(min(fe, b) - a + 1, 0), k] = 1
            if s < a or e > b:
                if e > a and s < b:
                    self.valid[max(s, a) - a + 1 : min(e, b) - a + 1] = False
                continue
            cue[s - a + 1 : e - a + 1] = 2
            cue[s - a + 1] = 1
            if all(fs >= a and fe <= b for fs, fe, _ in roles):
                labels = np.zeros(self.length, dtype=np.int64)
                for fs, fe, k in roles:
                    labels[fs - a + 1 : fe - a + 1] = 2 + 2 * k
                    labels[fs - a + 1] = 1 + 2 * k
                self.anchors.append(Anchor(s - a + 1, e - a + 1, EYE[labels], self.first, 1.0))
        self.cue = EYE[cue, :3]

    def _label_softly(self, soft: Soft, a: int, b: int) -> None:
        self.cue, self.flat = np.zeros((self.length, 3), np.float32), np.zeros((self.length, 2), np.float32)
        self.cue[1:-1], self.flat[1:-1] = soft.scores[a:b, :3], soft.scores[a:b, 3:]
        for s, e, low, high, real, target in soft.anchors:
            if s < a or e > b:
                continue
            held, valid = np.zeros((self.length, 5), np.float32), np.zeros(self.length, dtype=bool)
            left, right = max(a, low), min(b, high)
            held[left - a + 1 : right - a + 1] = target[left - low : right - low]
            valid[left - a + 1 : right - a + 1] = self.first[left - a + 1 : right - a + 1]
            self.anchors.append(Anchor(s - a + 1, e - a + 1, held, valid, real))

    def features(self, anchor: Anchor) -> tuple[np.ndarray, np.ndarray]:
        """Distance and relation classes of every position for an anchor."""
        distance = distances(self.length, (anchor.first, anchor.last))
        relation = np.zeros(self.length, dtype=np.int64)
        relation[1:-1] = relations(self.doc.pieces, self.span, self.span[0] + anchor.first - 1)
        return distance, relation


def collate(group: list[Window], kind: str) -> dict[str, Tensor]:
    """Windows as padded tensors."""
    longest = -(-max(w.length for w in group) // 32) * 32  # few shapes: each new one costs the first step time
    pad = special(kind)[2]
    out = {k: np.zeros((len(group), longest), dtype=np.int64) for k in ("mask", "case", "gap", "quote", "first", "valid")}
    out["ids"] = np.full((len(group), longest), pad, dtype=np.int64)
    out["cue"] = np.zeros((len(group), longest, 3), dtype=np.float32)
    out["flat"] = np.zeros((len(group), longest, 2), dtype=np.float32)
    for i, w in enumerate(group):
        n = w.length
        out["mask"][i, :n] = 1
        for k in ("ids", "case", "gap", "quote", "first", "valid", "cue", "flat"):
            out[k][i, :n] = getattr(w, k)
    return {k: torch.from_numpy(v) for k, v in out.items()}


def anchors_of(group: list[Window], cue_scores: np.ndarray, rng: random.Random, noise: bool) -> list[tuple[int, Anchor]]:
    """The windows' cues (sometimes with other borders), and false cues that the model believes in."""
    found: list[tuple[int, Anchor]] = []
    for row, w in enumerate(group):
        for each in w.anchors:
            s, e = each.first, each.last
            if e - s > 1 and rng.random() < 0.15:
                s, e = (s, s + 1) if rng.random() < 0.5 else (e - 1, e)
            found.append((row, Anchor(s, e, each.target, each.valid, each.real)))
        if noise and w.doc.soft is None:
            free = w.valid & (w.cue[:, 0] > 0.5)
            believed = np.flatnonzero((cue_scores[row, : w.length] > 0.12) & free)
            believed = believed[np.argsort(-cue_scores[row, believed])][:4]
            nothing = EYE[np.zeros(w.length, dtype=np.int64)]
            found += [(row, Anchor(s, s + 1, nothing, w.first, 0.0)) for s in sorted(believed.tolist())]
    return found


def anchor_tensors(group: list[Window], anchors: list[tuple[int, Anchor]], longest: int) -> dict[str, Tensor]:
    """Anchors as the role head's inputs and targets."""
    n = len(anchors)
    distance, relation = np.zeros((n, longest), dtype=np.int64), np.zeros((n, longest), dtype=np.int64)
    span, valid = np.zeros((n, longest), dtype=np.float32), np.zeros((n, longest), dtype=np.float32)
    target = np.zeros((n, longest, 5), dtype=np.float32)
    for i, (row, each) in enumerate(anchors):
        w = group[row]
        distance[i, : w.length], relation[i, : w.length] = w.features(each)
        span[i, each.first : each.last] = 1.0 / (each.last - each.first)
        target[i, : w.length], valid[i, : w.length] = each.target, each.valid
    out = {"span": span, "distance": distance, "relation": relation, "target": target, "valid": valid}
    tensors = {k: torch.from_numpy(v) for k, v in out.items()}
    tensors["row"] = torch.tensor([row for row, _ in anchors], dtype=torch.long)
    tensors["real"] = torch.tensor([each.real for _, each in anchors])
    return tensors


def epoch_windows(docs: list[Labelled], config: dict, rng: random.Random) -> list[list[Window]]:
    """The windows of one epoch in batches of like length, in random order, cut anew each time."""
    found = []
    for doc in docs:
        size = config["window"] - 2
        cuts = windows(doc.pieces, size, config["train_overlap"], rng.randrange(0, size * 3 // 4))
        annotator = rng.randrange(max(1, len(doc.cues)))
        found += [Window(doc, cut, annotator, config["model"]["encoder"]["kind"]) for cut in cuts]
    rng.shuffle(found)
    found.sort(key=lambda w: w.length // 16)
    batches, current = [], []
    for w in found:
        if current and (len(current) + 1) * max(w.length, current[-1].length) > config["batch_pieces"]:
            batches.append(current)
            current = []
        current.append(w)
    if current:
        batches.append(current)
    rng.shuffle(batches)
    return batches
