"""The option that leaves out what the tagger is not sure enough of."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from allegedly.model import Statement

Command = TypeVar("Command", bound=Callable[..., object])


class _Share(click.FloatRange):
    """A number from 0 to 1; unlike its parent it takes no `nan`."""

    name = "number"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number = float(super().convert(value, param, ctx))  # type: ignore[arg-type]
        if math.isnan(number):
            self.fail(f"{value!r} is not a number from 0 to 1.", param, ctx)
        return number


def confidence_option(command: Command) -> Command:
    """The option that bounds the confidence from below; the command takes `least`."""
    option = click.option(
        "--min-confidence",
        "least",
        type=_Share(0, 1),
        default=0.0,
        metavar="X",
        help="Leave out, and count, rows of less confidence (0 to 1).",
    )
    return option(command)


class Sieve:
    """Lets statements through whose confidence is at least `least`, at most `limit` of them, and counts the others on the way."""

    def __init__(self, least: float, limit: int | None = None) -> None:
        self.least, self._limit = least, limit
        self.left_out = 0

    def __call__(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """The statements that are sure enough, in their order."""
        through = 0
        for statement in statements:
            if statement.attribution.confidence < self.least:
                self.left_out += 1
                continue
            yield statement
            through += 1
            if through == self._limit:
                return
