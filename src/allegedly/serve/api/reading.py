"""Reading texts that are posted: what is found is given back, and kept where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from allegedly.errors import ReadError
from allegedly.export.json_shape import findings_to_json
from allegedly.export.json_value import JsonObject
from allegedly.languages import load_language
from allegedly.ledger import Added
from allegedly.model import Article, Findings, Origin, Skipped
from allegedly.pipeline import find_statements
from allegedly.read import read_source
from allegedly.read.dates import iso_date
from allegedly.read.source import Source
from allegedly.serve.api.answering import SCHEMA, desk_of
from allegedly.serve.desk import Desk
from allegedly.serve.openapi import answers
from allegedly.serve.pages.judging import writable
from allegedly.serve.problems import Problem, wrong
from allegedly.serve.tagging import respond_json

T = TypeVar("T")
ROUTER = APIRouter()
TAKEN = ("text/plain", "text/html", "application/xhtml+xml", "text/markdown", "application/json")
_BODY = {
    "requestBody": {
        "required": True,
        "description": "One article: plain text, Markdown, HTML, or JSON as `allegedly read` takes it.",
        "content": {media: {"schema": {"type": "string"}} for media in TAKEN[:-1]} | {TAKEN[-1]: {"schema": {"type": "object"}}},
    }
}
Text = Annotated[str | None, Query(max_length=2000)]


@ROUTER.post("/read", responses=answers("Findings"), openapi_extra=_BODY, summary="A text's findings; nothing is kept.")
async def read_text(
    request: Request, title: Text = None, outlet: Text = None, url: Text = None, published: Text = None, text: bool = True
) -> Response:
    """Who says what in the body. What the parameters say of the text wins over what it says of itself."""
    desk = desk_of(request)
    source = await _source(request, Origin(outlet, url, title, (), published))

    def find() -> Findings:
        article = _article(source)
        return find_statements(article, load_language(article.language), desk.tagger(article.language))

    findings = await _bounded(desk, find)
    return respond_json(request, findings_to_json(findings, text=text))


@ROUTER.post(
    "/articles", status_code=201, responses=answers("Kept", status=201), openapi_extra=_BODY, summary="Read a text and keep it."
)
async def add_article(
    request: Request, title: Text = None, outlet: Text = None, url: Text = None, published: Text = None, name: Text = None
) -> Response:
    """Kept as it is added by `allegedly add`; what is there already stays as it is."""
    desk = desk_of(request)
    writable(desk)
    source = await _source(request, Origin(outlet, url, title, (), published, name=name))

    def keep() -> tuple[str, Findings]:
        article = _article(source)
        (kept,) = desk.ledger.add_many([article])
        desk.added()
        if isinstance(kept, Skipped):
            raise ReadError(kept.reason)
        return str(kept.outcome) if isinstance(kept, Added) else "unchanged", desk.store.get(article.id)

    outcome, findings = await _bounded(desk, keep)
    answer: JsonObject = {"schema": SCHEMA, "outcome": outcome, "findings": findings_to_json(findings)}
    return respond_json(request, answer, HTTPStatus.CREATED, {"location": f"/api/v1/articles/{findings.article.id}"})


async def _source(request: Request, origin: Origin) -> Source:
    """The body and what is said of it. Raises `Problem` where its media type or a parameter is none that is taken."""
    header = request.headers.get("content-type", "")
    media, _, rest = header.partition(";")
    media = media.strip().lower()
    if media not in TAKEN:
        raise Problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"expected one of {', '.join(TAKEN)}, found {media[:60]!r}", "content-type"
        )
    for field in ("outlet", "url", "title", "published", "name"):
        value = getattr(origin, field)
        if value is not None and (not value.isprintable() or not value.strip()):
            raise wrong(field, f"{field}: expected printable text, found {value[:40]!r}")
    if origin.published is not None and iso_date(origin.published) is None:
        raise wrong("published", f"published: expected an ISO 8601 date as in 2026-11-20, found {origin.published[:40]!r}")
    name, _, charset = rest.partition("=")
    encoding = charset.strip().strip('"') if name.strip().lower() == "charset" else None
    return Source(await request.body(), origin, None, encoding, (), media)


def _article(source: Source) -> Article:
    """The one article in the body. Raises `ReadError` where it holds none, or several."""
    found = list(read_source(source))
    if len(found) != 1:
        raise ReadError(f"the body holds {len(found)} articles, expected one; post them one by one")
    if isinstance(found[0], Skipped):
        raise ReadError(found[0].reason)
    return found[0]


async def _bounded(desk: Desk, work: Callable[[], T]) -> T:
    """The work, done where few others are read at the same time; refused otherwise, so that looking stays quick."""
    if not desk.readings.acquire(blocking=False):
        raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "other texts are being read; try again", None, {"retry-after": "2"})
    try:
        return await run_in_threadpool(work)
    finally:
        desk.readings.release()
