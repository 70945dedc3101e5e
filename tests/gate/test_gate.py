"""The taggers are no worse than they were."""

from __future__ import annotations

import pytest
from tests.gate.floors import read_floors
from tests.gate.measured import GOLD, measured

from allegedly.errors import AllegedlyError
from allegedly.evaluation import read_gold
from allegedly.reading import load_tagger

FLOORS = read_floors()


@pytest.mark.skipif(not GOLD.is_dir(), reason="no gold in ../shared/data/polnear/dev")
@pytest.mark.parametrize("tagger", ["cues", "neural"])
def test_no_figure_lies_below_its_floor(tagger: str) -> None:
    if tagger not in FLOORS.taggers:
        pytest.skip(f"nothing is pinned for {tagger}")
    try:
        load_tagger(tagger)
    except AllegedlyError as error:
        pytest.fail(f"{tagger} has floors, but it cannot be loaded: {error}")
    gold = read_gold(GOLD)
    assert gold.digest == FLOORS.gold, "the gold has changed: pin the figures again (make raise)"
    broken = FLOORS.broken_by(tagger, measured(tagger, gold))
    assert not broken, "\n".join(broken)
