"""Each source of an article as a speaker: names, pronouns, roles and quotations that go on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from allegedly.model import Attribution, Span, Spans, Speaker, SpeakerKind, merged
from allegedly.resolve.accounts import Accounts
from allegedly.resolve.addressees import Addressees
from allegedly.resolve.antecedents import Antecedents
from allegedly.resolve.bodies import Bodies
from allegedly.resolve.called import Called
from allegedly.resolve.countries import Countries
from allegedly.resolve.first_persons import FirstPersons
from allegedly.resolve.interviews import Interviews
from allegedly.resolve.introductions import introduced_near
from allegedly.resolve.joint import joint_speaker, parts_of, states_together, together
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.naming import Naming
from allegedly.resolve.people import Named, Person
from allegedly.resolve.phrase import Phrase, read_phrase
from allegedly.resolve.plurals import family, states_of
from allegedly.resolve.pronouns import Pronouns
from allegedly.resolve.spoken import Spoken
from allegedly.resolve.sureness import INFERRED, KIND, REFERRED, UNSURE
from allegedly.resolve.words import Words, contracted

_TWO = 2
_PERSON = (SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON)


@dataclass(frozen=True, slots=True)
class Beside:
    """What else of an article tells who speaks: its accounts, whom its cues address, and its author's name and place."""

    accounts: Accounts
    addressees: Addressees
    author: tuple[str, Span | None] | None = None


class Room:
    """Everybody in an article, and who has spoken so far; attributions are to be given in the order of the text."""

    def __init__(
        self,
        words: Words,
        named: Sequence[Named],
        antecedents: Antecedents,
        bodies: Bodies,
        lexicon: Lexicon,
        sources: Iterable[Span],
        countries: Countries,
        beside: Beside,
    ) -> None:
        self._words = words
        self._beside = beside
        self._countries = countries
        self._named = named
        self._starts = [item.mention.span.start for item in named]
        self._antecedents = antecedents
        self._lexicon = lexicon
        people = list({id(person): person for item in named for person in item.people}.values())
        self._people = people
        self._naming = Naming(words, people, introduced_near(words, people, sources), bodies, lexicon, countries.states)
        self._interviews = Interviews(words, named, self._naming, lexicon, beside.author[0] if beside.author else None)
        self._called_now = Called(words, named, antecedents, countries, beside.addressees)
        self._spoken = Spoken()
        said_by = FirstPersons(antecedents, self._naming, countries, lexicon, beside.addressees, beside.author)
        self._pronouns = Pronouns(
            words, named, antecedents, self._naming, self._called_now, said_by, countries, lexicon, self._spoken
        )

    def speaker(self, attribution: Attribution) -> Speaker | None:
        """The speaker of the next attribution."""
        speaker, person = self._judge(attribution)
        speaker = self._countries.told(speaker, attribution)
        self._spoken.remember(attribution, speaker, person)
        return speaker

    def _judge(self, attribution: Attribution) -> tuple[Speaker | None, Person | None]:
        if not attribution.source:
            return self._continued(attribution)
        span = attribution.source[0]
        inside = self._words.within(span.start, span.end)
        if not inside:
            return self._without_words(attribution.source, span)
        labelled = self._interviews.of(attribution)
        if labelled is not None:
            return labelled
        introduced = self._beside.addressees.introduced(attribution)
        if introduced is not None:
            return self._naming.of_person(introduced, attribution.source, REFERRED), introduced
        opening = self._words.texts[inside.start][: span.end - self._words.starts[inside.start]]
        opening = re.split("['’]", opening)[0] if contracted(opening) else opening
        sort = None if opening in ("US", "IT") else self._lexicon.pronouns.get(opening.lower())
        if sort and (
            len(inside) == 1
            or self._words.gap(inside.start + 1)[:1] == ","
            or self._words.texts[inside.start + 1].lower() in ("also", "himself", "herself", "themselves", "too", "and")
        ):
            return self._pronouns.whom(attribution, sort, span)
        several = self._of_one_name(attribution, span)
        if several is not None:
            return several, None
        held = self._named[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        parts = parts_of(self._words, span, held, self._lexicon)
        joint = joint_speaker(attribution.source, parts, lambda part: self._member(attribution, part)) if parts else None
        if joint is not None:
            return joint, None
        phrase = read_phrase(self._words, span, held, self._lexicon)
        if phrase is None:
            return self._without_words(attribution.source, span)
        if phrase.named is not None and not self._heading(attribution, phrase.named):
            return self._naming.named_person(attribution.source, phrase, phrase.named)
        native = phrase.kind is SpeakerKind.UNNAMED_PERSON and phrase.role is None and phrase.country and phrase.definite
        if native and phrase.country and all(text[0].isupper() for text in self._words.texts[phrase.first + 1 : phrase.head + 1]):
            speaker, person = self._pronouns.chosen(self._antecedents.meant(span.start, None), attribution.source)
            if person is not None:
                self._countries.learn(person.name, phrase.country, span)
                return replace(speaker, inferred=True, confidence=INFERRED), person
            return replace(speaker, country=phrase.country), None
        written = span.of(self._words.text)
        if written[:1] == "@" or (phrase.kind in _PERSON and "@" in written):
            account = self._account(attribution.source, span)
            if account is not None:
                self._countries.learn_from(account[0], inside)
                return account
        return self._described(attribution, phrase, span)

    def _heading(self, attribution: Attribution, item: Named) -> bool:
        """Whether a word before a colon that the article has nowhere else is a heading: "Loser: Peter Dorn"."""
        colon = bool(attribution.cue) and attribution.cue[0].of(self._words.text).strip() == ":"
        alone = item.mention.sort == "single" and not any(person.shown or len(person.spans) > 1 for person in item.people)
        text = item.mention.span.of(self._words.text)
        return colon and alone and not text.isupper() and text.lower() in self._lexicon.common

    def _of_one_name(self, attribution: Attribution, span: Span) -> Speaker | None:
        """Those who share the name whose plural the source is; a group where the article names one, or more than two, of them."""
        source = attribution.source
        states = states_of(self._words, span, self._lexicon)
        if states:
            return states_together(states, source)
        people = family(self._words, span, self._people)
        if len(people) == _TWO:
            alone = [self._countries.told(self._naming.of_person(person, source, REFERRED), attribution) for person in people]
            return together([one for one in alone if one is not None], source)
        names = tuple(person.name for person in people)
        return (
            Speaker(None, SpeakerKind.UNNAMED_GROUP, candidates=names if len(names) > 1 else (), evidence=source, confidence=KIND)
            if people
            else None
        )

    def _member(self, attribution: Attribution, part: Span) -> Speaker | None:
        """One of several who speak together."""
        alone = replace(attribution, source=(part,))
        held = self._named[bisect_left(self._starts, part.start) : bisect_left(self._starts, part.end)]
        phrase = read_phrase(self._words, part, held, self._lexicon)
        if phrase is None or (phrase.named is None and phrase.name is None):
            return None
        if phrase.named is not None:
            return self._countries.told(self._naming.named_person((part,), phrase, phrase.named)[0], alone)
        return self._countries.told(self._described(alone, phrase, part)[0], alone)

    def _described(self, attribution: Attribution, phrase: Phrase, span: Span) -> tuple[Speaker | None, Person | None]:
        """A body, or somebody whom the source calls only by what he is."""
        speaker, person = self._naming.described(attribution.source, phrase, span)
        rival = (
            self._called_now.rival(phrase, person) if person is not None and phrase.kind is SpeakerKind.UNNAMED_PERSON else None
        )
        if rival is not None and person is not None:
            return self._naming.unnamed(attribution.source, phrase, (person.name, rival.name)), None
        if person is not None or speaker is None or speaker.kind is not SpeakerKind.UNNAMED_PERSON or not phrase.definite:
            return speaker, person
        around = self._spoken.around(attribution)
        spoken = [(entry[0], entry[2]) for entry in self._spoken]
        called = self._called_now.whom(attribution, phrase, speaker, spoken, around[2] if around else None)
        if called is None:
            return speaker, None
        person, evidence, sure = called
        return self._naming.of_person(person, evidence, sure, also=phrase, inferred=True), person

    def _account(self, source: Spans, span: Span) -> tuple[Speaker, Person | None] | None:
        """Whoever an account is: the person whose name it spells, or by the name that the article sets beside it."""
        handle = self._beside.accounts.holder(span, self._named)
        if handle is not None:
            return self._naming.of_person(handle, source, REFERRED), handle
        found = self._beside.accounts.named(span)
        if found is None:
            return None
        name, place = found
        item = next((one for one in self._named if place.covers(one.mention.span) and len(one.people) == 1), None)
        if item is not None and item.people[0].name == name:
            return self._naming.of_person(item.people[0], merged((*source, place)), REFERRED), item.people[0]
        return Speaker(
            name, SpeakerKind.NAMED_PERSON, mentions=(place,), evidence=merged((*source, place)), confidence=REFERRED
        ), None

    def _without_words(self, source: Spans, span: Span) -> tuple[Speaker | None, Person | None]:
        return Speaker(None, SpeakerKind.UNNAMED_PERSON, evidence=source, confidence=UNSURE), None

    def _continued(self, attribution: Attribution) -> tuple[Speaker | None, Person | None]:
        """A quotation with neither source nor cue goes on with the quotation before it, where nothing stands between."""
        last = self._spoken.last()
        if attribution.cue or last is None:
            return None, None
        content = attribution.content[0]
        if not self._antecedents.quoted(content.start):
            return None, None
        previous, speaker, person = last
        if speaker is None or (speaker.kind not in _PERSON):
            return None, None
        paragraphs = self._words.paragraph(content.start) - self._words.paragraph(previous.extent.start)
        between = self._words.text[previous.extent.end : content.start]
        if (
            paragraphs > 1
            or previous.extent.end > content.start
            or between.strip(" \n\r\t.,\"'“”’")
            or not self._antecedents.quoted(previous.content[-1].start)
        ):
            return None, None
        if person is not None:
            return self._naming.of_person(person, merged((*speaker.evidence,)), INFERRED, inferred=True), person
        return replace(speaker, mentions=(), inferred=True, confidence=INFERRED), None
