"""The schemas of the interface's own answers, in JSON Schema 2020-12; `$ref` names one of these or of the one JSON shape."""

from __future__ import annotations

from allegedly.export.json_value import Json, JsonObject

_TEXT: JsonObject = {"type": "string"}
_MAYBE: JsonObject = {"type": ["string", "null"]}
_WHOLE: JsonObject = {"type": "integer", "minimum": 0}
_NUMBER: JsonObject = {"type": ["number", "null"]}
_FLAG: JsonObject = {"type": "boolean"}


def named(name: str) -> str:
    """The name of a schema as the document has it.

    >>> named("findings")
    'Findings'
    """
    return name[:1].upper() + name[1:]


def _ref(name: str) -> JsonObject:
    return {"$ref": name}


def _many(items: Json) -> JsonObject:
    return {"type": "array", "items": items}


def _object(**fields: Json) -> JsonObject:
    return {"type": "object", "properties": {**fields}, "required": [*fields], "additionalProperties": False}


def _page(name: str, item: str) -> JsonObject:
    return _object(schema={"const": 1}, **{name: _many(_ref(item)), "next": _MAYBE})


_ORIGIN: JsonObject = {
    "title": _MAYBE,
    "outlet": _MAYBE,
    "url": _MAYBE,
    "name": _MAYBE,
    "authors": _many(_TEXT),
    "published": _MAYBE,
    "modified": _MAYBE,
}
_SAID = _many(
    _object(value=_TEXT, articles=_WHOLE, statements=_WHOLE, first=_MAYBE, last=_MAYBE, article=_TEXT),
)

PAGES: dict[str, JsonObject] = {
    "Problem": _object(type=_TEXT, title=_TEXT, status={"type": "integer"}, detail=_TEXT, field=_MAYBE),
    "Health": _object(status={"const": "ok"}, version=_TEXT),
    "Placed": _object(
        article=_object(id=_TEXT, title=_MAYBE, outlet=_MAYBE, url=_MAYBE, published=_MAYBE), statement=_ref("Statement")
    ),
    "Statements": _page("statements", "Placed"),
    "Entry": _object(
        id=_TEXT,
        **_ORIGIN,
        language=_TEXT,
        version={"type": "integer", "minimum": 1},
        replaces=_MAYBE,
        statements=_WHOLE,
        recipe=_ref("Recipe"),
    ),
    "Articles": _page("articles", "Entry"),
    "Identity": _object(
        id=_TEXT,
        name=_TEXT,
        sort={"enum": ["person", "body", "state"]},
        statements=_WHOLE,
        articles=_WHOLE,
        first=_MAYBE,
        last=_MAYBE,
        names=_SAID,
        roles=_SAID,
        affiliations=_SAID,
        countries=_SAID,
        outlets=_SAID,
        wikidata=_MAYBE,
        because=_many(_TEXT),
        perhaps=_many(_object(id=_TEXT, name=_TEXT, because=_many(_TEXT))),
        judgements=_many(_TEXT),
        profiles=_many(_object(id=_TEXT, article=_TEXT, name=_TEXT, statements=_WHOLE)),
    ),
    "Speakers": _page("speakers", "Identity"),
    "OneSpeaker": _object(schema={"const": 1}, speaker=_ref("Identity")),
    "End": _object(article=_TEXT, statement=_MAYBE, speaker=_MAYBE, words=_TEXT, spans=_ref("Spans")),
    "Link": _object(
        id=_TEXT,
        kind=_TEXT,
        manner=_MAYBE,
        score={"type": "number", "minimum": 0, "maximum": 1},
        rule=_TEXT,
        first=_ref("End"),
        second=_ref("End"),
    ),
    "Disputes": _page("disputes", "Link"),
    "StoryLine": _object(
        id=_TEXT, day=_MAYBE, articles=_many(_TEXT), copies=_many(_object(article=_TEXT, of=_TEXT, share={"type": "number"}))
    ),
    "Stories": _page("stories", "StoryLine"),
    "Claim": _object(
        id=_TEXT,
        story=_MAYBE,
        first_day=_MAYBE,
        words=_TEXT,
        speakers=_many(_TEXT),
        disputed_by=_many(_TEXT),
        originals=_WHOLE,
        appearances=_many(
            _object(
                article=_TEXT,
                statement=_MAYBE,
                speaker=_MAYBE,
                words=_TEXT,
                spans=_ref("Spans"),
                day=_MAYBE,
                outlet=_MAYBE,
                copied=_FLAG,
            )
        ),
        disputes=_many(_ref("Link")),
        confirmations=_many(_ref("Link")),
    ),
    "Claims": _page("claims", "Claim"),
    "Story": _object(schema={"const": 1}, story=_ref("StoryLine"), claims=_many(_ref("Claim")), disputes=_many(_ref("Link"))),
    "Timeline": _object(
        schema={"const": 1},
        story=_TEXT,
        days=_many(
            _object(
                day=_MAYBE,
                articles=_many(_TEXT),
                statements=_WHOLE,
                denials=_many(_TEXT),
                confirmations=_many(_TEXT),
                claims=_many(_TEXT),
            )
        ),
    ),
    "Change": _object(
        change=_TEXT,
        before=_MAYBE,
        after=_MAYBE,
        before_article=_TEXT,
        after_article=_TEXT,
        before_spans=_ref("Spans"),
        after_spans=_ref("Spans"),
        before_sentence=_MAYBE,
        after_sentence=_MAYBE,
        alike=_NUMBER,
    ),
    "Drift": _object(schema={"const": 1}, left=_TEXT, right=_TEXT, drifts=_many(_ref("Change"))),
    "GivenFigure": _object(who=_TEXT, figure=_ref("Figure"), statement=_TEXT, article=_TEXT, outlet=_MAYBE, published=_MAYBE),
    "Figures": _page("figures", "GivenFigure"),
    "Kept": _object(
        schema={"const": 1}, outcome={"enum": ["added", "new version", "read anew", "unchanged"]}, findings=_ref("Findings")
    ),
    "Correction": _object(
        id=_TEXT,
        when=_TEXT,
        who=_TEXT,
        why=_MAYBE,
        article=_TEXT,
        statement=_MAYBE,
        field=_MAYBE,
        anchor={},
        old={},
        new={},
        withdrawn=_MAYBE,
        stands=_FLAG,
        reason=_MAYBE,
    ),
    "Corrections": _page("corrections", "Correction"),
    "Corrected": _object(schema={"const": 1}, correction=_ref("Correction")),
    "Judgement": {
        "type": "object",
        "properties": {
            "who": {"type": "string", "minLength": 1, "maxLength": 80},
            "why": _MAYBE,
            "article": _TEXT,
            "statement": _MAYBE,
            "field": {"enum": ["statement", "words", "speaker", "kind", "certainty", "figures", "accepted"]},
            "new": {},
            "withdrawn": _MAYBE,
        },
        "required": ["who"],
    },
}
"""By name. Each object holds the fields that are named, all of them and no others."""
