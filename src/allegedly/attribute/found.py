"""An attribution in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from allegedly.attribute.lexicon import Meaning
from allegedly.attribute.noun_phrases import Range
from allegedly.model import Span, Spans


@dataclass(slots=True)
class Found:
    """An attribution in the making. `quotations`: the numbers of those its content is; `pattern`: the rule that gave it."""

    source: Spans
    cue: Spans
    content: list[Span]
    head: int
    pattern: str
    meaning: Meaning
    subject: Range | None = None
    quotations: list[int] = field(default_factory=list)
