"""The page of review: the queue, the statement that is looked at, and the form that corrects it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import quote, unquote

from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from allegedly.export.threshold import numbered
from allegedly.export.wording import day_of, line_of, lines_of, one_line, title_of
from allegedly.model import Article, Certainty, Findings, Kind, Spans, SpeakerKind, Statement
from allegedly.serve.correcting import LINK, Reviewer, accept, add, edit, figures_written, reject, settle, undo
from allegedly.serve.desk import Desk
from allegedly.serve.pages.around import text_around
from allegedly.serve.pages.article import findings_of, found_statement
from allegedly.serve.pages.entering import form_of
from allegedly.serve.pages.judging import writable
from allegedly.serve.problems import wrong
from allegedly.serve.rendering import page, query_of
from allegedly.serve.reviews import Reviews, reviews_of
from allegedly.serve.ties import Tie, ties_of

_SHOWN = 14
_KEYS = 6
_WAITING = 20
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
        return page(
            request, "review.html", {**shared, **_NOTHING, "done": request.query_params.get("done", ""), "by": by_of(request)}
        )
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
            "speaker_kind": str(statement.speaker.kind) if statement.speaker else str(SpeakerKind.NAMED_PERSON),
            "ties": [tie for tie in _ties(desk, findings, statement) if tie.id],
            "speaker": (statement.speaker.name or "") if statement.speaker else "",
            "candidates": _candidates(findings, statement),
            "perhaps": _perhaps(findings, statement),
            "figure": figures_written(statement.figures),
            "text": text_around(findings, {number: statement}, statement),
            "history": list(reviews.of(chosen)),
            "differences": list(reviews.differences(chosen)),
            "done": request.query_params.get("done", ""),
            "undo": request.query_params.get("undo", ""),
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
            "text": text_around(findings, numbered(findings), None),
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
    "speaker_kind": str(SpeakerKind.NAMED_PERSON),
    "ties": [],
    "candidates": [],
    "perhaps": [],
    "spans": [],
    "history": [],
    "differences": [],
    "done": "",
    "undo": "",
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
        "total": len(reviews.left),
        "judged": reviews.judged,
        "shown": shown,
        "waiting": reviews.waiting[:_WAITING],
        "waiting_in_all": len(reviews.waiting),
        "kinds": [str(kind) for kind in Kind],
        "speaker_kinds": [str(kind) for kind in SpeakerKind],
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


def _ties(desk: Desk, findings: Findings, statement: Statement) -> tuple[Tie, ...]:
    rows = {one.id: number for number, one in numbered(findings, bare=True).items()}
    return ties_of(desk.links_of(findings.article.id), findings.article.id, rows).get(statement.id, ())


def _candidates(findings: Findings, statement: Statement | None) -> list[str]:
    """Who may be meant: the candidates first, then everybody whom the article names as a speaker."""
    first = list(statement.speaker.candidates) if statement is not None and statement.speaker is not None else []
    named = [one.speaker.name for one in findings.statements if one.speaker is not None and one.speaker.name]
    return list(dict.fromkeys(one_line(name) for name in [*first, *named]))


def _perhaps(findings: Findings, statement: Statement) -> list[str]:
    """Who may be meant where that is unclear, the likeliest first, as many as there are keys."""
    speaker = statement.speaker
    unclear = speaker is not None and speaker.name is None and speaker.candidates
    return _candidates(findings, statement)[:_KEYS] if unclear else []


async def review(request: Request, desk: Desk, statement: str) -> Response:
    """Keep what the form says of the statement, and go on to the next."""
    fields = await form_of(request)
    writable(desk)
    by = _reviewer(fields)

    def keep() -> list[str]:
        findings, _, found = found_statement(desk, statement)
        wanted = _picked(findings, fields)
        match wanted.get("action"):
            case "accept":
                made = accept(desk, findings, found, by)
            case "reject":
                made = reject(desk, findings, found, by)
            case "edit":
                made = edit(desk, findings, found, wanted, by)
            case "unlink":
                judgement = desk.ledger.linking.reject(fields.get("unlink", ""), who=by.who, when=by.when, why=by.why)
                made = [LINK + judgement.id]
            case other:
                raise wrong("action", f"action: expected accept, reject, edit or unlink, found {str(other)[:20]!r}")
        desk.corrected()
        return made

    made = await run_in_threadpool(keep)
    stay = fields.get("action") == "unlink"
    return _onward(fields, made, by, statement if stay else fields.get("next", ""))


def _picked(findings: Findings, fields: Mapping[str, str]) -> Mapping[str, str]:
    """The fields; where a candidate was picked, an edit by which it speaks, of the kind that it is of elsewhere in the text."""
    name = fields.get("pick")
    if not name:
        return fields
    speakers = [one.speaker for one in findings.statements if one.speaker is not None and one.speaker.name is not None]
    kind = next((each.kind for each in speakers if one_line(each.name or "") == name), SpeakerKind.NAMED_PERSON)
    return {**fields, "action": "edit", "speaker": name, "speaker_kind": str(kind)}


async def review_missed(request: Request, desk: Desk) -> Response:
    """Keep a statement that was missed, and show it."""
    fields = await form_of(request)
    writable(desk)
    by = _reviewer(fields)

    def keep() -> tuple[list[str], str]:
        made = add(desk, findings_of(desk, fields.get("article", "")), fields, by)
        desk.corrected()
        return made

    made, here = await run_in_threadpool(keep)
    return _onward(fields, made, by, here)


async def review_undone(request: Request, desk: Desk) -> Response:
    """Take back what the last post of this page made."""
    fields = await form_of(request)
    writable(desk)
    by = _reviewer(fields)

    def keep() -> None:
        undo(desk, fields.get("done", "")[:2000], by)
        desk.corrected()

    await run_in_threadpool(keep)
    return _onward(fields, [], by, fields.get("statement", ""))


async def review_settled(request: Request, desk: Desk) -> Response:
    """Keep what becomes of a correction that waits."""
    fields = await form_of(request)
    writable(desk)
    by = _reviewer(fields)
    on = fields.get("on", "")

    def keep() -> list[str]:
        made = settle(desk, fields.get("waiting", ""), on, by)
        desk.corrected()
        return made

    made = await run_in_threadpool(keep)
    return _onward({"statement": on}, made, by, on)


def _reviewer(fields: Mapping[str, str]) -> Reviewer:
    who = " ".join(fields.get("by", "").split())[:80]
    if not who:
        raise wrong("by", "by: expected who judges, found nothing")
    return Reviewer(who, datetime.now(UTC).isoformat(timespec="microseconds"), fields.get("why", "").strip()[:500] or None)


def _onward(fields: Mapping[str, str], made: list[str], by: Reviewer, to: str) -> Response:
    """The way to the statement that is next, with what was made, so that it can be undone."""
    way = "/review" + query_of({"statement": to, "done": ",".join(made), "undo": fields.get("statement", "")})
    answer = RedirectResponse(way, HTTPStatus.SEE_OTHER)
    answer.set_cookie("allegedly_by", quote(by.who), max_age=31_536_000, httponly=True, samesite="strict")
    return answer
