"""Writes the factuality branch as `factuality.onnx`, in int8.

python export_factuality.py --checkpoint factuality.pt --folder FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from factuality_corpus import OUTPUTS, SETS
from factuality_network import Branch
from torch import Tensor, nn

from export import Joined, quantised, write_digest

KEPT = (SETS.index("UW"), SETS.index("UDS_IH2"), *(OUTPUTS.index(name) for name in OUTPUTS[len(SETS) :]))
"""What ships: the factuality of news and of what has happened, and the three marks."""


class Judging(nn.Module):
    """The branch for one window without its marks: [pieces, 5]."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch
        self.layers = nn.ModuleList(Joined(layer) for layer in branch.layers)
        self.last = nn.Linear(branch.out[-1].in_features, len(KEPT))
        with torch.no_grad():
            self.last.weight.copy_(branch.out[-1].weight[list(KEPT)])
            self.last.bias.copy_(branch.out[-1].bias[list(KEPT)])

    def forward(self, middle: Tensor, hidden: Tensor) -> Tensor:
        x = self.branch.enter(torch.cat([middle, hidden], -1))
        for layer in self.layers:
            x = layer(x)
        for module in self.branch.out[:-1]:
            x = module(x)
        return self.last(x)[0]


def main() -> None:
    """Exports."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--checkpoint", type=Path, required=True)
    arguments.add_argument("--folder", type=Path, required=True)
    arguments.add_argument("--float32", action="store_true")
    options = arguments.parse_args()
    state = torch.load(options.checkpoint, weights_only=False)
    branch = Branch(**state["config"])
    branch.load_state_dict(state["model"])
    path = options.folder / "factuality.onnx"
    taken = state["config"].get("taken", 768) // 2
    torch.onnx.export(
        Judging(branch).eval(),
        (torch.randn(1, 40, taken), torch.randn(1, 40, taken)),
        str(path),
        input_names=["middle", "hidden"],
        output_names=["scores"],
        dynamic_axes={"middle": {1: "pieces"}, "hidden": {1: "pieces"}, "scores": {0: "pieces"}},
        opset_version=17,
        dynamo=False,
    )
    quantised(path, not options.float32)
    write_digest(options.folder)


if __name__ == "__main__":
    main()
