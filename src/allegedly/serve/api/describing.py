"""What the interface is, and whether it answers."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from allegedly.serve.openapi import answers, document
from allegedly.serve.rendering import page
from allegedly.serve.tagging import respond_json
from allegedly.version import VERSION

ROUTER = APIRouter()


@ROUTER.get("/health", responses=answers("Health"), summary="Whether the server answers and can read its ledger.")
def health(request: Request) -> Response:
    """Also without a token; says nothing of what the ledger holds."""
    request.app.state.desk.store.change()
    return respond_json(request, {"status": "ok", "version": VERSION})


@ROUTER.get("/openapi.json", include_in_schema=False)
def openapi(request: Request) -> Response:
    """The OpenAPI document."""
    return respond_json(request, document(request.app))


@ROUTER.get("/docs", include_in_schema=False)
def docs(request: Request) -> Response:
    """The ways and their parameters, as a page."""
    paths = document(request.app)["paths"]
    assert isinstance(paths, dict)
    return page(request, "api.html", {"paths": paths})
