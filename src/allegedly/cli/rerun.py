"""`allegedly rerun`: reads every article again with the present version, and replays what people corrected."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.inputs import tagger_option
from allegedly.cli.judging import open_existing
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.progress import Bar
from allegedly.cli.screen import say, say_skipped
from allegedly.cli.tally import Tally


@click.command()
@click.argument("ledger")
@tagger_option
@click.option("--every", is_flag=True, help="Also the articles that this version and tagger have read already.")
def rerun(ledger: str, tagger: str, every: bool) -> Exit:
    """Read every article of a ledger again with the present version, and replay what people corrected.

    A correction is laid on the statement with exactly the words it was made on. Where there is none, it waits and is counted:
    `allegedly corrections waiting` shows it beside what stands there now. It is never guessed and never lost. An article that
    fails keeps the statements that it has. The work may be interrupted and run again.

    \b
    allegedly rerun news.db
    allegedly rerun news.db --tagger cues
    """
    from allegedly.model import Skipped
    from allegedly.store.store import Selection

    with open_existing(ledger):
        pass
    tally = Tally()
    with open_ledger(ledger, write=True, tagger=tagger) as opened:
        articles = sum(1 for _ in opened.articles(Selection(replaced=True)))
        with Bar(articles, "reading again") as bar:
            for kept in opened.rerun(every=every):
                bar.advance()
                tally.count(kept)
                if isinstance(kept, Skipped):
                    bar.hide()
                    say_skipped(kept)
            bar.hide()
        standing, waiting = len(opened.corrections.standing()), sum(1 for _ in opened.corrections.waiting())
    say(f"{ledger}: {tally}")
    if standing:
        shown = f"; {waiting:,} wait: allegedly corrections waiting {ledger}" if waiting else ""
        say(f"{standing - waiting:,} of {standing:,} corrections replayed{shown}")
    return Exit.SKIPPED if tally.skipped else Exit.DONE
