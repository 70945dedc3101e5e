"""What the interface's ways share: the ledger, how answers are written, JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Annotated, TypeAlias

from fastapi import Query, Request
from starlette.responses import Response, StreamingResponse

from allegedly.export.csv import Row, cells_of
from allegedly.export.json_statement import statement_to_json
from allegedly.export.json_value import Json, JsonObject
from allegedly.model import Statement
from allegedly.serve.desk import Desk
from allegedly.serve.problems import Problem
from allegedly.serve.tagging import respond_json

CSV = "text/csv"
SCHEMA = 1

Limit: TypeAlias = Annotated[int, Query(ge=1, le=1000, description="At most so many.")]
After: TypeAlias = Annotated[str | None, Query(max_length=400, description="From where the page before leads: its `next`.")]
At: TypeAlias = Annotated[str | None, Query(pattern="^[0-9]{1,9}$", description="From where the page before leads: its `next`.")]
Day: TypeAlias = Annotated[
    str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"}, description="As in 2026-11-20.")
]
Format: TypeAlias = Annotated[str | None, Query(pattern="^(json|csv)$", description="In place of `Accept`.")]


def desk_of(request: Request) -> Desk:
    """The ledger that is served."""
    found = request.app.state.desk
    assert isinstance(found, Desk)
    return found


def wants_csv(request: Request, form: str | None) -> bool:
    """Whether rows are asked for as CSV. Raises `Problem` where neither JSON nor CSV would do."""
    if form is not None:
        return form == "csv"
    ranges = [each.partition(";")[0].strip().lower() for each in request.headers.get("accept", "*/*").split(",")]
    for each in ranges:
        if each in (CSV, "text/*"):
            return True
        if each in ("application/json", "application/*", "*/*", "text/html", "application/problem+json"):
            return False
    raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"there is JSON and CSV, found {request.headers.get('accept', '')[:80]!r}", "accept")


def page_of(
    request: Request, name: str, items: Iterable[JsonObject], following: str | None, more: Mapping[str, Json] | None = None
) -> Response:
    """A page of things: `next` leads to the following one, and so does the `Link` header."""
    listed: list[Json] = list(items)
    headers = {}
    if following is not None:
        url = request.url.include_query_params(after=following)
        headers["link"] = f'<{url.path}?{url.query}>; rel="next"'
    return respond_json(request, {"schema": SCHEMA, name: listed, "next": following, **(more or {})}, 200, headers)


def csv_answer(columns: tuple[str, ...], rows: Iterable[Row], name: str) -> Response:
    """The rows as CSV, sent as they come."""
    return StreamingResponse(
        _encoded(cells_of(columns, rows)),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.csv"', "vary": "accept, cookie, authorization"},
    )


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    for piece in pieces:
        yield piece.encode("utf-8", "backslashreplace")


def statement_alone(statement: Statement) -> JsonObject:
    """A statement with where it stands, its article being away."""
    origin = statement.origin
    return {
        "article": {
            "id": statement.article,
            "title": origin.title,
            "outlet": origin.outlet,
            "url": origin.url,
            "published": origin.published,
        },
        "statement": statement_to_json(" " * statement.attribution.extent.start + statement.words, statement),
    }


def at_of(after: str | None) -> int:
    """The place in a list that is computed as a whole."""
    return 0 if after is None else int(after)
