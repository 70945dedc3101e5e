"""Whose somebody is, as the words beside a role tell it: "Bell's campaign manager", "a daughter of Senator Peter Dorn"."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.model import Span
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Person
from allegedly.resolve.roles import role_at
from allegedly.resolve.words import Words

_LONGEST = 7
"""Words of a role before a comma and a name."""
_BEHIND = 7
"""Words behind "of" or "for" in which whoever is meant is named."""


class Owners:
    """Reads the people of an article beside the roles of others."""

    def __init__(self, words: Words, people: Sequence[Person], lexicon: Lexicon) -> None:
        self._words = words
        self._at = {span.end: person for person in people for span in person.spans}
        self._lexicon = lexicon

    def before(self, first: int) -> tuple[Person, Span] | None:
        """Whoever owns the noun that begins at this word: "Anna Bell's | lawyer"."""
        words = self._words
        if first < 1 or not words.possessive[first - 1]:
            return None
        person = self._at.get(words.ends[first - 1])
        return (person, words.span(first - 1, first - 1)) if person is not None else None

    def behind(self, at: int) -> tuple[Person, Span] | None:
        """Whoever stands behind "of", "for" or "to" at this word: "of the veteran senator Peter Dorn"."""
        words = self._words
        if at >= len(words) or words.texts[at] not in ("of", "for", "to"):
            return None
        for end in range(at + 1, min(at + 1 + _BEHIND, len(words))):
            if end > at + 1 and not words.joined(end):
                return None
            person = self._at.get(words.ends[end])
            if person is not None and words.texts[end][0].isupper() and words.ends[end] != person.mentions[0].start:
                return None if words.possessive[end] else (person, words.span(end, end))
        return None

    def apposed(self, mention: Span) -> range | None:
        """The words of a role that a comma parts from the name behind it: "the union's president, | Anna Bell,"."""
        words = self._words
        start = words.within(mention.start, mention.end).start
        if start < 1 or words.gap(start) != ", " or not self._closed(mention):
            return None
        first = start - 1
        while first > 0 and words.joined(first) and start - first < _LONGEST and not self._parts(first - 1):
            first -= 1
        for at in range(first, start):
            if at + role_at(words, at, start, self._lexicon) == start:
                return range(first, start)
        return None

    def _closed(self, mention: Span) -> bool:
        """Whether a mark, or the end of the sentence, stands behind a name: an apposition, and no list."""
        return self._words.text[mention.end : mention.end + 1] in (",", ".", "")

    def _parts(self, at: int) -> bool:
        """Whether a noun phrase begins behind this word at the latest."""
        text = self._words.texts[at]
        return text.islower() and (text in self._lexicon.after_head or text in self._lexicon.determiners or text == "told")
