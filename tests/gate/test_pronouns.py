"""Pronouns are resolved no worse than they were."""

from __future__ import annotations

import pytest
from tests.gate.floors import read_floors
from tests.gate.pronouns import FLOORS, GAP, GUM, measured
from tests.gate.table import table, table_on_page


@pytest.mark.skipif(not (GAP.is_file() and GUM.is_dir()), reason="no gold in gap and gum of ../shared/data")
@pytest.mark.parametrize("tagger", ["cues", "neural"])
def test_no_figure_lies_below_its_floor(tagger: str) -> None:
    floors, figures = read_floors(FLOORS), measured(tagger)
    assert floors.taggers[tagger].keys() == figures.keys()
    broken = floors.broken_by(tagger, figures)
    assert not broken, "\n".join(broken)


def test_the_page_shows_the_floors() -> None:
    assert table_on_page("pronouns") == table(read_floors(FLOORS)), "python -m tests.gate.pronouns cues neural --raise"
