"""`allegedly disputes`: over texts and over a ledger."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import COVERAGE, Runner

from allegedly.cli.exits import Exit

REWRITE, DENIAL = COVERAGE / "04-daily-meridian.txt", COVERAGE / "06-lutania-news-service.txt"


def test_texts_and_a_ledger_of_them_give_the_same_disputes(cli: Runner) -> None:
    texts = cli("disputes", REWRITE, DENIAL, "--json")
    assert texts.code == Exit.DONE
    cli("add", "news.db", REWRITE, DENIAL, "--tagger", "cues")
    assert cli("disputes", "news.db", "--json").out == texts.out
    lines = [json.loads(line) for line in texts.out.splitlines()]
    assert {"kind", "manner", "score", "rule", "first", "second", "id"} <= set(lines[0])
    assert all(line["first"]["words"] and line["second"]["words"] for line in lines)


def test_the_table_shows_both_sides(cli: Runner) -> None:
    ran = cli("disputes", REWRITE, "--table", "--width", "120")
    assert "rejected" in ran.out
    assert "Goran Tell" in ran.out
    assert "Sabine Orel" in ran.out
    assert "disputes in 1 article" in ran.err


def test_a_page_of_texts_is_that_of_their_ledger(cli: Runner) -> None:
    texts = cli("disputes", REWRITE, DENIAL, "--html", "-")
    assert texts.code == Exit.DONE
    cli("add", "news.db", REWRITE, DENIAL, "--tagger", "cues")
    assert cli("disputes", "news.db", "--html", "-").out == texts.out
    assert "Who disputes what" in texts.out
    assert texts.out.count("<section") >= 2


def test_every_dispute_stands_on_the_page_and_claims_have_one_too(cli: Runner) -> None:
    cli("add", "news.db", REWRITE, DENIAL, "--tagger", "cues")
    lines = cli("disputes", "news.db", "--json").out.splitlines()
    assert cli("disputes", "news.db", "--html", "page.html").err.strip() == "wrote page.html"
    assert f"{len(lines)} disputes of" in Path("page.html").read_text(encoding="utf-8")
    assert "Who says so, and who disputes it" in cli("claims", "news.db", "--html", "-").out
