"""Trains the factuality branch: `python train_factuality.py configs/factuality.json --out DIR`. The encoder stays as it is.

Its states are made once, each sentence alone and in company of its neighbours, so that an epoch takes half a minute on two
cores.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from corpus import tokenizer_of
from factuality_corpus import LONGEST, SETS, Window, read_set, timebank_windows, windows_of
from factuality_network import Branch, states_of
from network import Tagger
from torch import Tensor
from torch.nn import functional
from train import Average

from allegedly.evaluation.factuality import read_factuality, score_factuality
from allegedly.evaluation.timebank import read_timebank, without


@dataclass(slots=True)
class Example:
    """A window and the encoder's states of its pieces [pieces, 768]."""

    window: Window
    states: Tensor


def grouped(lengths: list[int], most: int, rng: random.Random | None = None) -> Iterator[list[int]]:
    """Numbers of examples of similar length, so many that a batch has `most` pieces; with `rng` in random order."""
    order = sorted(range(len(lengths)), key=lambda at: lengths[at] + (rng.random() * 8 if rng else 0))
    groups: list[list[int]] = [[]]
    for at in order:
        if groups[-1] and (len(groups[-1]) + 1) * lengths[at] > most:
            groups.append([])
        groups[-1].append(at)
    if rng:
        rng.shuffle(groups)
    yield from groups


def read_states(tagger: Tagger, windows: list[Window]) -> list[Example]:
    """The windows with the encoder's states."""
    lengths = [min(len(window), LONGEST) + 2 for window in windows]
    found: dict[int, Example] = {}
    for group in grouped(lengths, 4096):
        longest = max(lengths[at] for at in group)
        names = ("ids", "case", "gap", "quote")
        batch = {name: torch.zeros(len(group), longest, dtype=torch.long) for name in (*names, "mask")}
        for row, at in enumerate(group):
            stop = lengths[at] - 1
            batch["ids"][row, 0], batch["ids"][row, stop] = 101, 102
            batch["mask"][row, : stop + 1] = 1
            for name in names:
                batch[name][row, 1:stop] = torch.from_numpy(getattr(windows[at].pieces, name)[: stop - 1])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = states_of(tagger.encoder, batch)
        for row, at in enumerate(group):
            found[at] = Example(windows[at], states[row, 1 : lengths[at] - 1].to(torch.bfloat16).clone())
    return [found[at] for at in range(len(windows))]


def batch_of(group: list[Example]) -> dict[str, Tensor]:
    """States padded to the longest; the judged pieces one behind the other: row, place, set (-1: TimeBank), value, marks."""
    longest = max(len(each.states) for each in group)
    states = torch.zeros(len(group), longest, group[0].states.shape[1], dtype=torch.bfloat16)
    mask = torch.zeros(len(group), longest, dtype=torch.long)
    for row, each in enumerate(group):
        states[row, : len(each.states)] = each.states
        mask[row, : len(each.states)] = 1
    windows = [each.window for each in group]
    counts = [len(window.at) for window in windows]
    sets = [SETS.index(window.name) if window.marks is None else -1 for window in windows]
    values = [window.value if window.marks is None else np.zeros(len(window.at), dtype=np.float32) for window in windows]
    marks = [np.zeros((len(window.at), 3), dtype=np.float32) if window.marks is None else window.marks for window in windows]
    return {
        "states": states,
        "mask": mask,
        "row": torch.from_numpy(np.repeat(np.arange(len(group)), counts)),
        "at": torch.from_numpy(np.concatenate([window.at for window in windows])),
        "set": torch.from_numpy(np.repeat(np.array(sets), counts)),
        "value": torch.from_numpy(np.concatenate(values)),
        "marks": torch.from_numpy(np.concatenate(marks)),
    }


def given(branch: Branch, batch: dict[str, Tensor]) -> Tensor:
    """The outputs of the judged pieces [n, outputs]."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return branch(batch["states"], batch["mask"]).float()[batch["row"], batch["at"]]


def loss_of(outputs: Tensor, batch: dict[str, Tensor], marks_weight: float) -> Tensor:
    """Huber's loss for factuality, each set by its own output; cross entropy for the marks of TimeBank."""
    judged = batch["set"] >= 0
    loss = outputs.sum() * 0
    if judged.any():
        mine = outputs[judged].gather(1, batch["set"][judged][:, None])[:, 0]
        loss = loss + functional.smooth_l1_loss(mine, batch["value"][judged])
    if not judged.all():
        marks = outputs[~judged][:, len(SETS) :]
        loss = loss + marks_weight * functional.binary_cross_entropy_with_logits(marks, batch["marks"][~judged])
    return loss


def measured(branch: Branch, dev: dict[str, list[Example]]) -> str:
    """Pearson's r and the mean absolute error on each development part."""
    branch.eval()
    said = []
    for name, examples in dev.items():
        gold: list[float] = []
        found: list[float] = []
        for numbers in grouped([len(each.states) for each in examples], 4096):
            batch = batch_of([examples[at] for at in numbers])
            with torch.no_grad():
                outputs = given(branch, batch).clamp(-3, 3)
            gold += batch["value"].tolist()
            found += outputs[:, SETS.index(name)].tolist()
        score = score_factuality(gold, found)
        said.append(f"{name} r {score.pearson:.3f} error {score.error:.3f}")
    branch.train()
    return ", ".join(said)


def main() -> None:
    """Trains, and writes the moving average of the weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("config", type=Path)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--threads", type=int, default=2)
    options = arguments.parse_args()
    config = json.loads(options.config.read_text())
    torch.set_num_threads(options.threads)
    torch.manual_seed(config["seed"])
    state = torch.load(config["encoder"], weights_only=False)
    tagger = Tagger(state["config"]["model"])
    tagger.load_state_dict(state["model"])
    tagger.eval()
    tokenizer, folder = tokenizer_of(Path(config["tokenizer"])), Path(config["factuality"])
    dev = {name: read_states(tagger, windows_of(name, read_set(folder, name, "dev"), tokenizer, None)) for name in SETS}
    cuts = []
    documents = read_timebank(Path(config["timebank"]))
    held_out = without(documents, [each.text for each in read_factuality(folder / "UW" / "train.jsonl")])
    seen = [document for document in documents if document not in held_out]
    for cut in range(config["cuts"]):
        alone = random.Random(cut) if cut else None
        windows = {name: windows_of(name, read_set(folder, name, "train"), tokenizer, alone) for name in SETS}
        windows["timebank"] = timebank_windows(seen, tokenizer, cut * 60)
        cuts.append({name: read_states(tagger, each) for name, each in windows.items()})
    branch = Branch(**config["branch"])
    optimizer = torch.optim.AdamW(branch.parameters(), lr=config["rate"], weight_decay=0.01, betas=(0.9, 0.98))
    average, steps, step, began = Average(branch, config["average"]), 0, 0, time.time()
    for epoch in range(config["epochs"]):
        rng = random.Random(config["seed"] * 100 + epoch)
        examples = [each for name in (*SETS, "timebank") for each in cuts[rng.randrange(len(cuts))][name]]
        groups = list(grouped([len(each.states) for each in examples], config["batch_pieces"], rng))
        steps = steps or len(groups) * config["epochs"]
        for numbers in groups:
            along = 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
            for parameters in optimizer.param_groups:
                parameters["lr"] = config["rate"] * (min(1.0, (step + 1) / config["warm"]) * along + 0.01)
            batch = batch_of([examples[at] for at in numbers])
            loss_of(given(branch, batch), batch, config["marks_weight"]).backward()
            torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            average.update(branch)
            step += 1
        options.out.mkdir(parents=True, exist_ok=True)
        averaged = {"config": config["branch"], "model": average.state(branch)}
        torch.save(averaged, options.out / "factuality.pt")
        shown = Branch(**config["branch"])
        shown.load_state_dict(averaged["model"])
        print(f"epoch {epoch} {time.time() - began:.0f}s {measured(shown, dev)}", flush=True)


if __name__ == "__main__":
    main()
