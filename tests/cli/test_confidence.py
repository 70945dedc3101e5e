"""What the tagger is not sure enough of is left out where that is wanted, and counted."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.cli.conftest import COVERAGE, Runner

from allegedly.attribute.cues import CueTagger
from allegedly.cli.exits import Exit
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Segments

WIRE = COVERAGE / "01-example-wire.html"


class HalfSure:
    """The cue rules, sure of every second statement only."""

    name, digest = "half-sure", "00"

    def __call__(self, article: Article, segments: Segments) -> Sequence[Attribution]:
        found = CueTagger(load_language("en"))(article, segments)
        return [replace(one, confidence=0.4 if number % 2 else 0.9) for number, one in enumerate(found)]


@pytest.fixture
def half_sure(cli: Runner, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setattr("allegedly.reading.load_tagger", lambda name, language="en": HalfSure())
    monkeypatch.setattr("allegedly.ledger.load_tagger", lambda name, language="en": HalfSure())
    return cli


def test_rows_below_a_confidence_are_left_out_and_counted(half_sure: Runner) -> None:
    half_sure("add", "news.db", WIRE)
    reading = ("read", WIRE), ("show", WIRE), ("show", "news.db", WIRE), ("export", "news.db")
    for arguments in (*reading, ("search", "news.db", "the"), ("who", "news.db", "the")):
        every, some = half_sure(*arguments), half_sure(*arguments, "--min-confidence", "0.5")
        assert (every.code, some.code) == (Exit.DONE, Exit.DONE), every.err + some.err
        whole, less = ([json.loads(line) for line in ran.out.splitlines()] for ran in (every, some))
        if arguments[0] in ("search", "who"):
            before, after = ([one["statement"] for one in ran] for ran in (whole, less))
        else:
            before, after = ([one for article in ran for one in article["statements"]] for ran in (whole, less))
        kept = {one["id"] for one in before if one["confidence"] >= 0.5}
        assert {one["id"] for one in after} == kept
        assert f"{len(before) - len(after)} rows below 0.5 left out" in some.err
        assert "left out" not in every.err
    table = half_sure("read", WIRE, "--table", "--min-confidence", "0.5")
    assert "rows below 0.5 left out" in table.out
    assert "left out" not in table.err
    rows = list(csv.DictReader(half_sure("read", WIRE, "--csv", "--min-confidence", "0.5").out.splitlines(keepends=True)))
    assert [int(row["row"]) % 2 for row in rows] == [1] * len(rows)
    assert len(half_sure("search", "news.db", "the", "--min-confidence", "0.5", "--limit", "2").out.splitlines()) == 2


@pytest.mark.parametrize("number", ["1.5", "-0.1", "nan", "half"])
def test_a_confidence_that_is_none_is_wrong_usage(cli: Runner, number: str) -> None:
    ran = cli("read", WIRE, "--min-confidence", number)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "--min-confidence" in ran.err
