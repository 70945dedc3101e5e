"""The first page: what changed last, who disputes what, what could not be read; one box to search."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.wording import counted, day_of, one_line
from allegedly.serve.desk import Desk
from allegedly.serve.pages.disputing import opposed
from allegedly.serve.pages.storying import brief
from allegedly.serve.rendering import page
from allegedly.store.store import Entry

_STORIES, _DISPUTES, _SKIPPED, _ARTICLES, _LINES = 12, 6, 5, 5, 16


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
            "newest": [_printed(entry) for entry in linked.newest[: max(_ARTICLES, _LINES - 2 * len(stories))]],
            "disputes": opposed(linked, linked.disputes, _DISPUTES),
            "skipped": [(one_line(each.origin.name or each.origin.url or "a text"), one_line(each.reason)) for each in skipped],
        },
    )


def _printed(entry: Entry) -> dict[str, object]:
    """An article in one line."""
    origin = entry.origin
    return {
        "id": entry.article,
        "title": one_line(origin.title or origin.name or "") or "untitled",
        "outlet": one_line(origin.outlet or ""),
        "day": day_of(origin.published) or "",
        "statements": entry.statements,
    }


def skipped_page(request: Request, desk: Desk) -> HTMLResponse:
    """What could not be read, and why, with how often each reason was met."""
    skipped = list(desk.ledger.skipped())
    shown = [
        (one_line(each.origin.name or each.origin.url or "a text"), one_line(each.origin.outlet or ""), one_line(each.reason))
        for each in skipped[:1000]
    ]
    return page(request, "skipped.html", {"section": "Skipped", "skipped": shown, "total": len(skipped)})
