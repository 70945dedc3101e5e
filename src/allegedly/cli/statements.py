"""Statements of many articles on standard output, in the form wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from allegedly.cli.screen import Form, console, draw, write, write_json
from allegedly.cli.table import STYLES, cut, fitting, name_of
from allegedly.export.csv import csv_of_rows, row_of
from allegedly.export.json_statement import statement_to_json
from allegedly.export.json_value import JsonObject
from allegedly.export.wording import day_of, line_of, one_line
from allegedly.model import Statement

GROUP = 500
"""How many statements are in memory at once."""

_GAP = 2


def print_statements(statements: Iterable[Statement], form: Form, width: int | None, *, whole: bool = False) -> int:
    """Write the statements as a table, as JSON lines or as CSV; gives how many there were."""
    number = 0
    if form is Form.TABLE:
        terminal = console(width)
        for group in _groups(statements):
            draw(terminal, _table(group, terminal.width, number, whole))
            number += len(group)
        return number
    if form is Form.CSV:
        write("".join(csv_of_rows([])))
    for statement in statements:
        if form is Form.CSV:
            write("".join(csv_of_rows([[row_of(statement)]], header=False)))
        else:
            write_json(_json(statement))
        number += 1
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
    whens = [day_of(statement.origin.published) or "" for statement in group]
    outlets = [one_line(statement.origin.outlet or "") for statement in group]
    names = [name_of(line) for line in lines]
    sizes = (
        fitting([cell_len(when) for when in whens], 4, 11),
        fitting([cell_len(outlet) for outlet in outlets], 6, int(width * 0.16)),
        fitting([cell_len(name.plain) for name in names], 10, int(width * 0.22)),
        fitting([cell_len(line.says) for line in lines], 6, int(width * 0.15)),
    )
    sure = fitting([cell_len(line.how_sure) for line in lines], 8, max(10, int(width * 0.12)))
    what = max(12, width - sum(sizes) - sure - 5 * _GAP)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim", show_header=not before)
    for head, columns in zip(("when", "outlet", "who", "says"), sizes, strict=True):
        table.add_column(head, width=columns, overflow="fold")
    table.add_column("what", width=what, overflow="fold")
    table.add_column("how sure", width=sure, overflow="fold")
    two = None if whole else 2
    for line, name, when, outlet in zip(lines, names, whens, outlets, strict=True):
        table.add_row(
            Text(when, style="dim"),
            cut(Text(outlet), sizes[1], two),
            cut(name, sizes[2], two),
            cut(Text(line.says), sizes[3], two),
            cut(Text(line.what), what, None if whole else 3),
            Text(line.how_sure, style=STYLES[line.tone]),
        )
    return table
