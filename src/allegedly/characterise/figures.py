"""The numbers that a statement gives, how they are bounded, and what they count."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import numbers, string, strings, table
from allegedly.characterise.kind import any_of, by_first_letter
from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.model import Attribution, Figure, Segments, Span

_COUNTED = re.compile(
    r"[ \u00a0](?:of )?(?:the )?"
    r"((?:(?!(?:in|to|for|and|or|the|a|an|on|at|by|from|that|who|is|are|was|were|as|with|per|of|than|out|had|have|been|be|will|would|he|she|they|we)\b)"
    r"[“\"‘']?[^\W\d_][^\W\d_'’\-]*[”\"]? ){0,2}?"
    r"(?!(?:his|its|this|was|is|has|does|as|us|plus|less|across|unless|always|perhaps|when|then|than|often|even|between"
    r"|been|seen|taken|given|chosen|written|broken|open)\b)"
    r"(?:[a-zà-ÿ'’\-]*[a-zà-ÿ](?:s|ren|eople|en)|[^\W\d_a-z][a-z]+(?:ans|crats|ists|eers)))\b"
)
_BARE = re.compile(r" (?:were|are|have|had|of (?:whom|them|those|these)|more (?:were|are|have))\b")
"""Behind a number whose noun was named before."""
_BREAK_AFTER = re.compile(
    r"[,;.]\s| and \d| and (?:[a-z]+ )?others| (?:but|while|whereas|although|when|where|before|after) | and no "
)
_BREAK_BEFORE = re.compile(r"[,;.]\s| (?:but|while|whereas|although) ")
_DIRECTLY = re.compile(r" (?:(?:of|to) )?(?:the )?")
"""Between a word of harm and the number of those whom it befalls: "killing two and wounding five"."""
_AGENT = re.compile(r"\bby (?:a (?:group|gang|band|mob) of )?(?:the )?$")
_SHARE = re.compile(r" (?:in|out of) (?:every )?(\d+|ten|three|four|five)\b")
_SHARED = re.compile(r"\b(?:\d+|[a-z]+) (?:in|out of) (?:every )?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_COUNTED_BY = re.compile(r" (?:[a-z]+ )?(?!(?:as|is|was|has|its|his|this|us)\b)[a-z]+(?:s|ople|ren)\b")
"""A plural right behind: "2000 homes" counts homes, "2000 was" is a year."""
_PART = re.compile(r"[:/]\d|(?:st|nd|rd|th)\b|-\w|-? ?(?:years?|months?|weeks?)[ -]+old\b| (?:GMT|UTC|hours? (?:GMT|local))\b")
_WHEN = re.compile(r" (?:ago|later|earlier)\b")
"""Behind a span of time that tells when, whatever bounds it."""
_PARTED = re.compile(r"\w[-\u2010\u2011]$")
_INSERTED = re.compile(r", (?:including|among them|most of them|some of them|all of them|mostly) [^,.;]*,")
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class FigureRules:
    """`any_number` tells quickly whether there is one; `found` finds it with bound and unit; the rest says what these mean."""

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
    after: Mapping[str, str]
    behind: re.Pattern[str]
    when_after: re.Pattern[str]
    when_before: re.Pattern[str]
    people: frozenset[str]
    people_endings: tuple[str, ...]


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
    number = rf"(?:{_DIGITS}|\b{simple}){scale}\b"
    symbols = re.escape(string(units, "symbols"))
    after = [word for key in ("percent", "money", "time", "measures", "never") for word in strings(units, key)]
    behind, people = table(data, "bounds_after"), table(data, "people")
    found = re.compile(
        rf"(?<![\w.,$])(?:(?P<bound>{_either(list(bounds))}) )?"
        rf"(?:(?P<between>[Bb]etween [{symbols}]?(?P<from>{number}) and "
        rf"|(?P<dash>[{symbols}]?(?P<from2>{number})(?: to (?=[\d{symbols}]|\b(?:{simple})\b)|[–-](?=[\d{symbols}])))))?"
        rf"(?P<symbol>[{symbols}])?(?:(?P<vague>\b(?:{_either(list(vague))})\b)|(?P<number>{number}))"
        rf"(?:[ \u00a0\-]?(?P<unit>{_either(after)})(?!\w))?",
        re.IGNORECASE,
    )
    meant = {word.lower(): key for key in ("percent", "money", "time", "measures", "never") for word in strings(units, key)}
    return FigureRules(
        re.compile(rf"[\d{symbols}]|" + by_first_letter((*words, *vague))),
        found,
        words,
        scales,
        vague,
        {word: string(bounds, word) for word in bounds},
        meant,
        tuple((key, any_of(strings(harm, key))) for key in harm),
        re.compile(rf"(?:\b(?:{_either(list(strings(data, 'never_after')))})\.? |[:/.])$"),
        re.compile(rf"[ \u00a0](?:{_either(list(strings(data, 'never_before')))})\b(?! (?:[a-z]+ed|people)\b)"),
        frozenset(strings(table(data, "unharmed"), "words")),
        {word: string(behind, word) for word in behind},
        re.compile(rf" (?P<bound>{_either(list(behind))})\b"),
        re.compile(rf"(?:-| ?(?:{_either(list(strings(units, 'time_after')))})\b)"),
        re.compile(rf"\b(?:{_either(list(strings(units, 'time_before')))}) (?:the )?$", re.IGNORECASE),
        frozenset(strings(people, "words")),
        strings(people, "endings"),
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _pair(value: object) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(end, int | float) for end in value):
        raise LanguageError(f"expected the two ends of a vague number, found {value!r}")
    return float(value[0]), float(value[1])


def find_figures(text: str, segments: Segments, attribution: Attribution, rules: FigureRules) -> tuple[Figure, ...]:
    """The figures of the content, in order. Years, ages, clock times and the word "one" are none."""
    found: list[Figure] = []
    for span in attribution.content:
        if rules.any_number.search(text, span.start, span.end) is None:
            continue
        for match in rules.found.finditer(text, span.start, span.end):
            figure = _figure(text, match, span, segments, rules)
            if figure is not None:
                found.append(figure)
    return tuple(found)


def _figure(text: str, match: re.Match[str], span: Span, segments: Segments, rules: FigureRules) -> Figure | None:
    unit = rules.units.get((match["unit"] or "").lower())
    if unit == "never" or (unit == "time" and _tells_when(text, match, rules)) or not _is_count(text, match, rules):
        return None
    bound = rules.bounds.get((match["bound"] or "").lower(), "exactly")
    share = _SHARE.match(text, match.end(), span.end) if match["number"] and not match["unit"] else None
    if share is not None:
        part = _value(match["number"], rules) / (_value(share.group(1), rules) or 1.0)
        ends, bound = _ends(None, round(100 * part, 2), bound)
        return Figure(*ends, bound, _counted(text, share.end(), span)[0], "percent", (Span(match.start(), share.end()),))
    category = "money" if match["symbol"] or unit == "money" else "percent" if unit == "percent" else None
    if match["vague"]:
        low, high = rules.vague[match["vague"].lower()]
        if high < 1:
            ends, bound = _ends(None, round(100 * low, 2), bound)
            category = "percent"
        elif low == high:
            ends, bound = _ends(None, low, bound)
        else:
            ends, bound = (low or None, None), "several"
    else:
        value, start = _value(match["number"], rules), match["from"] or match["from2"]
        opening = _value(start, rules) if start else None
        if opening is not None and opening > value:
            return None
        ends, bound = _ends(opening, value, bound)
    end = match.end()
    later = rules.behind.match(text, end, span.end)
    if later is not None and bound == "exactly":
        ends, bound = _ends(None, ends[0] or 0.0, rules.after[later["bound"].lower()])
        end = later.end()
    counted, end = _what(text, match, end, span, category, unit)
    if category is None and unit is None and (counted or "").rpartition(" ")[2].lower() not in rules.unharmed:
        category = _harm(text, match, span, end, rules)
    if category is None and counted is None and not _stands_alone(text, match, span):
        return None
    return Figure(*ends, bound, counted, category or _sort(counted, rules), (Span(match.start(), end),))


def _what(
    text: str, match: re.Match[str], end: int, span: Span, category: str | None, unit: str | None
) -> tuple[str | None, int]:
    """What is counted, and where it ends: the noun behind the number, or the measure itself."""
    if unit in ("time", "measures"):
        return match["unit"], end
    if match["unit"] or category == "money":
        return None, end
    return _counted(text, end, span)


def _sort(counted: str | None, rules: FigureRules) -> str:
    """Whether people are counted, or anything else."""
    last = (counted or "").rpartition(" ")[2]
    return "people" if last.lower() in rules.people or last.endswith(rules.people_endings) else "other"


def _stands_alone(text: str, match: re.Match[str], span: Span) -> bool:
    """Whether a number without a noun counts something named before: "three were hurt", "a figure of 872,025"."""
    if not match["number"]:
        return False
    return "," in match["number"] or _BARE.match(text, match.end(), span.end) is not None


def _tells_when(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a span of time says when ("two years ago") and not how long."""
    if _WHEN.match(text, match.end()):
        return True
    if match["bound"] or match["from"] or match["from2"]:
        return False
    if rules.when_after.match(text, match.end()) or match.group().endswith("-" + match["unit"]):
        return True
    return rules.when_before.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _is_count(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a number counts something, and is no year, date, clock time, ordinal or part of a name."""
    if match["symbol"] or match["unit"] or match["bound"] or match["vague"]:
        return True
    words = match["number"].lower()
    if words in ("one", "zero"):
        return False
    if _YEAR.fullmatch(words):
        return _COUNTED_BY.match(text, match.end()) is not None
    if (
        rules.never_before.match(text, match.end())
        or _PART.match(text, match.end())
        or _SHARED.search(text[max(0, match.start() - 24) : match.start()])
    ):
        return False
    return rules.never_after.search(text[max(0, match.start() - 12) : match.start()]) is None


def _value(words: str, rules: FigureRules) -> float:
    total = 0.0
    for part in re.findall(r"[\d.,]+|[^\W\d_]+", words.lower()):
        if part[0].isdigit():
            total += float(part.replace(",", "").rstrip("."))
        elif part in rules.scales:
            total = (total or 1.0) * rules.scales[part]
        else:
            total += rules.words.get(part, 0.0)
    return round(total, 4)


def _ends(opening: float | None, value: float, bound: str) -> tuple[tuple[float | None, float | None], str]:
    """The two ends of a number, open where its bound leaves them so, and the bound."""
    if opening is not None:
        return (opening, value), "between"
    if bound in ("at least", "over"):
        return (value, None), bound
    if bound in ("up to", "under"):
        return (None, value), bound
    return (value, value), bound


def _counted(text: str, at: int, span: Span) -> tuple[str | None, int]:
    """What is counted, and where it ends: the plural noun within three words behind the number, which ends at `at`."""
    found = _COUNTED.match(text, at, span.end)
    return (None, at) if found is None else (found.group(1), found.end())


def _harm(text: str, match: re.Match[str], span: Span, end: int, rules: FigureRules) -> str | None:
    """What befalls those counted: the nearest word of harm in the same clause, one behind the number before one in front.

    Nothing befalls those by whom it is done.
    """
    following = _INSERTED.sub("", text[end : min(span.end, end + 120)], count=1)[:60]
    after = _BREAK_AFTER.split(following, maxsplit=1)[0]
    for category, pattern in rules.harm:
        if pattern.search(match.string, match.end(), end):
            return category
    before = _BREAK_BEFORE.split(text[max(span.start, match.start() - 40) : match.start()])[-1]
    if _AGENT.search(before):
        return None
    hits = [(hit.end(), category) for category, pattern in rules.harm for hit in pattern.finditer(before)]
    if hits and _DIRECTLY.fullmatch(before, max(hits)[0]):
        return max(hits)[1]
    nearest = sorted((hit.start(), category) for category, pattern in rules.harm if (hit := pattern.search(after)) is not None)
    if nearest:
        return nearest[0][1]
    return max(hits)[1] if hits else None
