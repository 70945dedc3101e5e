"""Reads a table of articles: CSV with named columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from allegedly.errors import ReadError
from allegedly.read.decoding import decode
from allegedly.read.json_article import HTML_TEXT, TEXT, read_item
from allegedly.read.json_fields import Json
from allegedly.read.reading import Reading, Unreadable

_LONGEST_FIELD = 50_000_000


def read_table(data: bytes) -> Iterator[Reading | Unreadable]:
    """The article of every row of `data`; `part` is the row's number, from 1, the header not counted.

    The columns have the names that fields of JSON have, in any case; the delimiter is the one of comma, semicolon and tab that
    the header has most of. Raises `ReadError` where no column is a text.
    """
    decoded = decode(data)
    text = decoded.text.removeprefix("\ufeff").replace("\x00", "\ufffd")
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    names = [name.strip() for name in next(rows, [])]
    known = {name.lower(): name for name in (*TEXT, *HTML_TEXT)}
    if not any(name.lower() in known for name in names):
        found = ", ".join(names)[:100]
        raise ReadError(f"a table without a column of texts: found {found!r}, expected one of {', '.join(TEXT[:4])}")
    number = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Unreadable(f"line {rows.line_num}: {error}", str(number + 1))
            return
        if row is None:
            return
        if row:
            number += 1
            item: dict[str, Json] = {
                known.get(name.lower(), name.lower()): value for name, value in zip(names, row, strict=False)
            }
            yield read_item(item, decoded, str(number))
