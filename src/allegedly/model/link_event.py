"""What people judge of links: appended, withdrawn by a later event, never edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from allegedly.model.link import DisputeClass, End, LinkKind


@dataclass(frozen=True, slots=True)
class LinkJudgement:
    """A person's judgement that `first` does `kind` to `second`, or, where it does not hold, that it does not.

    The ends are places in texts, which are final: no later reading moves them. `when` is ISO 8601.
    """

    id: str
    when: str
    who: str
    holds: bool
    kind: LinkKind
    first: End
    second: End
    manner: DisputeClass | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class LinkWithdrawal:
    """Takes the judgement with the id `withdrawn` back."""

    id: str
    when: str
    who: str
    withdrawn: str
    why: str | None = None


LinkEvent: TypeAlias = LinkJudgement | LinkWithdrawal


def standing_judgements(events: Iterable[LinkEvent]) -> tuple[LinkJudgement, ...]:
    """The judgements that no event takes back, in their order."""
    listed = tuple(events)
    withdrawn = {event.withdrawn for event in listed if isinstance(event, LinkWithdrawal)}
    return tuple(event for event in listed if isinstance(event, LinkJudgement) and event.id not in withdrawn)
