"""How many processes find the statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from allegedly.batch import Workers

Command = TypeVar("Command", bound=Callable[..., object])


def jobs_option(command: Command) -> Command:
    """The option that says how many processes work; the command takes `jobs`."""
    words = "Find in so many processes at once; 0: one for each core that may be used."
    option = click.option("--jobs", type=click.IntRange(0, 512), metavar="N", default=1, show_default=True, help=words)
    return option(command)


@contextmanager
def workers(jobs: int, tagger: str) -> Iterator[Workers | None]:
    """The processes that the option asks for, ended at the end; `None` where this one is enough."""
    if jobs == 1:
        yield None
        return
    from allegedly.batch import Workers, cores

    with Workers(jobs or cores(), tagger) as working:
        yield working
