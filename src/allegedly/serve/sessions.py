"""Who may come in, and which posts are the page's own: tokens, sessions and what forms carry."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping

COOKIE = "allegedly_session"


class Sessions:
    """Sessions of browsers, signed with a secret of this process: a new start ends them all, and none is kept.

    A session that showed the token is another one than that of a stranger, so that signing in changes the cookie.
    """

    def __init__(self, token: str | None) -> None:
        self._token = token
        self._secret = secrets.token_bytes(32)

    @property
    def open(self) -> bool:
        """Whether no token is asked for."""
        return self._token is None

    def right(self, token: str) -> bool:
        """Whether this is the token; the time that takes says nothing of it."""
        if self._token is None:
            return True
        return hmac.compare_digest(_digest(token), _digest(self._token))

    def new(self, *, admitted: bool) -> str:
        """The value of a new session's cookie."""
        name = ("in" if admitted else "out") + secrets.token_urlsafe(18)
        return f"{name}.{self._sign('session', name)}"

    def known(self, cookie: str | None) -> str | None:
        """The session's name, where the cookie is one that was given here."""
        name, _, mark = (cookie or "").partition(".")
        right = hmac.compare_digest(mark.encode("utf-8", "replace"), self._sign("session", name).encode())
        return name if right else None

    def admitted(self, session: str | None, authorization: str | None) -> bool:
        """Whether the caller may see the ledger."""
        if self.open or (session is not None and session.startswith("in")):
            return True
        scheme, _, token = (authorization or "").partition(" ")
        return scheme.lower() == "bearer" and self.right(token.strip())

    def form_token(self, session: str) -> str:
        """What the forms of this session's pages carry, and no other site can know."""
        return self._sign("form", session)

    def own_form(self, session: str | None, fields: Mapping[str, str]) -> bool:
        """Whether a form's fields come from a page of this session."""
        given = fields.get("form_token", "").encode("utf-8", "replace")
        return session is not None and hmac.compare_digest(given, self.form_token(session).encode())

    def _sign(self, use: str, value: str) -> str:
        return hmac.new(self._secret, f"{use}:{value}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
