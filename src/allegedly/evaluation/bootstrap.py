"""How far a figure could lie elsewhere had other documents been annotated (Efron 1979)."""

from __future__ import annotations

import random
from collections.abc import Iterable

from allegedly.evaluation.comparison import Comparison
from allegedly.evaluation.counts import Counts, count, ratio, total
from allegedly.evaluation.labelled import ROLES

Ranges = dict[str, tuple[float, float]]
"""From where to where a figure lies in 95 of 100 drawings, by name."""


def bootstrap(comparisons: Iterable[Comparison], drawings: int, seed: int = 13) -> Ranges:
    """The 95 % ranges of the main figures over `drawings` of as many documents as there are, with replacement."""
    chance = random.Random(seed)
    documents = [count(each) for each in sorted(comparisons, key=lambda each: each.document.name)]
    values: dict[str, list[float]] = {}
    for _ in range(drawings):
        for name, value in _main_figures(total(chance.choice(documents) for _ in documents)).items():
            values.setdefault(name, []).append(value)
    return {
        name: (ordered[int(0.025 * drawings)], ordered[int(0.975 * drawings)])
        for name, ordered in ((name, sorted(found)) for name, found in values.items())
    }


def range_line(ranges: Ranges) -> str:
    """The ranges as one line of text, in per cent."""
    shown = (f"{name} {100 * low:.1f}-{100 * high:.1f}" for name, (low, high) in ranges.items())
    return "95% by bootstrap over documents: " + "  ".join(shown)


def _main_figures(counts: Counts) -> dict[str, float]:
    figures = {f"attribution {how}": counts.tally(f"attribution {how}").f1 for how in ("exact", "soft", "loose", "content")}
    figures["tokens macro"] = sum(counts.tally(f"tokens {role}").f1 for role in ROLES) / len(ROLES)
    figures["direct covered"] = ratio(counts.number("direct covered"), counts.number("direct gold"))
    return figures
