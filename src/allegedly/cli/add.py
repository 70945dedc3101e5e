"""`allegedly add`: reads and keeps."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.inputs import Given, count, files_argument, inputs, origin_options, tagger_option
from allegedly.cli.keeping import SKIPPED, Keeper
from allegedly.cli.ledgers import open_store
from allegedly.cli.progress import Bar
from allegedly.cli.screen import say, say_skipped
from allegedly.reading import load_tagger


@click.command()
@click.argument("ledger")
@files_argument
@tagger_option
@origin_options
def add(ledger: str, files: tuple[str, ...], tagger: str, **given: str | None) -> Exit:
    """Read news texts and keep what is found in a ledger.

    The ledger is made where there is none. FILES are text, Markdown, HTML or JSON files, folders of them, or - for standard
    input. What is there already stays as it is; another text at the same address (or of the same file's name) becomes a new
    version. Each article is kept whole or not at all, so the work may be interrupted and run again.

    \b
    allegedly add ledger.db news/
    """
    using = load_tagger(tagger)
    with open_store(ledger, make=True) as store, Bar(count(files), "reading") as bar:
        keeper = Keeper(store, using)
        for _, articles in inputs(files, Given(**given)):
            for article in articles:
                skipped = keeper.keep(article)
                if skipped is not None:
                    bar.hide()
                    say_skipped(skipped)
            bar.advance()
        bar.hide()
    say(f"{ledger}: {keeper.summary()}")
    return Exit.SKIPPED if keeper.outcomes[SKIPPED] else Exit.DONE
