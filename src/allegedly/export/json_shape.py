"""The one JSON shape of findings, for the command line, the interface over HTTP, golden files and batches.

`docs/json.md` documents it; `schema/findings.schema.json` is its JSON Schema (2020-12). Offsets count the Unicode code points
of `article.text` and are half-open.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from allegedly.errors import LedgerError
from allegedly.export.json_statement import statement_from_json, statement_to_json
from allegedly.export.json_value import Found, Json, JsonObject
from allegedly.export.text_fragment import Fragments
from allegedly.model import Article, Block, BlockKind, Capture, Findings, Origin, Recipe, Skipped, sha256
from allegedly.model.guarantee import faults
from allegedly.model.page_map import PageMap

SCHEMA = 1


def findings_to_json(findings: Findings, *, text: bool = True) -> JsonObject:
    """The findings as one JSON object; with `text=False` the article's text is left out, the quoted words are not."""
    article = findings.article
    return {
        "schema": SCHEMA,
        "article": article_to_json(article, text=text),
        "statements": list(_statements(findings)),
        "recipe": recipe_to_json(findings.recipe),
    }


def findings_line(findings: Findings, *, text: bool = True) -> Iterator[str]:
    """The line of JSON of `findings_to_json`, in pieces, so that one statement at a time is in memory as JSON."""
    shell = findings_to_json(replace(findings, statements=()), text=text)
    head, between, tail = json.dumps(shell, ensure_ascii=False).rpartition('"statements": [')
    yield head + between
    for number, statement in enumerate(_statements(findings)):
        yield (", " if number else "") + json.dumps(statement, ensure_ascii=False)
    yield tail + "\n"


def _statements(findings: Findings) -> Iterator[JsonObject]:
    """Each statement with the link that shows its words on the live page."""
    fragments = Fragments(findings.article)
    for statement in findings.statements:
        link = fragments.link(statement.attribution.extent)
        yield {**statement_to_json(findings.article.text, statement), "link": link}


def findings_from_json(value: Json, *, text: str | None = None) -> Findings:
    """The findings that `findings_to_json` made `value` of, checked; `text` is the article's where `value` leaves it out.

    Raises `LedgerError` where `value` has another shape or breaks the slice guarantee.
    """
    found = Found(value)
    if found["schema"].value != SCHEMA:
        schema = found["schema"].value
        raise LedgerError(f"the document is of schema {schema!r}, expected {SCHEMA}; read it with the program that wrote it")
    article = article_from_json(found["article"], text=text)
    statements = tuple(statement_from_json(article, item) for item in found["statements"].items())
    findings = Findings(article, statements, recipe_from_json(found["recipe"]))
    fault = next(faults(findings), None)
    if fault is not None:
        raise LedgerError(f"{fault}; the document was changed after it was written")
    return findings


def skipped_to_json(skipped: Skipped) -> JsonObject:
    """A text that could not be read, and why, as one JSON object."""
    return {"schema": SCHEMA, "skipped": {**origin_to_json(skipped.origin), "reason": skipped.reason}}


def skipped_from_json(value: Json) -> Skipped:
    """What `skipped_to_json` made `value` of. Raises `LedgerError` where it has another shape."""
    found = Found(value)["skipped"]
    return Skipped(origin_from_json(found), found["reason"].text())


def article_to_json(article: Article, *, text: bool = True) -> JsonObject:
    """The article, its origin and how it was read."""
    capture, origin = article.capture, article.origin
    return {
        "id": article.id,
        "title": origin.title,
        "outlet": origin.outlet,
        "url": origin.url,
        "published": origin.published,
        "language": article.language,
        "text_sha256": capture.text_sha256,
        **({"text": article.text} if text else {}),
        "name": origin.name,
        "authors": list(origin.authors),
        "modified": origin.modified,
        "blocks": [{"kind": str(block.kind), "span": [block.span.start, block.span.end]} for block in article.blocks],
        "capture": {
            "bytes_sha256": capture.bytes_sha256,
            "reader": capture.reader,
            "when": capture.when,
            "encoding": capture.encoding,
            "media_type": capture.media_type,
            "notes": list(capture.notes),
            "page_map": None if capture.page_map is None else capture.page_map.as_text(),
        },
    }


def article_from_json(found: Found, *, text: str | None = None) -> Article:
    """The article; `text` is its text where the JSON leaves it out."""
    written = found.text_at("text")
    text = text if written is None else written
    if text is None:
        raise LedgerError(f"{found.path}.text is left out; give the article's text beside the document")
    digest, capture = found["text_sha256"].text(), found["capture"]
    if sha256(text) != digest:
        raise LedgerError(f"{found.path}.text_sha256: found {digest}, expected {sha256(text)}, the SHA-256 of the text")
    return Article(
        id=found["id"].text(),
        text=text,
        blocks=tuple(Block(item["kind"].choice(BlockKind), item["span"].span()) for item in found.items_at("blocks")),
        language=found["language"].text(),
        origin=origin_from_json(found),
        capture=Capture(
            bytes_sha256=capture["bytes_sha256"].text(),
            text_sha256=digest,
            reader=capture["reader"].text(),
            when=capture.text_at("when"),
            encoding=capture.text_at("encoding"),
            media_type=capture.text_at("media_type"),
            notes=capture.texts_at("notes"),
            page_map=page_map_at(capture),
        ),
    )


def page_map_at(capture: Found) -> PageMap | None:
    """The way back to the page that the object holds as a line under `page_map`, if any."""
    line = capture.text_at("page_map")
    try:
        return None if line is None else PageMap.of_text(line)
    except ValueError as error:
        raise LedgerError(f"{capture.path}.page_map: {error}, found {line!r:.60}") from error


def origin_to_json(origin: Origin) -> JsonObject:
    """Where an article comes from."""
    return {
        "title": origin.title,
        "outlet": origin.outlet,
        "url": origin.url,
        "name": origin.name,
        "authors": list(origin.authors),
        "published": origin.published,
        "modified": origin.modified,
    }


def origin_from_json(found: Found) -> Origin:
    """Where an article comes from."""
    return Origin(
        outlet=found.text_at("outlet"),
        url=found.text_at("url"),
        title=found.text_at("title"),
        authors=found.texts_at("authors"),
        published=found.text_at("published"),
        modified=found.text_at("modified"),
        name=found.text_at("name"),
    )


def recipe_to_json(recipe: Recipe) -> JsonObject:
    """What made the findings."""
    return {
        "version": recipe.version,
        "language": recipe.language,
        "tagger": recipe.tagger,
        "tagger_digest": recipe.tagger_digest,
    }


def recipe_from_json(found: Found) -> Recipe:
    """What made the findings."""
    return Recipe(found["version"].text(), found["language"].text(), found["tagger"].text(), found["tagger_digest"].text())


def schema_text() -> str:
    """The JSON Schema of the shape, as it lies in the package."""
    return files(__package__).joinpath("schema", "findings.schema.json").read_text(encoding="utf-8")
