"""The extraction benchmark: its metric, its format, and our own forty pages in it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.read.shapes import SHAPES, STORIES

from allegedly.cli.evaluate_extraction import extraction
from allegedly.errors import GoldError
from allegedly.read.extraction import evaluate_extraction, shingle_overlap


def write_set(folder: Path) -> Path:
    truth = {}
    (folder / "html").mkdir()
    for name in ("clean", "wordpress", "soup", "application", "feature", "amp"):
        for number, story in enumerate(STORIES):
            extra = story.items if name == "clean" else (story.pull_quote,) if name == "feature" else ()
            body = story.paragraphs if name in {"application", "amp"} else story.body
            truth[f"{name}{number}"] = {"articleBody": "\n\n".join((*body, *extra)), "url": "https://courier.example/1"}
            (folder / "html" / f"{name}{number}.html.gz").write_bytes(gzip.compress(SHAPES[name](story).encode()))
    (folder / "ground-truth.json").write_text(json.dumps(truth))
    return folder


def test_our_choice_is_no_worse_than_bare_trafilatura_on_our_pages(tmp_path: Path) -> None:
    own, bare = evaluate_extraction(write_set(tmp_path))
    assert (own.name, bare.name) == ("allegedly", "trafilatura")
    assert own.pages == bare.pages == 24
    assert own.failed == 0
    assert own.f1 >= bare.f1
    assert own.f1 > 0.96
    assert 0 < own.half_range() < 0.2


def test_the_command_shows_both_and_the_pages_that_lose(tmp_path: Path) -> None:
    folder = str(write_set(tmp_path))
    shown = CliRunner().invoke(extraction, [folder, "--worst", "2"]).output.splitlines()
    assert shown[0].startswith("24 pages")
    assert [line.split()[0] for line in shown[1:3]] == ["allegedly", "trafilatura"]
    assert shown[4] == "no page loses against trafilatura"
    assert len(shown) == 8
    found = json.loads(CliRunner().invoke(extraction, [folder, "--json"]).output)
    assert found["allegedly"]["pages"] == found["trafilatura"]["pages"] == 24


@pytest.mark.parametrize(
    ("truth", "prediction", "expected"),
    [
        ("one two three four", "one two three four", (1.0, 0.0, 0.0)),
        ("one two", "one two", (1.0, 0.0, 0.0)),
        ("one two three four", "", (0.0, 0.0, 1.0)),
        ("", "one two three four five", (0.0, 1.0, 0.0)),
        ("", "", (0.0, 0.0, 0.0)),
        ("a b c d a b c d", "a b c d", (0.2, 0.0, 0.8)),
    ],
)
def test_shingles_are_counted_with_repetition(truth: str, prediction: str, expected: tuple[float, float, float]) -> None:
    assert shingle_overlap(truth, prediction) == pytest.approx(expected)


def test_a_folder_that_is_no_set_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"expected a folder with ground-truth\.json"):
        evaluate_extraction(tmp_path)
    (tmp_path / "ground-truth.json").write_text("[1]")
    with pytest.raises(GoldError, match="articleBody"):
        evaluate_extraction(tmp_path)
    (tmp_path / "ground-truth.json").write_text('{"a": {"articleBody": "x"}}')
    with pytest.raises(GoldError, match=r"a\.html\.gz: cannot be read"):
        evaluate_extraction(tmp_path)
