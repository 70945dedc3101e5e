"""The mean of several checkpoints' weights: `python mean.py OUT.pt A.pt B.pt ...`."""

from __future__ import annotations

import sys
from pathlib import Path

import torch


def main() -> None:
    """Writes the mean."""
    out, *paths = map(Path, sys.argv[1:])
    states = [torch.load(path, weights_only=False) for path in paths]
    mean = {name: sum(state["model"][name].float() for state in states) / len(states) for name in states[0]["model"]}
    torch.save({"config": states[0]["config"], "model": mean}, out)


if __name__ == "__main__":
    main()
