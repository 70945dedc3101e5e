"""Whom a pronoun means, where it is the source of what somebody says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from allegedly.model import Attribution, Span, Spans, Speaker, SpeakerKind, merged
from allegedly.resolve.antecedents import Antecedents, Meant
from allegedly.resolve.called import Called
from allegedly.resolve.candidate import Candidate
from allegedly.resolve.countries import Countries
from allegedly.resolve.first_persons import Around, FirstPersons
from allegedly.resolve.forms import of_a_document
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.naming import Naming
from allegedly.resolve.people import Named, Person
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.relatives import THINGS, Relatives
from allegedly.resolve.spoken import REMEMBERED, Spoken
from allegedly.resolve.sureness import INFERRED, OPEN, POINTED, UNSURE
from allegedly.resolve.words import Words

_TWO = 2
_PERSON = (SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON)
_MANY = (SpeakerKind.UNNAMED_GROUP, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT)


class Pronouns:
    """Reads the pronouns of one article; `spoken` is whoever has spoken before the one that is asked for."""

    def __init__(
        self,
        words: Words,
        named: Sequence[Named],
        antecedents: Antecedents,
        naming: Naming,
        called: Called,
        said_by: FirstPersons,
        countries: Countries,
        lexicon: Lexicon,
        spoken: Spoken,
    ) -> None:
        self._words = words
        self._named = named
        self._starts = [item.mention.span.start for item in named]
        self._antecedents = antecedents
        self._naming = naming
        self._called_now = called
        self._said_by = said_by
        self._relatives = Relatives(words, named, naming, lexicon)
        self._countries = countries
        self._lexicon = lexicon
        self._spoken = spoken

    def whom(self, attribution: Attribution, sort: str, span: Span) -> tuple[Speaker | None, Person | None]:
        """Whom the pronoun at `span` means, which opens the attribution's source; `sort` is its sort in the lexicon."""
        source = attribution.source
        if sort == "second" and not self._antecedents.quoted(span.start) and self._spoken.around(attribution) is None:
            return Speaker(None, SpeakerKind.NOBODY, evidence=source, confidence=UNSURE), None
        if sort == "second":
            return self._said_by.second(attribution, self._spoken.around(attribution))
        if sort in ("first", "first_plural"):
            return self._said_by.first(attribution, sort, self._spoken.around(attribution))
        if sort == "relative":
            return self._relatives.whom(source, span)
        if sort in ("plural", "thing"):
            return self._many(source, span, _MANY if sort == "plural" else THINGS), None
        around = self._spoken.around(attribution)
        quoted = self._antecedents.quoted(span.start)
        meant = self._antecedents.meant(span.start, sort, around[2] if around is not None and quoted else None)
        return self.chosen(meant if meant.sure else self._of_who_speaks(meant, span, around if not quoted else None), source)

    def _of_who_speaks(self, meant: Meant, span: Span, around: Around | None) -> Meant:
        """Whoever says what the pronoun opens ("Bell wrote on Monday that she"), or spoke just before and is the likeliest."""
        if around is not None and around[0].cue:
            opening = around[0].content[0]
            led = self._words.text[opening.start : span.start].strip().lower() in ("", "that") and opening.start <= span.start
            mine = [one for one in meant.candidates if one.person is around[2]] if led and around[2] is not None else []
            if mine:
                return Meant((mine[0],), True, POINTED)
        last = self._spoken.last()
        if last is None or not meant.candidates:
            return meant
        before, _, person = last
        likeliest = meant.candidates[0]
        back = self._words.sentence(span.start) - self._words.sentence(before.source[0].start) if before.source else REMEMBERED
        said = around is None and bool(before.cue) and person is not None
        if said and likeliest.person is person and 0 <= back < _TWO:
            return Meant((likeliest,), True, meant.confidence)
        return meant

    def chosen(self, meant: Meant, source: Spans) -> tuple[Speaker, Person | None]:
        """The speaker that an antecedent is; several that may be meant are a speaker's candidates."""
        chosen = meant.candidates
        if meant.sure:
            return self._antecedent(chosen[0], source, meant.confidence)
        if len(chosen) > 1 and any(candidate.person is None for candidate in chosen):
            told = [self._antecedent(candidate, source, POINTED) for candidate in chosen]  # "the mayor" may be who is named
            if told[0][1] is not None and all(person is told[0][1] for _, person in told):
                return told[0]
        names = tuple(dict.fromkeys(self._called(candidate) for candidate in chosen))
        kind = SpeakerKind.NAMED_PERSON if chosen and chosen[0].person else SpeakerKind.UNNAMED_PERSON
        return Speaker(None, kind, candidates=names, evidence=source, confidence=OPEN), None

    def _called(self, candidate: Candidate) -> str:
        return candidate.person.name if candidate.person else self._words.text[candidate.start : candidate.end]

    def _antecedent(self, candidate: Candidate, source: Spans, confidence: float) -> tuple[Speaker, Person | None]:
        evidence = merged((*source, Span(candidate.start, candidate.end)))
        if candidate.person is not None:
            return self._naming.of_person(candidate.person, evidence, confidence), candidate.person
        role = candidate.role
        assert role is not None  # a candidate is a person or a role
        known = self._called_now.by_role(role)
        if known is not None:
            return self._naming.of_person(known, evidence, INFERRED, inferred=True), known
        phrase = Phrase(
            SpeakerKind.UNNAMED_PERSON, 0, 0, role=role, country=role.country, affiliation=role.affiliation, definite=True
        )
        speaker, person = self._naming.described(evidence, phrase, Span(candidate.start, candidate.end))
        assert speaker is not None  # a phrase with a role is somebody
        return speaker, person

    def _many(self, source: Spans, span: Span, kinds: tuple[SpeakerKind, ...]) -> Speaker:
        """ "They" and "it" are the last body or group that spoke, where nobody else has spoken since."""
        fallback = SpeakerKind.UNNAMED_GROUP if kinds is _MANY else SpeakerKind.ORGANISATION
        for attribution, speaker, _ in reversed(self._spoken):
            if speaker is None or not attribution.source or attribution.source[0].end > span.start:
                continue
            if self._antecedents.quoted(attribution.source[0].start) and not self._antecedents.quoted(span.start):
                continue
            back = self._words.sentence(span.start) - self._words.sentence(attribution.source[0].start)
            if back < 2 and kinds is THINGS and speaker.kind in _PERSON and self._quoted_by(attribution, kinds):
                continue
            if back > 1 or (speaker.kind not in kinds and not (speaker.members and kinds is _MANY)):
                break
            evidence = merged((*source, *speaker.evidence))
            return replace(speaker, evidence=evidence, mentions=(), candidates=(), inferred=False, confidence=INFERRED)
        held = self._named[bisect_left(self._starts, span.start - 400) : bisect_left(self._starts, span.start)]
        subject = self._naming.subject(source, span, held, self._antecedents.quotation) if kinds is THINGS else None
        told = self._countries.of_several(span.start) if kinds is _MANY else None
        country, where = told or (None, ())
        written = of_a_document(self._words, span.start, self._lexicon) if kinds is THINGS and subject is None else None
        if written is not None:
            return Speaker(None, SpeakerKind.DOCUMENT, evidence=merged((*source, written)), confidence=UNSURE)
        return subject or Speaker(None, fallback, country=country, evidence=merged((*source, *where)), confidence=UNSURE)

    def _quoted_by(self, attribution: Attribution, kinds: tuple[SpeakerKind, ...]) -> bool:
        """Whether an attribution's source lies in what a body says: "the paper quoted the mayor as saying"."""
        return any(
            content.covers(attribution.source[0])
            for outer, speaker, _ in self._spoken
            if outer is not attribution and speaker is not None and speaker.kind in kinds
            for content in outer.content
        )
