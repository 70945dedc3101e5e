"""`allegedly unlink`: a person's judgement that a link does not hold."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.judging import judge_name, now, open_existing
from allegedly.cli.link_judging import kind_of, link_options, told, withdraw
from allegedly.cli.screen import say


@click.command()
@link_options
def unlink(
    ledger: str, first: str | None, second: str | None, kind: str | None, why: str | None, by: str | None, undo: str | None
) -> Exit:
    """Record that a link between two statements does not hold.

    A alone is a link by its id, as `allegedly disputes` shows it; A and B with --as are two statements, named as in `link`.
    Nothing that was found is lost: --undo brings the link back.

    \b
    allegedly unlink news.db 7c01e4f2 --why "two different bridges"
    """
    if undo is not None:
        if first is not None:
            raise click.UsageError("--undo takes the id of a judgement, and nothing beside it")
        return withdraw(ledger, undo, why, by)
    if first is None or (second is None) != (kind is None):
        raise click.UsageError("name a link by its id, or two statements, A and B, with --as")
    who, when = judge_name(by), now()
    with open_existing(ledger) as opened:
        if second is None or kind is None:
            event = opened.linking.reject(first, who=who, when=when, why=why)
        else:
            event = opened.linking.judge(first, second, kind_of(kind), holds=False, who=who, when=when, why=why)
    say(told(event))
    return Exit.DONE
