"""`allegedly disputes`: who disputes what, in a ledger or in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.inputs import files_argument, tagger_option
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from allegedly.model import Article, Findings
    from allegedly.model.link import End, Link


@click.command()
@files_argument
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
@tagger_option
def disputes(files: tuple[str, ...], form: str | None, width: int | None, tagger: str) -> Exit:
    """Show who disputes what, with the words on both sides.

    FILES are texts, or one ledger. Denials point at what they deny, numbers that exclude each other stand side by side. Nothing
    is said of who is right. Declining to comment and doubting are no disputes.

    \b
    allegedly disputes news.db
    allegedly disputes wire.txt denial.txt
    """
    from allegedly.export.json_link import link_to_json
    from allegedly.export.wording import counted
    from allegedly.languages import load_language
    from allegedly.link import find_disputes
    from allegedly.pipeline import lay_out

    found = _findings(files, tagger)
    links = find_disputes([lay_out(each) for each in found], load_language("en"))
    if form_of(form) is Form.JSON:
        for link in links:
            write_json(link_to_json(link))
    elif links:
        draw(console(width), _table(links, {each.article.id: each.article for each in found}))
    say(f"{counted(len(links), 'dispute')} in {counted(len(found), 'article')}")
    return Exit.DONE


def _findings(files: tuple[str, ...], tagger: str) -> list[Findings]:
    """The findings of the ledger or of the texts named; what cannot be read is said."""
    from allegedly.cli.inputs import Given, Texts
    from allegedly.cli.ledgers import is_ledger, open_ledger
    from allegedly.cli.screen import say_skipped
    from allegedly.model import Skipped
    from allegedly.reading import find, load_tagger

    if len(files) == 1 and is_ledger(files[0]):
        with open_ledger(files[0]) as opened:
            return list(opened.findings())
    found = []
    for article in Texts(files, Given()):
        if isinstance(article, Skipped):
            say_skipped(article)
        else:
            found.append(find(article, load_tagger(tagger, article.language)))
    return found


def _table(links: tuple[Link, ...], articles: dict[str, Article]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="dim")
    table.add_column("who", ratio=1, overflow="fold")
    table.add_column("how", width=17)
    table.add_column("what is disputed", ratio=1, overflow="fold")
    for link in links:
        table.add_row(_end(link.first, articles), Text(str(link.manner), style="bold"), _end(link.second, articles))
    return table


def _end(end: End, articles: dict[str, Article]) -> RenderableType:
    from rich.text import Text

    from allegedly.export.wording import day_of, one_line

    origin = articles[end.article].origin
    where = ", ".join(part for part in (origin.outlet or origin.name, day_of(origin.published)) if part)
    who = one_line(end.speaker or "the text itself")
    return Text.assemble((who, "bold"), f": {one_line(end.words)}", (f"\n{one_line(where)}", "dim"))
