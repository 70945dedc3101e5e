"""Findings as flat rows: for spreadsheets, and for pandas and polars without depending on them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from allegedly.export.wording import lines_of
from allegedly.model import Figure, Findings, Spans, Statement, words_of

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
    "certainty",
    "medium",
    "time",
    "time_granularity",
    "figures",
    "events",
    "speaker",
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


def rows_of(findings: Findings) -> list[Row]:
    """One flat row for each statement, with the cells that `COLUMNS` names; `None` where there is no value.

    Words are slices of the text, as written, line breaks included. Spans are `start-end`, several parted by a space: half-open,
    in code points of the article's text.
    """
    numbered = zip(lines_of(findings), findings.statements, strict=True)
    return [_row(findings, statement, line.number, line.who) for line, statement in numbered]


def csv_of(many: Iterable[Findings], *, header: bool = True) -> Iterator[str]:
    """The rows of all findings as pieces of CSV (RFC 4180, lines end in CRLF), the names of the columns first.

    A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and news text is
    written by strangers: such a cell of text gets an apostrophe before it. The JSON shape and `rows_of` hold the words untouched.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    if header:
        writer.writerow(COLUMNS)
        yield _taken(buffer)
    for findings in many:
        for row in rows_of(findings):
            writer.writerow([_guarded(row[column]) for column in COLUMNS])
        yield _taken(buffer)


def _row(findings: Findings, statement: Statement, number: int, who: str) -> Row:
    article, recipe = findings.article, findings.recipe
    attribution, speaker, text = statement.attribution, statement.speaker, article.text
    return {
        "article": article.id,
        "outlet": statement.origin.outlet,
        "title": statement.origin.title,
        "url": statement.origin.url,
        "published": statement.origin.published,
        "row": number,
        "id": statement.id,
        "parent": statement.parent,
        "who": who,
        "source": words_of(text, attribution.source) or None,
        "cue": words_of(text, attribution.cue) or None,
        "content": words_of(text, attribution.content),
        "manner": str(statement.manner.value),
        "kind": str(statement.kind.value),
        "certainty": str(statement.certainty.value),
        "medium": statement.medium.value if statement.medium else None,
        "time": statement.time.value.interval if statement.time else None,
        "time_granularity": statement.time.value.granularity if statement.time else None,
        "figures": SEVERAL.join(map(figure_words, statement.figures)) or None,
        "events": SEVERAL.join(event.type for event in statement.events) or None,
        "speaker": speaker.name if speaker else None,
        "speaker_kind": str(speaker.kind) if speaker else None,
        "role": speaker.role if speaker else None,
        "affiliation": speaker.affiliation if speaker else None,
        "country": speaker.country if speaker else None,
        "candidates": (SEVERAL.join(speaker.candidates) or None) if speaker else None,
        "inferred": speaker.inferred if speaker else None,
        "confidence": attribution.confidence,
        "source_spans": _spans(attribution.source),
        "cue_spans": _spans(attribution.cue),
        "content_spans": _spans(attribution.content),
        "start": attribution.extent.start,
        "end": attribution.extent.end,
        "words": statement.words,
        "tagger": recipe.tagger,
        "version": recipe.version,
    }


def figure_words(figure: Figure) -> str:
    """A figure as a person reads it.

    >>> figure_words(Figure(12.0, None, "at least", "people", "killed", ()))
    'at least 12 people'
    >>> figure_words(Figure(9.0, 12.0, "between", None, None, ()))
    'between 9 and 12'
    """
    numbers = sorted({number for number in (figure.low, figure.high) if number is not None})
    value = " and ".join(f"{number:,g}" if abs(number) < 1e6 else f"{number:,.0f}" for number in numbers)
    bound = "" if figure.bound == "exactly" else figure.bound
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
