"""The network: a BERT-like encoder with added features, a cue head, and a role head that looks from one cue."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from allegedly.attribute.encoding import CASES, DISTANCES, GAPS, QUOTES, RELATIONS

_POOLS: dict[float, Tensor] = {}


def dropout(x: Tensor, rate: float, training: bool) -> Tensor:
    """Dropout that reads its mask from a random place of a pool: torch draws masks on one core only."""
    if not training or not rate:
        return x
    if rate not in _POOLS:
        _POOLS[rate] = ((torch.rand(1 << 25) >= rate).float() / (1 - rate)).to(torch.bfloat16)
    pool = _POOLS[rate]
    if x.numel() > len(pool) // 2:
        return functional.dropout(x, rate, training)
    start = int(torch.randint(0, len(pool) - x.numel(), ()))
    return x * pool[start : start + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int, heads: int, inner: int, eps: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        q, k, v = (m(x).view(batch, length, self.heads, -1).transpose(1, 2) for m in (self.q, self.k, self.v))
        a = functional.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype))
        a = self.o(a.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + dropout(a, self.dropout, self.training))
        f = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + dropout(f, self.dropout, self.training))


class Encoder(nn.Module):
    """MiniLM or MPNet, with letter case, gap and quotation features summed into the embeddings."""

    def __init__(
        self,
        kind: str,
        width: int,
        depth: int,
        heads: int,
        inner: int,
        vocabulary: int,
        positions: int,
        dropout: float = 0.1,
        features_at: int = 0,
    ) -> None:
        super().__init__()
        self.kind, self.heads, self.dropout = kind, heads, dropout
        self.features_at = features_at
        eps = 1e-12 if kind == "bert" else 1e-5
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(positions, width)
        self.case, self.gap, self.quote = nn.Embedding(CASES, width), nn.Embedding(GAPS, width), nn.Embedding(QUOTES, width)
        for table in (self.case, self.gap, self.quote):
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.layers = nn.ModuleList(Layer(width, heads, inner, eps, dropout) for _ in range(depth))
        self.offset = 2 if kind == "mpnet" else 0
        if kind == "mpnet":
            self.relative = nn.Embedding(32, heads)

    def _relative_bias(self, length: int, device: torch.device) -> Tensor:
        place = torch.arange(length, device=device)
        n = -(place[None, :] - place[:, None])
        bucket = (n < 0).long() * 16
        n = n.abs()
        large = 8 + (torch.log(n.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
        bucket = bucket + torch.where(n < 8, n, large.clamp(max=15))
        return self.relative(bucket).permute(2, 0, 1).unsqueeze(0)

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, gap: Tensor, quote: Tensor) -> Tensor:
        place = torch.arange(ids.shape[1], device=ids.device) + self.offset
        features = self.case(case) + self.gap(gap) + self.quote(quote)
        x = self.words(ids) + self.places(place)
        if not self.features_at:
            x = x + features
        x = dropout(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].float()) * -30000.0
        if self.kind == "mpnet":
            bias = bias + self._relative_bias(ids.shape[1], ids.device)
        for number, layer in enumerate(self.layers):
            if number == self.features_at and number:  # frozen layers below need no gradient then
                x = x + features
            x = layer(x, bias)
        return x


class Near(nn.Module):
    """A residual convolution over neighbouring pieces."""

    def __init__(self, width: int, reach: int, dropout: float) -> None:
        super().__init__()
        self.conv = nn.Conv1d(width, width, 2 * reach + 1, padding=reach)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.dropout = dropout

    def forward(self, x: Tensor) -> Tensor:
        x = self.norm1(x + functional.gelu(self.conv(x.transpose(1, 2)).transpose(1, 2)))
        return self.norm2(x + dropout(self.down(functional.gelu(self.up(x))), self.dropout, self.training))


class Roles(nn.Module):
    """For one cue and every piece of its window the role of the piece; and whether the cue is one."""

    def __init__(self, width: int, inner: int, labels: int, heads: int = 4, dropout: float = 0.1, layer: str = "conv") -> None:
        super().__init__()
        self.token, self.cue = nn.Linear(width, inner), nn.Linear(width, inner)
        self.token2, self.cue2 = nn.Linear(width, inner), nn.Linear(width, inner)
        self.distance, self.relation = nn.Embedding(DISTANCES, inner), nn.Embedding(RELATIONS, inner)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.relation.weight, std=0.05)
        self.norm = nn.LayerNorm(inner)
        self.kind = layer
        if layer == "attention":
            self.layer = Layer(inner, heads, inner * 3, 1e-5, dropout)
        elif layer == "conv":
            self.layer = Near(inner, 2, dropout)
        self.dropout = dropout
        self.out = nn.Linear(inner, labels)
        self.real = nn.Sequential(nn.Linear(inner * 2, inner), nn.GELU(), nn.Linear(inner, 1))

    def forward(
        self, hidden: Tensor, mask: Tensor, row: Tensor, span: Tensor, distance: Tensor, relation: Tensor
    ) -> tuple[Tensor, Tensor]:
        """hidden [B,T,W]; row [N] the window of each cue; span [N,T] 1/length on the cue's pieces, else 0."""
        batch, length, _ = hidden.shape
        pick = functional.one_hot(row, batch).to(hidden.dtype)
        both = torch.cat([self.token(hidden), self.token2(hidden)], -1)
        token, token2 = (pick @ both.flatten(1)).view(len(span), length, -1).chunk(2, -1)
        spread = (pick[:, :, None] * span[:, None].to(hidden.dtype)).flatten(1)
        return self._give(token, token2, spread @ hidden.flatten(0, 1), span, distance, relation, mask[row])

    def of_one(self, hidden: Tensor, span: Tensor, distance: Tensor, relation: Tensor) -> tuple[Tensor, Tensor]:
        """The same for the cues of one window without padding."""
        return self._give(self.token(hidden), self.token2(hidden), span @ hidden[0], span, distance, relation, None)

    def _give(
        self, token: Tensor, token2: Tensor, cue: Tensor, span: Tensor, distance: Tensor, relation: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        x = token + self.cue(cue)[:, None] + token2 * self.cue2(cue)[:, None]
        x = functional.gelu(self.norm(x + self.distance(distance) + self.relation(relation)))
        x = dropout(x, self.dropout, self.training)
        held = 1.0 if mask is None else mask[:, :, None].to(x.dtype)
        if self.kind == "attention":
            x = self.layer(x, None if mask is None else (1.0 - mask[:, None, None, :].float()) * -30000.0)
        elif self.kind == "conv":
            x = self.layer(x * held)
        at = (span.to(x.dtype)[:, None] @ x).squeeze(1)
        away = (x * held).amax(1)
        return self.out(x), self.real(torch.cat([at, away], -1)).squeeze(-1)


class Tagger(nn.Module):
    """Encoder, cue head (B, I, O) with flat source and content beside it, role head."""

    def __init__(self, config: dict) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(**config["encoder"])
        width = config["encoder"]["width"]
        self.cues = nn.Sequential(nn.Dropout(0.1), nn.Linear(width, config["inner"]), nn.GELU(), nn.Linear(config["inner"], 5))
        self.roles = Roles(width, config["inner"], 5, layer=config.get("layer", "conv"))

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(*(batch[k] for k in ("ids", "mask", "case", "gap", "quote")))
        return hidden, self.cues(hidden)


def load_base(encoder: Encoder, path: Path) -> None:
    """Copies published weights into the encoder."""
    w = {k.removeprefix("bert.").removeprefix("mpnet."): v.float() for k, v in load_file(str(path)).items()}
    with torch.no_grad():
        encoder.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        encoder.places.weight.copy_(w["embeddings.position_embeddings.weight"])
        if encoder.kind == "bert":
            encoder.places.weight.add_(w["embeddings.token_type_embeddings.weight"][0])
        names = {"norm": "embeddings.LayerNorm"}
        for i in range(len(encoder.layers)):
            a, b = f"layers.{i}.", f"encoder.layer.{i}."
            inside = b + ("attention.attn." if encoder.kind == "mpnet" else "attention.self.")
            long = {"q": "q", "k": "k", "v": "v"} if encoder.kind == "mpnet" else {"q": "query", "k": "key", "v": "value"}
            names |= {a + s: inside + long[s] for s in "qkv"}
            names[a + "o"] = b + ("attention.attn.o" if encoder.kind == "mpnet" else "attention.output.dense")
            names[a + "norm1"] = b + ("attention.LayerNorm" if encoder.kind == "mpnet" else "attention.output.LayerNorm")
            names |= {a + "up": b + "intermediate.dense", a + "down": b + "output.dense", a + "norm2": b + "output.LayerNorm"}
        own = dict(encoder.named_parameters())
        for mine, theirs in names.items():
            for part in ("weight", "bias"):
                own[f"{mine}.{part}"].copy_(w[f"{theirs}.{part}"])
        if encoder.kind == "mpnet":
            encoder.relative.weight.copy_(w["encoder.relative_attention_bias.weight"])
