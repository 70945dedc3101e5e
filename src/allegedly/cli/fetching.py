"""How a command asks the web: its options, and what they make."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

if TYPE_CHECKING:
    from allegedly.fetch.harvest import Harvest
    from allegedly.fetch.settings import Settings

Command = TypeVar("Command", bound=Callable[..., object])

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_DURATION = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?")


def is_address(name: str) -> bool:
    """Whether `name` is an address to ask for, and not a file."""
    return bool(_ADDRESS.match(name))


def duration(context: click.Context, parameter: click.Parameter, value: str | None) -> timedelta | None:
    """The length of time that an option says, as in `90s`, `15m`, `2h`, `1d` or `1h30m`; for click, as a callback."""
    if value is None:
        return None
    found = _DURATION.fullmatch(value)
    if not value or found is None:
        raise click.BadParameter(f"{value!r} is no length of time, expected one as in 90s, 15m, 2h or 1d", context, parameter)
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


class Options(TypedDict):
    """The options as a command takes them."""

    into: str | None
    follow: str
    contact: str | None
    user_agent: str | None
    pause: float
    size_limit: float
    time_limit: float
    allow_private: bool
    proxy: str | None


@dataclass(frozen=True, slots=True)
class Asking:
    """What the options say of how the web is asked."""

    into: str | None
    follow: str
    contact: str | None
    user_agent: str | None
    pause: float
    size_limit: float
    time_limit: float
    allow_private: bool
    proxy: str | None

    def settings(self) -> Settings:
        """The settings that they make."""
        from allegedly.fetch.settings import Settings, user_agent

        return Settings(
            user_agent=self.user_agent or user_agent(self.contact),
            pause=self.pause,
            size_limit=int(self.size_limit * 1e6),
            time_limit=self.time_limit,
            allow_private=self.allow_private,
            proxy=self.proxy,
        )

    def harvest(self, ledger: str | None = None, again: timedelta | None = None) -> AbstractContextManager[Harvest]:
        """What captures, into the archive that is named, or else the one beside the ledger.

        Raises `FetchError` where a library is missing.
        """
        from allegedly.fetch.needed import check_needed

        check_needed()
        from allegedly.fetch.harvest import Harvest
        from allegedly.fetch.links import Follow

        path = self.into or f"{ledger}.warc.gz"
        return Harvest(Path(path), self.settings(), follow=Follow(self.follow), again=again)


def web_options(command: Command) -> Command:
    """The options of commands that ask the web; the command takes them as keywords, for `Asking`."""
    options = (
        click.option("--into", metavar="FILE", help="The web archive (.warc.gz) to capture into; LEDGER.warc.gz if not given."),
        *_manners(),
    )
    return _with(command, options)


def fetch_options(command: Command) -> Command:
    """As `web_options`, where there is no ledger and the archive has to be named."""
    into = click.option("--into", metavar="FILE", required=True, help="The web archive (.warc.gz) to capture into.")
    return _with(command, (into, *_manners()))


def _manners() -> tuple[Callable[[Command], Command], ...]:
    return (
        click.option(
            "--follow",
            type=click.Choice(("missing", "all", "none")),
            default="missing",
            show_default=True,
            help="Entries of feeds whose pages are fetched: those without the article's text, all, or none.",
        ),
        click.option("--contact", metavar="WHERE", help="An address or page where you can be reached: servers are told it."),
        click.option("--user-agent", metavar="NAME", help="What servers are told, and robots.txt is searched for, instead."),
        click.option(
            "--pause",
            type=click.FloatRange(0, 3600),
            default=1.0,
            show_default=True,
            metavar="SECONDS",
            help="Between two questions to a host, or more where its robots.txt says so.",
        ),
        click.option(
            "--size-limit",
            type=click.FloatRange(0.001, 1000),
            default=20.0,
            show_default=True,
            metavar="MB",
            help="The most that a page may have, unpacked.",
        ),
        click.option(
            "--time-limit",
            type=click.FloatRange(0.1, 3600),
            default=60.0,
            show_default=True,
            metavar="SECONDS",
            help="The most that one page may take.",
        ),
        click.option("--allow-private", is_flag=True, help="Ask also this machine and its own network."),
        click.option("--proxy", metavar="URL", help="Ask through this HTTP proxy; none of the environment is taken."),
    )


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
