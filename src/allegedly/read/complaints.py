"""Keeps what warcio says of broken compression from standard error, and counts it: its reader goes on regardless."""

from __future__ import annotations

from importlib import import_module
from threading import local


class Complaints:
    """Stands where warcio's reader expects the module `sys`, of which it uses `stderr` alone; each thread has its own count."""

    def __init__(self) -> None:
        self._of_thread = local()

    @property
    def stderr(self) -> Complaints:
        """What is written to."""
        return self

    @property
    def count(self) -> int:
        """How many complaints this thread has seen."""
        found: int = getattr(self._of_thread, "count", 0)
        return found

    def write(self, words: str) -> int:
        """Counts, and writes nothing."""
        self._of_thread.count = self.count + 1
        return len(words)


def complaints() -> Complaints:
    """The one to whom warcio complains in this process, in place of standard error."""
    names = vars(import_module("warcio.bufferedreaders"))
    found = names["sys"]
    if not isinstance(found, Complaints):
        names["sys"] = found = Complaints()
    return found
