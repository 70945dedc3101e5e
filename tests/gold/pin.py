"""Pins the figures of the project's own gold: `python -m tests.gold.pin` shows them, `--raise` pins those that have risen.

`--lower REASON` pins them all as they are now; each that sinks is recorded with the reason.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from tests.gate.floors import FLOORS as BESIDE
from tests.gate.floors import read_floors, write_floors
from tests.gold.measure import TUNED, measured
from tests.gold.speakers import gold_digest

FLOORS = BESIDE.with_name("gold.json")


def figures_of(half: str) -> dict[str, float]:
    """The figures of a half, from 0 to 1."""
    return {f"gold: {field}": figure / 100 for field, figure in measured(half).figures.items()}


def main() -> None:
    """Measures every half that was tuned on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="pin", action="store_true", help="pin the figures that have risen")
    parser.add_argument("--lower", metavar="REASON", help="pin the figures as they are, and why")
    chosen = parser.parse_args()
    floors = read_floors(FLOORS)
    for half in TUNED:
        figures = figures_of(half)
        for figure, value in figures.items():
            print(f"{half:7} {figure:30} {100 * value:5.1f}")
        if chosen.lower or chosen.pin:
            floors = floors.renewed(half, figures, chosen.lower)
    if chosen.lower or chosen.pin:
        write_floors(replace(floors, gold=gold_digest()), FLOORS)


if __name__ == "__main__":
    main()
