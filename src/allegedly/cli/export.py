"""`allegedly export`: a ledger's findings, whole."""

from __future__ import annotations

from datetime import datetime

import click

from allegedly.cli.confidence import confidence_option
from allegedly.cli.exits import Exit
from allegedly.cli.findings import Printer
from allegedly.cli.screen import Form, say
from allegedly.cli.selecting import day_given, selection_options

FORMATS = {"jsonl": Form.JSON, "csv": Form.CSV}


@click.command()
@click.argument("ledger")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True, help="The format.")
@selection_options
@confidence_option
@click.option("--no-text", is_flag=True, help="Leave the articles' texts out of the JSON; offsets, hashes and quoted words stay.")
def export(
    ledger: str,
    form: str,
    since: datetime | None,
    until: datetime | None,
    outlet: str | None,
    limit: int | None,
    least: float,
    no_text: bool,
) -> Exit:
    """Write a ledger's findings as JSON lines or CSV.

    A line of JSON is an article, a row of CSV a statement. Replaced versions are left out. `--limit` counts articles here.

    \b
    allegedly export ledger.db > findings.jsonl
    allegedly export ledger.db --format csv --outlet "Example Wire" > statements.csv
    """
    from allegedly.cli.ledgers import open_ledger
    from allegedly.export.wording import counted
    from allegedly.store.store import EVERYTHING, Selection

    printer = Printer(FORMATS[form], None, text=not no_text, least=least)
    selection = Selection(since=day_given(since), until=day_given(until), outlet=outlet, limit=limit)
    articles = statements = 0
    with open_ledger(ledger) as opened:
        for findings in opened.findings(selection):
            printer.findings(findings)
            articles += 1
            statements += sum(one.attribution.confidence >= least for one in findings.statements)
        if selection == EVERYTHING:
            for skipped in opened.skipped():
                printer.skipped(skipped)
    printer.close()
    say(f"{counted(articles, 'article')}, {counted(statements, 'statement')}")
    return Exit.DONE
