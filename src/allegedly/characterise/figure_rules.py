"""What numbers, their bounds and what befalls those counted look like in a language."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import numbers, string, strings, table
from allegedly.characterise.kind import any_of, by_first_letter
from allegedly.errors import LanguageError
from allegedly.languages import Language, Table

_UNITS = ("percent", "money", "weight", "time", "measures", "never")
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class FigureRules:
    """`any_number` tells quickly whether there is one; `found` finds it with bound and unit; the rest says what these mean.

    `suffered` are words of harm that befalls whoever stands before them. `change` are verbs that make "from 12 to 15" two
    numbers, `tally` leads to the number of those counted before it, `single` is one human being: "at least one nurse".

    `priced` are words beside which pounds are money, `won` those beside which `seats` are no people. Who is `freed` (before the
    number) or told to be so (`freeing`, behind it) is no longer held. `sure` stands behind a "100 percent" that only stresses,
    `pairs` are words for about two, `part_of` stands between a number and the noun of the whole: "12 of the 20 ferries".
    """

    any_number: re.Pattern[str]
    found: re.Pattern[str]
    words: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    bounds: Mapping[str, str]
    units: Mapping[str, str]
    harm: tuple[tuple[str, re.Pattern[str]], ...]
    never_after: re.Pattern[str]
    never_before: re.Pattern[str]
    unharmed: frozenset[str]
    suffered: frozenset[str]
    after: Mapping[str, str]
    behind: re.Pattern[str]
    when_after: re.Pattern[str]
    when_before: re.Pattern[str]
    people: frozenset[str]
    people_endings: tuple[str, ...]
    change: re.Pattern[str]
    tally: re.Pattern[str]
    single: re.Pattern[str]
    priced: re.Pattern[str]
    seats: frozenset[str]
    won: re.Pattern[str]
    freed: re.Pattern[str]
    freeing: re.Pattern[str]
    sure: re.Pattern[str]
    pairs: frozenset[str]
    part_of: re.Pattern[str]


@cache
def load_figures(language: Language) -> FigureRules:
    """The numbers of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("figures")
    words, scales = numbers(data, "numbers"), numbers(data, "scales")
    bounds, units, harm = table(data, "bounds"), table(data, "units"), table(data, "harm")
    vague = {word: _pair(value) for word, value in table(data, "vague").items()}
    vague |= dict.fromkeys(strings(table(data, "unknown"), "words"), (0.0, math.inf))
    tens = _either([word for word, value in words.items() if value >= 20])
    simple = rf"(?:(?:{tens})(?:-(?:{_either(list(words))}))?|{_either(list(words))})"
    scale = rf"(?:[ \-\u00a0]?(?:{_either(list(scales))}))?"
    number = rf"(?:(?:{_DIGITS})(?![.:]?\d)|\b{simple})(?:(?:[ -]and[ -]a[ -]half)(?= (?:{_either(list(scales))})\b))?{scale}\b"
    symbols = re.escape(string(units, "symbols"))
    after = [word for key in _UNITS for word in strings(units, key)]
    behind, people = table(data, "bounds_after"), table(data, "people")
    bounded, start = rf"(?:(?:{_either(list(bounds))}) )", rf"(?:\b(?:{_either(list(vague))})\b|{number})"
    meant = {word.lower(): key for key in _UNITS for word in strings(units, key)}
    return FigureRules(
        re.compile(rf"[\d{symbols}]|" + by_first_letter((*words, *vague))),
        _found(_either(list(bounds)), bounded, start, number, simple, symbols, _either(after), _either(list(vague))),
        words,
        scales,
        vague,
        {word: string(bounds, word) for word in bounds},
        meant,
        tuple((key, any_of(strings(harm, key))) for key in harm),
        re.compile(rf"(?:\b(?:{_either(list(strings(data, 'never_after')))})\.? |[:/.])$"),
        re.compile(rf"[ \u00a0](?:{_either(list(strings(data, 'never_before')))})\b(?! (?:[a-z]+ed|people)\b)"),
        frozenset(strings(table(data, "unharmed"), "words")),
        frozenset(strings(table(data, "suffered"), "words")),
        {word: string(behind, word) for word in behind},
        re.compile(rf" (?P<bound>{_either(list(behind))})\b"),
        re.compile(rf"(?:-| ?(?:{_either(list(strings(units, 'time_after')))})\b)"),
        re.compile(rf"\b(?:{_either(list(strings(units, 'time_before')))}) (?:the )?$", re.IGNORECASE),
        frozenset(strings(people, "words")),
        strings(people, "endings"),
        any_of(strings(table(data, "change"), "words")),
        _tally(table(data, "tally")),
        re.compile(rf" (?:[\w’'-]+ ){{0,3}}?(?P<who>{_either(list(strings(people, 'one')))})(?![\w-])"),
        any_of(strings(table(data, "pounds"), "priced")),
        frozenset(strings(table(data, "won"), "seats")),
        any_of(strings(table(data, "won"), "words")),
        *_freed(table(data, "freed")),
        re.compile(rf" (?:{_either(list(strings(table(data, 'sure'), 'words')))})\b"),
        frozenset(strings(table(data, "pairs"), "words")),
        re.compile(rf" of (?:(?:the|its|their|his|her|our|those|these) )?{bounded}?{number}(?= )"),
    )


def _found(
    bounds: str, bounded: str, start: str, number: str, simple: str, symbols: str, units: str, vague: str
) -> re.Pattern[str]:
    """A number with its bound, the other end of its range, and its unit."""
    return re.compile(
        rf"(?<![\w.,$])(?:(?P<bound>{bounds}) )?"
        rf"(?:(?P<between>between {bounded}?[{symbols}]?(?P<from>{start})(?:[ -]?(?:{units}))? and {bounded}?"
        rf"|(?P<dash>(?:(?:anywhere )?(?P<origin>from) {bounded}?)?[{symbols}]?(?P<from2>{start})"
        rf"(?: (?:percent|per cent)|%)?"
        rf"(?: (?:up )?to {bounded}?(?=[\d{symbols}]|\b(?:{simple})\b)|[–-](?=[\d{symbols}])))))?"
        rf"(?P<symbol>[{symbols}])?(?:(?P<vague>\b(?:{vague})\b)|(?P<number>{number}))"
        rf"(?:[ \u00a0\-]?(?P<unit>{units})(?!\w))?",
        re.IGNORECASE,
    )


def _freed(data: Table) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of freeing before those whom it befalls ("freed all 12"), and behind them ("were released")."""
    words = _either(list(strings(data, "words")))
    between = r"(?: (?:all|the|of|its|their|another|more than|at least|nearly|some|about|over))*"
    return (
        re.compile(rf"\b(?:{words}){between} $", re.IGNORECASE),
        re.compile(rf"\b(?:is|are|was|were|been|be|being|got) (?:[a-z]+ly )?(?:{words})\b"),
    )


def _tally(data: Table) -> re.Pattern[str]:
    """The words that lead to a number of those counted before: "the death toll rose to"."""
    verbs = _either(list(strings(data, "verbs")))
    return re.compile(
        rf"\b(?:{_either(list(strings(data, 'nouns')))})\b(?: of (?P<counted>[a-z][\w-]*(?: [\w-]+){{0,3}}?))?"
        rf"(?: (?:has|had|have|may|could|would|will))?(?: [a-z-]+){{0,3}}? (?:{verbs})(?: (?:at|to|by))?(?: (?:the|a))? $"
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _pair(value: object) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(end, int | float) for end in value):
        raise LanguageError(f"expected the two ends of a vague number, found {value!r}")
    return float(value[0]), float(value[1])
