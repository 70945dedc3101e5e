"""The first page: what changed last, who disputes what, what could not be read; one box to search."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.wording import counted, one_line
from allegedly.model.link import Link
from allegedly.serve.desk import Desk
from allegedly.serve.links import Linked
from allegedly.serve.pages.disputing import opposed
from allegedly.serve.pages.storying import brief
from allegedly.serve.rendering import page

_STORIES, _DISPUTES, _SKIPPED = 12, 8, 5


def home_page(request: Request, desk: Desk) -> HTMLResponse:
    """The page."""
    counts = desk.ledger.counts()
    linked = desk.linked.get()
    stories = linked.stories_by_change
    skipped = list(islice(desk.ledger.skipped(), _SKIPPED))
    return page(
        request,
        "home.html",
        {
            "counts": counts,
            "tally": [counted(counts.articles, "article"), counted(counts.statements, "statement")],
            "stories": [brief(linked, story) for story in stories[:_STORIES]],
            "more_stories": len(stories) > _STORIES,
            "disputes": [opposed(linked, link) for link in _new(linked)],
            "skipped": [(one_line(each.origin.name or each.origin.url or "a text"), one_line(each.reason)) for each in skipped],
        },
    )


def _new(linked: Linked) -> list[Link]:
    """The newest disputes, each between the same two and of the same sort once: papers repeat them."""
    found: dict[tuple[str | None, str | None, str], Link] = {}
    for link in linked.disputes:
        found.setdefault((link.first.speaker, link.second.speaker, str(link.manner)), link)
        if len(found) == _DISPUTES:
            break
    return list(found.values())


def skipped_page(request: Request, desk: Desk) -> HTMLResponse:
    """What could not be read, and why, with how often each reason was met."""
    skipped = list(desk.ledger.skipped())
    shown = [
        (one_line(each.origin.name or each.origin.url or "a text"), one_line(each.origin.outlet or ""), one_line(each.reason))
        for each in skipped[:1000]
    ]
    return page(request, "skipped.html", {"section": "Skipped", "skipped": shown, "total": len(skipped)})
