"""Looking things up: articles, statements, speakers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from allegedly.export.csv import COLUMNS, Row, row_of
from allegedly.export.json_identity import identity_to_json
from allegedly.export.json_shape import findings_to_json, origin_to_json, recipe_to_json
from allegedly.export.json_value import JsonObject
from allegedly.model import Certainty, Kind, SpeakerKind
from allegedly.serve.api.answering import (
    SCHEMA,
    After,
    At,
    Day,
    Format,
    Limit,
    at_of,
    csv_answer,
    desk_of,
    page_of,
    statement_alone,
    wants_csv,
)
from allegedly.serve.asking import Asked, asked_of, day_given
from allegedly.serve.desk import Desk
from allegedly.serve.openapi import answers
from allegedly.serve.pages.article import findings_of
from allegedly.serve.problems import not_found
from allegedly.serve.tagging import respond_json
from allegedly.store.query import folded
from allegedly.store.store import Entry, Order, Selection

ROUTER = APIRouter()
_AT_ONCE = 500
_ENTRY = ("id", "published", "outlet", "title", "url", "name", "language", "version", "replaces", "statements", "tagger")
_SPEAKER = ("id", "name", "sort", "statements", "articles", "first", "last", "wikidata")


@ROUTER.get("/statements", responses=answers("Statements", rows=True), summary="The statements that are all of this.")
def statements(
    request: Request,
    q: Annotated[str | None, Query(max_length=300, description='Words, "a phrase", begin*.')] = None,
    speaker: Annotated[str | None, Query(max_length=300, description="Words of the name, or of the source as written.")] = None,
    speaker_kind: Annotated[SpeakerKind | None, Query()] = None,
    kind: Annotated[Kind | None, Query()] = None,
    certainty: Annotated[Certainty | None, Query()] = None,
    outlet: Annotated[str | None, Query(max_length=300, description="The whole name, in any case.")] = None,
    country: Annotated[str | None, Query(max_length=300, description="ISO 3166-1 alpha-2.")] = None,
    since: Day = None,
    until: Day = None,
    disputed: Annotated[bool, Query()] = False,
    unclear: Annotated[bool, Query(description="It is unclear who of several speaks.")] = False,
    article: Annotated[str | None, Query(max_length=300, description="An article's id.")] = None,
    order: Annotated[Order | None, Query(description="`best` where words are asked for, else `newest`.")] = None,
    limit: Limit = 50,
    after: After = None,
    format: Format = None,
) -> Response:
    """The statements that no newer version of their article replaces. As CSV: all of them, page by page sent."""
    desk = desk_of(request)
    asked = asked_of(desk, dict(request.query_params))
    if wants_csv(request, format):
        return csv_answer(COLUMNS, _rows(desk, asked), "statements")
    page = desk.store.page(asked.selection, limit, order=asked.order, after=after)
    return page_of(request, "statements", map(statement_alone, page.statements), page.after)


def _rows(desk: Desk, asked: Asked) -> Iterator[Row]:
    order = Order.NEWEST if asked.order is Order.BEST else asked.order
    after: str | None = None
    while True:
        page = desk.store.page(asked.selection, _AT_ONCE, order=order, after=after)
        yield from map(row_of, page.statements)
        after = page.after
        if after is None:
            return


@ROUTER.get("/articles", responses=answers("Articles", rows=True), summary="The articles, by day.")
def articles(
    request: Request,
    outlet: Annotated[str | None, Query(max_length=300)] = None,
    since: Day = None,
    until: Day = None,
    replaced: Annotated[bool, Query(description="Also versions that a newer one has replaced.")] = False,
    limit: Limit = 50,
    after: At = None,
    format: Format = None,
) -> Response:
    """The table of contents."""
    desk, at = desk_of(request), at_of(after)
    whole = wants_csv(request, format)
    selection = Selection(
        outlet=outlet or None,
        since=day_given(since, "since"),
        until=day_given(until, "until"),
        replaced=replaced,
        limit=None if whole else limit + 1,
        offset=at,
    )
    found = list(desk.ledger.articles(selection))
    if whole:
        return csv_answer(_ENTRY, map(_entry_row, found), "articles")
    following = str(at + limit) if len(found) > limit else None
    return page_of(request, "articles", map(_entry, found[:limit]), following)


@ROUTER.get("/articles/{article}", responses=answers("Findings"), summary="One article and everything found in it.")
def article_findings(
    request: Request,
    article: Annotated[str, Path(max_length=300, description="Its id, or the beginning of one.")],
    text: Annotated[bool, Query(description="With the article's text.")] = True,
) -> Response:
    """The findings in the one JSON shape."""
    return respond_json(request, findings_to_json(findings_of(desk_of(request), article), text=text))


@ROUTER.get("/speakers", responses=answers("Speakers", rows=True), summary="Who speaks, across articles, the most quoted first.")
def speakers(
    request: Request,
    name: Annotated[str | None, Query(max_length=300, description="Words of a name.")] = None,
    unsure: Annotated[bool, Query(description="Those alone that may be one with another.")] = False,
    limit: Limit = 50,
    after: At = None,
    format: Format = None,
) -> Response:
    """The identities, each with its names, roles, affiliations, countries and outlets."""
    words = folded(name or "").strip()
    found = [
        one
        for one in desk_of(request).people().every
        if (not words or any(words in folded(profile.name) for profile in one.profiles)) and (one.doubts or not unsure)
    ]
    if wants_csv(request, format):
        return csv_answer(_SPEAKER, (_flat(identity_to_json(one), _SPEAKER) for one in found), "speakers")
    at = at_of(after)
    following = str(at + limit) if at + limit < len(found) else None
    return page_of(request, "speakers", map(identity_to_json, found[at : at + limit]), following)


@ROUTER.get("/speakers/{speaker}", responses=answers("OneSpeaker"), summary="One speaker.")
def one_speaker(request: Request, speaker: Annotated[str, Path(max_length=300)]) -> Response:
    """The identity with this id, or an older one of it."""
    found = desk_of(request).people().by_key.get(speaker)
    if found is None:
        raise not_found(f"no speaker has the id {speaker[:40]!r}")
    return respond_json(request, {"schema": SCHEMA, "speaker": identity_to_json(found)})


def _entry(entry: Entry) -> JsonObject:
    return {
        "id": entry.article,
        **origin_to_json(entry.origin),
        "language": entry.language,
        "version": entry.version,
        "replaces": entry.replaces,
        "statements": entry.statements,
        "recipe": recipe_to_json(entry.recipe),
    }


def _entry_row(entry: Entry) -> Row:
    return {**_flat(_entry(entry), _ENTRY[:-1]), "tagger": entry.recipe.tagger}


def _flat(value: JsonObject, names: tuple[str, ...]) -> Row:
    """These of the object's fields that a cell can hold."""
    cells: Row = {}
    for name in names:
        cell = value.get(name)
        cells[name] = cell if isinstance(cell, str | int | float | bool) else None
    return cells
