"""`allegedly claims`: what is said by several, or disputed, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType
    from rich.text import Text

    from allegedly.model import Origin
    from allegedly.model.claim import Claim

SHOWN = 4
"""How many who say the same, or dispute it, are named before the rest is counted."""


@click.command()
@click.argument("ledger")
@click.option("--story", metavar="ID", help="Those of one story: the id of one of its articles, or its beginning.")
@click.option("--disputed", is_flag=True, help="Those alone that somebody disputes.")
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
@click.option("--html", "page", metavar="FILE", help="Write one self-contained HTML page (- for standard output).")
def claims(ledger: str, story: str | None, disputed: bool, form: str | None, width: int | None, page: str | None) -> Exit:
    """Show what is said by several, or disputed: who says it, and who denies it.

    A claim is what several statements say alike, by day of its first appearance, in the words of the first. Statements whose
    figures exclude each other, or of which one denies the other, are never one claim. Whether it is true is not judged.

    \b
    allegedly claims news.db
    allegedly claims news.db --story 3f2a --json
    allegedly claims news.db --html claims.html
    """
    from allegedly.cli.linked import laid_out, open_linked
    from allegedly.export.json_link import claim_to_json
    from allegedly.export.wording import counted

    with open_linked(ledger) as opened:
        chosen = None if story is None else opened.linking.story(story)
        found = [claim for claim in opened.claims(chosen) if claim.disputes or not disputed]
        origins = {entry.article: entry.origin for entry in opened.articles()}
        sheets = laid_out(opened, found) if page is not None else {}
    if page is not None:
        from allegedly.cli.linked import write_page
        from allegedly.export.claims_page import claims_page_of

        write_page(page, claims_page_of(found, sheets))
    elif form_of(form) is Form.JSON:
        for claim in found:
            write_json(claim_to_json(claim))
    elif found:
        draw(console(width), _table(found, origins))
    number = len(origins) if chosen is None else len(chosen.articles)
    against = sum(1 for claim in found if claim.disputes)
    say(f"{counted(len(found), 'claim')} in {counted(number, 'article')}, {against:,} of them disputed")
    return Exit.DONE


def _table(found: list[Claim], origins: Mapping[str, Origin]) -> RenderableType:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="dim")
    table.add_column("claim", ratio=5, overflow="fold")
    table.add_column("said by", ratio=3, overflow="fold")
    table.add_column("disputed by", ratio=3, overflow="fold")
    for claim in found:
        table.add_row(_claim(claim, origins), _said_by(claim), _disputed_by(claim))
    return table


def _claim(claim: Claim, origins: Mapping[str, Origin]) -> Text:
    from rich.text import Text

    from allegedly.cli.linked import place_of
    from allegedly.export.wording import one_line

    end = claim.first.end
    return Text.assemble(one_line(end.words), (f"\nfirst in {place_of(origins[end.article]) or end.article}", "dim"))


def _said_by(claim: Claim) -> Text:
    from rich.text import Text

    from allegedly.export.wording import counted, one_line

    names = [one_line(name) for name in claim.speakers]
    own = dict.fromkeys(one.outlet or "the text" for one in claim.appearances if not one.end.speaker)
    names += [one_line(f"{name} itself") for name in own]
    shown = "\n".join(names[:SHOWN])
    rest = len(names) - SHOWN
    number = len(claim.articles)
    copies = number - claim.originals
    parts = [f"+ {rest} more" if rest > 0 else "", counted(number, "article"), f"{copies} of them copies" if copies else ""]
    return Text.assemble((shown, "bold"), ("\n" + ", ".join(part for part in parts if part), "dim"))


def _disputed_by(claim: Claim) -> Text:
    from rich.text import Text

    from allegedly.export.wording import one_line

    ends = {one.end for one in claim.appearances}
    shown: dict[str, str] = {}
    for link in claim.disputes:
        against = link.second if link.first in ends else link.first
        shown.setdefault(one_line(against.speaker or "another text"), f"{link.manner or link.kind}: {one_line(against.words)}")
    parts: list[tuple[str, str]] = []
    for number, (who, how) in enumerate(list(shown.items())[:SHOWN]):
        parts += [("\n" if number else "", ""), (who, "bold red"), (f" {how}", "")]
    if len(shown) > SHOWN:
        parts.append((f"\n+ {len(shown) - SHOWN} more", "dim"))
    return Text.assemble(*parts)
