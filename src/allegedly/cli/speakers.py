"""Identities on standard output."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from allegedly.export.json_identity import identity_to_json
from allegedly.export.json_value import Found
from allegedly.export.wording import counted, day_of, one_line
from allegedly.model.identity import Identity

_MOST = 6
"""How many names, roles or outlets are shown."""

_LABELS = (("names", "called"), ("roles", "role"), ("affiliations", "of"), ("countries", "country"), ("outlets", "quoted by"))


def heading(identity: Identity) -> RenderableType:
    """What is known of a speaker: names, roles, affiliations, countries and outlets with their articles and days."""
    told = Found({**identity_to_json(identity)}, "identity")
    title = Text.assemble(
        (one_line(identity.name), "bold"),
        (f"   {counted(identity.statements, 'statement')} in {counted(identity.articles, 'article')}   {identity.id[:8]}", "dim"),
    )
    rows = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    rows.add_column(width=11, style="dim")
    rows.add_column(overflow="fold")
    for field, label in _LABELS:
        said = [_said(one) for one in told.items_at(field)]
        if said:
            rows.add_row(label, "; ".join(said[:_MOST]) + ("; …" if len(said) > _MOST else ""))
    if identity.wikidata:
        rows.add_row("Wikidata", identity.wikidata)
    for reason in identity.reasons[:_MOST]:
        rows.add_row("one because", one_line(reason))
    for doubt in identity.doubts:
        rows.add_row("perhaps", f"{one_line(doubt.name)} {doubt.other[:8]} ({one_line(', '.join(doubt.reasons))})")
    return Group(title, rows)


def listed(identities: Sequence[Identity], width: int, *, doubts: bool) -> RenderableType:
    """The identities as a table that fits `width` columns; with `doubts`, whom each may be one with and why."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", width=width)
    table.add_column("who", ratio=3, overflow="fold")
    table.add_column("perhaps" if doubts else "also called", ratio=5, overflow="fold")
    table.add_column("statements", justify="right", width=10)
    table.add_column("articles", justify="right", width=8)
    table.add_column("id", width=8, style="dim")
    for identity in identities:
        told = Found({**identity_to_json(identity)}, "identity")
        if doubts:
            other = "\n".join(
                f"{one_line(one.name)} {one.other[:8]}: {one_line(', '.join(one.reasons))}" for one in identity.doubts
            )
        else:
            names = [one["value"].text() for one in told.items_at("names")]
            other = "; ".join(one_line(name) for name in names if name != identity.name)
        name = Text(one_line(identity.name), style="bold")
        table.add_row(name, other, f"{identity.statements:,}", f"{identity.articles:,}", identity.id[:8])
    return table


def _said(found: Found) -> str:
    """A value, in how many articles, from when to when."""
    first, last = (day_of(found.text_at(key)) for key in ("first", "last"))
    days = "" if first is None else f", {first}" if first == last else f", {first} to {last}"
    return f"{one_line(found['value'].text())} ({found['articles'].whole():,}{days})"
