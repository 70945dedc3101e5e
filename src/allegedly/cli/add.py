"""`allegedly add`: reads and keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Unpack

import click

from allegedly.cli.exits import Exit
from allegedly.cli.fetching import Asking, Options, is_address, web_options
from allegedly.cli.inputs import Given, Texts, count, files_argument, origin_options, tagger_option
from allegedly.cli.jobs import jobs_option, workers
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.progress import Bar
from allegedly.cli.screen import say, say_skipped
from allegedly.cli.tally import Tally
from allegedly.ledger import Finding
from allegedly.model import Article, Skipped

if TYPE_CHECKING:
    from allegedly.ledger import Ledger


@click.command()
@click.argument("ledger")
@files_argument
@tagger_option
@jobs_option
@click.option(
    "--pages/--no-pages", default=True, show_default=True, help="Keep the web pages that the texts were read from, too."
)
@origin_options
@web_options
def add(
    ledger: str,
    files: tuple[str, ...],
    tagger: str,
    jobs: int,
    pages: bool,
    title: str | None,
    outlet: str | None,
    published: str | None,
    url: str | None,
    **asking: Unpack[Options],
) -> Exit:
    """Read news texts and keep what is found in a ledger.

    The ledger is made where there is none. FILES are files in any of the formats that are read, folders of them, - for standard
    input, or addresses of pages and feeds on the web, which are captured into an archive beside the ledger first. What is there
    already stays as it is; another text at the same address (or of the same file's name) becomes a new version. Each article is
    kept whole or not at all, so the work may be interrupted and run again.

    \b
    allegedly add ledger.db news/
    allegedly add ledger.db https://courier.example/bridge
    """
    given = Given(title, outlet, published, url)
    addresses = [name for name in files if is_address(name)]
    names = [name for name in files if not is_address(name)]
    tally = Tally()
    with (
        open_ledger(ledger, write=True, tagger=tagger, pages=pages) as keeping,
        Bar(count(files), "reading") as bar,
        workers(jobs, tagger) as working,
        _captured(keeping, ledger, addresses, given, Asking(**asking)) as captured,
    ):
        texts = Texts(names, given, bar.advance)
        finding: Finding | None = (lambda items: working.find_each(items)) if working else None
        for kept in keeping.add_many(chain(texts, captured), finding):
            tally.count(kept)
            if isinstance(kept, Skipped):
                bar.hide()
                say_skipped(kept)
        bar.hide()
    texts.say_passed_over()
    say(f"{ledger}: {tally}")
    return Exit.SKIPPED if tally.skipped else Exit.DONE


@contextmanager
def _captured(
    keeping: Ledger, ledger: str, addresses: Sequence[str], given: Given, asking: Asking
) -> Iterator[Iterable[Article | Skipped]]:
    """The articles at the addresses, and what an interrupted run left in the archive beside the ledger."""
    if not addresses:
        yield ()
        return
    from allegedly.cli.harvested import captured_articles, left_over

    with asking.harvest(ledger) as harvest, harvest.open():
        before = left_over(harvest, keeping) if asking.into is None else ()
        yield chain(before, captured_articles(harvest, addresses, given))
        say(f"captured into {harvest.archive.path}")
