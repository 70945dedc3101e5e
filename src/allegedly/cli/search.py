"""`allegedly search`: full text over the statements of a ledger."""

from __future__ import annotations

from datetime import datetime

import click

from allegedly.cli.confidence import confidence_option
from allegedly.cli.exits import Exit
from allegedly.cli.screen import form_of, form_options, say
from allegedly.cli.selecting import day_given, selection_options


@click.command()
@click.argument("ledger")
@click.argument("query")
@form_options
@selection_options
@click.option("--speaker", help="A speaker's name or part of one, as resolved or as written.")
@confidence_option
@click.option("--full", is_flag=True, help="Show statements whole, however long.")
def search(
    ledger: str,
    query: str,
    form: str | None,
    width: int | None,
    since: datetime | None,
    until: datetime | None,
    outlet: str | None,
    limit: int | None,
    speaker: str | None,
    least: float,
    full: bool,
) -> Exit:
    """Search the statements of a ledger.

    The best matches come first. QUERY is words that all stand in a statement, its speaker's name or its article's title;
    "two words" for a phrase, word* for the beginning of a word.

    \b
    allegedly search ledger.db 'fuel depot'
    allegedly search ledger.db '"at least 12"' --since 2026-11-21
    """
    from allegedly.cli.ledgers import open_ledger
    from allegedly.cli.statements import print_statements
    from allegedly.export.wording import counted
    from allegedly.store.store import Selection

    selection = Selection(query, day_given(since), day_given(until), outlet, speaker, limit=None if least else limit)
    with open_ledger(ledger) as opened:
        number = print_statements(opened.statements(selection), form_of(form), width, whole=full, least=least, limit=limit)
    say(f"{counted(number, 'statement')} found")
    return Exit.DONE
