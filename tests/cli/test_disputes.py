"""`allegedly disputes`: over texts and over a ledger."""

from __future__ import annotations

import json

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
