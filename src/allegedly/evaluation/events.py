"""How well events are told: the gold records of PLOVER against what is found in their texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from allegedly.errors import AllegedlyError
from allegedly.model import Event, Party, Span, Statement
from allegedly.model.country import alpha3

_OF_0_5 = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the draft that the records were coded by, as PLOVER's conversion table of 2021 has them."""
_CODES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "NGO": "IGO", "IMG": "IGO"}
"""Slips of the pen in the records, and the three codes of those who are of no country as one."""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A record: a sentence, its type, the countries of both sides (alpha-3, or IGO), and the words marked as the event."""

    id: str
    text: str
    type: str
    source: frozenset[str]
    target: frozenset[str]
    marked: tuple[str, ...]

    @property
    def first_half(self) -> bool:
        """Whether it belongs to the half whose failures may be looked at: by the SHA-256 of its id, even or odd."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 2 == 0


@dataclass(frozen=True, slots=True)
class Scored:
    """What was found for a record: `event` is the one whose words are marked, or else the first, of `several`."""

    gold: GoldEvent
    event: Event | None
    any_type: bool
    several: int

    @property
    def coded(self) -> bool:
        """Whether any event was found."""
        return self.event is not None

    @property
    def type_right(self) -> bool:
        """Whether that event has the record's type."""
        return self.event is not None and str(self.event.type) == self.gold.type

    @property
    def countries_right(self) -> bool:
        """Whether both sides have the record's countries; what goes both ways counts in either order."""
        if self.event is None:
            return False
        source, target = codes_of(self.event.actors), codes_of(self.event.recipients)
        if self.gold.type == "CONSULT" or not self.gold.target or (not target and len(source) > 1):
            return source | target == self.gold.source | self.gold.target
        return (source, target) == (self.gold.source, self.gold.target)


def read_plover(path: Path) -> tuple[GoldEvent, ...]:
    """The gold records of PLOVER. Raises `AllegedlyError` where the file is none of these."""
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AllegedlyError(f"{path} is no file of PLOVER's gold records: {error}") from error
    return tuple(_gold(record) for record in records if record["event"] != "DOCUMENT")


def _gold(record: dict[str, object]) -> GoldEvent:
    kind = str(record["event"])
    if kind == "COERCE" and record.get("mode") == "destroy":
        kind = "ASSAULT"
    return GoldEvent(
        str(record["id"]),
        str(record["text"]).strip(" {}"),
        _OF_0_5.get(kind, kind),
        _countries(record.get("source")),
        _countries(record.get("target")),
        tuple(str(record["eventText"]).lower().split()),
    )


def _countries(side: object) -> frozenset[str]:
    listed = side if isinstance(side, list) else []
    codes = (str(each.get("code", "")) for each in listed if isinstance(each, dict))
    return frozenset(_CODES.get(code, code) for code in codes if code)


def codes_of(parties: Iterable[Party]) -> frozenset[str]:
    """The countries of an event's side as the records write them."""
    found = set()
    for party in parties:
        if party.country is not None:
            found.add(alpha3(party.country))
        elif party.sector in ("IGO", "NGO"):
            found.add("IGO")
    return frozenset(found)


def score_event(gold: GoldEvent, text: str, statements: Iterable[Statement]) -> Scored:
    """The event of the statements that tells what the record marks."""
    events = [event for statement in statements for event in statement.events]

    def shared(event: Event) -> int:
        words = {word for span in event.evidence for word in span.of(text).lower().split()}
        return len(words & set(gold.marked))

    best = max(events, key=lambda event: (shared(event), -_start(event)), default=None)
    return Scored(gold, best, any(str(event.type) == gold.type for event in events), len(events))


def _start(event: Event) -> int:
    return min((span.start for span in event.evidence), default=Span(0, 1).start)
