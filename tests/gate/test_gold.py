"""No figure of the project's own gold sinks, on any half that its rules were made by."""

from __future__ import annotations

import pytest
from tests.gate.floors import read_floors
from tests.gold.measure import DATA, TUNED
from tests.gold.pin import FLOORS, figures_of
from tests.gold.speakers import gold_digest


@pytest.mark.parametrize("half", TUNED)
@pytest.mark.skipif(not (DATA / "allsides").is_dir(), reason="no articles in ../shared/data")
def test_no_figure_of_the_gold_lies_below_its_floor(half: str) -> None:
    floors = read_floors(FLOORS)
    assert floors.gold == gold_digest(), "the gold has changed: pin the figures again (python -m tests.gold.pin --raise)"
    broken = floors.broken_by(half, figures_of(half))
    assert not broken, "\n".join(broken)
