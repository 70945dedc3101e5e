"""`allegedly evaluate attribution`, with predictions from a file."""

import json
from pathlib import Path

import pytest
from tests.evaluation.made import document, write_gold

from allegedly.cli.run import run
from allegedly.evaluation import prediction_lines

ANN = (
    "T1\tSource 0 5\tVarga\nT2\tCue 6 10\tsaid\nT3\tContent 11 22\tit was late\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
)
DOCUMENT = document("[source Varga] [cue said] [content it was late].", name="wire_1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold", {"wire_1": DOCUMENT.text}, {"wire_1_ann": ANN + "T9\tbroken\n"})


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "given.jsonl"
    path.write_text("\n".join(prediction_lines({"wire_1": DOCUMENT.attributions})), encoding="utf-8")
    return path


def test_figures_go_to_stdout_and_words_to_stderr(folder: Path, given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(
            ["evaluate", "attribution", str(folder), "--given", str(given), "--by", "outlet", "--calibration", "--drawings", "40"]
        )
        == 0
    )
    written = capsys.readouterr()
    assert written.out.startswith("== given.jsonl  gold 1  predicted 1\n")
    assert "attribution soft         100.0 100.0 100.0\n" in written.out
    assert "\nwire " in written.out
    assert "calibration: expected error 0.0" in written.out
    assert "attribution soft 100.0-100.0" in written.out
    assert "1 broken lines of annotation were skipped" in written.err


def test_json_holds_what_the_lines_hold(folder: Path, given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given.write_text('{"doc": "wire_1", "attributions": []}\n{"doc": "other", "attributions": []}\n', encoding="utf-8")
    arguments = ["--given", str(given), "--json", "--by", "kind", "--calibration", "--errors", "3"]
    assert run(["evaluate", "attribution", str(folder), *arguments]) == 0
    written = capsys.readouterr()
    found = json.loads(written.out)
    assert found["figures"]["attribution"]["soft"] == {"p": 0, "r": 0, "f1": 0}
    assert found["by_kind"]["cue say, tell"]["gold"] == 1
    assert found["calibration"]["number"] == 0
    assert found["faults"][0]["gold"]["content"] == {"spans": [[11, 22]], "words": "it was late"}
    assert found["gold"]["broken_lines"] == 1
    assert "1 documents are not in the gold, the first is other" in written.err


def test_predictions_and_page_are_written(folder: Path, given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again, page = tmp_path / "again.jsonl", tmp_path / "errors.html"
    arguments = ["--given", str(given), "--predictions", str(again), "--html", str(page)]
    assert run(["evaluate", "attribution", str(folder), *arguments]) == 0
    assert [json.loads(line) for line in again.read_text().splitlines()] == [json.loads(given.read_text())]
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"doc": "a"}', '{"doc": "a", "attributions": [{"cue": [[1]]}]}', '{"doc": "a", "attributions": [7]}']
)
def test_a_file_that_holds_no_predictions_is_an_error_of_one_line(
    content: str, folder: Path, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given.write_text("\n" + content, encoding="utf-8")
    assert run(["evaluate", "attribution", str(folder), "--given", str(given)]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("allegedly: ")
    assert "line 2 is no prediction" in last


def test_a_folder_that_is_no_gold_is_an_error_of_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "attribution", str(tmp_path)]) == 1
    assert "is no gold" in capsys.readouterr().err


def test_annotators_are_measured_against_each_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "attributions" / "wire_1_bob.ann").write_text(ANN.replace("11 22", "14 22"), encoding="utf-8")
    assert run(["evaluate", "attribution", str(folder), "--annotators"]) == 0
    assert capsys.readouterr().out.startswith("== annotator against annotator  gold 2  predicted 2\n")
