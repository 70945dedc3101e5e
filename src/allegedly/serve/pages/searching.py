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
from allegedly.store.store import FacetCount, Order, Selection

SIZE = 50
_SHOWN = 12
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
    total = sum(one.statements for one in counts if _fits(one, asked.selection))
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
            "facets": list(_facets(counts, asked, given)),
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


def _fits(one: FacetCount, selection: Selection, but: str = "") -> bool:
    """Whether the statements counted are among those selected, one facet left aside."""
    return all(
        name == but or wanted is None or found == wanted
        for name, wanted, found in (
            ("kind", selection.kind, one.kind),
            ("certainty", selection.certainty, one.certainty),
            ("speaker_kind", selection.speaker_kind, one.speaker_kind),
            ("country", selection.country, one.country),
            ("unclear", selection.unclear or None, one.unclear),
        )
    ) and (but == "outlet" or selection.outlet is None or _same(one.outlet, selection.outlet))


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold() == other.casefold()


def _facets(counts: Sequence[FacetCount], asked: Asked, given: Mapping[str, str]) -> list[Facet]:
    facets = []
    for name, heading in _NAMES.items():
        numbers: Counter[str] = Counter()
        for one in counts:
            value = "true" if name == "unclear" and one.unclear else "" if name == "unclear" else getattr(one, name)
            if value and _fits(one, asked.selection, name):
                numbers[str(value)] += one.statements
        chosen = asked.given.get(name)
        if chosen and chosen not in numbers:
            numbers[chosen] = 0
        order = sorted(numbers, key=lambda value: (value != chosen, -numbers[value], value))
        choices = [
            Choice(
                _shown(name, value),
                numbers[value],
                "/search" + query_of(given, **{name: None if value == chosen else value}),
                value == chosen,
            )
            for value in order
        ]
        if choices:
            facets.append(Facet(heading, tuple(choices[:_SHOWN]), tuple(choices[_SHOWN:300])))
    return facets


def _shown(name: str, value: str) -> str:
    """A value as a person reads it beside others."""
    words = {"since": f"since {value}", "until": f"until {value}", "unclear": "unclear", "disputed": "disputed"}
    words["speaker"] = f"said by {value}"
    words["article"] = "in one article"
    return one_line(words.get(name, value))
