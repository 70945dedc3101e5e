"""The figures by kind of attribution, by outlet, by quotation marks and by length: where a tagger is weak."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from allegedly.evaluation.characters import Measured, size
from allegedly.evaluation.comparison import Comparison, covering
from allegedly.evaluation.counts import Tally, ratio

Sort = Callable[[Comparison, Measured], Iterable[str]]
"""The groups that one attribution of a document belongs to, gold or predicted: none, one or several."""

_PLAIN_CUES = frozenset({"say", "says", "said", "saying", "tell", "tells", "told", "telling"})
_REFUSALS = ("den", "refus", "declin", "reject", "disput", "dismiss", "rebut", "refut", "disagre", "contradict")
_NO_COMMENT = re.compile(r"\b(not|n't|n’t|no|never)\b.*\b(respon|comment|repl|answer)", re.IGNORECASE | re.DOTALL)
_LENGTHS = (5, 10, 20, 40)
_SHOWN = ("found", "content", "soft", "exact")


@dataclass
class Group:
    """How the attributions of one group fare. Recall is over the gold in it, precision over the predictions in it.

    `direct` and `end2end`: its gold contents inside quotation marks that have a source, and those given to the right speaker.
    """

    name: str
    gold: int = 0
    predicted: int = 0
    hits: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_SHOWN, 0))
    rights: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_SHOWN, 0))
    direct: int = 0
    end2end: int = 0

    def tally(self, how: str) -> Tally:
        """How much of the group is right at one strictness."""
        return Tally(self.gold, self.predicted, self.rights[how], self.hits[how])

    def figures(self) -> dict[str, float]:
        """The group's figures by name."""
        soft = self.tally("soft")
        return {
            "gold": self.gold,
            "predicted": self.predicted,
            "found r": self.tally("found").recall,
            "content r": self.tally("content").recall,
            "soft p": soft.precision,
            "soft r": soft.recall,
            "soft f1": soft.f1,
            "exact f1": self.tally("exact").f1,
            "direct n": self.direct,
            "direct end2end": ratio(self.end2end, self.direct),
        }


def break_down(comparisons: Iterable[Comparison], by: str) -> tuple[Group, ...]:
    """The groups of one of `BREAKDOWNS`, in ascending order of their names."""
    sort, groups = BREAKDOWNS[by], dict[str, Group]()
    for comparison in comparisons:
        for number, gold in enumerate(comparison.gold):
            for name in sort(comparison, gold):
                group = groups.setdefault(name, Group(name))
                group.gold += 1
                _add(group.hits, comparison.grade_of_gold.get(number, ()))
                if gold.manner == "direct" and gold.words["source"]:
                    best = covering(gold, comparison.found)
                    group.direct += 1
                    group.end2end += best is not None and bool(best.words["source"] & gold.words["source"])
        for number, found in enumerate(comparison.found):
            for name in sort(comparison, found):
                group = groups.setdefault(name, Group(name))
                group.predicted += 1
                _add(group.rights, comparison.grade_of_found.get(number, ()))
    return tuple(groups[name] for name in sorted(groups))


def breakdown_lines(groups: Iterable[Group], by: str) -> tuple[str, ...]:
    """The groups as lines of text, shares in per cent."""
    out = [f"{'by ' + by:28s}  gold  pred found | soft  P     R    F1 | exact F1 | direct n  end2end"]
    for group in groups:
        soft, exact = group.tally("soft"), group.tally("exact")
        out.append(
            f"{group.name:28s} {group.gold:5d} {group.predicted:5d} {100 * group.tally('found').recall:5.1f} |"
            f"   {100 * soft.precision:5.1f} {100 * soft.recall:5.1f} {100 * soft.f1:5.1f} |    {100 * exact.f1:5.1f} |"
            f"    {group.direct:5d}    {100 * ratio(group.end2end, group.direct):5.1f}"
        )
    return tuple(out)


def _add(numbers: dict[str, int], grade: Iterable[str]) -> None:
    for how in grade:
        if how in numbers:
            numbers[how] += 1


def _kinds(comparison: Comparison, one: Measured) -> Iterable[str]:
    """Manner, whether there is a source, and what sort of cue: an attribution is of several kinds."""
    yield f"content {one.manner}" if one.trimmed["content"] else "content none"
    yield "source yes" if one.trimmed["source"] else "source no"
    text = comparison.text.text
    cue = " ".join(text[start:end] for start, end in one.labelled.cue)
    words = re.findall(r"[\w’']+", cue.lower())
    if not cue:
        yield "cue none"
    elif not words:
        yield "cue colon, dash, mark"
    elif words[-1] in _PLAIN_CUES:
        yield "cue say, tell"
    else:
        yield "cue other"
    if any(word.startswith(_REFUSALS) for word in words) or _NO_COMMENT.search(cue):
        yield "cue denial, refusal"


def _outlets(comparison: Comparison, one: Measured) -> Iterable[str]:
    yield comparison.document.outlet


def _quotes(comparison: Comparison, one: Measured) -> Iterable[str]:
    """Which double quotation marks the document has, and whether their number is even."""
    text = comparison.text.text
    styles = [
        name for name, marks in (("curly", "“”"), ("straight", '"'), ("doubled", ("''", "``"))) if any(m in text for m in marks)
    ]
    yield f"marks {'mixed' if len(styles) > 1 else styles[0] if styles else 'none'}"
    if sum(text.count(mark) for mark in ("“", "”", '"', "''", "``")) % 2:
        yield "marks of odd number"


def _lengths(comparison: Comparison, one: Measured) -> Iterable[str]:
    words = size(one.words["content"])
    low = 0
    for high in _LENGTHS:
        if words <= high:
            yield f"words {low:2d} to {high:2d}"
            return
        low = high + 1
    yield f"words {low:2d} and more"


BREAKDOWNS: dict[str, Sort] = {"kind": _kinds, "outlet": _outlets, "quote": _quotes, "length": _lengths}
"""The ways to break figures down, by name."""
