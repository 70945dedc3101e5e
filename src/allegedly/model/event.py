"""What is done to whom, in the terms of political event data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from allegedly.model.judgement import Judgement
from allegedly.model.span import Spans
from allegedly.model.time import TimeInterval


class EventType(StrEnum):
    """The sixteen types of PLOVER (manual of February 2024); `docs/codes.md` says what each covers."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventSort(StrEnum):
    """Whether the saying itself is the event, its actor the speaker, or the event is only told of."""

    PERFORMATIVE = "performative"
    REPORTED = "reported"


class Auxiliary(StrEnum):
    """PLOVER's auxiliary modes: in what way an event is not simply told to have happened."""

    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted on: `words` as written, slices of the text under `evidence`, the first of which they are.

    `country`: ISO 3166-1 alpha-2. `sector`: PLOVER's three-letter code (GOV, MIL, REB, …; IGO for an organisation of states).
    Both are `None` where the article's words do not tell. Evidence beyond the first span is whom a pronoun stands for.
    """

    words: str
    country: str | None
    sector: str | None
    evidence: Spans


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a statement says was done, as a PLOVER type; its own words say who asserts it and how surely.

    `mode`: PLOVER's mode where it is clear. `cameo`: CAMEO's two-digit root. `actors` and `recipients`: several where the text
    joins them, as PLOVER's lists of entities; events that go both ways (talks, agreements) have actors alone. `auxiliary`: in the
    order of the enumeration. `place`: the words that name where, never more exact than they. `time`: when it happened, as told.
    `evidence`: the words that make it an event.
    """

    type: EventType
    mode: str | None
    cameo: str
    sort: EventSort
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    auxiliary: tuple[Auxiliary, ...]
    place: Party | None
    time: Judgement[TimeInterval] | None
    evidence: Spans
