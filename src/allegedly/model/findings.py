"""Everything found in one article, or why nothing could be."""

from __future__ import annotations

from dataclasses import dataclass, field

from allegedly.model.article import Article, Origin
from allegedly.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Recipe:
    """What made findings: the same recipe and the same article give the same findings."""

    version: str
    language: str
    tagger: str
    tagger_digest: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one article: the unit that is stored, exported, distributed and golden-tested.

    `statements` stand in the order of their first character in the text.
    """

    article: Article
    statements: tuple[Statement, ...]
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Skipped:
    """A text that could not be read, and why: a result, not a log line.

    `reason`: one sentence that says what was found, what was expected and what to do. `article`: what was read of it, where it is
    only its statements that could not be found; it has no part in whether two are equal.
    """

    origin: Origin
    reason: str
    article: Article | None = field(default=None, compare=False)
