"""Findings in one SQLite file: readers are never blocked, writers wait for each other."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from threading import Lock
from typing import Self, TypeVar

from sqlalchemy import Connection, PoolProxiedConnection, Select, delete, insert, select, update

from allegedly.errors import LedgerError
from allegedly.model import Findings, Manner, Recipe, Skipped, SpeakerKind, Statement
from allegedly.model.guarantee import faults
from allegedly.model.identity import Profile, SpeakerEvent
from allegedly.store.contents import ENTRY, RECIPE, counts_in, entry_of, find_in, versions_in
from allegedly.store.correction_store import CorrectionStore
from allegedly.store.link_store import LinkStore
from allegedly.store.paging import facets_in, page_in, sources_in, statements_numbered
from allegedly.store.query import parse_query
from allegedly.store.rows import (
    Row,
    article_of,
    article_row,
    recipe_of,
    recipe_row,
    skipped_of,
    skipped_row,
    statement_of,
    statement_row,
)
from allegedly.store.selecting import of_articles, of_statements, ordered, statements_of, window
from allegedly.store.speaker_counts import speakers_in
from allegedly.store.speaker_rows import event_of, event_row, names_in, profiles_in
from allegedly.store.sqlite_captured import SqliteCaptures, forget_captured, keep_captured
from allegedly.store.sqlite_corrections import SqliteCorrections
from allegedly.store.sqlite_errors import errors_of
from allegedly.store.sqlite_file import open_engine
from allegedly.store.sqlite_links import SqliteLinks, forget_links, leave_crowd
from allegedly.store.sqlite_text import STATEMENT_TEXT, joined
from allegedly.store.store import (
    EVERYTHING,
    Counts,
    Entry,
    FacetCount,
    Order,
    Outcome,
    Page,
    RefusedError,
    Selection,
    SourceCount,
    SpeakerCount,
    Verification,
)
from allegedly.store.tables import ARTICLE, SKIPPED, SPEAKER_EVENT, STATEMENT
from allegedly.store.verifying import verify_rows

Q = TypeVar("Q", bound=Select[object])

_AT_ONCE = 200


class SqliteStore:
    """A `Store` in the SQLite file at `path`, or in memory at `":memory:"`.

    With `write`, a file that is not there becomes a ledger. Without, nothing is written. `patience`: how many seconds to
    wait while another process writes. Raises `LedgerError` where `path` is no ledger that this program can read.
    """

    def __init__(self, path: str | os.PathLike[str], *, write: bool = True, patience: float = 30.0) -> None:
        self.path = os.fspath(path)
        self._write = write
        self._engine = open_engine(self.path, write=write, patience=patience)
        self.links: LinkStore = SqliteLinks(self._reading, self._writing)
        self.corrections: CorrectionStore = SqliteCorrections(self._reading, self._writing, self.get)
        self.captures = SqliteCaptures(self._reading, self._writing)
        self._watch: PoolProxiedConnection | None = None
        self._watching = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._watch is not None:
            self._watch.close()
        self._engine.dispose()

    def put(self, findings: Findings) -> Outcome:
        """Keep the findings, whole or not at all; see `Store.put`."""
        fault = next(faults(findings), None)
        if fault is not None:
            raise RefusedError(f"{fault}; what breaks the slice guarantee is not kept")
        article, text = findings.article, findings.article.text
        rows = [statement_row(text, position, one) for position, one in enumerate(findings.statements)]
        made: Row = {**recipe_row(findings.recipe), "statements": sum(row["manner"] != Manner.BARE for row in rows)}
        with self._writing() as connection:
            known = connection.execute(select(*RECIPE).where(ARTICLE.c.id == article.id)).one_or_none()
            if known is not None and recipe_of(dict(known._mapping)) == findings.recipe:
                return Outcome.UNCHANGED
            if known is None:
                outcome = _insert_article(connection, {**article_row(article), **made})
            else:
                outcome = Outcome.READ_ANEW
                connection.execute(delete(STATEMENT).where(STATEMENT.c.article == article.id))
                forget_links(connection, article.id)
                connection.execute(update(ARTICLE).where(ARTICLE.c.id == article.id).values(made))
            if rows:
                connection.execute(insert(STATEMENT), rows)
            if known is None:
                keep_captured(connection, article)
            if article.origin.key is not None:
                connection.execute(delete(SKIPPED).where(SKIPPED.c.origin_key == article.origin.key))
            return outcome

    def remove(self, article: str) -> None:
        """Take an article away with all that was found in it and between it and others; see `Store.remove`."""
        with self._writing() as connection:
            columns = (ARTICLE.c.version, ARTICLE.c.replaces, ARTICLE.c.origin_key, ARTICLE.c.bytes_sha256)
            gone = connection.execute(select(*columns).where(ARTICLE.c.id == article)).one_or_none()
            if gone is None:
                raise LedgerError(f"{self.path} holds no article with the id {article!r}")
            later = select(ARTICLE.c.id, ARTICLE.c.version).where(ARTICLE.c.origin_key == gone.origin_key)
            rows = connection.execute(later.where(ARTICLE.c.version > gone.version).order_by(ARTICLE.c.version)).all()
            forget_links(connection, article)
            if gone.replaces is not None and not rows:
                # It is the newest again, and may belong to a crowd.
                forget_links(connection, gone.replaces)
            connection.execute(delete(ARTICLE).where(ARTICLE.c.id == article))
            forget_captured(connection, gone.bytes_sha256)
            for number, row in enumerate(rows):
                values: Row = {"version": row.version - 1, **({} if number else {"replaces": gone.replaces})}
                connection.execute(update(ARTICLE).where(ARTICLE.c.id == row.id).values(values))

    def put_skipped(self, skipped: Skipped) -> None:
        """Keep why a text could not be read, in place of what was said of the same key before."""
        row = skipped_row(skipped)
        with self._reading() as connection:
            known = connection.execute(select(SKIPPED).where(SKIPPED.c.id == row["id"])).one_or_none()
        if known is not None and skipped_of(dict(known._mapping)) == skipped:
            return
        with self._writing() as connection:
            connection.execute(delete(SKIPPED).where(SKIPPED.c.id == row["id"]))
            connection.execute(insert(SKIPPED), row)

    def recipe(self, article: str) -> Recipe | None:
        """What made the findings of the article with this id; `None` where it is not there."""
        with self._reading() as connection:
            row = connection.execute(select(*RECIPE).where(ARTICLE.c.id == article)).one_or_none()
        return None if row is None else recipe_of(dict(row._mapping))

    def get(self, article: str) -> Findings:
        """The findings of the article with this id. Raises `LedgerError` where it is not there."""
        for findings in self._load([article]):
            return findings
        raise LedgerError(f"{self.path} holds no article with the id {article!r}")

    def find(self, reference: str) -> tuple[Entry, ...]:
        """The articles meant by an id, the beginning of one, a url or a name; of a url or name, the newest version."""
        with self._reading() as connection:
            return find_in(connection, reference)

    def versions(self, article: str) -> tuple[Entry, ...]:
        """The article with this id and all that share its key, the oldest version first; none where it is not there."""
        with self._reading() as connection:
            return versions_in(connection, article)

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """The table of contents."""
        with self._reading() as connection:
            rows = connection.execute(window(_articles(select(*ENTRY), selection), selection)).all()
        for row in rows:
            yield entry_of(dict(row._mapping))

    def findings(self, selection: Selection = EVERYTHING) -> Iterator[Findings]:
        """The findings of the selected articles, whole."""
        with self._reading() as connection:
            query = window(_articles(select(ARTICLE.c.id), selection), selection)
            ids = iter(connection.scalars(query).all())
        while chunk := list(islice(ids, _AT_ONCE // 4)):
            yield from self._load(chunk)

    def statements(self, selection: Selection = EVERYTHING) -> Iterator[Statement]:
        """The selected statements."""
        query = of_statements(select(STATEMENT.c.number), selection)
        if selection.text is not None:
            query = joined(query, parse_query(selection.text)).order_by(STATEMENT_TEXT.c.rank)
        query = ordered(query).order_by(STATEMENT.c.position)
        with self._reading() as connection:
            numbers = iter(connection.scalars(window(query, selection)).all())
        while chunk := list(islice(numbers, _AT_ONCE)):
            with self._reading() as connection:
                found = statements_numbered(connection, chunk)
            yield from found

    def page(self, selection: Selection, size: int, *, order: Order = Order.NEWEST, after: str | None = None) -> Page:
        """At most `size` of the selected statements; see `Store.page`."""
        with self._reading() as connection:
            numbers, following = page_in(connection, selection, size, order, after)
            return Page(tuple(statements_numbered(connection, numbers)), following)

    def facets(self, selection: Selection = EVERYTHING) -> tuple[FacetCount, ...]:
        """The selected statements counted by what they are, in no order."""
        with self._reading() as connection:
            return facets_in(connection, selection)

    def sources(self) -> tuple[SourceCount, ...]:
        """The statements that no newer version replaces, counted by who is quoted, where and when; in no order."""
        with self._reading() as connection:
            return sources_in(connection)

    def change(self) -> int:
        """A number that is another one whenever somebody has changed the file since the last call."""
        with errors_of(self.path), self._watching:
            if self._watch is None:
                # SQLite tells a connection of the changes by others alone, so this one never changes anything.
                self._watch = self._engine.raw_connection()
            cursor = self._watch.cursor()
            cursor.execute("PRAGMA data_version")
            return int(cursor.fetchall()[0][0])

    def speakers(self, selection: Selection = EVERYTHING) -> Iterator[SpeakerCount]:
        """The resolved speakers of the selected statements, the most quoted first, then by name."""
        with self._reading() as connection:
            found = speakers_in(connection, selection)
        yield from found

    def speaker_names(self) -> Iterator[tuple[str, SpeakerKind]]:
        """Every resolved name with its kinds, in no order, replaced versions included."""
        with self._reading() as connection:
            found = names_in(connection)
        yield from found

    def profiles(self, names: Collection[str] | None = None) -> Iterator[Profile]:
        """What the newest versions say of each speaker that they name; with `names`, of those that bear one of these."""
        with self._reading() as connection:
            found = profiles_in(connection, names)
        yield from found

    def record(self, event: SpeakerEvent) -> None:
        """Append a judgement on speakers; one with the id of one there is there already."""
        row = event_row(event)
        with self._writing() as connection:
            if connection.scalar(select(SPEAKER_EVENT.c.id).where(SPEAKER_EVENT.c.id == event.id)) is None:
                connection.execute(insert(SPEAKER_EVENT), row)

    def speaker_events(self) -> tuple[SpeakerEvent, ...]:
        """The judgements on speakers, in the order in which they came, withdrawn ones too."""
        with self._reading() as connection:
            rows = connection.execute(select(SPEAKER_EVENT).order_by(SPEAKER_EVENT.c.number)).all()
        return tuple(event_of(dict(row._mapping)) for row in rows)

    def skipped(self) -> Iterator[Skipped]:
        """What could not be read, by its key."""
        with self._reading() as connection:
            rows = connection.execute(select(SKIPPED).order_by(SKIPPED.c.origin_key, SKIPPED.c.id)).all()
        for row in rows:
            yield skipped_of(dict(row._mapping))

    def counts(self) -> Counts:
        """How much the store holds, replaced versions included."""
        with self._reading() as connection:
            return counts_in(connection)

    def verify(self) -> Verification:
        """Check every row, and, where the store may be written, the full-text index."""
        with self._writing() if self._write else self._reading() as connection:
            return Verification(counts_in(connection), tuple(verify_rows(connection, index=self._write)))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with errors_of(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if not self._write:
            raise LedgerError(f"{self.path} was opened for reading alone; open it for writing")
        writer = self._engine.execution_options(writing=True)
        with errors_of(self.path), writer.begin() as connection:
            yield connection

    def _load(self, ids: Sequence[str]) -> Iterator[Findings]:
        with self._reading() as connection:
            articles = connection.execute(select(ARTICLE).where(ARTICLE.c.id.in_(ids))).all()
            query = select(STATEMENT).where(STATEMENT.c.article.in_(ids)).order_by(STATEMENT.c.position)
            found = connection.execute(query).all()
        rows: dict[str, Row] = {row.id: dict(row._mapping) for row in articles}
        statements: dict[str, list[Row]] = {article: [] for article in rows}
        for row in found:
            statements[row.article].append(dict(row._mapping))
        for article_id in ids:
            if article_id in rows:
                yield findings_of(rows[article_id], statements[article_id])


def findings_of(row: Row, statements: Sequence[Row]) -> Findings:
    """The findings in an article's row and those of its statements. Raises `LedgerError` where they break the slice guarantee."""
    article = article_of(row)
    findings = Findings(article, tuple(statement_of(one, article.origin) for one in statements), recipe_of(row))
    fault = next(faults(findings), None)
    if fault is not None:
        raise LedgerError(f"{fault}; the ledger was changed by another program: run `allegedly verify` on it")
    return findings


def _articles(query: Q, selection: Selection) -> Q:
    statements = statements_of(selection)
    if selection.text is not None:
        statements = joined(statements, parse_query(selection.text))
    return ordered(of_articles(query, selection, statements))


def _insert_article(connection: Connection, row: Row) -> Outcome:
    version, replaces = 1, None
    if row["origin_key"] is not None:
        same = select(ARTICLE.c.id, ARTICLE.c.version).where(ARTICLE.c.origin_key == row["origin_key"])
        before = connection.execute(same.order_by(ARTICLE.c.version.desc()).limit(1)).one_or_none()
        if before is not None:
            version, replaces = before.version + 1, before.id
            leave_crowd(connection, before.id)
    connection.execute(insert(ARTICLE), {**row, "version": version, "replaces": replaces})
    return Outcome.ADDED if replaces is None else Outcome.NEW_VERSION
