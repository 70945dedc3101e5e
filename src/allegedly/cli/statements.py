"""Statements of many articles on standard output, in the form wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from allegedly.cli.confidence import Sieve
from allegedly.cli.screen import Form, console, draw, say, write, write_json
from allegedly.cli.table import STYLES, cut, fitting, name_of, width_of_sure
from allegedly.export.csv import csv_of_rows, row_of
from allegedly.export.json_statement import statement_to_json
from allegedly.export.json_value import JsonObject
from allegedly.export.threshold import DOUBTFUL, doubtful, left_out
from allegedly.export.wording import MARK, Line, day_of, line_of, one_line
from allegedly.model import Statement

GROUP = 500
"""How many statements are in memory at once."""

_GAP = 2
_NARROW = 80


def print_statements(
    statements: Iterable[Statement],
    form: Form,
    width: int | None,
    *,
    whole: bool = False,
    least: float = 0.0,
    limit: int | None = None,
) -> int:
    """Write the statements as a table, as JSON lines or as CSV; gives how many were written.

    Those of less confidence than `least` are left out, and counted on standard error; at most `limit` of the others are taken.
    """
    sieve = Sieve(least, limit)
    number = _print(sieve(statements), form, width, whole)
    if sieve.left_out:
        say(left_out(sieve.left_out, least))
    return number


def _print(statements: Iterable[Statement], form: Form, width: int | None, whole: bool) -> int:
    number = 0
    if form is Form.TABLE:
        return _print_table(statements, width, whole)
    if form is Form.CSV:
        write("".join(csv_of_rows([])))
    for statement in statements:
        if form is Form.CSV:
            write("".join(csv_of_rows([[row_of(statement)]], header=False)))
        else:
            write_json(_json(statement))
        number += 1
    return number


def _print_table(statements: Iterable[Statement], width: int | None, whole: bool) -> int:
    terminal, number, marked = console(width), 0, 0
    for group in _groups(statements):
        draw(terminal, _table(group, terminal.width, number, whole))
        number += len(group)
        marked += sum(map(doubtful, group))
    if marked:
        draw(terminal, Text(f"{MARK} less than {DOUBTFUL:.0%} sure of who and what: {marked:,} of {number:,}", style="dim"))
    return number


def _json(statement: Statement) -> JsonObject:
    origin = statement.origin
    return {
        "schema": 1,
        "article": {
            "id": statement.article,
            "title": origin.title,
            "outlet": origin.outlet,
            "url": origin.url,
            "published": origin.published,
        },
        "statement": statement_to_json(standing_in(statement), statement),
    }


def standing_in(statement: Statement) -> str:
    """A text in which the statement's spans hold its words, its article's being away."""
    return " " * statement.attribution.extent.start + statement.words


def _groups(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    remaining = iter(statements)
    while group := list(islice(remaining, GROUP)):
        yield group


def _table(group: list[Statement], width: int, before: int, whole: bool) -> RenderableType:
    lines = [line_of(number, statement) for number, statement in enumerate(group, before + 1)]
    names = [_who_says(line) for line in lines]
    places = _places(group, width)
    sizes = [fitting([cell_len(words) for words in each], 6, most) for each, most in places.values()]
    who = fitting([cell_len(each.plain) for each in names], 10, int(width * 0.26))
    sure = width_of_sure(lines, width)
    what = max(12, width - sum(sizes) - who - sure - (2 + len(sizes)) * _GAP)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim", show_header=not before)
    for head, columns in zip((*places, "who says", "what", "how sure"), (*sizes, who, what, sure), strict=True):
        table.add_column(head, width=columns, overflow="fold")
    most = None if whole else 3
    for number, (line, name) in enumerate(zip(lines, names, strict=True)):
        table.add_row(
            *(cut(Text(each[number], style="dim"), size, most) for (each, _), size in zip(places.values(), sizes, strict=True)),
            cut(name, who, most),
            cut(Text(line.what), what, most),
            Text(line.sure, style=STYLES[line.tone]),
        )
    return table


def _places(group: list[Statement], width: int) -> dict[str, tuple[list[str], int]]:
    """Day and outlet of each statement and how wide they may be: two columns, or one where the screen is narrow."""
    whens = [day_of(statement.origin.published) or "" for statement in group]
    outlets = [one_line(statement.origin.outlet or "") for statement in group]
    if width < _NARROW:
        return {"where": ([f"{day} {outlet}".strip() for day, outlet in zip(whens, outlets, strict=True)], 12)}
    return {"when": (whens, 11), "outlet": (outlets, int(width * 0.16))}


def _who_says(line: Line) -> Text:
    words = name_of(line)
    words.append(line.says if line.says == ":" else f" · {line.says}" if line.says else "", style="dim")
    return words
