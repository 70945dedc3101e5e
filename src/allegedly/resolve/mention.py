"""A name at a place of an article, as its runs of capitals give it."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.model import Span
from allegedly.resolve.roles import Role
from allegedly.resolve.words import Words


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `span`, its words from number `first` up to `stop`.

    `sort`: `person` (something beside the name shows it), `weak` (several capitals, nothing more), `single` (one word),
    `body` or `place`. `opens` is where the phrase with titles before the name begins; `apposed` a second role, behind it.
    """

    span: Span
    first: int
    stop: int
    sort: str
    opens: int
    role: Role | None = None
    gender: str | None = None
    possessive: bool = False
    titled: bool = False
    apposed: Role | None = None


def mention_of(words: Words, first: int, stop: int, sort: str, opens: int) -> Mention:
    """A body's or a place's mention, or that of a whole run, without anything read beside it."""
    return Mention(words.span(first, stop - 1), first, stop, sort, words.starts[opens], None, None, words.possessive[stop - 1])
