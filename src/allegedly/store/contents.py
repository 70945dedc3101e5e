"""The table of contents: articles by what they go by, and their versions."""

from __future__ import annotations

from sqlalchemy import Connection, func, or_, select

from allegedly.export.json_value import Found
from allegedly.store.paging import ORIGIN
from allegedly.store.query import storable
from allegedly.store.rows import Row, origin_of, recipe_of
from allegedly.store.selecting import newest, ordered
from allegedly.store.store import Counts, Entry
from allegedly.store.tables import ARTICLE, SKIPPED, STATEMENT

RECIPE = (ARTICLE.c.recipe_version, ARTICLE.c.recipe_language, ARTICLE.c.tagger, ARTICLE.c.tagger_digest)
"""The columns that say what made the findings."""
ENTRY = (*(ARTICLE.c[name] for name in ("id", "language", "version", "replaces", "statements")), *ORIGIN, *RECIPE)
"""The columns of an article's line."""


def find_in(connection: Connection, reference: str) -> tuple[Entry, ...]:
    """The articles meant by an id, the beginning of one, a url or a name; of a url or name, the newest version."""
    if not reference or not storable(reference):
        return ()
    named = or_(ARTICLE.c.url == reference, ARTICLE.c.name == reference) & newest()
    ways = [ARTICLE.c.id == reference, named]
    if reference.isascii() and reference.isalnum():
        ways.append(ARTICLE.c.id.startswith(reference.lower()))
    for way in ways:
        rows = connection.execute(ordered(select(*ENTRY)).where(way)).all()
        if rows:
            return tuple(entry_of(dict(row._mapping)) for row in rows)
    return ()


def versions_in(connection: Connection, article: str) -> tuple[Entry, ...]:
    """The article with this id and all that share its key, the oldest version first."""
    key = select(ARTICLE.c.origin_key).where(ARTICLE.c.id == article).scalar_subquery()
    same = or_(ARTICLE.c.id == article, ARTICLE.c.origin_key == key)
    rows = connection.execute(select(*ENTRY).where(same).order_by(ARTICLE.c.version)).all()
    return tuple(entry_of(dict(row._mapping)) for row in rows)


def entry_of(row: Row) -> Entry:
    """The line of an article in its row."""
    found = Found(row, "article")
    return Entry(
        found["id"].text(),
        origin_of(row),
        found["language"].text(),
        found["version"].whole(),
        found.text_at("replaces"),
        recipe_of(row),
        found["statements"].whole(),
    )


def counts_in(connection: Connection) -> Counts:
    """How many rows each table holds."""
    tables = (ARTICLE, STATEMENT, SKIPPED)
    return Counts(*(int(connection.scalar(select(func.count()).select_from(table)) or 0) for table in tables))
