"""Quotations in single marks, told from apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.languages import Language
from allegedly.segment.marks import DOUBLE

_MARK = re.compile(rf"(?P<double>{DOUBLE.pattern})|['‘’‚‛`‹›]")
_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r"\s([^\W\d_]+)")
_BEFORE_OPENING = frozenset("([{—–-/\"“”„«`'‘")
_MAY_OPEN = frozenset("'‘‚‛`‹")
_MAY_CLOSE = frozenset("'’›")
_REACH = 80
"""How far, in characters, a quotation may reach to a closing mark that looks like a plural possessive."""


@dataclass(frozen=True, slots=True)
class Apostrophes:
    """What a language does with apostrophes at the borders of words; see its `quotation.toml`."""

    elisions: frozenset[str]
    never_owned: frozenset[str]

    @staticmethod
    @cache
    def of(language: Language) -> Apostrophes:
        """The apostrophes of `language`."""
        return Apostrophes(language.words("quotation", "elisions"), language.words("quotation", "never_owned"))


@dataclass(slots=True)
class _Single:
    start: int
    opens: bool
    owns: bool
    """Whether it may as well be the apostrophe of a plural possessive."""


def single_quotations(
    text: str, start: int, end: int, doubles: Sequence[tuple[int, int]], apostrophes: Apostrophes
) -> list[tuple[int, int]]:
    """The runs in single marks of the paragraph `[start, end)`, each wholly inside or wholly outside the `doubles`."""
    starts = [run[0] for run in doubles]
    regions: dict[int, list[_Single]] = {}
    for match in _MARK.finditer(text, start, end):
        if match["double"]:
            continue
        mark = _judged(text, match.start(), start, end, apostrophes)
        if mark is not None:
            number = bisect_right(starts, mark.start) - 1
            inside = number >= 0 and mark.start < doubles[number][1]
            regions.setdefault(number if inside else -1, []).append(mark)
    return [pair for marks in regions.values() for pair in _paired(marks)]


def _paired(marks: list[_Single]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for number, mark in enumerate(marks):
        if mark.opens:
            opened = mark.start
        elif opened is not None:
            closes_later = number + 1 < len(marks) and not marks[number + 1].opens
            if not mark.owns or (not closes_later and mark.start - opened < _REACH):
                pairs.append((opened, mark.start + 1))
                opened = None
    return pairs


def _judged(text: str, at: int, start: int, end: int, apostrophes: Apostrophes) -> _Single | None:
    """What the mark at `at` may be; `None` where it is an apostrophe for certain."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    shape = text[at]
    if shape in _MAY_OPEN and not after.isspace() and (before.isspace() or before in _BEFORE_OPENING):
        word = _WORD.match(text, at + 1, min(end, at + 1 + _REACH))
        if word is None:
            return _Single(at, True, False) if after in '[($"“….' else _closing(text, at, before, after, end, apostrophes)
        if _elided(word[0], text[word.end() : word.end() + 1], apostrophes):
            return None
        return _Single(at, True, False)
    return _closing(text, at, before, after, end, apostrophes)


def _elided(word: str, after: str, apostrophes: Apostrophes) -> bool:
    """Whether a word that an apostrophe precedes is a short form: 'em, '90s, '16."""
    digits = word[:2].isdigit() and (len(word) == 2 or word[2:] == "s")
    return (digits or word in apostrophes.elisions or word.lower() in ("tis", "twas")) and (after not in "'’" or len(word) == 1)


def _closing(text: str, at: int, before: str, after: str, end: int, apostrophes: Apostrophes) -> _Single | None:
    if text[at] not in _MAY_CLOSE or before.isspace() or after.isalnum():
        return None
    following = _NEXT_WORD.match(text, at + 1, min(end, at + _REACH)) if before in "sSzxn" else None
    owns = following is not None and following[1] not in apostrophes.never_owned
    return _Single(at, False, owns)
