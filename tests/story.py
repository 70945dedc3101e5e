"""Findings of a short story, made by hand: nested, discontinuous, unnamed, unclear, denied, and right-to-left."""

from __future__ import annotations

from allegedly.model import (
    Article,
    Block,
    BlockKind,
    Capture,
    Certainty,
    Figure,
    Findings,
    Judgement,
    Kind,
    Manner,
    Origin,
    Recipe,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    TimeInterval,
    article_id,
    sha256,
    statement_id,
)
from tests.marked import parse_marked

STORY = """\
[content:a Strike kills 12 in Orlec], [source:a officials] [cue:a say]

[content:b “At least 12 people were killed, most of them railway workers,”] [source:b Governor Mirela Kosta] [cue:b wrote] on \
Telegram, adding no more.

[content:c The strike was deliberate], [cue:c according to] [source:c two officials briefed on the inquiry]. \
[source:d One of them] [cue:d said] [content:d the drone “came in low, circled once and chose the tanks”].

[source:e Lutania’s army] [cue:e denied] [content:e it had fired on the town]. The depot [cue:f is believed] [content:f to have \
been hit once before].

[content:g “No drone of ours,”] [source:g Colonel Dana Orsik] [cue:g said], [content:g “crossed the border.”] \
[source:h The minister] [cue:h claimed] [content:h that [source:i his staff] had [cue:i told] him [content:i the film was \
genuine 🎞]].

[source:j המושל] [cue:j אמר] [content:j שהרכבת יצאה בזמן].
"""


def story() -> Findings:
    """Ten statements in six paragraphs."""
    text, attributions = parse_marked(STORY)
    origin = Origin(
        outlet="Example Wire",
        url="https://wire.example/world/orlec?a=1&b=2",
        title="Strike kills 12 in Orlec, officials say",
        authors=("Lena Arkady", "Josef Brandl"),
        published="2026-11-20T07:40:00+00:00",
        modified="2026-11-20T16:10:00+00:00",
        name="orlec.html",
    )
    digest = sha256(text)
    blocks, at = [], 0
    for number, part in enumerate(text.rstrip("\n").split("\n\n")):
        kind = BlockKind.PARAGRAPH if number else BlockKind.HEADLINE
        blocks.append(Block(kind, Span(at, at + len(part))))
        at += len(part) + 2
    article = Article(article_id(digest, origin), text, tuple(blocks), "en", origin, Capture(digest, digest, "html 1"))
    ids = [statement_id(article.id, attribution) for attribution in attributions]
    officials = Speaker(None, SpeakerKind.UNNAMED_GROUP)
    kosta = Speaker("Mirela Kosta", SpeakerKind.NAMED_PERSON, role="governor of Tamar", country="XA")
    orsik = Speaker("Dana Orsik", SpeakerKind.NAMED_PERSON, role="spokeswoman", inferred=True)
    minister = Speaker(None, SpeakerKind.NAMED_PERSON, candidates=("Goran Tell", "Viktor Hallam"))
    speakers = (
        officials,
        kosta,
        officials,
        Speaker(None, SpeakerKind.UNNAMED_PERSON),
        Speaker("Lutanian army", SpeakerKind.GOVERNMENT),
        None,
        orsik,
        minister,
        Speaker(None, SpeakerKind.UNNAMED_GROUP),
        None,
    )
    kinds = {4: Kind.DENIAL, 6: Kind.DENIAL}
    certainties = {2: Certainty.REPORTED, 5: Certainty.POSSIBLE, 7: Certainty.ALLEGED}
    manners = {1: Manner.DIRECT, 3: Manner.MIXED, 6: Manner.DIRECT}
    twelve = Figure(
        12.0, None, "at least", "people", "killed", (Span(text.index("At least 12"), text.index("At least 12") + 11),)
    )
    statements = tuple(
        Statement(
            id=ids[number],
            article=article.id,
            origin=origin,
            words=attribution.extent.of(text),
            attribution=attribution,
            speaker=speakers[number],
            manner=Judgement(manners.get(number, Manner.INDIRECT), rule="by hand"),
            kind=Judgement(kinds.get(number, Kind.ASSERTION), attribution.cue),
            certainty=Judgement(certainties.get(number, Certainty.CERTAIN), rule="by hand"),
            medium=Judgement("on Telegram") if number == 1 else None,
            time=Judgement(TimeInterval("2026-11-20/2026-11-21", "day")) if number == 1 else None,
            figures=(twelve,) if number == 1 else (),
            parent=ids[7] if number == 8 else None,
        )
        for number, attribution in enumerate(attributions)
    )
    return Findings(article, statements, Recipe("0.1.0", "en", "by hand", "0" * 64))
