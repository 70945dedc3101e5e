"""What was reviewed: the queue without what people have looked at, and what they said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from allegedly.serve.desk import Desk
from allegedly.serve.harm import Queued


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a field of a statement, in words."""

    who: str
    field: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A correction whose words were not found again as they were: both versions, and where it belonged."""

    field: str
    before: str
    after: str
    where: str


@dataclass(frozen=True, slots=True)
class Reviews:
    """The queue as it is left, and every standing correction by its statement; `can_correct`: whether the ledger keeps any."""

    left: tuple[Queued, ...]
    can_correct: bool = False
    judged: int = 0
    waiting: tuple[Unplaced, ...] = ()
    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)

    def of(self, statement: str) -> tuple[Said, ...]:
        """What was said of the statement, in the order in which it was."""
        return self.said.get(statement, ())

    def differences(self, statement: str) -> tuple[str, ...]:
        """The fields on which reviewers differ, and what each of them says."""
        by_field: dict[str, dict[str, str]] = {}
        for each in self.of(statement):
            by_field.setdefault(each.field, {})[each.who] = each.value
        return tuple(
            f"{name}: " + "; ".join(f"{who} says {value}" for who, value in values.items())
            for name, values in by_field.items()
            if len(set(values.values())) > 1
        )


def reviews_of(desk: Desk) -> Reviews:
    """The queue and what was said of it."""
    return Reviews(desk.queued())
