"""`allegedly add`: reads and keeps."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.inputs import Given, Texts, count, files_argument, origin_options, tagger_option
from allegedly.cli.jobs import jobs_option, workers
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.progress import Bar
from allegedly.cli.screen import say, say_skipped
from allegedly.cli.tally import Tally
from allegedly.ledger import Finding
from allegedly.model import Skipped


@click.command()
@click.argument("ledger")
@files_argument
@tagger_option
@jobs_option
@origin_options
def add(ledger: str, files: tuple[str, ...], tagger: str, jobs: int, **given: str | None) -> Exit:
    """Read news texts and keep what is found in a ledger.

    The ledger is made where there is none. FILES are text, Markdown, HTML or JSON files, folders of them, or - for standard
    input. What is there already stays as it is; another text at the same address (or of the same file's name) becomes a new
    version. Each article is kept whole or not at all, so the work may be interrupted and run again.

    \b
    allegedly add ledger.db news/
    """
    tally = Tally()
    with (
        open_ledger(ledger, write=True, tagger=tagger) as keeping,
        Bar(count(files), "reading") as bar,
        workers(jobs, tagger) as working,
    ):
        texts = Texts(files, Given(**given), bar.advance)
        finding: Finding | None = (lambda items: working.find_each(items)) if working else None
        for kept in keeping.add_many(texts, finding):
            tally.count(kept)
            if isinstance(kept, Skipped):
                bar.hide()
                say_skipped(kept)
        bar.hide()
    texts.say_passed_over()
    say(f"{ledger}: {tally}")
    return Exit.SKIPPED if tally.skipped else Exit.DONE
