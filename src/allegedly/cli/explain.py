"""One row, every field of it, and the words or the rule that each stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import click
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, write_json
from allegedly.export.csv import figure_words
from allegedly.export.events import event_words
from allegedly.export.json_statement import statement_to_json
from allegedly.export.threshold import numbered
from allegedly.export.wording import one_line, span_of_days, title_of
from allegedly.model import Findings, Judgement, Spans, Speaker, Statement, words_of

T = TypeVar("T")
Field = tuple[str, str, str]


def explain(findings: Findings, row: int, form: Form, width: int | None) -> Exit:
    """Show the row with this number. Raises `click.UsageError` where there is none."""
    rows = numbered(findings, bare=True)
    if row not in rows:
        raise click.UsageError(f"there is no row {row}, the article has {len(rows)}")
    statement = rows[row]
    if form is not Form.TABLE:
        write_json(statement_to_json(findings.article.text, statement))
        return Exit.DONE
    draw(console(width), _drawing(findings, row, statement))
    return Exit.DONE


def _drawing(findings: Findings, row: int, statement: Statement) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=True, header_style="dim")
    table.add_column("field", style="dim", no_wrap=True)
    table.add_column("value", overflow="fold", ratio=3)
    table.add_column("stands on", overflow="fold", ratio=2)
    for name, value, ground in _fields(findings, statement):
        table.add_row(name, Text(value), Text(ground, style="dim"))
    heading = Text.assemble((title_of(findings.article), "bold"), (f"   row {row}", "dim"))
    return Group(heading, Text(), _context(findings.article.text, statement), Text(), table)


def _context(text: str, statement: Statement) -> Text:
    """The statement's words, its roles marked as on the page: source underlined, cue in italics, content bold."""
    marked = Text()
    attribution = statement.attribution
    styles = {}
    for spans, style in ((attribution.content, "bold"), (attribution.cue, "italic"), (attribution.source, "underline")):
        for span in spans:
            styles.update(dict.fromkeys(range(span.start, span.end), style))
    extent = attribution.extent
    at = extent.start
    for place in range(extent.start, extent.end + 1):
        if place == extent.end or styles.get(place) != styles.get(at):
            words = text[at:place]
            shown = one_line(words)
            lead = " " if words[:1].isspace() else ""
            trail = " " if words[-1:].isspace() and shown else ""
            marked.append(lead + shown + trail, style=styles.get(at, "dim"))
            at = place
    return marked


def _fields(findings: Findings, statement: Statement) -> Iterator[Field]:
    text, attribution = findings.article.text, statement.attribution
    for name, spans in (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)):
        yield name, one_line(words_of(text, spans)) or "none", _places(spans)
    yield from _speaker(text, statement.speaker)
    yield "manner", str(statement.manner.value), _ground(text, statement.manner)
    yield "kind", str(statement.kind.value), _ground(text, statement.kind)
    yield "certainty", str(statement.certainty.value), _ground(text, statement.certainty)
    if statement.factuality:
        yield "factuality", f"{statement.factuality.value:+.1f} of -3 to 3", _ground(text, statement.factuality)
    if statement.medium:
        yield "medium", one_line(statement.medium.value), _ground(text, statement.medium)
    if statement.addressee:
        yield "told", one_line(statement.addressee.value), _ground(text, statement.addressee)
    if statement.time:
        interval = statement.time.value.interval
        yield "said", span_of_days(interval) if interval else "unresolved", _ground(text, statement.time)
    for figure in statement.figures:
        yield "figure", one_line(figure_words(figure)), _quoted(text, figure.evidence)
    for event in statement.events:
        yield "event", one_line(event_words(event)), _quoted(text, event.evidence)
    if statement.parent:
        row = next((n for n, other in numbered(findings).items() if other.id == statement.parent), None)
        yield "inside", f"row {row}" if row else statement.parent, ""
    yield "confidence", f"{attribution.confidence:.2f}", f"tagger {findings.recipe.tagger}"
    yield "id", statement.id, ""


def _speaker(text: str, speaker: Speaker | None) -> Iterator[Field]:
    if speaker is None:
        yield "speaker", "nobody named", ""
        return
    unclear = "unclear: " + " or ".join(speaker.candidates) if speaker.candidates else "not named"
    ground = "inferred" if speaker.inferred else ""
    yield "speaker", one_line(speaker.name or unclear), _quoted(text, speaker.evidence) or ground
    yield "is a", str(speaker.kind), ""
    for name, value in (("role", speaker.role), ("of", speaker.affiliation), ("country", speaker.country)):
        if value:
            yield name, one_line(value), ""


def _ground(text: str, judgement: Judgement[T]) -> str:
    return _quoted(text, judgement.evidence) or one_line(judgement.rule or "")


def _quoted(text: str, spans: Spans) -> str:
    return ", ".join(f"‹{one_line(span.of(text))}›" for span in spans)


def _places(spans: Spans) -> str:
    return ", ".join(f"{span.start}-{span.end}" for span in spans)
