"""The gate itself: it rises, it holds, it sinks only with a reason."""

from pathlib import Path

import pytest
from tests.gate.floors import FLOORS, Floors, Lowered, read_floors, write_floors
from tests.gate.table import table, table_on_page

PINNED = Floors("digest", {"cues": {"soft": 0.4, "exact": 0.3}}, {"neural": 0.01})


def test_a_figure_below_its_floor_is_named_and_one_at_its_floor_is_not() -> None:
    assert PINNED.broken_by("cues", {"soft": 0.4, "exact": 0.2999}) == ("cues: exact is 0.2999, its floor is 0.3000",)
    assert PINNED.broken_by("cues", {"soft": 0.5, "exact": 0.5}) == ()


def test_a_figure_that_is_no_longer_measured_is_below_its_floor() -> None:
    assert len(PINNED.broken_by("cues", {"soft": 0.5})) == 1


def test_slack_holds_for_its_tagger_alone() -> None:
    floors = PINNED.raised("neural", {"soft": 0.7})
    assert not floors.broken_by("neural", {"soft": 0.691})
    assert floors.broken_by("neural", {"soft": 0.689})
    assert floors.broken_by("cues", {"soft": 0.399, "exact": 0.3})


def test_slack_of_a_figure_adds_to_that_of_its_tagger() -> None:
    floors = Floors("digest", {"neural": {"few": 0.5, "many": 0.5}}, {"neural": 0.01, "few": 0.05})
    assert floors.broken_by("neural", {"few": 0.441, "many": 0.491}) == ()
    assert len(floors.broken_by("neural", {"few": 0.439, "many": 0.489})) == 2


def test_raising_lifts_and_never_lowers() -> None:
    floors = PINNED.raised("cues", {"soft": 0.45678, "exact": 0.1, "new": 0.9})
    assert floors.taggers["cues"] == {"soft": 0.4567, "exact": 0.3, "new": 0.9}
    assert floors.lowered == ()


def test_lowering_takes_a_reason_and_keeps_it() -> None:
    with pytest.raises(ValueError, match="only with a reason"):
        PINNED.lowered_to("cues", {"soft": 0.1}, " ")
    floors = PINNED.lowered_to("cues", {"soft": 0.5, "exact": 0.25}, "the gold was corrected")
    assert floors.taggers["cues"] == {"soft": 0.5, "exact": 0.25}
    assert floors.lowered == (Lowered("cues", "exact", 0.3, 0.25, "the gold was corrected"),)


def test_renewed_floors_sink_only_with_a_reason() -> None:
    assert PINNED.renewed("cues", {"soft": 0.5, "exact": 0.3}).taggers["cues"]["soft"] == 0.5
    with pytest.raises(ValueError, match=r"exact is 0\.2500"):
        PINNED.renewed("cues", {"soft": 0.5, "exact": 0.25})
    assert PINNED.renewed("cues", {"soft": 0.5, "exact": 0.25}, "the gold was corrected").taggers["cues"]["exact"] == 0.25


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == Floors("", {}, {})
    floors = PINNED.lowered_to("cues", {"soft": 0.1, "exact": 0.25}, "measured otherwise")
    write_floors(floors, path)
    assert read_floors(path) == floors


@pytest.mark.skipif(not FLOORS.is_file(), reason="nothing is pinned yet")
def test_every_floor_that_was_lowered_says_why() -> None:
    assert all(one.reason.strip() and one.after < one.before for one in read_floors().lowered)


def test_the_page_says_what_the_gate_holds() -> None:
    assert table_on_page() == table(read_floors()), "run make raise"


def test_the_table_has_a_column_for_each_tagger() -> None:
    assert table(PINNED.raised("neural", {"soft": 0.7})) == (
        "| figure | cues | neural |\n|---|---:|---:|\n| `soft` | 40.0 | 70.0 |\n| `exact` | 30.0 |  |\n"
    )
