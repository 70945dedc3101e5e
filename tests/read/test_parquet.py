"""Parquet files of articles: named columns, a row at a time."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allegedly.model import Article, Origin, Skipped
from allegedly.read import read_all, read_sources

arrow = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow, which the extra 'parquet' installs")
parquet = pytest.importorskip("pyarrow.parquet")

TEXT = "The old bridge is unsafe, the mayor said. Traffic goes through the valley."


def table(rows: list[dict[str, object]], **options: object) -> bytes:
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows), out, **options)
    return out.getvalue()


ROWS: list[dict[str, object]] = [
    {
        "Text": TEXT,
        "headline": "Bridge shut",
        "authors": ["Ana Brook", "Jo Field"],
        "published": datetime(2026, 11, 20, 9, 15, tzinfo=UTC),
        "publisher": {"name": "Orlec Courier"},
        "url": "https://courier.example/1",
        "embedding": [0.1, 0.2],
    },
    {"Text": None, "headline": "Nothing"},
    {"Text": "“No,” she said.", "headline": None, "authors": None},
]


def test_rows_become_articles_by_the_names_of_their_columns() -> None:
    first, second, third = read_all(table(ROWS), Origin(name="a.parquet"))
    assert isinstance(first, Article)
    assert first.text == TEXT
    assert first.origin == Origin(
        outlet="Orlec Courier",
        url="https://courier.example/1",
        title="Bridge shut",
        authors=("Ana Brook", "Jo Field"),
        published="2026-11-20T09:15:00+00:00",
        name="a.parquet#1",
    )
    assert isinstance(second, Skipped)
    assert second.reason.startswith("JSON that is no article")
    assert isinstance(third, Article)
    assert third.text == "“No,” she said."


def test_a_file_is_read_a_few_rows_at_a_time_and_gives_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(table([{"text": f"{TEXT} {number}", "title": str(number)} for number in range(100)], row_group_size=7))
    found = list(read_sources([str(tmp_path)]))
    assert [item.text for item in found if isinstance(item, Article)] == [f"{TEXT} {number}" for number in range(100)]
    assert found[99].origin.name == f"{path}#100"
    assert isinstance(found[0], Article)
    assert "row 1 of a Parquet file, its known columns as JSON" in found[0].capture.notes


def test_a_row_that_is_too_large_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(table([{"text": TEXT}, {"text": "a " * 60_000}, {"text": TEXT}]))
    found = list(read_sources([str(path)], size_limit=100_000))
    assert [type(item) for item in found] == [Article, Skipped, Article]
    assert isinstance(found[1], Skipped)
    assert found[1].reason.startswith("too large")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (table([{"body_of_water": "lake"}]), "a table without a column of texts: found 'body_of_water'"),
        (table(ROWS)[:-20], "a Parquet file that cannot be read"),
        (b"PAR1PAR1", "a Parquet file that cannot be read"),
        (table(ROWS)[:60] + b"\xff" * 30 + table(ROWS)[90:], "a Parquet file that cannot be read"),
    ],
    ids=["no text", "cut off", "empty", "damaged"],
)
def test_what_is_no_table_of_articles_is_skipped(tmp_path: Path, data: bytes, reason: str) -> None:
    (found,) = read_all(data, Origin())
    assert isinstance(found, Skipped)
    assert found.reason.startswith(reason)
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    (again,) = read_sources([str(path)])
    assert isinstance(again, Skipped)
    assert again.reason == found.reason
