"""Where output goes: data to standard output, words to standard error, and how wide and in which form."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import click

from allegedly.model import Skipped

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from allegedly.export.json_value import Json

Command = TypeVar("Command", bound=Callable[..., object])

WIDTH_WITHOUT_TERMINAL = 100


class Form(StrEnum):
    """The forms in which data is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def form_options(command: Command) -> Command:
    """The options that choose the form; the command takes `form` and `width`."""
    options = (
        click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped."),
        click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal."),
        click.option("--csv", "form", flag_value=Form.CSV.value, help="One CSV row for each statement."),
        click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's)."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def form_of(chosen: str | None) -> Form:
    """The form chosen, or what fits where the data goes: a table in a terminal, JSON lines otherwise."""
    if chosen is not None:
        return Form(chosen)
    return Form.TABLE if sys.stdout.isatty() else Form.JSON


def write(text: str) -> None:
    """Write data."""
    sys.stdout.write(text)


def write_json(value: Json | Mapping[str, Json]) -> None:
    """Write one line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def say(words: str = "") -> None:
    """Say something to the person at the terminal, beside the data."""
    click.echo(words, err=True)


def say_skipped(skipped: Skipped) -> None:
    """Say what could not be read, and why."""
    origin = skipped.origin
    where = origin.name or origin.url or "a text"
    if origin.url and "#" in where:  # the place in an archive tells nobody which page it is
        where = f"{origin.url} ({where})"
    say(f"skipped: {where}: {' '.join(skipped.reason.split())}")


def console(width: int | None) -> Console:
    """The terminal on standard output, `width` columns wide, or as wide as it is."""
    from rich.console import Console

    if width is None and not sys.stdout.isatty():
        width = WIDTH_WITHOUT_TERMINAL
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


def draw(terminal: Console, drawing: RenderableType) -> None:
    """Draw a table; no line of it ends in white space."""
    with terminal.capture() as captured:
        terminal.print(drawing)
    write("\n".join(line.rstrip() for line in captured.get().split("\n")))
