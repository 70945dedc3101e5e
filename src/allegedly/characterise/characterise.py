"""The order in which a statement's character is judged."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.characterise.manner import Quoted, judge_manner
from allegedly.characterise.nesting import parents
from allegedly.languages import Language
from allegedly.model import (
    Article,
    Attribution,
    Certainty,
    Judgement,
    Kind,
    Segments,
    Speaker,
    Statement,
    statement_id,
)


def characterise(
    article: Article,
    segments: Segments,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    language: Language,
) -> tuple[Statement, ...]:
    """The statements that `attributions` make, in the order of their first character."""
    quoted = Quoted(segments.quotations)
    above = parents(attributions)
    ids = [statement_id(article.id, attribution) for attribution in attributions]
    statements = []
    for index, (attribution, speaker) in enumerate(zip(attributions, speakers, strict=True)):
        parent = above[index]
        statement = Statement(
            id=ids[index],
            article=article.id,
            origin=article.origin,
            words=attribution.extent.of(article.text),
            attribution=attribution,
            speaker=speaker,
            manner=judge_manner(article.text, attribution, quoted),
            kind=Judgement(Kind.ASSERTION, attribution.cue),
            certainty=Judgement(Certainty.CERTAIN, rule="no hedge"),
            parent=None if parent is None else ids[parent],
        )
        statements.append(statement)
    return tuple(sorted(statements, key=lambda statement: (statement.attribution.extent, statement.id)))
