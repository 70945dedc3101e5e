"""`allegedly identities`: who the speakers of a ledger are across articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.judging import judge_name, now, open_existing, withdraw
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.screen import Form, console, draw, form_of, form_options, say, write, write_json

if TYPE_CHECKING:
    from allegedly.model.identity import Identity, SpeakerEvent

COLUMNS = ("id", "name", "sort", "statements", "articles", "first", "last", "names", "countries", "wikidata", "perhaps")


@click.command()
@click.argument("ledger")
@click.argument("name", required=False)
@form_options
@click.option("--unsure", is_flag=True, help="Those alone that may be one with another, and why they are kept apart.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@click.option("--judgements", is_flag=True, help="What people judged instead, withdrawn judgements too.")
@click.option("--import", "imported", metavar="FILE", help="Keep the speakers of an identity file (CSV or JSON).")
@click.option("--undo", metavar="ID", help="Withdraw a judgement, or an imported speaker.")
@click.option("--by", metavar="NAME", help="Who imports or withdraws (the name you are logged in with).")
def identities(
    ledger: str,
    name: str | None,
    form: str | None,
    width: int | None,
    unsure: bool,
    limit: int | None,
    judgements: bool,
    imported: str | None,
    undo: str | None,
    by: str | None,
) -> Exit:
    """List who speaks in a ledger, across articles.

    The most quoted come first. NAME, a name or part of one, or an id, shows those alone.

    \b
    allegedly identities ledger.db
    allegedly identities ledger.db --unsure
    allegedly identities ledger.db --import speakers.csv
    """
    if undo is not None:
        return withdraw(ledger, undo, None, by)
    if imported is not None:
        return _import(ledger, imported, by)
    with open_ledger(ledger) as opened:
        events = opened.identities.events()
        if judgements:
            return _print_judgements(events, form_of(form), width)
        found = opened.identities.all() if name is None else opened.identities.named(name)
    chosen = [one for one in found if one.doubts] if unsure else list(found)
    _print(chosen[:limit], form_of(form), width, doubts=unsure)
    several = sum(1 for one in found if one.articles > 1)
    doubtful = sum(1 for one in found if one.doubts)
    say(f"{ledger}: {_number(len(found))}, {several:,} of them in several articles; {doubtful:,} may be one with another")
    return Exit.DONE


def _number(count: int) -> str:
    return f"{count:,} {'identity' if count == 1 else 'identities'}"


def _print(found: list[Identity], form: Form, width: int | None, *, doubts: bool) -> None:
    from allegedly.export.csv import cells_of
    from allegedly.export.json_identity import identity_to_json

    if form is Form.TABLE:
        from allegedly.cli.speakers import listed

        terminal = console(width)
        if found:
            draw(terminal, listed(found, terminal.width, doubts=doubts))
    elif form is Form.JSON:
        for one in found:
            write_json({"schema": 1, "identity": identity_to_json(one)})
    else:
        for piece in cells_of(COLUMNS, map(_flat, found)):
            write(piece)


def _flat(identity: Identity) -> dict[str, str | int | float | bool | None]:
    days = sorted(profile.day for profile in identity.profiles if profile.day)
    return {
        "id": identity.id,
        "name": identity.name,
        "sort": str(identity.sort),
        "statements": identity.statements,
        "articles": identity.articles,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "names": "; ".join(sorted({profile.name for profile in identity.profiles})),
        "countries": "; ".join(sorted({country for profile in identity.profiles for country in profile.countries})),
        "wikidata": identity.wikidata,
        "perhaps": "; ".join(f"{doubt.name} {doubt.other}" for doubt in identity.doubts),
    }


def _print_judgements(events: tuple[SpeakerEvent, ...], form: Form, width: int | None) -> Exit:
    from allegedly.export.json_identity import event_to_json
    from allegedly.export.wording import counted
    from allegedly.model.identity import standing

    stand = {event.id for event in standing(events)}
    if form is Form.TABLE:
        from rich.text import Text

        for event in events:
            draw(console(width), Text(_judgement(event, stands=event.id in stand)))
    else:
        for event in events:
            write_json({"schema": 1, "judgement": event_to_json(event, stands=event.id in stand)})
    say(f"{counted(len(events), 'judgement')}, {len(stand):,} of them stand")
    return Exit.DONE


def _judgement(event: SpeakerEvent, *, stands: bool) -> str:
    """A judgement on one line."""
    from allegedly.export.wording import one_line
    from allegedly.model.identity import SpeakerJudgement, Withdrawal

    if isinstance(event, Withdrawal):
        what = f"withdraws {event.withdrawn}"
    elif isinstance(event, SpeakerJudgement):
        what = f"{event.left.name!r} {event.what} {event.right.name!r}" + (f": {event.why}" if event.why else "")
    else:
        what = f"known: {event.name}" + (f" ({event.wikidata})" if event.wikidata else "")
    note = "" if stands or isinstance(event, Withdrawal) else "  (withdrawn)"
    return one_line(f"{event.id[:8]}  {event.when}  {event.who}  {what}") + note


def _import(ledger: str, path: str, by: str | None) -> Exit:
    from allegedly.export.wording import counted
    from allegedly.resolve.identity_file import read_known

    known = read_known(Path(path).read_bytes(), who=judge_name(by), when=now())
    with open_existing(ledger) as opened:
        new = opened.identities.learn(known)
    say(f"{ledger}: {counted(len(new), 'speaker')} imported, {len(known) - len(new):,} known before")
    return Exit.DONE
