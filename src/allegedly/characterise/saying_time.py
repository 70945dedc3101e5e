"""When something is said, from the words around the cue and the article's own date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.data import numbers, strings
from allegedly.languages import Language
from allegedly.model import Judgement, Span, TimeInterval

_NEAREST = 140


@dataclass(frozen=True, slots=True)
class TimeRules:
    """`found` finds a time; the other fields say what its parts mean."""

    found: re.Pattern[str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, float]
    weeks: Mapping[str, float]
    month: Mapping[str, float]
    years: Mapping[str, float]
    small: Mapping[str, float]


@cache
def load_times(language: Language) -> TimeRules:
    """The times of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("times")
    weekdays = {word: at for key in ("weekdays_short", "weekdays") for at, word in enumerate(strings(data, key))}
    months = {word: at + 1 for key in ("months_short", "months") for at, word in enumerate(strings(data, key))}
    months |= {word: int(value) for word, value in numbers(data, "months_other").items()}
    relative = {key: numbers(data, key) for key in ("days", "weeks", "month", "years")}
    small = numbers(language.table("figures"), "numbers") | numbers(data, "few")
    phrases = _either([word for words in relative.values() for word in words] + list(strings(data, "unresolved")))
    named = _either([word.capitalize() for word in months])
    day = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
    found = re.compile(
        rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
        rf"|\b(?P<month>{named})\.? (?P<day>{day})(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?\b"
        rf"|\b(?P<day2>{day}) (?P<month2>{named})\b\.?(?: (?P<year2>(?:19|20)\d\d))?"
        rf"|\b(?:[Ii]n )(?:(?P<month3>{named})\.? )?(?P<year3>(?:19|20)\d\d)\b"
        rf"|\b[Ii]n (?:early |late |mid-)?(?P<month4>{named})\b"
        rf"|\b(?P<ago>\d+|(?i:{_either(list(small))})) (?P<unit>day|week|month|year)s? ago\b"
        rf"|(?P<last>\b[Ll]ast )?\b(?P<weekday>{_either([word.capitalize() for word in weekdays])})\b"
        rf"|\b(?P<phrase>(?i:{phrases}))\b"
    )
    return TimeRules(found, weekdays, months, relative["days"], relative["weeks"], relative["month"], relative["years"], small)


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def published_on(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; `None` where it is neither."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def judge_time(text: str, around: Circumstance, published: date | None, rules: TimeRules) -> Judgement[TimeInterval] | None:
    """The time nearest to the cue and outside of what is said; unresolved where neither words nor article's date tell it."""
    best: tuple[int, re.Match[str]] | None = None
    for span in around.outside:
        start, end = max(span.start, around.cue_at - _NEAREST), min(span.end, around.cue_at + _NEAREST)
        if start >= end:
            continue
        for match in rules.found.finditer(text, start, end):
            distance = abs(match.start() - around.cue_at)
            if best is None or distance < best[0]:
                best = distance, match
    if best is None:
        return None
    match = best[1]
    return Judgement(_interval(match, published, rules), (Span(match.start(), match.end()),))


def time_near(text: str, span: Span, at: int, published: date | None, rules: TimeRules) -> Judgement[TimeInterval] | None:
    """The time in `span` that is nearest to the character at `at`; unresolved where neither words nor article's date tell it."""
    best = min(rules.found.finditer(text, span.start, span.end), key=lambda match: abs(match.start() - at), default=None)
    return None if best is None else Judgement(_interval(best, published, rules), (Span(best.start(), best.end()),))


def _interval(match: re.Match[str], published: date | None, rules: TimeRules) -> TimeInterval:
    parts = match.groupdict()
    try:
        if parts["iso"]:
            return _day(date.fromisoformat(parts["iso"]))
        if parts["year3"]:
            year = int(parts["year3"])
            return _month(year, rules.months[parts["month3"].lower()]) if parts["month3"] else _year(year)
        named = parts["month"] or parts["month2"]
        if named:
            return _calendar(named, parts["day"] or parts["day2"], parts["year"] or parts["year2"], published, rules)
    except ValueError:
        return TimeInterval(None, None)
    if published is None:
        return TimeInterval(None, None)
    if parts["month4"]:
        month = rules.months[parts["month4"].lower()]
        return _month(published.year - (month > published.month), month)
    if parts["ago"]:
        return _ago(int(rules.small.get(parts["ago"].lower()) or parts["ago"]), parts["unit"], published)
    if parts["weekday"]:
        back = (published.weekday() - rules.weekdays[parts["weekday"].lower()]) % 7
        return TimeInterval(None, None) if parts["last"] else _day(published - timedelta(days=back))
    return _relative(parts["phrase"].lower(), published, rules)


def _ago(count: int, unit: str, published: date) -> TimeInterval:
    """The day, week, month or year so many before the article's."""
    try:
        if unit == "day":
            return _day(published - timedelta(days=count))
        if unit == "week":
            monday = published - timedelta(days=published.weekday() + 7 * count)
            return TimeInterval(f"{monday}/{monday + timedelta(days=7)}", "week")
        if unit == "month":
            index = published.year * 12 + published.month - 1 - count
            return _month(index // 12, index % 12 + 1)
        return _year(published.year - count)
    except (ValueError, OverflowError):
        return TimeInterval(None, None)


def _calendar(named: str, day: str, year: str | None, published: date | None, rules: TimeRules) -> TimeInterval:
    month, number = rules.months[named.lower()], int(re.sub(r"\D", "", day))
    if year:
        return _day(date(int(year), month, number))
    if published is None:
        return TimeInterval(None, None)
    found = date(published.year, month, number)
    return _day(found if found <= published else date(published.year - 1, month, number))


def _relative(phrase: str, published: date, rules: TimeRules) -> TimeInterval:
    if phrase in rules.days:
        return _day(published + timedelta(days=int(rules.days[phrase])))
    if phrase in rules.weeks:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=int(rules.weeks[phrase]))
        end = (
            min(monday + timedelta(days=7), published + timedelta(days=1))
            if phrase.startswith("earlier")
            else monday + timedelta(days=7)
        )
        return TimeInterval(f"{monday}/{end}", "week")
    if phrase in rules.month:
        index = published.year * 12 + published.month - 1 + int(rules.month[phrase])
        return _month(index // 12, index % 12 + 1)
    if phrase in rules.years:
        return _year(published.year + int(rules.years[phrase]))
    return TimeInterval(None, None)


def _day(day: date) -> TimeInterval:
    return TimeInterval(f"{day}/{day + timedelta(days=1)}", "day")


def _month(year: int, month: int) -> TimeInterval:
    after = date(year + month // 12, month % 12 + 1, 1)
    return TimeInterval(f"{date(year, month, 1)}/{after}", "month")


def _year(year: int) -> TimeInterval:
    return TimeInterval(f"{date(year, 1, 1)}/{date(year + 1, 1, 1)}", "year")
