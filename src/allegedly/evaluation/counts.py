"""What is counted in a document; the counts of documents add up, and every figure is a ratio of two sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import TypeVar

from allegedly.evaluation.alignment import align
from allegedly.evaluation.characters import Characters, Measured, Text, agreement, size
from allegedly.evaluation.comparison import STRICTNESS, Comparison, covering
from allegedly.evaluation.labelled import ROLES

ROLE_MEASURES = ("exact", "exact_raw", "partial", "any", "frag", "frag_raw")
TYPES = ("direct", "mixed", "indirect", "nocontent", "src_yes", "src_no")
RECALLS = ("found", "content", "soft", "loose")

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Tally:
    """`gold` and `predicted` things, the share of the predicted that is `right`, and of the gold that is `hit`."""

    gold: float = 0.0
    predicted: float = 0.0
    right: float = 0.0
    hit: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.gold + other.gold, self.predicted + other.predicted, self.right + other.right, self.hit + other.hit)

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 0 where nothing is predicted."""
        return ratio(self.right, self.predicted)

    @property
    def recall(self) -> float:
        """The share of the gold that is hit; 0 where there is none."""
        return ratio(self.hit, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return ratio(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one document or of many: `tallies` and plain `numbers`, by name."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    def tally(self, name: str) -> Tally:
        """The tally of this name, empty where nothing was counted."""
        return self.tallies.get(name, Tally())

    def number(self, name: str) -> int:
        """The number of this name, 0 where nothing was counted."""
        return self.numbers.get(name, 0)


def ratio(part: float, whole: float) -> float:
    """`part` of `whole`, 0 where there is no whole."""
    return part / whole if whole else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of the counts of several documents."""
    tallies: dict[str, Tally] = {}
    numbers: Counter[str] = Counter()
    for one in counts:
        for name, tally in one.tallies.items():
            tallies[name] = tallies.get(name, Tally()) + tally
        numbers.update(one.numbers)
    return Counts(tallies, dict(numbers))


def count(comparison: Comparison) -> Counts:
    """Everything that is counted in one document."""
    gold, found = comparison.gold, comparison.found
    tallies: dict[str, Tally] = {}
    for role in ROLES:
        tallies |= _role_tallies(role, gold, found)
    grades = comparison.grades.values()
    for how in STRICTNESS:
        right = sum(how in grade for grade in grades)
        tallies[f"attribution {how}"] = Tally(len(gold), len(found), right, right)
    tags, same = _token_tallies(comparison.text, gold, found)
    numbers = {"gold": len(gold), "predicted": len(found), "tokens": len(comparison.text.tokens), "tokens same": same}
    return Counts(tallies | tags, numbers | _source_numbers(comparison) | _type_numbers(comparison) | _direct_numbers(comparison))


def _role_tallies(role: str, gold: Iterable[Measured], found: Iterable[Measured]) -> dict[str, Tally]:
    """How the fillers of one role agree, by each of `ROLE_MEASURES`."""
    tallies = {}
    for name, sets in (("exact", "trimmed"), ("exact_raw", "raw")):
        ours = {getattr(one, sets)[role] for one in found} - {0}
        theirs = {getattr(one, sets)[role] for one in gold} - {0}
        tallies[name] = _shared(theirs, ours)
    ours, theirs = {one.trimmed[role] for one in found} - {0}, {one.trimmed[role] for one in gold} - {0}
    all_ours, all_theirs = _union(ours), _union(theirs)
    tallies["partial"] = Tally(
        len(theirs),
        len(ours),
        sum(size(one & all_theirs) / size(one) for one in ours),
        sum(size(one & all_ours) / size(one) for one in theirs),
    )
    touching, touched = sum(bool(one & all_theirs) for one in ours), sum(bool(one & all_ours) for one in theirs)
    tallies["any"] = Tally(len(theirs), len(ours), touching, touched)
    for name, marks in (("frag", False), ("frag_raw", True)):
        tallies[name] = _shared(
            {piece for one in gold for piece in one.fragments(role, marks)},
            {piece for one in found for piece in one.fragments(role, marks)},
        )
    return {f"role {role} {name}": tally for name, tally in tallies.items()}


def _shared(gold: Set[Thing], found: Set[Thing]) -> Tally:
    both = len(gold & found)
    return Tally(len(gold), len(found), both, both)


def _union(sets: Iterable[Characters]) -> Characters:
    every = 0
    for one in sets:
        every |= one
    return every


def _token_tallies(text: Text, gold: Iterable[Measured], found: Iterable[Measured]) -> tuple[dict[str, Tally], int]:
    """How the tokens' tags agree: by role, by any role (`micro`), in or out of a role (`inout`); and how many are equal."""
    theirs, ours = _tags(text, gold), _tags(text, found)
    paired = Counter(zip(theirs, ours, strict=True))
    tallies = {}
    for role in ROLES:
        right = paired[role, role]
        tallies[role] = Tally(theirs.count(role), ours.count(role), right, right)
    inside_theirs, inside_ours = len(theirs) - theirs.count(""), len(ours) - ours.count("")
    right = sum(paired[role, role] for role in ROLES)
    tallies["micro"] = Tally(inside_theirs, inside_ours, right, right)
    both = sum(number for (one, other), number in paired.items() if one and other)
    tallies["inout"] = Tally(inside_theirs, inside_ours, both, both)
    return {f"tokens {name}": tally for name, tally in tallies.items()}, right + paired["", ""]


def _tags(text: Text, attributions: Iterable[Measured]) -> list[str]:
    """The role of each token, empty for none; where roles overlap, the shorter span has it."""
    tags = [""] * len(text.tokens)
    fillers = [(size(one.raw[role]), role, one.raw[role]) for one in attributions for role in ROLES]
    for _, role, characters in sorted(fillers, key=lambda filler: -filler[0]):
        for number in text.tokens_in(characters):
            tags[number] = role
    return tags


def _source_numbers(comparison: Comparison) -> dict[str, int]:
    """Of the pairs whose content is right and whose gold has a source: how many sources are right, and share a word."""
    numbers = Counter[str]()
    for (i, j), grade in comparison.grades.items():
        found, gold = comparison.found[i], comparison.gold[j]
        if "content" in grade and gold.trimmed["source"]:
            numbers["source"] += 1
            numbers["source soft"] += agreement(found.trimmed["source"], gold.trimmed["source"]) >= 0.5
            numbers["source any"] += bool(found.words["source"] & gold.words["source"])
    return dict(numbers)


def _type_numbers(comparison: Comparison) -> dict[str, int]:
    """How many gold attributions there are of each type, and how many of them are found."""
    numbers = Counter[str]()
    for j, gold in enumerate(comparison.gold):
        grade = comparison.grade_of_gold.get(j, frozenset())
        manner = gold.manner if gold.trimmed["content"] else "nocontent"
        for name in (manner, "src_yes" if gold.trimmed["source"] else "src_no"):
            numbers[f"type {name}"] += 1
            for how in RECALLS:
                numbers[f"type {name} {how}"] += how in grade
    return dict(numbers)


def _direct_numbers(comparison: Comparison) -> dict[str, int]:
    """How the gold contents inside quotation marks fare, with and without their speakers."""
    gold = [one for one in comparison.gold if one.trimmed["content"]]
    found = [one for one in comparison.found if one.trimmed["content"]]
    direct_gold = [one for one in gold if one.manner == "direct"]
    direct_found = [one for one in found if one.manner == "direct"]
    numbers = Counter[str](
        {
            "direct gold": len(direct_gold),
            "direct predicted": len(direct_found),
            "direct hit": len(align(found, direct_gold, _soft_content, _content_agreement)),
            "direct right": len(align(direct_found, gold, _soft_content, _content_agreement)),
        }
    )
    for quote in direct_gold:
        best = covering(quote, found)
        numbers["direct covered"] += best is not None
        numbers["direct sourced"] += bool(quote.words["source"])
        if best is not None and quote.words["source"]:
            numbers["direct covered sourced"] += 1
            numbers["direct speaker"] += bool(best.words["source"] & quote.words["source"])
            numbers["direct speaker soft"] += agreement(best.trimmed["source"], quote.trimmed["source"]) >= 0.5
            numbers["direct speaker none"] += not best.words["source"]
    return dict(numbers)


def _soft_content(found: Measured, gold: Measured) -> bool:
    return _content_agreement(found, gold) >= 0.5


def _content_agreement(found: Measured, gold: Measured) -> float:
    return agreement(found.trimmed["content"], gold.trimmed["content"])
