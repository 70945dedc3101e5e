"""Links and the judgements on them as rows, and back."""

from __future__ import annotations

from allegedly.export.json_link import end_from_json, end_to_json, link_from_json, link_to_json
from allegedly.export.json_value import Found, JsonObject
from allegedly.model.link import DisputeClass, Link, LinkKind
from allegedly.model.link_event import LinkEvent, LinkJudgement, LinkWithdrawal
from allegedly.store.rows import Row

_JUDGED, _DENIED, _WITHDRAWN = "link", "no link", "withdrawn"


def link_row(link: Link) -> Row:
    """The link's columns, without its number."""
    return {
        "id": link.id,
        "kind": str(link.kind),
        "first_article": link.first.article,
        "second_article": link.second.article,
        "score": link.score,
        "value": link_to_json(link),
    }


def link_of(row: Row) -> Link:
    """The link in the row. Raises `LedgerError` where a column holds what no link has."""
    return link_from_json(Found(row, f"link {row.get('id')}")["value"])


def link_event_row(event: LinkEvent) -> Row:
    """The judgement's columns, without its number."""
    value: JsonObject
    if isinstance(event, LinkJudgement):
        what = _JUDGED if event.holds else _DENIED
        value = {
            "kind": str(event.kind),
            "manner": None if event.manner is None else str(event.manner),
            "first": end_to_json(event.first),
            "second": end_to_json(event.second),
            "why": event.why,
        }
    else:
        what = _WITHDRAWN
        value = {"withdrawn": event.withdrawn, "why": event.why}
    return {"id": event.id, "what": what, "at": event.when, "who": event.who, "value": value}


def link_event_of(row: Row) -> LinkEvent:
    """The judgement in the row. Raises `LedgerError` where a column holds what no judgement has."""
    found = Found(row, f"judgement {row.get('id')}")
    marks = (found["id"].text(), found["at"].text(), found["who"].text())
    value, what = found["value"], found["what"].text()
    if what == _WITHDRAWN:
        return LinkWithdrawal(*marks, value["withdrawn"].text(), value.text_at("why"))
    manner = value.get("manner")
    return LinkJudgement(
        *marks,
        what == _JUDGED,
        value["kind"].choice(LinkKind),
        end_from_json(value["first"]),
        end_from_json(value["second"]),
        None if manner is None else manner.choice(DisputeClass),
        value.text_at("why"),
    )
