"""Judgements on links: what `link` and `unlink` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from allegedly.cli.exits import Exit
from allegedly.cli.judging import judge_name, now, open_existing
from allegedly.cli.screen import say

if TYPE_CHECKING:
    from allegedly.model.link import LinkKind
    from allegedly.model.link_event import LinkJudgement

Command = TypeVar("Command", bound=Callable[..., object])
KINDS = ("same-claim", "disputes", "repeats", "confirms", "corrects")


def link_options(command: Command) -> Command:
    """Ledger, two statements, their relation, why and by whom; takes `ledger`, `first`, `second`, `kind`, `why`, `by`, `undo`."""
    parameters = (
        click.argument("ledger"),
        click.argument("first", metavar="[A]", required=False),
        click.argument("second", metavar="[B]", required=False),
        click.option("--as", "kind", type=click.Choice(KINDS), help="What A does to B."),
        click.option("--why", help="Why, in your words; kept with the judgement."),
        click.option("--by", metavar="NAME", help="Who judges (the name you are logged in with)."),
        click.option("--undo", metavar="ID", help="Withdraw the judgement with this id instead; A and B are left out."),
    )
    for parameter in reversed(parameters):
        command = parameter(command)
    return command


def kind_of(chosen: str) -> LinkKind:
    """The kind that an option names."""
    from allegedly.model.link import LinkKind

    return LinkKind(chosen.replace("-", " "))


def withdraw(ledger: str, undo: str, why: str | None, by: str | None) -> Exit:
    """Take a judgement on a link back."""
    with open_existing(ledger) as opened:
        event = opened.linking.withdraw(undo, who=judge_name(by), when=now(), why=why)
    say(f"judgement {event.withdrawn} is withdrawn")
    return Exit.DONE


def told(event: LinkJudgement) -> str:
    """A judgement in words."""
    from allegedly.export.wording import one_line

    sides = [f"“{one_line(end.words)[:60]}”" for end in (event.first, event.second)]
    relation = f"{'' if event.holds else 'no link: '}{event.kind}"
    return f"{sides[0]} {relation} {sides[1]}: judgement {event.id}; --undo {event.id[:8]} takes it back"
