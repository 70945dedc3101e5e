"""What a saying has from another of its sentence: a second saying its day and channel, a question whom it is put to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from allegedly.characterise.addressee_rules import AddresseeRules
from allegedly.characterise.cues import tokens_of
from allegedly.model import Attribution, Segments, Span, Spans

_BEFORE = 24
"""Characters before a cue in which the word stands that joins a question to the main clause."""
_NEAR = 2
"""Words between an answer and the appeal that it is one to: "to an"."""
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

        One that opens its sentence is put to who speaks next in it; an appeal to who is told not to have answered it.
        """
        own, sentence, at = self._attributions[index], self._sentence[index], _at(self._attributions[index])
        words = tokens_of(self._text, at, own.cue[0].end) if own.cue else []
        if sentence is None or not words:
            return None
        if (own.source and not self._put_by(index)) or words[0].text not in rules.asked:
            return self._unanswered(index, sentence, rules)
        before = tokens_of(self._text, max(sentence.start, at - _BEFORE), at)[-1:]
        joined = before[0].span.start if before and before[0].text in rules.joins else at
        opens = not self._text[sentence.start : joined].strip(_OPENERS)
        if joined == at and not opens:
            return None
        sources = [self._attributions[other].source[:1] for other in self._beside[sentence] if other != index]
        named = [source[0] for source in sources if source]
        if opens:
            spoken = min((span for span in named if span.start > own.extent.end), key=lambda span: span.start, default=None)
            after = own.extent.end + 1 if self._text.startswith(", ", own.extent.end) else sentence.end
            subject = rules.named.match(self._text, after, sentence.end) if after < sentence.end and spoken is None else None
            return spoken if subject is None else Span(*subject.span("who"))
        return max((span for span in named if span.end <= joined), key=lambda span: span.start, default=None)

    def asker(self, index: int, rules: AddresseeRules) -> Span | None:
        """Who is answered: whoever put the question in the same sentence ("Asked by *nurses* whether it fell, Bell said …")."""
        own, sentence = self._attributions[index], self._sentence[index]
        if not own.source or sentence is None:
            return None
        for other in self._beside[sentence]:
            if other != index and self._put_by(other) and self.asked(other, rules) == own.source[0]:
                return self._attributions[other].source[0]
        return None

    def _put_by(self, index: int) -> bool:
        """Whether a source stands behind its cue and "by": "asked by nurses"."""
        own = self._attributions[index]
        return bool(own.source and own.cue) and self._text[own.cue[0].start : own.source[0].start].endswith(" by ")

    def _unanswered(self, index: int, sentence: Span, rules: AddresseeRules) -> Span | None:
        """Who an appeal did not reach, or who answered it: "*Bell* did not respond to an email asking whether"."""
        own = self._attributions[index]
        if not own.source or rules.appeal.match(self._text, own.source[0].start, own.source[0].end) is None:
            return None
        start = own.source[0].start
        for other in self._beside[sentence]:
            said = self._attributions[other]
            if other != index and said.source and said.cue and said.source[0].end <= said.cue[0].start < start:
                between = self._text[said.cue[-1].end : start].split()
                answers = any(token.text in rules.answers for token in tokens_of(self._text, said.cue[0].start, start))
                if answers and len(between) <= _NEAR and "," not in "".join(between):
                    return said.source[0]
        return None


def _at(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0].start
