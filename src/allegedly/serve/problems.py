"""What goes wrong over HTTP, in one shape: a problem document (RFC 9457), or a page that says the same."""

from __future__ import annotations

from http import HTTPStatus

from allegedly.errors import AllegedlyError
from allegedly.export.json_value import JsonObject

PROBLEM = "application/problem+json"


class Problem(AllegedlyError):  # noqa: N818
    """A request that is not answered as asked: its status, and what was found, was expected, is to be done.

    `field`: the parameter or header at fault; `headers`: what the answer has to carry (`Allow`, `Retry-After`).
    """

    def __init__(self, status: HTTPStatus, detail: str, field: str | None = None, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.field = status, detail, field
        self.headers = headers or {}


def problem_to_json(problem: Problem) -> JsonObject:
    """The problem document."""
    return {
        "type": "about:blank",
        "title": problem.status.phrase,
        "status": int(problem.status),
        "detail": problem.detail,
        "field": problem.field,
    }


def not_found(detail: str) -> Problem:
    """There is no such thing."""
    return Problem(HTTPStatus.NOT_FOUND, detail)


def wrong(field: str, detail: str) -> Problem:
    """A parameter holds what it cannot."""
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, field)
