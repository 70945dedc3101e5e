"""`allegedly who`: what a speaker is quoted with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from allegedly.cli.confidence import Sieve, confidence_option
from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, form_of, form_options, say, write
from allegedly.cli.selecting import day_given, selection_options

if TYPE_CHECKING:
    from allegedly.model import Statement
    from allegedly.model.identity import Identity

_KNOWN = 8
"""How many speakers of one name are shown with all that is known of them."""


@click.command()
@click.argument("ledger")
@click.argument("name")
@form_options
@selection_options
@confidence_option
@click.option("--full", is_flag=True, help="Show statements whole, however long.")
def who(
    ledger: str,
    name: str,
    form: str | None,
    width: int | None,
    since: datetime | None,
    until: datetime | None,
    outlet: str | None,
    limit: int | None,
    least: float,
    full: bool,
) -> Exit:
    """Show what a speaker is quoted with.

    Statements come by day. NAME is a name or part of one, in any case, or an identity's id; statements whose source as written
    holds NAME are there too. Several speakers of one name are shown apart, with what tells them apart.

    \b
    allegedly who ledger.db "Mirela Kosta"
    """
    from allegedly.cli.ledgers import open_ledger
    from allegedly.cli.statements import print_statements
    from allegedly.export.threshold import left_out
    from allegedly.export.wording import counted
    from allegedly.store.query import folded
    from allegedly.store.store import Selection

    with open_ledger(ledger) as opened:
        found = opened.identities.named(name)
        names = tuple(sorted({profile.name for identity in found for profile in identity.profiles}))
        # An id holds no words to look for; anything else that holds none is refused as any selection is.
        written = name if folded(name) or not found else None
        selection = Selection(since=day_given(since), until=day_given(until), outlet=outlet, speaker=written, names=names)
        statements = opened.identities.fill_in(opened.statements(selection), found)
        sieve = Sieve(least, limit)
        kept = sieve(one for one in statements if _meant(one, written))
        if form_of(form) is Form.TABLE:
            number = _print_apart(list(kept), found, width, whole=full)
        else:
            number = print_statements(kept, form_of(form), width, whole=full)
    if sieve.left_out:
        say(left_out(sieve.left_out, least))
    names_shown = [f"{one.name} ({one.statements:,})" for one in found[:6]]
    known = f" as {', '.join(names_shown)}{', …' if len(found) > 6 else ''}" if found else ""
    say(f"{counted(number, 'statement')} of {name!r}{known}")
    return Exit.DONE


def _meant(statement: Statement, name: str | None) -> bool:
    """Whether the statement is of one of the identities, or bears the name, as resolved or as written."""
    from allegedly.export.wording import slices
    from allegedly.store.query import folded

    speaker = statement.speaker
    if speaker is not None and any(one.identity is not None for one in (speaker, *speaker.members)):
        return True
    said = (slices(statement, statement.attribution.source), (speaker.name if speaker else None) or "")
    return name is not None and any(folded(name) in folded(words) for words in said)


def _identities(statement: Statement) -> Sequence[str | None]:
    """The ids of all who speak, `None` for whoever has none."""
    speaker = statement.speaker
    speaking = () if speaker is None else tuple(one.identity for one in (speaker, *speaker.members) if one.identity is not None)
    return speaking or (None,)


def _print_apart(statements: list[Statement], found: Sequence[Identity], width: int | None, *, whole: bool) -> int:
    """Each identity with its statements, the first ones with all that is known of them; then the statements of no identity."""
    from allegedly.cli.speakers import heading
    from allegedly.cli.statements import print_statements

    terminal = console(width)
    of: dict[str | None, list[Statement]] = {}
    for statement in statements:
        for meant in _identities(statement):
            of.setdefault(meant, []).append(statement)
    shown = [identity for identity in found if identity.id in of]
    for identity in shown[:_KNOWN]:
        draw(terminal, heading(identity))
        write("\n")
        print_statements(of.pop(identity.id), Form.TABLE, width, whole=whole)
        write("\n")
    rest = [statement for group in of.values() for statement in group]
    if rest and shown:
        others = len(shown) - _KNOWN
        write(
            f"{others:,} more speakers of that name, and words of it in other sources\n" if others > 0 else "in other sources\n"
        )
    if rest:
        print_statements(rest, Form.TABLE, width, whole=whole)
    return len(statements)
