"""What each command gives, and how it ends."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
from pathlib import Path

import click
import pytest
from tests.cli.conftest import COVERAGE, Runner

from allegedly.attribute import Tagger
from allegedly.cli.commands import COMMANDS, allegedly
from allegedly.cli.exits import Exit
from allegedly.cli.run import run
from allegedly.export.csv import COLUMNS
from allegedly.export.threshold import DOUBTFUL
from allegedly.languages import Language
from allegedly.model import Article, Findings
from allegedly.pipeline import find_statements

WIRE = COVERAGE / "01-example-wire.html"
UPDATE = COVERAGE / "02-example-wire-updated.html"
DENIAL = COVERAGE / "06-lutania-news-service.txt"
STORY = """\
---
title: A bridge
outlet: Orlec Courier
published: 2026-11-20
---

The mayor said the bridge was safe. The army denied it.
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the whole coverage."""
    path = tmp_path_factory.mktemp("kept") / "news.db"
    assert run(["add", str(path), *map(str, sorted(COVERAGE.glob("0*"))), "--tagger", "cues"]) == Exit.DONE
    return path


@pytest.fixture
def ledger(cli: Runner, kept: Path, tmp_path: Path) -> str:
    """The name of a ledger of the whole coverage, in the test's own folder."""
    shutil.copy(kept, tmp_path / "news.db")
    return "news.db"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = allegedly.get_command(click.Context(allegedly), name)
    assert command is not None
    assert command.name == name
    assert command.get_short_help_str(200).rstrip(".") == COMMANDS[name].rstrip(".")


def test_read_gives_json_lines_when_piped(cli: Runner) -> None:
    ran = cli("read", WIRE, DENIAL)
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == Exit.DONE
    assert [one["article"]["outlet"] for one in found] == ["Example Wire", "Lutania News Service"]
    assert all(one["statements"] for one in found)


def test_read_leaves_the_text_out_where_asked(cli: Runner) -> None:
    article = json.loads(cli("read", WIRE, "--no-text").out)["article"]
    assert "text" not in article
    assert article["text_sha256"]


def test_read_gives_one_csv_for_all(cli: Runner) -> None:
    rows = list(csv.reader(cli("read", WIRE, DENIAL, "--csv").out.splitlines(keepends=True)))
    assert rows[0] == list(COLUMNS)
    assert {row[1] for row in rows[1:]} == {"Example Wire", "Lutania News Service"}


@pytest.mark.parametrize("width", [40, 100, 160])
def test_read_draws_a_table_of_the_width_asked_for(cli: Runner, width: int) -> None:
    lines = cli("read", WIRE, "--table", "--width", str(width)).out.splitlines()
    assert lines[0].startswith("Strike kills 12 in Orlec")
    assert max(map(len, lines[:-1])) <= width


def test_what_is_given_wins_over_what_the_text_says(cli: Runner, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    given = ("--title", "Safe?", "--outlet", "The Post", "--published", "2026-11-21", "--url", "https://post.example/1")
    article = json.loads(cli("read", "story.txt", *given).out)["article"]
    assert [article[key] for key in ("title", "outlet", "published", "url")] == list(given[1::2])


def test_a_date_that_is_none_is_wrong_usage(cli: Runner, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    ran = cli("read", "story.txt", "--published", "yesterday")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "ISO 8601" in ran.err


def test_what_cannot_be_read_is_a_result_with_its_reason(cli: Runner, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "story.txt").write_text(STORY)
    ran = cli("read", "missing.txt", "empty.txt", "story.txt")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == Exit.SKIPPED
    assert [one["skipped"]["name"] for one in found[:2]] == ["missing.txt", "empty.txt"]
    assert found[2]["article"]["title"] == "A bridge"
    assert ran.err.count("skipped: ") == 2


@pytest.mark.parametrize("command", [["read"], ["add", "news.db"]])
def test_a_fault_of_a_stage_skips_one_article_and_no_other(
    cli: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    def failing(article: Article, language: Language, tagger: Tagger) -> Findings:
        if article.origin.name == "bad.txt":
            raise ZeroDivisionError("no such depot")
        return find_statements(article, language, tagger)

    monkeypatch.setattr("allegedly.pipeline.find_statements", failing)
    for name in ("bad.txt", "story.txt"):
        (tmp_path / name).write_text(STORY.replace("bridge", name))
    ran = cli(*command, "bad.txt", "story.txt")
    assert ran.code == Exit.SKIPPED
    assert "skipped: bad.txt: finding its statements failed: ZeroDivisionError: no such depot" in ran.err
    assert "1 article added, 1 skipped" in ran.err or len(ran.out.splitlines()) == 2


def test_add_twice_changes_nothing(cli: Runner, ledger: str) -> None:
    before = cli("export", ledger).out
    again = cli("add", ledger, *sorted(COVERAGE.glob("0*")))
    assert again.code == Exit.DONE
    assert "0 articles added, 8 unchanged; 0 statements found" in again.err
    assert again.out == ""
    assert cli("export", ledger).out == before


def test_a_changed_article_becomes_a_new_version(cli: Runner) -> None:
    cli("add", "news.db", WIRE)
    assert "1 new version" in cli("add", "news.db", UPDATE).err
    listed = [json.loads(line) for line in cli("show", "news.db").out.splitlines()]
    assert [entry["version"] for entry in listed] == [2]
    assert "31 others" in json.loads(cli("show", "news.db", listed[0]["id"]).out)["article"]["text"]
    assert "27 others" in json.loads(cli("show", "news.db", listed[0]["replaces"]).out)["article"]["text"]


def test_add_says_what_it_skipped_and_keeps_the_rest(cli: Runner) -> None:
    ran = cli("add", "news.db", "missing.txt", WIRE)
    assert ran.code == Exit.SKIPPED
    assert "skipped: missing.txt: no such file" in ran.err
    assert "1 article added, 1 skipped" in ran.err


@pytest.mark.parametrize("command", [["read"], ["add", "news.db"]])
def test_files_of_other_kinds_in_a_folder_are_counted_and_skip_no_article(
    cli: Runner, tmp_path: Path, command: list[str]
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "story.txt").write_text(STORY)
    for name in ("a.png", "b.png", "Makefile"):
        (news / name).write_bytes(b"\x89PNG\r\n\x1a\n")
    ran = cli(*command, "news")
    assert ran.code == Exit.DONE
    assert "news: 3 files of other kinds were passed over (2 .png, 1 no extension)" in ran.err
    assert "skipped" not in ran.out + ran.err
    assert cli(*command, "news", "news/a.png").code == Exit.SKIPPED


def test_show_finds_an_article_by_the_beginning_of_its_id(cli: Runner, ledger: str) -> None:
    first = json.loads(cli("show", ledger).out.splitlines()[0])
    shown = json.loads(cli("show", ledger, first["id"][:6]).out)
    assert shown["article"]["id"] == first["id"]
    assert sum(one["manner"]["value"] != "bare" for one in shown["statements"]) == first["statements"]
    assert cli("show", ledger, first["url"]).out == cli("show", ledger, first["id"]).out


def test_show_lists_a_ledger_in_every_form(cli: Runner, ledger: str) -> None:
    table = cli("show", ledger, "--table")
    assert "Hospital counts nine dead, not 12" in table.out
    assert "7 articles" in table.err
    assert "1 older version" in table.err
    rows = list(csv.DictReader(cli("show", ledger, "--csv").out.splitlines(keepends=True)))
    assert len(rows) == 7


def test_show_writes_a_page(cli: Runner, tmp_path: Path) -> None:
    assert cli("show", WIRE, "--html", "page.html").code == Exit.DONE
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "chose the tanks" in page
    assert cli("show", WIRE, "--html", "-").out == page


def test_show_explains_a_row(cli: Runner) -> None:
    shown = cli("show", DENIAL, "--explain", "1", "--table", "--width", "120").out
    statement = json.loads(cli("show", DENIAL, "--explain", "1").out)
    for field in ("source", "cue", "content", "kind", "certainty"):
        assert f"\n{field} " in shown
    assert statement["id"] in shown
    assert cli("show", DENIAL, "--explain", "999").code == Exit.USAGE


def test_who_and_search_give_statements_that_stand_alone(cli: Runner, ledger: str) -> None:
    for arguments in (("who", ledger, "kosta"), ("search", ledger, "deliberate")):
        ran = cli(*arguments)
        found = [json.loads(line) for line in ran.out.splitlines()]
        assert found
        assert ran.err.startswith(f"{len(found)} statement")
        for one in found:
            assert (
                one["statement"]["content"]["text"] in one["statement"]["words"] or " … " in one["statement"]["content"]["text"]
            )
        assert len(list(csv.DictReader(cli(*arguments, "--csv").out.splitlines(keepends=True)))) == len(found)
        assert "when" in cli(*arguments, "--table").out


def test_search_keeps_to_days_outlets_and_speakers(cli: Runner, ledger: str) -> None:
    def outlets(*options: str) -> set[str]:
        return {json.loads(line)["article"]["outlet"] for line in cli("search", ledger, "the", *options).out.splitlines()}

    assert outlets("--since", "2026-11-22", "--until", "2026-11-22") == {"Kesten Courier"}
    assert outlets("--outlet", "example wire") == {"Example Wire"}
    assert len(cli("search", ledger, "the", "--limit", "3").out.splitlines()) == 3
    assert cli("search", ledger, "the", "--since", "tomorrow").code == Exit.USAGE


def test_export_gives_what_read_gives(cli: Runner, ledger: str) -> None:
    exported = {one["article"]["id"]: one for one in map(json.loads, cli("export", ledger).out.splitlines())}
    read = json.loads(cli("read", DENIAL).out)
    assert exported[read["article"]["id"]] == read
    rows = list(csv.DictReader(cli("export", ledger, "--format", "csv").out.splitlines(keepends=True)))
    assert len(rows) == sum(len(one["statements"]) for one in exported.values())


def test_verify_finds_a_word_that_was_changed(cli: Runner, ledger: str, tmp_path: Path) -> None:
    assert cli("verify", ledger).code == Exit.DONE
    with sqlite3.connect(tmp_path / ledger) as database:
        database.execute("UPDATE article SET text = replace(text, 'deliberate', 'accidental') WHERE outlet = 'Kesten Courier'")
    ran = cli("verify", ledger)
    assert ran.code == Exit.BROKEN
    assert ran.out.count("\n") >= 1
    assert "broken" in ran.err


def test_a_broken_command_says_so_in_one_line(cli: Runner, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no ledger")
    with sqlite3.connect(tmp_path / "other.db") as database:
        database.execute("CREATE TABLE t (x)")
    for arguments in (
        ("show", "missing.db", "a1"),
        ("who", "missing.db", "x"),
        ("search", "text.db", "x"),
        ("verify", "other.db"),
        ("export", "missing.db"),
        ("add", "text.db", str(WIRE)),
        ("add", "no/such/folder/news.db", str(WIRE)),
        ("show", "missing.txt"),
        ("show", str(WIRE), "--html", "no/such/folder/page.html"),
    ):
        ran = cli(*arguments)
        assert (ran.code, ran.out) == (Exit.STOPPED, ""), arguments
        assert ran.err.startswith("allegedly: ")
        assert ran.err.count("\n") == 1
    assert not (tmp_path / "missing.db").exists()


def test_an_article_that_is_not_there_or_not_clear_is_said(cli: Runner, ledger: str) -> None:
    assert "'zzz'" in cli("show", ledger, "zzz").err
    assert cli("show", ledger, "--html", "page.html").code == Exit.USAGE


def test_the_demo_makes_a_fresh_ledger_each_time(cli: Runner, tmp_path: Path) -> None:
    first = cli("demo", "--width", "100")
    assert first.code == Exit.DONE
    assert "7 articles added, 1 new version" in first.out
    assert max(map(len, first.out.splitlines()[3:])) <= 120
    assert cli("demo", "--width", "100").out == first.out
    assert cli("verify", "allegedly-demo.db").code == Exit.DONE
    assert cli("demo", "--texts", "coverage").code == Exit.DONE
    assert {path.name for path in (tmp_path / "coverage").iterdir()} == {path.name for path in COVERAGE.glob("0*")}
    (tmp_path / "letters.txt").write_text("dear")
    assert cli("demo", "--ledger", "letters.txt").code == Exit.STOPPED
    assert (tmp_path / "letters.txt").read_text() == "dear"


def test_the_documentation_names_every_command_option_and_exit_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"\n## {name}\n" in page
        command = allegedly.get_command(click.Context(allegedly), name)
        if name != "evaluate" and command is not None:
            options = [option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts]
            assert not [option for option in options if not re.search(rf"(`|LEDGER ){option}\b", page)], name
    for code in Exit:
        assert f"\n| {int(code)} | {code.name.lower()} |" in page
    for column in COLUMNS:
        assert f"`{column}`" in page
    assert f"whose confidence is below {DOUBTFUL}:" in page


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_statements_of_a_ledger_fit_the_width(cli: Runner, ledger: str, width: int) -> None:
    for arguments in (("search", ledger, "the"), ("who", ledger, "a"), ("show", ledger)):
        lines = cli(*arguments, "--table", "--width", str(width)).out.splitlines()
        assert lines
        assert max(map(len, lines)) <= width
