"""The words that lower how surely something is said, and where a text has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import string, strings, table, tables
from allegedly.characterise.kind import any_of, by_first_letter
from allegedly.languages import Language
from allegedly.model import Certainty, Kind, Span


@dataclass(frozen=True, slots=True)
class HedgeRules:
    """`found` finds any hedge; `worth` gives what it is worth; `not_before`, `not_behind` and `not_after` what makes it none, the
    last but behind a `clause`.

    `hearsay` finds documents and people that stand for nobody in particular ("reports", "sources"). `kinds`: how sure a kind is
    by itself. `target`: kinds whose bare target asserts nothing, where none of `predicate` follows. `about` opens what a feeling
    is about; `wishes` make a wish of an opinion.
    """

    found: re.Pattern[str]
    worth: dict[str, Worth]
    not_before: dict[str, frozenset[str]]
    not_behind: dict[str, frozenset[str]]
    not_after: re.Pattern[str]
    clause: re.Pattern[str]
    hearsay: re.Pattern[str]
    kinds: dict[Kind, Certainty]
    target: frozenset[Kind]
    predicate: re.Pattern[str]
    about: tuple[str, ...]
    wishes: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a hedge makes of a content, whose word it is, and where it counts less (see hedges.toml)."""

    certainty: Certainty
    whose: str
    weak: bool
    of_cue: bool


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that lowers certainty."""

    span: Span
    worth: Worth


@cache
def load_hedges(language: Language) -> HedgeRules:
    """The hedges of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("hedges")
    worth = {
        word: Worth(Certainty(string(group, "certainty")), string(group, "whose"), "weak" in group, "of_cue" in group)
        for group in tables(data, "hedges")
        for word in strings(group, "words")
    }
    stops, kinds, target = table(data, "not_before"), table(data, "kinds"), table(data, "target")
    reports = strings(language.table("sources"), "hearsay")
    before, between, held = (
        "|".join(re.escape(word) for word in strings(table(data, "not_after"), key)) for key in ("words", "between", "held")
    )
    rates = table(data, "not_behind")
    return HedgeRules(
        re.compile(by_first_letter(tuple(worth))),
        worth,
        {word: frozenset(strings(stops, word)) for word in stops},
        {word: frozenset(strings(rates, word)) for word in rates},
        re.compile(
            rf"\b(?:(?:who|which|whom)(?: \w+){{1,3}} (?:{held})|(?:{before})(?: \w+)?(?: (?:{between})(?: \w+)?)?) \Z",
            re.IGNORECASE,
        ),
        any_of(strings(table(data, "not_after"), "unless")),
        any_of((*reports, *(word + "s" for word in reports), *strings(table(data, "hearsay"), "sources"))),
        {Kind(key): Certainty(string(kinds, key)) for key in kinds},
        frozenset(Kind(kind) for kind in strings(target, "kinds")),
        any_of(strings(target, "predicate")),
        tuple(word + " " for word in strings(target, "about")),
        any_of(strings(target, "wishes")),
    )


def find_hedges(text: str, rules: HedgeRules) -> tuple[Hedge, ...]:
    """Every hedge of a text, in order. A modal in capitals is a month or a name, but for one that opens a sentence."""
    found: list[Hedge] = []
    for match in rules.found.finditer(text):
        words = match.group()
        lower = words.lower()
        stops = rules.not_before.get(lower)
        if stops is not None:
            following = re.match(r"\W*([\w’']+)", text[match.end() : match.end() + 30])
            if (following and following.group(1).lower() in stops) or (words[0].isupper() and lower in ("may", "might")):
                continue
        rates = rules.not_behind.get(lower)
        if (
            rates is not None
            and text[max(0, match.start() - 24) : match.start()].lower().rstrip(", ").rpartition(" ")[2] in rates
        ):
            continue
        found.append(Hedge(Span(match.start(), match.end()), rules.worth[lower]))
    return tuple(found)


class HedgeIndex:
    """The hedges of an article, found by place."""

    def __init__(self, hedges: Sequence[Hedge]) -> None:
        self._hedges = hedges
        self._starts = [hedge.span.start for hedge in hedges]

    def within(self, span: Span) -> Sequence[Hedge]:
        """The hedges that begin in `span`."""
        return self._hedges[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
