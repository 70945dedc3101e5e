"""The character of statements is judged no worse than it was, on the corpora beside the project."""

from __future__ import annotations

import pytest
from tests.gate.character import FLOORS, MEASURES, Measure
from tests.gate.floors import read_floors
from tests.gate.table import table, table_on_page


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_no_figure_lies_below_its_floor(measure: Measure) -> None:
    if not measure.gold.exists():
        pytest.skip(f"no gold in {'/'.join(measure.gold.parts[-3:])} of ../shared/data")
    floors, figures = read_floors(FLOORS), measure.figures()
    held = floors.taggers["neural"]
    assert set(figures) <= set(held), "a figure is not pinned: python -m tests.gate.character --raise"
    broken = floors.broken_by("neural", {**held, **figures})
    assert not broken, "\n".join(broken)


def test_the_page_shows_the_floors() -> None:
    assert table_on_page("character") == table(read_floors(FLOORS)), "python -m tests.gate.character --raise"
