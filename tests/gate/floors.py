"""The figures below which the project does not fall again: read, compared, raised, and lowered only with a reason."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
DIGITS = 4
"""Floors are pinned to so many digits, rounded down."""


@dataclass(frozen=True)
class Lowered:
    """A floor that was lowered: of which tagger and figure, from where to where, and why."""

    tagger: str
    figure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True)
class Floors:
    """`gold`: digest of the gold that was measured on. `taggers`: floors of each, by figure, from 0 to 1, higher being better.

    `slack`: how far below its floor a figure may lie, by tagger (its answers differ from one processor to another) and by
    figure (it stands on so few attributions that one or two of them move it by points).
    """

    gold: str
    taggers: Mapping[str, Mapping[str, float]]
    slack: Mapping[str, float]
    lowered: tuple[Lowered, ...] = ()

    def broken_by(self, tagger: str, figures: Mapping[str, float]) -> tuple[str, ...]:
        """What lies below its floor, one line each."""
        slack = self.slack.get(tagger, 0.0)
        return tuple(
            f"{tagger}: {figure} is {figures.get(figure, 0.0):.4f}, its floor is {floor:.4f}"
            for figure, floor in self.taggers.get(tagger, {}).items()
            if figures.get(figure, 0.0) < floor - slack - self.slack.get(figure, 0.0)
        )

    def renewed(self, tagger: str, figures: Mapping[str, float], reason: str | None = None) -> Floors:
        """The floors after a measurement: lifted, or, with a `reason`, set to what was measured.

        Raises `ValueError` with what lies below its floor, one line each, where there is no reason.
        """
        if reason is not None:
            return self.lowered_to(tagger, figures, reason)
        if broken := self.broken_by(tagger, figures):
            raise ValueError("\n".join(broken))
        return self.raised(tagger, figures)

    def raised(self, tagger: str, figures: Mapping[str, float]) -> Floors:
        """The floors lifted to what was measured now; none is lowered, and figures measured for the first time are pinned."""
        pinned = self.taggers.get(tagger, {})
        lifted = {figure: max(pinned.get(figure, 0.0), _down(value)) for figure, value in figures.items()}
        return replace(self, taggers={**self.taggers, tagger: {**pinned, **lifted}})

    def lowered_to(self, tagger: str, figures: Mapping[str, float], reason: str) -> Floors:
        """The floors of `tagger` set to what was measured now, each one that sinks recorded with the reason."""
        if not reason.strip():
            raise ValueError("a floor is lowered only with a reason")
        measured = {figure: _down(value) for figure, value in figures.items()}
        sunk = tuple(
            Lowered(tagger, figure, floor, measured.get(figure, 0.0), reason.strip())
            for figure, floor in self.taggers.get(tagger, {}).items()
            if measured.get(figure, 0.0) < floor
        )
        return replace(self, taggers={**self.taggers, tagger: measured}, lowered=(*self.lowered, *sunk))


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors as they are pinned; none where nothing is pinned yet."""
    if not path.is_file():
        return Floors("", {}, {})
    found = json.loads(path.read_text(encoding="utf-8"))
    return Floors(found["gold"], found["taggers"], found["slack"], tuple(Lowered(**one) for one in found["lowered"]))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Pins the floors."""
    path.write_text(json.dumps(asdict(floors), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _down(value: float) -> float:
    scale = 10.0**DIGITS
    return math.floor(value * scale + 1e-9) / scale
