"""Full text on SQLite: FTS5 over the statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Connection, Select, TableClause, column, literal_column, table

from allegedly.store.query import Term
from allegedly.store.tables import STATEMENT

Q = TypeVar("Q", bound=Select[object])

STATEMENT_TEXT: TableClause = table("statement_text", column("rowid"), column("rank"))


def joined(query: Q, terms: Sequence[Term]) -> Q:
    """The query of statements, held to those whose text holds every term."""
    matches = literal_column("statement_text").op("MATCH", is_comparison=True)(expression(terms))
    return query.join(STATEMENT_TEXT, STATEMENT_TEXT.c.rowid == STATEMENT.c.number).where(matches)


def expression(terms: Sequence[Term]) -> str:
    """The terms in FTS5's language: every one a quoted string, so that none is an operator.

    >>> expression([Term("at least"), Term("mis", prefix=True)])
    '"at least" "mis"*'
    """
    return " ".join(f'"{term.words}"' + ("*" if term.prefix else "") for term in terms)


def check_index(connection: Connection) -> None:
    """Compare the index with the statements; SQLite raises where they differ."""
    connection.exec_driver_sql("INSERT INTO statement_text (statement_text, rank) VALUES ('integrity-check', 1)")
