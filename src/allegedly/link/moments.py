"""Which time a claim speaks of, as far as its words tell: two numbers of two times do not exclude each other."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from allegedly.languages import Language
from allegedly.link.assertions import Assertion
from allegedly.link.same_words import CLAIMS, words_of_claim, years_in
from allegedly.link.words import load_wording


def other_moment(one: Assertion, other: Assertion, language: Language) -> bool:
    """Whether two claims speak of two times, or either of more than one happening ("the worst since 1992", "on average").

    Their years differ, also where one names none; both name months, not the same, or one a month in which it was not published;
    both name days of the week, none in common; or one tells what is to come and the other what was.
    """
    here, there = one.end.words, other.end.words
    if years_in(here) != years_in(there) or _elsewhen(language).search(f"{here} / {there}"):
        return True
    if (_coming(language).search(here) is None) != (_coming(language).search(there) is None):
        return True
    months, days = _months(here, language), _days(here, language)
    their_months, their_days = _months(there, language), _days(there, language)
    if (months and their_months and months != their_months) or (days and their_days and not days & their_days):
        return True
    return months != their_months and any(_is_past(named, each.day) for named, each in ((months, one), (their_months, other)))


def _is_past(months: frozenset[str], day: str) -> bool:
    """Whether months are named, and not that of the day of publication."""
    try:
        return bool(months) and date.fromisoformat(day).strftime("%b").lower() not in months
    except ValueError:
        return False


@lru_cache(CLAIMS)
def _months(words: str, language: Language) -> frozenset[str]:
    months = load_wording(language).months
    return frozenset(word[:3] for word in words_of_claim(words) if word in months and word != "may")


@lru_cache(CLAIMS)
def _days(words: str, language: Language) -> frozenset[str]:
    wording = load_wording(language)
    return frozenset(word for word in words_of_claim(words) if word in wording.no_names and word.endswith("day"))


@cache
def _elsewhen(language: Language) -> re.Pattern[str]:
    return _any_of(language, "elsewhen")


@cache
def _coming(language: Language) -> re.Pattern[str]:
    return _any_of(language, "coming")


def _any_of(language: Language, name: str) -> re.Pattern[str]:
    words = sorted(language.words("links", name), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
