"""`allegedly stories`: which articles are about the same happening."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json


@click.command()
@click.argument("ledger")
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
def stories(ledger: str, form: str | None, width: int | None) -> Exit:
    """Show which articles of a ledger are about the same happening.

    An article that prints another's text is named a copy of it.

    \b
    allegedly stories news.db
    allegedly stories news.db --json
    """
    from rich.table import Table
    from rich.text import Text

    from allegedly.cli.linked import open_linked
    from allegedly.export.json_link import origin_name, story_to_json
    from allegedly.export.wording import counted, day_of, one_line

    with open_linked(ledger) as opened:
        found = opened.stories()
        origins = {entry.article: entry.origin for entry in opened.articles()}
    if form_of(form) is Form.JSON:
        for story in found:
            write_json(story_to_json(story))
    elif found:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
        for name in ("story", "when", "article", "copy of"):
            table.add_column(name, overflow="fold")
        for number, story in enumerate(found, 1):
            copies = {copy.article: copy.of for copy in story.copies}
            for at, article in enumerate(story.articles):
                when = day_of(origins[article].published) or ""
                name, copied = one_line(origin_name(origins[article]) or article), copies.get(article)
                source = one_line(origin_name(origins[copied]) or copied) if copied else ""
                table.add_row("" if at else str(number), when, Text(name), Text(source, style="dim"))
        draw(console(width), table)
    parts = (counted(len(origins), "article"), str(len(found)), "story" if len(found) == 1 else "stories")
    say(f"{parts[0]} in {parts[1]} {parts[2]}")
    return Exit.DONE
