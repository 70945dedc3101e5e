"""Chooses the numbers that ship beside the weights: `python settle.py --folder DIR ...` writes its labels.json.

Candidates are drawn with the biases given, the calibration is fitted on the development articles (ten-fold over the
articles for every figure that is printed), and the least confidence is the one with the best soft F1.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from corpus import pieces_of, tokenizer_of
from evaluate import as_spans, figures

from allegedly.attribute.confidence import features_of
from allegedly.attribute.decoding import Thresholds
from allegedly.attribute.drafts import Draft, Shape, drafts
from allegedly.attribute.neural import OnnxNetwork
from export import write_digest

NAMES = ("whole", "source", "cue", "content")


def judged(scorer: Any, text: str, gold: list[dict], spans: list[dict]) -> np.ndarray:
    """For each prediction whether it, its source, its cue and its content are right (soft), aligned one to one."""
    doc = scorer.Doc(text)
    golds, found = [scorer.Att(doc, a) for a in gold], [scorer.Att(doc, a) for a in spans]
    right = np.zeros((len(found), 4))
    for i, j in scorer.align(found, golds, scorer.admissible, scorer.att_weight):
        source, cue, content = (scorer.same(found[i], golds[j], role, "soft") for role in scorer.ROLES)
        right[i] = (source and content, source, cue, content)
    return right


def fit(x: np.ndarray, y: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton steps."""
    w = np.zeros(x.shape[1])
    penalty = ridge * np.eye(x.shape[1])
    penalty[0, 0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p) + 1e-9)[:, None]).T @ x + penalty, x.T @ (p - y) + penalty @ w)
    return w


def error(p: np.ndarray, y: np.ndarray, bins: int = 10) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error over bins of equal width, and the bins as (mean belief, share right, count)."""
    at = np.minimum((p * bins).astype(int), bins - 1)
    rows = [(float(p[at == b].mean()), float(y[at == b].mean()), int((at == b).sum())) for b in range(bins) if (at == b).any()]
    return sum(n * abs(a - b) for a, b, n in rows) / len(p), rows


def main() -> None:
    """Chooses and writes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folder", type=Path, required=True)
    arguments.add_argument("--gold", type=Path, required=True)
    arguments.add_argument("--scorer", type=Path, required=True)
    arguments.add_argument("--looks", type=Path, required=True)
    arguments.add_argument("--window", type=int, default=256)
    arguments.add_argument("--overlap", type=int, default=64)
    arguments.add_argument("--bias", type=float, default=1.5)
    arguments.add_argument("--source", type=float, default=0.0)
    arguments.add_argument("--content", type=float, default=0.0)
    arguments.add_argument("--keep", type=float, nargs="*", default=[0.3, 0.35, 0.4])
    arguments.add_argument("--sourceless", type=float, nargs="*", default=[0.1, 0.15, 0.2])
    arguments.add_argument("--least-sourceless", type=float, default=0.36, help="least recall of attributions without source")
    arguments.add_argument("--dry", action="store_true", help="print, write nothing")
    options = arguments.parse_args()
    sys.path.insert(0, str(options.scorer))
    import score_attribution as scorer

    network, tokenizer = OnnxNetwork.load(options.folder, 1), tokenizer_of(options.folder / "tokenizer.json")
    shape = Shape(options.window, options.overlap)
    thresholds = replace(Thresholds(), cue_bias=options.bias, source=options.source, content=options.content)
    gold = {n: (t, {"first": a[sorted(a)[0]]}) for n, (t, a) in scorer.read_gold([str(options.gold)]).items() if a}
    found: dict[str, list[tuple[Draft, dict]]] = {}
    for name, (text, _) in gold.items():
        pieces = pieces_of(text, tokenizer)
        found[name] = [(d, as_spans(d, pieces)) for d in drafts(pieces, network, shape, thresholds) if d.content]
    names = sorted(found)
    x = {n: np.array([features_of(d) for d, _ in found[n]]).reshape(len(found[n]), -1) for n in names}
    y = {n: judged(scorer, gold[n][0], gold[n][1]["first"], [s for _, s in found[n]]) for n in names}
    crossed = {n: np.zeros((len(found[n]), 4)) for n in names}
    for fold in range(10):
        rest = [n for i, n in enumerate(names) if i % 10 != fold]
        for k in range(4):
            w = fit(np.concatenate([x[n] for n in rest if len(x[n])]), np.concatenate([y[n][:, k] for n in rest if len(x[n])]))
            for n in names[fold::10]:
                if len(x[n]):
                    crossed[n][:, k] = 1 / (1 + np.exp(-x[n] @ w))
    best = (-1.0, 0.0, 0.0)
    with options.looks.open("a") as log:
        for keep in options.keep:
            for sourceless in options.sourceless:
                predicted = {
                    n: [
                        s for (_, s), p in zip(found[n], crossed[n], strict=True) if p[0] >= (keep if s["source"] else sourceless)
                    ]
                    for n in names
                }
                report = scorer.report(scorer.total(scorer.score(gold, predicted).values()))
                biases = f"bias {options.bias} s{options.source} c{options.content}"
                line = f"{options.folder.name} {biases} keep {keep}/{sourceless}: {figures(report)}"
                print(line, flush=True)
                log.write(f"{datetime.now(UTC):%H:%M} {line}\n")
                if report["types"]["src_no"]["soft"] >= options.least_sourceless:
                    best = max(best, (report["attribution"]["soft"]["f1"], keep, sourceless))
    held = np.concatenate([crossed[n] for n in names])
    truth = np.concatenate([y[n] for n in names])
    bare = np.concatenate([[not s["source"] for _, s in found[n]] for n in names]).astype(bool)
    shown = held[:, 0] >= np.where(bare, best[2], best[1])
    errors = {k: error(held[:, i], truth[:, i])[0] for i, k in enumerate(NAMES)}
    kept_error, rows = error(held[shown, 0], truth[shown, 0])
    print("calibration error, all candidates:", {k: round(v, 4) for k, v in errors.items()}, "kept:", round(kept_error, 4))
    for belief, share, count in rows:
        print(f"  {belief:.2f} believed, {share:.2f} right, {count}")
    allx = np.concatenate([x[n] for n in names if len(x[n])])
    weights = {k: [round(float(v), 5) for v in fit(allx, truth[:, i])] for i, k in enumerate(NAMES)}
    settings = {
        "labels": ["O", "B-source", "I-source", "B-content", "I-content"],
        "shape": asdict(shape),
        "thresholds": asdict(replace(thresholds, keep=best[1], keep_sourceless=best[2])),
        "calibration": weights,
        "calibration_error": {k: round(v, 4) for k, v in errors.items()} | {"kept": round(kept_error, 4)},
        "reliability": [[round(a, 3), round(b, 3), n] for a, b, n in rows],
    }
    if not options.dry:
        (options.folder / "labels.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
        write_digest(options.folder)
    print(json.dumps(settings))


if __name__ == "__main__":
    main()
