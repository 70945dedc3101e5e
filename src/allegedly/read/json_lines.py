"""Reads JSON lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.errors import ReadError
from allegedly.read.decoding import decode
from allegedly.read.json_article import read_item
from allegedly.read.json_fields import parse_json
from allegedly.read.reading import Reading, Unreadable


def read_json_lines(data: bytes) -> Iterator[Reading | Unreadable]:
    """The article of every line of `data` that is not empty; `part` is the line's number, from 1.

    A line that is no JSON or no article comes as `Unreadable`; the lines after it are read all the same.
    """
    decoded = decode(data)
    for number, line in enumerate(decoded.text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            item = parse_json(line)
        except ReadError as error:
            yield Unreadable(f"line {number}: {error}", str(number))
            continue
        yield read_item(item, decoded, str(number))
