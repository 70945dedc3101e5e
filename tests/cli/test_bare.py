"""The article's own sentences in the forms of output, and events as rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Runner

TEXT = """Bridge shut in Orlec

The mayor said on Monday that the bridge was shut.

At least 12 people were hurt on the bridge. French police arrested 40 Kenyan students.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_table_counts_bare_sentences_and_shows_them_when_asked(cli: Runner, story: Path) -> None:
    shown = cli("read", story, "--table")
    assert "2 bare sentences with a figure, an event or a hedge: --bare shows them" in shown.out
    assert "the article" not in shown.out
    assert "1 statement, 1 source" in shown.out
    bare = cli("read", story, "--table", "--bare")
    assert "--bare shows" not in bare.out
    assert "1 statement, 1 source" in bare.out
    assert [line.split()[0] for line in bare.out.splitlines() if "the article" in line] == ["2", "3"]


def test_rows_keep_their_numbers_and_bare_ones_explain_themselves(cli: Runner, story: Path) -> None:
    explained = cli("show", story, "--explain", "3", "--table").out
    assert "bare" in explained
    assert "COERCE-arrest: French police [FR] → 40 Kenyan students [KE]" in explained
    assert "The mayor" in cli("show", story, "--explain", "1", "--table").out


def test_json_and_csv_always_hold_bare_sentences(cli: Runner, story: Path) -> None:
    statements = json.loads(cli("read", story).out)["statements"]
    assert [one["manner"]["value"] for one in statements] == ["indirect", "bare", "bare"]
    assert statements[1]["speaker"]["kind"] == "author"
    rows = list(csv.DictReader(cli("read", story, "--csv").out.splitlines(keepends=True)))
    assert [(row["row"], row["who"]) for row in rows[1:]] == [("2", "the article"), ("3", "the article")]


def test_a_page_marks_bare_sentences_lightly_and_gives_them_no_row(cli: Runner, story: Path) -> None:
    page = cli("show", story, "--html", "-").out
    assert page.count('class="bare"') == 3  # two sentences and the line that counts them
    assert 'id="r1"' in page
    assert 'id="r2"' not in page


def test_a_ledger_keeps_them_and_lists_what_somebody_says(cli: Runner, story: Path) -> None:
    assert "1 statement found" in cli("add", "news.db", story).err
    assert json.loads(cli("show", "news.db").out)["statements"] == 1
    assert cli("verify", "news.db").code == 0
    assert cli("search", "news.db", "students").out == ""
    assert len(json.loads(cli("export", "news.db").out)["statements"]) == 3


def test_events_are_exported_a_row_each(cli: Runner, story: Path) -> None:
    cli("add", "news.db", story)
    ran = cli("export", "news.db", "--format", "csv", "--events")
    (row,) = csv.DictReader(ran.out.splitlines(keepends=True))
    assert (row["type"], row["actor_code"], row["recipient_code"], row["asserted_by"]) == (
        "COERCE",
        "FRACOP",
        "KENEDU",
        "the article",
    )
    assert "1 article, 1 event" in ran.err
    assert json.loads(cli("export", "news.db", "--events").out) == {name: value or None for name, value in row.items()} | {
        "confidence": 1.0
    }
