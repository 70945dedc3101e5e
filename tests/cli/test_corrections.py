"""Corrections from the command line: listed, shared, replayed, and made a test set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allegedly.cli.commands import allegedly
from allegedly.errors import AllegedlyError
from allegedly.ledger import Ledger
from allegedly.model import Kind, Manner, Origin
from allegedly.model.correction import Field
from allegedly.read import read
from allegedly.reading import load_tagger

TEXT = "🚚 The mayor said that the bridge was safe. “We sent 40 lorries,” Lena Brandt told reporters on Monday.\n"
WHEN = "2026-11-23T10:00:00+00:00"


def run(*arguments: object, code: int = 0, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(allegedly, [str(each) for each in arguments], input=stdin)
    assert result.exit_code == code, result.output
    return result


def refused(*arguments: object) -> str:
    """What is said of the error that the command ends with."""
    error = run(*arguments, code=1).exception
    assert isinstance(error, AllegedlyError)
    return str(error)


def add(path: Path) -> None:
    with Ledger.open(path, tagger=load_tagger("cues")) as ledger:
        ledger.add(read(TEXT.encode(), Origin(name="a.txt", outlet="Orlec Courier", published="2026-11-20")))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    add(path)
    with Ledger.open(path, tagger=load_tagger("cues")) as ledger:
        findings = next(iter(ledger.findings()))
        own = [one for one in findings.statements if one.manner.value is not Manner.BARE]
        ledger.corrections.correct(
            findings.article.id, own[0].id, Field.KIND, Kind.PROMISE, who="ana", when=WHEN, why="she vows it"
        )
        for one in own[1:]:
            ledger.corrections.correct(findings.article.id, one.id, Field.ACCEPTED, None, who="ben", when=WHEN)
    return path


def test_corrections_are_listed_with_old_and_new(news: Path) -> None:
    shown = run("corrections", "list", news, "--table", "--width", "140").output
    assert "promise" in shown
    assert "assertion" in shown
    assert len(run("corrections", "list", news, "--json").stdout.splitlines()) == 2


def test_annotations_name_the_words_by_position_and_quotation(news: Path) -> None:
    first = json.loads(run("corrections", "export", news).stdout.splitlines()[0])
    assert first["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert first["creator"]["name"] == "ana"
    assert first["body"][1]["value"] == "she vows it"
    position, quote = first["target"][0]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "The mayor"
    assert quote["suffix"].startswith(" said that")


def test_corrections_go_to_another_ledger_and_are_replayed(news: Path, tmp_path: Path) -> None:
    told, other = run("corrections", "export", news).stdout, tmp_path / "other.db"
    with Ledger.open(other, tagger=load_tagger("cues")):
        pass
    assert "2 wait" in run("corrections", "import", other, "-", stdin=told).stderr
    add(other)
    assert "0 corrections waiting" in run("corrections", "waiting", other).stderr
    assert "0 corrections taken of 2" in run("corrections", "import", other, "-", stdin=told).stderr
    with Ledger.open(other, write=False) as ledger:
        assert next(iter(ledger.findings())).statements[0].kind.value is Kind.PROMISE


def test_an_annotation_changed_by_hand_is_refused(news: Path, tmp_path: Path) -> None:
    annotation = json.loads(run("corrections", "export", news).stdout.splitlines()[0])
    annotation["target"][0]["selector"][1]["exact"] = "The judge"
    broken = tmp_path / "c.jsonl"
    broken.write_text(json.dumps(annotation))
    assert "line 1" in refused("corrections", "import", news, broken)
    broken.write_text('{"type": "Note"}')
    assert "expected a W3C Web Annotation" in refused("corrections", "import", news, broken)


def test_undo_takes_a_correction_back(news: Path) -> None:
    correction = json.loads(run("corrections", "list", news, "--json").stdout.splitlines()[0])["id"]
    run("corrections", "undo", news, correction[:8])
    assert len(run("corrections", "list", news, "--json").stdout.splitlines()) == 1
    with Ledger.open(news, write=False) as ledger:
        assert next(iter(ledger.findings())).statements[0].kind.value is Kind.ASSERTION


def test_a_rerun_replays(news: Path) -> None:
    shown = run("rerun", news, "--tagger", "cues", "--every").stderr
    assert "2 of 2 corrections replayed" in shown
    assert "there is no ledger" in refused("rerun", news.with_name("none.db"))


def test_what_was_read_through_becomes_gold_that_measures(news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    assert "in 1 article" in run("gold", "export", news, folder).stderr
    (text,) = (folder / "text").iterdir()
    assert text.name.startswith("orlec-courier_2026-11-20_")
    assert text.read_text() == TEXT.strip() or text.read_text().strip() == TEXT.strip()
    shown = json.loads(run("evaluate", "--gold", folder, "--tagger", "cues", "--by", "outlet", "--json").stdout)["figures"]
    assert [each["name"] for each in shown] == ["Orlec Courier", "all"]
    assert (shown[1]["recall"], shown[1]["exact"]) == (1.0, 1.0)
    assert shown[1]["kind"] < 1.0
    figures = json.loads(run("evaluate", "attribution", folder, "--tagger", "cues", "--json").stdout)["figures"]
    assert figures
    assert "recall" in run("evaluate", "--gold", folder, "--tagger", "cues").stdout


def test_an_article_judged_in_part_is_left_out_unless_asked_for(news: Path, tmp_path: Path) -> None:
    for correction in run("corrections", "list", news, "--json").stdout.splitlines()[1:]:
        run("corrections", "undo", news, json.loads(correction)["id"])
    assert "1 article judged in part left out" in run("gold", "export", news, tmp_path / "g").stderr
    assert "in 1 article" in run("gold", "export", news, tmp_path / "g", "--partly").stderr


def test_evaluate_wants_to_know_what(tmp_path: Path) -> None:
    assert "--gold DIR" in run("evaluate", code=2).stderr
    assert "gold export" in refused("evaluate", "--gold", tmp_path)
