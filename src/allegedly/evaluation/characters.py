"""A text and the sets of its characters that the scores compare.

A set of characters is a number whose bit *i* stands for the text's character *i*: shares and overlaps are then exact
and quick, whatever the spans look like.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from allegedly.evaluation.labelled import ROLES, Labelled, Runs
from allegedly.evaluation.quoted import quoted_runs

Characters = int
"""A set of characters of a text, or of its words, as a number of bits."""

EDGE_MARKS = frozenset("\"'\u201c\u201d\u2018\u2019`.,;:!?")
"""What annotators put inside or outside a span as they please: left out of every comparison that is not called raw."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


def run_of(start: int, end: int) -> Characters:
    """The characters from `start` to before `end`; none where the run is empty."""
    return ((1 << (end - start)) - 1) << start if end > start else 0


def size(characters: Characters) -> int:
    """How many they are."""
    return characters.bit_count()


def agreement(first: Characters, second: Characters) -> float:
    """Intersection over union, from 0 to 1; two empty sets agree.

    >>> agreement(run_of(0, 4), run_of(2, 6))
    0.3333333333333333
    """
    union = first | second
    return size(first & second) / size(union) if union else 1.0


class Text:
    """A text, its words, and which of its characters are blank, marks, letters or quoted."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tuple((token.start(), token.end()) for token in _TOKEN.finditer(text))
        self._starts = [start for start, _ in self.tokens]
        self.visible = _where(text, lambda character: not character.isspace())
        self.core = _where(text, lambda character: not character.isspace() and character not in EDGE_MARKS)
        self.letters = _where(text, str.isalnum)
        self.quoted = sum(run_of(start, end) for start, end in quoted_runs(text))

    def within(self, runs: Runs) -> Characters:
        """The characters of `runs`, whatever lies beyond the text left out."""
        found = 0
        for start, end in runs:
            found |= run_of(max(0, start), min(end, len(self.text)))
        return found

    def words(self, characters: Characters) -> Characters:
        """The numbers of the words that hold a letter or digit among `characters`, as a set."""
        return self._tokens_of(characters & self.letters)

    def _tokens_of(self, characters: Characters) -> Characters:
        found = 0
        for number in self.tokens_in(characters):
            found |= 1 << number
        return found

    def tokens_in(self, characters: Characters) -> list[int]:
        """The numbers of the tokens that hold any of `characters`, in ascending order."""
        if not characters:
            return []
        first = (characters & -characters).bit_length() - 1
        numbers = range(bisect_right(self._starts, first) - 1, bisect_left(self._starts, characters.bit_length()))
        return [number for number in numbers if characters & run_of(*self.tokens[number])]

    def fragments(self, runs: Runs, kept: Characters) -> frozenset[tuple[int, int]]:
        """The contiguous pieces of `runs`, cut to their `kept` characters; pieces that nothing kept parts are one."""
        pieces: list[tuple[int, int]] = []
        for start, end in sorted(runs):
            held = run_of(max(0, start), min(end, len(self.text))) & kept
            if not held:
                continue
            first, last = (held & -held).bit_length() - 1, held.bit_length()
            if pieces and not kept & run_of(pieces[-1][1], first):
                first, last = pieces[-1][0], max(pieces.pop()[1], last)
            pieces.append((first, last))
        return frozenset(pieces)

    def manner(self, content: Characters) -> str:
        """`direct` where at least 90 % of the letters are quoted, `indirect` where at most 5 % are, `mixed` between."""
        letters = content & self.letters
        if not letters:
            return "indirect"
        share = size(letters & self.quoted) / size(letters)
        return "direct" if share >= 0.9 else "indirect" if share <= 0.05 else "mixed"


@dataclass(frozen=True)
class Measured:
    """One attribution as sets of characters of its text.

    `raw`: by role, blanks aside; `trimmed`: quotation marks and .,;:!? aside too, unless nothing else is there;
    `words`: the numbers of the words in `trimmed`.
    """

    text: Text
    labelled: Labelled
    raw: dict[str, Characters]
    trimmed: dict[str, Characters]
    words: dict[str, Characters]

    @cached_property
    def manner(self) -> str:
        """How the content is given, as `Text.manner` says it."""
        return self.text.manner(self.trimmed["content"])

    def fragments(self, role: str, marks: bool) -> frozenset[tuple[int, int]]:
        """The contiguous pieces of one role, with or without the marks at their edges."""
        return self.text.fragments(self.labelled.role(role), self.text.visible if marks else self.text.core)


def measure(text: Text, attributions: Iterable[Labelled]) -> tuple[Measured, ...]:
    """The attributions that have a cue or a content in the text, as sets of its characters."""
    measured = []
    for found in attributions:
        whole = {role: text.within(found.role(role)) for role in ROLES}
        raw = {role: whole[role] & text.visible for role in ROLES}
        trimmed = {role: whole[role] & text.core or raw[role] for role in ROLES}
        words = {role: text.words(trimmed[role]) for role in ROLES}
        if raw["content"] or raw["cue"]:
            measured.append(Measured(text, found, raw, trimmed, words))
    return tuple(measured)


def _where(text: str, holds: Callable[[str], bool]) -> Characters:
    """The characters of `text` for which `holds`."""
    return int("".join("1" if holds(character) else "0" for character in reversed(text)) or "0", 2)
