"""Quotation marks of a paragraph, and what each may do where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

DOUBLE = re.compile(r"``|(?<!\S)''|''(?!')|‘‘|’’(?!’)|[\"“”„‟«»＂〝〞]")
SINGLE = re.compile(r"['‘’‚‛`‹›]")
_OPENS_ONLY = frozenset(("“", "„", "‟", "``", "‘‘", "«", "〝"))
_CLOSES_ONLY = frozenset(("”", "’’", "»", "〞"))
_BRACKETS = frozenset("([{—–-―/…" + "'‘’`\"“”„«‹")
_AFTER = frozenset(".,;:!?)]}—–-―/…" + "'’`\"”»›")


class Side(Enum):
    """What a mark looks like from the characters beside it and its own shape."""

    OPENING = 1
    CLOSING = 2
    EITHER = 3


@dataclass(slots=True)
class Mark:
    """A quotation mark at `[start, end)`; `digit`: a digit stands before it, so it may be an inch mark."""

    start: int
    end: int
    side: Side
    digit: bool


def double_marks(text: str, start: int, end: int) -> list[Mark]:
    """The double marks of the paragraph `[start, end)`, each with the side it seems to be on.

    >>> [mark.side.name for mark in double_marks('He said, ”no” and "yes".', 0, 24)]
    ['OPENING', 'CLOSING', 'OPENING', 'CLOSING']
    """
    marks: list[Mark] = []
    for match in DOUBLE.finditer(text, start, end):
        at, stop = match.span()
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        marks.append(Mark(at, stop, _side(match[0], before, after), before.isdigit()))
    return marks


def _side(shape: str, before: str, after: str) -> Side:
    blank_before, blank_after = before.isspace(), after.isspace()
    if blank_before != blank_after:
        # A blank on one side settles it, whatever the mark's shape: news has closing marks that open.
        if blank_before and after in ",.;:":
            return Side.EITHER
        return Side.OPENING if blank_before else Side.CLOSING
    if shape in _OPENS_ONLY and not (before.isalnum() and after in _AFTER):
        return Side.OPENING
    if shape in _CLOSES_ONLY and not (before in _BRACKETS and after.isalnum()):
        return Side.CLOSING
    if blank_before:
        return Side.EITHER
    if before in _BRACKETS and after not in _AFTER:
        return Side.OPENING
    if after in _AFTER and before not in _BRACKETS:
        return Side.CLOSING
    return Side.EITHER
