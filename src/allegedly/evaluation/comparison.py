"""What was found in one document, laid beside its gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from allegedly.evaluation.alignment import admissible, align, likeness, same
from allegedly.evaluation.characters import Measured, Text, measure, size
from allegedly.evaluation.gold import GoldDocument
from allegedly.evaluation.labelled import Labelled

STRICTNESS = ("found", "exact", "soft", "loose", "content", "all3")
"""How much of a pair must be right: any character of cue or content; source and content exactly; softly; loosely (a word
each); the content alone, softly; source, content and cue softly."""


@dataclass(frozen=True)
class Comparison:
    """One document: `gold` and `found` as sets of characters, and the `pairs` (number in `found`, number in `gold`)."""

    document: GoldDocument
    text: Text
    gold: tuple[Measured, ...]
    found: tuple[Measured, ...]
    pairs: tuple[tuple[int, int], ...]

    @cached_property
    def grades(self) -> dict[tuple[int, int], frozenset[str]]:
        """For each pair, the `STRICTNESS`es at which it is right."""
        return {(i, j): _grade(self.found[i], self.gold[j]) for i, j in self.pairs}

    @cached_property
    def grade_of_found(self) -> dict[int, frozenset[str]]:
        """For each number in `found` that has a pair, the strictnesses at which it is right."""
        return {i: grade for (i, _), grade in self.grades.items()}

    @cached_property
    def grade_of_gold(self) -> dict[int, frozenset[str]]:
        """For each number in `gold` that has a pair, the strictnesses at which it is right."""
        return {j: grade for (_, j), grade in self.grades.items()}


def compare(document: GoldDocument, found: Sequence[Labelled], gold: Sequence[Labelled] | None = None) -> Comparison:
    """What was `found` in `document` beside its gold (or beside what another annotator found)."""
    text = Text(document.text)
    truths = measure(text, document.attributions if gold is None else gold)
    predictions = measure(text, found)
    return Comparison(document, text, truths, predictions, align(predictions, truths, admissible, likeness))


def covering(quote: Measured, found: Sequence[Measured]) -> Measured | None:
    """The one of `found` whose content covers most of a gold content; `None` where all together cover less than half of it."""
    content = quote.trimmed["content"]
    over = [one for one in found if one.trimmed["content"] & content]
    together = 0
    for one in over:
        together |= one.trimmed["content"]
    if not over or size(together & content) < 0.5 * size(content):
        return None
    return max(over, key=lambda one: size(one.trimmed["content"] & content))


def _grade(found: Measured, gold: Measured) -> frozenset[str]:
    grade = {"found"}
    for how in ("exact", "soft", "loose"):
        if same(found, gold, "source", how) and same(found, gold, "content", how):
            grade.add(how)
    if same(found, gold, "content", "soft"):
        grade.add("content")
    if "soft" in grade and same(found, gold, "cue", "soft"):
        grade.add("all3")
    return frozenset(grade)
