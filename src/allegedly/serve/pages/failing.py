"""The answer to a request that is not answered as asked: a problem document, or a page."""

from __future__ import annotations

import json

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Scope

from allegedly.serve.problems import PROBLEM, Problem, problem_to_json
from allegedly.serve.rendering import environment


def answer_of(scope: Scope, problem: Problem) -> Response:
    """What the caller is sent: under `/api/` JSON, elsewhere a page, or the way to another one."""
    if "location" in problem.headers and 300 <= problem.status < 400:
        return RedirectResponse(problem.headers["location"], problem.status)
    headers = {"cache-control": "no-store", **problem.headers}
    if scope["path"].startswith("/api/"):
        data = json.dumps(problem_to_json(problem), ensure_ascii=False).encode("utf-8", "backslashreplace")
        return Response(data, problem.status, headers, PROBLEM)
    html = environment().get_template("problem.html").render(problem=problem)
    return HTMLResponse(html.encode("utf-8", "replace"), problem.status, headers)
