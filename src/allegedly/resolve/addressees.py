"""Whom a cue addresses or names: "asked Bell", "identified herself as Anna Bell"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from allegedly.model import Attribution, Span
from allegedly.resolve.people import Named, Person
from allegedly.resolve.words import Words

_ASKING = frozenset(
    ("ask", "asks", "asked", "asking", "pressed", "questioned", "told", "tells", "tell", "telling", "urged", "wrote")
)
_ANSWERING = frozenset(("replied", "replies", "answered", "answers", "responded", "responds", "retorted"))
_CALLED = ("identified", "introduced", "named", "described")
_CLOSE = 30
"""Characters behind a cue within which the one addressed is named."""
_TURN = 3
"""How many sentences a question may stand before its answer."""


class Addressees:
    """Finds whom a statement is addressed to, among the people named in the article."""

    def __init__(self, words: Words, named: Sequence[Named]) -> None:
        self._words = words
        self._named = named
        self._starts = [item.mention.span.start for item in named]

    def of(self, attribution: Attribution) -> Person | None:
        """The one person named right behind a cue of asking or telling."""
        if not attribution.cue or self._cue(attribution).isdisjoint(_ASKING):
            return None
        return self._behind(attribution.cue[-1].end)

    def introduced(self, attribution: Attribution) -> Person | None:
        """The one as whom somebody gives himself out: "a woman identified herself as Anna Bell"."""
        if not attribution.cue or not any(word in self._cue(attribution) for word in _CALLED):
            return None
        end = attribution.cue[-1].end
        after = self._words.text[attribution.cue[0].start : end + _CLOSE]
        return self._behind(end) if "himself as " in after or "herself as " in after else None

    def answering(self, attribution: Attribution, before: Sequence[Attribution]) -> Person | None:
        """Who answers: the one whom the question just before is put to."""
        if self._cue(attribution).isdisjoint(_ANSWERING) or not attribution.source:
            return None
        sentence = self._words.sentence(attribution.source[0].start)
        for asked in reversed(before):
            if asked.cue and sentence - self._words.sentence(asked.cue[0].start) > _TURN:
                return None
            person = self.of(asked)
            if person is not None:
                return person
        return None

    def _cue(self, attribution: Attribution) -> set[str]:
        return {word for span in attribution.cue for word in span.of(self._words.text).lower().split()}

    def _behind(self, end: int) -> Person | None:
        at = bisect_left(self._starts, end)
        if at >= len(self._named):
            return None
        item = self._named[at]
        between = self._words.text[end : item.mention.opens] if item.mention.opens >= end else ""
        near = item.mention.opens - end <= _CLOSE and not any(mark in between for mark in '.?!,;:\n“"')
        known = len(item.people) == 1 and item.mention.sort not in ("place", "body")
        return item.people[0] if near and known and not item.mention.possessive else None


def covers(span: Span, attribution: Attribution) -> bool:
    """Whether `span` lies in what the attribution says."""
    return any(content.covers(span) for content in attribution.content)
