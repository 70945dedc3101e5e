"""What people judge of a field of a statement: appended, withdrawn by a later event, never edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from allegedly.model.article import short_id
from allegedly.model.attribution import Attribution
from allegedly.model.span import Span
from allegedly.model.speaker import Speaker
from allegedly.model.statement import Certainty, Figure, Kind, Statement, statement_id


class Field(StrEnum):
    """What a correction is about.

    `STATEMENT`: the statement itself, which was missed (nothing before, words after) or is none (words before, nothing after).
    `WORDS`: the spans of its roles. `ACCEPTED`: a person read it and found it right.
    """

    STATEMENT = "statement"
    WORDS = "words"
    SPEAKER = "speaker"
    KIND = "kind"
    CERTAINTY = "certainty"
    FIGURES = "figures"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Quote:
    """A run of text by its position and by its words, with what stands before and behind it: two selectors of the W3C's."""

    span: Span
    exact: str
    prefix: str
    suffix: str


Quotes = tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a statement stands: its article, by id and by the SHA-256 of the text, and the quotes of each role."""

    article: str
    text_sha256: str
    source: Quotes
    cue: Quotes
    content: Quotes

    @property
    def attribution(self) -> Attribution:
        """The spans of the roles."""
        source, cue, content = (tuple(quote.span for quote in role) for role in (self.source, self.cue, self.content))
        return Attribution(source, cue, content)

    @property
    def statement(self) -> str:
        """The id of the statement with these spans."""
        return statement_id(self.article, self.attribution)


Value: TypeAlias = "Anchor | Speaker | Kind | Certainty | tuple[Figure, ...] | None"
"""What a field holds: an anchor for a statement and its words; `None` for a statement that is not there, or nobody."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's judgement that `field` of the statement at `anchor` is `new`, where it was `old`. `when` is ISO 8601.

    A statement that was missed has its own words as `anchor` and as `new`.
    """

    id: str
    when: str
    who: str
    anchor: Anchor
    field: Field
    old: Value
    new: Value
    why: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectionWithdrawal:
    """Takes the correction with the id `withdrawn` back; `article` is that correction's."""

    id: str
    when: str
    who: str
    article: str
    withdrawn: str
    why: str | None = None


CorrectionEvent: TypeAlias = Correction | CorrectionWithdrawal


@dataclass(frozen=True, slots=True)
class Waiting:
    """A correction that could not be replayed without guessing: `reason`, and the statements that stand near its words now."""

    correction: Correction
    reason: str
    rivals: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What two or more people judged otherwise of one field of a statement: the last judgement of each."""

    statement: str
    field: Field
    corrections: tuple[Correction, ...]


def correction_id(when: str, who: str, anchor: Anchor, field: Field, new: Value) -> str:
    """The id of a correction: the same event has the same id on every machine."""
    return short_id(when, who, anchor.statement, field, repr(new))


def standing_corrections(events: Iterable[CorrectionEvent]) -> tuple[Correction, ...]:
    """The corrections that no event takes back, in their order."""
    listed = tuple(events)
    withdrawn = {event.withdrawn for event in listed if isinstance(event, CorrectionWithdrawal)}
    return tuple(event for event in listed if isinstance(event, Correction) and event.id not in withdrawn)
