"""What `import allegedly` gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import allegedly
from allegedly.export.csv import COLUMNS
from tests.story import story

TEXT = "The bridge is safe, the mayor said on Monday. The army denied that it had closed the road."


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    for given in (path, str(path)):
        reading = allegedly.read(given, tagger="cues")
        assert len(reading) == len(reading.statements) >= 2
        assert [statement.words for statement in reading] == [row["words"] for row in reading.rows()]


def test_a_string_is_read_as_a_file_is(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    origin = allegedly.Origin(outlet="Orlec Courier")
    reading = allegedly.read_text(TEXT, origin=origin, tagger="cues")
    assert reading.article.origin.outlet == "Orlec Courier"
    assert [one.words for one in reading] == [one.words for one in allegedly.read(path, tagger="cues")]


def test_read_stays_a_function_whatever_is_imported() -> None:
    code = "import allegedly.read.plain; import allegedly.pipeline; from allegedly.read import read_all; allegedly.read('x')"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stderr.splitlines()[-1].startswith("allegedly.errors.ReadError: x: no such file")


def test_a_reading_shows_itself() -> None:
    reading = allegedly.Reading(story())
    assert repr(reading) == "<Reading 'Strike kills 12 in Orlec, officials say': 10 statements, 8 sources>"
    assert "<table>" in reading._repr_html_()
    assert reading.html().startswith("<!DOCTYPE html>")
    assert all(tuple(row) == COLUMNS for row in reading.rows())
    assert "text" not in str(reading.json(text=False)["article"]).split("'")


def test_what_goes_wrong_is_one_family() -> None:
    with pytest.raises(allegedly.AllegedlyError):
        allegedly.read("missing.txt")
    with pytest.raises(allegedly.AllegedlyError):
        allegedly.read_text("")
    with pytest.raises(ValueError, match="expected one of: auto, cues, neural"):
        allegedly.read_text(TEXT, tagger="magic")


def test_the_ledger_is_there_and_nothing_unknown() -> None:
    from allegedly.ledger import Ledger

    assert allegedly.Ledger is Ledger
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = allegedly.nothing
