"""The values that everything else is about: frozen, with slots, tuples inside, standard library only."""

from allegedly.model.article import Article, Block, BlockKind, Capture, Origin, article_id, sha256, short_id
from allegedly.model.attribution import Attribution, RoleConfidence
from allegedly.model.event import Auxiliary, Event, EventSort, EventType, Party
from allegedly.model.findings import Findings, Recipe, Skipped
from allegedly.model.judgement import Judgement
from allegedly.model.scores import Predicate, Scores
from allegedly.model.segments import Quotation, Segments
from allegedly.model.span import GAP, Span, Spans, extent, merged, words_of
from allegedly.model.speaker import Speaker, SpeakerKind
from allegedly.model.statement import (
    Certainty,
    Figure,
    Kind,
    Manner,
    Statement,
    statement_id,
)
from allegedly.model.time import TimeInterval

__all__ = [
    "GAP",
    "Article",
    "Attribution",
    "Auxiliary",
    "Block",
    "BlockKind",
    "Capture",
    "Certainty",
    "Event",
    "EventSort",
    "EventType",
    "Figure",
    "Findings",
    "Judgement",
    "Kind",
    "Manner",
    "Origin",
    "Party",
    "Predicate",
    "Quotation",
    "Recipe",
    "RoleConfidence",
    "Scores",
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
