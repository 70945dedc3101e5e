"""Corrections in a SQLite ledger."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, delete, insert, select, update

from allegedly.errors import LedgerError
from allegedly.export.json_correction import correction_event_from_json, correction_event_to_json
from allegedly.export.json_shape import findings_from_json, findings_to_json
from allegedly.export.json_value import Found, JsonObject, compact, parsed
from allegedly.model import Findings, Manner
from allegedly.model.correction import Correction, CorrectionEvent
from allegedly.model.guarantee import faults
from allegedly.store.rows import Row, statement_row
from allegedly.store.sqlite_links import forget_links
from allegedly.store.store import RefusedError
from allegedly.store.tables import ARTICLE, CORRECTION, OBSERVED, STATEMENT

Opening = Callable[[], AbstractContextManager[Connection]]
_WITHDRAWN = "withdrawn"


class SqliteCorrections:
    """A `CorrectionStore` on the connections that `reading` and `writing` open; `get` gives an article's findings."""

    def __init__(self, reading: Opening, writing: Opening, get: Callable[[str], Findings]) -> None:
        self._reading, self._writing, self._get = reading, writing, get

    def record(self, event: CorrectionEvent) -> None:
        """Append an event; one with the id of one there is there already."""
        row = correction_row(event)
        with self._writing() as connection:
            if connection.scalar(select(CORRECTION.c.id).where(CORRECTION.c.id == event.id)) is None:
                connection.execute(insert(CORRECTION), row)

    def events(self, article: str | None = None) -> tuple[CorrectionEvent, ...]:
        """The events in the order in which they came."""
        query = select(CORRECTION).order_by(CORRECTION.c.number)
        if article is not None:
            query = query.where(CORRECTION.c.article == article)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(correction_of(dict(row._mapping)) for row in rows)

    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that there are events on."""
        with self._reading() as connection:
            return tuple(dict.fromkeys(connection.scalars(select(CORRECTION.c.article).order_by(CORRECTION.c.number)).all()))

    def observed(self, article: str) -> Findings:
        """What a tagger found in the article with this id."""
        with self._reading() as connection:
            kept = connection.scalar(select(OBSERVED.c.findings).where(OBSERVED.c.article == article))
        findings = self._get(article)
        return findings if kept is None else findings_from_json(parsed(kept), text=findings.article.text)

    def observe(self, findings: Findings) -> None:
        """Keep what a tagger found in an article that people corrected."""
        row: Row = {"article": findings.article.id, "findings": compact(findings_to_json(findings, text=False))}
        with self._writing() as connection:
            if connection.scalar(select(ARTICLE.c.id).where(ARTICLE.c.id == findings.article.id)) is not None:
                connection.execute(delete(OBSERVED).where(OBSERVED.c.article == findings.article.id))
                connection.execute(insert(OBSERVED), row)

    def replace(self, corrected: Findings) -> None:
        """Put other statements in the place of an article's."""
        fault = next(faults(corrected), None)
        if fault is not None:
            raise RefusedError(f"{fault}; what breaks the slice guarantee is not kept")
        article, text = corrected.article.id, corrected.article.text
        rows = [statement_row(text, position, one) for position, one in enumerate(corrected.statements)]
        own = sum(row["manner"] != Manner.BARE for row in rows)
        with self._writing() as connection:
            changed = connection.execute(update(ARTICLE).where(ARTICLE.c.id == article).values({"statements": own}))
            if not changed.rowcount:
                raise LedgerError(f"no article has the id {article!r}")
            connection.execute(delete(STATEMENT).where(STATEMENT.c.article == article))
            forget_links(connection, article)
            if rows:
                connection.execute(insert(STATEMENT), rows)


def correction_row(event: CorrectionEvent) -> Row:
    """The event's columns, without its number."""
    value: JsonObject = correction_event_to_json(event)
    article = event.anchor.article if isinstance(event, Correction) else event.article
    field = str(event.field) if isinstance(event, Correction) else _WITHDRAWN
    return {"id": event.id, "article": article, "field": field, "at": event.when, "who": event.who, "value": value}


def correction_of(row: Row) -> CorrectionEvent:
    """The event in the row. Raises `LedgerError` where a column holds what no event has."""
    return correction_event_from_json(Found(row, f"correction {row.get('id')}")["value"])
