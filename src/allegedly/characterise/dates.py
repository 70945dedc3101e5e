"""The grammar of dates: words that tell a time, and the interval that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

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
    of_week,
    of_year,
    stepped,
)
from allegedly.characterise.data import numbers, strings, table
from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.model import Span, TimeInterval

_REACH = 1000
"""Characters before "the next day" in which the day is looked for."""
_YEAR_REACH = 3000
"""Characters before a month in which it is looked for with its year."""
_NO_DIGIT = re.compile(r"\D")
_NAMED = re.compile(r"\w $")
"""Before a capital that is then part of a name: "a USA Today column"."""


@dataclass(frozen=True, slots=True)
class TimeRules:
    """`found` finds a time; the mappings say what its parts mean.

    `relative` are phrases by their unit and how many of it they are from the article's own, `told` the same from the last time
    named before. `other_than` stands before a time that is then not meant itself, `apart` between a time and a cue that it is not
    of, `given_out` before the time of a document, `noun` behind a time that tells which document: "a 2014 interview".
    """

    found: re.Pattern[str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    seasons: Mapping[str, float]
    feasts: Mapping[str, tuple[int, int]]
    relative: Mapping[str, tuple[str, int]]
    told: Mapping[str, tuple[str, int]]
    own_day: frozenset[str]
    small: Mapping[str, float]
    short: frozenset[str]
    other_than: re.Pattern[str]
    apart: re.Pattern[str]
    given_out: re.Pattern[str]
    noun: re.Pattern[str]


@cache
def load_times(language: Language) -> TimeRules:
    """The times of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("times")
    short_days, long_days = strings(data, "weekdays_short"), strings(data, "weekdays")
    months = {word: at + 1 for key in ("months_short", "months") for at, word in enumerate(strings(data, key))}
    months |= {word: int(value) for word, value in numbers(data, "months_other").items()}
    seasons, feasts = numbers(data, "seasons"), {word: _month_and_day(value) for word, value in table(data, "feasts").items()}
    units = (("days", "day"), ("weeks", "week"), ("month", "month"), ("years", "year"), ("weekends", "weekend"))
    relative = {word: (unit, int(value)) for key, unit in units for word, value in numbers(data, key).items()}
    told_units = (("told_days", "day"), ("told_weeks", "week"), ("told_months", "month"), ("told_years", "year"))
    told = {word: (unit, int(value)) for key, unit in told_units for word, value in numbers(data, key).items()}
    told |= dict.fromkeys(strings(data, "told_time"), ("same", 0))
    small = numbers(language.table("figures"), "numbers") | numbers(data, "few")
    short = strings(data, "short")
    weekday = rf"(?:{_either(map(str.capitalize, long_days))}|(?:{_either(map(str.capitalize, short_days))})(?:\.|(?=,? [A-Z])))"
    pattern = _pattern(
        weekday, _either(map(str.capitalize, months)), _either(seasons), _either(feasts), _either(small), _either(short),
        _either((*relative, *told, *strings(data, "unresolved"))),
    )  # fmt: skip
    nouns = _either(strings(language.table("mediums"), "nouns"))
    return TimeRules(
        re.compile(pattern),
        {word: at for words in (short_days, long_days) for at, word in enumerate(words)},
        months,
        seasons,
        feasts,
        relative,
        told,
        frozenset(strings(data, "own_day")),
        small,
        frozenset(short),
        re.compile(rf"\b(?:{_either(strings(data, 'other_than'))})(?: (?:the|early|late|mid-?))?[ ]$", re.IGNORECASE),
        re.compile(rf"\b(?:{_either(strings(data, 'apart'))})\b|[;\n]"),
        re.compile(rf"\b(?:{_either(strings(data, 'given_out'))})(?: (?:on|in|earlier|early|late))?[ ]$"),
        re.compile(rf"(?:['’]s)? (?:[\w’'-]+ ){{0,2}}(?:{nouns})\b"),
    )


def _pattern(weekday: str, month: str, season: str, feast: str, small: str, short: str, phrases: str) -> str:
    day, year = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?", r"(?:19|20)\d\d"
    part, whose = r"(?:[Ee]arly |[Ll]ate |[Mm]id-)", r"(?:\b(?i:his|her|its|their|our|my|the|an?)|['’]s)"
    which = rf"(?:this (?:very )?(?:week|month|year|day)|today|(?:this |on )?(?P<which>{weekday}))"
    return (
        r"\b(?P<iso>\d{4}-\d\d-\d\d)\b"
        rf"|\b(?P<month>{month})\.? (?P<day>{day})(?!\d)(?:,? (?P<year>{year}))?\b"
        rf"|\b(?P<day2>{day}) (?:of )?(?P<month2>{month})\b\.?(?: (?P<year2>{year}))?"
        rf"|\b(?:[Ii]n )?{part}?(?P<month3>{month})\.?,? (?:of )?(?P<year3>{year})\b"
        rf"|\b(?:[Bb]ack )?(?:[Ii]n |[Dd]uring |(?:[Ee]arly|[Ll]ate) in ){part}?(?P<year4>{year})\b(?!s)"
        rf"|\b(?:[Ii]n |[Dd]uring )?(?:the )?{part}?(?P<season>{season}),? (?:of )?(?P<season_year>{year})\b"
        rf"|\b(?P<season_of>(?i:last|this|this past|in the|during the)) (?P<season2>{season})\b"
        rf"|\b(?:[Ii]n |[Dd]uring )the {part}?(?P<decade>(?:19|20)\d0)s\b"
        r"|\b(?:[Ii]n |[Dd]uring |[Bb]y |[Uu]ntil |(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater) in )"
        rf"(?:the month of )?{part}?(?P<month4>{month})\b"
        rf"|\b(?P<month_of>[Ll]ast|[Tt]his(?: past)?) (?P<month5>{month})\b"
        rf"|{whose} (?:(?P<which_month>{month}) )?(?P<which_year>{year})(?= [a-z])"
        rf"|{whose} {part}?(?P<which_month2>{month})(?= [a-z])"
        rf"|\b(?P<ago>\d+|(?i:{small})) (?P<unit>{short}|day|week|month|year|decade)s? ago\b(?: {which})?"
        rf"|\b(?P<step>\d+|(?i:{small})) (?P<step_unit>day|week|month|year|decade)s? (?P<way>later|earlier)\b"
        rf"|(?P<last>\b(?:[Ll]ast|[Nn]ext) )?\b(?P<weekday>{weekday})(?!\w)"
        rf"|\b(?P<feast>{feast})(?!\w)"
        rf"|\b(?P<phrase>(?i:{phrases}))\b"
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _month_and_day(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(each, int) for each in value):
        raise LanguageError(f"expected a month and a day, found {value!r}")
    return value[0], value[1]


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
        absolute = _absolute(match, rules)
        if absolute is not None:
            return absolute
        if year is not None:
            return of_months(month_index(year, rules.months[(match["month4"] or match["which_month2"]).lower()]))
        return UNRESOLVED if published is None else _relative(match, published, rules)
    except (ValueError, OverflowError):
        return UNRESOLVED


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
    return _phrase(match["phrase"].lower(), published, rules)


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
    if unit == "week" and count == 0 and phrase.startswith("earlier"):
        return of_week(published, until=published)
    return stepped(unit, count, published)
