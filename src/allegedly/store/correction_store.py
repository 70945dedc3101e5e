"""What every store of corrections takes and gives."""

from __future__ import annotations

from typing import Protocol

from allegedly.model import Findings
from allegedly.model.correction import CorrectionEvent


class CorrectionStore(Protocol):
    """Keeps people's corrections, and what a tagger found beside what became of it. Part of a store of findings."""

    def record(self, event: CorrectionEvent) -> None:
        """Append an event; one with the id of one there is there already. No run of a tagger touches it."""
        ...

    def events(self, article: str | None = None) -> tuple[CorrectionEvent, ...]:
        """The events in the order in which they came, withdrawn ones too; with `article`, those on this one."""
        ...

    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that there are events on, in the order of the first; some may not be in the store."""
        ...

    def observed(self, article: str) -> Findings:
        """What a tagger found in the article with this id. Raises `LedgerError` where it is not there."""
        ...

    def observe(self, findings: Findings) -> None:
        """Keep what a tagger found in an article that people corrected, in place of what was found before."""
        ...

    def replace(self, corrected: Findings) -> None:
        """Put other statements in the place of an article's, whole or not at all, its recipe staying as it is.

        Raises `RefusedError` where they break the slice guarantee, and `LedgerError` where the article is not there.
        """
        ...
