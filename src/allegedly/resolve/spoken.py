"""Who has spoken so far in an article."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from allegedly.model import Attribution, Speaker
from allegedly.resolve.first_persons import Around
from allegedly.resolve.people import Person

REMEMBERED = 12
"""How many attributions back the speaker of a quotation around another is looked for."""


class Spoken:
    """The last attributions with their speakers, given in the order of the text."""

    def __init__(self) -> None:
        self._entries: deque[Around] = deque(maxlen=REMEMBERED)

    def __iter__(self) -> Iterator[Around]:
        return iter(self._entries)

    def __reversed__(self) -> Iterator[Around]:
        return reversed(self._entries)

    def remember(self, attribution: Attribution, speaker: Speaker | None, person: Person | None) -> None:
        """Adds the next attribution."""
        self._entries.append((attribution, speaker, person))

    def last(self) -> Around | None:
        """The attribution right before; `None` at the first."""
        return self._entries[-1] if self._entries else None

    def around(self, attribution: Attribution) -> Around | None:
        """The nearest attribution so far in whose content this one's source lies."""
        span = attribution.source[0]
        for entry in reversed(self._entries):
            if any(content.covers(span) for content in entry[0].content):
                return entry
        return None
