"""The antecedent head: a short branch of transformer layers on the tagger's states, and a scorer of pairs."""

from __future__ import annotations

import torch
from network import Layer, dropout
from torch import Tensor, nn
from torch.nn import functional

from allegedly.attribute.antecedents import PLACES, RANKS, STANDS


class Pairs(nn.Module):
    """Scores pairs of a pronoun and a candidate from their vectors and how they stand to each other."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.pronoun, self.candidate = nn.Linear(width, inner), nn.Linear(width, inner)
        self.pronoun2, self.candidate2 = nn.Linear(width, inner), nn.Linear(width, inner)
        self.place, self.stands, self.rank = nn.Embedding(PLACES, inner), nn.Embedding(STANDS, inner), nn.Embedding(RANKS, inner)
        for table in (self.place, self.stands, self.rank):
            nn.init.normal_(table.weight, std=0.05)
        self.norm = nn.LayerNorm(inner)
        self.between, self.out = nn.Linear(inner, inner), nn.Linear(inner, 1)
        self.nobody = nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, 1))

    def forward(self, vectors: Tensor, first: Tensor, second: Tensor, features: Tensor) -> Tensor:
        """vectors [mentions, width]; pairs of mention numbers first, second [n]; features [n, 3]; the log-odds [n]."""
        x = (
            self.pronoun(vectors)[first]
            + self.candidate(vectors)[second]
            + self.pronoun2(vectors)[first] * self.candidate2(vectors)[second]
        )
        x = x + self.place(features[:, 0]) + self.stands(features[:, 1]) + self.rank(features[:, 2])
        x = dropout(functional.gelu(self.norm(x)), 0.1, self.training)
        x = functional.gelu(self.between(x))
        return (self.out(x) - self.nobody(vectors)[first]).squeeze(-1)


class Head(nn.Module):
    """The branch and the scorer. `depth` layers, none for a head on the states as they are."""

    def __init__(self, config: dict) -> None:
        super().__init__()
        self.config = config
        width = config["width"]
        self.layers = nn.ModuleList(Layer(width, config["heads"], config["inner"], 1e-12, 0.1) for _ in range(config["depth"]))
        self.pairs = Pairs(width, config["pairs"])

    def states(self, x: Tensor, mask: Tensor) -> Tensor:
        """The branch's states of stretches [batch, pieces, width]."""
        bias = (1.0 - mask[:, None, None, :].float()) * -30000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, x: Tensor, mask: Tensor, weights: Tensor, pairs: Tensor, features: Tensor) -> Tensor:
        """weights [batch, mentions, pieces]; pairs [n, 2] of mentions, counted through the batch; features [n, 3]."""
        states = self.states(x, mask)
        vectors = torch.bmm(weights.to(states.dtype), states).flatten(0, 1)
        return self.pairs(vectors, pairs[:, 0], pairs[:, 1], features)


def from_upper_layers(head: Head, state: dict[str, Tensor], depth: int) -> None:
    """Starts the branch from the upper layers of a tagger of `depth` layers."""
    mine = head.layers.state_dict()
    low = depth - len(head.layers)
    for name in mine:
        number, rest = name.split(".", 1)
        mine[name] = state[f"encoder.layers.{int(number) + low}.{rest}"].float()
    head.layers.load_state_dict(mine)
