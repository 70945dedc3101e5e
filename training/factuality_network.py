"""A branch on the tagger's encoder that judges each piece as a word that may name what happens."""

from __future__ import annotations

import torch
from factuality_corpus import OUTPUTS
from network import Encoder, Layer
from torch import Tensor, nn

TAKEN = (3, 6)
"""The layers whose states the branch reads: `middle` and `hidden` of the exported encoder."""


class Branch(nn.Module):
    """The encoder's middle and last states, narrowed; some layers of its own; an output for each set and mark."""

    def __init__(self, width: int, depth: int, heads: int, inner: int, dropout: float = 0.1, taken: int = 768) -> None:
        super().__init__()
        self.enter = nn.Sequential(nn.Linear(taken, width), nn.LayerNorm(width))
        self.layers = nn.ModuleList(Layer(width, heads, inner, 1e-5, dropout) for _ in range(depth))
        self.out = nn.Sequential(nn.Dropout(dropout), nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(OUTPUTS)))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """states [B, T, taken], without the marks that open and close a window; gives [B, T, outputs]."""
        x = self.enter(states)
        bias = (1.0 - mask[:, None, None, :].float()) * -30000.0
        for layer in self.layers:
            x = layer(x, bias)
        return self.out(x)


@torch.no_grad()
def states_of(encoder: Encoder, batch: dict[str, Tensor], layers: tuple[int, ...] = TAKEN) -> Tensor:
    """The states after these layers, side by side [B, T, width * layers]."""
    places = torch.arange(batch["ids"].shape[1]) + encoder.offset
    x = encoder.words(batch["ids"]) + encoder.places(places)
    x = encoder.norm(x + encoder.case(batch["case"]) + encoder.gap(batch["gap"]) + encoder.quote(batch["quote"]))
    bias = (1.0 - batch["mask"][:, None, None, :].float()) * -30000.0
    found = []
    for number, layer in enumerate(encoder.layers, 1):
        x = layer(x, bias)
        if number in layers:
            found.append(x)
    return torch.cat(found, -1)
