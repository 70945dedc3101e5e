"""`allegedly verify`: the slice guarantee, for every row."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import say, write


@click.command()
@click.argument("ledger")
def verify(ledger: str) -> Exit:
    """Check every row of a ledger against its article's text.

    Each quoted word has to be a slice of the text, each digest the text's own. Broken rows go to standard output, one a
    line: article, statement, what is wrong. Ends with 4 where there is one.
    """
    from allegedly.cli.ledgers import may_be_written, open_ledger
    from allegedly.export.wording import counted

    # The full-text index can be checked only by one who may write.
    with open_ledger(ledger, write=may_be_written(ledger)) as opened:
        found = opened.verify()
    for fault in found.faults:
        write("\t".join((fault.article or "-", fault.statement or "-", " ".join(fault.message.split()))) + "\n")
    checked = f"{counted(found.counts.articles, 'article')} and {counted(found.counts.statements, 'statement')} checked"
    say(f"{ledger}: {checked}, " + (f"{counted(len(found.faults), 'broken row')}" if found.faults else "every row is sound"))
    return Exit.DONE if found.sound else Exit.BROKEN
