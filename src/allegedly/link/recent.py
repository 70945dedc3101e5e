"""What articles are compared by, read from what is kept of them once while they are compared with many."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from allegedly.link.gist import Gist
from allegedly.link.gist_row import gist_from

MOST = 400
"""How many articles are remembered, those that were asked for last; each takes some 150 kB."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of an article to compare it by; see `gist_row`."""

    article: str
    text: str
    day: int
    words: bytes
    runs: bytes
    said: str


class RecentGists:
    """What is kept, read. What is remembered of an article holds as long as the same is kept of it; it makes nothing but time."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._lock = most, Lock()
        self._known: OrderedDict[str, tuple[Kept, Gist, bool]] = OrderedDict()

    def gist(self, kept: Kept, *, whole: bool = True) -> Gist:
        """What an article is compared by; unless `whole`, it may be without what is said. Raises `LedgerError` as `gist_from`."""
        with self._lock:
            known = self._known.get(kept.article)
            if known is not None and known[0] == kept and (known[2] or not whole):
                self._known.move_to_end(kept.article)
                return known[1]
        gist = gist_from(kept.article, kept.text, kept.day, kept.words, kept.runs, kept.said, whole=whole)
        self.remember(kept, gist, whole=whole)
        return gist

    def remember(self, kept: Kept, gist: Gist, *, whole: bool = True) -> None:
        """Remember what was made afresh and is kept now."""
        with self._lock:
            self._known[kept.article] = kept, gist, whole
            self._known.move_to_end(kept.article)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
