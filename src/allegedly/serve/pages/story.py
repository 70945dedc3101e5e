"""The page of a story: its time as a picture, what is claimed and denied, the figures, the articles, what rewrites lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.wording import counted, day_of, one_line
from allegedly.model import Kind, Statement
from allegedly.model.claim import Claim
from allegedly.model.link import Copy, End, LinkKind, Story
from allegedly.serve.desk import Desk
from allegedly.serve.links import Linked
from allegedly.serve.pages.disputing import Standing, manner_of, standing_of
from allegedly.serve.pages.figuring import figures_of
from allegedly.serve.pages.storying import days_of, title_of_story
from allegedly.serve.problems import not_found
from allegedly.serve.rendering import page, query_of
from allegedly.serve.timeline import Moment, timeline
from allegedly.store.store import Selection

_CLAIMS, _SAYING, _ARTICLES, _REWRITES = 40, 6, 200, 12


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker, the outlets and days of the story in which it says so, and how often.

    `how` it disputes, where it does, with its first words.
    """

    who: str
    how: str
    words: str
    places: tuple[Standing, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim side by side: who makes it, who disputes it, who confirms it."""

    words: str
    to: str
    asserts: tuple[Voice, ...]
    denies: tuple[Voice, ...]
    confirms: tuple[Voice, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Printed:
    """An article of the story; `copies`: those that print its text."""

    id: str
    title: str
    day: str
    statements: int
    outlet: str
    copies: tuple[Printed, ...] = ()
    share: str = ""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A later article beside an earlier one, the way to what changed between them, and to the same in few words."""

    outlet: str
    title: str
    of: str
    to: str
    brief: str


def story_page(request: Request, desk: Desk, reference: str) -> HTMLResponse:
    """The page of the story with this id, or with an article of this id."""
    linked = desk.linked.get()
    story = linked.story(reference)
    if story is None:
        raise not_found(f"no story holds an article with the id {reference[:40]!r}")
    statements = list(desk.ledger.statements(Selection(articles=story.articles[:_ARTICLES])))
    claims = linked.claims_by_story.get(story.id, ())
    articles = _articles(linked, story)
    disputes = [link for link in linked.disputes if _within(link.first, story) and _within(link.second, story)]
    return page(
        request,
        "story.html",
        {
            "section": "Stories",
            "id": story.id,
            "title": title_of_story(linked, story),
            "tally": [
                days_of(linked, story),
                counted(len(story.articles), "article"),
                counted(len({entry.outlet for entry in articles}), "outlet"),
                counted(len(statements), "statement"),
                counted(len(disputes), "dispute"),
            ],
            "picture": _picture(linked, story, statements),
            "claims": [_claimed(linked, claim) for claim in claims[:_CLAIMS]],
            "more_claims": max(0, len(claims) - _CLAIMS),
            "figures": figures_of(desk.ledger.statements(Selection(articles=story.articles[:_ARTICLES], figures=True))),
            "articles": articles,
            "rewrites": _rewrites(linked, story),
        },
    )


def _within(end: End, story: Story) -> bool:
    return end.article in story.articles


def _claimed(linked: Linked, claim: Claim) -> Claimed:
    ends = {one.end for one in claim.appearances}
    against = [(manner_of(link), link.second if link.first in ends else link.first) for link in claim.disputes]
    first = claim.first.end
    said = [standing_of(linked, one.end) for one in claim.appearances if not one.copied] or [standing_of(linked, first)]
    asserts = _voices(("", one) for one in said)
    shown = sum(voice.times for voice in asserts[:_SAYING])
    rest = len(claim.appearances) - shown
    confirms = [("", standing_of(linked, link.first)) for link in claim.confirmations if link.kind is LinkKind.CONFIRMS]
    return Claimed(
        one_line(first.words),
        f"/statements/{first.statement}" if first.statement else f"/articles/{first.article}",
        asserts[:_SAYING],
        _voices((how, standing_of(linked, end)) for how, end in against),
        _voices(confirms),
        f"and {counted(rest, 'more place')}, copies included" if rest > 0 else "",
    )


def _voices(standings: Iterable[tuple[str, Standing]]) -> tuple[Voice, ...]:
    """Each speaker once for each manner, with the outlets and days in which they say so, in the order of the first."""
    found: dict[tuple[str, str], dict[Standing, None]] = {}
    for how, standing in standings:
        found.setdefault((standing.who, how), {})[standing] = None
    voices = []
    for (who, how), said in found.items():
        places: dict[tuple[str, str], Standing] = {}
        for one in said:
            places.setdefault((one.outlet, one.day), one)
        voices.append(Voice(who, how, next(iter(said)).words, tuple(places.values()), len(said)))
    return tuple(voices)


def _articles(linked: Linked, story: Story) -> list[Printed]:
    """The articles by day; those that print another's text stand below it."""
    copied = {copy.article: copy for copy in story.copies}
    below: dict[str, list[Printed]] = defaultdict(list)
    for article in story.articles:
        if article in copied:
            below[_source(article, copied)].append(_printed(linked, article, (), f"{copied[article].share:.0%} of its words"))
    return [_printed(linked, article, tuple(below[article])) for article in story.articles if article not in copied]


def _source(article: str, copied: Mapping[str, Copy]) -> str:
    """The article that is no copy itself and whose text goes on in this one."""
    seen = {article}
    while article in copied:
        article = copied[article].of
        if article in seen:
            break
        seen.add(article)
    return article


def _printed(linked: Linked, article: str, copies: tuple[Printed, ...], share: str = "") -> Printed:
    entry = linked.entries.get(article)
    origin = entry.origin if entry else None
    return Printed(
        article,
        one_line((origin.title or origin.name or "") if origin else "") or "untitled",
        day_of(origin.published if origin else None) or "",
        entry.statements if entry else 0,
        one_line((origin.outlet or "") if origin else ""),
        copies,
        share,
    )


def _rewrites(linked: Linked, story: Story) -> list[Rewrite]:
    """The later articles beside the first one: what each rewrite lost or added is a look away."""
    first = story.articles[0]
    source = _printed(linked, first, ())
    found = []
    for article in story.articles[1 : _REWRITES + 1]:
        one = _printed(linked, article, ())
        ends = query_of({"left": first, "right": article})
        found.append(Rewrite(one.outlet, one.title, source.outlet or source.title, f"/drift{ends}", f"/drift/brief{ends}"))
    return found


def _picture(linked: Linked, story: Story, statements: Iterable[Statement]) -> Markup | None:
    days: dict[str, Moment] = {}

    def moment(day: str) -> Moment:
        return days.setdefault(day, Moment(day))

    for statement in statements:
        day = (statement.origin.published or "")[:10]
        if day:
            one = moment(day)
            one.statements += 1
            one.denials += statement.kind.value in (Kind.DENIAL, Kind.REJECTION)
            one.confirmations += statement.kind.value is Kind.CONFIRMATION
    seen: set[str] = set()
    for article in story.articles:
        entry = linked.entries.get(article)
        day = linked.published(article)[:10]
        outlet = one_line((entry.origin.outlet or "") if entry else "")
        if day and outlet not in seen:
            seen.add(outlet)
            moment(day).outlets.append(outlet or "no outlet")
    for claim in linked.claims_by_story.get(story.id, ()):
        if claim.first.day in days:
            days[claim.first.day].claims += 1
    return timeline(sorted(days.values(), key=lambda each: each.day)) if days else None
