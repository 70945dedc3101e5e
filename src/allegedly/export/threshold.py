"""Which statements are shown as doubtful, and which are sure enough to be shown at all."""

from __future__ import annotations

from dataclasses import replace

from allegedly.model import Findings, Statement

DOUBTFUL = 0.6
"""The confidence below which a row is marked: where that was measured, fewer than half of these are right."""


def doubtful(statement: Statement) -> bool:
    """Whether the tagger is so unsure of source and content that the row is marked."""
    return statement.attribution.confidence < DOUBTFUL


def numbered(findings: Findings, least: float = 0.0) -> dict[int, Statement]:
    """The statements whose confidence is at least `least`, by their number among all, which counts from 1.

    A statement inside one that is left out counts as inside the next one around it, if any.
    """
    parents = {statement.id: statement.parent for statement in findings.statements}
    kept = {statement.id for statement in findings.statements if statement.attribution.confidence >= least}
    return {
        number: replace(statement, parent=_nearest(statement, parents, kept))
        for number, statement in enumerate(findings.statements, 1)
        if statement.id in kept
    }


def sure_enough(findings: Findings, least: float) -> Findings:
    """The findings with only the statements that `numbered` gives."""
    return replace(findings, statements=tuple(numbered(findings, least).values())) if least else findings


def left_out(number: int, least: float) -> str:
    """
    What is said of the rows that are not shown.

    >>> left_out(3, 0.5)
    '3 rows below 0.5 left out'
    """
    return f"{number:,} row{'' if number == 1 else 's'} below {least:g} left out"


def _nearest(statement: Statement, parents: dict[str, str | None], kept: set[str]) -> str | None:
    seen, at = {statement.id}, statement.parent
    while at is not None and at in parents and at not in kept and at not in seen:
        seen.add(at)
        at = parents[at]
    return None if at in seen or (at is not None and at in parents and at not in kept) else at
