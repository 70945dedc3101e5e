"""Captures pages and feeds, follows the feeds, and gives what was captured to be read."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Self, TypeAlias

from allegedly.errors import FetchError
from allegedly.fetch.answer import Answer
from allegedly.fetch.archive_file import ArchiveError, ArchiveFile
from allegedly.fetch.exchange import Exchange, HttpExchange
from allegedly.fetch.index import Capture, Known
from allegedly.fetch.links import Follow, Link, feed_links, is_feed, moment_of
from allegedly.fetch.location import Location, location_of
from allegedly.fetch.pace import Sleep
from allegedly.fetch.robots import Remembered
from allegedly.fetch.settings import Settings
from allegedly.fetch.visit import Visitor
from allegedly.model import Origin, Skipped
from allegedly.read import PassedOver, Source
from allegedly.read.archive import archive_sources

_CREDENTIALS = re.compile(r"//[^/?#]*@")


class News(StrEnum):
    """What a capture brought: a page never captured before, another answer than the last, or the same."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "unchanged"


@dataclass(frozen=True, slots=True)
class Captured:
    """A page or feed that was asked for and is in the archive.

    `url`: as asked for; `capture`: of where that led, the whole one where the answer was the same as before. `source`: its bytes,
    as read from the archive. `named`: by the caller, not by a feed. `links`: where it leads, of a feed.
    """

    url: str
    capture: Capture
    news: News
    source: Source
    named: bool = True
    links: tuple[Link, ...] = ()

    @property
    def is_feed(self) -> bool:
        """Whether it is a feed."""
        return is_feed(self.source)


Harvested: TypeAlias = Captured | Skipped


class Harvest:
    """Captures into `archive`, which is open while `open` is entered.

    `follow`: which entries of feeds are followed. `again`: a page that is linked to is asked for again once its last capture is
    so old; without it only where its feed says that it was changed since, or where it could not be had.
    """

    def __init__(
        self,
        path: Path,
        settings: Settings,
        *,
        follow: Follow = Follow.MISSING,
        again: timedelta | None = None,
        sleep: Sleep = time.sleep,
        exchange: Exchange | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.settings = settings
        self.archive = ArchiveFile(path, settings)
        self._follow, self._again, self._now = follow, again, now
        self._exchange: Exchange = exchange or HttpExchange(settings)
        self._swept: set[str] = set()
        self._failed: dict[str, tuple[int, datetime]] = {}
        self._visitor = Visitor(settings, self._exchange, self._keep, self.archive.validators, sleep, self._remembered)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._exchange.close()

    @contextmanager
    def open(self) -> Iterator[Self]:
        """The archive, open for this process alone."""
        with self.archive.open():
            yield self

    def captures(self, urls: Iterable[str]) -> Iterator[Harvested]:
        """What became of each address, and of the links of those that are feeds, as it is captured.

        The host that may be asked soonest goes first, so that one slow site holds up no other. Raises `FetchError` where the
        archive cannot be written.
        """
        waiting: dict[str, bool] = dict.fromkeys(map(_normal, urls), True)
        asked: set[str] = set()
        while waiting:
            url = min(waiting, key=self._ready_in)
            named = waiting.pop(url)
            asked.add(url)
            found = self._captured(url, named=named)
            if isinstance(found, Captured):
                fresh = (link for link in found.links if link.url not in asked and self.is_due(link))
                waiting |= {link.url: waiting.get(link.url, False) for link in fresh}
            yield found
        self._swept |= asked

    def is_due(self, link: Link) -> bool:
        """Whether the link is to be asked for: it never was, changed since, is old enough, or failed long enough ago."""
        known, now = self.archive.index.reached(link.url), self._now()
        last = moment_of(known.last.when) if known is not None else None
        if known is None or last is None:
            failures, when = self._failed.get(link.url, (0, now))
            return not failures or now - when >= _patience(failures)
        if known.last.status != 200:
            return now - last >= _patience(known.failures)
        if link.changed is not None and last < link.changed <= now:
            return True
        return self._again is not None and now - last >= self._again

    def replay(self, start: int) -> Iterator[Source | Skipped]:
        """What the archive holds from offset `start` on, as `allegedly add` would read it; what is no article is left out."""
        if start >= self.archive.index.end:
            return
        origin = Origin(name=self.archive.path.name)
        for found in archive_sources(self.archive.path, origin, self.settings.size_limit, start):
            if not isinstance(found, PassedOver):
                yield found

    def _captured(self, url: str, *, named: bool) -> Harvested:
        try:
            answer = self._visitor.visit(url)
            known = self.archive.known(answer.url)
            whole = known.whole if known is not None else None
            if known is None or whole is None:
                raise FetchError(f"answered {answer.said}, expected a page")
            news = News.SAME if known.last.revisit else News.CHANGED if len(known.wholes) > 1 else News.NEW
            source = self._source(whole)
            self._failed.pop(url, None)
            return Captured(url, whole, news, source, named, self._links(source, known) if named else ())
        except ArchiveError:
            raise
        except FetchError as error:
            self._failed[url] = (self._failed.get(url, (0, None))[0] + 1, self._now())
            return Skipped(Origin(url=_CREDENTIALS.sub("//", url)), str(error))

    def _links(self, source: Source, known: Known) -> tuple[Link, ...]:
        """The links of a feed, and those that an interrupted run saw in it, did not reach, and that are in it no more."""
        links = {link.url: link for link in feed_links(source, self._follow)}
        if links and source.origin.url not in self._swept:
            for capture in list(known.wholes)[-2::-1]:
                before = feed_links(self._source(capture), self._follow)
                unreached = [link for link in before if self.archive.index.reached(link.url) is None]
                if not unreached:
                    break
                links |= {link.url: link for link in unreached if link.url not in links}
        return tuple(links.values())

    def _source(self, capture: Capture) -> Source:
        """What the archive holds at this capture."""
        origin = Origin(name=self.archive.path.name)
        found = next(iter(archive_sources(self.archive.path, origin, self.settings.size_limit, capture.offset)), None)
        if isinstance(found, Source) and found.origin.name == f"{origin.name}#{capture.offset}":
            return found
        if isinstance(found, Skipped) and not isinstance(found, PassedOver):
            raise FetchError(found.reason)
        kind = capture.media_type or "an unknown type"
        raise FetchError(f"captured as {kind}, which holds no article; expected a page, a text or a feed")

    def _keep(self, answer: Answer) -> None:
        self.archive.append(answer)

    def _remembered(self, location: Location) -> Remembered | None:
        """The site's robots.txt as it is in the archive."""
        known = self.archive.index.reached(location.url)
        last = moment_of(known.last.when) if known is not None else None
        if known is None or last is None:
            return None
        text = self.archive.text(known.whole) if known.last.status == 200 and known.whole else ""
        return Remembered(known.last.status, text, (self._now() - last).total_seconds())

    def _ready_in(self, url: str) -> float:
        try:
            return self._visitor.pace.ready_in(location_of(url).host)
        except FetchError:
            return 0.0


def _patience(failures: int) -> timedelta:
    """How long a page is let be that could not be had so many times in a row."""
    return min(timedelta(minutes=5 << min(failures, 10)), timedelta(days=1))


def _normal(url: str) -> str:
    try:
        return location_of(url).url
    except FetchError:
        return url.strip()
