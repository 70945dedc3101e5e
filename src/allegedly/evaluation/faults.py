"""What went wrong, one by one, for the person who improves a tagger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from allegedly.evaluation.characters import Measured
from allegedly.evaluation.comparison import Comparison
from allegedly.evaluation.labelled import ROLES, Runs
from allegedly.model import sha256


class FaultKind(StrEnum):
    """How a prediction and the gold differ, softly: a source or content is right at an agreement of at least 0.5."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    WRONG_SOURCE = "wrong source"
    WRONG_CONTENT = "wrong content"


@dataclass(frozen=True)
class Fault:
    """One gold attribution that was missed, one prediction that is spurious, or a pair of which a part is wrong."""

    kind: FaultKind
    comparison: Comparison
    gold: Measured | None
    found: Measured | None

    @property
    def document(self) -> str:
        """The name of the document."""
        return self.comparison.document.name

    @property
    def extent(self) -> tuple[int, int]:
        """From the first character of either side to the last."""
        runs = [run for side in (self.gold, self.found) if side for role in ROLES for run in side.labelled.role(role)]
        length = len(self.comparison.text.text)
        return max(0, min(start for start, _ in runs)), min(length, max(end for _, end in runs))

    def words(self, side: Measured | None, role: str) -> str:
        """The words of one role of one side on one line; empty where there are none."""
        return _words(self.comparison.text.text, side.labelled.role(role)) if side else ""

    def lines(self) -> tuple[str, ...]:
        """The fault as lines of text: what it is and where, then the words of each side."""
        out = [f"{self.kind}  {self.document}  {self.extent[0]}-{self.extent[1]}"]
        for name, side in (("gold", self.gold), ("found", self.found)):
            if side:
                out.append(f"  {name:5s} " + " ".join(f"[{role} {self.words(side, role) or '—'}]" for role in ROLES))
        return tuple(out)

    def record(self) -> dict[str, object]:
        """The fault as an object for JSON: what it is, where, and the spans and words of each side."""
        sides: dict[str, object] = {}
        for name, side in (("gold", self.gold), ("found", self.found)):
            if side:
                sides[name] = {role: {"spans": side.labelled.role(role), "words": self.words(side, role)} for role in ROLES}
        return {"kind": str(self.kind), "doc": self.document, "extent": self.extent, **sides}


def faults_of(comparisons: Iterable[Comparison]) -> tuple[Fault, ...]:
    """Every fault, document by document, in the order of the text."""
    return tuple(
        fault for comparison in comparisons for fault in sorted(_faults(comparison), key=lambda fault: (fault.extent, fault.kind))
    )


def drawn(faults: Sequence[Fault], number: int) -> tuple[Fault, ...]:
    """`number` of the faults, drawn evenly and always the same, in their order."""
    ranked = sorted(range(len(faults)), key=lambda place: sha256(f"{faults[place].document} {faults[place].extent} {place}"))
    return tuple(faults[place] for place in sorted(ranked[:number]))


def _faults(comparison: Comparison) -> Iterator[Fault]:
    for number, gold in enumerate(comparison.gold):
        if number not in comparison.grade_of_gold:
            yield Fault(FaultKind.MISSED, comparison, gold, None)
    for number, found in enumerate(comparison.found):
        if number not in comparison.grade_of_found:
            yield Fault(FaultKind.SPURIOUS, comparison, None, found)
    for (i, j), grade in comparison.grades.items():
        if "soft" not in grade:
            kind = FaultKind.WRONG_SOURCE if "content" in grade else FaultKind.WRONG_CONTENT
            yield Fault(kind, comparison, comparison.gold[j], comparison.found[i])


def _words(text: str, runs: Runs) -> str:
    return " … ".join(" ".join(text[max(0, start) : end].split()) for start, end in runs)
