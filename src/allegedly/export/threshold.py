"""Which statements are shown as doubtful, and which are sure enough to be shown at all."""

from __future__ import annotations

from dataclasses import replace

from allegedly.model import Findings, Manner, Statement

DOUBTFUL = 0.6
"""The confidence below which a row is marked: where that was measured, fewer than half of these are right."""


def doubtful(statement: Statement) -> bool:
    """Whether the tagger is so unsure of source and content that the row is marked."""
    return statement.attribution.confidence < DOUBTFUL


def is_bare(statement: Statement) -> bool:
    """Whether it is a sentence of the article that nobody but its author says."""
    return statement.manner.value is Manner.BARE


def numbered(findings: Findings, least: float = 0.0, *, bare: bool = False) -> dict[int, Statement]:
    """The statements whose confidence is at least `least`, by their number among all, which counts from 1.

    Those that somebody says come first, then, with `bare`, the article's own; so no number depends on whether these are shown.
    A statement inside one that is left out counts as inside the next one around it, if any.
    """
    parents = {statement.id: statement.parent for statement in findings.statements}
    kept = {statement.id for statement in findings.statements if statement.attribution.confidence >= least}
    ordered = sorted(findings.statements, key=is_bare)
    return {
        number: replace(statement, parent=_nearest(statement, parents, kept))
        for number, statement in enumerate(ordered, 1)
        if statement.id in kept and (bare or not is_bare(statement))
    }


def sure_enough(findings: Findings, least: float) -> Findings:
    """The findings with only the statements whose confidence is at least `least`."""
    if not least:
        return findings
    kept = {statement.id: statement for statement in numbered(findings, least, bare=True).values()}
    return replace(findings, statements=tuple(kept[one.id] for one in findings.statements if one.id in kept))


def left_out(number: int, least: float) -> str:
    """
    What is said of the rows that are not shown.

    >>> left_out(3, 0.5)
    '3 rows below 0.5 left out'
    """
    return f"{number:,} row{'' if number == 1 else 's'} below {least:g} left out"


def bare_left_out(number: int) -> str:
    """
    What is said of the article's own sentences that are not shown.

    >>> bare_left_out(1)
    '1 bare sentence with a figure, an event or a hedge: --bare shows it'
    """
    them = "it" if number == 1 else "them"
    return f"{number:,} bare sentence{'' if number == 1 else 's'} with a figure, an event or a hedge: --bare shows {them}"


def _nearest(statement: Statement, parents: dict[str, str | None], kept: set[str]) -> str | None:
    seen, at = {statement.id}, statement.parent
    while at is not None and at in parents and at not in kept and at not in seen:
        seen.add(at)
        at = parents[at]
    return None if at in seen or (at is not None and at in parents and at not in kept) else at
