"""What a caller asks for: the parameters of the search page and of the interface, read into a selection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from allegedly.model import Certainty, Kind, SpeakerKind
from allegedly.serve.desk import Desk
from allegedly.serve.problems import wrong
from allegedly.store.query import parse_query, storable
from allegedly.store.store import EVERYTHING, Order, Selection

E = TypeVar("E", bound=StrEnum)
LONGEST = 300
FILTERS = (
    "q",
    "speaker",
    "speaker_kind",
    "kind",
    "certainty",
    "outlet",
    "country",
    "since",
    "until",
    "disputed",
    "unclear",
    "article",
)
"""The names of the filters, the same on the page and in the interface."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A selection, the order of its pages, and the filters as they were given."""

    selection: Selection
    order: Order
    given: Mapping[str, str]


def asked_of(desk: Desk, parameters: Mapping[str, str]) -> Asked:
    """The selection that the parameters ask for; those that are empty are left out. Raises `Problem` on what none can be."""
    given = {name: parameters[name].strip() for name in FILTERS if parameters.get(name, "").strip()}
    for name, value in given.items():
        if len(value) > LONGEST or not storable(value) or "\x00" in value:
            raise wrong(name, f"{name}: expected at most {LONGEST} characters of text, found {len(value)}: {value[:40]!r}")
    selection = replace(
        EVERYTHING,
        text=given.get("q"),
        speaker=given.get("speaker"),
        speaker_kind=_choice(given, "speaker_kind", SpeakerKind),
        kind=_choice(given, "kind", Kind),
        certainty=_choice(given, "certainty", Certainty),
        outlet=given.get("outlet"),
        country=given.get("country"),
        since=day_given(given.get("since"), "since"),
        until=day_given(given.get("until"), "until"),
        unclear=_flag(given, "unclear"),
        article=given.get("article"),
    )
    if selection.text is not None:
        parse_query(selection.text)
    if _flag(given, "disputed"):
        selection = replace(selection, ids=desk.disputed(), bare=True)
    return Asked(selection, _order(parameters, selection), given)


def _order(parameters: Mapping[str, str], selection: Selection) -> Order:
    """The best first where words are asked for, otherwise the newest."""
    wanted = parameters.get("order") or ("best" if selection.text else "newest")
    order = _choice({"order": wanted}, "order", Order)
    assert order is not None
    return order


def _choice(given: Mapping[str, str], name: str, kinds: type[E]) -> E | None:
    value = given.get(name)
    try:
        return None if value is None else kinds(value)
    except ValueError:
        raise wrong(name, f"{name}: expected one of {', '.join(kinds)}, found {value!r}") from None


def day_given(value: str | None, name: str) -> date | None:
    """The day that a parameter names. Raises `Problem` where it is none."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise wrong(name, f"{name}: expected a day as in 2026-11-20, found {value!r}") from None


def _flag(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name, "false").lower()
    if value not in ("true", "false", "1", "0", "yes", "no"):
        raise wrong(name, f"{name}: expected true or false, found {value!r}")
    return value in ("true", "1", "yes")
