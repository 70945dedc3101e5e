"""Opens a ledger whose articles are linked, and writes links for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from allegedly.cli.ledgers import may_be_written, open_ledger
from allegedly.cli.screen import say, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from allegedly.ledger import Ledger
    from allegedly.model import Origin
    from allegedly.model.claim import Claim
    from allegedly.model.link import End, Link, Sheet


@contextmanager
def open_linked(path: str) -> Iterator[Ledger]:
    """The ledger at `path` for reading, once every article in it is linked; where that cannot be written, it is said."""
    with open_ledger(path) as opened:
        missing = len(opened.linking.missing())
    if missing and may_be_written(path):
        say(f"linking {missing:,} {'article' if missing == 1 else 'articles'} …")
        with open_ledger(path, write=True) as opened:
            opened.linking.catch_up()
    elif missing:
        say(f"{missing:,} of its articles are not linked yet, since {path} cannot be written here")
    with open_ledger(path) as opened:
        yield opened


def laid_out(opened: Ledger, claims: Sequence[Claim]) -> dict[str, Sheet]:
    """The articles that the claims and what is against them stand in, by id."""
    from allegedly.export.claims_page import articles_of
    from allegedly.pipeline import lay_out

    return {article: lay_out(opened.article(article)) for article in articles_of(claims)}


def write_page(path: str, page: str) -> None:
    """Write a page to the file named, or to standard output for `-`."""
    if path == "-":
        write(page)
    else:
        Path(path).write_text(page, encoding="utf-8", errors="backslashreplace")
        say(f"wrote {path}")


def dispute_table(links: tuple[Link, ...], origins: Mapping[str, Origin], *, ids: bool = False) -> RenderableType:
    """Who disputes, how, and what, with the words on both sides; with `ids` the beginning of each link's id.

    Words that dispute several things, one after the other, are written once.
    """
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="dim")
    table.add_column("who", ratio=1, overflow="fold")
    table.add_column("how", width=17)
    table.add_column("what is disputed", ratio=1, overflow="fold")
    before: Link | None = None
    for link in links:
        again = before is not None and (before.first.article, before.first.spans) == (link.first.article, link.first.spans)
        how = Text.assemble((str(link.manner or link.kind), "bold"), (f"\n{link.id[:8]}" if ids else "", "dim"))
        table.add_row("" if again else end_text(link.first, origins), how, end_text(link.second, origins))
        before = link
    return table


def end_text(end: End, origins: Mapping[str, Origin]) -> RenderableType:
    """Who says it, the words, and where they were published when."""
    from rich.text import Text

    from allegedly.export.wording import one_line

    who = one_line(end.speaker or "the text itself")
    where = place_of(origins[end.article])
    return Text.assemble((who, "bold"), f": {one_line(end.words)}", (f"\n{where}" if where else "", "dim"))


def place_of(origin: Origin) -> str:
    """The outlet, or the text's name, and the day."""
    from allegedly.export.wording import day_of, one_line

    return one_line(", ".join(part for part in (origin.outlet or origin.name, day_of(origin.published)) if part))
