"""The page of a search: what was asked, how much there is of what sort, and the statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.wording import one_line
from allegedly.model import Certainty, Kind, SpeakerKind
from allegedly.serve.asking import Asked, asked_of
from allegedly.serve.desk import Desk
from allegedly.serve.pages.results import results_of
from allegedly.serve.rendering import page, query_of
from allegedly.store.query import folded
from allegedly.store.store import FacetCount, Order, Selection

SIZE = 50
_SHOWN, _MOST = 12, 150
_NAMES = {
    "kind": "what sort of saying",
    "certainty": "how sure",
    "speaker_kind": "who speaks",
    "outlet": "outlet",
    "country": "country",
    "unclear": "speaker",
}
_FIRST = {"kind": list(Kind), "certainty": list(Certainty), "speaker_kind": list(SpeakerKind)}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many statements have it, and where it leads."""

    name: str
    number: int
    to: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to divide the statements; `rest`: the choices that are shown when asked for."""

    name: str
    choices: tuple[Choice, ...]
    rest: tuple[Choice, ...]


def search_page(request: Request, desk: Desk) -> HTMLResponse:
    """The page. Raises `Problem` or `LedgerError` where the query cannot be read."""
    parameters = dict(request.query_params)
    after = parameters.pop("after", None) or None
    asked = asked_of(desk, parameters)
    found = desk.store.page(asked.selection, SIZE, order=asked.order, after=after)
    counts = _counts(desk, asked)
    given = {**asked.given, **({"order": parameters["order"]} if parameters.get("order") else {})}
    total, numbers = _numbers(counts, asked.selection)
    others = [(name, value) for name, value in asked.given.items() if name != "q"]
    disputed = desk.linked.get().disputed
    return page(
        request,
        "search.html",
        {
            "section": "Statements",
            "asked": asked.given.get("q", ""),
            "given": given,
            "order": str(asked.order),
            "orders": [str(each) for each in Order if each is not Order.BEST or asked.selection.text],
            "total": total,
            "facets": list(_facets(numbers, asked, given)),
            "chosen": [(_shown(name, value), query_of(given, **{name: None})) for name, value in others],
            "disputed": "disputed" in asked.given,
            "results": list(results_of(found.statements, disputed)),
            "after": found.after,
            "first": after is None,
        },
    )


def _counts(desk: Desk, asked: Asked) -> Sequence[FacetCount]:
    """The facets of what is asked for but for the facets chosen, so that each can be chosen otherwise."""
    bare = replace(asked.selection, kind=None, certainty=None, speaker_kind=None, outlet=None, country=None, unclear=False)
    return desk.facets_of(bare)


def _numbers(counts: Sequence[FacetCount], selection: Selection) -> tuple[int, Mapping[str, Counter[str]]]:
    """How many statements are selected, and for each facet how many there would be of each value, were it chosen instead."""
    wanted = {
        "kind": selection.kind,
        "certainty": selection.certainty,
        "speaker_kind": selection.speaker_kind,
        "country": selection.country,
        "unclear": "true" if selection.unclear else None,
        "outlet": None if selection.outlet is None else folded(selection.outlet),
    }
    chosen = [(name, value) for name, value in wanted.items() if value is not None]
    outlets = {one.outlet: folded(one.outlet or "") for one in counts} if selection.outlet is not None else {}
    numbers: dict[str, Counter[str]] = {name: Counter() for name in _NAMES}
    total = 0
    for one in counts:
        values = (
            ("kind", one.kind),
            ("certainty", one.certainty),
            ("speaker_kind", one.speaker_kind),
            ("outlet", one.outlet),
            ("country", one.country),
            ("unclear", "true" if one.unclear else None),
        )
        found = {**dict(values), "outlet": outlets.get(one.outlet)} if chosen else {}
        missed = [name for name, value in chosen if found[name] != value]
        if len(missed) > 1:
            continue
        total += 0 if missed else one.statements
        for name, value in values:
            if value and (not missed or name == missed[0]):
                numbers[name][value] += one.statements
    return total, numbers


def _facets(numbers: Mapping[str, Counter[str]], asked: Asked, given: Mapping[str, str]) -> list[Facet]:
    facets = []
    for name, heading in _NAMES.items():
        found = numbers[name]
        chosen = asked.given.get(name)
        if chosen and chosen not in found:
            found[chosen] = 0
        order = sorted(found, key=lambda value: (value != chosen, -found[value], value))[:_MOST]
        choices = [
            Choice(
                _shown(name, value),
                found[value],
                "/search" + query_of(given, **{name: None if value == chosen else value}),
                value == chosen,
            )
            for value in order
        ]
        if choices:
            facets.append(Facet(heading, tuple(choices[:_SHOWN]), tuple(choices[_SHOWN:])))
    return facets


def _shown(name: str, value: str) -> str:
    """A value as a person reads it beside others."""
    words = {"since": f"since {value}", "until": f"until {value}", "unclear": "unclear", "disputed": "disputed"}
    words["speaker"] = f"said by {value}"
    words["article"] = "in one article"
    return one_line(words.get(name, value))
