"""Pages of statements, and how many there are of what sort."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, case, distinct, func, or_, select

from allegedly.errors import LedgerError
from allegedly.export.json_value import Found, Json, compact, parsed
from allegedly.model import SpeakerKind, Statement
from allegedly.store.query import parse_query
from allegedly.store.rows import Row, origin_of, statement_of
from allegedly.store.selecting import COUNTRY, UNCLEAR, of_statements
from allegedly.store.sqlite_text import STATEMENT_TEXT, joined
from allegedly.store.store import EVERYTHING, FacetCount, Order, Selection, SourceCount
from allegedly.store.tables import ARTICLE, STATEMENT

Q = TypeVar("Q", bound=Select[object])

Place = tuple[str, str, int]

ORIGIN = tuple(ARTICLE.c[name] for name in ("outlet", "url", "title", "authors", "published", "modified", "name"))
"""The columns of an article that say where it comes from."""


def page_in(
    connection: Connection, selection: Selection, size: int, order: Order, after: str | None
) -> tuple[list[int], str | None]:
    """The numbers of the statements on the page, and what leads to the next one."""
    if order is Order.BEST and selection.text is not None:
        return _best(connection, selection, size, after)
    return _by_day(connection, selection, size, order is Order.OLDEST, after)


def facets_in(connection: Connection, selection: Selection) -> tuple[FacetCount, ...]:
    """The selected statements counted by kind, certainty, kind of speaker, country, outlet and whether the speaker is unclear."""
    by = (STATEMENT.c.kind, STATEMENT.c.certainty, STATEMENT.c.speaker_kind, COUNTRY, ARTICLE.c.outlet, UNCLEAR)
    query = _matching(select(*by, func.count()), selection).group_by(*by)
    return tuple(
        FacetCount(kind, certainty, speaker, country, outlet, bool(unclear), number)
        for kind, certainty, speaker, country, outlet, unclear, number in connection.execute(query)
    )


def sources_in(connection: Connection) -> tuple[SourceCount, ...]:
    """The statements of newest versions counted by outlet, month, kind of speaker and whether the speaker is unclear."""
    month = func.substr(ARTICLE.c.day, 1, 7)
    kind = STATEMENT.c.speaker_kind
    by = (ARTICLE.c.outlet, month, kind, UNCLEAR)
    group = case((kind == str(SpeakerKind.UNNAMED_GROUP), STATEMENT.c.article + " " + func.lower(STATEMENT.c.source)))
    query = of_statements(select(*by, func.count(), func.count(group), func.count(distinct(group))), EVERYTHING).group_by(*by)
    counts = []
    for outlet, day, sort, unclear, number, said, groups in connection.execute(query):
        repeated = 0 if unclear else said - groups
        counts.append(SourceCount(outlet, day, sort, bool(unclear), number - repeated, repeated))
    return tuple(counts)


def statements_numbered(connection: Connection, numbers: Sequence[int]) -> list[Statement]:
    """The statements with these numbers, in this order; one that is gone is left out."""
    wanted = select(STATEMENT, *(column.label(f"of_{column.name}") for column in ORIGIN))
    found = connection.execute(wanted.join(ARTICLE).where(STATEMENT.c.number.in_(numbers))).all()
    rows: dict[int, Row] = {row.number: dict(row._mapping) for row in found}
    return [
        statement_of(row, origin_of({column.name: row[f"of_{column.name}"] for column in ORIGIN}))
        for row in (rows[number] for number in numbers if number in rows)
    ]


def _matching(query: Q, selection: Selection) -> Q:
    query = of_statements(query, selection)
    return query if selection.text is None else joined(query, parse_query(selection.text))


def _best(connection: Connection, selection: Selection, size: int, after: str | None) -> tuple[list[int], str | None]:
    """Ranks change as texts are added, so a page counts on from the one before."""
    start = 0 if after is None else _cursor(after)["at"].whole()
    query = _matching(select(STATEMENT.c.number), selection)
    query = query.order_by(STATEMENT_TEXT.c.rank, STATEMENT.c.number).limit(size + 1).offset(max(0, start))
    numbers = [int(row[0]) for row in connection.execute(query)]
    return numbers[:size], _written({"at": start + size}) if len(numbers) > size else None


def _by_day(
    connection: Connection, selection: Selection, size: int, oldest: bool, after: str | None
) -> tuple[list[int], str | None]:
    query = _matching(select(STATEMENT.c.number, ARTICLE.c.day, ARTICLE.c.id, STATEMENT.c.position), selection)
    if after is not None:
        query = query.where(_behind(_place(after), oldest))
    # In the order of the index on days, so that a page needs no more articles than it shows.
    days = (ARTICLE.c.day.nulls_last(), ARTICLE.c.id) if oldest else (ARTICLE.c.day.desc(), ARTICLE.c.id.desc())
    rows = connection.execute(query.order_by(*days, STATEMENT.c.position).limit(size + 1)).all()
    more = None
    if len(rows) > size:
        last = rows[size - 1]
        more = _written({"place": [last[1] or "", last[2], last[3]]})
    return [int(row[0]) for row in rows[:size]], more


def _behind(place: Place, oldest: bool) -> ColumnElement[bool]:
    """Whether a statement stands behind the place in the order."""
    at, article, position = place
    day, here = ARTICLE.c.day, ARTICLE.c.id
    same = day == at if at else day.is_(None)
    further = and_(same, here > article if oldest else here < article)
    later = and_(same, here == article, STATEMENT.c.position > position)
    if not at:
        return or_(further, later)
    return or_(day > at if oldest else day < at, day.is_(None), further, later)


def _written(value: Json) -> str:
    return base64.urlsafe_b64encode(compact(value).encode()).decode().rstrip("=")


def _cursor(after: str) -> Found:
    try:
        text = base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True).decode()
        return Found(parsed(text), "the cursor")
    except (binascii.Error, ValueError, LedgerError) as error:
        raise LedgerError(f"{after[:40]!r} is no cursor; take the one that the page before gives") from error


def _place(after: str) -> Place:
    parts: Sequence[Found] = _cursor(after)["place"].items()
    if len(parts) != 3:
        raise LedgerError(f"{after[:40]!r} is no cursor; take the one that the page before gives")
    return parts[0].text(), parts[1].text(), parts[2].whole()
