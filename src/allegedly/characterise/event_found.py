"""Events as they are found, and what tense and repetition make of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from allegedly.characterise.event_parties import Told
from allegedly.model import Auxiliary, Event, EventType, Span

COOPERATIVE = frozenset((EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID))
CONFLICT = frozenset((EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST))
CAMEO = {
    EventType.AGREE: "03",
    EventType.THREATEN: "13",
    EventType.CONCEDE: "08",
    EventType.REQUEST: "10",
    EventType.REJECT: "12",
    EventType.ACCUSE: "11",
    EventType.SUPPORT: "05",
}
"""The types that somebody does by saying, with CAMEO's root where a kind or a tense, not a pattern, makes them."""

_NEAR = 120
"""Characters within which a noun names again what a verb tells."""


@dataclass(frozen=True, slots=True)
class Found:
    """An event where it is told: `trigger` reaches from its first word to its last; `weight`: how many words make it one."""

    event: Event
    trigger: Span
    weight: int


def by_tense(event: Event, told: Told | None) -> Event:
    """What is only to come: cooperation is agreed to, conflict that its own actor announces is threatened, retreat conceded."""
    if Auxiliary.FUTURE not in event.auxiliary or Auxiliary.NEGATED in event.auxiliary:
        return event
    speaker = told.speaker if told is not None else None
    announced = speaker is not None and any(speaker.evidence[0] in party.evidence[1:] for party in event.actors)
    kind = event.type
    if kind in COOPERATIVE:
        kind = EventType.AGREE
    elif announced and kind in CONFLICT:
        kind = EventType.THREATEN
    elif announced and kind is EventType.RETREAT:
        kind = EventType.CONCEDE
    if kind is event.type:
        return event
    rest = tuple(each for each in event.auxiliary if each is not Auxiliary.FUTURE)
    return replace(event, type=kind, mode=None, cameo=CAMEO[kind], auxiliary=rest)


def merged_events(found: list[Found]) -> list[Found]:
    """The same without those that only name again what was told just before; its missing sides are taken from them."""
    kept: list[Found] = []
    for each in found:
        at = next((at for at, other in enumerate(kept) if _again(other, each)), None)
        if at is None:
            kept.append(each)
            continue
        first, again = kept[at].event, each.event
        event = replace(
            first,
            actors=first.actors or again.actors,
            recipients=first.recipients or again.recipients,
            mode=first.mode or again.mode,
            place=first.place or again.place,
        )
        kept[at] = replace(kept[at], event=event)
    return kept


def _again(first: Found, second: Found) -> bool:
    one, other = first.event, second.event
    if one.type is not other.type or one.auxiliary != other.auxiliary or second.trigger.start - first.trigger.end > _NEAR:
        return False
    if not one.actors or not other.actors:
        return True
    return one.actors[0].evidence[0].overlaps(other.actors[0].evidence[0])
