"""The slice guarantee: a quoted word is a slice of the stored text, or it does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.model.article import Article, article_id, sha256
from allegedly.model.event import Event, Party
from allegedly.model.findings import Findings
from allegedly.model.span import Span, Spans
from allegedly.model.statement import Statement, statement_id


def faults(findings: Findings) -> Iterator[str]:
    """What is wrong with `findings`, one sentence each; nothing where the slice guarantee holds.

    Holds: every span lies in the text; each statement's words are the slice under its extent, and those of its events' parties
    slices too; digests and ids are those of the text, the origin and the spans; a parent is a statement of the same article; no
    statement stands there twice.
    """
    article = findings.article
    yield from article_faults(article)
    ids = {statement.id for statement in findings.statements}
    seen: set[str] = set()
    for statement in findings.statements:
        yield from statement_faults(article, statement)
        if statement.id in seen:
            yield f"statement {statement.id} stands there twice"
        seen.add(statement.id)
        if statement.parent is not None and (statement.parent not in ids or statement.parent == statement.id):
            yield f"statement {statement.id} has the parent {statement.parent}, which is no other statement of the article"


def article_faults(article: Article) -> Iterator[str]:
    """What is wrong with the article itself: its digest, its id, its blocks."""
    digest = sha256(article.text)
    if digest != article.capture.text_sha256:
        yield f"article {article.id}: the text's SHA-256 is {digest}, expected {article.capture.text_sha256}"
    expected = article_id(article.capture.text_sha256, article.origin)
    if expected != article.id:
        yield f"article {article.id}: the id of this text and origin is {expected}"
    end = 0
    for block in article.blocks:
        if block.span.start < end or block.span.end > len(article.text):
            yield f"article {article.id}: {_shown(block.span)} is no block of {len(article.text)} characters after {end}"
        end = block.span.end


def statement_faults(article: Article, statement: Statement) -> Iterator[str]:
    """What is wrong with one statement of `article`."""
    where = f"statement {statement.id}"
    if statement.article != article.id or statement.origin != article.origin:
        yield f"{where} names another article or origin than the article {article.id} that it stands in"
    expected = statement_id(article.id, statement.attribution)
    if statement.id != expected:
        yield f"{where}: the id of these spans is {expected}"
    length = len(article.text)
    for span in spans_of(statement):
        if span.end > length:
            yield f"{where}: the span {_shown(span)} ends behind the text, which has {length} characters"
    for party in (party for event in statement.events for party in parties_of(event)):
        if not party.evidence or party.evidence[0].of(article.text) != party.words:
            yield f"{where}: an event's {_cut(party.words)} is no slice of the text under its evidence"
    extent = statement.attribution.extent
    words = extent.of(article.text)
    if words != statement.words:
        yield f"{where}: its words are {_cut(statement.words)}, the text at {_shown(extent)} is {_cut(words)}"


def spans_of(statement: Statement) -> Iterator[Span]:
    """Every span that the statement holds: of its roles, its speaker and all evidence."""
    attribution, speaker = statement.attribution, statement.speaker
    groups: list[Spans] = [attribution.source, attribution.cue, attribution.content]
    groups += [statement.manner.evidence, statement.kind.evidence, statement.certainty.evidence]
    if speaker is not None:
        for each in (speaker, *speaker.members):
            groups += [each.mentions, each.evidence]
    if statement.medium is not None:
        groups.append(statement.medium.evidence)
    if statement.addressee is not None:
        groups.append(statement.addressee.evidence)
    if statement.time is not None:
        groups.append(statement.time.evidence)
    if statement.factuality is not None:
        groups.append(statement.factuality.evidence)
    groups += [figure.evidence for figure in statement.figures]
    for event in statement.events:
        groups += [event.evidence, *(party.evidence for party in parties_of(event)), event.time.evidence if event.time else ()]
    for group in groups:
        yield from group


def parties_of(event: Event) -> Iterator[Party]:
    """Who and what an event names: its actors, its recipients, its place."""
    yield from event.actors
    yield from event.recipients
    if event.place is not None:
        yield event.place


def _shown(span: Span) -> str:
    return f"[{span.start}, {span.end})"


def _cut(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:57] + "...")
