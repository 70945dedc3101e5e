"""Interviews in print: whose the lines behind "Q:" and "A:" are."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.model import Attribution, Speaker, SpeakerKind, merged
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.naming import Naming
from allegedly.resolve.people import Named, Person
from allegedly.resolve.sureness import GUESSED, KIND, REFERRED
from allegedly.resolve.words import Words

_BEFORE = 60
"""How many characters before a name may tell that it is who was interviewed."""


class Interviews:
    """Reads the labels of questions and answers."""

    def __init__(self, words: Words, named: Sequence[Named], naming: Naming, lexicon: Lexicon, author: str | None) -> None:
        self._words = words
        self._named = named
        self._naming = naming
        self._lexicon = lexicon
        self._author = author

    def of(self, attribution: Attribution) -> tuple[Speaker, Person | None] | None:
        """Who speaks behind a question's or an answer's label; `None` where the source is no such label."""
        source = attribution.source
        label = source[0].of(self._words.text).strip(" .:").lower()
        colon = bool(attribution.cue) and attribution.cue[0].of(self._words.text).strip() in (":", ".")
        if not colon or label not in self._lexicon.questions | self._lexicon.answers:
            return None
        if label in self._lexicon.questions:
            return Speaker(self._author, SpeakerKind.AUTHOR, evidence=source, confidence=KIND), None
        person, told = self._answering(source[0].start)
        if person is None:
            return Speaker(None, SpeakerKind.UNNAMED_PERSON, evidence=source, confidence=KIND), None
        evidence = merged((*source, person.spans[0]))
        return self._naming.of_person(person, evidence, REFERRED if told else GUESSED, inferred=not told), person

    def _answering(self, start: int) -> tuple[Person | None, bool]:
        """The one who was interviewed, and whether the article tells so; else the only person named before."""
        before = [item for item in self._named if item.mention.span.start < start and len(item.people) == 1]
        pairs = zip((None, *before), before, strict=False)
        met = {id(item.people[0]): item.people[0] for last, item in pairs if self._met(last, item)}
        shown = {id(item.people[0]): item.people[0] for item in before if item.people[0].shown}
        if len(met) == 1:
            return next(iter(met.values())), True
        return (next(iter(shown.values())), False) if len(shown) == 1 and not met else (None, False)

    def _met(self, last: Named | None, item: Named) -> bool:
        """Whether the words between the name before and this one tell that it is who was interviewed."""
        words, start = self._words, max(0, item.mention.opens - _BEFORE)
        start = max(start, last.mention.span.end if last is not None else 0, words.sentence_start(item.mention.span.start))
        leading = words.text[start : max(start, item.mention.opens)].lower()
        return any(phrase in leading for phrase in self._lexicon.met)
