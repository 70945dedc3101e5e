"""Checks every row of a ledger against what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Connection, Table, select
from sqlalchemy.exc import DBAPIError

from allegedly.errors import LedgerError
from allegedly.model import Article, Manner, Origin, Statement, words_of
from allegedly.model.correction import Correction
from allegedly.model.guarantee import article_faults, statement_faults
from allegedly.store.link_rows import link_of, link_row
from allegedly.store.rows import Row, article_of, article_row, recipe_of, skipped_of, skipped_row, statement_of, statement_row
from allegedly.store.speaker_rows import event_of, event_row
from allegedly.store.sqlite_captured import captured_faults
from allegedly.store.sqlite_corrections import correction_of, correction_row
from allegedly.store.sqlite_text import check_index
from allegedly.store.store import Fault
from allegedly.store.tables import ARTICLE, CORRECTION, LINK, SKIPPED, SPEAKER_EVENT, STATEMENT

_TEXTS = 500
"""How many texts are held at once while links are checked."""


def verify_rows(connection: Connection, *, index: bool) -> Iterator[Fault]:
    """Every broken row; with `index` the full-text index too, for which the connection must be free to write."""
    for (answer,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if answer != "ok":
            yield Fault(None, None, f"the file is damaged: {answer}")
    yield from _orphans(connection)
    for article_id in connection.scalars(select(ARTICLE.c.id).order_by(ARTICLE.c.id)).all():
        yield from _article(connection, article_id)
    yield from _skipped(connection)
    yield from _speaker_events(connection)
    yield from _links(connection)
    yield from _corrections(connection)
    yield from captured_faults(connection)
    if index:
        try:
            check_index(connection)
        except DBAPIError:
            yield Fault(None, None, "the full-text index does not fit the statements: searches may miss some")


def _orphans(connection: Connection) -> Iterator[Fault]:
    known = select(ARTICLE.c.id)
    query = select(STATEMENT.c.article, STATEMENT.c.id).where(STATEMENT.c.article.not_in(known)).order_by(STATEMENT.c.id)
    for article, statement in connection.execute(query).all():
        yield Fault(article, statement, f"statement {statement} belongs to the article {article}, which is not there")


def _article(connection: Connection, article_id: str) -> Iterator[Fault]:
    rows = list(_rows(connection, ARTICLE, ARTICLE.c.id, article_id))
    article: Article | None = None
    for row in rows:
        if isinstance(row, str):
            yield Fault(article_id, None, f"article {article_id}: {row}")
            continue
        try:
            article = article_of(row)
            recipe_of(row)
        except LedgerError as error:
            yield Fault(article_id, None, f"article {article_id}: {error}")
            continue
        for message in article_faults(article):
            yield Fault(article_id, None, message)
        yield from (Fault(article_id, None, f"article {article_id}: {what}") for what in _differing(row, article_row(article)))
        yield from _version(connection, row)
    if article is not None and isinstance(rows[0], dict):
        yield from _statements(connection, article, rows[0]["statements"])


def _version(connection: Connection, row: Row) -> Iterator[Fault]:
    article, version, replaces = str(row["id"]), row["version"], row["replaces"]
    if replaces is None:
        if version != 1:
            yield Fault(article, None, f"article {article} is version {version} and names no version that it replaces")
        return
    query = select(ARTICLE.c.version, ARTICLE.c.origin_key).where(ARTICLE.c.id == replaces)
    before = connection.execute(query).one_or_none()
    if before is None or before.version + 1 != version or before.origin_key != row["origin_key"]:
        yield Fault(article, None, f"article {article} is version {version} and replaces {replaces}, which is not the one before")


def _statements(connection: Connection, article: Article, number: object) -> Iterator[Fault]:
    ids: set[str] = set()
    parents: list[tuple[str, str]] = []
    count = 0
    for position, row in enumerate(_rows(connection, STATEMENT, STATEMENT.c.article, article.id)):
        count += isinstance(row, str) or row["manner"] != Manner.BARE
        if isinstance(row, str):
            yield Fault(article.id, None, row)
            continue
        statement = _statement(row, article.origin)
        if isinstance(statement, str):
            yield Fault(article.id, str(row["id"]), statement)
            continue
        ids.add(statement.id)
        if statement.parent is not None:
            parents.append((statement.id, statement.parent))
        for message in statement_faults(article, statement):
            yield Fault(article.id, statement.id, message)
        for what in _differing(row, statement_row(article.text, position, statement)):
            yield Fault(article.id, statement.id, f"statement {statement.id}: {what}")
    if count != number:
        yield Fault(article.id, None, f"article {article.id} holds {count} statements, expected {number}")
    for child, parent in parents:
        if parent not in ids or parent == child:
            yield Fault(article.id, child, f"statement {child} has the parent {parent}, which is no other one of the article")


def _statement(row: Row, origin: Origin) -> Statement | str:
    try:
        return statement_of(row, origin)
    except LedgerError as error:
        return str(error)


def _skipped(connection: Connection) -> Iterator[Fault]:
    for skipped_id in connection.scalars(select(SKIPPED.c.id).order_by(SKIPPED.c.id)).all():
        for row in _rows(connection, SKIPPED, SKIPPED.c.id, skipped_id):
            if isinstance(row, str):
                yield Fault(None, None, row)
                continue
            try:
                wrong = list(_differing(row, skipped_row(skipped_of(row))))
            except LedgerError as error:
                wrong = [str(error)]
            yield from (Fault(None, None, f"skipped {skipped_id}: {what}") for what in wrong)


def _speaker_events(connection: Connection) -> Iterator[Fault]:
    for event_id in connection.scalars(select(SPEAKER_EVENT.c.id).order_by(SPEAKER_EVENT.c.id)).all():
        for row in _rows(connection, SPEAKER_EVENT, SPEAKER_EVENT.c.id, event_id):
            if isinstance(row, str):
                yield Fault(None, None, row)
                continue
            try:
                wrong = list(_differing(row, event_row(event_of(row))))
            except LedgerError as error:
                wrong = [str(error)]
            yield from (Fault(None, None, f"judgement {event_id}: {what}") for what in wrong)


def _links(connection: Connection) -> Iterator[Fault]:
    """Links whose words are not those of their articles, or whose columns say something else."""
    texts: dict[str, str] = {}
    for link_id in connection.scalars(select(LINK.c.id).order_by(LINK.c.first_article, LINK.c.id)).all():
        for row in _rows(connection, LINK, LINK.c.id, link_id):
            if isinstance(row, str):
                yield Fault(None, None, row)
                continue
            try:
                link = link_of(row)
            except LedgerError as error:
                yield Fault(None, None, f"link {link_id}: {error}")
                continue
            yield from (Fault(None, None, f"link {link_id}: {what}") for what in _differing(row, link_row(link)))
            for end in (link.first, link.second):
                if end.article not in texts:
                    found = connection.scalar(select(ARTICLE.c.text).where(ARTICLE.c.id == end.article))
                    texts = {end.article: found or ""} if len(texts) > _TEXTS else {**texts, end.article: found or ""}
                if words_of(texts[end.article], end.spans) != end.words:
                    yield Fault(
                        end.article, end.statement, f"link {link_id}: its words {end.words[:60]!r} are not in the text there"
                    )


def _corrections(connection: Connection) -> Iterator[Fault]:
    """Corrections whose columns say something else than they, or whose words are not those of the text that they were made on."""
    for event_id, article in connection.execute(
        select(CORRECTION.c.id, CORRECTION.c.article).order_by(CORRECTION.c.number)
    ).all():
        text = connection.execute(select(ARTICLE.c.text, ARTICLE.c.text_sha256).where(ARTICLE.c.id == article)).one_or_none()
        for row in _rows(connection, CORRECTION, CORRECTION.c.id, event_id):
            if isinstance(row, str):
                yield Fault(article, None, row)
                continue
            try:
                event = correction_of(row)
                wrong = list(_differing(row, correction_row(event)))
            except LedgerError as error:
                yield Fault(article, None, f"correction {event_id}: {error}")
                continue
            if text is not None and isinstance(event, Correction) and event.anchor.text_sha256 == text.text_sha256:
                quotes = (*event.anchor.source, *event.anchor.cue, *event.anchor.content)
                wrong += [
                    f"its words {each.exact[:60]!r} are not there" for each in quotes if each.span.of(text.text) != each.exact
                ]
            yield from (Fault(article, None, f"correction {event_id}: {what}") for what in wrong)


def _rows(connection: Connection, table: Table, column: Column[str], value: str) -> Iterator[Row | str]:
    order = STATEMENT.c.position if table is STATEMENT else column
    query = select(table).where(column == value).order_by(order)
    try:
        for row in connection.execute(query).all():
            yield dict(row._mapping)
    except (LedgerError, DBAPIError):
        yield from _rows_one_by_one(connection, table, column, value)


def _rows_one_by_one(connection: Connection, table: Table, column: Column[str], value: str) -> Iterator[Row | str]:
    # One row that cannot be read must not hide the others.
    order = STATEMENT.c.position if table is STATEMENT else column
    for row_id in connection.scalars(select(table.c.id).where(column == value).order_by(order)).all():
        try:
            yield dict(connection.execute(select(table).where(table.c.id == row_id)).one()._mapping)
        except LedgerError as error:
            yield f"row {row_id} of {table.name}: {error}"
        except DBAPIError as error:
            yield f"row {row_id} of {table.name} cannot be read: {error.orig}"


def _differing(row: Row, expected: Row) -> Iterator[str]:
    for name, value in expected.items():
        if row[name] != value:
            yield f"the column {name} holds {str(row[name])[:60]!r}, expected {str(value)[:60]!r}"
