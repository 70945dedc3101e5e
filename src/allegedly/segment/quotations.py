"""Quotations of an article: words between double marks, over paragraphs where reopened, and single-marked ones."""

from __future__ import annotations

from allegedly.languages import Language
from allegedly.model import Quotation, Span, Spans
from allegedly.segment.marks import Mark, Side, double_marks
from allegedly.segment.single_marks import Apostrophes, single_quotations

Run = tuple[int, int, bool, int]
"""Start, end (marks included), whether a closing mark was found, depth."""


def find_quotations(text: str, paragraphs: Spans, language: Language) -> tuple[Quotation, ...]:
    """The quotations of `text`, in order of their first fragment; takes time linear in the text.

    A quotation that is left open ends with its paragraph, unless the next paragraph opens with a mark: then it goes on there
    as a further fragment.
    """
    apostrophes = Apostrophes.of(language)
    found: list[list[Run]] = []
    open_one: list[Run] | None = None
    for paragraph in paragraphs:
        runs = _double_runs(text, paragraph.start, paragraph.end)
        last: list[Run] | None = None
        for run in runs:
            if open_one is not None and run[0] == paragraph.start and not run[3]:
                open_one.append(run)
                last = open_one
            else:
                found.append([run])
                last = found[-1] if not run[3] else last
        open_one = last if last is not None and not last[-1][2] else None
        outer = [run[:2] for run in runs if not run[3]]
        for start, end in single_quotations(text, paragraph.start, paragraph.end, outer, apostrophes):
            found.append([(start, end, True, 0)])
    return _in_order(found)


def _in_order(found: list[list[Run]]) -> tuple[Quotation, ...]:
    """Quotations from runs, those that begin inside another's fragment being of depth 1."""
    inner: set[int] = set()
    reach = -1
    for start, end, number in sorted((run[0], run[1], number) for number, runs in enumerate(found) for run in runs):
        if start < reach:
            inner.add(number)
        reach = max(reach, end)
    order = sorted(range(len(found)), key=lambda number: (found[number][0][0], -found[number][0][1]))
    return tuple(
        Quotation(tuple(Span(run[0], run[1]) for run in found[number]), found[number][-1][2], int(number in inner))
        for number in order
    )


def _double_runs(text: str, start: int, end: int) -> list[Run]:
    """The runs between double marks of one paragraph; an inner one stands before the one that holds it."""
    marks = double_marks(text, start, end)
    runs: list[Run] = []
    opened: int | None = None
    nested: int | None = None
    for number, mark in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else None
        if opened is None:
            if _opens(mark, following):
                opened = mark.start
        elif nested is not None:
            if mark.side is not Side.OPENING:
                runs.append((nested, mark.end, True, 1))
                nested = None
        elif mark.side is Side.OPENING:
            if _nests(marks, number):
                nested = mark.start
            else:
                runs.append((opened, opened + len(text[opened : mark.start].rstrip()), False, 0))
                opened = mark.start
        elif not (mark.digit and following is not None and following.side is Side.CLOSING):
            runs.append((opened, mark.end, True, 0))
            opened = None
    if opened is not None:
        runs.append((opened, end, False, 0))
    return [run for run in runs if run[1] - run[0] > 1]


def _opens(mark: Mark, following: Mark | None) -> bool:
    """Whether a mark opens a quotation where none is open; one that could do either opens where another can close it."""
    if mark.side is Side.EITHER:
        return following is not None and following.side is not Side.OPENING
    return mark.side is Side.OPENING


def _nests(marks: list[Mark], number: int) -> bool:
    """Whether an opening mark inside an open quotation opens one in it: two closing marks must follow for that."""
    following = marks[number + 1 : number + 3]
    return len(following) == 2 and all(mark.side is Side.CLOSING for mark in following)
