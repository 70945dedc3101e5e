"""`allegedly timeline`: what happened to a story or a matter, day by day."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json
from allegedly.cli.selecting import day_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from allegedly.export.timelining import Moment

STYLES = {"disputed": "red", "corrected": "red", "confirmed": "green", "first said": "bold", "new version": "yellow"}


@click.command()
@click.argument("ledger")
@click.option("--story", metavar="ID", help="Of one story: the id of one of its articles, or its beginning.")
@click.option("--about", metavar="WORDS", help="Of what is said with these words, searched for as in `search`.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Published on this day or later (2026-11-20).")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Published on this day or earlier.")
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the timeline to FILE as one self-contained page."
)
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
def timeline(
    ledger: str,
    story: str | None,
    about: str | None,
    since: datetime | None,
    until: datetime | None,
    html: Path | None,
    form: str | None,
    width: int | None,
) -> Exit:
    """Show what happened day by day: first said, taken up, denied, confirmed.

    Of each claim the first appearance stands, and the first of each further speaker or outlet. Days are those of publication.

    \b
    allegedly timeline news.db --story 3f2a
    allegedly timeline news.db --about "orlec bridge" --html timeline.html
    """
    from allegedly.cli.linked import open_linked
    from allegedly.export.json_link import origin_name
    from allegedly.export.timelining import moment_to_json, moments_of
    from allegedly.export.wording import counted
    from allegedly.store.store import Selection

    with open_linked(ledger) as opened:
        chosen = None if story is None else opened.linking.story(story)
        origins = {entry.article: entry.origin for entry in opened.articles()}
        days = Selection(text=about, since=day_given(since), until=day_given(until))
        selection = (
            days if chosen is None else Selection(text=about, since=days.since, until=days.until, articles=chosen.articles)
        )
        statements = list(opened.statements(selection))
        meant = {statement.id for statement in statements}
        claims = [
            claim
            for claim in opened.claims(chosen)
            if about is None or any(one.end.statement in meant for one in claim.appearances)
        ]
    within = None if since is None and until is None else {statement.article for statement in statements}
    moments = moments_of(claims, origins, within)
    counts = Counter((statement.origin.published or "")[:10] for statement in statements)
    title = origin_name(origins[chosen.id]) if chosen is not None and chosen.id in origins else about or "all that was said"
    if html:
        from allegedly.export.timeline_page import timeline_page_of

        html.write_text(timeline_page_of(moments, counts, title), encoding="utf-8")
        say(f"written: {html}")
    elif form_of(form) is Form.JSON:
        for moment in moments:
            write_json(moment_to_json(moment))
    elif moments:
        draw(console(width), table_of(moments, counts))
    say(f"{counted(len(statements), 'statement')}, {counted(len(claims), 'claim')}, {counted(len(counts), 'day')}")
    return Exit.DONE


def table_of(moments: Sequence[Moment], statements: Counter[str]) -> RenderableType:
    """The moments by day, the day with its number of statements on a line of its own."""
    from rich.table import Table
    from rich.text import Text

    from allegedly.export.timelining import days_of
    from allegedly.export.wording import counted, day_of

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column("what", no_wrap=True, width=13)
    table.add_column("who", ratio=2, overflow="fold")
    table.add_column("words", ratio=4, overflow="fold")
    for number, (day, each) in enumerate(days_of(moments, statements)):
        if number:
            table.add_row("", "", "")
        said = counted(statements[day], "statement") if statements else ""
        table.add_row(Text(day_of(day) or "no day", "bold"), Text(said, "dim"), "")
        for moment in each:
            outlet = f"\n{moment.outlet}" if moment.outlet and moment.outlet not in moment.who else ""
            more = f" + {moment.more} more" if moment.more else ""
            words = Text.assemble(moment.words, (f"\n→ {moment.of}{more}", "dim") if moment.of else "")
            style = STYLES.get(str(moment.what), "")
            table.add_row(Text(str(moment.what), style), Text.assemble(moment.who, (outlet, "dim")), words)
    return table
