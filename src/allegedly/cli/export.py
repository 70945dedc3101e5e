"""`allegedly export`: a ledger's findings, whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import click

from allegedly.cli.confidence import confidence_option
from allegedly.cli.exits import Exit
from allegedly.cli.findings import Printer
from allegedly.cli.screen import Form, say, write, write_json
from allegedly.cli.selecting import day_given, selection_options
from allegedly.model import Findings

FORMATS = {"jsonl": Form.JSON, "csv": Form.CSV}


@click.command()
@click.argument("ledger")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True, help="The format.")
@selection_options
@confidence_option
@click.option("--events", is_flag=True, help="One row for each event rather than for each article or statement.")
@click.option("--no-text", is_flag=True, help="Leave the articles' texts out of the JSON; offsets, hashes and quoted words stay.")
def export(
    ledger: str,
    form: str,
    since: datetime | None,
    until: datetime | None,
    outlet: str | None,
    limit: int | None,
    least: float,
    events: bool,
    no_text: bool,
) -> Exit:
    """Write a ledger's findings as JSON lines or CSV.

    A line of JSON is an article, a row of CSV a statement; with `--events`, either is an event, with who asserts it and how
    surely. Replaced versions are left out. `--limit` counts articles here.

    \b
    allegedly export ledger.db > findings.jsonl
    allegedly export ledger.db --format csv --outlet "Example Wire" > statements.csv
    allegedly export ledger.db --format csv --events > events.csv
    """
    from allegedly.cli.ledgers import open_ledger
    from allegedly.export.threshold import is_bare
    from allegedly.export.wording import counted
    from allegedly.store.store import EVERYTHING, Selection

    selection = Selection(since=day_given(since), until=day_given(until), outlet=outlet, limit=limit)
    if events:
        with open_ledger(ledger) as opened:
            return _write_events(opened.findings(selection), FORMATS[form], least)
    printer = Printer(FORMATS[form], None, text=not no_text, least=least)
    articles = statements = 0
    with open_ledger(ledger) as opened:
        for findings in opened.findings(selection):
            printer.findings(findings)
            articles += 1
            statements += sum(one.attribution.confidence >= least and not is_bare(one) for one in findings.statements)
        if selection == EVERYTHING:
            for skipped in opened.skipped():
                printer.skipped(skipped)
    printer.close()
    say(f"{counted(articles, 'article')}, {counted(statements, 'statement')}")
    return Exit.DONE


def _write_events(many: Iterable[Findings], form: Form, least: float) -> Exit:
    from allegedly.export.events import event_rows_of, events_csv
    from allegedly.export.wording import counted

    if form is Form.CSV:
        write("".join(events_csv([])))
    articles = events = 0
    for findings in many:
        rows = event_rows_of(findings, least)
        if form is Form.CSV:
            write("".join(events_csv([rows], header=False)))
        else:
            for row in rows:
                write_json(row)
        articles += 1
        events += len(rows)
    say(f"{counted(articles, 'article')}, {counted(events, 'event')}")
    return Exit.DONE
