"""`allegedly watch`: polls feeds and keeps what is new."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from types import FrameType
from typing import TYPE_CHECKING, Unpack

import click

from allegedly.cli.exits import Exit
from allegedly.cli.fetching import Asking, Options, duration, web_options
from allegedly.cli.harvested import left_over
from allegedly.cli.inputs import tagger_option
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.screen import say, say_skipped
from allegedly.cli.tally import Tally
from allegedly.errors import FetchError
from allegedly.export.wording import counted
from allegedly.model import Article, Origin, Skipped

if TYPE_CHECKING:
    from allegedly.fetch.harvest import Captured, Harvest
    from allegedly.ledger import Ledger


@click.command()
@click.argument("ledger")
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS…")
@click.option("--every", callback=duration, default="15m", show_default=True, metavar="TIME", help="From one round to the next.")
@click.option("--again", callback=duration, metavar="TIME", help="Ask again for pages in the feeds whose last capture is so old.")
@click.option("--rounds", type=click.IntRange(1), metavar="N", help="Stop after so many rounds.")
@click.option("--once", is_flag=True, help="One round alone, as for cron.")
@tagger_option
@web_options
def watch(
    ledger: str,
    feeds: tuple[str, ...],
    every: timedelta,
    again: timedelta | None,
    rounds: int | None,
    once: bool,
    tagger: str,
    **asking: Unpack[Options],
) -> Exit:
    """Poll feeds, and keep what is new in a ledger, until interrupted.

    Pages are captured into a web archive first, LEDGER.warc.gz if no other is named, and read from there. A round that was
    interrupted, even by a kill, is completed by the next: nothing is lost, nothing is kept twice. Needs the extra "web".

    \b
    allegedly watch ledger.db https://courier.example/feed.xml --every 15m
    allegedly watch ledger.db https://courier.example/feed.xml --once
    """
    most = 1 if once else rounds
    ways = Asking(**asking)
    with open_ledger(ledger, write=True, tagger=tagger) as keeping, ways.harvest(ledger, again) as harvest:
        watching = _Watching(ledger, keeping, harvest, feeds)
        say(f"{ledger}: watching {counted(len(feeds), 'feed')}, captured into {harvest.archive.path}")
        try:
            with _stopping():
                for number in range(1, most + 1) if most else _numbers():
                    following = time.time() + every.total_seconds()
                    last = number == most
                    watching.round(number, None if last else following, patient=most is None)
                    if not last:
                        time.sleep(max(0.0, following - time.time()))
        except KeyboardInterrupt:
            say(f"{ledger}: stopped; {watching.total}")
            return Exit.DONE
    return Exit.SKIPPED if watching.total.skipped else Exit.DONE


@dataclass(slots=True)
class _Watching:
    """A watch under way; `said`: what was said to be skipped, which is not said in every round."""

    name: str
    ledger: Ledger
    harvest: Harvest
    feeds: Sequence[str]
    total: Tally = field(default_factory=Tally)
    said: set[Skipped] = field(default_factory=set)
    caught_up: bool = False

    def round(self, number: int, following: float | None, *, patient: bool) -> None:
        """One round, and the line on it; `patient`: an archive that cannot be written now is left for the next."""
        round_ = _Round(self.harvest, self.feeds)
        tally = Tally()
        began = _clock(time.time())
        try:
            with self.harvest.open():
                before = iter(()) if self.caught_up else left_over(self.harvest, self.ledger)
                for kept in self.ledger.add_many(chain(before, round_.articles())):
                    tally.count(kept)
                    self.total.count(kept)
                    if isinstance(kept, Skipped) and kept not in self.said:
                        self.said.add(kept)
                        say_skipped(kept)
                self.caught_up = True
        except FetchError as error:
            if not patient:
                raise
            say(f"{self.name}: {error}")
        pages = counted(round_.pages, "page")
        then = "" if following is None else f"; next at {_clock(following)}"
        say(f"{began} round {number}: {counted(round_.feeds_read, 'feed')} and {pages} fetched; {tally}{then}")


@dataclass(slots=True)
class _Round:
    """What one round brings, counted as it comes."""

    harvest: Harvest
    feeds: Sequence[str]
    feeds_read: int = 0
    pages: int = 0

    def articles(self) -> Iterator[Article | Skipped]:
        """The articles in what is new, and what could not be had."""
        from allegedly.fetch.harvest import News
        from allegedly.fetch.links import articles_in

        for found in self.harvest.captures(self.feeds):
            if isinstance(found, Skipped):
                yield found
                continue
            if found.is_feed:
                self.feeds_read += 1
            elif found.named:
                yield _no_feed(found)
                continue
            else:
                self.pages += 1
            if found.news is not News.SAME:
                yield from articles_in(found.source)


def _no_feed(found: Captured) -> Skipped:
    from allegedly.fetch.links import feeds_named

    named = feeds_named(found.source)
    hint = f"; the page names {', '.join(named[:3])}: watch that" if named else ""
    return Skipped(Origin(url=found.url), f"served as {found.capture.media_type}, expected a feed{hint}")


@contextmanager
def _stopping() -> Iterator[None]:
    """SIGTERM ends the work as an interrupt does: at once, since everything is kept whole or not at all."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def _clock(moment: float) -> str:
    return datetime.fromtimestamp(moment).strftime("%H:%M:%S")
