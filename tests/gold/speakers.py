"""How well speakers are found, and how sure they are of it, on a half of the gold: `python -m tests.gold.speakers`.

Draws `docs/speakers-reliability.svg`: for each confidence the share of its answers that are right. With `--raise`, pins the
figures that have risen in `tests/gate/speakers.json`; none is lowered here.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from allegedly.evaluation.calibration import Calibration, calibrate
from tests.gate.floors import read_floors, write_floors
from tests.gold.draw import HERE
from tests.gold.measure import Pair, judged, names_same, pairs

DIAGRAM = HERE.parents[1] / "docs" / "speakers-reliability.svg"
FLOORS = HERE.parent / "gate" / "speakers.json"
HALVES = ("dev", "dev2", "test")
"""The halves of whose speakers the confidence is held, too."""
FIELDS = ("name given", "name right", "unnamed left unnamed", "speaker kind", "country")
BINS = 40
Outcome = tuple[float, bool]


def outcome(pair: Pair) -> Outcome | None:
    """How sure the speaker is, and whether the name, or else the kind, is right; `None` where the gold names no source."""
    wanted, speaker = pair.gold["speaker"], pair.made.speaker
    if not pair.gold["source"] or not wanted or speaker is None:
        return None
    if speaker.name is None:
        return speaker.confidence, speaker.kind.value == wanted["kind"]
    return speaker.confidence, names_same(speaker.name, wanted)


def measured(half: str = "dev") -> tuple[dict[str, float], Calibration, Sequence[Outcome]]:
    """The figures of the half, from 0 to 1, higher being better, the reliability of the confidences, and each answer."""
    right: dict[str, list[bool]] = defaultdict(list)
    outcomes: list[Outcome] = []
    for pair in pairs(half):
        for field, good, _ in judged(pair):
            if field in FIELDS:
                right[field].append(good)
        found = outcome(pair)
        if found is not None:
            outcomes.append(found)
    calibration = calibrate(outcomes, BINS)
    figures = {f"speakers: {field}": sum(right[field]) / len(right[field]) for field in FIELDS}
    return {**figures, "speakers: 1 - expected error": 1 - calibration.expected_error}, calibration, outcomes


def wilson(right: int, number: int) -> tuple[float, float]:
    """The interval in which the true share lies 95 times in 100 (Wilson 1927)."""
    z, share = 1.96, right / number
    middle = (share + z * z / (2 * number)) / (1 + z * z / number)
    half = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number)) / (1 + z * z / number)
    return max(0.0, middle - half), min(1.0, middle + half)


def drawn(outcomes: Sequence[Outcome], error: float) -> str:
    """The reliability diagram as SVG, readable on light and on dark."""
    groups: dict[float, list[bool]] = defaultdict(list)
    for confidence, right in outcomes:
        groups[round(confidence * BINS) / BINS].append(right)
    size, left, top = 360, 56, 20

    def x(value: float) -> float:
        return left + size * (value - 0.4) / 0.6

    def y(value: float) -> float:
        return top + size * (1 - value)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + size + 20} {top + size + 54}" role="img" '
        'font-family="ui-sans-serif, system-ui, sans-serif" font-size="12">',
        "<title>How often speakers are right, over how sure they are</title>",
        "<style>.ink{stroke:#57606a;fill:none}.text{fill:#57606a}.dot{fill:#0969da}.bar{stroke:#0969da;stroke-opacity:.5}"
        "@media(prefers-color-scheme:dark){.ink{stroke:#9198a1}.text{fill:#9198a1}.dot{fill:#4493f8}.bar{stroke:#4493f8}}</style>",
        f'<rect class="ink" x="{left}" y="{top}" width="{size}" height="{size}"/>',
        f'<line class="ink" stroke-dasharray="3 4" x1="{x(0.4):.0f}" y1="{y(0.4):.0f}" x2="{x(1):.0f}" y2="{y(1):.0f}"/>',
    ]
    for tick in (0.4, 0.6, 0.8, 1.0):
        lines.append(f'<text class="text" x="{x(tick):.0f}" y="{top + size + 18}" text-anchor="middle">{100 * tick:.0f}</text>')
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        lines.append(f'<text class="text" x="{left - 8}" y="{y(tick) + 4:.0f}" text-anchor="end">{100 * tick:.0f}</text>')
    for confidence, answers in sorted(groups.items()):
        share, (low, high) = sum(answers) / len(answers), wilson(sum(answers), len(answers))
        at = x(max(0.4, confidence))
        lines.append(f'<line class="bar" x1="{at:.1f}" y1="{y(low):.1f}" x2="{at:.1f}" y2="{y(high):.1f}"/>')
        lines.append(
            f'<circle class="dot" cx="{at:.1f}" cy="{y(share):.1f}" r="{2 + math.sqrt(len(answers)) / 2:.1f}">'
            f"<title>{len(answers)} answers, {100 * share:.0f} % right</title></circle>"
        )
    lines.append(f'<text class="text" x="{left + size / 2}" y="{top + size + 40}" text-anchor="middle">confidence, %</text>')
    lines.append(
        f'<text class="text" x="{left}" y="{top - 7}">right, %, of {len(outcomes)}; expected error {100 * error:.1f}</text>'
    )
    return "\n".join([*lines, "</svg>", ""])


def gold_digest() -> str:
    """A digest of the gold that is measured on."""
    return hashlib.sha256((HERE / "gold.json").read_bytes() + (HERE / "articles.json").read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="pin", action="store_true", help="pin the figures that have risen")
    parser.add_argument("--lower", metavar="REASON", help="pin the figures as they are, and why")
    chosen = parser.parse_args()
    floors = read_floors(FLOORS)
    outcomes: list[Outcome] = []
    for half in HALVES:
        figures, _, answers = measured(half)
        outcomes.extend(answers)
        for figure, value in figures.items():
            print(f"{half:5} {figure:34} {100 * value:5.1f}")
        if chosen.lower or chosen.pin:
            floors = floors.renewed(half, figures, chosen.lower)
    DIAGRAM.write_text(drawn(outcomes, calibrate(outcomes, BINS).expected_error), encoding="utf-8")
    print(f"drawn: {Path(DIAGRAM).name}")
    if chosen.lower or chosen.pin:
        write_floors(replace(floors, gold=gold_digest()), FLOORS)


if __name__ == "__main__":
    main()
