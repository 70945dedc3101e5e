"""What articles say of speakers, gathered; judgements on speakers as rows, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection, func, select

from allegedly.errors import LedgerError
from allegedly.export.json_statement import speaker_from_json
from allegedly.export.json_value import Found, Json, JsonObject
from allegedly.model import Speaker, SpeakerKind
from allegedly.model.identity import (
    KnownSpeaker,
    Profile,
    Side,
    Sort,
    SpeakerEvent,
    SpeakerJudgement,
    Verdict,
    Withdrawal,
    profile_key,
    sort_of,
)
from allegedly.store.rows import Row
from allegedly.store.selecting import JOINT, newest
from allegedly.store.tables import ARTICLE, STATEMENT

_AT_ONCE = 500
_KNOWN, _WITHDRAWN = "known", "withdrawn"


@dataclass(slots=True)
class _Gathered:
    """A profile as it is read, statement by statement."""

    name: str
    roles: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    joint: bool = False
    statements: int = 0


@dataclass(frozen=True, slots=True)
class _Said:
    """What some statements of one article say of a speaker alike; `told`: role, affiliation and country."""

    article: str
    name: str
    kind: str
    told: Sequence[str | None]
    speaking: int | None
    outlet: str | None
    day: str | None
    statements: int


def names_in(connection: Connection) -> Sequence[tuple[str, SpeakerKind]]:
    """Every resolved name with its kinds."""
    name, kind = STATEMENT.c.speaker_name, STATEMENT.c.speaker_kind
    rows = connection.execute(select(name, kind).where(name.is_not(None)).distinct()).all()
    named = [(row[0], Found(row[1], "speaker_kind").choice(SpeakerKind)) for row in rows]
    joint = connection.execute(select(STATEMENT.c.speaker).where(JOINT)).scalars()
    return [*named, *((member.name, member.kind) for said in joint for member in members_of(said) if member.name)]


def members_of(said: Json) -> Sequence[Speaker]:
    """The members of a speaker as it is stored."""
    return speaker_from_json(Found(said, "speaker")).members


def profiles_in(connection: Connection, names: Collection[str] | None) -> Sequence[Profile]:
    """What the newest versions say of each speaker that they name."""
    rows: list[_Said] = []
    if names is None:
        rows.extend(_said(connection, None))
    else:
        remaining = iter(sorted(set(names)))
        while chunk := list(islice(remaining, _AT_ONCE)):
            rows.extend(_said(connection, chunk))
    together = _said_together(connection, None if names is None else frozenset(names))
    return list(_profiles([*rows, *together]))


def _said(connection: Connection, names: Sequence[str] | None) -> Sequence[_Said]:
    said = STATEMENT.c.speaker
    columns = (
        STATEMENT.c.article,
        STATEMENT.c.speaker_name,
        STATEMENT.c.speaker_kind,
        said["role"].as_string().label("role"),
        said["affiliation"].as_string().label("affiliation"),
        said["country"].as_string().label("country"),
        said["number"].as_integer().label("speaking"),
    )
    query = select(*columns, ARTICLE.c.outlet, ARTICLE.c.day, func.count().label("statements")).join_from(STATEMENT, ARTICLE)
    wanted = STATEMENT.c.speaker_name.is_not(None) if names is None else STATEMENT.c.speaker_name.in_(names)
    query = query.where(wanted, newest(), ~JOINT).group_by(*columns, ARTICLE.c.outlet, ARTICLE.c.day)
    rows = connection.execute(query.order_by(STATEMENT.c.article, STATEMENT.c.speaker_name)).all()
    return [_Said(row[0], row[1], row[2], row[3:6], row[6], row[7], row[8], row[9]) for row in rows]


def _said_together(connection: Connection, names: Collection[str] | None) -> Iterator[_Said]:
    """What is said of the members of joint speakers, each as one who speaks."""
    query = select(STATEMENT.c.article, STATEMENT.c.speaker, ARTICLE.c.outlet, ARTICLE.c.day).join_from(STATEMENT, ARTICLE)
    for article, said, outlet, day in connection.execute(query.where(JOINT, newest())):
        for member in members_of(said):
            if member.name is not None and (names is None or member.name in names):
                told = (member.role, member.affiliation, member.country)
                yield _Said(article, member.name, str(member.kind), told, 1, outlet, day, 1)


def _profiles(rows: Iterable[_Said]) -> Iterator[Profile]:
    gathered: dict[str, _Gathered] = {}
    about: dict[str, tuple[str, Sort, str | None, str | None]] = {}
    for row in rows:
        sort = sort_of(Found(row.kind, "speaker_kind").choice(SpeakerKind))
        if sort is None:
            continue
        name = row.name
        key = profile_key(row.article, sort, name)
        about[key] = (row.article, sort, row.outlet, row.day)
        profile = gathered.setdefault(key, _Gathered(name))
        for value, values in zip(row.told, (profile.roles, profile.affiliations, profile.countries), strict=True):
            if value:
                values.add(value)
        profile.name = min(profile.name, name)
        profile.joint = profile.joint or (sort is Sort.PERSON and (row.speaking or 1) > 1)
        profile.statements += row.statements
    for key, profile in gathered.items():
        article, sort, outlet, day = about[key]
        yield Profile(
            key,
            article,
            profile.name,
            sort,
            tuple(sorted(profile.roles)),
            tuple(sorted(profile.affiliations)),
            tuple(sorted(profile.countries)),
            profile.joint,
            outlet,
            day,
            profile.statements,
        )


def event_row(event: SpeakerEvent) -> Row:
    """The judgement's columns, without its number."""
    value: JsonObject
    if isinstance(event, SpeakerJudgement):
        what = str(event.what)
        value = {"left": _side_json(event.left), "right": _side_json(event.right), "why": event.why}
    elif isinstance(event, KnownSpeaker):
        what = _KNOWN
        value = {
            "name": event.name,
            "aliases": list(event.aliases),
            "wikidata": event.wikidata,
            "country": event.country,
            "role": event.role,
        }
    else:
        what = _WITHDRAWN
        value = {"withdrawn": event.withdrawn, "why": event.why}
    return {"id": event.id, "what": what, "at": event.when, "who": event.who, "value": value}


def event_of(row: Row) -> SpeakerEvent:
    """The judgement in the row. Raises `LedgerError` where a column holds what no judgement has."""
    found = Found(row, f"judgement {row.get('id')}")
    marks = (found["id"].text(), found["at"].text(), found["who"].text())
    value, what = found["value"], found["what"].text()
    if what == _KNOWN:
        return KnownSpeaker(
            *marks,
            value["name"].text(),
            value.texts_at("aliases"),
            value.text_at("wikidata"),
            value.text_at("country"),
            value.text_at("role"),
        )
    if what == _WITHDRAWN:
        return Withdrawal(*marks, value["withdrawn"].text(), value.text_at("why"))
    verdict = found["what"].choice(Verdict)
    return SpeakerJudgement(*marks, verdict, _side(value["left"]), _side(value["right"]), value.text_at("why"))


def _side_json(side: Side) -> Json:
    return {"sort": str(side.sort), "name": side.name, "places": [list(place) for place in side.places]}


def _side(found: Found) -> Side:
    places = []
    for place in found["places"].items():
        parts = place.texts()
        if len(parts) != 2:
            raise LedgerError(f"{place.path}: expected an article and a name, found {len(parts)} strings")
        places.append((parts[0], parts[1]))
    return Side(found["sort"].choice(Sort), found["name"].text(), tuple(places))
