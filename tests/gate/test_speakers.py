"""Speakers are found no worse than they were, and are as sure as they are right."""

from __future__ import annotations

import pytest
from tests.gate.floors import read_floors
from tests.gold.measure import DATA
from tests.gold.speakers import DIAGRAM, FLOORS, HALVES, drawn, gold_digest, measured


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.skipif(not (DATA / "allsides").is_dir(), reason="no articles in ../shared/data")
def test_no_figure_of_speakers_lies_below_its_floor(half: str) -> None:
    floors = read_floors(FLOORS)
    assert floors.gold == gold_digest(), "the gold has changed: pin the figures again (python -m tests.gold.speakers --raise)"
    figures, _, _ = measured(half)
    assert floors.taggers[half].keys() == figures.keys()
    broken = floors.broken_by(half, figures)
    assert not broken, "\n".join(broken)


def test_a_diagram_is_drawn_for_light_and_dark() -> None:
    svg = drawn([(0.9, True), (0.9, True), (0.5, False)], 0.1)
    assert svg.startswith("<svg")
    assert svg.count("<circle") == 2
    assert "prefers-color-scheme:dark" in svg
    assert "<title>2 answers, 100 % right</title>" in svg


def test_the_diagram_of_the_docs_is_there() -> None:
    assert DIAGRAM.is_file()
