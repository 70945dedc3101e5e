"""Statements of many articles as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allegedly.export.wording import Line, day_of, line_of, one_line
from allegedly.model import Statement
from allegedly.serve.pages.article import looks_of, more_text, speaker_address


@dataclass(frozen=True, slots=True)
class Result:
    """A statement in a list: its line, where it stands, what else is known of it."""

    line: Line
    looks: str
    speaker_to: str | None
    more: str
    outlet: str
    day: str
    title: str
    article: str
    disputed: bool


def results_of(statements: Iterable[Statement], disputed: frozenset[str] = frozenset()) -> Iterator[Result]:
    """The statements as they are listed."""
    for number, statement in enumerate(statements, 1):
        origin = statement.origin
        line = line_of(number, statement)
        yield Result(
            line,
            looks_of(line),
            speaker_address(statement),
            more_text(line, statement),
            one_line(origin.outlet or ""),
            day_of(origin.published) or "",
            one_line(origin.title or origin.name or "untitled"),
            statement.article,
            statement.id in disputed,
        )
