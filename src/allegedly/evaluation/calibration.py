"""Whether confidences are the probabilities that they say they are.

Follows Guo, Pleiss, Sun and Weinberger 2017, "On Calibration of Modern Neural Networks".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allegedly.evaluation.comparison import Comparison
from allegedly.evaluation.counts import ratio


@dataclass(frozen=True, slots=True)
class Bin:
    """The predictions whose confidence lies from `low` to below `high` (the last bin: to 1, included).

    `number` of them; the mean of their `confidence`; the share of them that is `right`. A diagram draws `right` over
    `confidence`: what lies below the diagonal is too sure of itself.
    """

    low: float
    high: float
    number: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The reliability of confidences: `bins` of equal width in ascending order, empty ones left out.

    `expected_error`: the mean, over predictions, of the distance between a bin's confidence and its share of right ones.
    `brier`: the mean squared distance of each confidence from 1 (right) or 0 (wrong); lower is better for both.
    """

    bins: tuple[Bin, ...]
    number: int
    expected_error: float
    brier: float

    def lines(self) -> tuple[str, ...]:
        """The reliability diagram as lines of text."""
        out = [f"calibration: expected error {100 * self.expected_error:.1f}  brier {self.brier:.3f}  predicted {self.number}"]
        for one in self.bins:
            bar = "█" * round(20 * one.right)
            out.append(
                f"confidence {one.low:.1f}-{one.high:.1f}  n {one.number:5d}  "
                f"mean {100 * one.confidence:5.1f}  right {100 * one.right:5.1f}  {bar}"
            )
        return tuple(out)


def judged(comparisons: Iterable[Comparison], how: str = "soft") -> tuple[tuple[float, bool], ...]:
    """Each prediction's confidence, and whether it is right at the strictness `how`."""
    return tuple(
        (found.labelled.confidence, how in comparison.grade_of_found.get(number, ()))
        for comparison in comparisons
        for number, found in enumerate(comparison.found)
    )


def calibrate(outcomes: Sequence[tuple[float, bool]], bins: int = 10) -> Calibration:
    """The reliability of `outcomes`: pairs of a confidence, from 0 to 1, and whether it was right.

    >>> calibrate([(0.95, True), (0.95, True), (0.95, False), (0.05, False)]).expected_error
    0.225
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in outcomes:
        held[max(0, min(bins - 1, int(confidence * bins)))].append((confidence, right))
    shown = tuple(_bin(number / bins, (number + 1) / bins, each) for number, each in enumerate(held) if each)
    error = ratio(sum(one.number * abs(one.confidence - one.right) for one in shown), len(outcomes))
    brier = ratio(sum((confidence - right) ** 2 for confidence, right in outcomes), len(outcomes))
    return Calibration(shown, len(outcomes), round(error, 12), round(brier, 12))


def _bin(low: float, high: float, outcomes: Sequence[tuple[float, bool]]) -> Bin:
    number = len(outcomes)
    return Bin(low, high, number, sum(each for each, _ in outcomes) / number, sum(right for _, right in outcomes) / number)
