"""`allegedly who`: what a speaker is quoted with."""

from __future__ import annotations

from datetime import datetime

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import form_of, form_options, say
from allegedly.cli.selecting import day_given, selection_options


@click.command()
@click.argument("ledger")
@click.argument("name")
@form_options
@selection_options
@click.option("--full", is_flag=True, help="Show statements whole, however long.")
def who(
    ledger: str,
    name: str,
    form: str | None,
    width: int | None,
    since: datetime | None,
    until: datetime | None,
    outlet: str | None,
    limit: int | None,
    full: bool,
) -> Exit:
    """Show what a speaker is quoted with.

    Statements come by day. NAME is a name or part of one, as resolved or as written, in any case.

    \b
    allegedly who ledger.db "Mirela Kosta"
    """
    from allegedly.cli.ledgers import open_ledger
    from allegedly.cli.statements import print_statements
    from allegedly.export.wording import counted
    from allegedly.store.store import Selection

    selection = Selection(since=day_given(since), until=day_given(until), outlet=outlet, speaker=name, limit=limit)
    with open_ledger(ledger) as opened:
        number = print_statements(opened.statements(selection), form_of(form), width, whole=full)
        names = [f"{speaker.name} ({speaker.statements:,})" for speaker in opened.store.speakers(selection)] if number else []
    known = f" as {', '.join(names[:6])}{', …' if len(names) > 6 else ''}" if names else ""
    say(f"{counted(number, 'statement')} of {name!r}{known}")
    return Exit.DONE
