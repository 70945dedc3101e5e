"""The texts that a command is given, and what its options say of them."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeVar

import click

from allegedly.cli.screen import say
from allegedly.model import Article, Origin, Skipped
from allegedly.read import PassedOver, Source, read_source, sources
from allegedly.reading import TAGGERS

Command = TypeVar("Command", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Given:
    """What the person says of the texts; it wins over what they say of themselves."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    def of(self, origin: Origin) -> Origin:
        """`origin` with what was given."""
        return replace(
            origin,
            title=self.title or origin.title,
            outlet=self.outlet or origin.outlet,
            published=self.published or origin.published,
            url=self.url or origin.url,
        )


def origin_options(command: Command) -> Command:
    """The options that say where the texts come from; the command takes `title`, `outlet`, `published` and `url`."""
    options = (
        click.option("--title", help="The title, in place of the text's own."),
        click.option("--outlet", help="The newspaper, agency or site."),
        click.option("--published", metavar="DATE", help="When it was published (ISO 8601)."),
        click.option("--url", help="Its address."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def tagger_option(command: Command) -> Command:
    """The option that chooses the tagger; the command takes `tagger`."""
    words = "What finds the statements: rules (cues), a network (neural), or the best there is (auto)."
    return click.option("--tagger", type=click.Choice(TAGGERS), default="auto", show_default=True, help=words)(command)


def files_argument(command: Command) -> Command:
    """The texts: files, folders, `-`; the command takes `files`."""
    return click.argument("files", nargs=-1, required=True, metavar="FILES…")(command)


class Texts:
    """The articles in what `files` name, and what cannot be read; one document at a time in memory.

    What a folder or an archive holds besides articles is no skipped article; `say_passed_over` says it at the end. `advance` is
    called after each document. Raises `click.UsageError` where a date that was given is none.
    """

    def __init__(self, files: Sequence[str], given: Given, advance: Callable[[], None] = lambda: None) -> None:
        _check_date(given.published)
        self._files, self._given, self._advance = files, given, advance
        self._passed_over: list[PassedOver] = []
        self._leading_on: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Article | Skipped]:
        for source in sources(self._files, standard_input=_standard_input()):
            if isinstance(source, PassedOver):
                self._passed_over.append(source)
            elif isinstance(source, Skipped):
                yield source
            else:
                yield from self._read(replace(source, origin=self._given.of(source.origin)))
            self._advance()

    def _read(self, source: Source) -> Iterator[Article | Skipped]:
        """What the document holds; an entry of a captured feed that leads to a page of its own is no skipped article."""
        captured = source.origin.url if source.when else None
        for item in read_source(source):
            if captured and isinstance(item, Skipped) and item.origin.url not in (None, captured):
                self._leading_on[(source.origin.name or "").partition("#")[0]] += 1
            else:
                yield item

    def say_passed_over(self) -> None:
        """Say what was passed over, a line for each folder and archive."""
        for name, number in self._leading_on.items():
            entries = "1 entry of a captured feed leads" if number == 1 else f"{number:,} entries of captured feeds lead"
            say(f"{name}: {entries} to pages of their own, read where they are captured too")
        for passed_over in self._passed_over:
            say(f"{passed_over.origin.name}: {passed_over.reason}")


def count(files: Sequence[str]) -> int:
    """About how many documents `files` name, for a progress bar; folders are not followed through links."""
    total = 0
    for name in files:
        if Path(name).is_dir():
            total += sum(1 for _, _, inside in os.walk(name) for file in inside if not file.startswith("."))
        else:
            total += 1
    return total


def _standard_input() -> BinaryIO | None:
    return getattr(sys.stdin, "buffer", None)


def _check_date(published: str | None) -> None:
    from allegedly.read.dates import iso_date

    if published is not None and iso_date(published) is None:
        raise click.UsageError(f"--published is {published!r}, expected an ISO 8601 date as in 2026-11-20 or 2026-11-20T09:15Z")
