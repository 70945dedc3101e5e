"""Judgements on two speakers: what `merge` and `split` share."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from allegedly.cli.exits import Exit
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.screen import say

if TYPE_CHECKING:
    from allegedly.ledger import Ledger
    from allegedly.model.identity import Verdict

Command = TypeVar("Command", bound=Callable[..., object])


def judging_options(command: Command) -> Command:
    """Ledger, two speakers, why and by whom; the command takes `ledger`, `left`, `right`, `why`, `by` and `undo`."""
    parameters = (
        click.argument("ledger"),
        click.argument("left", metavar="[A]", required=False),
        click.argument("right", metavar="[B]", required=False),
        click.option("--why", help="Why, in your words; kept with the judgement."),
        click.option("--by", metavar="NAME", help="Who judges (the name you are logged in with)."),
        click.option("--undo", metavar="ID", help="Withdraw the judgement with this id instead; A and B are left out."),
    )
    for parameter in reversed(parameters):
        command = parameter(command)
    return command


def judge(
    ledger: str, left: str | None, right: str | None, what: Verdict, why: str | None, by: str | None, undo: str | None
) -> Exit:
    """Record a judgement, or withdraw one, and say which."""
    if undo is not None:
        if left is not None:
            raise click.UsageError("--undo takes the id of a judgement, and no speakers beside it")
        return withdraw(ledger, undo, why, by)
    if left is None or right is None:
        raise click.UsageError("name two speakers, A and B, by an id, a whole name, or NAME@ARTICLE")
    with open_existing(ledger) as opened:
        event = opened.identities.judge(left, right, what, who=judge_name(by), when=now(), why=why)
    say(f"{event.left.name!r} {event.what} {event.right.name!r}: judgement {event.id}; --undo {event.id[:8]} takes it back")
    return Exit.DONE


def withdraw(ledger: str, undo: str, why: str | None, by: str | None) -> Exit:
    """Take a judgement back."""
    with open_existing(ledger) as opened:
        event = opened.identities.withdraw(undo, who=judge_name(by), when=now(), why=why)
    say(f"judgement {event.withdrawn} is withdrawn")
    return Exit.DONE


@contextmanager
def open_existing(path: str) -> Iterator[Ledger]:
    """The ledger at `path` for writing; none is made where there is none."""
    with open_ledger(path):
        pass
    with open_ledger(path, write=True) as opened:
        yield opened


def now() -> str:
    """This moment in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def judge_name(given: str | None) -> str:
    """Who judges: as given, or as the system knows the person."""
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
