"""How much of the wording of two claims is one: words in a row, words that one of them quotes, ages and years."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from allegedly.languages import Language
from allegedly.link.numbers import load_numbers
from allegedly.link.pointing import load_pointing
from allegedly.link.words import load_wording

RUN = 3
"""How many words in a row count as the same wording."""
LONGEST = 12
"""How many words in a row are looked for at most."""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_QUOTED = re.compile(r"[“\"]([^“”\"]{6,})[”\"]")
_AGE = re.compile(r"\b(\d{1,3}|[a-z]+)[- ]years?[- ]olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(\d{1,3}|[a-z]+)-year-old ([a-z]+)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CLAIMS = 5000
"""How many claims are remembered: each is compared with many."""


@lru_cache(CLAIMS)
def words_of_claim(words: str) -> tuple[str, ...]:
    """The words in small letters, one way of writing the apostrophe."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(words.lower()))


def share_in_runs(one: str, other: str) -> float:
    """How much of the shorter wording stands in the other in runs of three words or more, from 0 to 1.

    >>> share_in_runs("The carrier had sunk the trawler.", "It said the carrier had sunk a ship.")
    0.667
    """
    first, second = sorted((words_of_claim(one), words_of_claim(other)), key=lambda words: (len(words), words))
    runs = {second[at : at + RUN] for at in range(len(second) - RUN + 1)}
    covered: set[int] = set()
    for at in range(len(first) - RUN + 1):
        if first[at : at + RUN] in runs:
            covered.update(range(at, at + RUN))
    return round(len(covered) / max(1, len(first)), 3)


def in_pairs(one: str, other: str, least: float = 0.0) -> float:
    """The share of the words of both that stands in runs of two words or more, counted in the shorter, from 0 to 1.

    0 where so few pairs of words are in both that it is less than `least`, unless some of them come again.

    >>> in_pairs("The carrier sank the trawler.", "It said the carrier sank it.")
    0.5454545454545454
    """
    shared, length = len(_pairs(one) & _pairs(other)), len(words_of_claim(one)) + len(words_of_claim(other))
    if not shared or 4 * shared < least * length:
        return 0.0
    first, second = sorted((one, other), key=lambda words: (len(words_of_claim(words)), words))
    pairs = _pairs(second)
    covered: set[int] = set()
    for at, pair in enumerate(pairwise(words_of_claim(first))):
        if " ".join(pair) in pairs:
            covered.update((at, at + 1))
    return 2 * len(covered) / length


@lru_cache(CLAIMS)
def _pairs(words: str) -> frozenset[str]:
    return frozenset(map(" ".join, pairwise(words_of_claim(words))))


def quoted_in(one: str, other: str, language: Language) -> int:
    """How many telling words in a row stand inside quotation marks in `one` and anywhere in `other`.

    >>> from allegedly.languages import load_language
    >>> quoted_in("It did “massive damage” to the hull.", "Massive damage, she said.", load_language("en"))
    2
    """
    quotations = _quotations(one)
    if not quotations:
        return 0
    empty, told = load_wording(language).empty, words_of_claim(other)
    best = 0
    for quotation in quotations:
        words = words_of_claim(quotation)
        starts: dict[str, list[int]] = {}
        for at, word in enumerate(told):
            starts.setdefault(word, []).append(at)
        for at, word in enumerate(words):
            for start in starts.get(word, ()):
                length = 0
                while (
                    length < LONGEST
                    and at + length < len(words)
                    and start + length < len(told)
                    and words[at + length] == told[start + length]
                ):
                    length += 1
                best = max(best, sum(each not in empty for each in words[at : at + length]) if length > 1 else 0)
    return best


@lru_cache(CLAIMS)
def says_not(words: str, language: Language) -> bool:
    """Whether there is a word that makes something not so, or tells that somebody would not do it."""
    return _denying(language).search(words) is not None


@cache
def _denying(language: Language) -> re.Pattern[str]:
    wording = load_wording(language)
    words = sorted(wording.negators | wording.deniers | load_pointing(language).unwilling)
    return re.compile(rf"n[’']t\b|\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@lru_cache(CLAIMS)
def _quotations(words: str) -> tuple[str, ...]:
    return tuple(_QUOTED.findall(words))


@lru_cache(CLAIMS)
def ages_in(words: str, language: Language) -> frozenset[float]:
    """The ages told of somebody ("a 3-year-old boy", "three years old")."""
    numbers = load_numbers(language).words
    return frozenset(
        float(age) if age.isdigit() else numbers[age.lower()]
        for age in _AGE.findall(words)
        if age.isdigit() or age.lower() in numbers
    )


@lru_cache(CLAIMS)
def aged_in(words: str, language: Language) -> frozenset[tuple[str, float]]:
    """Who is told to be of an age, by a noun right behind it ("a 3-year-old boy"), and the age."""
    numbers = load_numbers(language).words
    return frozenset(
        (noun, float(age) if age.isdigit() else numbers[age])
        for age, noun in _AGED.findall(words)
        if age.isdigit() or age in numbers
    )


@lru_cache(CLAIMS)
def years_in(words: str) -> frozenset[str]:
    """The years named, in four digits."""
    return frozenset(_YEAR.findall(words))
