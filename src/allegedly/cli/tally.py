"""What became of the articles that were to be kept, counted."""

from __future__ import annotations

from collections import Counter

from allegedly.export.threshold import is_bare
from allegedly.export.wording import counted
from allegedly.ledger import Added, Kept
from allegedly.model import Skipped
from allegedly.store.store import Outcome

SKIPPED = "skipped"


class Tally:
    """Counts what became of articles, and the statements found in them."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.statements = 0

    def count(self, kept: Kept) -> None:
        """One more."""
        if isinstance(kept, Skipped):
            self.outcomes[SKIPPED] += 1
        elif isinstance(kept, Added):
            self.outcomes[kept.outcome] += 1
            self.statements += sum(not is_bare(one) for one in kept.findings.statements)
        else:
            self.outcomes[Outcome.UNCHANGED] += 1

    @property
    def skipped(self) -> int:
        """How many were skipped."""
        return self.outcomes[SKIPPED]

    def __str__(self) -> str:
        outcomes = self.outcomes
        parts = [f"{counted(outcomes[Outcome.ADDED], 'article')} added"]
        if outcomes[Outcome.NEW_VERSION]:
            parts.append(counted(outcomes[Outcome.NEW_VERSION], "new version"))
        parts.extend(f"{outcomes[name]:,} {name}" for name in (Outcome.READ_ANEW, Outcome.UNCHANGED, SKIPPED) if outcomes[name])
        return ", ".join(parts) + f"; {counted(self.statements, 'statement')} found"
