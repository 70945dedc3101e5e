"""Links in a SQLite ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, delete, func, insert, or_, select, union_all, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from allegedly.export.json_value import Json, compact
from allegedly.model.link import LEADERS, Likeness, Link, LinkKind
from allegedly.model.link_event import LinkEvent
from allegedly.store.link_rows import link_event_of, link_event_row, link_of, link_row
from allegedly.store.link_store import NO_DAY, Linker, Outline
from allegedly.store.tables import ARTICLE, LIKENESS, LINK, LINK_EVENT, OUTLINE, OUTLINE_KEY

_AT_ONCE = 500
_COLUMNS = (OUTLINE.c.article, OUTLINE.c.day, OUTLINE.c.made, OUTLINE.c.words, OUTLINE.c.runs, OUTLINE.c.said, OUTLINE.c.crowd)
_OUTLINES = (
    select(OUTLINE.c.article, ARTICLE.c.text, *_COLUMNS[1:])
    .join(ARTICLE, ARTICLE.c.id == OUTLINE.c.article)
    .where(OUTLINE.c.article.in_(select(func.json_each(bindparam("articles")).table_valued("value").c.value)))
)
_LAST_DAY = date.max.toordinal()


def _near() -> Select[tuple[str, int]]:
    """The outlines with some of the keys in two ranges of the index: of some days, and without a day."""
    wanted = select(func.json_each(bindparam("keys")).table_valued("value").c.value)
    some = select(OUTLINE_KEY.c.outline).where(OUTLINE_KEY.c.key.in_(wanted))
    within = some.where(OUTLINE_KEY.c.day.between(bindparam("first"), bindparam("last")))
    held = union_all(within, some.where(OUTLINE_KEY.c.day == NO_DAY)).subquery()
    shared = select(held.c.outline, func.count().label("shared")).group_by(held.c.outline)
    found = shared.having(func.count() >= bindparam("least")).subquery()
    query = select(OUTLINE.c.article, found.c.shared).join(found, OUTLINE.c.number == found.c.outline)
    return query.order_by(OUTLINE.c.article)


_NEAR = _near()
Opening = Callable[[], AbstractContextManager[Connection]]


class SqliteLinks:
    """A `LinkStore` on the connections that `reading` and `writing` open."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        self._reading, self._writing = reading, writing

    @contextmanager
    def linker(self) -> Iterator[Linker]:
        """A transaction to link one article in; no other process writes meanwhile."""
        with self._writing() as connection:
            yield SqliteLinker(connection)

    def unlinked(self, made: str) -> tuple[str, ...]:
        """The articles that have no outline made by these rules, the first added first."""
        known = select(OUTLINE.c.article).where(OUTLINE.c.made == made)
        with self._reading() as connection:
            if connection.scalar(select(func.count()).select_from(ARTICLE)) == connection.scalar(
                select(func.count()).select_from(known.subquery())
            ):
                return ()
            query = select(ARTICLE.c.id).where(ARTICLE.c.id.not_in(known)).order_by(ARTICLE.c.day.nulls_last(), ARTICLE.c.id)
            return tuple(connection.scalars(query).all())

    def links(
        self, *, article: str | None = None, kind: LinkKind | None = None, articles: Collection[str] | None = None
    ) -> Iterator[Link]:
        """The links found; see `LinkStore.links`."""
        query = select(LINK.c.id, LINK.c.value).order_by(LINK.c.id)
        if kind is not None:
            query = query.where(LINK.c.kind == str(kind))
        if article is not None:
            query = query.where(or_(LINK.c.first_article == article, LINK.c.second_article == article))
        else:
            query = query.where(LINK.c.first_article.not_in(_replaced()), LINK.c.second_article.not_in(_replaced()))
        chunks = [query] if articles is None else [query.where(LINK.c.first_article.in_(each)) for each in _chunks(articles)]
        for chunk in chunks:
            with self._reading() as connection:
                # One row at a time, so that the JSON of each is gone before the next: there are tens of thousands.
                rows = connection.execute(chunk.execution_options(yield_per=_AT_ONCE))
                found = [link_of({"id": key, "value": value}) for key, value in rows]
            yield from (link for link in found if articles is None or link.second.article in articles)

    def likenesses(self, article: str | None = None) -> Iterator[Likeness]:
        """How alike articles are that are; see `LinkStore.likenesses`."""
        query = select(LIKENESS).order_by(LIKENESS.c.first, LIKENESS.c.second)
        query = query.where(LIKENESS.c.first.not_in(_replaced()), LIKENESS.c.second.not_in(_replaced()))
        if article is not None:
            query = query.where(or_(LIKENESS.c.first == article, LIKENESS.c.second == article))
        with self._reading() as connection:
            rows = connection.execute(query).all()
        for row in rows:
            yield Likeness(row.first, row.second, row.alike, row.copied)

    def crowds(self, most: int) -> Mapping[str, str]:
        """The articles of crowds with more than `most`, each with its crowd."""
        large = select(OUTLINE.c.crowd).where(OUTLINE.c.crowd.is_not(None)).group_by(OUTLINE.c.crowd).having(func.count() > most)
        with self._reading() as connection:
            rows = connection.execute(select(OUTLINE.c.article, OUTLINE.c.crowd).where(OUTLINE.c.crowd.in_(large))).all()
        return {row.article: row.crowd for row in rows}

    def record(self, event: LinkEvent) -> None:
        """Append a judgement on a link; one with the id of one there is there already."""
        with self._writing() as connection:
            if connection.scalar(select(LINK_EVENT.c.id).where(LINK_EVENT.c.id == event.id)) is None:
                connection.execute(insert(LINK_EVENT), link_event_row(event))

    def events(self) -> tuple[LinkEvent, ...]:
        """The judgements on links, in the order in which they came, withdrawn ones too."""
        with self._reading() as connection:
            rows = connection.execute(select(LINK_EVENT).order_by(LINK_EVENT.c.number)).all()
        return tuple(link_event_of(dict(row._mapping)) for row in rows)


class SqliteLinker:
    """A `Linker` in an open transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._forgotten: str | None = None

    def near(self, keys: Collection[int], day: int, window: int, least: int) -> Mapping[str, int]:
        """The articles with at least `least` of the keys, near in time; see `Linker.near`."""
        first, last = (max(NO_DAY + 1, day - window), day + window) if day != NO_DAY else (NO_DAY + 1, _LAST_DAY)
        given = {"keys": compact(list[Json](sorted(keys))), "first": first, "last": last, "least": least}
        return {row.article: row.shared for row in self._connection.execute(_NEAR, given).all()}

    def outlines(self, articles: Collection[str]) -> Mapping[str, Outline]:
        """The outlines of those articles that have one."""
        rows = self._connection.execute(_OUTLINES, {"articles": compact(list[Json](sorted(articles)))}).all()
        return {row[0]: Outline(*row) for row in rows}

    def crowd(self, crowd: str, most: int | None = None) -> tuple[str, ...]:
        """The articles of a crowd in the order of their ids, no more than `most`."""
        query = select(OUTLINE.c.article).where(OUTLINE.c.crowd == crowd).order_by(OUTLINE.c.article).limit(most)
        return tuple(self._connection.scalars(query).all())

    def is_replaced(self, article: str) -> bool:
        """Whether a newer version replaces the article."""
        return self._connection.scalar(select(ARTICLE.c.id).where(ARTICLE.c.replaces == article)) is not None

    def forget(self, article: str) -> None:
        """Take away all that is kept of an article; see `Linker.forget`."""
        forget_links(self._connection, article)
        self._forgotten = article

    def follow(self, articles: Collection[str], head: str) -> None:
        """Take away the keys of these articles, and what is between them and others than `head`."""
        for chunk in _chunks(articles):
            numbers = select(OUTLINE.c.number).where(OUTLINE.c.article.in_(chunk))
            self._connection.execute(delete(OUTLINE_KEY).where(OUTLINE_KEY.c.outline.in_(numbers)))
            for table in (LIKENESS, LINK):
                first, second = _ends(table)
                for one, other in ((first, second), (second, first)):
                    away = one.in_(chunk) & (other != one) & (other != head)
                    self._connection.execute(delete(table).where(away))

    def record(self, outline: Outline, keys: Collection[int], likenesses: Sequence[Likeness], links: Sequence[Link]) -> None:
        """Keep an article's outline, and how it stands to others, in place of what was kept of it before."""
        if outline.article != self._forgotten:
            forget_links(self._connection, outline.article)
        self._forgotten = None
        columns = {column.name: getattr(outline, column.name) for column in _COLUMNS}
        number = self._connection.execute(insert(OUTLINE).returning(OUTLINE.c.number), columns).scalar_one()
        if keys:
            rows = [{"key": key, "day": outline.day, "outline": number} for key in sorted(keys)]
            self._connection.execute(insert(OUTLINE_KEY), rows)
        if likenesses:
            alike = [
                {"first": each.first, "second": each.second, "alike": each.alike, "copied": each.copied} for each in likenesses
            ]
            self._connection.execute(insert(LIKENESS), alike)
        if links:
            self._connection.execute(insert_or(LINK).on_conflict_do_nothing(), [link_row(link) for link in links])


def forget_links(connection: Connection, article: str) -> None:
    """Take away all that was found between an article and others; it is unlinked then.

    Where it led a crowd, those that follow are unlinked, too: another leads them, and nothing stands between them and it.
    """
    kept = connection.execute(select(OUTLINE.c.crowd).where(OUTLINE.c.article == article)).one_or_none()
    if kept is None:
        return
    leave_crowd(connection, article)
    _take_away(connection, [article])


def leave_crowd(connection: Connection, article: str) -> None:
    """Let an article be in no crowd, with all that is between it and others; see `forget_links`."""
    crowd = connection.scalar(select(OUTLINE.c.crowd).where(OUTLINE.c.article == article))
    if crowd is None:
        return
    members = select(OUTLINE.c.article).where(OUTLINE.c.crowd == crowd).order_by(OUTLINE.c.article)
    first = connection.scalars(members.limit(LEADERS + 1)).all()
    connection.execute(update(OUTLINE).where(OUTLINE.c.article == article).values(crowd=None))
    if len(first) > LEADERS and article < first[LEADERS]:
        _take_away(connection, connection.scalars(members.where(OUTLINE.c.article >= first[LEADERS])).all())


def _take_away(connection: Connection, articles: Collection[str]) -> None:
    for chunk in _chunks(articles):
        connection.execute(delete(OUTLINE).where(OUTLINE.c.article.in_(chunk)))
        for table in (LIKENESS, LINK):
            first, second = _ends(table)
            connection.execute(delete(table).where(first.in_(chunk)))
            connection.execute(delete(table).where(second.in_(chunk)))


def _ends(table: Table) -> tuple[ColumnElement[str], ColumnElement[str]]:
    if table is LIKENESS:
        return table.c.first, table.c.second
    return table.c.first_article, table.c.second_article


def _replaced() -> Select[tuple[str]]:
    return select(ARTICLE.c.replaces).where(ARTICLE.c.replaces.is_not(None))


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    remaining = iter(sorted(ids))
    while chunk := list(islice(remaining, _AT_ONCE)):
        yield chunk
