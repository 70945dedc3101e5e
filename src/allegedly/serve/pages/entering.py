"""Signing in with the token, and out."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from allegedly.serve.guard import cookie_of
from allegedly.serve.problems import Problem
from allegedly.serve.rendering import page
from allegedly.serve.sessions import Sessions

_FIELDS = 200


def sign_in_page(request: Request) -> Response:
    """The page that asks for the token."""
    return page(request, "sign-in.html", {"to": _own_way(request.query_params.get("to", "/")), "wrong": False})


async def sign_in(request: Request) -> Response:
    """Let the browser in where the token is right."""
    fields = await form_of(request)
    sessions: Sessions = request.scope["sessions"]
    to = _own_way(fields.get("to", "/"))
    if not sessions.right(fields.get("token", "")):
        return page(request, "sign-in.html", {"to": to, "wrong": True}, HTTPStatus.FORBIDDEN)
    return _answer(request, to, sessions.new(admitted=True))


async def sign_out(request: Request) -> Response:
    """Give the browser a session that has shown nothing."""
    await form_of(request)
    sessions: Sessions = request.scope["sessions"]
    return _answer(request, "/", sessions.new(admitted=sessions.open))


async def form_of(request: Request) -> Mapping[str, str]:
    """The fields of a form of the session's own pages. Raises `Problem` where the post is of another site's, or no form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"expected a form, found {kind[:60]!r}", "content-type")
    try:
        pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"the form cannot be read: {error}") from error
    fields = dict(pairs)
    if not request.scope["sessions"].own_form(request.scope["session"], fields):
        raise Problem(
            HTTPStatus.FORBIDDEN,
            "the form is of another session, or the server was started anew since: load the page again",
        )
    return fields


def _answer(request: Request, to: str, session: str) -> Response:
    answer = RedirectResponse(to, HTTPStatus.SEE_OTHER)
    answer.headers["set-cookie"] = cookie_of(session, request.scope)
    return answer


def _own_way(to: str) -> str:
    """The way within this server; anything that may lead elsewhere becomes the first page."""
    own = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() and "\\" not in to
    return to if own else "/"
