"""Judgements on speakers from the forms of their pages."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import quote

from fastapi.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from allegedly.model.identity import Verdict
from allegedly.serve.desk import Desk
from allegedly.serve.pages.entering import form_of
from allegedly.serve.problems import Problem, wrong

LONGEST = 500


async def judge(request: Request, desk: Desk, speaker: str) -> Response:
    """Keep what a person says of this speaker and another, or take such a judgement back; then show the speaker."""
    fields = await form_of(request)
    writable(desk)
    who = fields.get("by", "").strip()[:80]
    if not who:
        raise wrong("by", "by: expected who judges, found nothing")
    why = fields.get("why", "").strip()[:LONGEST] or None

    def keep() -> None:
        identities = desk.ledger.identities
        when = datetime.now(UTC).isoformat(timespec="seconds")
        if fields.get("withdraw"):
            identities.withdraw(fields["withdraw"], who=who, when=when, why=why)
        else:
            what = fields.get("what", "")
            if what not in list(Verdict):
                raise wrong("what", f"what: expected one of {', '.join(Verdict)}, found {what[:20]!r}")
            identities.judge(speaker, fields.get("other", "").strip()[:LONGEST], Verdict(what), who=who, when=when, why=why)
        desk.judged()

    await run_in_threadpool(keep)
    answer = RedirectResponse(f"/speakers/{quote(speaker, safe='')}", HTTPStatus.SEE_OTHER)
    answer.set_cookie("allegedly_by", quote(who), max_age=31_536_000, httponly=True, samesite="strict")
    return answer


def writable(desk: Desk) -> None:
    """Raise the problem where the ledger is served for reading alone."""
    if desk.settings.read_only:
        raise Problem(HTTPStatus.FORBIDDEN, "the ledger is served for reading alone; start without --read-only to write")
