"""Events against records of the shape that PLOVER's gold has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.judged import judged

from allegedly.errors import AllegedlyError
from allegedly.evaluation.events import read_plover, score_event

RECORD = {
    "id": "MADE-0001",
    "event": "FIGHT",
    "source": [{"actorText": "Marlish troops", "code": "IRQ"}],
    "target": [{"actorText": "Tamar", "code": "KWT"}],
    "eventText": "shelled",
    "text": "Iraqi troops shelled Kuwait.",
}


def records(tmp_path: Path, *made: Mapping[str, object]) -> Path:
    path = tmp_path / "gold.txt"
    path.write_text(json.dumps([{"id": "MADE-DOC", "event": "DOCUMENT"}, *made]), encoding="utf-8")
    return path


def test_older_types_are_read_as_those_they_became(tmp_path: Path) -> None:
    kinds = ["FIGHT", "DEMAND", "DISAPPROVE", "INVESTIGATE", "AID"]
    gold = read_plover(records(tmp_path, *({**RECORD, "event": kind} for kind in kinds)))
    assert [one.type for one in gold] == ["ASSAULT", "REQUEST", "ACCUSE", "ACCUSE", "AID"]


def test_a_record_is_scored_by_type_and_by_both_countries(tmp_path: Path) -> None:
    (gold,) = read_plover(records(tmp_path, RECORD))
    scored = score_event(gold, gold.text, judged(gold.text))
    assert (scored.coded, scored.type_right, scored.countries_right) == (True, True, True)
    (turned,) = read_plover(records(tmp_path, {**RECORD, "source": RECORD["target"], "target": RECORD["source"]}))
    assert not score_event(turned, gold.text, judged(gold.text)).countries_right


def test_nothing_found_is_not_coded(tmp_path: Path) -> None:
    (gold,) = read_plover(records(tmp_path, RECORD))
    scored = score_event(gold, "Nothing happened.", judged("Nothing happened."))
    assert (scored.coded, scored.type_right, scored.countries_right) == (False, False, False)


def test_the_halves_hold_every_record_once(tmp_path: Path) -> None:
    gold = read_plover(records(tmp_path, *({**RECORD, "id": f"MADE-{number}"} for number in range(40))))
    assert 0 < sum(one.first_half for one in gold) < 40


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gold.txt").write_text("no records", encoding="utf-8")
    with pytest.raises(AllegedlyError, match="gold records"):
        read_plover(tmp_path / "gold.txt")
