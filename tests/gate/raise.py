"""Pins what the taggers reach now: `python -m tests.gate.raise --tagger cues`.

Floors rise by themselves here and nowhere else. To lower one, say so and say why:
`python -m tests.gate.raise --tagger cues --lower --reason "the gold was corrected"`.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from tests.gate.floors import read_floors, write_floors
from tests.gate.measured import GOLD, measured
from tests.gate.table import put_on_page

from allegedly.evaluation import read_gold

SLACK = {
    "neural": 0.003,
    "types src_no soft": 0.04,
    "cue colon, dash, mark: found r": 0.05,
    "cue denial, refusal: found r": 0.06,
    "marks mixed: direct end2end": 0.03,
}
"""The network's sums differ a little from one processor to another; rules give the same everywhere. The groups hold 126, 47, 36
and 92 attributions: a change that is good on the whole may lose one or two of them."""


def main() -> int:
    """The exit code: 0 where the floors hold or have risen, 1 where a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tagger", action="append", required=True, help="cues or neural; may be given twice")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--lower", action="store_true", help="set the floors to what is reached now, even where that is less")
    parser.add_argument("--reason", default="", help="why floors are lowered; kept in floors.json")
    given = parser.parse_args()
    if given.lower and not given.reason.strip():
        parser.error("--lower needs a --reason")
    gold, floors = read_gold(given.gold), read_floors()
    if floors.gold not in ("", gold.digest) and not given.lower:
        parser.error("this is other gold than the floors were pinned on: figures cannot be compared (--lower with a --reason)")
    floors = replace(floors, gold=gold.digest, slack=SLACK)
    for tagger in given.tagger:
        figures = measured(tagger, gold)
        try:
            floors = floors.renewed(tagger, figures, given.reason if given.lower else None)
        except ValueError as broken:
            sys.stderr.write(f"{broken}\nnothing was pinned; to lower a floor: --lower --reason …\n")
            return 1
        for figure, floor in floors.taggers[tagger].items():
            sys.stdout.write(f"{tagger:8s} {figure:40s} {100 * floor:6.2f}\n")
    write_floors(floors)
    put_on_page(floors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
