"""What the network believes, turned into probabilities that hold: logistic regression on the development articles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from allegedly.attribute.drafts import Draft
from allegedly.model import RoleConfidence

FEATURES = 8
Row = tuple[float, ...]


def log_odds(chance: float) -> float:
    """The logarithm of the odds, within the bounds of what scores can tell."""
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))


def features_of(draft: Draft) -> Row:
    """What the calibration looks at: beliefs as log-odds, and the shape of the attribution."""
    pieces = sum(b - a for a, b in draft.content)
    return (
        1.0,
        log_odds(draft.cue_chance),
        log_odds(draft.real_chance),
        log_odds(draft.source_chance),
        log_odds(draft.content_chance),
        float(not draft.source),
        float(len(draft.content) > 1),
        math.log(1 + pieces),
    )


@dataclass(frozen=True, slots=True)
class Calibration:
    """One row of weights for the attribution as a whole (source and content right), and one for each role."""

    whole: Row
    source: Row
    cue: Row
    content: Row

    @classmethod
    def of(cls, numbers: dict[str, Any]) -> Calibration:
        """The calibration written in `labels.json`."""
        return cls(*(tuple(float(each) for each in numbers[name]) for name in ("whole", "source", "cue", "content")))

    def of_draft(self, draft: Draft) -> tuple[float, RoleConfidence]:
        """The probability that the attribution is right, and that each role is."""
        row = features_of(draft)
        whole, source, cue, content = (
            _logistic(sum(w * x for w, x in zip(weights, row, strict=True)))
            for weights in (self.whole, self.source, self.cue, self.content)
        )
        return whole, RoleConfidence(source=source, cue=cue, content=content)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-min(max(value, -30.0), 30.0)))
