"""Rows are flat and whole; a spreadsheet is not made to run anything."""

from __future__ import annotations

import csv

from tests.samples import full_findings, make_findings
from tests.story import story

from allegedly.export.csv import COLUMNS, csv_of, rows_of
from allegedly.export.notebook import table_for_notebook
from allegedly.model import Span


def read_back(*many: object) -> list[dict[str, str]]:
    return list(csv.DictReader("".join(csv_of(many)).splitlines(keepends=True)))  # type: ignore[arg-type]


def test_every_row_has_every_column_and_only_flat_values() -> None:
    for findings in (story(), full_findings()):
        for row in rows_of(findings):
            assert tuple(row) == COLUMNS
            assert all(cell is None or isinstance(cell, str | int | float | bool) for cell in row.values())


def test_a_row_says_what_the_statement_says() -> None:
    row = rows_of(full_findings())[0]
    assert row["who"] == row["speaker"] == "Lena Brandt"
    assert row["source"] == "the army’s spokeswoman Lena Brandt"
    assert row["content"] == "“We never sent 40 lorries,” … “not one.”"
    assert row["kind"] == "denial"
    assert row["figures"] == "40 lorries"
    assert row["time"] == "2026-11-16/2026-11-17"


def test_spans_in_a_row_lead_to_its_words() -> None:
    findings = story()
    for row in rows_of(findings):
        spans = [tuple(map(int, span.split("-"))) for span in str(row["content_spans"]).split()]
        assert " … ".join(findings.article.text[start:end] for start, end in spans) == row["content"]


def test_csv_gives_back_the_rows() -> None:
    findings = story()
    for written, row in zip(read_back(findings), rows_of(findings), strict=True):
        assert written == {name: "" if cell is None else str(cell) for name, cell in row.items()}


def test_the_names_of_the_columns_come_once_and_always() -> None:
    assert "".join(csv_of([])).strip() == ",".join(COLUMNS)
    assert "".join(csv_of([story(), full_findings()])).count("content_spans") == 1


def test_no_cell_is_a_formula() -> None:
    for start in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"):
        text = f"{start} he said"
        findings = make_findings(text, [(None, Span(0, len(start)))])
        assert read_back(findings)[0]["content"] == "'" + start
        assert rows_of(findings)[0]["content"] == start


def test_the_notebook_shows_rows_and_escapes_them() -> None:
    html = table_for_notebook(make_findings("<b>x</b> said <i>y</i>", [(Span(0, 8), Span(14, 22))]))
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<b>" not in html
    assert table_for_notebook(story()).count("<tr>") == 11
