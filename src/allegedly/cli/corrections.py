"""`allegedly corrections`: what people corrected, what of it waits, and the way to other ledgers and tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.judging import judge_name, now, open_existing
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.screen import Form, console, draw, form_of, say, write, write_json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from allegedly.export.json_value import Json
    from allegedly.model.correction import Correction, CorrectionEvent, Value, Waiting


@click.group()
def corrections() -> None:
    """Show, share and take back what people corrected.

    Corrections are made on the pages of `allegedly serve` and over HTTP.
    """


def _form_options(command: click.decorators.FC) -> click.decorators.FC:
    for option in (
        click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's)."),
        click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal."),
        click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped."),
    ):
        command = option(command)
    return command


@corrections.command("list")
@click.argument("ledger")
@_form_options
def listed(ledger: str, form: str | None, width: int | None) -> Exit:
    """List the corrections that stand: who corrected what, when, from what to what."""
    from allegedly.export.json_correction import correction_event_to_json
    from allegedly.export.wording import counted

    with open_ledger(ledger) as opened:
        found = opened.corrections.standing()
        differences = sum(1 for _ in opened.corrections.differences())
    if form_of(form) is Form.JSON:
        for one in found:
            write_json(correction_event_to_json(one))
    elif found:
        draw(console(width), _table([(one, "") for one in found]))
    apart = f"; people see {counted(differences, 'field')} differently" if differences else ""
    say(f"{counted(len(found), 'correction')}{apart}")
    return Exit.DONE


@corrections.command()
@click.argument("ledger")
@_form_options
def waiting(ledger: str, form: str | None, width: int | None) -> Exit:
    """List the corrections that could not be replayed, with what stands at their place now."""
    from allegedly.export.json_correction import correction_event_to_json
    from allegedly.export.wording import counted

    with open_ledger(ledger) as opened:
        found = list(opened.corrections.waiting())
    if form_of(form) is Form.JSON:
        for one in found:
            rivals: list[Json] = [{"id": rival.id, "words": rival.words} for rival in one.rivals]
            write_json({**correction_event_to_json(one.correction), "reason": one.reason, "now": rivals})
    elif found:
        draw(console(width), _table([(one.correction, _now(one)) for one in found]))
    say(f"{counted(len(found), 'correction')} waiting")
    return Exit.DONE


@corrections.command()
@click.argument("ledger")
def export(ledger: str) -> Exit:
    """Write all corrections, withdrawn ones too, as W3C Web Annotations: JSON lines on standard output."""
    from allegedly.export.web_annotation import annotation_of
    from allegedly.export.wording import counted
    from allegedly.store.store import Selection

    with open_ledger(ledger) as opened:
        urls = {entry.article: entry.origin.url for entry in opened.articles(Selection(replaced=True))}
        events = opened.corrections.events()
    for event in events:
        write(json.dumps(annotation_of(event, urls.get(_article_of(event))), ensure_ascii=False) + "\n")
    say(f"{counted(len(events), 'annotation')}")
    return Exit.DONE


@corrections.command("import")
@click.argument("ledger")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def imported(ledger: str, file: Path) -> Exit:
    """Take corrections from FILE (- for standard input), as `export` writes them; those that are there already stay as they are.

    A correction of an article that the ledger does not hold waits until it does.
    """
    from allegedly.export.wording import counted

    events = list(_events(file))
    with open_existing(ledger) as opened:
        new = opened.corrections.put(events)
        wait = sum(1 for _ in opened.corrections.waiting())
    say(f"{counted(new, 'correction')} taken of {len(events):,}; {wait:,} wait")
    return Exit.DONE


@corrections.command()
@click.argument("ledger")
@click.argument("correction", metavar="ID")
@click.option("--why", help="Why, in your words; kept with the withdrawal.")
@click.option("--by", metavar="NAME", help="Who takes it back (the name you are logged in with).")
def undo(ledger: str, correction: str, why: str | None, by: str | None) -> Exit:
    """Take the correction with this id, or beginning of one, back: what was found stands again."""
    with open_existing(ledger) as opened:
        event = opened.corrections.withdraw(correction, who=judge_name(by), when=now(), why=why)
    say(f"correction {event.withdrawn} is taken back")
    return Exit.DONE


def _events(file: Path) -> Iterator[CorrectionEvent]:
    from allegedly.errors import LedgerError
    from allegedly.export.json_value import parsed
    from allegedly.export.web_annotation import event_of_annotation

    expected = "expected corrections as `allegedly corrections export` writes them"
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except OSError as error:
        raise LedgerError(f"{file}: {error.strerror}; {expected}") from None
    except UnicodeDecodeError:
        raise LedgerError(f"{file} is not in UTF-8; {expected}") from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield event_of_annotation(parsed(line))
            except LedgerError as error:
                raise LedgerError(f"{file}, line {number}: {error}") from None


def _article_of(event: CorrectionEvent) -> str:
    from allegedly.model.correction import Correction

    return event.anchor.article if isinstance(event, Correction) else event.article


def _table(rows: list[tuple[Correction, str]]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    from allegedly.export.wording import day_of, one_line

    now_too = any(now_there for _, now_there in rows)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("id", "who", "when"):
        table.add_column(name, no_wrap=True)
    for name in ("statement", "what", "from", "to", *(["now"] if now_too else [])):
        table.add_column(name, ratio=3 if name in ("statement", "now") else 2, overflow="fold")
    for one, now_there in rows:
        words = one_line(" … ".join(quote.exact for quote in one.anchor.content))
        cells: list[Text | str] = [Text(one.id[:8], "dim"), Text(one_line(one.who)), day_of(one.when) or "", Text(_cut(words))]
        cells += [str(one.field), Text(_cut(_shown(one.old)), "dim"), Text(_cut(_shown(one.new)), "bold")]
        table.add_row(*cells, *([Text(now_there)] if now_too else []))
    return table


def _now(one: Waiting) -> str:
    from allegedly.export.wording import one_line

    return "\n".join(_cut(one_line(rival.words)) for rival in one.rivals) or one.reason


def _shown(value: Value) -> str:
    from allegedly.export.csv import figure_words
    from allegedly.export.wording import one_line
    from allegedly.model import Speaker
    from allegedly.model.correction import Anchor

    match value:
        case None:
            return "none"
        case Anchor():
            return one_line(" … ".join(quote.exact for quote in (*value.source, *value.cue, *value.content)))
        case Speaker():
            return one_line(value.name or f"not named, {value.kind}")
        case tuple():
            return one_line(", ".join(figure_words(figure) for figure in value)) or "no figure"
        case _:
            return str(value)


def _cut(words: str) -> str:
    return words if len(words) <= 90 else words[:89] + "…"
