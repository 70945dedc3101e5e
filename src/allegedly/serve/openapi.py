"""The document that describes the interface (OpenAPI 3.1), with the one JSON shape as its schemas."""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus
from typing import TypeAlias

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from allegedly.export.json_shape import schema_text
from allegedly.export.json_value import Json, JsonObject
from allegedly.serve.problems import PROBLEM
from allegedly.serve.schemas import PAGES, named
from allegedly.version import VERSION

Responses: TypeAlias = "dict[int | str, dict[str, object]]"
_PREFIX = "#/components/schemas/"
_WORDS = (
    "What a ledger holds: who said what, in which words, how surely, and who disputes it. Offsets count Unicode code points of "
    "an article's text and are half-open. Every answer but CSV bears an ETag; whatever goes wrong is a problem document "
    "(RFC 9457). Where the server asks for a token, it is sent as `Authorization: Bearer TOKEN`."
)


def answers(name: str, *, rows: bool = False, status: int = 200) -> Responses:
    """What a way answers: the schema of that name, as CSV too where it gives `rows`; or a problem."""
    content: dict[str, object] = {"application/json": {"schema": {"$ref": _PREFIX + name}}}
    if rows:
        content["text/csv"] = {"schema": {"type": "string"}}
    problem: dict[str, object] = {"description": "A problem", "content": {PROBLEM: {"schema": {"$ref": _PREFIX + "Problem"}}}}
    found: Responses = {status: {"description": HTTPStatus(status).phrase, "content": content}}
    for other in (400, 401, 403, 404, 406, 408, 413, 415, 421, 422, 500, 503):
        found[other] = problem
    return found


def document(app: FastAPI) -> JsonObject:
    """The document of the application's ways."""
    found: JsonObject = get_openapi(
        title="allegedly", version=VERSION, openapi_version="3.1.0", description=_WORDS, routes=app.routes
    )
    parts = found.setdefault("components", {})
    assert isinstance(parts, dict)
    own = parts.get("schemas")
    parts["schemas"] = {**(own if isinstance(own, dict) else {}), **schemas()}
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    found["security"] = [{}, {"token": []}]
    return found


@cache
def schemas() -> JsonObject:
    """Every schema by its name: those of the one JSON shape, and those of the interface's own answers."""
    shape = json.loads(schema_text())["$defs"]
    found = {named(name): _moved(schema) for name, schema in shape.items()}
    return {**found, **{name: _moved(schema) for name, schema in PAGES.items()}}


def _moved(schema: Json) -> Json:
    """The schema with its references leading to where the document keeps them."""
    if isinstance(schema, list):
        return [_moved(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    moved: JsonObject = {}
    for name, value in schema.items():
        leads = name == "$ref" and isinstance(value, str)
        moved[name] = _PREFIX + named(str(value).rpartition("/")[2]) if leads else _moved(value)
    return moved
