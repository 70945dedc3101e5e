"""Writes the antecedent head as `antecedents.onnx`, in int8.

python export_antecedents.py --checkpoint average.pt --folder ../src/allegedly/models/en
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from antecedents import Head
from torch import Tensor, nn

from export import Joined, quantised, write_digest


class Meaning(nn.Module):
    """The branch and the scorer for one stretch."""

    def __init__(self, head: Head) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Joined(layer) for layer in head.layers)
        self.pairs = head.pairs

    def forward(self, states: Tensor, weights: Tensor, first: Tensor, second: Tensor, features: Tensor) -> Tensor:
        for layer in self.layers:
            states = layer(states)
        return self.pairs(weights @ states[0], first, second, features)


def main() -> None:
    """Exports."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--checkpoint", type=Path, required=True)
    arguments.add_argument("--folder", type=Path, required=True)
    arguments.add_argument("--float32", action="store_true")
    options = arguments.parse_args()
    state = torch.load(options.checkpoint, weights_only=False)
    head = Head(state["config"]["head"])
    head.load_state_dict(state["model"])
    pieces, mentions, pairs, width = 40, 5, 4, head.config["width"]
    inputs = (
        torch.randn(1, pieces, width),
        torch.rand(mentions, pieces),
        torch.zeros(pairs, dtype=torch.long),
        torch.arange(1, pairs + 1),
        torch.zeros(pairs, 3, dtype=torch.long),
    )
    names = ["states", "weights", "first", "second", "features"]
    axes = {"states": {1: "pieces"}, "weights": {0: "mentions", 1: "pieces"}}
    axes |= {name: {0: "pairs"} for name in ("first", "second", "features", "scores")}
    path = options.folder / "antecedents.onnx"
    torch.onnx.export(
        Meaning(head).eval(),
        inputs,
        str(path),
        input_names=names,
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantised(path, not options.float32)
    write_digest(options.folder)


if __name__ == "__main__":
    main()
