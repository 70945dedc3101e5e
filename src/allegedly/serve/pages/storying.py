"""A story in a list, and the list of stories."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.wording import counted, one_line
from allegedly.model.link import Story
from allegedly.serve.desk import Desk
from allegedly.serve.links import Linked
from allegedly.serve.problems import wrong
from allegedly.serve.rendering import days_between, page

SIZE = 60
_OUTLETS = 3


@dataclass(frozen=True, slots=True)
class Brief:
    """A story in one line: named after its first article."""

    id: str
    to: str
    title: str
    days: str
    articles: int
    copies: int
    outlets: str
    disputes: int


def brief(linked: Linked, story: Story) -> Brief:
    """The story in one line."""
    return Brief(
        story.id,
        f"/stories/{story.id}",
        title_of_story(linked, story),
        days_of(linked, story),
        len(story.articles),
        len(story.copies),
        _outlets(linked, story),
        linked.disputes_by_story[story.id],
    )


def title_of_story(linked: Linked, story: Story) -> str:
    """The title of its first article."""
    entry = linked.entries.get(story.articles[0])
    return one_line((entry.origin.title or entry.origin.name or "") if entry else "") or "untitled"


def days_of(linked: Linked, story: Story) -> str:
    """The first and the last day of the story."""
    days = sorted({linked.published(article)[:10] for article in story.articles} - {""})
    return days_between(days[0], days[-1]) if days else "no day"


def _outlets(linked: Linked, story: Story) -> str:
    counts = Counter(linked.entries[each].origin.outlet or "" for each in story.articles if each in linked.entries)
    names = [one_line(name) for name, _ in counts.most_common() if name]
    rest = len(names) - _OUTLETS
    return ", ".join(names[:_OUTLETS]) + (f" and {counted(rest, 'outlet')} more" if rest > 0 else "")


def stories_page(request: Request, desk: Desk) -> HTMLResponse:
    """The stories, that which changed last first; those of one article alone where `all` asks for them."""
    linked = desk.linked.get()
    every = request.query_params.get("all") == "true"
    stories = [story for story in linked.stories_by_change if every or len(story.articles) > 1]
    at = request.query_params.get("at", "0")
    if not (at.isascii() and at.isdecimal() and len(at) < 9):
        raise wrong("at", f"at: expected a number, found {at[:20]!r}")
    start = int(at)
    return page(
        request,
        "stories.html",
        {
            "section": "Stories",
            "stories": [brief(linked, story) for story in stories[start : start + SIZE]],
            "total": len(stories),
            "single": sum(len(story.articles) == 1 for story in linked.stories),
            "every": every,
            "following": start + SIZE if start + SIZE < len(stories) else None,
        },
    )
