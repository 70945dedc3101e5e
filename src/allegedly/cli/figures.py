"""`allegedly figures`: which figures are given for a thing, by whom, and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json
from allegedly.cli.selecting import day_given

if TYPE_CHECKING:
    from rich.console import RenderableType

    from allegedly.export.figuring import GivenFigure

BAR = 22
"""Characters of the scale."""


@click.command()
@click.argument("ledger")
@click.option("--about", required=True, metavar="WORDS", help="What is counted (lorries), or killed, wounded, money, percent, …")
@click.option("--story", metavar="ID", help="Those of one story: the id of one of its articles, or its beginning.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Published on this day or later (2026-11-20).")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Published on this day or earlier.")
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
def figures(
    ledger: str,
    about: str,
    story: str | None,
    since: datetime | None,
    until: datetime | None,
    form: str | None,
    width: int | None,
) -> Exit:
    """Show which figures are given for a thing: the range, by claimant and day.

    A claimant's figure stands once, with the first article that gives it and how many more do. What an article says in its own
    words is its outlet's. What counts only a part ("nine of the dead") is shown, and left out of the range. Which figure
    is right is not judged.

    \b
    allegedly figures news.db --about killed
    allegedly figures news.db --about lorries --story 3f2a
    """
    from allegedly.cli.linked import open_linked
    from allegedly.export.csv import figure_words
    from allegedly.export.figuring import given_figures, given_to_json, least_and_most
    from allegedly.export.wording import counted
    from allegedly.model import Figure
    from allegedly.store.store import Selection

    with open_linked(ledger) as opened:
        articles = None if story is None else opened.linking.story(story).articles
        selection = Selection(figures=True, articles=articles, since=day_given(since), until=day_given(until))
        given = given_figures(opened.statements(selection), about)
    if form_of(form) is Form.JSON:
        for one in given:
            write_json(given_to_json(one))
    elif given:
        draw(console(width), _table(given, width))
    ends = least_and_most(given)
    shown = (
        "" if ends is None else f", {figure_words(Figure(*ends, 'between' if ends[0] < ends[1] else 'exactly', None, None, ()))}"
    )
    claimants = len({(one.claimant.casefold(), one.own) for one in given})
    say(f"{about}: {counted(len(given), 'figure')} by {counted(claimants, 'claimant')}{shown}")
    return Exit.DONE


def _table(given: list[GivenFigure], width: int | None) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from allegedly.export.figuring import least_and_most, paper, range_bar
    from allegedly.export.wording import day_of, one_line

    ends = least_and_most(given)
    drawn = ends is not None and ends[0] < ends[1] and (width or console(width).width) >= 90
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("when", no_wrap=True)
    table.add_column("who says so", ratio=2, overflow="fold")
    table.add_column("figure", ratio=2, overflow="fold")
    if drawn and ends is not None:
        low, high = (f"{end:,.10g}" for end in ends)
        table.add_column(low + high.rjust(BAR - len(low)), no_wrap=True, width=BAR)
    table.add_column("first in", ratio=2, overflow="fold")
    for one in given:
        more = len(one.statements) - 1
        origin = one.first.origin
        place = one_line((origin.title if one.own else None) or paper(one.first) or origin.title or "")
        cells: list[Text | str] = [
            day_of(one.first.origin.published) or "",
            Text(f"{one.claimant} itself" if one.own else one.claimant, "bold"),
            Text(one.words, "dim" if one.part else ""),
        ]
        if drawn and ends is not None:
            cells.append(Text("" if one.part else range_bar(one.figure, *ends, BAR), "cyan"))
        table.add_row(*cells, Text(place + (f" + {more} more" if more else ""), style="dim"))
    return table
