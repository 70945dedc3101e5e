"""`allegedly demo`: the bundled coverage, read into a fresh ledger."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from allegedly.cli.exits import Exit
from allegedly.cli.inputs import tagger_option
from allegedly.cli.ledgers import is_ledger, open_ledger
from allegedly.cli.screen import console, draw, write
from allegedly.cli.tally import Tally
from allegedly.errors import AllegedlyError
from allegedly.export.wording import counted
from allegedly.ledger import Ledger
from allegedly.model import Article, Origin, Skipped
from allegedly.read import read_all
from allegedly.store.store import Selection

LEDGER = "allegedly-demo.db"
SPEAKER = "Kosta"
QUERY = "deliberate"


@click.command()
@click.option("--ledger", default=LEDGER, show_default=True, metavar="FILE", help="Where the ledger is made.")
@click.option("--texts", type=click.Path(file_okay=False, path_type=Path), help="Write the eight texts into this folder, too.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the tables (the terminal's).")
@tagger_option
def demo(ledger: str, texts: Path | None, width: int | None, tagger: str) -> Exit:
    """Read the bundled coverage into a fresh ledger and show what was found.

    It is eight texts of six outlets about one happening, over four days, all of it invented: a wire report and its update, two
    rewrites that lose something, another number of dead, a denial, a confirmation under a name, and an interview.
    """
    _clear(ledger)
    if texts is not None:
        texts.mkdir(parents=True, exist_ok=True)
        for text in bundled():
            (texts / text.name).write_bytes(text.read_bytes())
    tally = Tally()
    with open_ledger(ledger, write=True, tagger=tagger) as keeping:
        for kept in keeping.add_many(coverage()):
            tally.count(kept)
        write(f"Eight texts about one invented happening, read into {ledger}: {tally}.\n")
        _show(keeping, ledger, width)
    return Exit.DONE


def bundled() -> list[Traversable]:
    """The bundled texts, in the order of their numbers."""
    entries = files("allegedly").joinpath("demo").iterdir()
    return sorted((entry for entry in entries if entry.name.endswith((".html", ".txt"))), key=lambda entry: entry.name)


def coverage() -> Iterator[Article | Skipped]:
    """The articles in the bundled texts, named after their files."""
    for text in bundled():
        yield from read_all(text.read_bytes(), Origin(name=text.name))


def _show(keeping: Ledger, ledger: str, width: int | None) -> None:
    from allegedly.cli.contents import contents
    from allegedly.cli.screen import Form
    from allegedly.cli.statements import print_statements
    from allegedly.cli.table import table_of

    terminal = console(width)
    entries = list(keeping.articles())
    _command(f"allegedly show {ledger}")
    draw(terminal, contents(entries, terminal.width))
    first = entries[0]
    _command(f"allegedly show {ledger} {first.article[:8]}")
    draw(terminal, table_of(keeping.article(first.article), terminal.width))
    _command(f"allegedly who {ledger} {SPEAKER}")
    print_statements(keeping.statements(Selection(speaker=SPEAKER, limit=12)), Form.TABLE, width)
    _command(f"allegedly search {ledger} {QUERY}")
    print_statements(keeping.statements(Selection(QUERY, limit=8)), Form.TABLE, width)
    checked = keeping.verify()
    _command(f"allegedly verify {ledger}")
    broken = (
        counted(len(checked.faults), "broken row") if checked.faults else "every quoted word is a slice of its article's text"
    )
    write(f"{counted(checked.counts.statements, 'statement')}: {broken}\n")
    write(f"\nNext: allegedly show {ledger} {first.article[:8]} --html page.html, or your own: allegedly read story.txt\n")


def _command(words: str) -> None:
    write(f"\n$ {words}\n")


def _clear(ledger: str) -> None:
    """Make room for a fresh ledger; a file that is no ledger is left alone."""
    path = Path(ledger)
    if path.exists() and path.stat().st_size and not is_ledger(ledger):
        raise AllegedlyError(f"{ledger} is there and is no ledger; name another file with --ledger")
    for end in ("", "-wal", "-shm"):
        Path(ledger + end).unlink(missing_ok=True)
