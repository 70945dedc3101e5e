"""How well findings agree with those that people corrected: words, speaker, kind, certainty, by outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from allegedly.model import Findings, Manner, Span, Spans, Statement

FIELDS = ("speaker", "kind", "certainty", "figures")


@dataclass
class DeskFigures:
    """What was counted: `gold` statements, those `found`, and those with the same source, cue and content (`exact`).

    Of found statements that share cue and content with a gold one (`paired`) each of `FIELDS` is right or not.
    """

    name: str
    articles: int = 0
    gold: int = 0
    found: int = 0
    paired: int = 0
    exact: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    @property
    def shares(self) -> dict[str, float]:
        """Recall and precision of pairs, the share of exact words in the gold, and the share right of each field, from 0 to 1."""
        return {
            "recall": _share(self.paired, self.gold),
            "precision": _share(self.paired, self.found),
            "exact": _share(self.exact, self.gold),
            **{name: _share(number, self.paired) for name, number in self.right.items()},
        }


def score_findings(pairs: Iterable[tuple[Findings, Findings]], by_outlet: bool = False) -> tuple[DeskFigures, ...]:
    """The figures of each outlet, if wanted, and of all, which come last; a pair is an article's gold and what is found now."""
    outlets: dict[str, DeskFigures] = defaultdict(lambda: DeskFigures(""))
    whole = DeskFigures("all")
    for gold, found in pairs:
        name = gold.article.origin.outlet or "no outlet"
        for figures in (whole, outlets[name]):
            figures.name = figures.name or name
            _count(figures, gold, found)
    listed = sorted(outlets.values(), key=lambda each: (-each.gold, each.name)) if by_outlet else []
    return (*listed, whole)


def _count(figures: DeskFigures, gold: Findings, found: Findings) -> None:
    wanted, given = _own(gold), _own(found)
    figures.articles += 1
    figures.gold += len(wanted)
    figures.found += len(given)
    for one, other in _paired(wanted, given):
        figures.paired += 1
        figures.exact += one.id == other.id
        figures.right["speaker"] += _who(one) == _who(other)
        figures.right["kind"] += one.kind.value is other.kind.value
        figures.right["certainty"] += one.certainty.value is other.certainty.value
        figures.right["figures"] += _numbers(one) == _numbers(other)


def _own(findings: Findings) -> list[Statement]:
    return [one for one in findings.statements if one.manner.value is not Manner.BARE]


def _paired(wanted: list[Statement], given: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each gold statement with the found one that shares its cue and most of its content; none is taken twice."""
    left = {one.id: one for one in given}
    for gold in wanted:
        scored = [
            (_shared(gold.attribution.content, one.attribution.content), one)
            for one in left.values()
            if _touch(gold.attribution.cue, one.attribution.cue)
        ]
        best = max(scored, key=lambda each: (each[0], each[1].id == gold.id), default=None)
        if best is not None and best[0]:
            del left[best[1].id]
            yield gold, best[1]


def _touch(one: Spans, other: Spans) -> bool:
    return any(span.overlaps(each) for span in one for each in other) if one and other else one == other


def _shared(one: Spans, other: Spans) -> int:
    return sum(_overlap(span, each) for span in one for each in other)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _who(statement: Statement) -> tuple[str, str]:
    speaker = statement.speaker
    return ("", "") if speaker is None else ((speaker.name or "").casefold(), str(speaker.kind))


def _numbers(statement: Statement) -> set[tuple[float | None, float | None, str]]:
    return {(figure.low, figure.high, figure.bound) for figure in statement.figures}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
