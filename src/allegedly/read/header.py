"""The header that a text file may begin with: fields of its origin between two lines `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegedly.errors import ReadError
from allegedly.model import Origin
from allegedly.read.dates import iso_date
from allegedly.read.reading import NOTHING, one_line

FIELDS = ("title", "outlet", "url", "published", "modified", "authors", "language")
_RULE = re.compile(r"---[ \t]*$")
_FIELD = re.compile(r"([A-Za-z][A-Za-z_-]*)[ \t]*:(.*)$")
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; `length`: how many characters of the text it takes, its two rules included; 0 where there is none."""

    origin: Origin = NOTHING
    language: str | None = None
    length: int = 0
    notes: tuple[str, ...] = ()


def read_header(text: str) -> Header:
    """The header at the top of `text` (whose lines end in `\\n`), or an empty one.

    Two lines `---` make a header where the first line between them is `field: value`. Then every line has to be one, each field
    at most once, and dates have to be ISO 8601: otherwise raises `ReadError` with the line. A field of another name is left out,
    with a note.

    >>> read_header("---\\noutlet: Orlec Courier\\npublished: 2026-11-20\\n---\\nText.").origin.outlet
    'Orlec Courier'
    """
    if not text.startswith("---"):
        return Header()
    lines = text.split("\n", _MOST_LINES + 1)[: _MOST_LINES + 1]
    if not _RULE.match(lines[0]):
        return Header()
    close = next((number for number, line in enumerate(lines) if number and _RULE.match(line)), None)
    if close is None or close == 1 or not _FIELD.match(lines[1]):
        return Header()
    fields: dict[str, str] = {}
    notes: list[str] = []
    for number, line in enumerate(lines[1:close], start=2):
        name, value = _field(number, line)
        if name in fields:
            raise ReadError(f"line {number} of the header gives {name!r} a second time, expected each field once")
        if name not in FIELDS:
            notes.append(f"header field {name!r} is not known and was left out")
            continue
        fields[name] = _checked(number, name, value)
    length = min(len(text), sum(len(line) + 1 for line in lines[: close + 1]))
    return Header(_origin(fields), fields.get("language") or None, length, tuple(notes))


def _field(number: int, line: str) -> tuple[str, str]:
    match = _FIELD.match(line)
    if not match:
        raise ReadError(
            f"line {number} of the header is {line[:60]!r}, expected 'field: value' or '---' to end it; "
            f"the fields are {', '.join(FIELDS)}"
        )
    value = match[2].strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return match[1].lower(), value


def _checked(number: int, name: str, value: str) -> str:
    if name not in {"published", "modified"} or not value:
        return value
    date = iso_date(value)
    if date is None:
        raise ReadError(
            f"line {number} of the header: {name} is {value[:60]!r}, "
            f"expected an ISO 8601 date as in 2026-11-20 or 2026-11-20T09:15Z"
        )
    return date


def _origin(fields: dict[str, str]) -> Origin:
    def given(name: str) -> str | None:
        return one_line(fields.get(name, ""))

    authors = fields.get("authors", "")
    names = authors.split(";" if ";" in authors else ",")
    return Origin(
        outlet=given("outlet"),
        url=given("url"),
        title=given("title"),
        authors=tuple(author for name in names if (author := one_line(name))),
        published=given("published"),
        modified=given("modified"),
    )
