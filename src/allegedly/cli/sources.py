"""`allegedly sources`: on whose word the statements of a ledger rest."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json
from allegedly.cli.selecting import day_given

if TYPE_CHECKING:
    from collections import Counter

    from rich.console import RenderableType

    from allegedly.export.json_value import Json
    from allegedly.export.sourcing import SourceAudit
    from allegedly.ledger import Ledger
    from allegedly.model import Statement
    from allegedly.store.store import Selection

BY = {"outlet": "no outlet", "month": "no day"}
"""What the audit can divide by, and what those are called that have none."""


@click.command()
@click.argument("ledger")
@click.option("--audit", is_flag=True, help="Named, unnamed, document, nobody; without it, each kind of source with its words.")
@click.option("--by", type=click.Choice(list(BY)), default="outlet", show_default=True, help="What the audit divides by.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Published on this day or later (2026-11-20).")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Published on this day or earlier.")
@click.option("--outlet", help="The outlet's whole name, in any case.")
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the audit to FILE as one self-contained page."
)
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
def sources(
    ledger: str,
    audit: bool,
    by: str,
    since: datetime | None,
    until: datetime | None,
    outlet: str | None,
    html: Path | None,
    form: str | None,
    width: int | None,
) -> Exit:
    """Show on whose word the statements of a ledger rest.

    In the audit a plural group ("officials") counts once in an article, and shares are of what it is clear who says. Versions
    that a newer one replaces are left out.

    \b
    allegedly sources news.db
    allegedly sources news.db --audit --by month
    allegedly sources news.db --audit --html sources.html
    """
    from allegedly.cli.ledgers import open_ledger
    from allegedly.export.sourcing import audit_sources, audit_to_json, sources_page_of, whole_of
    from allegedly.export.wording import counted
    from allegedly.store.store import Selection

    selection = Selection(since=day_given(since), until=day_given(until), outlet=outlet)
    with open_ledger(ledger) as opened:
        if not audit and html is None:
            return _kinds(opened, selection, form, width)
        audits = audit_sources(opened.statements(selection), _outlet if by == "outlet" else _month)
    if by == "month":
        audits.sort(key=lambda each: each.name or "9999")
    if html:
        html.write_text(sources_page_of(audits, by, BY[by]), encoding="utf-8")
        say(f"written: {html}")
    elif form_of(form) is Form.JSON:
        for each in audits:
            write_json(audit_to_json(each))
    elif audits:
        draw(console(width), _table([*audits, *([whole_of(audits)] if len(audits) > 1 else [])], by))
    whole = whole_of(audits)
    unclear = f", {whole.unclear:,} unclear" if whole.unclear else ""
    again = f", {whole.repeated:,} more of plural groups named before" if whole.repeated else ""
    say(f"{counted(whole.total, 'statement')} in {counted(whole.articles, 'article')}{unclear}{again}")
    return Exit.DONE


def _outlet(statement: Statement) -> str | None:
    """The outlet, else the host of the article's address."""
    from allegedly.export.figuring import outlet_or_host

    return outlet_or_host(statement.origin)


def _month(statement: Statement) -> str | None:
    return (statement.origin.published or "")[:7] or None


def _kinds(opened: Ledger, selection: Selection, form: str | None, width: int | None) -> Exit:
    """Each kind of source: how many statements, how many sources, and the words for those named most often."""
    from collections import Counter, defaultdict

    from allegedly.export.wording import counted, one_line, slices
    from allegedly.model import SpeakerKind

    own_name = (SpeakerKind.NAMED_PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.STATE, SpeakerKind.OUTLET)
    statements: Counter[str] = Counter()
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[str, str] = {}
    for statement in opened.statements(selection):
        speaker = statement.speaker
        kind = "nobody" if speaker is None else str(speaker.kind)
        statements[kind] += 1
        written = "" if speaker is not None and speaker.kind in own_name else slices(statement, statement.attribution.source)
        name = one_line((speaker.name if speaker else None) or written)
        name = name.rstrip(" ,;:")
        if name:
            key = name.casefold().replace("’", "'")
            shown.setdefault(key, name)
            words[kind][key] += 1
    total = sum(statements.values())
    if form_of(form) is Form.JSON:
        for kind, number in statements.most_common():
            commonest: list[Json] = [{"words": shown[name], "statements": n} for name, n in words[kind].most_common(20)]
            write_json({"kind": kind, "statements": number, "sources": len(words[kind]), "commonest": commonest})
    elif statements:
        draw(console(width), _kind_table(statements, words, shown))
    say(f"{counted(total, 'statement')} by {counted(sum(map(len, words.values())), 'source')}")
    return Exit.DONE


def _kind_table(statements: Counter[str], words: dict[str, Counter[str]], shown: dict[str, str]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    total = sum(statements.values())
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("kind", no_wrap=True)
    for name in ("statements", "share", "sources"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("most often", ratio=1, overflow="fold")
    for kind, number in statements.most_common():
        often = ", ".join(f"{shown[name]} {count:,}" for name, count in words[kind].most_common(5))
        table.add_row(
            Text(kind, "bold"),
            f"{number:,}",
            f"{number / total:.0%}",
            f"{len(words[kind]):,}" if words[kind] else "",
            Text(often),
        )
    return table


def _table(audits: list[SourceAudit], by: str) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from allegedly.export.sourcing import SourceSort
    from allegedly.export.wording import one_line

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(by, ratio=1, overflow="fold")
    table.add_column("articles", justify="right", no_wrap=True)
    for sort in SourceSort:
        table.add_column(str(sort), justify="right", no_wrap=True)
    table.add_column("unclear", justify="right", no_wrap=True)
    for audit in audits:
        cells = [
            Text.assemble(f"{number:,}", (f"{audit.share(sort):>5.0%}", "" if audit.name == "all" else "dim"))
            for sort, number in audit.counts
        ]
        name = Text(one_line(audit.name) or BY[by], "italic" if not audit.name else "")
        table.add_row(name, f"{audit.articles:,}", *cells, f"{audit.unclear:,}", style="bold" if audit.name == "all" else "")
    return table
