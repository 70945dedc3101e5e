"""A selection as conditions on the tables, the same for every database; full text is each database's own."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import ColumnElement, Select, Text, cast, exists, false, func, or_, select

from allegedly.errors import LedgerError
from allegedly.model import Manner
from allegedly.store.query import folded
from allegedly.store.store import Selection
from allegedly.store.tables import ARTICLE, STATEMENT

Q = TypeVar("Q", bound=Select[object])

_NEWER = ARTICLE.alias("newer")

COUNTRY = STATEMENT.c.speaker["country"].as_string()
"""The country of a statement's speaker."""
UNCLEAR = STATEMENT.c.speaker_name.is_(None) & (func.coalesce(func.json_array_length(STATEMENT.c.speaker["candidates"]), 0) > 0)
"""Whether it is unclear who of several speaks."""
_MEMBERS = func.coalesce(func.json_array_length(STATEMENT.c.speaker["members"]), 0)
_WRITTEN = cast(STATEMENT.c.speaker, Text)
JOINT = STATEMENT.c.speaker_name.is_not(None) & _WRITTEN.like('%"members":[{%') & (_MEMBERS > 0)
"""Whether several speak together, each under a name; the JSON as written spares most statements the reading of it."""


def of_statements(query: Q, selection: Selection) -> Q:
    """The query of statements and their articles, held to the selection but for its full text."""
    joined = query.join_from(STATEMENT, ARTICLE)
    own = () if selection.bare or selection.figures else (STATEMENT.c.manner != str(Manner.BARE),)
    return joined.where(*_of_article(selection), *_of_statement(selection), *own)


def statements_of(selection: Selection) -> Select[tuple[str]]:
    """The articles' ids of the statements that the selection asks for, but for its full text."""
    return select(STATEMENT.c.article).select_from(STATEMENT).where(*_of_statement(selection))


def of_articles(query: Q, selection: Selection, statements: Select[tuple[str]]) -> Q:
    """The query of articles, held to the selection; `statements` gives the ids of those with a statement it asks for."""
    query = query.where(*_of_article(selection))
    if selection.text is None and not _of_statement(selection):
        return query
    return query.where(ARTICLE.c.id.in_(statements))


def ordered(query: Q) -> Q:
    """The query in the order of its articles' day and id, those without a day last."""
    return query.order_by(ARTICLE.c.day.nulls_last(), ARTICLE.c.id)


def window(query: Q, selection: Selection) -> Q:
    """As much of the query as the selection asks for."""
    if selection.limit is not None:
        query = query.limit(max(0, selection.limit))
    return query.offset(selection.offset) if selection.offset > 0 else query


def _of_article(selection: Selection) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if not selection.replaced and selection.article is None:
        conditions.append(newest())
    if selection.article is not None:
        conditions.append(ARTICLE.c.id == selection.article)
    if selection.articles is not None:
        conditions.append(ARTICLE.c.id.in_(selection.articles))
    if selection.since is not None:
        conditions.append(ARTICLE.c.day >= selection.since.isoformat()[:10])
    if selection.until is not None:
        conditions.append(ARTICLE.c.day <= selection.until.isoformat()[:10])
    if selection.outlet is not None:
        conditions.append(ARTICLE.c.outlet_folded == _words(selection.outlet, "outlet"))
    return conditions


def newest() -> ColumnElement[bool]:
    """Whether no newer version replaces the article."""
    return ~exists(select(_NEWER.c.id).where(_NEWER.c.replaces == ARTICLE.c.id))


def _of_statement(selection: Selection) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    speakers: list[ColumnElement[bool]] = []
    if selection.speaker is not None:
        # Folded names hold letters, digits and spaces alone, so nothing in them is a wildcard.
        speakers.append(STATEMENT.c.speaker_folded.like(f"%{_words(selection.speaker, 'speaker')}%"))
    if selection.names:
        speakers.append(STATEMENT.c.speaker_name.in_(selection.names))
        # A joint speaker's name lists its members', so that only names of which it holds one need a look at the members.
        listed = (STATEMENT.c.speaker_folded.like(f"%{folded(name)}%") for name in selection.names if folded(name))
        speakers.append(JOINT & or_(false(), *listed))
    if speakers:
        conditions.append(or_(*speakers))
    if selection.kind is not None:
        conditions.append(STATEMENT.c.kind == str(selection.kind))
    if selection.certainty is not None:
        conditions.append(STATEMENT.c.certainty == str(selection.certainty))
    if selection.speaker_kind is not None:
        conditions.append(STATEMENT.c.speaker_kind == str(selection.speaker_kind))
    if selection.country is not None:
        conditions.append(str(selection.country) == COUNTRY)
    if selection.unclear:
        conditions.append(UNCLEAR)
    if selection.statement is not None:
        conditions.append(STATEMENT.c.id.startswith(selection.statement, autoescape=True))
    if selection.manner is not None:
        conditions.append(STATEMENT.c.manner == str(selection.manner))
    if selection.below is not None:
        conditions.append(STATEMENT.c.confidence < selection.below)
    if selection.figures:
        conditions.append(func.json_array_length(STATEMENT.c.figures) > 0)
    if selection.ids is not None:
        conditions.append(STATEMENT.c.id.in_(selection.ids))
    return conditions


def _words(name: str, what: str) -> str:
    words = folded(name)
    if not words:
        raise LedgerError(f"the {what} {name!r} holds no letter or digit; expected a name")
    return words
