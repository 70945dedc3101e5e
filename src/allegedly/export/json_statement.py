"""A statement in the one JSON shape, there and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from allegedly.errors import LedgerError
from allegedly.export.json_value import Found, Json, JsonObject, spans_to_json
from allegedly.model import (
    Article,
    Attribution,
    Auxiliary,
    Certainty,
    Event,
    EventSort,
    EventType,
    Figure,
    Judgement,
    Kind,
    Manner,
    Origin,
    Party,
    RoleConfidence,
    Spans,
    Speaker,
    SpeakerKind,
    Statement,
    TimeInterval,
    words_of,
)

T = TypeVar("T")


def statement_to_json(text: str, statement: Statement) -> JsonObject:
    """The statement as JSON; `text` is its article's, whose slices the roles show."""
    attribution = statement.attribution
    speaker = statement.speaker
    return {
        "id": statement.id,
        "words": statement.words,
        "source": _role_to_json(text, attribution.source),
        "cue": _role_to_json(text, attribution.cue),
        "content": _role_to_json(text, attribution.content),
        "confidence": attribution.confidence,
        "roles": None if attribution.roles is None else roles_to_json(attribution.roles),
        "speaker": None if speaker is None else speaker_to_json(speaker),
        **judgements_to_json(statement),
        "figures": [figure_to_json(figure) for figure in statement.figures],
        "events": [event_to_json(event) for event in statement.events],
        "parent": statement.parent,
    }


def statement_from_json(article: Article, found: Found) -> Statement:
    """The statement that `found` gives. Raises `LedgerError` where a role's text is not the slice under its spans."""
    roles = found.get("roles")
    found["content"]["spans"].some_spans()
    attribution = Attribution(
        _role_from_json(article, found["source"]),
        _role_from_json(article, found["cue"]),
        _role_from_json(article, found["content"]),
        found["confidence"].number(),
        None if roles is None else roles_from_json(roles),
    )
    return statement_with(found, found, article.id, article.origin, attribution)


def judgements_to_json(statement: Statement) -> JsonObject:
    """What is judged of the statement, `null` where nothing is: manner, kind, certainty, factuality, medium, addressee, time."""
    medium, addressee, time, factuality = statement.medium, statement.addressee, statement.time, statement.factuality
    return {
        "manner": judgement_to_json(statement.manner, str),
        "kind": judgement_to_json(statement.kind, str),
        "certainty": judgement_to_json(statement.certainty, str),
        "factuality": None if factuality is None else judgement_to_json(factuality, float),
        "medium": None if medium is None else judgement_to_json(medium, str),
        "addressee": None if addressee is None else judgement_to_json(addressee, str),
        "time": None if time is None else judgement_to_json(time, interval_to_json),
    }


def statement_with(found: Found, judgements: Found, article: str, origin: Origin, attribution: Attribution) -> Statement:
    """The statement with `attribution`, the fields of `found` and the `judgements`, of the article with this id."""
    speaker = found.get("speaker")
    medium, addressee, time, factuality = (judgements.get(key) for key in ("medium", "addressee", "time", "factuality"))
    return Statement(
        id=found["id"].text(),
        article=article,
        origin=origin,
        words=found["words"].text(),
        attribution=attribution,
        speaker=None if speaker is None else speaker_from_json(speaker),
        manner=judgement_from_json(judgements["manner"], lambda value: value.choice(Manner)),
        kind=judgement_from_json(judgements["kind"], lambda value: value.choice(Kind)),
        certainty=judgement_from_json(judgements["certainty"], lambda value: value.choice(Certainty)),
        medium=None if medium is None else judgement_from_json(medium, Found.text),
        addressee=None if addressee is None else judgement_from_json(addressee, Found.text),
        time=None if time is None else judgement_from_json(time, interval_from_json),
        figures=tuple(figure_from_json(item) for item in found.items_at("figures")),
        events=tuple(event_from_json(item) for item in found.items_at("events")),
        parent=found.text_at("parent"),
        factuality=None if factuality is None else judgement_from_json(factuality, Found.number),
    )


def _role_to_json(text: str, spans: Spans) -> Json:
    return {"spans": spans_to_json(spans), "text": words_of(text, spans)}


def _role_from_json(article: Article, found: Found) -> Spans:
    spans, words = found["spans"].spans(), found["text"].text()
    there = words_of(article.text, spans)
    if words != there:
        raise LedgerError(f"{found.path}.text: found {words[:60]!r}, expected the slice of the article's text, {there[:60]!r}")
    return spans


def roles_to_json(roles: RoleConfidence) -> JsonObject:
    """The confidence in each role."""
    return {"source": roles.source, "cue": roles.cue, "content": roles.content}


def roles_from_json(found: Found) -> RoleConfidence:
    """The confidence in each role."""
    return RoleConfidence(found["source"].number(), found["cue"].number(), found["content"].number())


def speaker_to_json(speaker: Speaker) -> JsonObject:
    """The speaker as resolved."""
    return {
        "name": speaker.name,
        "kind": str(speaker.kind),
        "number": speaker.number,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "country": speaker.country,
        "identity": speaker.identity,
        "mentions": spans_to_json(speaker.mentions),
        "candidates": list(speaker.candidates),
        "evidence": spans_to_json(speaker.evidence),
        "inferred": speaker.inferred,
        "confidence": speaker.confidence,
        "members": [speaker_to_json(member) for member in speaker.members],
    }


def speaker_from_json(found: Found) -> Speaker:
    """The speaker as resolved."""
    number, members = found.get("number"), found.get("members")
    return Speaker(
        name=found.text_at("name"),
        kind=found["kind"].choice(SpeakerKind),
        role=found.text_at("role"),
        affiliation=found.text_at("affiliation"),
        country=found.text_at("country"),
        identity=found.text_at("identity"),
        mentions=found.spans_at("mentions"),
        candidates=found.texts_at("candidates"),
        evidence=found.spans_at("evidence"),
        inferred=found["inferred"].flag(),
        confidence=found["confidence"].number(),
        number=None if number is None else number.whole(),
        members=() if members is None else tuple(speaker_from_json(member) for member in members.items()),
    )


def judgement_to_json(judgement: Judgement[T], value: Callable[[T], Json]) -> JsonObject:
    """The judgement, its value by `value`, with its evidence and rule."""
    return {"value": value(judgement.value), "evidence": spans_to_json(judgement.evidence), "rule": judgement.rule}


def judgement_from_json(found: Found, value: Callable[[Found], T]) -> Judgement[T]:
    """The judgement, its value by `value`."""
    return Judgement(value(found["value"]), found.spans_at("evidence"), found.text_at("rule"))


def interval_to_json(time: TimeInterval) -> Json:
    """The interval in ISO 8601 and its granularity."""
    return {"interval": time.interval, "granularity": time.granularity}


def interval_from_json(found: Found) -> TimeInterval:
    """The interval in ISO 8601 and its granularity."""
    return TimeInterval(found.text_at("interval"), found.text_at("granularity"))


def figure_to_json(figure: Figure) -> Json:
    """The number that a statement gives."""
    return {
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "counted": figure.counted,
        "category": figure.category,
        "evidence": spans_to_json(figure.evidence),
    }


def figure_from_json(found: Found) -> Figure:
    """The number that a statement gives."""
    return Figure(
        found.number_at("low"),
        found.number_at("high"),
        found["bound"].text(),
        found.text_at("counted"),
        found.text_at("category"),
        found.spans_at("evidence"),
    )


def event_to_json(event: Event) -> Json:
    """The event that a statement asserts, or is."""
    return {
        "type": str(event.type),
        "mode": event.mode,
        "cameo": event.cameo,
        "sort": str(event.sort),
        "actors": [_party_to_json(party) for party in event.actors],
        "recipients": [_party_to_json(party) for party in event.recipients],
        "auxiliary": [str(mode) for mode in event.auxiliary],
        "place": None if event.place is None else _party_to_json(event.place),
        "time": None if event.time is None else judgement_to_json(event.time, interval_to_json),
        "evidence": spans_to_json(event.evidence),
    }


def event_from_json(found: Found) -> Event:
    """The event that a statement asserts, or is."""
    place, time = found.get("place"), found.get("time")
    return Event(
        type=found["type"].choice(EventType),
        mode=found.text_at("mode"),
        cameo=found["cameo"].text(),
        sort=found["sort"].choice(EventSort),
        actors=tuple(_party_from_json(item) for item in found.items_at("actors")),
        recipients=tuple(_party_from_json(item) for item in found.items_at("recipients")),
        auxiliary=tuple(item.choice(Auxiliary) for item in found.items_at("auxiliary")),
        place=None if place is None else _party_from_json(place),
        time=None if time is None else judgement_from_json(time, interval_from_json),
        evidence=found.spans_at("evidence"),
    )


def _party_to_json(party: Party) -> Json:
    return {
        "words": party.words,
        "country": party.country,
        "sector": party.sector,
        "evidence": spans_to_json(party.evidence),
    }


def _party_from_json(found: Found) -> Party:
    return Party(found["words"].text(), found.text_at("country"), found.text_at("sector"), found.spans_at("evidence"))
