"""What was reviewed: the queue without what people have looked at, and what they said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from allegedly.export.csv import figure_words
from allegedly.export.wording import counted, day_of, one_line
from allegedly.model import Speaker
from allegedly.model.correction import Anchor, Correction, Field, Value
from allegedly.serve.desk import Desk
from allegedly.serve.harm import Queued

_RIVALS = 3


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A correction whose words were not found again as they were: both versions, and where it may belong.

    `rivals`: the ids and words of the statements that stand there now.
    """

    id: str
    field: str
    before: str
    after: str
    where: str
    by: str
    reason: str
    to: str
    rivals: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reviews:
    """The queue as it is left; what waits for a person; for each statement, what was said of it and where reviewers differ."""

    left: tuple[Queued, ...]
    judged: int = 0
    waiting: tuple[Unplaced, ...] = ()
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    differing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, statement: str) -> tuple[str, ...]:
        """What was said of the statement, in the order in which it was."""
        return self.said.get(statement, ())

    def differences(self, statement: str) -> tuple[str, ...]:
        """The fields on which reviewers differ, and what each of them says."""
        return self.differing.get(statement, ())


def reviews_of(desk: Desk) -> Reviews:
    """The queue without what was looked at, and what was said of every statement."""
    corrections = desk.ledger.corrections
    standing = corrections.standing()
    said: dict[str, list[str]] = {}
    looked: set[str] = set()
    for each in standing:
        looked |= statements_of(each)
        for statement in statements_of(each):
            said.setdefault(statement, []).append(told(each))
    differing: dict[str, list[str]] = {}
    for difference in corrections.differences():
        words = "; ".join(f"{one.who}: {value_words(one.new, one.field)}" for one in difference.corrections)
        differing.setdefault(difference.statement, []).append(one_line(f"{difference.field} – {words}"))
    return Reviews(
        tuple(each for each in desk.queued() if each.statement.id not in looked),
        len(standing),
        tuple(_unplaced(desk, {each.id for each in standing})),
        {statement: tuple(words) for statement, words in said.items()},
        {statement: tuple(words) for statement, words in differing.items()},
    )


def statements_of(correction: Correction) -> set[str]:
    """The ids of the statement that a correction is on: before it and after."""
    found = {correction.anchor.statement}
    return found | {correction.new.statement} if isinstance(correction.new, Anchor) else found


def told(correction: Correction) -> str:
    """A correction in one line."""
    old, new = (value_words(value, correction.field) for value in (correction.old, correction.new))
    change = "accepted" if correction.field is Field.ACCEPTED else f"{correction.field}: {old} → {new}"
    return one_line(", ".join(part for part in (change, correction.who, day_of(correction.when), correction.why) if part))


def value_words(value: Value, of: Field) -> str:
    """What a field holds, in words."""
    match value:
        case Anchor():
            return " … ".join(quote.exact for role in (value.source, value.cue, value.content) for quote in role)
        case Speaker():
            return value.name or " or ".join(value.candidates) or str(value.kind)
        case tuple():
            return "; ".join(map(figure_words, value)) or "none"
        case None:
            return "no statement" if of is Field.STATEMENT else "right as it is" if of is Field.ACCEPTED else "nobody"
        case _:
            return str(value)


def _unplaced(desk: Desk, standing: Collection[str]) -> list[Unplaced]:
    """What waits; of what was kept of that, what nobody has settled since."""
    found = []
    for waiting in desk.waiting.get():
        correction = waiting.correction
        if correction.id not in standing:
            continue
        rivals = waiting.rivals
        reason = waiting.reason + (f": {counted(len(rivals), 'statement')} near by" if rivals else "")
        found.append(
            Unplaced(
                correction.id,
                str(correction.field),
                one_line(value_words(correction.old, correction.field)),
                one_line(value_words(correction.new, correction.field)),
                one_line(value_words(correction.anchor, correction.field)),
                one_line(", ".join(part for part in (correction.who, day_of(correction.when)) if part)),
                reason,
                f"/review?statement={rivals[0].id}" if rivals else f"/articles/{correction.anchor.article}",
                tuple((rival.id, one_line(rival.words)) for rival in rivals[:_RIVALS]),
            )
        )
    return found
