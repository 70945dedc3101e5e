"""What articles do to each other: stories, claims, disputes, drift, figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from allegedly.export.csv import Row
from allegedly.export.json_link import claim_to_json, drift_to_json, link_to_json, story_to_json
from allegedly.export.json_statement import figure_to_json
from allegedly.export.json_value import Json, JsonObject
from allegedly.export.wording import who
from allegedly.model import Kind, Statement
from allegedly.model.link import Story
from allegedly.serve.api.answering import SCHEMA, After, At, Format, Limit, at_of, csv_answer, desk_of, page_of, wants_csv
from allegedly.serve.links import Linked
from allegedly.serve.openapi import answers
from allegedly.serve.pages.drifting import drift_of
from allegedly.serve.problems import not_found
from allegedly.serve.tagging import respond_json
from allegedly.store.store import Order, Selection

ROUTER = APIRouter()
StoryId = Annotated[str, Path(max_length=300, description="Its id, or that of an article of it.")]
InStory = Annotated[str | None, Query(max_length=300, description="In this story alone.")]
_DISPUTE = (
    "id",
    "kind",
    "manner",
    "score",
    "rule",
    "first_article",
    "first_statement",
    "first_speaker",
    "first_words",
    "second_article",
    "second_statement",
    "second_speaker",
    "second_words",
)
_FIGURE = ("who", "low", "high", "bound", "counted", "category", "statement", "article", "outlet", "published")


@ROUTER.get("/stories", responses=answers("Stories"), summary="The stories, that which changed last first.")
def stories(
    request: Request,
    single: Annotated[bool, Query(description="Also articles that stand alone.")] = True,
    limit: Limit = 50,
    after: At = None,
) -> Response:
    """Articles about the same happening."""
    linked, at = desk_of(request).linked.get(), at_of(after)
    found = [story for story in linked.stories_by_change if single or len(story.articles) > 1]
    following = str(at + limit) if at + limit < len(found) else None
    return page_of(request, "stories", map(story_to_json, found[at : at + limit]), following)


@ROUTER.get("/stories/{story}", responses=answers("Story"), summary="One story.")
def story(request: Request, story: StoryId) -> Response:
    """The story, its claims, and the disputes with an end in it."""
    linked = desk_of(request).linked.get()
    found = _story(linked, story)
    claims: list[Json] = [claim_to_json(claim) for claim in linked.claims_by_story.get(found.id, ())]
    disputes: list[Json] = [
        link_to_json(link) for link in linked.disputes if {link.first.article, link.second.article} & {*found.articles}
    ]
    return respond_json(request, {"schema": SCHEMA, "story": story_to_json(found), "claims": claims, "disputes": disputes})


@ROUTER.get("/stories/{story}/timeline", responses=answers("Timeline"), summary="A story's days.")
def story_timeline(request: Request, story: StoryId) -> Response:
    """For each day its articles, how many statements, denials and confirmations, and the claims made first on it."""
    desk = desk_of(request)
    linked = desk.linked.get()
    found = _story(linked, story)
    days: dict[str | None, dict[str, list[str]]] = {}

    def of(day: str | None, what: str, id: str) -> None:
        days.setdefault(day, {"articles": [], "statements": [], "denials": [], "confirmations": [], "claims": []})[what].append(
            id
        )

    for article in found.articles:
        of(linked.published(article)[:10] or None, "articles", article)
    for statement in desk.ledger.statements(Selection(articles=found.articles)):
        day = (statement.origin.published or "")[:10] or None
        of(day, "statements", statement.id)
        if statement.kind.value in (Kind.DENIAL, Kind.REJECTION):
            of(day, "denials", statement.id)
        if statement.kind.value is Kind.CONFIRMATION:
            of(day, "confirmations", statement.id)
    for claim in linked.claims_by_story.get(found.id, ()):
        of(claim.first.day, "claims", claim.id)
    listed: list[Json] = [
        {
            "day": day,
            "articles": list(each["articles"]),
            "statements": len(each["statements"]),
            "denials": list(each["denials"]),
            "confirmations": list(each["confirmations"]),
            "claims": list(each["claims"]),
        }
        for day, each in sorted(days.items(), key=lambda item: item[0] or "9999")
    ]
    return respond_json(request, {"schema": SCHEMA, "story": found.id, "days": listed})


@ROUTER.get("/claims", responses=answers("Claims"), summary="What is said more than once, or disputed.")
def claims(request: Request, story: InStory = None, limit: Limit = 50, after: At = None) -> Response:
    """Each claim with its appearances by day, and the links that dispute or confirm it."""
    linked, at = desk_of(request).linked.get(), at_of(after)
    found = linked.claims if story is None else linked.claims_by_story.get(_story(linked, story).id, ())
    following = str(at + limit) if at + limit < len(found) else None
    return page_of(request, "claims", map(claim_to_json, found[at : at + limit]), following)


@ROUTER.get("/disputes", responses=answers("Disputes", rows=True), summary="Who disputes what, the newest first.")
def disputes(request: Request, story: InStory = None, limit: Limit = 50, after: At = None, format: Format = None) -> Response:
    """The links by which somebody disputes or corrects something, with the words on both sides."""
    linked, at = desk_of(request).linked.get(), at_of(after)
    within = None if story is None else {*_story(linked, story).articles}
    found = [link for link in linked.disputes if within is None or within & {link.first.article, link.second.article}]
    if wants_csv(request, format):
        return csv_answer(_DISPUTE, (_dispute_row(link_to_json(link)) for link in found), "disputes")
    following = str(at + limit) if at + limit < len(found) else None
    return page_of(request, "disputes", map(link_to_json, found[at : at + limit]), following)


@ROUTER.get("/drift", responses=answers("Drift"), summary="What changed from one article to another.")
def drift(
    request: Request,
    left: Annotated[str, Query(max_length=300, description="The id of the article before.")],
    right: Annotated[str, Query(max_length=300, description="The id of the article after.")],
) -> Response:
    """The changes, the gravest first."""
    versions = drift_of(desk_of(request), left, right)
    changes: list[Json] = [drift_to_json(versions, each) for each in versions.drifts]
    return respond_json(request, {"schema": SCHEMA, "left": versions.before.id, "right": versions.after.id, "drifts": changes})


@ROUTER.get("/figures", responses=answers("Figures", rows=True), summary="The figures that statements give.")
def figures(
    request: Request,
    story: InStory = None,
    counted: Annotated[str | None, Query(max_length=300, description="Words of what is counted.")] = None,
    limit: Limit = 50,
    after: After = None,
    format: Format = None,
) -> Response:
    """Each figure with who gives it, by the day of its article; a page holds those of so many statements."""
    desk = desk_of(request)
    articles = None if story is None else _story(desk.linked.get(), story).articles
    selection, words = Selection(figures=True, articles=articles), (counted or "").casefold()
    if wants_csv(request, format):
        return csv_answer(
            _FIGURE, (_figure_row(each) for one in desk.ledger.statements(selection) for each in _given(one, words)), "figures"
        )
    page = desk.store.page(selection, limit, order=Order.OLDEST, after=after)
    return page_of(request, "figures", (each for one in page.statements for each in _given(one, words)), page.after)


def _given(statement: Statement, counted: str) -> Iterable[JsonObject]:
    for figure in statement.figures:
        if counted in (figure.counted or "").casefold():
            yield {
                "who": who(statement)[0],
                "figure": figure_to_json(figure),
                "statement": statement.id,
                "article": statement.article,
                "outlet": statement.origin.outlet,
                "published": statement.origin.published,
            }


def _figure_row(value: JsonObject) -> Row:
    figure = value["figure"]
    assert isinstance(figure, dict)
    return _cells({**figure, **value}, _FIGURE)


def _dispute_row(value: JsonObject) -> Row:
    flat = dict(value)
    for side in ("first", "second"):
        end = value[side]
        assert isinstance(end, dict)
        flat |= {f"{side}_{name}": cell for name, cell in end.items()}
    return _cells(flat, _DISPUTE)


def _cells(value: JsonObject, names: tuple[str, ...]) -> Row:
    row: Row = {}
    for name in names:
        cell = value.get(name)
        row[name] = cell if isinstance(cell, str | int | float | bool) else None
    return row


def _story(linked: Linked, reference: str) -> Story:
    found = linked.story(reference)
    if found is None:
        raise not_found(f"no story holds an article with the id {reference[:40]!r}")
    return found
