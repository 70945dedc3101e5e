"""What is read from files of claim pairs and findings, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegedly.errors import GoldError
from allegedly.evaluation.claim_pairs import STRENGTHS, WEAKNESSES, Direction, Effect, read_claim_pairs, read_findings

ROW = {
    "pair_id": "1",
    "topic": "The harbour",
    "claim_a": "The mayor sold the harbour.",
    "claim_b": "The council kept the harbour.",
    "article_a": "Harbour sold",
    "article_b": "Harbour kept",
    "relation": 0,
}


def write(folder: Path, strong: list[dict[str, object]], weak: list[dict[str, object]]) -> None:
    for name, rows in ((STRENGTHS, strong), (WEAKNESSES, weak)):
        folder.joinpath(name).write_text(json.dumps({"data": rows}), encoding="utf-8")


@pytest.mark.parametrize(
    ("strong", "weak", "effect"), [(1, 0, Effect.STRENGTHENS), (0, 1, Effect.WEAKENS), (0, 0, Effect.NEITHER)]
)
def test_two_files_give_one_effect(tmp_path: Path, strong: int, weak: int, effect: Effect) -> None:
    write(tmp_path, [{**ROW, "relation": strong}], [{**ROW, "relation": weak}])
    (pair,) = read_claim_pairs(tmp_path)
    assert (pair.effect, pair.first, pair.second_title) == (effect, ROW["claim_a"], ROW["article_b"])


def test_a_pair_and_its_reverse_are_known_as_one(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [dict(ROW), {**ROW, "pair_id": "1_rev"}]
    write(tmp_path, rows, rows)
    assert {pair.pair for pair in read_claim_pairs(tmp_path)} == {"1"}


@pytest.mark.parametrize("weak", [[], [{**ROW, "relation": 2}], [{**ROW, "pair_id": None}]])
def test_files_that_do_not_fit_are_refused(tmp_path: Path, weak: list[dict[str, object]]) -> None:
    write(tmp_path, [dict(ROW)], weak)
    with pytest.raises(GoldError):
        read_claim_pairs(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError):
        read_claim_pairs(tmp_path)
    with pytest.raises(GoldError):
        read_findings(tmp_path / "none.jsonl")


def test_findings_have_a_direction(tmp_path: Path) -> None:
    row = {"abstract_conclusion": "Tea may help.", "press_release_conclusion": "Tea helps.", "exaggeration_label": "exaggerates"}
    path = tmp_path / "findings.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (finding,) = read_findings(path)
    assert (finding.abstract, finding.direction) == ("Tea may help.", Direction.EXAGGERATES)
    path.write_text(json.dumps({**row, "exaggeration_label": "shouts"}) + "\n", encoding="utf-8")
    with pytest.raises(GoldError):
        read_findings(path)
