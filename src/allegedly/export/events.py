"""Events of statements as words, and as flat rows in the terms of political event data."""

from __future__ import annotations

from allegedly.model import Event, Party


def event_words(event: Event) -> str:
    """An event as a person reads it: type, mode, who to whom, and in what way it is not simply told to have happened."""
    mode = f"-{event.mode}" if event.mode else ""
    sides = [", ".join(map(_named, side)) for side in (event.actors, event.recipients)]
    parties = f": {sides[0] or '?'}" + (f" → {sides[1]}" if sides[1] else "") if any(sides) else ""
    return f"{event.type}{mode}{parties}" + (f" ({', '.join(event.auxiliary)})" if event.auxiliary else "")


def _named(party: Party) -> str:
    return f"{party.words} [{party.country}]" if party.country else party.words
