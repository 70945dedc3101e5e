"""When a host may be asked again."""

from __future__ import annotations

import time
from collections.abc import Callable

from allegedly.errors import FetchError

Sleep = Callable[[float], None]
LONGEST_PAUSE = 120.0
"""The most seconds that are waited for one host."""


class HeldError(FetchError):
    """The host asked to be left alone for longer than is worth waiting."""


class Pace:
    """Leaves at least `pause` seconds between two questions to a host, or more where the host asks for that."""

    def __init__(self, pause: float, sleep: Sleep = time.sleep) -> None:
        self._pause, self._sleep = pause, sleep
        self._delays: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def slow(self, host: str, delay: float) -> None:
        """The host asks for `delay` seconds between questions."""
        self._delays[host] = delay

    def hold(self, host: str, seconds: float) -> None:
        """The host asks to be left alone for so many seconds, from now on."""
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)

    def ready_in(self, host: str) -> float:
        """The seconds until the host may be asked."""
        return max(0.0, self._next.get(host, 0.0) - time.monotonic())

    def wait(self, host: str) -> float:
        """Wait until the host may be asked; the seconds that took. Raises `HeldError` where that is too long."""
        seconds = self.ready_in(host)
        if seconds > LONGEST_PAUSE:
            raise HeldError(f"{host} asked to be left alone for {seconds:,.0f} more seconds; ask again later")
        if seconds:
            self._sleep(seconds)
        return seconds

    def asked(self, host: str) -> None:
        """The host has just been asked."""
        self.hold(host, max(self._pause, self._delays.get(host, 0.0)))
