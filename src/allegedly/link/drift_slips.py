"""Words that are one but for a slip of the pen."""

from __future__ import annotations

from allegedly.languages import Language
from allegedly.link.drift_wording import load_rewording
from allegedly.link.rarity import load_rarity, mark
from allegedly.link.words import load_wording, stem


def is_slip(one: str, other: str, language: Language) -> bool:
    """Whether one of two words is the other miswritten: a letter apart and no word itself, or often written for it.

    >>> from allegedly.languages import load_language
    >>> is_slip("harbour", "harbuor", load_language("en")), is_slip("harbour", "harbours", load_language("en"))
    (True, False)
    """
    if one == other or frozenset((one, other)) in load_rewording(language).confused:
        return True
    return _a_letter_apart(*sorted((one, other), key=len)) and is_known(one, language) != is_known(other, language)


def is_known(word: str, language: Language) -> bool:
    """Whether a word in small letters is one that news is written in."""
    wording = load_wording(language)
    return word in wording.empty or word in wording.negators or mark(stem(word, wording)) in load_rarity(language).weights


def _a_letter_apart(short: str, long: str) -> bool:
    """Whether one letter is another, is more, or changed places with its neighbour."""
    if len(long) - len(short) > 1:
        return False
    start = next((at for at, (left, right) in enumerate(zip(short, long, strict=False)) if left != right), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    turned = short[:start] + short[start : start + 2][::-1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or turned == long
