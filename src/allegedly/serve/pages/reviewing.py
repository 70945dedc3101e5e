"""The page of review: the queue, the statement that is looked at, and the form that corrects it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from allegedly.export.csv import figure_words
from allegedly.export.page_text import marked_blocks
from allegedly.export.threshold import numbered
from allegedly.export.wording import day_of, line_of, lines_of, one_line, title_of
from allegedly.model import Article, Certainty, Findings, Kind, Spans, Statement
from allegedly.serve.desk import Desk
from allegedly.serve.pages.article import findings_of, found_statement
from allegedly.serve.rendering import page
from allegedly.serve.reviews import Reviews, reviews_of

_SHOWN, _AROUND = 14, 2
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the queue."""

    id: str
    who: str
    what: str
    reasons: str


def review_page(request: Request, desk: Desk) -> Response:
    """The statement that is asked for, or the first of the queue, in its words, with the form to judge it."""
    reviews = reviews_of(desk)
    wanted = request.query_params.get("statement", "")
    queued = reviews.left
    at = next((number for number, each in enumerate(queued) if each.statement.id == wanted), 0 if not wanted else -1)
    chosen = wanted or (queued[0].statement.id if queued else "")
    following = queued[at + 1].statement.id if at + 1 < len(queued) else ""
    shared = _queue(reviews, max(0, at))
    if not chosen:
        return page(request, "review.html", {**shared, **_NOTHING, "done": request.query_params.get("done", "")})
    findings, number, statement = found_statement(desk, chosen)
    line = next(line for line in lines_of(findings, bare=True) if line.number == number)
    reasons = next((each.reasons for each in queued if each.statement.id == chosen), [])
    return page(
        request,
        "review.html",
        {
            **shared,
            **_about(findings.article),
            "id": chosen,
            "next": following,
            "adding": False,
            "who": line.who,
            "says": line.says,
            "what": line.what,
            "reasons": ", ".join(reasons) or "not in the queue",
            "kind": str(statement.kind.value),
            "certainty": str(statement.certainty.value),
            "sure": f"{statement.attribution.confidence:.0%} sure of who and what",
            "spans": [(name, _written(getattr(statement.attribution, name))) for name in ROLES],
            "speaker": (statement.speaker.name or "") if statement.speaker else "",
            "candidates": _candidates(findings, statement),
            "figure": one_line(figure_words(statement.figures[0])) if statement.figures else "",
            "text": _text(findings, {number: statement}, statement),
            "history": [one_line(each.words) for each in reviews.of(chosen)],
            "differences": [one_line(each) for each in reviews.differences(chosen)],
            "done": request.query_params.get("done", ""),
            "by": by_of(request),
        },
    )


def adding_page(request: Request, desk: Desk) -> Response:
    """The form for a statement that was missed: the whole article, with the statements that there are marked."""
    findings = findings_of(desk, request.query_params.get("article", ""))
    near = request.query_params.get("near", "")
    return page(
        request,
        "review.html",
        {
            **_queue(reviews_of(desk), 0),
            **_NOTHING,
            **_about(findings.article),
            "next": near,
            "adding": True,
            "kind": str(Kind.ASSERTION),
            "certainty": str(Certainty.CERTAIN),
            "spans": [(name, "") for name in ROLES],
            "candidates": _candidates(findings, None),
            "text": _text(findings, numbered(findings), None),
            "by": by_of(request),
        },
    )


_NOTHING: Mapping[str, object] = {
    "id": "",
    "article": "",
    "adding": False,
    "next": "",
    "who": "",
    "says": "",
    "what": "",
    "reasons": "",
    "sure": "",
    "speaker": "",
    "figure": "",
    "history": [],
    "differences": [],
    "done": "",
    "by": "",
}


def by_of(request: Request) -> str:
    """Who judged last in this browser."""
    return unquote(request.cookies.get("allegedly_by", ""))[:80]


def _queue(reviews: Reviews, at: int) -> dict[str, object]:
    start = max(0, at - 3)
    shown = []
    for each in reviews.left[start : start + _SHOWN]:
        line = line_of(1, each.statement)
        shown.append(Waiting(each.statement.id, line.who, line.what, ", ".join(each.reasons)))
    return {
        "section": "Review",
        "can_correct": reviews.can_correct,
        "total": len(reviews.left),
        "judged": reviews.judged,
        "shown": shown,
        "waiting": reviews.waiting,
        "kinds": [str(kind) for kind in Kind],
        "certainties": [str(certainty) for certainty in Certainty],
    }


def _about(article: Article) -> dict[str, object]:
    return {
        "article": article.id,
        "title": title_of(article),
        "language": article.language,
        "outlet": one_line(article.origin.outlet or ""),
        "day": day_of(article.origin.published) or "",
    }


def _written(spans: Spans) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _candidates(findings: Findings, statement: Statement | None) -> list[str]:
    """Who may be meant: the candidates first, then everybody whom the article names as a speaker."""
    first = list(statement.speaker.candidates) if statement is not None and statement.speaker is not None else []
    named = [one.speaker.name for one in findings.statements if one.speaker is not None and one.speaker.name]
    return list(dict.fromkeys(one_line(name) for name in [*first, *named]))


def _text(findings: Findings, shown: Mapping[int, Statement], around: Statement | None) -> Markup:
    """The blocks of the text, each with where it begins; around a statement, its own and those beside them."""
    blocks = marked_blocks(findings.article, shown)
    if around is not None:
        extent = around.attribution.extent
        own = [number for number, (block, _) in enumerate(blocks) if block.span.overlaps(extent)]
        if own:
            blocks = blocks[max(0, own[0] - _AROUND) : own[-1] + _AROUND + 1]
    return Markup("\n").join(
        Markup('<p class="{}" data-start="{}" dir="auto">{}</p>').format(
            escape(str(block.kind).replace(" ", "-")), block.span.start, Markup(inner)
        )
        for block, inner in blocks
    )


def spans_given(words: str, name: str, length: int) -> Sequence[tuple[int, int]]:
    """The spans that a form gives for a role, as `12-30 45-60`. Raises `ValueError` where they are none of the text."""
    spans = []
    end = 0
    for part in words.split():
        start_text, dash, end_text = part.partition("-")
        if not (dash and start_text.isdecimal() and end_text.isdecimal()) or len(part) > 40:
            raise ValueError(f"{name}: expected spans as in 12-30 45-60, found {words[:60]!r}")
        start, last = int(start_text), int(end_text)
        if not end <= start < last <= length:
            raise ValueError(f"{name}: the span {part} does not lie in the text of {length} characters, behind the one before")
        spans.append((start, last))
        end = last
    return spans
