"""Values as rows, and back."""

from __future__ import annotations

import re
from typing import TypeAlias

from allegedly.export.json_shape import origin_from_json, origin_to_json, page_map_at
from allegedly.export.json_statement import (
    event_to_json,
    figure_to_json,
    judgements_to_json,
    roles_from_json,
    roles_to_json,
    speaker_to_json,
    statement_with,
)
from allegedly.export.json_value import Found, JsonObject, spans_to_json
from allegedly.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Capture,
    Origin,
    Recipe,
    Skipped,
    Statement,
    short_id,
    words_of,
)
from allegedly.store.query import folded

Row: TypeAlias = JsonObject

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def article_row(article: Article) -> Row:
    """The article's columns, without its version and recipe."""
    origin, capture = article.origin, article.capture
    day = _DAY.match(origin.published or "")
    return {
        "id": article.id,
        "origin_key": origin.key,
        "outlet": origin.outlet,
        "outlet_folded": None if origin.outlet is None else folded(origin.outlet),
        "url": origin.url,
        "title": origin.title,
        "authors": list(origin.authors),
        "published": origin.published,
        "modified": origin.modified,
        "name": origin.name,
        "day": day.group() if day else None,
        "language": article.language,
        "text": article.text,
        "text_sha256": capture.text_sha256,
        "bytes_sha256": capture.bytes_sha256,
        "reader": capture.reader,
        "captured": capture.when,
        "encoding": capture.encoding,
        "media_type": capture.media_type,
        "notes": list(capture.notes),
        "page_map": None if capture.page_map is None else capture.page_map.as_text(),
        "blocks": [[str(block.kind), block.span.start, block.span.end] for block in article.blocks],
    }


def article_of(row: Row) -> Article:
    """The article in the row. Raises `LedgerError` where a column holds what no article has."""
    found = Found(row, "article")
    blocks = []
    for item in found["blocks"].items():
        kind, *span = item.items()
        blocks.append(Block(kind.choice(BlockKind), Found([end.value for end in span], item.path).span()))
    return Article(
        id=found["id"].text(),
        text=found["text"].text(),
        blocks=tuple(blocks),
        language=found["language"].text(),
        origin=origin_from_json(found),
        capture=Capture(
            bytes_sha256=found["bytes_sha256"].text(),
            text_sha256=found["text_sha256"].text(),
            reader=found["reader"].text(),
            when=found.text_at("captured"),
            encoding=found.text_at("encoding"),
            media_type=found.text_at("media_type"),
            notes=found.texts_at("notes"),
            page_map=page_map_at(found),
        ),
    )


def origin_of(row: Row) -> Origin:
    """Where the row's article comes from."""
    return origin_from_json(Found(row, "article"))


def recipe_row(recipe: Recipe) -> Row:
    """The recipe's columns in the row of an article."""
    return {
        "recipe_version": recipe.version,
        "recipe_language": recipe.language,
        "tagger": recipe.tagger,
        "tagger_digest": recipe.tagger_digest,
    }


def recipe_of(row: Row) -> Recipe:
    """What made the findings of the row's article."""
    found = Found(row, "article")
    return Recipe(*(found[name].text() for name in ("recipe_version", "recipe_language", "tagger", "tagger_digest")))


def statement_row(text: str, position: int, statement: Statement) -> Row:
    """The statement's columns; `text` is its article's, `position` its place among the statements of the article."""
    attribution, speaker = statement.attribution, statement.speaker
    source = words_of(text, attribution.source)
    name = None if speaker is None else speaker.name
    return {
        "id": statement.id,
        "article": statement.article,
        "position": position,
        "words": statement.words,
        "title": statement.origin.title,
        "source": source,
        "spans": {
            "source": spans_to_json(attribution.source),
            "cue": spans_to_json(attribution.cue),
            "content": spans_to_json(attribution.content),
        },
        "confidence": attribution.confidence,
        "roles": None if attribution.roles is None else roles_to_json(attribution.roles),
        "speaker_name": name,
        "speaker_kind": None if speaker is None else str(speaker.kind),
        "speaker_folded": f"{folded(name or '')}|{folded(source)}",
        "speaker": None if speaker is None else speaker_to_json(speaker),
        "manner": str(statement.manner.value),
        "kind": str(statement.kind.value),
        "certainty": str(statement.certainty.value),
        "judgements": judgements_to_json(statement),
        "figures": [figure_to_json(figure) for figure in statement.figures],
        "events": [event_to_json(event) for event in statement.events],
        "parent": statement.parent,
    }


def statement_of(row: Row, origin: Origin) -> Statement:
    """The statement in the row, of an article from `origin`. Raises `LedgerError` where a column holds what no statement has."""
    found = Found(row, f"statement {row.get('id')}")
    spans, roles = found["spans"], found.get("roles")
    attribution = Attribution(
        spans["source"].spans(),
        spans["cue"].spans(),
        spans["content"].some_spans(),
        found["confidence"].number(),
        None if roles is None else roles_from_json(roles),
    )
    return statement_with(found, found["judgements"], found["article"].text(), origin, attribution)


def skipped_row(skipped: Skipped) -> Row:
    """The columns of a text that could not be read; one row for each key, or for each origin and reason without one."""
    origin = skipped.origin
    parts = ("key", origin.key) if origin.key else ("reason", skipped.reason, origin.outlet or "", origin.title or "")
    return {
        "id": short_id(*parts),
        "origin_key": origin.key,
        "origin": origin_to_json(origin),
        "reason": skipped.reason,
    }


def skipped_of(row: Row) -> Skipped:
    """The text that could not be read, and why."""
    found = Found(row, "skipped")
    return Skipped(origin_from_json(found["origin"]), found["reason"].text())
