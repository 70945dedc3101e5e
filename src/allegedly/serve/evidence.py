"""A statement's every field, and the words or the rule that each stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from allegedly.export.csv import figure_words
from allegedly.export.events import event_words
from allegedly.export.threshold import numbered
from allegedly.export.wording import one_line, span_of_days
from allegedly.model import Findings, Judgement, Spans, Speaker, Statement, words_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name and value, the words of the text that it stands on, or the name of the rule."""

    name: str
    value: str
    words: tuple[str, ...] = ()
    rule: str = ""


def fields_of(findings: Findings, statement: Statement) -> Iterator[Field]:
    """The fields, in the order in which a person asks for them."""
    text, attribution = findings.article.text, statement.attribution
    yield from _speaker(text, statement.speaker)
    yield _judged(text, "kind", str(statement.kind.value), statement.kind)
    yield _judged(text, "certainty", str(statement.certainty.value), statement.certainty)
    yield _judged(text, "manner", str(statement.manner.value), statement.manner)
    if statement.medium:
        yield _judged(text, "medium", one_line(statement.medium.value), statement.medium)
    if statement.addressee:
        yield _judged(text, "told", one_line(statement.addressee.value), statement.addressee)
    if statement.time:
        interval = statement.time.value.interval
        yield _judged(text, "when said", span_of_days(interval) if interval else "unresolved", statement.time)
    for figure in statement.figures:
        yield Field("figure", one_line(figure_words(figure)), _quoted(text, figure.evidence))
    for event in statement.events:
        yield Field("event", one_line(event_words(event)), _quoted(text, event.evidence))
    for name, spans in (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)):
        where = ", ".join(f"{span.start}–{span.end}" for span in spans)
        yield Field(name, one_line(words_of(text, spans)) or "none", (), f"characters {where}" if where else "")
    if statement.parent:
        row = next((n for n, other in numbered(findings).items() if other.id == statement.parent), None)
        yield Field("inside", f"statement {row}" if row else statement.parent)
    yield Field("confidence", _confidence(statement), (), f"tagger {findings.recipe.tagger}, version {findings.recipe.version}")


def provenance_of(findings: Findings) -> Iterator[tuple[str, str]]:
    """Where the article comes from, how it was read, and what found its statements."""
    article, recipe = findings.article, findings.recipe
    capture = article.capture
    yield "address", article.origin.url or ""
    yield "file", article.origin.name or ""
    yield "captured", capture.when or ""
    yield "read by", ", ".join(part for part in (capture.reader, capture.media_type, capture.encoding) if part)
    yield "SHA-256 of the bytes", capture.bytes_sha256
    yield "SHA-256 of the text", capture.text_sha256
    yield "language", article.language
    tagger = f"tagger {recipe.tagger} ({recipe.tagger_digest[:16]})"
    yield "found by", f"allegedly {recipe.version}, {tagger}, language data {recipe.language}"
    yield "id", article.id
    for note in capture.notes:
        yield "note", note


def _speaker(text: str, speaker: Speaker | None) -> Iterator[Field]:
    if speaker is None:
        yield Field("speaker", "nobody named")
        return
    evidence = _quoted(text, speaker.evidence)
    if speaker.name is None and speaker.candidates:
        yield Field("speaker", "unclear: " + " or ".join(map(one_line, speaker.candidates)), evidence)
    else:
        rule = "inferred" if speaker.inferred else ""
        yield Field("speaker", one_line(speaker.name or "not named"), evidence, rule)
    yield Field("is a", str(speaker.kind))
    for name, value in (("role", speaker.role), ("of", speaker.affiliation), ("country", speaker.country)):
        if value:
            yield Field(name, one_line(value))
    if speaker.number is not None:
        yield Field("how many", str(speaker.number))
    if speaker.name is not None:
        yield Field("sure of name", f"{speaker.confidence:.0%}")
    if speaker.mentions:
        yield Field("named as", "", tuple(dict.fromkeys(_quoted(text, speaker.mentions)))[:6])


def _confidence(statement: Statement) -> str:
    attribution = statement.attribution
    whole = f"{attribution.confidence:.0%} sure of who and what"
    roles = attribution.roles
    return whole if roles is None else f"{whole}; source {roles.source:.0%}, cue {roles.cue:.0%}, content {roles.content:.0%}"


def _judged(text: str, name: str, value: str, judgement: Judgement[T]) -> Field:
    return Field(name, value, _quoted(text, judgement.evidence), one_line(judgement.rule or ""))


def _quoted(text: str, spans: Spans) -> tuple[str, ...]:
    return tuple(one_line(span.of(text)) for span in spans)
