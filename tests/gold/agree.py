"""How far two independent readers of the gold agree: `python -m tests.gold.agree`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable
from typing import Any

from tests.gold.draw import HERE

Gold = dict[str, Any]  # a row of gold.json, as compile.py writes it

FIELDS: dict[str, Callable[[Gold], Hashable]] = {
    "speaker kind": lambda row: (row["speaker"] or {}).get("kind"),
    "speaker name": lambda row: (row["speaker"] or {}).get("name"),
    "country": lambda row: (row["speaker"] or {}).get("country"),
    "kind": lambda row: row["kind"],
    "certainty": lambda row: row["certainty"],
    "hedged": lambda row: bool(row["hedges"]),
    "medium": lambda row: bool(row["medium"]),
    "time": lambda row: bool(row["time"]),
    "figures": lambda row: len(row["figures"]),
}


def shared(left: list[list[int]], right: list[list[int]]) -> float:
    """Intersection over union of two sets of places."""
    one, other = ({i for start, end in places for i in range(start, end)} for places in (left, right))
    return len(one & other) / len(one | other) if one | other else 1.0


def matched(first: list[Gold], second: list[Gold]) -> list[tuple[Gold, Gold]]:
    """Statements of the two readers whose contents share half of their characters, the best first, one to one."""
    scores = sorted(
        ((shared(a["content"], b["content"]) + shared(a["cue"], b["cue"]), i, j)
         for i, a in enumerate(first) for j, b in enumerate(second) if shared(a["content"], b["content"]) >= 0.5),
        reverse=True,
    )  # fmt: skip
    left, right, found = set(range(len(first))), set(range(len(second))), []
    for _, i, j in scores:
        if i in left and j in right:
            found.append((first[i], second[j]))
            left.discard(i)
            right.discard(j)
    return found


def kappa(values: list[tuple[Hashable, Hashable]]) -> float:
    """Cohen's kappa (1960) of two readers' labels."""
    observed = sum(a == b for a, b in values) / len(values)
    left, right = Counter(a for a, _ in values), Counter(b for _, b in values)
    chance = sum(left[label] * right[label] for label in left) / len(values) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def main() -> None:
    first, second = (json.loads((HERE / name).read_text(encoding="utf-8")) for name in ("gold.json", "second.json"))
    both = [pair for article in second for pair in matched(first[article], second[article])]
    count = sum(len(first[article]) for article in second), sum(len(second[article]) for article in second)
    print(
        f"{len(second)} articles, {count[0]} and {count[1]} statements, {len(both)} shared: F1 {200 * len(both) / sum(count):.1f}"
    )
    for name, field in FIELDS.items():
        values = [(field(a), field(b)) for a, b in both]
        same = sum(a == b for a, b in values)
        print(f"{name:14} the same in {100 * same / len(values):5.1f} %, kappa {kappa(values):.2f}")


if __name__ == "__main__":
    main()
