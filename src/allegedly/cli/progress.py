"""A progress bar on standard error, for work that lasts."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.7
"""Seconds of work before the bar appears, so that short work shows none."""


class Bar:
    """Counts `total` things done; draws only in a terminal, and only once the work has lasted."""

    def __init__(self, total: int, noun: str) -> None:
        self._total, self._noun = total, noun
        self._done = 0
        self._began = time.monotonic()
        self._drawn: Progress | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._drawn is not None:
            self._drawn.stop()

    def advance(self) -> None:
        """One more is done."""
        self._done += 1
        if self._drawn is None:
            if not sys.stderr.isatty() or time.monotonic() - self._began < PATIENCE or self._total < 2:
                return
            self._drawn = self._draw()
        for task in self._drawn.task_ids:
            self._drawn.update(task, completed=self._done, total=max(self._total, self._done))

    def hide(self) -> None:
        """Take the bar away, so that words can be said; the next `advance` draws it again."""
        if self._drawn is not None:
            self._drawn.stop()
            self._drawn = None

    def _draw(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        drawn = Progress(
            TextColumn(self._noun, style="dim"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr, highlight=False),
            transient=True,
        )
        drawn.add_task("", total=self._total, completed=self._done)
        drawn.start()
        return drawn
