"""The values that everything else is about: frozen, with slots, tuples inside, standard library only."""

from allegedly.model.article import Article, Block, BlockKind, Capture, Origin, article_id, sha256, short_id
from allegedly.model.attribution import Attribution, RoleConfidence
from allegedly.model.findings import Findings, Recipe, Skipped
from allegedly.model.judgement import Judgement
from allegedly.model.segments import Quotation, Segments
from allegedly.model.span import GAP, Span, Spans, extent, merged, words_of
from allegedly.model.speaker import Speaker, SpeakerKind
from allegedly.model.statement import (
    Certainty,
    Event,
    Figure,
    Kind,
    Manner,
    Statement,
    TimeInterval,
    statement_id,
)

__all__ = [
    "GAP",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Capture",
    "Certainty",
    "Event",
    "Figure",
    "Findings",
    "Judgement",
    "Kind",
    "Manner",
    "Origin",
    "Quotation",
    "Recipe",
    "RoleConfidence",
    "Segments",
    "Skipped",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "TimeInterval",
    "article_id",
    "extent",
    "merged",
    "sha256",
    "short_id",
    "statement_id",
    "words_of",
]
