"""Trains the antecedent head: `python train_antecedents.py CONFIG.json --out DIR`. The states it reads stay as they are."""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch
from antecedents import Head, from_upper_layers
from stretches import Example
from torch import Tensor
from train import Average


def collated(group: list[Example]) -> dict[str, Tensor]:
    """A batch: stretches padded to the longest, their mentions and pairs one behind the other."""
    length = max(len(each.states) for each in group)
    states = np.zeros((len(group), length, group[0].states.shape[1]), dtype=np.float32)
    mask = np.zeros((len(group), length), dtype=np.float32)
    most = max(len(each.weights) for each in group)
    weights = np.zeros((len(group), most, length), dtype=np.float32)
    for row, each in enumerate(group):
        states[row, : len(each.states)] = each.states
        mask[row, : len(each.states)] = 1
        weights[row, : len(each.weights), : each.weights.shape[1]] = each.weights
    pairs = np.concatenate([each.pairs + row * most for row, each in enumerate(group)])
    arrays = {"x": states, "mask": mask, "weights": weights, "pairs": pairs}
    arrays["features"] = np.concatenate([each.features for each in group])
    return {name: torch.from_numpy(each) for name, each in arrays.items()}


def loss_of(group: list[Example], scores: Tensor, rng: random.Random | None = None) -> tuple[Tensor, int, int]:
    """Minus the log of the probability of all that is right, summed over the questions; how many lead rightly, of how many.

    With `rng` every other question is asked of names and descriptions only, as where no pronoun before it is known.
    """
    losses, at, right, count = [], 0, 0, 0
    for each in group:
        for low, high, good, bad in each.asked:
            mine = torch.cat([scores.new_zeros(1), scores[at + low : at + high]])
            if rng is not None and rng.random() < 0.5 and each.chained[low:high].any():
                mine = mine.masked_fill(torch.from_numpy(np.concatenate(([False], each.chained[low:high]))), -1e4)
                good = [held and not chain for held, chain in zip(good, each.chained[low:high], strict=True)]
            chances = mine.log_softmax(0)
            if bad is not None:
                held = torch.tensor([False, *bad])
                if held.any():
                    losses.append(-torch.log1p(-chances[held].exp().sum().clamp(max=0.999)))
                continue
            held = torch.tensor([not any(good), *good])
            losses.append(-chances[held].logsumexp(0))
            if any(good):
                count += 1
                right += bool(good[int(mine[1:].argmax())])
        at += len(each.pairs)
    return torch.stack(losses).sum() if losses else scores.sum() * 0, right, count


def batches(examples: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Batches of like lengths with at most so many pieces, in random order."""
    order = sorted(examples, key=lambda each: len(each.states) + rng.random() * 40)
    out: list[list[Example]] = [[]]
    for each in order:
        if out[-1] and (len(out[-1]) + 1) * len(each.states) > pieces:
            out.append([])
        out[-1].append(each)
    rng.shuffle(out)
    return out


def run(head: Head, group: list[Example]) -> Tensor:
    """The scores of a batch's pairs."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return head(**collated(group)).float()


@torch.no_grad()
def measured(head: Head, examples: list[Example]) -> str:
    """Of the questions with an answer, the share whose best candidate is right."""
    head.eval()
    right = count = 0
    for at in range(0, len(examples), 16):
        group = [each for each in examples[at : at + 16] if len(each.pairs)]
        if group:
            _, good, all_ = loss_of(group, run(head, group))
            right, count = right + good, count + all_
    head.train()
    return f"{right / max(1, count):.3f} of {count}"


def main() -> None:
    """Trains."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("config", type=Path)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--threads", type=int, default=2)
    options = arguments.parse_args()
    config = json.loads(options.config.read_text(encoding="utf-8"))
    torch.set_num_threads(options.threads)
    torch.manual_seed(config["seed"])
    rng = random.Random(config["seed"])
    options.out.mkdir(parents=True, exist_ok=True)
    head = Head(config["head"])
    if config.get("from"):
        head.load_state_dict(torch.load(config["from"], weights_only=False)["model"])
    elif config.get("upper"):
        from_upper_layers(head, torch.load(config["upper"], weights_only=False)["model"], 6)
    sets = [
        (times, [each for each in pickle.loads(Path(path).read_bytes()) if len(each.pairs)]) for path, times in config["train"]
    ]
    held = {path: [each for each in pickle.loads(Path(path).read_bytes()) if len(each.pairs)] for path in config["held"]}
    held = {path: each[: config.get("held_most", 500)] for path, each in held.items()}
    new = [p for name, p in head.named_parameters() if not name.startswith("layers")]
    groups = [{"params": list(head.layers.parameters()), "lr": config["rate"]}, {"params": new, "lr": config["head_rate"]}]
    optimizer = torch.optim.AdamW([g for g in groups if g["params"]], weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    average = Average(head, config["ema"])
    peak = [group["lr"] for group in optimizer.param_groups]
    epochs = []
    for _ in range(config["epochs"]):
        drawn = [each for times, found in sets for each in found for _ in range(int(times) + (rng.random() < times % 1))]
        epochs.append(batches(drawn, config["batch_pieces"], rng))
    total, step, began, seen = sum(map(len, epochs)), 0, time.time(), [0.0, 0, 0, 0]
    for number, epoch in enumerate(epochs):
        for group in epoch:
            share = max(step / total, (time.time() - began) / (60 * config.get("minutes", 1e9)))
            if share >= 1:
                break
            for param, top in zip(optimizer.param_groups, peak, strict=True):
                param["lr"] = top * min(1.0, (step + 1) / config["warm"]) * (0.5 + 0.5 * math.cos(math.pi * share))
            loss, right, count = loss_of(group, run(head, group), rng)
            questions = sum(len(each.asked) for each in group)
            (loss / max(1, questions)).backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(head)
            step += 1
            seen = [a + b for a, b in zip(seen, (float(loss.detach()), questions, right, count), strict=True)]
            if step % config["show"] == 0 or step == total or share > config.get("last", 0.99):
                kept = head.state_dict()
                kept = {k: v.clone() for k, v in kept.items()}
                head.load_state_dict(average.state(head))
                figures = {Path(path).stem: measured(head, each) for path, each in held.items()}
                torch.save({"config": config, "model": head.state_dict()}, options.out / "average.pt")
                head.load_state_dict(kept)
                known = f"loss {seen[0] / seen[1]:.3f} right {seen[2] / seen[3]:.3f}"
                print(f"{number} {step}/{total} {time.time() - began:.0f}s {known} {figures}", flush=True)
                seen = [0.0, 0, 0, 0]


if __name__ == "__main__":
    main()
