"""Corrections over HTTP: what people judged, kept and listed."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from allegedly.errors import LedgerError
from allegedly.export.json_correction import correction_event_to_json, value_from_json
from allegedly.export.json_value import Found, Json, JsonObject, parsed
from allegedly.model import Attribution
from allegedly.model.correction import CorrectionEvent, CorrectionWithdrawal, Field, Value, standing_corrections
from allegedly.serve.api.answering import SCHEMA, At, Limit, at_of, desk_of, page_of
from allegedly.serve.desk import Desk
from allegedly.serve.openapi import answers
from allegedly.serve.pages.judging import writable
from allegedly.serve.problems import Problem, wrong
from allegedly.serve.tagging import respond_json
from allegedly.store.query import storable

ROUTER = APIRouter()
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Judgement"}}},
    }
}


@ROUTER.get("/corrections", responses=answers("Corrections"), summary="What people judged, the first first.")
def corrections(
    request: Request,
    article: Annotated[str | None, Query(max_length=300, description="Of this article alone.")] = None,
    waiting: Annotated[bool, Query(description="Those alone that could not be replayed, and why.")] = False,
    limit: Limit = 50,
    after: At = None,
) -> Response:
    """Every event, withdrawn ones too; `stands` says which hold."""
    desk, at = desk_of(request), at_of(after)
    if waiting:
        listed = [{**_event(each.correction, stands=True), "reason": each.reason} for each in desk.ledger.corrections.waiting()]
    else:
        events = desk.ledger.corrections.events(article)
        stand = {event.id for event in standing_corrections(events)}
        listed = [{**_event(event, stands=event.id in stand), "reason": None} for event in events]
    following = str(at + limit) if at + limit < len(listed) else None
    return page_of(request, "corrections", listed[at : at + limit], following)


@ROUTER.post(
    "/corrections",
    status_code=201,
    responses=answers("Corrected", status=201),
    openapi_extra=_BODY,
    summary="Judge a field of a statement, or take a judgement back.",
)
async def correct(request: Request) -> Response:
    """Kept for good, and laid on the article at once: in what follows the statement is as it was judged.

    `article`, `statement`, `field` and `new` for a judgement; `withdrawn`, the id of one, to take it back. `who` says who judges.
    `new` is spans of the roles for `words`, and for `statement` where one was missed, which has no id yet; null deletes one.
    """
    desk = desk_of(request)
    writable(desk)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"expected application/json, found {media[:60]!r}", "content-type")
    text = (await request.body()).decode("utf-8", "replace")
    event = await run_in_threadpool(lambda: _kept(desk, _parsed(text)))
    answer: JsonObject = {"schema": SCHEMA, "correction": {**_event(event, stands=True), "reason": None}}
    return respond_json(request, answer, HTTPStatus.CREATED)


def _parsed(text: str) -> Found:
    try:
        found = Found(parsed(text), "")
        found.fields()
    except RecursionError:
        raise wrong("body", "the body is nested too deep") from None
    return found


def _kept(desk: Desk, found: Found) -> CorrectionEvent:
    who, why = _line(found["who"].text(), "who"), found.text_at("why")
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    if why is not None and not storable(why):
        raise wrong("why", "why: expected text without lone surrogates")
    corrections = desk.ledger.corrections
    withdrawn = found.text_at("withdrawn")
    event: CorrectionEvent
    if withdrawn is not None:
        event = corrections.withdraw(withdrawn, who=who, when=when, why=why)
    else:
        article, field = found["article"].text(), found["field"].choice(Field)
        statement = found.text_at("statement")
        new = _value(found.get("new"), field)
        if statement is None and not isinstance(new, Attribution):
            raise LedgerError(
                "statement: expected a statement's id, found none; to add one that was missed, give its spans as `new`"
            )
        target = statement if statement is not None else new
        assert isinstance(target, str | Attribution)
        event = corrections.correct(article, target, field, new, who=who, when=when, why=why)
    desk.corrected()
    return event


def _value(found: Found | None, field: Field) -> Value | Attribution:
    """What the field is to hold. Raises `LedgerError` where it is not of the field."""
    if found is not None and field in (Field.WORDS, Field.STATEMENT):
        return Attribution(found.spans_at("source"), found.spans_at("cue"), found["content"].some_spans())
    return value_from_json(found, field)


def _line(text: str, name: str) -> str:
    line = " ".join(text.split())
    if not line or len(line) > 80 or not storable(line) or not line.isprintable():
        raise wrong(name, f"{name}: expected a name of at most 80 characters, found {text[:40]!r}")
    return line


def _event(event: CorrectionEvent, *, stands: bool) -> JsonObject:
    value = correction_event_to_json(event)
    empty: dict[str, Json] = {"statement": None, "field": None, "anchor": None, "old": None, "new": None, "withdrawn": None}
    return {**empty, **value, "stands": stands and not isinstance(event, CorrectionWithdrawal)}
