"""Writes a teacher's probabilities for unlabelled articles: `python silver.py --teacher A.pt [--teacher B.pt] ...`.

Several teachers' probabilities are averaged; the first one chooses the cues.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from pathlib import Path

import numpy as np
from corpus import Labelled, Soft, pieces_of, read_polnear, read_silver, tokenizer_of
from evaluate import TorchNetwork, load, shape_of

from allegedly.attribute.decoding import Words, cue_candidates
from allegedly.attribute.drafts import role_inputs
from allegedly.attribute.encoding import Pieces, owners, windows

WINDOW, OVERLAP = 224, 40


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities along the last axis."""
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def soft_of(pieces: Pieces, teachers: list[tuple[TorchNetwork, dict]], weights: list[float], bias: float) -> Soft:
    """The teachers' mean probabilities for one article."""
    scores = np.zeros((len(pieces), 5), dtype=np.float16)
    anchors = []
    ranges = windows(pieces, WINDOW - 2, OVERLAP)
    belongs = owners(ranges, np.arange(len(pieces)))
    for number, (a, b) in enumerate(ranges):
        seen, mean = [], 0.0
        for (network, config), weight in zip(teachers, weights, strict=True):
            shape = shape_of(config)
            ids = np.concatenate(([shape.opening], pieces.ids[a:b] + shape.shift, [shape.closing]))
            features = [np.concatenate(([0], f[a:b], [0])) for f in (pieces.case, pieces.gap, pieces.quote)]
            hidden, _, raw = network.look(ids, *features)
            seen.append((network, hidden, weight))
            mean = mean + weight * np.concatenate([softmax(raw[1:-1, :3]), 1 / (1 + np.exp(-raw[1:-1, 3:]))], -1)
        mine = belongs[a:b] == number
        scores[a:b][mine] = mean[mine]
        logs = np.log(np.maximum(mean[:, :3], 1e-8)).astype(np.float32)
        [candidates] = cue_candidates([logs], [Words.of(pieces, (a, b))], bias)
        cues = [cue for cue in candidates if mine[cue.first]]
        if not cues:
            continue
        span, distance, relation = role_inputs(pieces, (a, b), cues)
        target, belief = 0.0, 0.0
        for network, hidden, weight in seen:
            role, real = network.roles(hidden, span, distance, relation)
            target = target + weight * softmax(role[:, 1:-1])
            belief = belief + weight / (1 + np.exp(-real))
        for cue, t, r in zip(cues, target, belief, strict=True):
            anchors.append((a + cue.first, a + cue.last, a, b, float(r), t.astype(np.float16)))
    return Soft(scores, anchors)


def main() -> None:
    """Writes silver labels until the time is over."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--teacher", type=Path, action="append", required=True)
    arguments.add_argument("--weight", type=float, action="append")
    arguments.add_argument("--articles", type=Path, required=True)
    arguments.add_argument("--held-out", type=Path, required=True, help="PolNeAR folder whose doubles are left out")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--minutes", type=float, default=8)
    arguments.add_argument("--part", type=int, default=0)
    arguments.add_argument("--parts", type=int, default=1)
    arguments.add_argument("--bias", type=float, default=2.0)
    arguments.add_argument("--longest", type=int, default=1800, help="pieces; the rest of an article is left out")
    options = arguments.parse_args()
    import torch

    torch.set_num_threads(1)
    teachers = [load(path, half=True) for path in options.teacher]
    weights = options.weight or [1 / len(teachers)] * len(teachers)
    tokenizer = tokenizer_of(
        Path(teachers[0][1]["student_tokenizer"] if "student_tokenizer" in teachers[0][1] else teachers[0][1]["tokenizer"])
    )
    held_out = [text for _, text, _ in read_polnear(options.held_out)]
    articles = list(read_silver(options.articles, held_out))
    random.Random(7).shuffle(articles)
    began, found, total = time.time(), [], 0
    for name, text in articles[options.part :: options.parts]:
        if time.time() - began > options.minutes * 60:
            break
        text = text[: options.longest * 5].rsplit("\n", 1)[0]
        pieces = pieces_of(text, tokenizer)
        if len(pieces) < 50:
            continue
        found.append(Labelled(name, "", pieces, [], [], soft_of(pieces, teachers, weights, options.bias)))
        total += len(pieces)
        if len(found) % 20 == 0:
            print(f"{len(found)} articles {total} pieces {time.time() - began:.0f}s", flush=True)
    with options.out.open("wb") as file:
        pickle.dump(found, file, protocol=5)


if __name__ == "__main__":
    main()
