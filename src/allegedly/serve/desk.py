"""The ledger as pages look at it: what takes long to compute is kept until the ledger changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import BoundedSemaphore, Event, Lock, Thread
from typing import Generic, TypeVar

from allegedly.attribute.tagger import Tagger
from allegedly.errors import LedgerError
from allegedly.export.text_fragment import Fragments
from allegedly.languages import load_language
from allegedly.ledger import Ledger
from allegedly.model import Article, Statement
from allegedly.model.correction import Waiting
from allegedly.model.identity import Identity
from allegedly.model.link import Link
from allegedly.reading import taggers_named
from allegedly.serve.harm import Queued, queue
from allegedly.serve.links import Linked, linked_in
from allegedly.serve.settings import Settings
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import EVERYTHING, FacetCount, Selection, SourceCount

T = TypeVar("T")
_CHEAP = 0.5
SHARE = 10
"""While a ledger keeps changing, a value is computed anew only so many times what that took after it was computed last."""


@dataclass(frozen=True)
class People:
    """The speakers across articles at one moment; each profile's key leads to its identity."""

    every: tuple[Identity, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Identity]:
        """The identity that each profile belongs to."""
        return {profile.key: one for one in self.every for profile in one.profiles}


class Kept(Generic[T]):
    """A value that is computed again when the ledger has changed: behind the scenes, by one thread at a time, not all the time.

    Whoever asks meanwhile gets the value before; only the first of all waits.
    """

    def __init__(self, compute: Callable[[], T], change: Callable[[], int]) -> None:
        self._compute, self._change = compute, change
        self._lock = Lock()
        self._value: tuple[T, int, float] | None = None
        self._cost = 0.0

    def get(self) -> T:
        """The value: the present one, or one as old as computing it is worth."""
        known = self._value
        if known is None:
            with self._lock:
                return self._renewed() if self._value is None else self._value[0]
        if known[1] != self._change() and time.monotonic() > known[2] and self._lock.acquire(blocking=False):
            Thread(target=self._renew, name="computing anew", daemon=True).start()
        return known[0]

    def forget(self) -> None:
        """Keep the value no longer, however dear it was."""
        self._value = None

    def hurry(self, *, dear: bool = True) -> None:
        """Somebody here has changed the ledger: keep the value no longer where it is cheap; with `dear`, else compute it soon."""
        known = self._value
        if known is not None and self._cost < _CHEAP:
            self._value = None
        elif known is not None and dear:
            self._value = (known[0], -1, 0.0)

    def _renew(self) -> None:
        try:
            self._renewed()
        except LedgerError:
            # The ledger is closed, or cannot be read now; what is known stays.
            pass
        finally:
            self._lock.release()

    def _renewed(self) -> T:
        change, began = self._change(), time.monotonic()
        value = self._compute()
        ended = time.monotonic()
        self._cost = ended - began
        self._value = (value, change, ended + SHARE * self._cost)
        return value


class Desk:
    """An open ledger and what is kept of it between requests; safe to be used by several threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = SqliteStore(settings.ledger, write=not settings.read_only)
        taggers = taggers_named(settings.tagger)
        self.ledger = Ledger(self.store, taggers, write=False)
        self.readings = BoundedSemaphore(settings.bounds.readings)
        self._taggers = taggers
        self._closed = Event()
        change = self.store.change
        self.facets: Kept[tuple[FacetCount, ...]] = Kept(lambda: self.store.facets(EVERYTHING), change)
        self.linked: Kept[Linked] = Kept(lambda: linked_in(self.ledger), change)
        self.sources: Kept[tuple[SourceCount, ...]] = Kept(self.store.sources, change)
        self._queued: Kept[tuple[Queued, ...]] = Kept(
            lambda: queue(self.store, self.people().every, self.linked.get().disputes), change
        )
        self.waiting: Kept[tuple[Waiting, ...]] = Kept(lambda: tuple(self.ledger.corrections.waiting()), change)
        self._people: Kept[People] = Kept(lambda: People(self.ledger.identities.all()), change)

    def facets_of(self, selection: Selection) -> tuple[FacetCount, ...]:
        """The facets of what is selected; of the whole ledger, as they were kept."""
        return self.facets.get() if selection == EVERYTHING else self.store.facets(selection)

    def tagger(self, language: str) -> Tagger:
        """The tagger for the language with this code."""
        return self._taggers(load_language(language))

    def queued(self) -> tuple[Queued, ...]:
        """The statements that a person should look at, the most harmful first."""
        return self._queued.get()

    def people(self) -> People:
        """The speakers across articles."""
        return self._people.get()

    def judged(self) -> None:
        """Compute who speaks anew at the next look: a person has just judged otherwise."""
        self._people.forget()

    def added(self) -> None:
        """Compute anew what an article that was added changes, where that is cheap; the rest in its time."""
        for kept in (self._people, self.linked, self.facets, self.sources, self._queued):
            kept.hurry(dear=False)

    def corrected(self) -> None:
        """Compute anew what a correction may have changed; the queue stays, what was looked at is taken off it."""
        for kept in (self._people, self.linked, self.facets, self.sources, self.waiting):
            kept.hurry()

    def warm(self) -> None:
        """Compute what pages need, before anybody asks."""
        for kept in (self.linked, self._people, self.facets, self.sources, self._queued, self.waiting):
            kept.get()

    def links_of(self, article: str) -> tuple[Link, ...]:
        """The links with an end in the article."""
        return self.linked.get().by_article.get(article, ())

    def story_of(self, article: str) -> str | None:
        """The id of the story that the article lies in with others."""
        story = self.linked.get().story_by_article.get(article)
        return None if story is None or len(story.articles) < 2 else story.id

    def disputed(self) -> tuple[str, ...]:
        """The ids of the statements that are disputed, or dispute something."""
        return tuple(sorted(self.linked.get().disputed))

    def versions_of(self, article: str) -> tuple[tuple[int, str], ...]:
        """The number and id of each version of the article, the oldest first."""
        return tuple((entry.version, entry.article) for entry in self.store.versions(article))

    def fragment_of(self, article: Article, statement: Statement) -> str | None:
        """The address of the statement's words in the live page; `None` where the article has no address of the web."""
        return Fragments(article).link(statement.attribution.extent)

    def link_missing(self) -> None:
        """Link the articles that were added before there were links, one by one, until all are or the desk is closed."""
        for article in self.ledger.linking.missing():
            if self._closed.is_set():
                return
            try:
                self.ledger.linking.add(self.store.get(article))
            except LedgerError:
                # Another process took the article away, or writes for too long; the next start tries again.
                continue

    def close(self) -> None:
        """Let go of the file."""
        self._closed.set()
        self.ledger.close()
