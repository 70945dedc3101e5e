"""Makes the fields of an agency's news item, IPTC ninjs 1 to 3, those of a plain article object."""

from __future__ import annotations

from allegedly.read.json_fields import Fields, Json


def plain_fields(item: Fields) -> Fields:
    """`item` with its body, headline, byline and dates under plain names where it is ninjs; else `item` itself.

    ninjs 2 and 3 have lists `bodies` and `headlines` with a role each; ninjs 1 has `body_text`, `body_xhtml`, `headline`. A body
    in XHTML goes before one in plain text, since it has paragraphs.
    """
    lowered: dict[str, Json] = {name.lower(): value for name, value in item.items()}
    bodies, headlines = _entries(lowered.get("bodies")), _entries(lowered.get("headlines"))
    if not bodies and not any(name.startswith("body_") for name in lowered):
        return item
    fields: dict[str, Json] = {
        "title": _main(headlines) or lowered.get("headline"),
        "authors": lowered.get("by") or lowered.get("byline"),
        "published": lowered.get("firstcreated") or lowered.get("contentcreated") or lowered.get("versioncreated"),
        "modified": lowered.get("versioncreated"),
        "outlet": _source(lowered),
        "url": lowered.get("uri"),
        "language": lowered.get("language"),
    }
    html = _body(bodies, is_html=True) or lowered.get("body_xhtml") or lowered.get("body_html") or lowered.get("body_html5")
    fields["html" if html else "text"] = html or _body(bodies, is_html=False) or lowered.get("body_text")
    return fields


def _entries(value: Json) -> list[Fields]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _main(entries: list[Fields]) -> Json:
    """The value whose role is `main`, else the first."""
    main = [entry for entry in entries if entry.get("role") == "main"] or entries
    return main[0].get("value") if main else None


def _body(bodies: list[Fields], *, is_html: bool) -> Json:
    return _main([body for body in bodies if ("html" in _content_type(body)) is is_html])


def _content_type(body: Fields) -> str:
    value = body.get("contenttype") or body.get("contentType")
    return value.lower() if isinstance(value, str) else ""


def _source(item: Fields) -> Json:
    sources = _entries(item.get("infosources"))
    return item.get("source") or item.get("provider") or (sources[0].get("name") if sources else None)
