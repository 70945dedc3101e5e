"""Answers with an entity tag: what a caller has already is not sent again (RFC 9110)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from allegedly.export.json_value import Json, JsonObject


def respond(
    request: Request, data: bytes, media: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    """The bytes with their digest as tag; 304 without them, where the caller names the tag."""
    tag = f'W/"{hashlib.sha256(data).hexdigest()[:24]}"'
    given = {**(headers or {}), "etag": tag, "content-type": media, "vary": "accept, cookie, authorization, hx-request"}
    if status == 200 and request.method in ("GET", "HEAD") and _known(request.headers.get("if-none-match"), tag):
        del given["content-type"]
        return HTMLResponse(status_code=304, headers=given)
    return HTMLResponse(data, status, given)


def respond_json(
    request: Request, value: Json | JsonObject, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """The value as JSON."""
    data = json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")
    return respond(request, data, "application/json", status, headers)


def _known(header: str | None, tag: str) -> bool:
    if header is None:
        return False
    bare = tag.removeprefix("W/")
    return header.strip() == "*" or bare in {each.strip().removeprefix("W/") for each in header.split(",")}
