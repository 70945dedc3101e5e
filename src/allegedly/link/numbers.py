"""The numbers of a sentence with their bounds, whatever they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.model import Span

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_DIGIT, _LETTERS = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
_SYMBOLS = "$€£¥₹"
_NEXT = re.compile(r"[ \u00a0](?:of (?:the |all )?)?([^\W\d_][\w’'\-]*)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a text bounds it: from `low` to `high` (`None`: open); `unit`: a symbol, "%", or the word behind it."""

    low: float | None
    high: float | None
    bound: str
    unit: str
    span: Span

    def excludes(self, other: Number) -> bool:
        """Whether no value lies within the bounds of both.

        An approximate number reaches a tenth to either side.
        """
        return _apart(self, other) or _apart(other, self)

    @property
    def value(self) -> float:
        """The number itself, its upper one where there are two."""
        value = self.high if self.high is not None else self.low
        assert value is not None  # one end is always closed
        return value


def _apart(lower: Number, upper: Number) -> bool:
    """Whether `lower` ends before `upper` begins."""
    if lower.high is None or upper.low is None:
        return False
    high = lower.high * (1.1 if lower.bound == "about" else 1.0)
    low = upper.low * (0.9 if upper.bound == "about" else 1.0)
    return high < low or (high == low and (lower.bound == "under" or upper.bound == "over"))


@dataclass(frozen=True, slots=True)
class NumberRules:
    """`found` finds a number with its bound; the other fields say what the words mean.

    `vocabulary`: the longest part of each number in words, so that most sentences without one are known by their words.
    """

    found: re.Pattern[str]
    words: dict[str, float]
    scales: dict[str, float]
    shares: dict[str, float]
    bounds: dict[str, str]
    percent: frozenset[str]
    months: frozenset[str]
    ages: frozenset[str]
    vocabulary: frozenset[str]


def _floats(language: Language, key: str) -> dict[str, float]:
    table = language.table("figures").get(key)
    if not isinstance(table, dict):
        raise LanguageError(f"languages/{language.code}/figures.toml: {key} is to be a table, found {table!r:.60}")
    return {word: float(value) for word, value in table.items() if isinstance(value, int | float)}


@cache
def load_numbers(language: Language) -> NumberRules:
    """The numbers of a language, by `figures.toml`. Raises `LanguageError` where its data is malformed."""
    data = language.table("figures")
    words, scales = _floats(language, "numbers"), _floats(language, "scales")
    vague, bounds, units = data.get("vague"), data.get("bounds"), data.get("units")
    if not isinstance(vague, dict) or not isinstance(bounds, dict) or not isinstance(units, dict):
        raise LanguageError(f"languages/{language.code}/figures.toml: expected the tables vague, bounds and units")
    shares = {word: ends[0] for word, listed in vague.items() if (ends := _share(listed))}
    del words["one"], words["zero"]
    tens = _either([word for word, value in words.items() if value >= 20])
    simple = rf"(?:(?:{tens})-(?:one|{_either(list(words))})|{_either(list(words))})"
    scale = rf"(?:[ \-\u00a0]?(?:{_either(list(scales))})\b)?"
    number = rf"(?:(?:{_DIGITS}){scale}(?![\w:])|\b{simple}\b{scale})"
    found = re.compile(
        rf"(?<![\w.,:/\-])(?:(?P<bound>{_either([*bounds, 'between'])}) )?(?P<symbol>[{_SYMBOLS}])?"
        rf"(?:(?P<share>\b(?:{_either(list(shares))})\b)"
        rf"|(?P<first>{number})(?:(?: (?:to|and) |[–-])(?P<second>{number}))?)(?P<percent>%)?",
        re.IGNORECASE,
    )
    percent = units.get("percent")
    never = units.get("never")
    return NumberRules(
        found,
        words | {"one": 1.0},
        scales,
        shares,
        {word: str(bound) for word, bound in bounds.items()},
        frozenset(str(word) for word in percent) if isinstance(percent, list) else frozenset(),
        language.words("links", "months"),
        frozenset(str(word) for word in never) if isinstance(never, list) else frozenset(),
        frozenset(max(_LETTERS.findall(word), key=len) for word in (*words, *shares, "one")),
    )


def _share(ends: object) -> tuple[float, ...]:
    """The share that a vague number is ("half"), alone in a tuple; empty where it is a range."""
    if isinstance(ends, list) and len(ends) == 2 and ends[0] == ends[1] and isinstance(ends[0], float):
        return (ends[0],)
    return ()


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def find_numbers(text: str, span: Span, language: Language) -> tuple[Number, ...]:
    """The numbers inside `span` in order. Dates, years, clock times and the word "one" are left out.

    >>> from allegedly.languages import load_language
    >>> text = "At least 12 people died on Nov 20, and 40 to 50 were hurt."
    >>> [(found.low, found.high, found.unit) for found in find_numbers(text, Span(0, len(text)), load_language("en"))]
    [(12.0, None, 'people'), (40.0, 50.0, 'were')]
    """
    rules = load_numbers(language)
    told = span.of(text).lower()
    if not _DIGIT.search(told) and rules.vocabulary.isdisjoint(_LETTERS.findall(told)):
        return ()
    found = [_number(text, match, span, rules) for match in rules.found.finditer(text, span.start, span.end)]
    return tuple(number for number in found if number is not None)


def _number(text: str, match: re.Match[str], span: Span, rules: NumberRules) -> Number | None:
    before = re.findall(r"[^\W\d_]+", text[max(span.start, match.start() - 12) : match.start()])
    next_word = _NEXT.match(text, match.end(), span.end)
    unit = next_word.group(1).lower() if next_word else ""
    if _is_date(match, before, unit, rules) or unit.strip(".") in rules.ages or text[match.end() : match.end() + 1] == "-":
        return None
    bound = rules.bounds.get((match["bound"] or "").lower(), "exactly")
    if match["symbol"]:
        unit = match["symbol"]
    if match["percent"] or unit in rules.percent:
        unit = "%"
    if match["share"]:
        return _bounded(None, rules.shares[match["share"].lower()] * 100.0, bound, "%", match)
    first = _value(match["first"], rules)
    if not match["second"]:
        return _bounded(None, first, bound, unit, match)
    second = _value(match["second"], rules)
    return _bounded(first, second, "between", unit, match) if first < second else None


def _is_date(match: re.Match[str], before: list[str], unit: str, rules: NumberRules) -> bool:
    if match["share"] or match["symbol"] or match["percent"]:
        return False
    if (before and before[-1].lower() in rules.months) or unit.strip(".") in rules.months:
        return True
    year = re.fullmatch(r"(?:1[89]|20)\d\d", match["first"]) is not None
    return year and not match["bound"] and not unit.endswith("s")


def _bounded(first: float | None, value: float, bound: str, unit: str, match: re.Match[str]) -> Number:
    span = Span(match.start(), match.end())
    if first is not None:
        return Number(first, value, "between", unit, span)
    if bound in ("at least", "over"):
        return Number(value, None, bound, unit, span)
    if bound in ("up to", "under"):
        return Number(None, value, bound, unit, span)
    return Number(value, value, bound, unit, span)


def _value(words: str, rules: NumberRules) -> float:
    total = 0.0
    for part in re.findall(r"[\d.,]+|[^\W\d_]+", words.lower()):
        if part[0].isdigit():
            total += float(part.replace(",", "").rstrip("."))
        elif part in rules.scales:
            total = (total or 1.0) * rules.scales[part]
        else:
            total += rules.words.get(part, 0.0)
    return total
