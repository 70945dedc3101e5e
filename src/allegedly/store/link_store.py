"""What every store of links takes and gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from allegedly.model.link import Likeness, Link, LinkKind
from allegedly.model.link_event import LinkEvent

NO_DAY = 0
"""Stands for the day of an article without a date; other days are numbered from 0001-01-01, which is 1."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What an article is compared by, as it is kept; only the rules that made it (`made`) know what the rest means.

    `text`: that of the article; kept with it alone. `crowd`: an id that articles share whose texts are nearly the same; `None`
    where the article is in no crowd.
    """

    article: str
    text: str
    day: int
    made: str
    words: bytes
    runs: bytes
    said: str
    crowd: str | None = None


class Linker(Protocol):
    """The work of linking one article, in one transaction: whole or not at all."""

    def near(self, keys: Collection[int], day: int, window: int, least: int) -> Mapping[str, int]:
        """The articles with at least `least` of the keys and how many, `window` days away at most, in the order of their ids.

        Where one of the days is `NO_DAY`, they may be any number of days apart.
        """
        ...

    def outlines(self, articles: Collection[str]) -> Mapping[str, Outline]:
        """The outlines of those articles that have one."""
        ...

    def crowd(self, crowd: str, most: int | None = None) -> tuple[str, ...]:
        """The articles of a crowd in the order of their ids, no more than `most`."""
        ...

    def is_replaced(self, article: str) -> bool:
        """Whether a newer version replaces the article."""
        ...

    def forget(self, article: str) -> None:
        """Take away all that is kept of an article. Where it led a crowd, those that follow are unlinked: another leads them."""
        ...

    def follow(self, articles: Collection[str], head: str) -> None:
        """Take away the keys of these articles, and what is between them and others than `head`."""
        ...

    def record(self, outline: Outline, keys: Collection[int], likenesses: Sequence[Likeness], links: Sequence[Link]) -> None:
        """Keep an article's outline, and how it stands to others, in place of what was kept of it before.

        `links` and `likenesses` are all between this article and others, and within it.
        """
        ...


class LinkStore(Protocol):
    """Keeps what was found between articles, and what people judged of it. Part of a store of findings."""

    def linker(self) -> AbstractContextManager[Linker]:
        """A transaction to link one article in; no other process writes meanwhile."""
        ...

    def unlinked(self, made: str) -> tuple[str, ...]:
        """The articles that have no outline made by these rules: links of theirs may be missing; the first added first."""
        ...

    def links(
        self, *, article: str | None = None, kind: LinkKind | None = None, articles: Collection[str] | None = None
    ) -> Iterator[Link]:
        """The links found, between articles that no newer version replaces, in the order of their ids.

        `article`: with an end in this article, replaced or not; `articles`: with both ends in these.
        """
        ...

    def likenesses(self, article: str | None = None) -> Iterator[Likeness]:
        """How alike articles are that are, those that a newer version replaces left out; with `article`, to this one."""
        ...

    def crowds(self, most: int) -> Mapping[str, str]:
        """The articles of crowds with more than `most`, each with its crowd."""
        ...

    def record(self, event: LinkEvent) -> None:
        """Append a judgement on a link; one with the id of one there is there already. No linking touches it."""
        ...

    def events(self) -> tuple[LinkEvent, ...]:
        """The judgements on links, in the order in which they came, withdrawn ones too."""
        ...
