"""What a saying has from another of its sentence: a second saying its day and channel, a question whom it is put to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from allegedly.characterise.addressee import AddresseeRules
from allegedly.characterise.cues import tokens_of
from allegedly.model import Attribution, Segments, Span, Spans

_BEFORE = 24
"""Characters before a cue in which the word stands that joins a question to the main clause."""
_OPENERS = " “\"‘'—-"


class SameSentence:
    """The attributions of an article by the sentence that their cue stands in."""

    def __init__(self, text: str, segments: Segments, attributions: Sequence[Attribution], above: Sequence[int | None]) -> None:
        self._text = text
        self._attributions = attributions
        self._sentence = [segments.sentence_at(_at(each)) for each in attributions]
        self._beside: dict[Span, list[int]] = defaultdict(list)
        self._first: list[int | None] = [None] * len(attributions)
        latest: dict[tuple[Spans, int | None, Span], int] = {}
        for index in sorted(range(len(attributions)), key=lambda each: _at(attributions[each])):
            own, sentence = attributions[index], self._sentence[index]
            if sentence is None:
                continue
            self._beside[sentence].append(index)
            if own.source and own.cue and own.source[0].start < own.cue[0].start:
                row = own.source, above[index], sentence
                self._first[index] = latest.get(row)
                latest[row] = index

    def saying_before(self, index: int) -> int | None:
        """The one before with the same source, and of the same level: "*said* on Monday that … and *added*"."""
        return self._first[index]

    def asked(self, index: int, rules: AddresseeRules) -> Span | None:
        """Whom a question without a subject is put to: who speaks in the main clause ("*Bell* had no answer when *asked*").

        One that opens its sentence is put to who speaks next in it.
        """
        own, sentence, at = self._attributions[index], self._sentence[index], _at(self._attributions[index])
        words = tokens_of(self._text, at, own.cue[0].end) if own.cue else []
        if own.source or sentence is None or not words or words[0].text not in rules.asked:
            return None
        before = tokens_of(self._text, max(sentence.start, at - _BEFORE), at)[-1:]
        joined = before[0].span.start if before and before[0].text in rules.joins else at
        opens = not self._text[sentence.start : joined].strip(_OPENERS)
        if joined == at and not opens:
            return None
        sources = [self._attributions[other].source[:1] for other in self._beside[sentence] if other != index]
        named = [source[0] for source in sources if source]
        if opens:
            spoken = min((span for span in named if span.start > at), key=lambda span: span.start, default=None)
            after = own.extent.end + 1 if self._text.startswith(", ", own.extent.end) else sentence.end
            subject = rules.named.match(self._text, after, sentence.end) if after < sentence.end and spoken is None else None
            return spoken if subject is None else Span(*subject.span("who"))
        return max((span for span in named if span.end <= joined), key=lambda span: span.start, default=None)


def _at(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0].start
