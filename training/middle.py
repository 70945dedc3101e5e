"""Gives a `model.onnx` one more output, the states between its lower and its upper layers; nothing else of it changes.

python middle.py ../src/allegedly/models/en
"""

from __future__ import annotations

import sys
from pathlib import Path

import onnx
from onnx import TensorProto, helper

from export import write_digest

LAYERS = 3
"""How many layers lie below the middle."""


def add_middle(path: Path) -> None:
    """Names the tensor `middle` and makes it an output."""
    graph = onnx.load(str(path))
    old = f"/layers.{LAYERS - 1}/norm2/LayerNormalization_output_0"
    for node in graph.graph.node:
        for names in (node.input, node.output):
            for place, name in enumerate(names):
                if name == old:
                    names[place] = "middle"
    width = next(each for each in graph.graph.output if each.name == "hidden").type.tensor_type.shape.dim[2].dim_value
    if all(each.name != "middle" for each in graph.graph.output):
        graph.graph.output.append(helper.make_tensor_value_info("middle", TensorProto.FLOAT, [1, "pieces", width]))
    onnx.save(graph, str(path))


def main() -> None:
    """Changes the graph of a folder."""
    folder = Path(sys.argv[1])
    add_middle(folder / "model.onnx")
    write_digest(folder)


if __name__ == "__main__":
    main()
