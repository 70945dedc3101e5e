"""How much each speaker says: of joint speakers, each member."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Connection, Select, distinct, func, select

from allegedly.export.json_value import Found
from allegedly.model import SpeakerKind
from allegedly.store.query import folded, parse_query
from allegedly.store.selecting import JOINT, of_statements
from allegedly.store.speaker_rows import members_of
from allegedly.store.sqlite_text import joined
from allegedly.store.store import Selection, SpeakerCount
from allegedly.store.tables import STATEMENT

Q = TypeVar("Q", bound=Select[object])

_Key = tuple[str, str]
"""A name and its kind."""


def speakers_in(connection: Connection, selection: Selection) -> Sequence[SpeakerCount]:
    """The resolved speakers of the selected statements, the most quoted first, then by name, within the selection's window."""
    name, kind = STATEMENT.c.speaker_name, STATEMENT.c.speaker_kind
    query = select(name, kind, func.count(), func.count(distinct(STATEMENT.c.article)))
    alone = _held(query, selection).where(name.is_not(None), ~JOINT).group_by(name, kind)
    counts: dict[_Key, tuple[int, int]] = {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(alone)}
    for key, (statements, articles) in _together(connection, selection).items():
        before = counts.get(key, (0, 0))
        more = len(articles - _articles_of(connection, selection, key)) if before[1] else len(articles)
        counts[key] = (before[0] + statements, before[1] + more)
    ordered = sorted(counts.items(), key=lambda each: (-each[1][0], each[0]))
    first = max(0, selection.offset)
    last = len(ordered) if selection.limit is None else first + max(0, selection.limit)
    return [
        SpeakerCount(name, Found(kind, "speaker_kind").choice(SpeakerKind), statements, articles)
        for (name, kind), (statements, articles) in ordered[first:last]
    ]


def _together(connection: Connection, selection: Selection) -> dict[_Key, tuple[int, set[str]]]:
    """In how many joint statements each member speaks, and in which articles; with a `speaker` only the members so called."""
    wanted = folded(selection.speaker) if selection.speaker is not None else ""
    found: dict[_Key, tuple[int, set[str]]] = {}
    for article, said in connection.execute(_held(select(STATEMENT.c.article, STATEMENT.c.speaker), selection).where(JOINT)):
        members = [(member.name, str(member.kind)) for member in members_of(said) if member.name is not None]
        for key in [key for key in members if wanted in folded(key[0])] or members:
            statements, articles = found.setdefault(key, (0, set()))
            articles.add(article)
            found[key] = (statements + 1, articles)
    return found


def _articles_of(connection: Connection, selection: Selection, key: _Key) -> set[str]:
    """The articles in which somebody speaks alone."""
    query = _held(select(STATEMENT.c.article), selection).where(
        STATEMENT.c.speaker_name == key[0], STATEMENT.c.speaker_kind == key[1], ~JOINT
    )
    return set(connection.execute(query.distinct()).scalars())


def _held(query: Q, selection: Selection) -> Q:
    """The query of statements, held to the selection."""
    query = of_statements(query, selection)
    return query if selection.text is None else joined(query, parse_query(selection.text))
