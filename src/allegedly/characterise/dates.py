"""The interval that words of time mean."""

from __future__ import annotations

import re
from datetime import date

from allegedly.characterise.calendar import (
    SEASON,
    UNRESOLVED,
    last_day,
    last_month,
    last_season,
    last_weekday,
    last_weekend,
    month_index,
    of_day,
    of_decade,
    of_months,
    of_night,
    of_week,
    of_week_before,
    of_year,
    stepped,
    third_of,
)
from allegedly.characterise.time_rules import TimeRules
from allegedly.model import Span, TimeInterval

_REACH = 1000
"""Characters before "the next day" in which the day is looked for."""
_YEAR_REACH = 3000
"""Characters before a month in which it is looked for with its year."""
_NO_DIGIT = re.compile(r"\D")
_PART = re.compile(r"\b(?:early|mid|late)\b", re.IGNORECASE)
_THIRDS = {"early": 0, "mid": 1, "late": 2}
"""Which ten days of its month a time means."""
_SUNDAY = 6
_NAMED = re.compile(r"\w $")
"""Before a capital that is then part of a name: "a USA Today column"."""


def published_on(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; `None` where it is neither."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def times_in(text: str, span: Span, rules: TimeRules) -> list[re.Match[str]]:
    """The times in `span`, in order, without words that belong to a name ("a USA Today column")."""
    found = rules.found.finditer(text, span.start, span.end)
    return [each for each in found if not (each["phrase"] and _named(text, each.start()))]


def _times_before(text: str, at: int, reach: int, rules: TimeRules) -> list[re.Match[str]]:
    return times_in(text, Span(max(0, at - reach), at), rules) if at else []


def _named(text: str, at: int) -> bool:
    """Whether a capital within a name stands there."""
    return text[at].isupper() and _NAMED.search(text, max(0, at - 2), at) is not None


def words_of(match: re.Match[str]) -> Span:
    """A time's words, without the "his" or "a" before it."""
    group = next((group for group in ("which_month", "which_year", "which_month2") if match[group]), 0)
    return Span(match.start(group), match.end())


def interval_of(text: str, match: re.Match[str], published: date | None, rules: TimeRules) -> tuple[TimeInterval, Span | None]:
    """What a time found in `text` means, and the words of an earlier time that it is counted from, where there are any."""
    phrase = (match["phrase"] or "").lower()
    if not match["step"] and phrase not in rules.told:
        return _by_itself(match, published, rules, _year_before(text, match, rules)), None
    earlier = _named_before(text, match.start(), published, rules)
    if earlier is None:
        return (of_day(published) if published and phrase in rules.own_day else UNRESOLVED), None
    unit, count = rules.told.get(phrase) or (
        match["step_unit"],
        _count(match["step"], rules) * (1 if match["way"] == "later" else -1),
    )
    from_, span = earlier
    if unit == "same":
        return from_, span
    if unit in ("day", "week") and from_.granularity != "day":
        return UNRESOLVED, None
    if unit == "month" and from_.granularity not in ("day", "week", "month"):
        return UNRESOLVED, None
    try:
        return stepped(unit, count, date.fromisoformat((from_.interval or "")[:10])), span
    except (ValueError, OverflowError):
        return UNRESOLVED, None


def _named_before(text: str, at: int, published: date | None, rules: TimeRules) -> tuple[TimeInterval, Span] | None:
    """The last time named before the character at `at` that the calendar or the article's day resolves."""
    for match in reversed(_times_before(text, at, _REACH, rules)):
        found = _by_itself(match, published, rules)
        if found.interval is not None:
            return found, Span(match.start(), match.end())
    return None


def _count(words: str, rules: TimeRules) -> int:
    return int(rules.small.get(words.lower()) or words)


def _year_before(text: str, match: re.Match[str], rules: TimeRules) -> int | None:
    """The year of a month without one, where the text has named the same month with its year before: "in May 2015 … in May"."""
    named = match["month4"] or match["which_month2"]
    if not named:
        return None
    for earlier in reversed(_times_before(text, match.start(), _YEAR_REACH, rules)):
        month = earlier["month"] or earlier["month2"] or earlier["month3"] or earlier["which_month"]
        year = earlier["year"] or earlier["year2"] or earlier["year3"] or earlier["which_year"]
        if month and rules.months[month.lower()] == rules.months[named.lower()]:
            return int(year) if year else None
    return None


def _by_itself(match: re.Match[str], published: date | None, rules: TimeRules, year: int | None = None) -> TimeInterval:
    """What a time means by its own words and the article's day; `year`: that of its month, where the text has told it."""
    try:
        found = _absolute(match, rules)
        if found is None and year is not None:
            found = of_months(month_index(year, rules.months[(match["month4"] or match["which_month2"]).lower()]))
        if found is None:
            found = UNRESOLVED if published is None else _relative(match, published, rules)
    except (ValueError, OverflowError):
        return UNRESOLVED
    part = _PART.search(match.group()) if found.granularity == "month" else None
    return found if part is None else third_of(found, _THIRDS[part.group().lower()])


def _absolute(match: re.Match[str], rules: TimeRules) -> TimeInterval | None:
    """A time that needs no other: it has a year."""
    if match["iso"]:
        return of_day(date.fromisoformat(match["iso"]))
    named, day, year = match["month"] or match["month2"], match["day"] or match["day2"], match["year"] or match["year2"]
    if named and year:
        return of_day(date(int(year), rules.months[named.lower()], int(_NO_DIGIT.sub("", day))))
    named, year = match["month3"] or match["which_month"], match["year3"] or match["which_year"] or match["year4"]
    if year:
        return of_months(month_index(int(year), rules.months[named.lower()])) if named else of_year(int(year))
    if match["season_year"]:
        first = int(rules.seasons[match["season"]])
        over = first + SEASON > 13  # a winter is of two years
        return UNRESOLVED if over else of_months(month_index(int(match["season_year"]), first), SEASON, "season")
    return of_decade(int(match["decade"])) if match["decade"] else None


def _relative(match: re.Match[str], published: date, rules: TimeRules) -> TimeInterval:
    """A time that counts from the article's day."""
    named, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if named:
        return last_day(rules.months[named.lower()], int(_NO_DIGIT.sub("", day)), published)
    named = match["month4"] or match["month5"] or match["which_month2"]
    if named:
        return last_month(rules.months[named.lower()], published, before=(match["month_of"] or "").lower() == "last")
    if match["season2"]:
        return last_season(int(rules.seasons[match["season2"]]), published, over=match["season_of"].lower() == "last")
    if match["ago"]:
        return _ago(match, published, rules)
    if match["weekday"]:
        weekday = rules.weekdays[match["weekday"].lower().rstrip(".")]
        known = not match["last"] or (match["last"].lower() == "last " and weekday > published.weekday())
        return last_weekday(weekday, published) if known else UNRESOLVED
    if match["feast"]:
        return last_day(*rules.feasts[match["feast"]], published)
    # "Two weeks later" counts from a time that stands before it, not from the article's day.
    return _phrase(match["phrase"].lower(), published, rules) if match["phrase"] else UNRESOLVED


def _ago(match: re.Match[str], published: date, rules: TimeRules) -> TimeInterval:
    """So much before the article's day; "two years ago this week" is a week, "a week ago Monday" a day."""
    count, unit, words = _count(match["ago"], rules), match["unit"], match.group()
    if unit in rules.short:
        return of_day(published)
    if match["which"]:
        then = date.fromisoformat((stepped(unit, -count, published).interval or "")[:10]) if unit == "week" else None
        weekday = rules.weekdays[match["which"].lower().rstrip(".")]
        return UNRESOLVED if then is None else of_day(date.fromordinal(then.toordinal() + weekday))
    if unit == "year" and words.endswith(("week", "day")) and not words.endswith("month"):
        then = published.replace(year=published.year - count)
        return of_week(then) if words.endswith("week") else of_day(then)
    if unit == "year" and words.endswith("month"):
        return of_months(month_index(published.year - count, published.month))
    return stepped(unit, -count, published)


def _phrase(phrase: str, published: date, rules: TimeRules) -> TimeInterval:
    if phrase not in rules.relative:
        return UNRESOLVED
    unit, count = rules.relative[phrase]
    if unit == "weekend":
        return last_weekend(published, before=count < 0)
    if unit == "night":
        return of_night(published)
    if unit == "week" and count < 0 and published.weekday() == _SUNDAY:
        return of_week_before(published)
    if unit == "week" and count == 0 and phrase.startswith("earlier"):
        return of_week(published, until=published)
    return stepped(unit, count, published)
