"""The numbers that a statement gives, how they are bounded, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from allegedly.characterise.figure_counted import (
    BREAK_AFTER,
    ONE_AND,
    counted_behind,
    harm_of,
    is_one,
    one_counted,
    sort_of,
    weighs,
    what_is_counted,
)
from allegedly.characterise.figure_rules import FigureRules
from allegedly.model import Attribution, Figure, Segments, Span

_BARE = re.compile(r" (?:were|are|have|had|of (?:whom|them|those|these)|more (?:were|are|have))\b")
"""Behind a number whose noun was named before."""
_SHARE = re.compile(r" (?:in|out of) (?:every )?(\d+|ten|three|four|five)\b")
_SHARED = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out of) (?:every )?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_COUNTED_BY = re.compile(r" (?:[a-z]+ )?(?!(?:as|is|was|has|its|his|this|us)\b)[a-z]+(?:s|ople|ren)\b")
"""A plural right behind: "2000 homes" counts homes, "2000 was" is a year."""
_PART = re.compile(
    r"[:/]\d|(?:st|nd|rd|th)\b|-\w|-to-\d|-? ?(?:years?|months?|weeks?)[ -]+old\b"
    r"|[ /]\d+[ /]\d| (?:GMT|UTC|hours? (?:GMT|local))\b"
)
_WHEN = re.compile(r" (?:ago|later|earlier|from now)\b")
_THEN = re.compile(
    r"\b(?:previous|past|last|next|following|preceding|coming|prior) (?:[a-z]+ )?(?:minutes|hours|days|weeks|months|years)$"
)
"""Behind a span of time that tells when, whatever bounds it."""
_CHANGE = 60
"""Characters before "from 12 to 15" in which a verb of change is looked for."""
_TALLY = 90
"""Characters before a number in which words of a tally are looked for."""
_COUNTS_ALONE = frozenset({"at least", "more than", "fewer than", "as many as", "no fewer than", "no more than", "a total of"})
_HALF = "half"
_NO_ONE = re.compile(r"\b(?:no|any|every|each|which|the|that|this|not) $", re.IGNORECASE)
"""Before a "one" that is no number."""
_ONE_WAS = re.compile(r" (?:was|is|were|has|had|dead|killed|wounded|injured|hurt|missing|died|dies|still)\b")
_ONE_ENDS = re.compile(r" (?:and|or|in|on|at)\b|[,.;]|$")
_KILLING = re.compile(r"\b(?:kill|wound|injur|arrest|detain|abduct)[a-z]* (?:at least )?$")
_ESTIMATED = re.compile(r"\b(estimated) $")
_AT_ONE = re.compile(r"\b(?:at|the) $", re.IGNORECASE)
"""Before "one point" that is a time."""
_DEFINITE = re.compile(r"\b(?:the|these|those|all) $", re.IGNORECASE)
_WHO = re.compile(r" (?:who|whom|that|whose)\b")
"""Behind a number that counts those who are told before: "the 12 who came back"."""
_PEOPLE = re.compile(r" (?:who|whom|whose|were|are|have|had)\b")
_WHOSE = re.compile(r"\w(?:['’]s|s['’]) $")
_LASTED = re.compile(r"\b(?:served|got|received|spent|waited|lasted|took|worked|had|for) $")
_ENDS = re.compile(r"[.,;)”\"]|$|\n| (?:and|but|while|in|at|on)\b")
_POINTS = frozenset({"point", "points"})
_PERCENT = re.compile(r"\d ?(?:percent\b|per cent\b|%)")
_DEFINING = re.compile(r"\b(?:a|an|the|this|that|his|her|its|their) $", re.IGNORECASE)
_NOUN = re.compile(
    r" (?!(?:of|in|on|at|to|for|from|and|or|but|after|before|is|was|has|had|that|which|when|as|with|by|than|ago)\b)[a-z]{3,}"
)
"""Between these, a span of time tells of what sort something is: "a one year delay"."""
_MODEL = re.compile(
    r"\b(?:a|an|the|its|his|her|their|our|each|every|another|one|two|three|four|five|six|seven|eight|nine|ten|new|\d+)"
    r" [A-Z][a-z]+[a-zA-Z]* $"
)
"""Before a number that is a name's: "three Marlin 9 engines"."""
_PARTED = re.compile(r"\w[-\u2010\u2011]$")


def find_figures(text: str, segments: Segments, attribution: Attribution, rules: FigureRules) -> tuple[Figure, ...]:
    """The figures of the content, in order. Years, ages, clock times and the word "one" by itself are none."""
    found: list[Figure] = []
    for span in attribution.content:
        if rules.any_number.search(text, span.start, span.end) is None:
            continue
        at = span.start
        while (match := rules.found.search(text, at, span.end)) is not None:
            at = max(match.end(), at + 1)
            if match["from2"] and _named_by_number(text, match, rules):
                at = match.end("from2")
                continue
            for each in _figures(text, match, span, rules):
                found.append(_completed(text, each, found[-1], rules) if found else each)
    return tuple(found)


def _completed(text: str, figure: Figure, before: Figure, rules: FigureRules) -> Figure:
    """A number that counts what the one before it does: "12 seats to Dorn's 9", "three years … and Dorn had served four"."""
    start, end = figure.evidence[0].start, figure.evidence[-1].end
    if figure.counted is not None or figure.category in ("money", "percent") or _ENDS.match(text, end) is None:
        return figure
    if "\n" in text[before.evidence[-1].end : start] or not 0 < start - before.evidence[-1].end < _CHANGE:
        return figure
    whose = _WHOSE.search(text, max(0, start - 4), start) is not None
    lasts = (
        rules.units.get((before.counted or "").lower()) == "time" and _LASTED.search(text, max(0, start - 12), start) is not None
    )
    return replace(figure, counted=before.counted, category=before.category) if whose or lasts else figure


def _figures(text: str, match: re.Match[str], span: Span, rules: FigureRules) -> Iterator[Figure]:
    """One figure, or the two of a change or a score: "rose from 12 to 15", "leads 47 to 46 percent"."""
    opening, before = _opening(match, rules), max(span.start, match.start() - _CHANGE)
    changed = match["origin"] is not None and rules.change.search(text, before, match.start()) is not None
    changed = changed or (opening is not None and bool(match["number"]) and opening > _value(match["number"], rules))
    figure = _figure(text, match, span, rules, ranges=not changed)
    if figure is None:
        return
    if changed:
        start = match.start("symbol" if match["symbol"] else "number" if match["number"] else "vague")
        words = Span(match.start("from2"), match.end("from2")) if match["from2"] else Span(match.start("from"), match.end("from"))
        yield replace(figure, low=opening, high=opening, bound="exactly", evidence=(words,))
        figure = replace(figure, evidence=(Span(start, figure.evidence[0].end),))
    yield figure


def _opening(match: re.Match[str], rules: FigureRules) -> float | None:
    """The lower end of a range."""
    words = match["from"] or match["from2"]
    if words is None:
        return None
    return rules.vague[words.lower()][0] if words.lower() in rules.vague else _value(words, rules)


def _figure(text: str, match: re.Match[str], span: Span, rules: FigureRules, *, ranges: bool) -> Figure | None:
    unit = rules.units.get((match["unit"] or "").lower())
    if unit == "weight":
        unit = "weight" if weighs(text, match, span, rules) else "money"
    if unit == "never" or (unit == "time" and _tells_when(text, match, rules)) or not _is_count(text, match, rules):
        return None
    bound = rules.bounds.get((match["bound"] or _cue_before(text, span, match) or "").lower(), "exactly")
    share = _SHARE.match(text, match.end(), span.end) if match["number"] and not match["unit"] else None
    if share is not None:
        part = _value(match["number"], rules) / (_value(share.group(1), rules) or 1.0)
        ends, bound = _ends(None, round(100 * part, 2), bound)
        return Figure(*ends, bound, counted_behind(text, share.end(), span)[0], "percent", (Span(match.start(), share.end()),))
    category = "money" if match["symbol"] or unit == "money" else "percent" if _of_hundred(text, match, span, unit) else None
    if match["vague"]:
        low, high = rules.vague[match["vague"].lower()]
        if high < 1:
            ends, bound = _ends(None, round(100 * low, 2), bound)
            category = "percent"
        elif low == high:
            paired = bound == "exactly" and match["vague"].lower() in rules.pairs
            ends, bound = _ends(None, low, "about" if paired else bound)
        else:
            ends, bound = (low or None, None), "several"
    else:
        ends, bound = _ends(_opening(match, rules) if ranges else None, _value(match["number"], rules), bound)
    end = match.end()
    later = rules.behind.match(text, end, span.end)
    if later is not None and bound == "exactly":
        ends, bound = _ends(None, ends[0] or 0.0, rules.after[later["bound"].lower()])
        end = later.end()
    tally = rules.tally.search(text, max(span.start, match.start() - _TALLY), match.start())
    alone = is_one(match) and unit is None and category is None
    counted, end = (
        one_counted(text, match, end, span, rules) if alone else what_is_counted(text, match, end, span, category, unit, rules)
    )
    later = rules.behind.match(text, end, span.end)
    if later is not None and bound == "exactly" and match["number"]:
        ends, bound = _ends(None, ends[0] or 0.0, rules.after[later["bound"].lower()])
        end = later.end()
    if counted is None and tally is not None and category is None:
        counted = tally["counted"] and tally["counted"].partition(" in ")[0]
    if counted is not None and unit is None and _THEN.search(counted):
        return None
    if category is None and unit is None and (counted or "").rpartition(" ")[2].lower() not in rules.unharmed:
        category = harm_of(text, match, span, end, rules)
    if category is None and counted is None and tally is None and not _stands_alone(text, match, span):
        return None
    return Figure(*ends, bound, counted, category or _sort(text, match, span, counted, rules), (Span(match.start(), end),))


def _sort(text: str, match: re.Match[str], span: Span, counted: str | None, rules: FigureRules) -> str:
    """Whether people are counted; "the three were …" and "the 12 who …" are."""
    if counted is None and _DEFINITE.search(text, max(span.start, match.start() - 8), match.start()):
        return "people" if _PEOPLE.match(text, match.end(), span.end) else "other"
    return sort_of(counted, text[max(0, match.start() - _TALLY) : match.end() + _TALLY], rules)


def _of_hundred(text: str, match: re.Match[str], span: Span, unit: str | None) -> bool:
    """Whether a number is a share: of percent, or of points where the same words give percent ("30 percent, a 10-point rise")."""
    points = (match["unit"] or "").lower() in _POINTS
    return unit == "percent" or (points and _PERCENT.search(text, span.start, span.end) is not None)


def _counts_one(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a "one" by itself counts: beside another number, or somebody whom harm befell ("one man died")."""
    if _NO_ONE.search(text, max(0, match.start() - 8), match.start()):
        return False
    beside = ONE_AND.match(text, match.end())
    if beside is not None and (beside[2].isdigit() or rules.words.get(beside[2], 0) > 1):
        return True
    killing = _KILLING.search(text, max(0, match.start() - 24), match.start()) is not None
    single = rules.single.match(text, match.end()) is not None
    if killing and (single or _ONE_ENDS.match(text, match.end())):
        return True
    clause = BREAK_AFTER.split(text[match.end() : match.end() + 60], maxsplit=1)[0]
    return (single or _ONE_WAS.match(clause) is not None) and any(pattern.search(clause) for _, pattern in rules.harm)


def _cue_before(text: str, span: Span, match: re.Match[str]) -> str | None:
    """The bound of a number that opens the content, where it is the cue: "an *estimated* 12 farmers"."""
    found = _ESTIMATED.search(text, max(0, span.start - 16), span.start) if match.start() == span.start else None
    return found.group(1) if found is not None else None


def _stands_alone(text: str, match: re.Match[str], span: Span) -> bool:
    """Whether a number without a noun counts something named before: "three were hurt", "a figure of 872,025"."""
    if match["bound"] and match["bound"].lower() in _COUNTS_ALONE:
        return True
    if not match["number"]:
        return False
    if _WHOSE.search(text, max(0, match.start() - 4), match.start()) and _ENDS.match(text, match.end()):
        return True
    if _DEFINITE.search(text, max(span.start, match.start() - 8), match.start()) and _WHO.match(text, match.end(), span.end):
        return True
    return is_one(match) or "," in match["number"] or _BARE.match(text, match.end(), span.end) is not None


def _tells_when(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a span of time says when ("two years ago") and not how long."""
    if _WHEN.match(text, match.end()):
        return True
    one = not match["unit"].endswith("s") and _DEFINING.search(text, max(0, match.start() - 8), match.start())
    if one and _NOUN.match(text, match.end()):
        return True
    if match["bound"] or match["from"] or match["from2"]:
        return False
    if rules.when_after.match(text, match.end()) or match.group().endswith("-" + match["unit"]):
        return True
    return rules.when_before.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _is_count(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a number counts something, and is no year, date, clock time, ordinal or part of a name."""
    if match["unit"] and is_one(match) and not match["bound"] and _AT_ONE.search(text, max(0, match.start() - 5), match.start()):
        return False
    words = (match["number"] or "").lower()
    if rules.units.get((match["unit"] or "").lower()) == "percent" and _stresses(text, match, rules):
        return False
    if match["symbol"] or match["unit"] or match["vague"]:
        return True
    if match["bound"] and not _YEAR.fullmatch(words):
        plain = is_one(match) and rules.bounds[match["bound"].lower()] in ("about", "exactly")
        return not plain or _counts_one(text, match, rules)
    if words in ("zero", "0") or (is_one(match) and not _counts_one(text, match, rules)):
        return False
    if _YEAR.fullmatch(words):
        counted = _COUNTED_BY.match(text, match.end())
        return counted is not None and (words.endswith("00") or counted.group().split()[-1] in rules.people)
    if (
        _PARTED.search(text, max(0, match.start() - 2), match.start())
        or rules.never_before.match(text, match.end())
        or _PART.match(text, match.end())
        or _MODEL.search(text, max(0, match.start() - 40), match.start())
        or _SHARED.search(text[max(0, match.start() - 24) : match.start()])
    ):
        return False
    return not _named_by_number(text, match, rules)


def _stresses(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether "100 percent" only says how sure: "100 percent right"."""
    return not match["bound"] and _value(match["number"] or "0", rules) >= 100 and rules.sure.match(text, match.end()) is not None


def _named_by_number(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a number only tells which: "paragraph 2"."""
    return rules.never_after.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _value(words: str, rules: FigureRules) -> float:
    total = 0.0
    for part in re.findall(r"[\d.,]+|[^\W\d_]+", words.lower()):
        if part[0].isdigit():
            total += float(part.replace(",", "").rstrip("."))
        elif part in rules.scales:
            total = (total or 1.0) * rules.scales[part]
        elif part == _HALF:
            total += 0.5
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
