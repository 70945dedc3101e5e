"""The options by which statements of a ledger are selected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def selection_options(command: Command) -> Command:
    """Days, outlet and how many; the command takes `since`, `until`, `outlet` and `limit`."""
    day = click.DateTime(["%Y-%m-%d"])
    options = (
        click.option("--since", type=day, metavar="DAY", help="Published on this day or later (2026-11-20)."),
        click.option("--until", type=day, metavar="DAY", help="Published on this day or earlier."),
        click.option("--outlet", help="The outlet's whole name, in any case."),
        click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many statements."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def day_given(moment: datetime | None) -> date | None:
    """The day of an option."""
    return None if moment is None else moment.date()
