"""Findings that hold something in every field, and a way to make findings of any text."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import TypeVar

from allegedly.model import (
    Article,
    Attribution,
    Auxiliary,
    Block,
    BlockKind,
    Capture,
    Certainty,
    Event,
    EventSort,
    EventType,
    Figure,
    Findings,
    Judgement,
    Kind,
    Manner,
    Origin,
    Party,
    Recipe,
    RoleConfidence,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    TimeInterval,
    article_id,
    sha256,
    statement_id,
)
from allegedly.model.page_map import PageMap

V = TypeVar("V")

RECIPE = Recipe("0.1.0", "en", "fake", "0000")

TEXT = (
    "Orlec bridge shut\n\n“We never sent 40 lorries,” the army’s spokeswoman Lena Brandt said in a statement on Monday, "
    "“not one.” Two officials say she told them so. 🚚\n"
)


def make_article(text: str, origin: Origin | None = None) -> Article:
    origin = origin or Origin(name="story.txt")
    digest = sha256(text)
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()
    return Article(article_id(digest, origin), text, blocks, "en", origin, Capture(digest, digest, "test 1"))


def make_statement(article: Article, attribution: Attribution, speaker: Speaker | None = None, **fields: object) -> Statement:
    statement = Statement(
        id=statement_id(article.id, attribution),
        article=article.id,
        origin=article.origin,
        words=attribution.extent.of(article.text),
        attribution=attribution,
        speaker=speaker,
        manner=Judgement(Manner.INDIRECT, rule="no marks"),
        kind=Judgement(Kind.ASSERTION, attribution.cue),
        certainty=Judgement(Certainty.REPORTED, rule="no hedge"),
    )
    for name, value in fields.items():
        object.__setattr__(statement, name, value)
    return statement


def make_findings(text: str, spans: Sequence[tuple[Span | None, Span]], origin: Origin | None = None) -> Findings:
    """One statement for each (source, content)."""
    article = make_article(text, origin)
    statements = {}
    for source, content in spans:
        attribution = Attribution((source,) if source else (), (), (content,))
        speaker = Speaker(source.of(text), SpeakerKind.NAMED_PERSON, mentions=(source,)) if source else None
        statement = make_statement(article, attribution, speaker)
        statements[statement.id] = statement
    ordered = sorted(statements.values(), key=lambda one: one.attribution.extent)
    return Findings(article, tuple(ordered), RECIPE)


def said(source: str, content: str, origin: Origin) -> Findings:
    """One statement: `<source> said <content>.`"""
    text = f"{source} said {content}.\n"
    start = len(source) + 6
    article = make_article(text, origin)
    attribution = Attribution((Span(0, len(source)),), (Span(start - 5, start - 1),), (Span(start, len(text) - 2),))
    speaker = Speaker(source, SpeakerKind.NAMED_PERSON, mentions=attribution.source)
    return Findings(article, (make_statement(article, attribution, speaker),), RECIPE)


def changed(value: V, /, **fields: object) -> V:
    """A copy of a frozen value with other fields, unchecked."""
    copied = copy(value)
    for name, field in fields.items():
        object.__setattr__(copied, name, field)
    return copied


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def full_findings() -> Findings:
    """Findings with something in every field: discontinuous, nested, resolved and unclear."""
    origin = Origin(
        outlet="Orlec Gazette",
        url="https://gazette.example/bridge",
        title="Orlec bridge shut",
        authors=("Ana Hale", "B. Ott"),
        published="2026-11-20",
        modified="2026-11-20T10:00:00Z",
        name="bridge.html",
    )
    digest = sha256(TEXT)
    capture = Capture(
        sha256("page"),
        digest,
        "html 1",
        "2026-11-21",
        "utf-8 (declared)",
        "text/html",
        ("one mark replaced",),
        PageMap(((0, 9, 26), (17, 30, 500)), len(TEXT)),
    )
    blocks = (Block(BlockKind.HEADLINE, span("Orlec bridge shut")), Block(BlockKind.PARAGRAPH, Span(19, len(TEXT) - 1)))
    article = Article(article_id(digest, origin), TEXT, blocks, "en", origin, capture)
    direct = Attribution(
        (span("the army’s spokeswoman Lena Brandt"),),
        (span("said"),),
        (span("“We never sent 40 lorries,”"), span("“not one.”")),
        0.875,
        RoleConfidence(0.9, 0.99, 0.5),
    )
    speaker = Speaker(
        "Lena Brandt",
        SpeakerKind.NAMED_PERSON,
        role="spokeswoman",
        affiliation="army",
        country="FR",
        identity="i1",
        mentions=(span("Lena Brandt"), span("she")),
        evidence=(span("the army’s spokeswoman"),),
        inferred=True,
        confidence=0.75,
    )
    first = make_statement(
        article,
        direct,
        speaker,
        manner=Judgement(Manner.DIRECT, (span("“We never sent 40 lorries,”"),)),
        kind=Judgement(Kind.DENIAL, (span("never"),)),
        certainty=Judgement(Certainty.CERTAIN, rule="no hedge"),
        factuality=Judgement(-2.5, (span("sent"),)),
        medium=Judgement("in a statement", (span("in a statement"),)),
        addressee=Judgement("them", (span("them"),)),
        time=Judgement(TimeInterval("2026-11-16/2026-11-17", "day"), (span("on Monday"),)),
        figures=(Figure(40.0, None, "exactly", "lorries", "other", (span("40"),)),),
        events=(
            Event(
                EventType.AID,
                None,
                "07",
                EventSort.REPORTED,
                (Party("We", "FR", "MIL", (span("We"), span("the army’s spokeswoman"))),),
                (),
                (Auxiliary.NEGATED,),
                None,
                Judgement(TimeInterval(None, None), (span("on Monday"),)),
                (span("sent"),),
            ),
        ),
    )
    outer = make_statement(
        article,
        Attribution((span("Two officials"),), (span("say"),), (span("she told them so"),)),
        Speaker(
            None,
            SpeakerKind.UNNAMED_GROUP,
            candidates=("the army", "the board"),
            number=2,
            members=(Speaker(None, SpeakerKind.UNNAMED_PERSON, role="official", evidence=(span("Two officials"),)),),
        ),
        time=Judgement(TimeInterval(None, None)),
    )
    inner = make_statement(article, Attribution((), (span("told"),), (span("so."),)), None, parent=outer.id)
    return Findings(article, (first, outer, inner), RECIPE)
