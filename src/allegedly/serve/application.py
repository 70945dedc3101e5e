"""The application: the ledger's pages and its interface over HTTP, behind the guard and the limits."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from allegedly.errors import AllegedlyError, LedgerError, ReadError
from allegedly.serve.api import correcting, describing, linking, looking, reading
from allegedly.serve.desk import Desk
from allegedly.serve.guard import Guard
from allegedly.serve.limits import Limits
from allegedly.serve.pages.failing import answer_of
from allegedly.serve.problems import Problem
from allegedly.serve.sessions import Sessions
from allegedly.serve.settings import Settings
from allegedly.serve.web import ROUTER as PAGES
from allegedly.version import VERSION


def application(settings: Settings) -> FastAPI:
    """The application over the ledger that `settings` name. Raises `LedgerError` where there is none that can be read."""
    middleware = [
        Middleware(Guard, settings=settings, sessions=Sessions(settings.token)),
        Middleware(Limits, bounds=settings.bounds),
        Middleware(GZipMiddleware, minimum_size=1024, compresslevel=4),
    ]
    app = FastAPI(title="allegedly", version=VERSION, middleware=middleware, docs_url=None, redoc_url=None, openapi_url=None)
    app.router.redirect_slashes = False
    app.state.settings, app.state.desk = settings, Desk(settings)
    app.include_router(PAGES)
    for ways in (looking, linking, reading, correcting, describing):
        app.include_router(ways.ROUTER, prefix="/api/v1")
    app.add_exception_handler(Exception, _failed)
    app.add_exception_handler(AllegedlyError, _refused)
    app.add_exception_handler(HTTPException, _unanswered)
    app.add_exception_handler(RequestValidationError, _malformed)
    return app


def _refused(request: Request, error: Exception) -> Response:
    """What this program says of a request: its own words, with the status that fits."""
    if isinstance(error, Problem):
        problem = error
    elif isinstance(error, ReadError | LedgerError):
        problem = Problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
    else:
        problem = Problem(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
    return answer_of(request.scope, problem)


def _unanswered(request: Request, error: Exception) -> Response:
    """What the framework answers by itself: no such way, no such method."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    words = {
        HTTPStatus.NOT_FOUND: "there is nothing at this address",
        HTTPStatus.METHOD_NOT_ALLOWED: f"{request.method} is not what this address takes",
    }
    return answer_of(request.scope, Problem(status, words.get(status, str(error.detail)), None, dict(error.headers or {})))


def _malformed(request: Request, error: Exception) -> Response:
    """A parameter that is not what the interface says."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = [str(part) for part in first["loc"]]
    name = place[-1] if len(place) > 1 else place[0]
    shown = repr(first.get("input"))
    detail = f"{name}: {first['msg']}, found {shown if len(shown) <= 60 else shown[:57] + '...'}"
    return answer_of(request.scope, Problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, name))


def _failed(request: Request, error: Exception) -> Response:
    """What nobody has foreseen: said without what it is, which is for the log alone."""
    return answer_of(
        request.scope, Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the request failed; the server's log says where and why")
    )
