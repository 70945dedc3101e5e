"""Source, cue and content: the field's triple."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.model.span import Span, Spans, extent


@dataclass(frozen=True, slots=True)
class RoleConfidence:
    """How probable it is, from 0 to 1, that each role's spans are right."""

    source: float
    cue: float
    content: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what by which words (PARC 3, PolNeAR, Citron): each role a tuple of spans in ascending order.

    `source` is empty where nobody is named; `cue` is empty where layout alone attributes (a speaker's label is the source,
    its colon the cue); `content` is never empty and may be discontinuous. `confidence`: the probability, from 0 to 1, that
    source and content are both right; taggers that cannot tell give 1.0. Attributions may nest and overlap.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float = 1.0
    roles: RoleConfidence | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution has a content, found none")

    @property
    def extent(self) -> Span:
        """The smallest span that covers source, cue and content."""
        whole = extent(self.source, self.cue, self.content)
        assert whole is not None  # the content is never empty
        return whole
