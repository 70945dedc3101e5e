"""The page that an article was read from, as it was captured, with the words of statements in their place."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from allegedly.export.threshold import numbered
from allegedly.export.wording import day_of, lines_of, one_line, title_of
from allegedly.model import Article, Findings, Span
from allegedly.model.page_map import PageMap
from allegedly.serve.captured import Mark, decoded, fits, marks_of, parts_of, source_around
from allegedly.serve.desk import Desk
from allegedly.serve.pages.article import findings_of
from allegedly.serve.problems import not_found
from allegedly.serve.rendering import page, web_address


def captured_page(request: Request, desk: Desk, reference: str) -> HTMLResponse:
    """The page's lines and its source, with every statement marked, or that alone which is asked for."""
    findings = findings_of(desk, reference)
    article = findings.article
    page_map, data = article.capture.page_map, desk.store.captures.page(article.id)
    wanted = request.query_params.get("statement", "")
    number, place = _place(findings, wanted)
    values: dict[str, object] = {
        "id": article.id,
        "title": title_of(article),
        "outlet": one_line(article.origin.outlet or ""),
        "published": day_of(article.origin.published) or "",
        "language": article.language,
        "captured": day_of(article.capture.when) or "",
        "digest": article.capture.bytes_sha256,
        "size": None if data is None else len(data),
        "url": web_address(article.origin.url),
        "mapped": page_map is not None,
        "statement": wanted,
        "line": next((line for line in lines_of(findings, bare=True) if line.number == number), None),
        "parts": (),
        "here": None,
        "source": (),
        "wrong": False,
    }
    if data is not None and page_map is not None:
        values |= _shown(findings, page_map, decoded(data, article.capture), number, place)
    return page(request, "captured.html", values)


def captured_bytes(desk: Desk, reference: str) -> Response:
    """The page byte for byte, to be kept and not to be shown: what is in it is its maker's."""
    article = findings_of(desk, reference).article
    data = desk.store.captures.page(article.id)
    if data is None:
        raise not_found("the page was not kept")
    headers = {"content-disposition": f'attachment; filename="{article.id}.page"', "etag": f'"{article.capture.bytes_sha256}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)


def _place(findings: Findings, wanted: str) -> tuple[int | None, Span]:
    """The number of the statement that is asked for, and where in the text to look: at it, or at the beginning."""
    if not wanted:
        return None, Span(0, min(len(findings.article.text), 200))
    for number, statement in numbered(findings, bare=True).items():
        if statement.id == wanted:
            return number, statement.attribution.extent
    raise not_found(f"the article has no statement with the id {wanted[:40]!r}; it may have been read anew since")


def _shown(findings: Findings, page_map: PageMap, text: str, number: int | None, place: Span) -> dict[str, object]:
    article: Article = findings.article
    if not fits(text, article, page_map):
        return {"wrong": True}
    statements = {n: one for n, one in numbered(findings, bare=True).items() if number is None or n == number}
    marks: tuple[Mark, ...] = marks_of(article, page_map, statements)
    parts = parts_of(text, page_map, marks)
    chosen = (line for part in parts if part.chosen for line in part.lines)
    marked = (line for line in chosen if any(look not in ("", "soft") for _, look in line.pieces))
    return {
        "parts": parts,
        "here": next(marked, None) if number is not None else None,
        "source": source_around(text, page_map.span(place), marks),
    }
