"""The ways to the pages."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import Response

from allegedly.serve.assets import asset
from allegedly.serve.desk import Desk
from allegedly.serve.pages.article import article_page, statement_page
from allegedly.serve.pages.captured import captured_bytes, captured_page
from allegedly.serve.pages.drifting import drift_brief, drift_page
from allegedly.serve.pages.entering import sign_in, sign_in_page, sign_out
from allegedly.serve.pages.home import home_page, skipped_page
from allegedly.serve.pages.judging import judge
from allegedly.serve.pages.reviewing import adding_page, review, review_missed, review_page, review_settled, review_undone
from allegedly.serve.pages.searching import search_page
from allegedly.serve.pages.sourcing import sources_page
from allegedly.serve.pages.speaking import speaker_of, speaker_page, speakers_page
from allegedly.serve.pages.story import story_page
from allegedly.serve.pages.storying import stories_page
from allegedly.serve.problems import not_found

ROUTER = APIRouter(include_in_schema=False)


def desk_of(request: Request) -> Desk:
    """The ledger that is served."""
    found = request.app.state.desk
    assert isinstance(found, Desk)
    return found


@ROUTER.get("/")
def _home(request: Request) -> Response:
    return home_page(request, desk_of(request))


@ROUTER.get("/search")
def _search(request: Request) -> Response:
    return search_page(request, desk_of(request))


@ROUTER.get("/stories")
def _stories(request: Request) -> Response:
    return stories_page(request, desk_of(request))


@ROUTER.get("/stories/{story}")
def _story(request: Request, story: str) -> Response:
    return story_page(request, desk_of(request), story)


@ROUTER.get("/drift")
def _drift(request: Request) -> Response:
    return drift_page(request, desk_of(request))


@ROUTER.get("/review")
def _review(request: Request) -> Response:
    return review_page(request, desk_of(request))


@ROUTER.get("/review/add")
def _adding(request: Request) -> Response:
    return adding_page(request, desk_of(request))


@ROUTER.post("/review/add")
async def _missed(request: Request) -> Response:
    return await review_missed(request, desk_of(request))


@ROUTER.post("/review/undo")
async def _undone(request: Request) -> Response:
    return await review_undone(request, desk_of(request))


@ROUTER.post("/review/settle")
async def _settled(request: Request) -> Response:
    return await review_settled(request, desk_of(request))


@ROUTER.post("/review/{statement}")
async def _reviewed(request: Request, statement: str) -> Response:
    return await review(request, desk_of(request), statement)


@ROUTER.get("/drift/brief")
def _drift_brief(request: Request) -> Response:
    return drift_brief(request, desk_of(request))


@ROUTER.get("/sources")
def _sources(request: Request) -> Response:
    return sources_page(request, desk_of(request))


@ROUTER.get("/speakers")
def _speakers(request: Request) -> Response:
    return speakers_page(request, desk_of(request))


@ROUTER.get("/speakers/of")
def _speaker_of(request: Request) -> Response:
    return speaker_of(request, desk_of(request))


@ROUTER.get("/speakers/{speaker}")
def _speaker(request: Request, speaker: str) -> Response:
    return speaker_page(request, desk_of(request), speaker)


@ROUTER.post("/speakers/{speaker}/judge")
async def _judge(request: Request, speaker: str) -> Response:
    return await judge(request, desk_of(request), speaker)


@ROUTER.get("/skipped")
def _skipped(request: Request) -> Response:
    return skipped_page(request, desk_of(request))


@ROUTER.get("/articles/{article}")
def _article(request: Request, article: str) -> Response:
    return article_page(request, desk_of(request), article)


@ROUTER.get("/articles/{article}/page")
def _captured(request: Request, article: str) -> Response:
    return captured_page(request, desk_of(request), article)


@ROUTER.get("/articles/{article}/page/bytes")
def _captured_bytes(request: Request, article: str) -> Response:
    return captured_bytes(desk_of(request), article)


@ROUTER.get("/statements/{statement}")
def _statement(request: Request, statement: str) -> Response:
    return statement_page(request, desk_of(request), statement)


@ROUTER.get("/static/{name}")
def _static(request: Request, name: str) -> Response:
    found = asset(name)
    if found is None:
        raise not_found(f"there is no file {name[:40]!r}")
    headers = {"cache-control": "public, max-age=31536000, immutable", "etag": f'"{found.digest}"'}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(found.data, media_type=found.media, headers=headers)


ROUTER.add_api_route("/sign-in", sign_in_page, methods=["GET"], response_model=None)
ROUTER.add_api_route("/sign-in", sign_in, methods=["POST"], response_model=None)
ROUTER.add_api_route("/sign-out", sign_out, methods=["POST"], response_model=None)
