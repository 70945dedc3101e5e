"""How much time and how many bytes one page may take."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from allegedly.errors import FetchError

_MOST_PAUSES = 300.0


class OutOfBudgetError(FetchError):
    """A page takes longer, or sends more, than one may; asking again at once would not help."""


@dataclass(slots=True)
class Budget:
    """What is left of `seconds`, from now on, and of `received` bytes; politeness' own pauses are given back by `extend`."""

    seconds: float
    received: int
    _end: float = field(init=False)
    _paused: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.seconds

    def left(self) -> float:
        """The seconds left. Raises `OutOfBudgetError` where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise OutOfBudgetError(
                f"not done within {self.seconds:g} seconds, more than one page may take; a later try, or --time-limit, may help"
            )
        return left

    def extend(self, seconds: float) -> None:
        """Give back `seconds` that were waited out of politeness. Raises `OutOfBudgetError` where they were too many."""
        self._end += seconds
        self._paused += seconds
        if self._paused > _MOST_PAUSES:
            raise OutOfBudgetError(f"the pauses on the way to it take more than {_MOST_PAUSES:g} seconds; ask again later")

    def take(self, count: int) -> None:
        """Count bytes off. Raises `OutOfBudgetError` where there are too few left."""
        self.received -= count
        if self.received < 0:
            raise OutOfBudgetError("more was sent than one page may, around the page's own bytes; nothing of it was kept")
