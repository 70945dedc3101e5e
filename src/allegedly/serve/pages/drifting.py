"""What changed from one article to another: the changes, the gravest first, and the sentences that hold them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.json_link import article_name
from allegedly.export.wording import counted, day_of, one_line
from allegedly.languages import load_language
from allegedly.link import find_drift
from allegedly.model import Article, Span, Spans
from allegedly.model.link import Change, Drift, Versions
from allegedly.pipeline import lay_out
from allegedly.serve.desk import Desk
from allegedly.serve.pages.article import findings_of
from allegedly.serve.problems import wrong
from allegedly.serve.rendering import page, query_of

ONLY = (Change.ONLY_BEFORE, Change.ONLY_AFTER)


@dataclass(frozen=True, slots=True)
class Changed:
    """A change with its words in their sentences: runs of text and whether they are what changed."""

    what: str
    before: tuple[tuple[str, bool], ...]
    after: tuple[tuple[str, bool], ...]


def drift_of(desk: Desk, left: str | None, right: str | None) -> Versions:
    """What changed from the article `left` to the article `right`. Raises `Problem` where one is not there."""
    if not left or not right:
        raise wrong("right" if left else "left", "expected the ids of two articles, left and right")
    one, other = findings_of(desk, left), findings_of(desk, right)
    return find_drift(lay_out(one), lay_out(other), load_language(one.article.language))


def drift_page(request: Request, desk: Desk) -> HTMLResponse:
    """The page."""
    versions = drift_of(desk, request.query_params.get("left"), request.query_params.get("right"))
    before, after = versions.before, versions.after
    changes = [drift for drift in versions.drifts if drift.change not in ONLY]
    only = [drift for drift in versions.drifts if drift.change in ONLY]
    return page(
        request,
        "drift.html",
        {
            "section": "Stories",
            "left": _head(before),
            "right": _head(after),
            "turned": "/drift" + query_of({"left": after.id, "right": before.id}),
            "tally": counted(len(changes), "change"),
            "changes": [_changed(versions, drift) for drift in changes],
            "lost": [one_line(span.of(before.text)) for drift in only for span in drift.before],
            "added": [one_line(span.of(after.text)) for drift in only for span in drift.after],
            "json": "/api/v1/drift" + query_of({"left": before.id, "right": after.id}),
        },
    )


def drift_brief(request: Request, desk: Desk) -> HTMLResponse:
    """What changed in a few words, for the page of a story to take in."""
    versions = drift_of(desk, request.query_params.get("left"), request.query_params.get("right"))
    counts = Counter(drift.change for drift in versions.drifts if drift.change not in ONLY)
    lost = sum(drift.change is Change.ONLY_BEFORE for drift in versions.drifts)
    words = [f"{change}{f' ({number})' if number > 1 else ''}" for change, number in sorted(counts.items(), key=_gravity)]
    return page(request, "drift-brief.html", {"words": words, "lost": counted(lost, "sentence") if lost else ""})


def _gravity(entry: tuple[Change, int]) -> int:
    return list(Change).index(entry[0])


def _head(article: Article) -> dict[str, str]:
    return {"id": article.id, "name": one_line(article_name(article)), "day": day_of(article.origin.published) or ""}


def _changed(versions: Versions, drift: Drift) -> Changed:
    pair = drift.pair
    return Changed(
        str(drift.change),
        _marked(versions.before.text, pair.before if pair else None, drift.before),
        _marked(versions.after.text, pair.after if pair else None, drift.after),
    )


def _marked(text: str, sentence: Span | None, spans: Spans) -> tuple[tuple[str, bool], ...]:
    """The sentence in runs; where there is none, the words alone."""
    if sentence is None:
        return tuple((one_line(span.of(text)), True) for span in spans)
    runs: list[tuple[str, bool]] = []
    at = sentence.start
    for span in sorted(spans):
        if span.start >= at and sentence.covers(span):
            runs += [(text[at : span.start], False), (span.of(text), True)]
            at = span.end
    return (*runs, (text[at : sentence.end], False))
