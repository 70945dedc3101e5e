"""The commands on who speaks across articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import COVERAGE, Runner

from allegedly.cli.exits import Exit

PIECE = """\
---
title: {title}
outlet: {outlet}
published: 2026-11-{day}
---

{words}
"""


@pytest.fixture
def ledger(cli: Runner, tmp_path: Path) -> str:
    texts = (
        "Lakeside Council mayor John Hale said the pool would open in May.",
        "The pump was broken, said John Hale, an engineer at Volta Motors.",
        "Governor Mirela Kosta said the road was shut.",
        "Governor M. Kosta said the road was open again.",
    )
    for number, words in enumerate(texts):
        text = PIECE.format(title=f"Story {number}", outlet="Orlec Courier", day=20 + number, words=words)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert cli("add", "news.db", *(f"{number}.txt" for number in range(4)), "--tagger", "cues").code == Exit.DONE
    return "news.db"


def names(cli: Runner, ledger: str, *options: str) -> list[str]:
    return sorted(json.loads(line)["identity"]["name"] for line in cli("identities", ledger, *options).out.splitlines())


def test_namesakes_are_shown_apart_with_what_tells_them_apart(cli: Runner, ledger: str) -> None:
    assert names(cli, ledger) == ["John Hale", "John Hale", "Mirela Kosta"]
    shown = cli("who", ledger, "hale", "--table", "--width", "120").out
    assert shown.count("John Hale   1 statement in 1 article") == 2
    assert "mayor" in shown
    assert "Volta Motors" in shown
    ids = {json.loads(line)["statement"]["speaker"]["identity"] for line in cli("who", ledger, "hale").out.splitlines()}
    assert len(ids) == 2
    assert None not in ids
    (one,) = [json.loads(line) for line in cli("who", ledger, ids.pop()).out.splitlines()]
    assert one["statement"]["speaker"]["name"] == "John Hale"


def test_a_name_brings_the_aliases_of_its_bearer(cli: Runner, ledger: str) -> None:
    ran = cli("who", ledger, "Mirela")
    assert {json.loads(line)["statement"]["speaker"]["name"] for line in ran.out.splitlines()} == {"Mirela Kosta", "M. Kosta"}
    assert "2 statements of 'Mirela' as Mirela Kosta (2)" in ran.err
    shown = cli("who", ledger, "Mirela", "--table").out
    assert "M. Kosta (1, 23 Nov 2026)" in shown
    assert "given name by its initial, role governor" in shown


def test_two_are_merged_and_the_merging_is_undone(cli: Runner, ledger: str) -> None:
    told = cli("merge", ledger, "Mirela Kosta", "John Hale")
    assert told.code == Exit.STOPPED
    assert "2 speakers are called 'John Hale'" in told.err
    other = next(json.loads(line)["identity"]["id"] for line in cli("identities", ledger, "hale").out.splitlines())
    ran = cli("merge", ledger, "Mirela Kosta", other[:8], "--why", "a test", "--by", "ana")
    assert ran.code == Exit.DONE
    assert len(names(cli, ledger)) == 2
    assert cli("add", ledger, "2.txt", "--tagger", "cues").code == Exit.DONE
    assert len(names(cli, ledger)) == 2
    (line,) = cli("identities", ledger, "--judgements").out.splitlines()
    judgement = json.loads(line)["judgement"]
    assert (judgement["what"], judgement["who"], judgement["why"], judgement["stands"]) == ("same", "ana", "a test", True)
    assert cli("split", ledger, "Mirela Kosta", other).code == Exit.STOPPED
    assert cli("merge", ledger, "--undo", judgement["id"][:6]).code == Exit.DONE
    assert names(cli, ledger) == ["John Hale", "John Hale", "Mirela Kosta"]
    assert cli("merge", ledger, "--undo", judgement["id"]).code == Exit.STOPPED
    assert "(withdrawn)" in cli("identities", ledger, "--judgements", "--table").out


def test_one_is_split(cli: Runner, ledger: str) -> None:
    kosta = json.loads(cli("identities", ledger, "kosta").out)["identity"]
    article = next(profile["article"] for profile in kosta["profiles"] if profile["name"] == "M. Kosta")
    assert cli("split", ledger, f"M. Kosta@{article[:6]}", "Mirela Kosta", "--unsure").code == Exit.DONE
    assert names(cli, ledger, "--unsure") == ["M. Kosta", "Mirela Kosta"]
    assert "could not tell" in cli("identities", ledger, "--unsure", "--table").out


def test_an_identity_file_is_imported_once_or_refused_whole(cli: Runner, ledger: str, tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_text("name,aliases,wikidata,country,role\nMirela Kosta,M. Kosta;Kosta,Q42,,governor\n")
    assert "1 speaker imported, 0 known before" in cli("identities", ledger, "--import", "known.csv").err
    assert "0 speakers imported, 1 known before" in cli("identities", ledger, "--import", "known.csv").err
    assert json.loads(cli("identities", ledger, "kosta").out)["identity"]["wikidata"] == "Q42"
    for content, reason in (
        ('[{"name": "A Hart", "aliases": ["B Ruz"]}, {"name": "B Ruz", "aliases": ["A Hart"]}]', "each list the other"),
        ('[{"name": "A Hart"}, {"name": "a hart"}]', "neither country nor role"),
        ('[{"name": "A Hart", "wikidata": "Q1"}, {"name": "B Ruz", "wikidata": "Q1"}]', "both have the id Q1"),
        ('[{"name": "A Hart", "wikidata": "1"}]', "none of Wikidata"),
        ('[{"name": "A Hart", "country": "France"}]', "ISO 3166-1"),
        ('[{"name": 3}]', "expected words"),
        ('[{"aliases": []}]', "no name"),
        ('[{"name": "A", "born": "1950"}]', "'born'"),
        ("[1]", "a list of objects"),
        ('{"name": 1', "malformed JSON"),
        ("who,what\na,b\n", "expected name, aliases"),
        ("", "expected name, aliases"),
        ('name\n"open', "malformed CSV"),
    ):
        (tmp_path / "bad").write_text(content)
        ran = cli("identities", ledger, "--import", "bad")
        assert ran.code == Exit.STOPPED, content
        assert reason in ran.err, ran.err
        assert ran.err.count("\n") == 1
    assert len(cli("identities", ledger, "--judgements").out.splitlines()) == 1


def test_what_cannot_be_judged_is_said(cli: Runner, ledger: str) -> None:
    for arguments, code in (
        (("merge", ledger, "Nobody", "Mirela Kosta"), Exit.STOPPED),
        (("merge", ledger, "Mirela Kosta"), Exit.USAGE),
        (("merge", ledger, "Mirela Kosta", "--undo", "1"), Exit.USAGE),
        (("merge", ledger, "Mirela Kosta", "M. Kosta"), Exit.STOPPED),
        (("split", "missing.db", "A", "B"), Exit.STOPPED),
        (("identities", "missing.db"), Exit.STOPPED),
        (("who", ledger, ""), Exit.STOPPED),
        (("who", ledger, "%"), Exit.STOPPED),
        (("identities", ledger, "--import", "missing.csv"), Exit.STOPPED),
    ):
        assert cli(*arguments).code == code, arguments
    assert not Path("missing.db").exists()


@pytest.mark.parametrize("form", ["--table", "--json", "--csv"])
def test_identities_are_listed_in_every_form(cli: Runner, form: str) -> None:
    assert cli("add", "demo.db", *sorted(COVERAGE.glob("0*")), "--tagger", "cues").code == Exit.DONE
    ran = cli("identities", "demo.db", form, "--limit", "2")
    assert "Mirela Kosta" in ran.out
    assert "identities" in ran.err
    for width in (40, 100):
        lines = cli("who", "demo.db", "kosta", "--table", "--width", str(width)).out.splitlines()
        assert max(map(len, lines)) <= width
