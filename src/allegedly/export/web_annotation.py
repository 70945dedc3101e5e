"""Corrections as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), there and back."""

from __future__ import annotations

from allegedly.errors import LedgerError
from allegedly.export.json_correction import correction_event_from_json, correction_event_to_json
from allegedly.export.json_value import Found, Json, JsonObject, compact, parsed
from allegedly.model.correction import Correction, CorrectionEvent, CorrectionWithdrawal, Field, Quote

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_CORRECTION, _ARTICLE = "urn:allegedly:correction:", "urn:allegedly:article:"
_FORMAT = "application/json"


def annotation_of(event: CorrectionEvent, url: str | None = None) -> JsonObject:
    """The event as an annotation: its targets are the words of each role, its body what was corrected and, in words, why.

    `url`: that of the article, if it has one; else a name made of its id stands for it. Positions count Unicode code points, as
    the model wants.
    """
    if isinstance(event, CorrectionWithdrawal):
        targets: list[Json] = [_CORRECTION + event.withdrawn]
        motivation = "moderating"
    else:
        source = url or _ARTICLE + event.anchor.article
        roles = {"source": event.anchor.source, "cue": event.anchor.cue, "content": event.anchor.content}
        targets = [_target(source, role, quote) for role, quotes in roles.items() for quote in quotes]
        motivation = "assessing" if event.field is Field.ACCEPTED else "editing"
    body: list[Json] = [
        {"type": "TextualBody", "purpose": motivation, "format": _FORMAT, "value": compact(correction_event_to_json(event))}
    ]
    if event.why:
        body.append({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": event.why})
    return {
        "@context": _CONTEXT,
        "id": _CORRECTION + event.id,
        "type": "Annotation",
        "motivation": motivation,
        "created": event.when,
        "creator": {"type": "Person", "name": event.who},
        "body": body,
        "target": targets,
    }


def event_of_annotation(value: Json) -> CorrectionEvent:
    """The event that `annotation_of` wrote.

    Raises `LedgerError` where the annotation is none of ours, or its targets name other words than its body.
    """
    found = Found(value, "annotation")
    if found["type"].text() != "Annotation":
        raise LedgerError(f"expected a W3C Web Annotation, found the type {found['type'].text()!r}")
    for body in found["body"].items():
        if body.text_at("format") == _FORMAT:
            event = correction_event_from_json(Found(parsed(body["value"].text()), body.path))
            break
    else:
        raise LedgerError(f"{found['id'].text()} holds no correction: expected a body of the format {_FORMAT}")
    if isinstance(event, Correction):
        told = {_selected(target) for target in found["target"].items()}
        quotes = (*event.anchor.source, *event.anchor.cue, *event.anchor.content)
        if told != {(quote.span.start, quote.span.end, quote.exact) for quote in quotes}:
            raise LedgerError(f"{found['id'].text()}: its targets are other words than its body names; it was changed by hand")
    return event


def _target(source: str, role: str, quote: Quote) -> JsonObject:
    return {
        "type": "SpecificResource",
        "source": source,
        "role": role,
        "selector": [
            {"type": "TextPositionSelector", "start": quote.span.start, "end": quote.span.end},
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        ],
    }


def _selected(target: Found) -> tuple[int, int, str]:
    """Start, end and words of a target."""
    selectors = {each["type"].text(): each for each in target["selector"].items()}
    if not {"TextPositionSelector", "TextQuoteSelector"} <= selectors.keys():
        raise LedgerError(f"{target.path}: expected a TextPositionSelector and a TextQuoteSelector, found {', '.join(selectors)}")
    position = selectors["TextPositionSelector"]
    return position["start"].whole(), position["end"].whole(), selectors["TextQuoteSelector"]["exact"].text()
