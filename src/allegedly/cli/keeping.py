"""Keeps what is found in articles, one after the other, and counts what became of them."""

from __future__ import annotations

from collections import Counter

from allegedly.attribute import Tagger
from allegedly.errors import LedgerError
from allegedly.export.wording import counted
from allegedly.model import Article, Recipe, Skipped
from allegedly.reading import find
from allegedly.store.store import Outcome, RefusedError, Store
from allegedly.version import VERSION

SKIPPED = "skipped"


class Keeper:
    """Finds the statements of articles with `tagger` and puts them into `store`; an article that is there is not read again.

    `outcomes` counts what the store did, and what was skipped; `statements` counts those that were put.
    """

    def __init__(self, store: Store, tagger: Tagger) -> None:
        self._store, self._tagger = store, tagger
        self.outcomes: Counter[str] = Counter()
        self.statements = 0

    def keep(self, article: Article | Skipped) -> Skipped | None:
        """Keep the article, or why it was skipped; gives the latter. Raises `LedgerError` where the ledger cannot be written."""
        if isinstance(article, Article):
            try:
                self.outcomes[self._put(article)] += 1
                return None
            except RefusedError as error:
                article = Skipped(article.origin, str(error))
        self.outcomes[SKIPPED] += 1
        try:
            self._store.put_skipped(article)
        except LedgerError as error:
            raise LedgerError(f"{error}; {self.summary()} before that") from error
        return article

    def summary(self) -> str:
        """What was done, in one line."""
        outcomes = self.outcomes
        parts = [f"{counted(outcomes[Outcome.ADDED], 'article')} added"]
        if outcomes[Outcome.NEW_VERSION]:
            parts.append(counted(outcomes[Outcome.NEW_VERSION], "new version"))
        parts.extend(f"{outcomes[name]:,} {name}" for name in (Outcome.READ_ANEW, Outcome.UNCHANGED, SKIPPED) if outcomes[name])
        return ", ".join(parts) + f"; {counted(self.statements, 'statement')} found"

    def _put(self, article: Article) -> Outcome:
        recipe = Recipe(VERSION, article.language, self._tagger.name, self._tagger.digest)
        if self._store.recipe(article.id) == recipe:
            return Outcome.UNCHANGED
        findings = find(article, self._tagger)
        outcome = self._store.put(findings)
        self.statements += len(findings.statements)
        return outcome
