"""Runs a checkpoint over the development articles and scores it with the outside scorer.

python evaluate.py --checkpoint runs/minilm/average.pt --gold ../../shared/data/polnear/dev --scorer DIR
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from corpus import pieces_of, read_polnear, tokenizer_of
from labelled import special
from network import Tagger

from allegedly.attribute.decoding import Thresholds
from allegedly.attribute.drafts import Draft, Shape, drafts
from allegedly.attribute.encoding import Pieces
from allegedly.attribute.neural import OnnxNetwork


class TorchNetwork:
    """A checkpoint behind the protocol that the shipped tagger's drafts use; `half`: in bfloat16 throughout."""

    def __init__(self, model: Tagger, half: bool = False) -> None:
        self.model = (model.bfloat16() if half else model).eval()
        self.kind = torch.bfloat16 if half else torch.float32

    def look(self, ids: Any, case: Any, gap: Any, quote: Any) -> tuple[Any, Any, Any]:
        """Last states, middle states (none: no head is asked here) and cue scores of one window."""
        given = {"ids": ids, "case": case, "gap": gap, "quote": quote}
        batch = {k: torch.from_numpy(np.ascontiguousarray(v))[None] for k, v in given.items()}
        batch["mask"] = torch.ones_like(batch["ids"])
        with torch.inference_mode():
            hidden, scores = self.model(batch)
        last = hidden[0].float().numpy()
        return last, last[:, :0], scores[0].float().numpy()

    def roles(self, hidden: Any, span: Any, distance: Any, relation: Any) -> tuple[Any, Any]:
        """Role scores and cue beliefs for the cues of one window."""
        with torch.inference_mode():
            h = torch.from_numpy(hidden)[None].to(self.kind)
            mask = torch.ones(h.shape[:2], dtype=torch.long)
            row = torch.zeros(len(span), dtype=torch.long)
            role, real = self.model.roles(h, mask, row, *(torch.from_numpy(x) for x in (span, distance, relation)))
        return role.float().numpy(), real.float().numpy()


def load(path: Path, half: bool = False) -> tuple[TorchNetwork, dict]:
    """A checkpoint's network and config."""
    state = torch.load(path, weights_only=False)
    model = Tagger(state["config"]["model"])
    model.load_state_dict(state["model"])
    return TorchNetwork(model, half), state["config"]


def shape_of(config: dict, window: int = 256, overlap: int = 64) -> Shape:
    """How articles are cut for a config's vocabulary."""
    cls, sep, _, add = special(config["model"]["encoder"]["kind"])
    return Shape(window, overlap, cls, sep, add)


def as_spans(draft: Draft, pieces: Pieces) -> dict[str, list[list[int]]]:
    """A draft with offsets, as the scorer reads it."""

    def chars(ranges: Any) -> list[list[int]]:
        return [[int(pieces.start[a]), int(pieces.end[b - 1])] for a, b in ranges]

    return {"source": chars(draft.source), "cue": chars([draft.cue]), "content": chars(draft.content)}


def figures(report: dict) -> str:
    """The figures that matter on one line."""
    whole, roles, kinds = report["attribution"], report["roles"], report["types"]

    def prf(held: dict) -> str:
        return "/".join(f"{100 * held[part]:.1f}" for part in ("p", "r", "f1"))

    strict = " ".join(f"{100 * roles[role]['frag_raw']['f1']:.1f}" for role in ("source", "cue", "content"))
    recalls = " ".join(f"{kind} {100 * kinds[kind]['soft']:.1f}" for kind in ("src_no", "indirect", "mixed", "direct"))
    return (
        f"soft {prf(whole['soft'])} exact {100 * whole['exact']['f1']:.1f} found {prf(whole['found'])} "
        f"content {100 * whole['content']['f1']:.1f} | frag_raw {strict} | macro {100 * report['tokens']['macro_f1']:.1f} "
        f"| direct e2e {100 * report['direct']['end2end']:.1f} P {100 * report['direct']['precision']:.1f} | {recalls} "
        f"n {report['n_pred']}"
    )


def score(gold: dict, found: dict[str, list[tuple[Draft, dict]]], keep: float, scorer: Any) -> dict:
    """The outside scorer's report for the drafts at least so believed in."""
    predicted = {n: [s for d, s in items if d.score >= keep and s["content"]] for n, items in found.items()}
    return scorer.report(scorer.total(scorer.score(gold, predicted).values()))


def main() -> None:
    """Evaluates and logs the look."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--checkpoint", type=Path, required=True, help="a checkpoint, or a folder with exported graphs")
    arguments.add_argument("--gold", type=Path, required=True)
    arguments.add_argument("--scorer", type=Path, required=True)
    arguments.add_argument("--looks", type=Path, required=True, help="file to which every look at dev is added")
    arguments.add_argument("--window", type=int, default=256)
    arguments.add_argument("--overlap", type=int, default=64)
    arguments.add_argument("--bias", type=float, default=1.0)
    arguments.add_argument("--source", type=float, default=0.0)
    arguments.add_argument("--content", type=float, default=0.0)
    arguments.add_argument("--keep", type=float, nargs="*", default=[0.3, 0.4, 0.5])
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--half", action="store_true")
    arguments.add_argument("--plain", action="store_true")
    options = arguments.parse_args()
    sys.path.insert(0, str(options.scorer))
    import score_attribution as scorer

    torch.set_num_threads(options.threads)
    shipped = options.checkpoint.is_dir()
    if shipped:
        network, config = (
            OnnxNetwork.load(options.checkpoint, options.threads),
            {"tokenizer": options.checkpoint / "tokenizer.json"},
        )
        shape = Shape(options.window, options.overlap)
    else:
        network, config = load(options.checkpoint, options.half)
        shape = shape_of(config, options.window, options.overlap)
    tokenizer = tokenizer_of(Path(config["tokenizer"]))
    gold = scorer.read_gold([str(options.gold)])
    thresholds = replace(Thresholds(), cue_bias=options.bias, source=options.source, content=options.content)
    began, found, cutting = time.process_time(), {}, 0.0
    for name, text, _ in read_polnear(options.gold):
        cut = time.process_time()
        pieces = pieces_of(text, tokenizer, options.plain or config.get("plain", False))
        cutting += time.process_time() - cut
        found[name] = [(d, as_spans(d, pieces)) for d in drafts(pieces, network, shape, thresholds)]
    seconds = time.process_time() - began
    with options.looks.open("a") as log:
        for keep in options.keep:
            line = figures(score(gold, found, keep, scorer))
            name = f"{options.checkpoint.parent.name}/{options.checkpoint.stem} w{options.window}/{options.overlap}"
            head = f"{name} bias {options.bias} s{options.source} c{options.content} keep {keep}"
            print(f"{head}: {line}", flush=True)
            log.write(f"{datetime.now(UTC):%H:%M} {head}: {line}\n")
    words = sum(len(text.split()) for text, _ in gold.values())
    print(
        f"{seconds:.1f} CPU s, {words / seconds:.0f} words a CPU s; segmenting and pieces {cutting:.1f} s",
        json.dumps(vars(options), default=str),
    )


if __name__ == "__main__":
    main()
