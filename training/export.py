"""Writes a checkpoint as the folder that ships: two int8 graphs, tokenizer, settings, digests.

python export.py --checkpoint runs/minilm/average.pt --folder ../src/allegedly/models/en --settings settings.json
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
from pathlib import Path

import onnx
import torch
from corpus import whole_settings
from network import Layer, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from allegedly.attribute.neural import NAMED

POSITIONS = 320


class Joined(nn.Module):
    """One layer with query, key and value as one product, which is quantised once; the scale is in the weights."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer, self.heads = layer, layer.heads
        width = layer.q.weight.shape[0]
        self.joined = nn.Linear(width, 3 * width)
        scale = (width // layer.heads) ** -0.5
        with torch.no_grad():
            self.joined.weight.copy_(torch.cat([layer.q.weight * scale, layer.k.weight, layer.v.weight]))
            self.joined.bias.copy_(torch.cat([layer.q.bias * scale, layer.k.bias, layer.v.bias]))

    def forward(self, x: Tensor) -> Tensor:
        width = x.shape[-1]
        q, k, v = (part.reshape(-1, self.heads, width // self.heads) for part in self.joined(x)[0].split(width, -1))
        chance = torch.softmax(q.permute(1, 0, 2) @ k.permute(1, 2, 0), -1)
        a = (chance @ v.permute(1, 0, 2)).permute(1, 0, 2).reshape(1, -1, width)
        x = self.layer.norm1(x + self.layer.o(a))
        return self.layer.norm2(x + self.layer.down(functional.gelu(self.layer.up(x))))


class Looking(nn.Module):
    """The encoder and the cue head for one window, its word table in int8 with a scale for each word."""

    def __init__(self, model: Tagger, int8: bool) -> None:
        super().__init__()
        self.encoder, self.cues, self.int8 = model.encoder, model.cues, int8
        self.layers = nn.ModuleList(Joined(layer) for layer in model.encoder.layers)
        table = model.encoder.words.weight.detach()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(table / scale).to(torch.int8) if int8 else table)
        self.register_buffer("scale", scale)
        self.register_buffer("places", model.encoder.places.weight[model.encoder.offset :][:POSITIONS].clone())

    def forward(self, ids: Tensor, case: Tensor, gap: Tensor, quote: Tensor) -> tuple[Tensor, Tensor]:
        e = self.encoder
        words = self.table[ids]
        if self.int8:
            words = words.float() * self.scale[ids]
        x = e.norm(words + self.places[: ids.shape[1]] + e.case(case) + e.gap(gap) + e.quote(quote))
        for layer in self.layers:
            x = layer(x)
        return x, self.cues(x)


class Shifted(nn.Module):
    """A convolution as one product over shifted copies, which quantises."""

    def __init__(self, conv: nn.Conv1d) -> None:
        super().__init__()
        outer, inner, self.taps = conv.weight.shape
        self.linear = nn.Linear(inner * self.taps, outer)
        with torch.no_grad():
            self.linear.weight.copy_(conv.weight.permute(0, 2, 1).reshape(outer, -1))
            self.linear.bias.copy_(conv.bias)

    def forward(self, x: Tensor) -> Tensor:
        """x [n, width, length], as the convolution takes it."""
        x = x.transpose(1, 2)
        reach, length = self.taps // 2, x.shape[1]
        x = functional.pad(x, (0, 0, reach, reach))
        shifted = torch.cat([x[:, i : i + length] for i in range(self.taps)], -1)
        return self.linear(shifted).transpose(1, 2)


class Giving(nn.Module):
    """The role head for the cues of one window."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.head = copy.deepcopy(model.roles)
        if self.head.kind == "conv":
            self.head.layer.conv = Shifted(self.head.layer.conv)

    def forward(self, hidden: Tensor, span: Tensor, distance: Tensor, relation: Tensor) -> tuple[Tensor, Tensor]:
        return self.head.of_one(hidden, span, distance, relation)


def write_graphs(model: Tagger, folder: Path, int8: bool) -> None:
    """Both graphs, in int8 per channel or as trained."""
    model.eval()
    n, k = 40, 3
    width = model.config["encoder"]["width"]
    ids, zero = torch.randint(1000, 20000, (1, n)), torch.zeros(1, n, dtype=torch.long)
    looks = (Looking(model, int8), (ids, zero, zero, zero), ["ids", "case", "gap", "quote"], ["hidden", "scores"])
    gives = (
        Giving(model),
        (torch.randn(1, n, width), torch.rand(k, n), torch.zeros(k, n, dtype=torch.long), torch.zeros(k, n, dtype=torch.long)),
        ["hidden", "span", "distance", "relation"],
        ["roles", "real"],
    )
    for name, (module, inputs, ins, outs) in (("model", looks), ("roles", gives)):
        axes = {i: ({1: "pieces"} if name == "model" or i == "hidden" else {0: "cues", 1: "pieces"}) for i in ins}
        axes |= {"hidden": {1: "pieces"}, "scores": {1: "pieces"}, "roles": {0: "cues", 1: "pieces"}, "real": {0: "cues"}}
        path = folder / f"{name}.onnx"
        torch.onnx.export(
            module.eval(),
            inputs,
            str(path),
            input_names=ins,
            output_names=outs,
            dynamic_axes={a: axes[a] for a in ins + outs},
            opset_version=17,
            dynamo=False,
        )
        quantised(path, int8)


def quantised(path: Path, int8: bool) -> None:
    """The graph's products in int8 per channel, or as they are; without the exporter's remarks."""
    if int8:
        prepared = path.with_suffix(".prepared.onnx")
        quant_pre_process(str(path), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(path),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
        prepared.unlink()
    graph = onnx.load(str(path))
    graph.doc_string = ""
    graph.graph.doc_string = ""
    for node in graph.graph.node:
        node.doc_string = ""
    onnx.save(graph, str(path))


def write_digest(folder: Path) -> None:
    """The digests that the package checks when it loads the folder."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in NAMED if (folder / name).is_file()}
    (folder / "digest.json").write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Exports."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--checkpoint", type=Path, required=True)
    arguments.add_argument("--folder", type=Path, required=True)
    arguments.add_argument("--settings", type=Path, help="labels.json to copy; default: keep the one in the folder")
    arguments.add_argument("--float32", action="store_true")
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    state = torch.load(options.checkpoint, weights_only=False)
    model = Tagger(state["config"]["model"])
    model.load_state_dict(state["model"])
    write_graphs(model, options.folder, not options.float32)
    settings = whole_settings(Path(state["config"]["tokenizer"]))
    (options.folder / "tokenizer.json").write_text(settings, encoding="utf-8")
    if options.settings:
        (options.folder / "labels.json").write_bytes(options.settings.read_bytes())
    write_digest(options.folder)


if __name__ == "__main__":
    main()
