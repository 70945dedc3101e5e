"""Corrections as JSON, there and back."""

from __future__ import annotations

from allegedly.export.json_statement import figure_from_json, figure_to_json, speaker_from_json, speaker_to_json
from allegedly.export.json_value import Found, Json, JsonObject
from allegedly.model import Certainty, Figure, Kind, Speaker
from allegedly.model.correction import Anchor, Correction, CorrectionEvent, CorrectionWithdrawal, Field, Quote, Quotes, Value


def correction_event_to_json(event: CorrectionEvent) -> JsonObject:
    """The correction, or what takes one back."""
    marks: JsonObject = {"id": event.id, "when": event.when, "who": event.who, "why": event.why}
    if isinstance(event, CorrectionWithdrawal):
        return {**marks, "article": event.article, "withdrawn": event.withdrawn}
    return {
        **marks,
        "article": event.anchor.article,
        "statement": event.anchor.statement,
        "field": str(event.field),
        "anchor": anchor_to_json(event.anchor),
        "old": value_to_json(event.old),
        "new": value_to_json(event.new),
    }


def correction_event_from_json(found: Found) -> CorrectionEvent:
    """The event that `correction_event_to_json` wrote. Raises `LedgerError` on another shape."""
    marks = (found["id"].text(), found["when"].text(), found["who"].text())
    why = found.text_at("why")
    if found.get("withdrawn") is not None:
        return CorrectionWithdrawal(*marks, found["article"].text(), found["withdrawn"].text(), why)
    field = found["field"].choice(Field)
    anchor = anchor_from_json(found["anchor"])
    return Correction(
        *marks, anchor, field, value_from_json(found.get("old"), field), value_from_json(found.get("new"), field), why
    )


def anchor_to_json(anchor: Anchor) -> JsonObject:
    """The anchor, each role as quotes."""
    roles = {"source": anchor.source, "cue": anchor.cue, "content": anchor.content}
    return {"article": anchor.article, "text_sha256": anchor.text_sha256, **{name: _quotes(role) for name, role in roles.items()}}


def anchor_from_json(found: Found) -> Anchor:
    """The anchor. Raises `LedgerError` on another shape, or without a content."""
    found["content"].items()
    roles = [_quotes_from(found.items_at(name)) for name in ("source", "cue", "content")]
    if not roles[2]:
        found["content"].some_spans()
    return Anchor(found["article"].text(), found["text_sha256"].text(), roles[0], roles[1], roles[2])


def value_to_json(value: Value) -> Json:
    """What a field holds."""
    match value:
        case Anchor():
            return anchor_to_json(value)
        case Speaker():
            return speaker_to_json(value)
        case tuple():
            return [figure_to_json(figure) for figure in value]
        case None:
            return None
        case _:
            return str(value)


def value_from_json(found: Found | None, field: Field) -> Value:
    """What `field` holds. Raises `LedgerError` where it is not of the field."""
    if field is Field.ACCEPTED or (found is None and field in (Field.STATEMENT, Field.SPEAKER)):
        return None
    if found is None:
        found = Found(None, str(field))
    match field:
        case Field.STATEMENT | Field.WORDS:
            return anchor_from_json(found)
        case Field.SPEAKER:
            return speaker_from_json(found)
        case Field.KIND:
            return found.choice(Kind)
        case Field.CERTAINTY:
            return found.choice(Certainty)
        case Field.FIGURES:
            figures: tuple[Figure, ...] = tuple(figure_from_json(item) for item in found.items())
            return figures


def _quotes(quotes: Quotes) -> Json:
    return [
        {"start": each.span.start, "end": each.span.end, "exact": each.exact, "prefix": each.prefix, "suffix": each.suffix}
        for each in quotes
    ]


def _quotes_from(items: list[Found]) -> Quotes:
    quotes = []
    for item in items:
        span = Found([item["start"].value, item["end"].value], item.path).span()
        exact = item["exact"].text()
        if len(exact) != len(span):
            item["exact"].whole()
        quotes.append(Quote(span, exact, item.text_at("prefix") or "", item.text_at("suffix") or ""))
    return tuple(quotes)
