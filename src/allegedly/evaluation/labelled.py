"""An attribution as annotators and predictions give it: looser than the ledger's, since gold may lack even a content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allegedly.model import Attribution, Spans

Runs = tuple[tuple[int, int], ...]
"""Half-open runs of code points; they may overlap, be empty or reach beyond the text, as files written by others do."""

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Source, cue and content as runs, each possibly none; `confidence` as in `Attribution`."""

    source: Runs
    cue: Runs
    content: Runs
    confidence: float = 1.0

    def role(self, name: str) -> Runs:
        """The runs of one of `ROLES`."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


def labelled(attributions: Iterable[Attribution]) -> tuple[Labelled, ...]:
    """What a tagger found, as the scorer takes it."""
    return tuple(
        Labelled(_runs(found.source), _runs(found.cue), _runs(found.content), found.confidence) for found in attributions
    )


def _runs(spans: Spans) -> Runs:
    return tuple((span.start, span.end) for span in spans)
