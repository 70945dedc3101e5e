"""Figures of predictions by outlet and by kind of attribution, as tables for the card: `python figures.py PRED.jsonl ...`."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any


def row(name: str, report: dict[str, Any]) -> str:
    """One outlet's figures."""
    roles, whole = report["roles"], report["attribution"]
    strict = " / ".join(f"{100 * roles[role]['frag_raw']['f1']:.1f}" for role in ("source", "cue", "content"))
    soft = " / ".join(f"{100 * whole['soft'][part]:.1f}" for part in ("p", "r", "f1"))
    return f"| {name} | {report['n_gold']} | {soft} | {100 * whole['exact']['f1']:.1f} | {strict} |"


def main() -> None:
    """Prints both tables."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("predictions", type=Path)
    arguments.add_argument("--gold", type=Path, required=True)
    arguments.add_argument("--scorer", type=Path, required=True)
    options = arguments.parse_args()
    sys.path.insert(0, str(options.scorer))
    import score_attribution as scorer

    per = scorer.score(scorer.read_gold([str(options.gold)]), scorer.read_pred(options.predictions))
    by: dict[str, list[Any]] = defaultdict(list)
    for name, counts in per.items():
        by[name.split("_")[0]].append(counts)
    print("| outlet | gold | soft P / R / F1 | exact F1 | strict F1 source / cue / content |\n|---|---|---|---|---|")
    for outlet in sorted(by):
        print(row(outlet, scorer.report(scorer.total(by[outlet]))))
    report = scorer.report(scorer.total(per.values()))
    print(row("**all**", report))
    print("\n| kind | gold | found | content | soft |\n|---|---|---|---|---|")
    for kind, name in (
        ("direct", "direct"),
        ("mixed", "mixed"),
        ("indirect", "indirect"),
        ("src_yes", "with a source"),
        ("src_no", "without a source"),
    ):
        held = report["types"][kind]
        print(f"| {name} | {held['n']} | " + " | ".join(f"{100 * held[k]:.1f}" for k in ("found", "content", "soft")) + " |")


if __name__ == "__main__":
    main()
