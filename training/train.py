"""Trains one tagger from a config: `python train.py configs/student.json --out DIR`. Resumes where it was stopped."""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import time
from pathlib import Path

import torch
from corpus import Labelled, label, pieces_of, read_polnear, tokenizer_of
from labelled import Window, anchor_tensors, anchors_of, collate, epoch_windows
from network import Tagger, load_base
from torch import Tensor
from torch.nn import functional


class Average:
    """Exponential moving average of the trained weights."""

    def __init__(self, model: torch.nn.Module, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.values = {k: p.detach().clone() for k, p in model.named_parameters() if p.requires_grad}

    def update(self, model: torch.nn.Module) -> None:
        """Moves the average towards the model."""
        self.steps += 1
        d = min(self.decay, (1 + self.steps) / (10 + self.steps))
        mine, theirs = [], []
        for k, p in model.named_parameters():
            if p.requires_grad:
                mine.append(self.values[k])
                theirs.append(p.detach())
        torch._foreach_lerp_(mine, theirs, 1 - d)

    def state(self, model: torch.nn.Module) -> dict[str, Tensor]:
        """The model's state with averaged weights."""
        return {k: self.values.get(k, v).clone() for k, v in model.state_dict().items()}


def losses(model: Tagger, group: list[Window], config: dict, rng: random.Random, noise: bool) -> dict[str, Tensor]:
    """The losses of a batch."""
    kind = config["model"]["encoder"]["kind"]
    batch = collate(group, kind)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=config.get("bf16", True)):
        hidden, scores = model(batch)
        scores = scores.float()
        chance = scores.detach()[..., :3].softmax(-1)[..., 1:].sum(-1).numpy()
        anchors = anchors_of(group, chance, rng, noise)
        a = anchor_tensors(group, anchors, batch["ids"].shape[1]) if anchors else None
        if a is not None:
            role, real = model.roles(hidden, batch["mask"], a["row"], a["span"], a["distance"], a["relation"])
    first, valid = batch["first"].bool(), batch["valid"].bool()
    cue = -(batch["cue"][valid] * scores[..., :3][valid].log_softmax(-1)).sum(-1)
    out = {
        "cue": cue.mean() * 10,
        "flat": functional.binary_cross_entropy_with_logits(scores[..., 3:][first], batch["flat"][first]),
    }
    if a is not None:
        ce = -(a["target"] * role.float().log_softmax(-1)).sum(-1) * a["valid"]
        weight = 0.5 + 0.5 * a["real"]
        out["role"] = (ce.sum(1) * weight).sum() / (200 * len(anchors)) * 10
        out["real"] = functional.binary_cross_entropy_with_logits(real.float(), a["real"]) * 0.3
    return out


def optimizer_of(model: Tagger, config: dict) -> torch.optim.Optimizer:
    """AdamW with a rate for the pretrained layers and one for what is new."""
    frozen = [model.encoder.words.weight, model.encoder.places.weight]
    if model.encoder.kind == "mpnet":
        frozen.append(model.encoder.relative.weight)
    for layer in list(model.encoder.layers)[: config.get("frozen_layers", 0)]:
        frozen += list(layer.parameters())
    if config.get("frozen_layers"):
        frozen += list(model.encoder.norm.parameters())
    for p in frozen:
        p.requires_grad = False
    depth = len(model.encoder.layers)
    groups = []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        new = not name.startswith("encoder.") or any(name.startswith(f"encoder.{t}.") for t in ("case", "gap", "quote"))
        rate = config["head_rate"] if new else config["rate"]
        if not new and name.startswith("encoder.layers."):
            rate *= config.get("layer_decay", 1.0) ** (depth - 1 - int(name.split(".")[2]))
        groups.append({"params": [p], "lr": rate, "weight_decay": 0.01 if p.ndim > 1 else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, foreach=True)


def read_documents(folder: Path, tokenizer_path: Path, plain: bool = False) -> list[Labelled]:
    """A PolNeAR folder, labelled."""
    tokenizer = tokenizer_of(tokenizer_path)
    return [label(n, t, g, pieces_of(t, tokenizer, plain)) for n, t, g in read_polnear(folder)]


def read_soft(path: Path) -> list[Labelled]:
    """Silver articles with a teacher's probabilities, as `silver.py` wrote them."""
    with path.open("rb") as file:
        return list(pickle.load(file))


class Run:
    """One run: the model, its optimiser and average, and how far they are."""

    def __init__(self, config: dict, out: Path) -> None:
        self.config, self.out = config, out
        self.model = Tagger(config["model"])
        if "from" in config:
            self.model.load_state_dict(torch.load(config["from"], weights_only=False)["model"])
        else:
            load_base(self.model.encoder, Path(config["base"]) / "model.safetensors")
        self.optimizer = optimizer_of(self.model, config)
        self.average = Average(self.model, config["ema"])
        self.peak = [group["lr"] for group in self.optimizer.param_groups]
        self.epoch, self.step, self.began = 0, 0, time.time()
        if (out / "last.pt").exists():
            self._resume(torch.load(out / "last.pt", weights_only=False))

    def _resume(self, state: dict) -> None:
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.values, self.average.steps = state["average"], state["step"]
        self.epoch, self.step = state["epoch"], state["step"]

    def save(self) -> None:
        """Writes what is needed to go on, and the averaged weights."""
        last = {"config": self.config, "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}
        last |= {"average": self.average.values, "epoch": self.epoch, "step": self.step}
        torch.save(last, self.out / "last.pt")
        averaged = {"config": self.config, "model": self.average.state(self.model), "epoch": self.epoch}
        torch.save(averaged, self.out / "average.pt")
        torch.save(averaged, self.out / f"average.{self.epoch}.pt")

    def train(self, batches: list[list[Window]], rng: random.Random, steps: int) -> None:
        """One epoch, in a run of that many steps: warm-up, then down a cosine."""
        self.model.train()
        totals: dict[str, float] = {}
        for number, group in enumerate(batches, 1):
            along = math.cos(math.pi * min(1.0, self.step / max(1, steps)))
            factor = min(1.0, (self.step + 1) / self.config["warm"]) * (0.51 + 0.49 * along)
            for parameters, rate in zip(self.optimizer.param_groups, self.peak, strict=True):
                parameters["lr"] = rate * factor
            parts = losses(self.model, group, self.config, rng, self.step > self.config["noise_from"])
            torch.stack(list(parts.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_([p for p in self.model.parameters() if p.requires_grad], 5.0)
            self.optimizer.step()
            self.optimizer.zero_grad()
            self.average.update(self.model)
            self.step += 1
            for name, part in parts.items():  # a batch without cues has no role loss: what was added before stays
                totals[name] = totals.get(name, 0.0) + float(part.detach())
            if number % 25 == 0:
                shown = " ".join(f"{name} {total / 25:.4f}" for name, total in totals.items())
                print(f"epoch {self.epoch} {number}/{len(batches)} {time.time() - self.began:.0f}s {shown}", flush=True)
                totals = {}
        self.epoch += 1


def documents_of(config: dict) -> list[Labelled]:
    """The gold articles of a config, and its silver ones."""
    docs = read_documents(Path(config["train"]), Path(config["tokenizer"]), config.get("plain", False))
    for path in config.get("silver", []):
        docs += read_soft(Path(path))
    return docs


def main() -> None:
    """Trains, with a checkpoint after every epoch."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("config", type=Path)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--threads", type=int, default=3)
    options = arguments.parse_args()
    config = json.loads(options.config.read_text())
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(config["seed"])
    docs, run = documents_of(config), Run(config, options.out)
    steps = 0
    while run.epoch < config.get("stop", config["epochs"]):
        rng = random.Random(config["seed"] * 1000 + run.epoch)
        gold_only = run.epoch >= config["epochs"] - config.get("gold_last", 0)
        batches = epoch_windows([doc for doc in docs if doc.soft is None or not gold_only], config, rng)
        steps = steps or len(batches) * config["epochs"]
        run.train(batches, rng, steps)
        run.save()
        print(f"epoch {run.epoch - 1} done {time.time() - run.began:.0f}s", flush=True)


if __name__ == "__main__":
    main()
