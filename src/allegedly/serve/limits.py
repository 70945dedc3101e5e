"""Bodies are counted as they come, and have to come in time."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allegedly.serve.pages.failing import answer_of
from allegedly.serve.problems import Problem
from allegedly.serve.settings import Bounds


class Limits:
    """Refuses a body of more bytes, or one that takes longer, than `bounds` say: at once where its length is declared."""

    def __init__(self, app: ASGIApp, bounds: Bounds) -> None:
        self._app, self._bounds = app, bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, its body bounded."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length) > self._bounds.body:
            await answer_of(scope, self._too_large())(scope, receive, send)
            return
        begun = whole = False
        counted = 0
        end = asyncio.get_running_loop().time() + self._bounds.body_seconds

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        async def receiving() -> Message:
            nonlocal counted, whole
            if whole:
                # What is awaited from here on is that the caller goes away.
                return await receive()
            left = end - asyncio.get_running_loop().time()
            try:
                message = await asyncio.wait_for(receive(), max(left, 0.001))
            except TimeoutError:
                raise Problem(
                    HTTPStatus.REQUEST_TIMEOUT, f"the body did not come within {self._bounds.body_seconds:g} seconds"
                ) from None
            if message["type"] == "http.request":
                counted += len(message.get("body", b""))
                if counted > self._bounds.body:
                    raise self._too_large()
            whole = not message.get("more_body", False)
            return message

        try:
            await self._app(scope, receiving, sending)
        except Problem as problem:
            if begun:
                raise
            await answer_of(scope, problem)(scope, receive, send)

    def _too_large(self) -> Problem:
        return Problem(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"a body holds at most {self._bounds.body:,} bytes; send articles one by one, or add them with `allegedly add`",
            None,
            {"connection": "close"},
        )
