"""Events of statements as words, and as flat rows in the terms of political event data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allegedly.export.csv import SEVERAL, Row, cells_of
from allegedly.export.threshold import numbered
from allegedly.export.wording import slices, who
from allegedly.model import Event, Findings, Party, Statement
from allegedly.model.country import alpha3

EVENT_COLUMNS = (
    "date",
    "date_granularity",
    "sort",
    "type",
    "mode",
    "cameo",
    "auxiliary",
    "actor",
    "actor_country",
    "actor_code",
    "recipient",
    "recipient_country",
    "recipient_code",
    "place",
    "place_country",
    "asserted_by",
    "asserter_kind",
    "asserter_country",
    "kind",
    "certainty",
    "confidence",
    "quote",
    "trigger",
    "statement",
    "article",
    "outlet",
    "title",
    "url",
    "published",
    "tagger",
    "version",
)
"""The names of an event row's cells, in order; `docs/cli.md` says what each holds."""


def event_words(event: Event) -> str:
    """An event as a person reads it: type, mode, who to whom, and in what way it is not simply told to have happened."""
    mode = f"-{event.mode}" if event.mode else ""
    sides = [", ".join(map(_named, side)) for side in (event.actors, event.recipients)]
    parties = f": {sides[0] or '?'}" + (f" → {sides[1]}" if sides[1] else "") if any(sides) else ""
    return f"{event.type}{mode}{parties}" + (f" ({', '.join(event.auxiliary)})" if event.auxiliary else "")


def event_rows_of(findings: Findings, least: float = 0.0) -> list[Row]:
    """One flat row for each event, with the cells that `EVENT_COLUMNS` names; `None` where there is no value.

    Statements of less confidence than `least` give none. Where a side has several members, they are parted by `; `, and so are
    their countries and codes, one for each, `?` standing for what is not told.
    """
    shown = numbered(findings, least, bare=True).values()
    ordered = sorted(shown, key=lambda statement: statement.attribution.extent)
    return [_row(findings, statement, event) for statement in ordered for event in statement.events]


def events_csv(groups: Iterable[Iterable[Row]], *, header: bool = True) -> Iterator[str]:
    """The rows of events as CSV, a piece for each group; see `cells_of`."""
    if header:
        yield from cells_of(EVENT_COLUMNS, ())
    for rows in groups:
        yield from cells_of(EVENT_COLUMNS, rows, header=False)


def party_code(party: Party) -> str:
    """The party as PLOVER and its forebears write one: the country in ISO 3166-1 alpha-3, then the sector.

    >>> party_code(Party("the army", "FR", "MIL", ()))
    'FRAMIL'
    """
    return (alpha3(party.country) if party.country else "") + (party.sector or "")


def _row(findings: Findings, statement: Statement, event: Event) -> Row:
    origin, time, speaker = statement.origin, event.time, statement.speaker
    text = findings.article.text
    return {
        "date": time.value.interval if time else None,
        "date_granularity": time.value.granularity if time else None,
        "sort": str(event.sort),
        "type": str(event.type),
        "mode": event.mode,
        "cameo": event.cameo,
        "auxiliary": SEVERAL.join(event.auxiliary) or None,
        **_side("actor", event.actors),
        **_side("recipient", event.recipients),
        "place": event.place.words if event.place else None,
        "place_country": event.place.country if event.place else None,
        "asserted_by": who(statement)[0],
        "asserter_kind": str(speaker.kind) if speaker else None,
        "asserter_country": speaker.country if speaker else None,
        "kind": str(statement.kind.value),
        "certainty": str(statement.certainty.value),
        "confidence": statement.attribution.confidence,
        "quote": slices(statement, statement.attribution.content),
        "trigger": " … ".join(span.of(text) for span in event.evidence),
        "statement": statement.id,
        "article": statement.article,
        "outlet": origin.outlet,
        "title": origin.title,
        "url": origin.url,
        "published": origin.published,
        "tagger": findings.recipe.tagger,
        "version": findings.recipe.version,
    }


def _side(name: str, parties: tuple[Party, ...]) -> Row:
    return {
        name: SEVERAL.join(party.words for party in parties) or None,
        f"{name}_country": _told([party.country for party in parties]),
        f"{name}_code": _told([party_code(party) for party in parties]),
    }


def _told(values: list[str | None]) -> str | None:
    """The values, one for each; nothing where none is told."""
    return SEVERAL.join(value or "?" for value in values) if any(values) else None


def _named(party: Party) -> str:
    return f"{party.words} [{party.country}]" if party.country else party.words
