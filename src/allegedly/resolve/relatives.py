"""Relative words as sources: "who" and "which" are whom the words right before them name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from allegedly.model import Span, Spans, Speaker, SpeakerKind, merged
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.naming import Naming
from allegedly.resolve.people import Named, Person
from allegedly.resolve.phrase import read_phrase
from allegedly.resolve.sureness import POINTED, UNSURE
from allegedly.resolve.words import Words

_BETWEEN = re.compile(r"[ ,\u00a0]*(?:(?:, |\()[DRI]-[\w. ]{1,15}\)?[, ]+|, (?:[A-Z][\w.]+ ?){1,2}, )?")
"""What may stand between a name and its relative word: a comma, a legislator's label or state."""
THINGS = (SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.STATE, SpeakerKind.DOCUMENT, SpeakerKind.OUTLET)
"""What "it" and "which" may stand for."""


class Relatives:
    """Whom the relative words of an article mean."""

    def __init__(self, words: Words, named: Sequence[Named], naming: Naming, lexicon: Lexicon) -> None:
        self._words = words
        self._named = named
        self._starts = [item.mention.span.start for item in named]
        self._naming = naming
        self._lexicon = lexicon

    def whom(self, source: Spans, span: Span) -> tuple[Speaker, Person | None]:
        """ "who" is whom the words right before it name."""
        at = bisect_left(self._starts, span.start) - 1
        thing = span.of(self._words.text).lower() == "which"
        for index in range(at, max(-1, at - 4) if not thing else at, -1):
            item = self._named[index]
            roles = [role for role in (item.mention.role, item.mention.apposed) if role is not None]
            ends = [item.mention.span.end, *(role.span.end for role in roles)]
            if (
                any(end <= span.start and _BETWEEN.fullmatch(self._words.text, end, span.start) for end in ends)
                and len(item.people) == 1
            ):
                person = item.people[0]
                if person.shown or item.mention.sort != "single":
                    return self._naming.of_person(person, merged((*source, item.mention.span)), POINTED), person
        place = self._named[at] if thing and at >= 0 else None
        if place is not None and _BETWEEN.fullmatch(self._words.text, place.mention.span.end, span.start):
            state = self._naming.thing(source, place)
            if state is not None:
                return state, None
        before = self._words.within(max(0, span.start - 40), span.start)
        start = before.stop - 1
        while start > before.start and self._words.gap(start) == " " and before.stop - start < 4:
            start -= 1
        phrase = read_phrase(self._words, self._words.span(start, before.stop - 1), (), self._lexicon) if before else None
        kind = phrase.kind if phrase is not None and phrase.kind is not SpeakerKind.NAMED_PERSON else SpeakerKind.UNNAMED_PERSON
        if span.of(self._words.text).lower() != "which" and kind in THINGS:
            kind = SpeakerKind.UNNAMED_GROUP if span.of(self._words.text).lower().startswith("who") else kind
        kind = SpeakerKind.UNNAMED_GROUP if kind is SpeakerKind.NOBODY else kind
        return Speaker(None, kind, evidence=source, confidence=UNSURE), None
