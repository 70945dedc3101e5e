"""Findings as flat rows: for spreadsheets, and for pandas and polars without depending on them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from allegedly.export.threshold import numbered
from allegedly.export.wording import slices, who
from allegedly.model import Figure, Findings, Recipe, Spans, Statement
from allegedly.model.codes import CODES

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Cell]

COLUMNS = (
    "article",
    "outlet",
    "title",
    "url",
    "published",
    "row",
    "id",
    "parent",
    "who",
    "source",
    "cue",
    "content",
    "manner",
    "kind",
    "cameo",
    "plover",
    "certainty",
    "medium",
    "addressee",
    "time",
    "time_granularity",
    "figures",
    "events",
    "speaker",
    "members",
    "speaker_kind",
    "role",
    "affiliation",
    "country",
    "candidates",
    "inferred",
    "confidence",
    "source_spans",
    "cue_spans",
    "content_spans",
    "start",
    "end",
    "words",
    "tagger",
    "version",
)
"""The names of a row's cells, in order; `docs/cli.md` says what each holds."""

SEVERAL = "; "
"""Stands between the values of a cell that holds several."""


def rows_of(findings: Findings, least: float = 0.0) -> list[Row]:
    """One flat row for each statement, with the cells that `COLUMNS` names; `None` where there is no value.

    Statements of less confidence than `least` are left out; the others keep their numbers.

    Words are slices of the text, as written, line breaks included. Spans are `start-end`, several parted by a space: half-open,
    in code points of the article's text.
    """
    return [row_of(statement, number, findings.recipe) for number, statement in numbered(findings, least, bare=True).items()]


def row_of(statement: Statement, number: int | None = None, recipe: Recipe | None = None) -> Row:
    """The row of a statement that stands alone; its number in the article and what found it are `None` where not known."""
    return _place(statement, number) | _words(statement) | _speaker(statement) | _spans_of(statement, recipe)


def csv_of(many: Iterable[Findings], *, header: bool = True) -> Iterator[str]:
    """The rows of all findings as CSV, a piece for each; see `csv_of_rows`."""
    return csv_of_rows((rows_of(findings) for findings in many), header=header)


def csv_of_rows(groups: Iterable[Iterable[Row]], *, header: bool = True) -> Iterator[str]:
    """The rows of statements as CSV, a piece for each group; see `cells_of`."""
    if header:
        yield from cells_of(COLUMNS, ())
    for rows in groups:
        yield from cells_of(COLUMNS, rows, header=False)


def cells_of(columns: Sequence[str], rows: Iterable[Row], *, header: bool = True) -> Iterator[str]:
    """These columns of the rows as CSV (RFC 4180, lines end in CRLF), the names of the columns first.

    A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and news text is
    written by strangers: such a cell of text gets an apostrophe before it. The JSON shape and `rows_of` hold the words untouched.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    if header:
        writer.writerow(columns)
        yield _taken(buffer)
    for row in rows:
        writer.writerow([_guarded(row[column]) for column in columns])
        yield _taken(buffer)


def _place(statement: Statement, number: int | None) -> Row:
    origin = statement.origin
    return {
        "article": statement.article,
        "outlet": origin.outlet,
        "title": origin.title,
        "url": origin.url,
        "published": origin.published,
        "row": number,
        "id": statement.id,
        "parent": statement.parent,
    }


def _words(statement: Statement) -> Row:
    attribution = statement.attribution
    cameo, plover = CODES[statement.kind.value]
    return {
        "who": who(statement)[0],
        "source": slices(statement, attribution.source) or None,
        "cue": slices(statement, attribution.cue) or None,
        "content": slices(statement, attribution.content),
        "manner": str(statement.manner.value),
        "kind": str(statement.kind.value),
        "cameo": cameo,
        "plover": str(plover) if plover else None,
        "certainty": str(statement.certainty.value),
        "medium": statement.medium.value if statement.medium else None,
        "addressee": statement.addressee.value if statement.addressee else None,
        "time": statement.time.value.interval if statement.time else None,
        "time_granularity": statement.time.value.granularity if statement.time else None,
        "figures": SEVERAL.join(map(figure_words, statement.figures)) or None,
        "events": SEVERAL.join(str(event.type) for event in statement.events) or None,
    }


def _speaker(statement: Statement) -> Row:
    speaker = statement.speaker
    return {
        "speaker": speaker.name if speaker else None,
        "members": (SEVERAL.join(member.name or "" for member in speaker.members) or None) if speaker else None,
        "speaker_kind": str(speaker.kind) if speaker else None,
        "role": speaker.role if speaker else None,
        "affiliation": speaker.affiliation if speaker else None,
        "country": speaker.country if speaker else None,
        "candidates": (SEVERAL.join(speaker.candidates) or None) if speaker else None,
        "inferred": speaker.inferred if speaker else None,
    }


def _spans_of(statement: Statement, recipe: Recipe | None) -> Row:
    attribution = statement.attribution
    return {
        "confidence": attribution.confidence,
        "source_spans": _spans(attribution.source),
        "cue_spans": _spans(attribution.cue),
        "content_spans": _spans(attribution.content),
        "start": attribution.extent.start,
        "end": attribution.extent.end,
        "words": statement.words,
        "tagger": recipe.tagger if recipe else None,
        "version": recipe.version if recipe else None,
    }


_THIRDS = {33.33: "a third", 66.67: "two thirds"}
"""Shares that a person reads as a fraction."""
VAGUE = {
    24.0: "dozens",
    40.0: "scores",
    200.0: "hundreds",
    2e3: "thousands",
    2e4: "tens of thousands",
    2e5: "hundreds of thousands",
    2e6: "millions",
    2e7: "tens of millions",
    2e8: "hundreds of millions",
    2e9: "billions",
}
"""What a count without a number is called, by the least that it can be."""


def figure_words(figure: Figure) -> str:
    """A figure as a person reads it.

    >>> figure_words(Figure(12.0, None, "at least", "people", "killed", ()))
    'at least 12 people'
    >>> figure_words(Figure(9.0, 12.0, "between", None, None, ()))
    'between 9 and 12'
    >>> figure_words(Figure(24.0, None, "several", "farmers", None, ()))
    'dozens of farmers'
    >>> figure_words(Figure(45.0, 45.0, "about", "voters", "percent", ()))
    'about 45% of voters'
    >>> figure_words(Figure(None, 66.67, "up to", None, "percent", ()))
    'up to two thirds'
    """
    vague = figure.bound == "several" and figure.high is None
    if vague and figure.low in VAGUE:
        return " of ".join(part for part in (VAGUE[figure.low or 0.0], figure.counted) if part)
    numbers = sorted({number for number in (figure.low, figure.high) if number is not None})
    value = " and ".join(f"{number:,g}" if abs(number) < 1e6 else f"{number:,.0f}" for number in numbers)
    third = _THIRDS.get(numbers[0]) if figure.category == "percent" and len(numbers) == 1 else None
    if third is not None:
        value = f"{third} of" if figure.counted else third
    elif figure.category == "percent" and value:
        value += "% of" if figure.counted else "%"
    bound = "" if figure.bound == "exactly" else "at least" if vague and value else figure.bound
    return " ".join(part for part in (bound, value, figure.counted) if part)


def _spans(spans: Spans) -> str | None:
    return " ".join(f"{span.start}-{span.end}" for span in spans) or None


def _guarded(cell: Cell) -> Cell:
    return "'" + cell if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _taken(buffer: io.StringIO) -> str:
    piece = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return piece
