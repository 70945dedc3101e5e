"""Whose "I", "we" and "you" are: who speaks the words that they stand in, whom these are told, or the author."""

from __future__ import annotations

from dataclasses import replace

from allegedly.model import Attribution, Span, Speaker, SpeakerKind, merged
from allegedly.resolve.addressees import Addressees
from allegedly.resolve.antecedents import Antecedents
from allegedly.resolve.countries import Countries
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.naming import Naming
from allegedly.resolve.people import Person
from allegedly.resolve.sureness import INFERRED, KIND, POINTED, UNSURE

Around = tuple[Attribution, Speaker | None, Person | None]
"""The attribution in whose content a pronoun stands, with whoever speaks it."""
_BODIES = (SpeakerKind.UNNAMED_GROUP, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.DOCUMENT)


class FirstPersons:
    """Reads the first and the second person of one article."""

    def __init__(
        self,
        antecedents: Antecedents,
        naming: Naming,
        countries: Countries,
        lexicon: Lexicon,
        addressees: Addressees,
        author: tuple[str, Span | None] | None,
    ) -> None:
        self._antecedents = antecedents
        self._naming = naming
        self._countries = countries
        self._lexicon = lexicon
        self._addressees = addressees
        self._author = author

    def second(self, attribution: Attribution, around: Around | None) -> tuple[Speaker, Person | None]:
        """ "You" in somebody's words is whom the words are told; where the article does not say, any who hear them."""
        addressed = self._addressees.of(around[0]) if around is not None else None
        if addressed is not None:
            return self._naming.of_person(addressed, attribution.source, INFERRED), addressed
        return Speaker(None, SpeakerKind.UNNAMED_GROUP, evidence=attribution.source, confidence=UNSURE), None

    def first(self, attribution: Attribution, sort: str, around: Around | None) -> tuple[Speaker, Person | None]:
        """ "I" is whoever speaks the words around it, or the author; "we" is a body, or whoever speaks in its name."""
        source = attribution.source
        if around is None:
            return self._outside(attribution, sort), None
        outer, speaker, person = around
        if speaker is not None and speaker.kind is SpeakerKind.AUTHOR:
            return replace(speaker, evidence=merged((*source, *speaker.evidence))), None
        if self._reported(attribution, outer, speaker):
            return Speaker(None, SpeakerKind.AUTHOR, evidence=source, confidence=KIND), None
        if sort == "first" and person is not None:
            return self._naming.of_person(person, merged((*source, *(speaker.evidence if speaker else ()))), POINTED), person
        if sort == "first_plural" and speaker is not None and self._for_a_body(speaker):
            evidence = merged((*source, *speaker.evidence))
            return replace(speaker, evidence=evidence, confidence=INFERRED), person
        names = (speaker.name,) if speaker is not None and speaker.name else ()
        kind = SpeakerKind.UNNAMED_GROUP if sort == "first_plural" else SpeakerKind.UNNAMED_PERSON
        for_many = sort == "first_plural" and speaker is not None and self._countries.speaks_for(speaker)
        country = speaker.country if for_many and speaker is not None else None
        return Speaker(None, kind, country=country, candidates=names, evidence=source, confidence=UNSURE), None

    def _outside(self, attribution: Attribution, sort: str) -> Speaker:
        """The author, or in a quotation of nobody somebody."""
        source = attribution.source
        if self._antecedents.quoted(source[0].start):
            return Speaker(None, SpeakerKind.UNNAMED_PERSON, evidence=source, confidence=UNSURE)
        name, place = (self._author if sort == "first" else None) or (None, None)
        return Speaker(name, SpeakerKind.AUTHOR, evidence=merged((*source, *((place,) if place else ()))), confidence=KIND)

    def _reported(self, attribution: Attribution, outer: Attribution, speaker: Speaker | None) -> bool:
        """Whether the author reports what a body says in words of the author's own: "figures show that we were wrong"."""
        if speaker is None or speaker.kind not in _BODIES or not outer.cue:
            return False
        return not any(self._antecedents.quoted(span.start) for span in (*attribution.source[:1], *outer.content))

    def _for_a_body(self, speaker: Speaker) -> bool:
        """Whether "we" is whoever speaks: a body itself, or one who speaks in its name."""
        if speaker.kind in (SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT):
            return True
        head = (speaker.role or "").rpartition(" ")[2].lower()
        sort = self._lexicon.roles.get(head) if speaker.kind is SpeakerKind.NAMED_PERSON and speaker.name else None
        officer = sort == "office" and (head not in self._lexicon.of_a_state or speaker.affiliation is not None)
        return officer or sort in ("spokesperson", "work")
