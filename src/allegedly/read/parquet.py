"""Reads Parquet files of articles, a row at a time: the columns are named as fields of JSON are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import IO, Protocol, TypeGuard

from allegedly.errors import ReadError
from allegedly.model import Origin, Skipped
from allegedly.read.decoding import Decoded
from allegedly.read.json_article import (
    AUTHORS,
    HTML_TEXT,
    LANGUAGE,
    MODIFIED,
    OUTLET,
    PUBLISHED,
    TEXT,
    TITLE,
    URL,
    read_item,
)
from allegedly.read.json_fields import Json
from allegedly.read.reading import Reading, Unreadable
from allegedly.read.source import Source

SIGNATURE = b"PAR1"
_KNOWN = {name.lower(): name for name in (*TEXT, *HTML_TEXT, *TITLE, *OUTLET, *URL, *AUTHORS, *PUBLISHED, *MODIFIED, *LANGUAGE)}
_WORDS = frozenset(name.lower() for name in (*TEXT, *HTML_TEXT))
_ROWS_AT_ONCE = 16
_LARGEST_GROUP = 4_000_000_000
_READ_AT_ONCE = 1 << 20


class _Scalar(Protocol):
    def as_py(self) -> object: ...


class _Batch(Protocol):
    num_rows: int

    def column(self, name: str) -> list[_Scalar]: ...


def read_parquet(data: bytes) -> Iterator[Reading | Unreadable]:
    """The article of every row of `data`; `part` is the row's number, from 1. Raises `ReadError` where it is no such table."""
    for number, row in enumerate(_rows(BytesIO(data)), start=1):
        yield read_item(row, Decoded("", "utf-8"), str(number))


def parquet_sources(path: Path, origin: Origin, size_limit: int) -> Iterator[Source | Skipped]:
    """The rows of the file at `path`, a few in memory at a time: each as a JSON object of the columns that are known."""
    number = 0
    try:
        with path.open("rb") as stream:
            for number, row in enumerate(_rows(stream), start=1):
                named = Origin(name=f"{origin.name}#{number}")
                data = json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass")
                if len(data) > size_limit:
                    yield Skipped(named, f"too large: {len(data) / 1e6:,.1f} MB, at most {size_limit / 1e6:,.1f} MB are read")
                else:
                    note = f"row {number:,} of a Parquet file, its known columns as JSON"
                    yield Source(data, named, notes=(note,), media_type="application/json")
    except (ReadError, OSError) as error:
        yield Skipped(origin, f"{error}; {number:,} rows were read" if number else str(error))


def _rows(stream: IO[bytes]) -> Iterator[dict[str, Json]]:
    try:
        library, arrow = import_module("pyarrow.parquet"), import_module("pyarrow")
    except ImportError:
        raise ReadError("a Parquet file; reading it needs pyarrow: pip install 'allegedly[parquet]'") from None
    # What it raises where the file is broken; memory that cannot be had is among it, for a header may ask for any.
    breakage = (arrow.ArrowException, OSError, ValueError, TypeError, KeyError, MemoryError, OverflowError)
    try:
        file = library.ParquetFile(stream, buffer_size=_READ_AT_ONCE, pre_buffer=False)
        columns = _columns([str(name) for name in file.schema_arrow.names])
        for group in range(file.num_row_groups):
            # Not the sizes of its columns: pyarrow ends the process where their metadata are broken.
            _check_size(file.metadata.row_group(group))
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=list(columns)):
            yield from _of_batch(batch, columns)
    except breakage as error:
        lines = str(error).splitlines() or [type(error).__name__]
        raise ReadError(f"a Parquet file that cannot be read: {lines[0][:160]}") from None


def _columns(names: list[str]) -> dict[str, str]:
    """The columns that are known, and what they are called where they are read."""
    found = {name: _KNOWN[name.strip().lower()] for name in names if name.strip().lower() in _KNOWN}
    if not any(name.lower() in _WORDS for name in found.values()):
        raise ReadError(
            f"a table without a column of texts: found {', '.join(names)[:100]!r}, expected one of {', '.join(TEXT[:4])}"
        )
    return found


class _Group(Protocol):
    total_byte_size: int


def _check_size(group: _Group) -> None:
    """Raises `ReadError` where a row group says that it unpacks to more than 4 GB."""
    if group.total_byte_size > _LARGEST_GROUP:
        raise ReadError(f"a row group of {group.total_byte_size / 1e9:,.1f} GB, at most 4 GB are read; write smaller row groups")


def _of_batch(batch: _Batch, columns: Mapping[str, str]) -> Iterator[dict[str, Json]]:
    for number in range(batch.num_rows):
        row = {known: _json(batch.column(name)[number].as_py()) for name, known in columns.items()}
        yield {name: value for name, value in row.items() if value is not None}


def _json(value: object) -> Json:
    """`value` as JSON has it; what JSON has no word for, bytes for instance, is nothing."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return [_json(item) for item in value]
    if _is_fields(value):
        return {str(name): _json(inner) for name, inner in value.items()}
    return None


def _is_fields(value: object) -> TypeGuard[dict[object, object]]:
    return isinstance(value, dict)
