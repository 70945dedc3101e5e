"""Legislators that an article calls by where they are elected: "the Ohio lawmaker"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allegedly.model import Span
from allegedly.resolve.people import Person
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.words import Words

_LEGISLATORS = frozenset(
    ("governor", "republican", "democrat", "lawmaker", "senator", "congressman", "congresswoman", "representative", "legislator")
)
_CLOSE = 2
"""Characters between a name and its label: a comma or a bracket, and a blank."""


class Legislators:
    """Those of an article's people whose names have a label or a place behind them. `states` are names by abbreviation."""

    def __init__(self, words: Words, people: Sequence[Person], states: Mapping[str, str]) -> None:
        self._words = words
        self._people = people
        self._states = states

    def labelled(self, phrase: Phrase, start: int) -> Person | None:
        """The one legislator of the place before the role, named before it: "the Ohio lawmaker" is Anna Bell, D-Ohio."""
        words = self._words
        if phrase.role is None or phrase.role.head not in _LEGISLATORS or not phrase.definite:
            return None
        place = " ".join(text for text in words.texts[phrase.first : phrase.head] if text[0].isupper() and text != "The")
        found = [
            person
            for person in self._people
            if place and any(mention.start < start and place in self._places(mention) for mention in person.mentions[:6])
        ]
        return found[0] if len(found) == 1 else None

    def _places(self, mention: Span) -> tuple[str, ...]:
        """What stands behind a name for where somebody is elected: "D-N.J.", "of New Jersey"."""
        words = self._words
        label = (_label_behind(words, mention) or "").rstrip(".")
        at = words.within(mention.start, mention.end).stop
        end = at + 1
        if at < len(words) and words.texts[at] == "of" and words.gap(at) == " ":
            while end < len(words) and end - at < 4 and words.texts[end][0].isupper() and words.gap(end) == " ":
                end += 1
        place = words.text[words.starts[at + 1] : words.ends[end - 1]] if end > at + 1 else ""
        return tuple(one for one in (label, self._states.get(label, ""), place) if one)


def _label_behind(words: Words, mention: Span) -> str | None:
    """The place in a legislator's label behind a name: "D-Ohio"."""
    at = words.within(mention.start, mention.end).stop
    text = words.texts[at] if at < len(words) else ""
    if text[:2] in ("D-", "R-", "I-") and words.starts[at] - mention.end <= _CLOSE:
        rest = " ".join((text[2:], words.texts[at + 1] if at + 1 < len(words) and words.gap(at + 1) == " " else "")).strip()
        return rest if len(rest.split()) > 1 and rest.istitle() else text[2:]
    return None
