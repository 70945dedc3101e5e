"""The grammar of dates: what words of time look like in a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import numbers, strings, table
from allegedly.errors import LanguageError
from allegedly.languages import Language


@dataclass(frozen=True, slots=True)
class TimeRules:
    """`found` finds a time; the mappings say what its parts mean.

    `relative` are phrases by their unit and how many of it they are from the article's own, `told` the same from the last time
    named before. `other_than` stands before a time that is then not meant itself, `apart` between a time and a cue that it is not
    of, `given_out` before the time of a document, `noun` behind a time that tells which document: "a 2014 interview".
    `given` finds a document behind the "'s" of its time ("Monday's ruling"), `giving` one before its time ("a story last week").
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
    given: re.Pattern[str]
    giving: re.Pattern[str]


@cache
def load_times(language: Language) -> TimeRules:
    """The times of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("times")
    short_days, long_days = strings(data, "weekdays_short"), strings(data, "weekdays")
    months = {word: at + 1 for key in ("months_short", "months") for at, word in enumerate(strings(data, key))}
    months |= {word: int(value) for word, value in numbers(data, "months_other").items()}
    seasons, feasts = numbers(data, "seasons"), {word: _month_and_day(value) for word, value in table(data, "feasts").items()}
    spans = {"days": "day", "nights": "night", "weekends": "weekend", "weeks": "week", "month": "month", "years": "year"}
    relative = {word: (unit, int(value)) for key, unit in spans.items() for word, value in numbers(data, key).items()}
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
    nouns, documents = _either(strings(language.table("mediums"), "nouns")), _either(strings(data, "documents"))
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
        re.compile(rf"\b(?:{_either(strings(data, 'apart'))})\b|[;\n]|: "),
        re.compile(rf"\b(?:{_either(strings(data, 'given_out'))})(?: (?:on|in|earlier|early|late))?[ ]$"),
        re.compile(rf"(?:['’]s)? (?:[\w’'-]+ ){{0,2}}(?:{nouns})\b"),
        re.compile(rf"['’]s (?:[\w’'.-]+ ){{0,4}}(?:{documents})\b"),
        re.compile(rf"\b(?:{documents}) (?:(?:on|from|of|in) )?(?:early |late )?$"),
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
        rf"|\b(?P<step>\d+|(?i:{small})) (?P<step_unit>day|week|month|year|decade)s? (?P<way>later|earlier)\b(?! than\b)"
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
