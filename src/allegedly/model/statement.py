"""A line of the ledger: one attribution with its speaker known and its character judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from allegedly.model.article import Origin, short_id
from allegedly.model.attribution import Attribution
from allegedly.model.event import Event
from allegedly.model.judgement import Judgement
from allegedly.model.span import Spans
from allegedly.model.speaker import Speaker
from allegedly.model.time import TimeInterval


class Manner(StrEnum):
    """How the words are given: inside quotation marks, retold, or partly each; bare where the article itself says it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    BARE = "bare"


class Kind(StrEnum):
    """What sort of saying it is; `docs/annotation.md` draws the borders."""

    ASSERTION = "assertion"
    CONFIRMATION = "confirmation"
    ACKNOWLEDGEMENT = "acknowledgement"
    DENIAL = "denial"
    REJECTION = "rejection"
    ACCUSATION = "accusation"
    DOUBT = "doubt"
    DEMAND = "demand"
    QUESTION = "question"
    PROMISE = "promise"
    THREAT = "threat"
    ANNOUNCEMENT = "announcement"
    PREDICTION = "prediction"
    CONCERN = "concern"
    PRAISE = "praise"
    CRITICISM = "criticism"
    ATTITUDE = "attitude"
    NO_COMMENT = "no comment"
    NOT_REACHED = "not reached"


class Certainty(StrEnum):
    """How surely the article presents the content (FactBank's scale; reported and alleged are kept apart from possible)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    REPORTED = "reported"
    ALLEGED = "alleged"
    UNDERSPECIFIED = "underspecified"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a statement gives: from `low` to `high` (`None`: open), as the article bounds it, and what it counts."""

    low: float | None
    high: float | None
    bound: str
    counted: str | None
    category: str | None
    evidence: Spans


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, in which words, how surely. Stands on its own when the article is gone.

    A bare statement is a sentence of the article that nobody but its author says: it has no source and no cue.

    `article`: the article's id. `words`: the slice of its text from the first to the last character of source, cue and
    content. `parent`: the id of the statement in whose content this one lies. `speaker`: `None` where nobody is named.
    `medium`: the channel; `addressee`: who is told, as written. `factuality`: from -3 (surely not) by 0 (open) to 3 (surely), of
    what the content's head names, which is the evidence; `None` where the tagger gives no scores.
    """

    id: str
    article: str
    origin: Origin
    words: str
    attribution: Attribution
    speaker: Speaker | None
    manner: Judgement[Manner]
    kind: Judgement[Kind]
    certainty: Judgement[Certainty]
    medium: Judgement[str] | None = None
    addressee: Judgement[str] | None = None
    time: Judgement[TimeInterval] | None = None
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    parent: str | None = None
    factuality: Judgement[float] | None = None


def statement_id(article: str, attribution: Attribution) -> str:
    """The id of the statement with these spans in the article with id `article`: the same whenever the spans are."""
    roles = (attribution.source, attribution.cue, attribution.content)
    return short_id(article, *(" ".join(f"{span.start}-{span.end}" for span in role) for role in roles))
