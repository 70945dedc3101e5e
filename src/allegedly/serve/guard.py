"""What every request passes before it is answered: host, origin, token; and what every answer carries."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allegedly.serve.pages.failing import answer_of
from allegedly.serve.problems import Problem
from allegedly.serve.sessions import COOKIE, Sessions
from allegedly.serve.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
# With `no-referrer` a browser would send the page's own forms from the origin "null"; `same-origin` tells others as little.
ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = ("GET", "HEAD", "OPTIONS")
OPEN = ("/sign-in", "/static/", "/api/v1/health")
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]/@\s]+)(?::(?P<port>\d{1,5}))?")


class Guard:
    """Lets in what may come in, and gives each answer its headers. `scope["session"]` is the session's name from here on."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self._app, self._settings, self._sessions = app, settings, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookie = _cookie(headers.get("cookie"))
        session = self._sessions.known(cookie)
        given = None
        if session is None:
            given = self._sessions.new(admitted=self._sessions.open)
            session = self._sessions.known(given)
        scope["session"], scope["sessions"] = session, self._sessions

        # What a caller may get it may ask the head of: answered as the whole is, without its body (RFC 9110).
        head = scope["method"] == "HEAD"
        if head:
            scope = {**scope, "method": "GET"}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                _dress(MutableHeaders(scope=message), scope, given)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        try:
            self._check(scope, headers, session)
        except Problem as problem:
            given = None  # who is refused gets no session
            await answer_of(scope, problem)(scope, receive, sending)
            return
        await self._app(scope, receive, sending)

    def _check(self, scope: Scope, headers: Headers, session: str | None) -> None:
        """Raise the problem where the request may not come in."""
        host = headers.get("host", "")
        found = _HOST.fullmatch(host)
        name = found["name"].strip("[]").lower().rstrip(".") if found else ""
        if name not in self._settings.names:
            raise Problem(
                HTTPStatus.MISDIRECTED_REQUEST,
                f"the server does not go by {host[:80]!r}; reach it under its own name, or name this one with --allow-host",
            )
        if scope["method"] not in SAFE:
            _check_origin(headers, host)
        path = scope["path"]
        if any(path == way or (way.endswith("/") and path.startswith(way)) for way in OPEN):
            return
        if not self._sessions.admitted(session, headers.get("authorization")):
            raise _stranger(scope)


def _check_origin(headers: Headers, host: str) -> None:
    """Raise the problem where a browser says that the post comes from another site, or from nowhere."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    own = origin is None or urlsplit(origin).netloc.lower() == host.lower()
    if not own or site not in (None, "same-origin", "none"):
        raise Problem(HTTPStatus.FORBIDDEN, "the post comes from another site; only the ledger's own pages may send it", "origin")


def _stranger(scope: Scope) -> Problem:
    path = scope["path"]
    if path.startswith("/api/"):
        return Problem(
            HTTPStatus.UNAUTHORIZED,
            "the ledger is shown to those who have its token; send it as `Authorization: Bearer TOKEN`",
            "authorization",
            {"www-authenticate": 'Bearer realm="allegedly"'},
        )
    query = scope["query_string"].decode("latin-1")
    back = path + (f"?{query}" if query else "")
    return Problem(HTTPStatus.SEE_OTHER, "sign in first", None, {"location": f"/sign-in?to={quote(back, safe='')}"})


def _cookie(header: str | None) -> str | None:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header or "")
    except CookieError:
        return None
    return jar[COOKIE].value if COOKIE in jar else None


def cookie_of(value: str, scope: Scope) -> str:
    """The header that gives a browser its session."""
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Strict{secure}"


def _dress(headers: MutableHeaders, scope: Scope, given: str | None) -> None:
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    headers.setdefault("cache-control", "private, no-cache")
    if given is not None and not scope["path"].startswith(("/api/", "/static/")) and "set-cookie" not in headers:
        headers["set-cookie"] = cookie_of(given, scope)
