"""The words that lower how surely something is said, and where a text has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.certainty_rules import CertaintyRules, load_certainty
from allegedly.characterise.data import string, strings, table, tables
from allegedly.characterise.kind import any_of, by_first_letter
from allegedly.languages import Language, Table
from allegedly.model import Certainty, Span

_WHICH = ("which ", "that ", "who ")
_CLAUSE = 60
"""Characters before a modal in which a word stands that makes it none."""
_I = re.compile(r"(?<= )i\b")
"""The pronoun inside a hedge, which is written large: "as far as I know"."""
_FOLLOWING = re.compile(r"\W*([\w’']+)")
_CLAUSE_OF = re.compile(r" [“‘\"']?([\w’']+)")


@dataclass(frozen=True, slots=True)
class HedgeRules:
    """`found` finds any hedge; `worth` gives what it is worth; `not_before`, `not_behind` and `not_after` what makes it none, the
    last but behind a `clause`; `ability` what makes a modal none, and so do the cues `shifted` of "could". `own` finds what the
    first person thinks, whose verbs are in `own_verbs`, but behind `own_never`. `beside`: adverbs of the author's about a saying.
    `cues`: what decides where no hedge does.
    """

    found: re.Pattern[str]
    worth: dict[str, Worth]
    not_before: dict[str, frozenset[str]]
    not_behind: dict[str, frozenset[str]]
    ability: dict[str, re.Pattern[str]]
    shifted: frozenset[str]
    own: re.Pattern[str]
    own_verbs: dict[str, OwnVerb]
    own_never: tuple[str, ...]
    beside: frozenset[str]
    not_after: re.Pattern[str]
    clause: re.Pattern[str]
    cues: CertaintyRules


@dataclass(frozen=True, slots=True)
class Worth:
    """What a hedge makes of a content, whose word it is, and where it counts less (see hedges.toml)."""

    certainty: Certainty
    whose: str
    weak: bool
    of_cue: bool
    act: bool
    brief: bool


@dataclass(frozen=True, slots=True)
class OwnVerb:
    """What a verb is worth whose subject is the first person, and which words after it make it no hedge, or one at all.

    `negated`: it is one only where it is negated.
    """

    worth: Worth
    never: frozenset[str]
    only: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that lowers certainty."""

    span: Span
    worth: Worth


def _worth(group: Table) -> Worth:
    weak, of_cue, act, brief = (flag in group for flag in ("weak", "of_cue", "act", "brief"))
    return Worth(Certainty(string(group, "certainty")), string(group, "whose"), weak, of_cue, act, brief)


def _own(data: Table) -> tuple[re.Pattern[str], dict[str, OwnVerb]]:
    """What finds a belief of the first person, and its verbs."""
    verbs = {
        word: OwnVerb(
            _worth(group),
            frozenset(strings(group, "never") if "never" in group else ()),
            frozenset(strings(group, "only") if "only" in group else ()),
            "negated" in group,
        )
        for group in tables(data, "verbs")
        for word in strings(group, "words")
    }
    between, negations, unable, adverbs, gap = (
        "|".join(re.escape(word) for word in strings(data, key)) for key in ("between", "negations", "unable", "adverbs", "gap")
    )
    listed = "|".join(re.escape(word) for word in sorted(verbs, key=len, reverse=True))
    return (
        re.compile(
            rf"{by_first_letter(strings(data, 'pronouns'))}"
            rf"(?: ?(?:(?P<unable>{unable})|(?P<not>{negations})|{between}|{adverbs})(?!\w)){{0,3}}"
            rf" (?P<verb>{listed})(?![\w’'])(?P<gap> (?:{gap})\b)?"
        ),
        verbs,
    )


def _ability(data: Table) -> dict[str, re.Pattern[str]]:
    """What stands before a modal that is no hedge, by the modal."""
    asked, able, at_once = ("|".join(re.escape(word) for word in strings(data, key)) for key in ("modal", "could", "at_once"))
    whether = rf"\b(?:{asked}) (?:[\w’'.,-]+ ){{1,6}}\Z"
    could = rf"\b(?:(?:{able}) (?:[\w’'-]+ ){{0,4}}|(?:{at_once}) )\Z"
    return {
        word: re.compile(rf"{whether}|{could}" if word == "could" else whether, re.IGNORECASE) for word in strings(data, "modals")
    }


@cache
def load_hedges(language: Language) -> HedgeRules:
    """The hedges of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("hedges")
    own, own_verbs = _own(table(data, "own"))
    worth = {
        word: _worth(group)
        for group in (*tables(data, "hedges"), *tables(data, "alone"))
        if "versions" not in group
        for word in strings(group, "words")
        if not own.fullmatch(word)
    }
    stops, rates = table(data, "not_before"), table(data, "not_behind")
    before, between, held = (
        "|".join(re.escape(word) for word in strings(table(data, "not_after"), key)) for key in ("words", "between", "held")
    )
    return HedgeRules(
        re.compile(by_first_letter(tuple(_I.sub("I", word) for word in worth))),
        worth,
        {word: frozenset(strings(stops, word)) for word in stops},
        {word: frozenset(strings(rates, word)) for word in rates},
        _ability(table(data, "ability")),
        frozenset(strings(table(data, "ability"), "shifted")),
        own,
        own_verbs,
        tuple(f" {word} " for word in strings(table(data, "own"), "not_behind")),
        frozenset(strings(table(data, "beside"), "words")),
        re.compile(
            rf"\b(?:(?:who|which|whom)(?: \w+){{1,3}} (?:{held})"
            rf"|(?:{before})(?: (?!(?:and|or|but) )\w+)?(?: (?:{between})(?: \w+)?)?) \Z",
            re.IGNORECASE,
        ),
        any_of(strings(table(data, "not_after"), "unless")),
        load_certainty(language),
    )


def find_hedges(text: str, rules: HedgeRules) -> tuple[Hedge, ...]:
    """Every hedge of a text, in order. A modal in capitals is a month or a name, but for one that opens a sentence."""
    found = list(_beliefs(text, rules))
    taken = {place for hedge in found for place in range(hedge.span.start, hedge.span.end)}
    for match in rules.found.finditer(text):
        words = match.group()
        lower = words.lower()
        if match.start() in taken:
            continue
        stops = rules.not_before.get(lower)
        if stops is not None:
            following = _FOLLOWING.match(text, match.end(), match.end() + 30)
            if (following and following.group(1).lower() in stops) or (words[0].isupper() and lower in ("may", "might")):
                continue
            if "" in stops and text[match.end() : match.end() + 1] not in (" ", ""):
                continue
        able = rules.ability.get(lower)
        if able is not None and able.search(text, max(0, match.start() - _CLAUSE), match.start()):
            continue
        rates = rules.not_behind.get(lower)
        if (
            rates is not None
            and text[max(0, match.start() - 24) : match.start()].lower().rstrip(", ").rpartition(" ")[2] in rates
        ):
            continue
        found.append(Hedge(Span(match.start(), match.end()), rules.worth[lower]))
    return tuple(sorted(found, key=lambda hedge: hedge.span))


def _beliefs(text: str, rules: HedgeRules) -> Iterator[Hedge]:
    """What the first person thinks, has heard or does not know."""
    for match in rules.own.finditer(text):
        verb = rules.own_verbs[match["verb"]]
        denied = match["not"] is not None or match["unable"] is not None
        if (verb.negated and (not denied or "did" in match.group())) or (match["unable"] is not None and not verb.negated):
            continue
        if (match["gap"] and not text.endswith(_WHICH, 0, match.start())) or text.endswith(rules.own_never, 0, match.start()):
            continue
        if denied and verb.worth.certainty is Certainty.POSSIBLE:
            continue
        end = match.end("verb")
        led = verb.only or match["verb"].endswith(" that")
        following = (_CLAUSE_OF if led else _FOLLOWING).match(text, end, end + 30)
        if led and following is None:
            continue
        follows = following.group(1).lower() if following else ""
        if follows not in verb.never and (not verb.only or follows in verb.only):
            yield Hedge(Span(match.start(), end), verb.worth)


class HedgeIndex:
    """The hedges of an article, found by place."""

    def __init__(self, hedges: Sequence[Hedge]) -> None:
        self._hedges = hedges
        self._starts = [hedge.span.start for hedge in hedges]

    def within(self, span: Span) -> Sequence[Hedge]:
        """The hedges that begin in `span`."""
        return self._hedges[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
