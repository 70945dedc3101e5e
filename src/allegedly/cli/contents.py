"""The articles of a ledger, listed."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, say, write, write_json
from allegedly.cli.table import cut, fitting
from allegedly.export.csv import cells_of
from allegedly.export.wording import counted, day_of, one_line
from allegedly.ledger import Ledger
from allegedly.store.store import Entry

COLUMNS = ("id", "published", "outlet", "title", "url", "name", "version", "replaces", "statements", "tagger")


def print_contents(ledger: Ledger, path: str, form: Form, width: int | None) -> Exit:
    """List the articles that no newer version replaces, by day, and count what else there is."""
    entries = list(ledger.articles())
    counts = ledger.counts()
    if form is Form.TABLE:
        terminal = console(width)
        if entries:
            draw(terminal, contents(entries, terminal.width))
    elif form is Form.JSON:
        for entry in entries:
            write_json(_flat(entry))
    else:
        for piece in cells_of(COLUMNS, map(_flat, entries)):
            write(piece)
    replaced = counts.articles - len(entries)
    parts = [counted(len(entries), "article"), counted(sum(entry.statements for entry in entries), "statement")]
    if replaced:
        parts.append(f"{counted(replaced, 'older version')}")
    if counts.skipped:
        parts.append(f"{counts.skipped:,} skipped")
    say(f"{path}: " + ", ".join(parts))
    return Exit.DONE


def contents(entries: list[Entry], width: int) -> RenderableType:
    """The articles as a table that fits `width` columns."""
    outlets = [one_line(entry.origin.outlet or "") for entry in entries]
    outlet = fitting([cell_len(name) for name in outlets], 6, int(width * 0.22))
    title = max(16, width - outlet - 11 - 10 - 12 - 4 * 2)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("when", width=11, style="dim")
    table.add_column("outlet", width=outlet)
    table.add_column("title", width=title, overflow="fold")
    table.add_column("statements", width=10, justify="right")
    table.add_column("article", width=12, style="dim")
    for entry, name in zip(entries, outlets, strict=True):
        words = Text(one_line(entry.origin.title or entry.origin.name or "untitled"), style="bold")
        if entry.version > 1:
            words.append(f" (version {entry.version})", style="not bold dim")
        table.add_row(
            Text(day_of(entry.origin.published) or ""),
            cut(Text(name), outlet, 2),
            cut(words, title, 2),
            f"{entry.statements:,}",
            entry.article[:12],
        )
    return table


def _flat(entry: Entry) -> dict[str, str | int | float | bool | None]:
    origin = entry.origin
    return {
        "id": entry.article,
        "published": origin.published,
        "outlet": origin.outlet,
        "title": origin.title,
        "url": origin.url,
        "name": origin.name,
        "version": entry.version,
        "replaces": entry.replaces,
        "statements": entry.statements,
        "tagger": entry.recipe.tagger,
    }
