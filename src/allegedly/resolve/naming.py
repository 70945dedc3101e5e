"""The speakers of sources that name somebody: by name, by role, or as a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from allegedly.model import Span, Spans, Speaker, SpeakerKind, merged
from allegedly.resolve.bodies import Bodies
from allegedly.resolve.introductions import introduced_as
from allegedly.resolve.legislators import Legislators
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Named, Person
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.plurals import half_named
from allegedly.resolve.spoken_bodies import SpokenBodies
from allegedly.resolve.sureness import ASSUMED, INFERRED, KIND, OPEN, POINTED, REFERRED, WRITTEN
from allegedly.resolve.unknown import place_like
from allegedly.resolve.words import Words

_BODIES = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.OUTLET))
_CAUSE = re.compile(r" (?:of|for|to|against) (?:the )?(?P<cause>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
"""What stands behind the first word of a body's name: "of Mercy"."""
_SEVERAL = frozenset(("many", "some", "several", "most", "few", "other", "these", "those", "all", "two", "three", "both"))
"""What stands before a plural, so that a capital behind it is nobody's surname: "many former Bellies"."""
_BESIDE = frozenset(("Along", "Together", "With", "Like", "Unlike", "Alongside", "Besides", "According"))
"""What opens a sentence with somebody else than its subject."""
_VERBS = frozenset(("is", "was", "has", "had", "said", "says", "will", "would", "did", "does", "announced", "plans", "also"))


class Naming:
    """Makes speakers of phrases. `people` are all of the article, `speaking` those who speak in it."""

    def __init__(
        self,
        words: Words,
        people: Sequence[Person],
        speaking: Sequence[Person],
        bodies: Bodies,
        lexicon: Lexicon,
        states: Mapping[str, str],
    ) -> None:
        self._words = words
        self._people = people
        self._speaking = speaking
        self._bodies = bodies
        self._spoken = SpokenBodies(words, bodies, lexicon)
        self._legislators = Legislators(words, people, states)
        self._lexicon = lexicon

    def named_person(self, source: Spans, phrase: Phrase, item: Named) -> tuple[Speaker, Person | None]:
        """The speaker of a phrase whose head is a name."""
        if len(item.people) > 1:
            names = tuple(dict.fromkeys(person.name for person in item.people))
            return Speaker(None, SpeakerKind.NAMED_PERSON, candidates=names, evidence=source, confidence=OPEN), None
        person = item.people[0]
        text = item.mention.span.of(self._words.text)
        owner = self._with_ending(item)
        if owner is not None:
            phrase = Phrase(SpeakerKind.ORGANISATION, phrase.first, phrase.head, name=owner)
            return self._body(source, phrase, owner), None
        if not person.shown and self._bodies.named(text):
            name = self._bodies.fullest(text)
            country = self._bodies.country(name, text)
            return self._body(
                source, Phrase(self._bodies.kind(name), phrase.first, phrase.head, name=text, country=country), text
            ), None
        if not person.shown and len(person.parts) > 3:
            return Speaker(text, SpeakerKind.ORGANISATION, mentions=person.mentions, evidence=source, confidence=ASSUMED), None
        if not person.shown:
            first = self._words.within(item.mention.opens, item.mention.span.end).start
            article = first > 0 and self._words.gap(first) == " " and self._words.texts[first - 1].lower() == "the"
            if article:
                name = self._bodies.fullest(text)
                return Speaker(
                    name, SpeakerKind.ORGANISATION, mentions=person.mentions, evidence=source, confidence=ASSUMED
                ), None
        if not person.shown and len(person.parts) == 1:
            several = self._words.texts[phrase.first].lower() in _SEVERAL and phrase.first < phrase.head
            if several and text.endswith("s") and self._words.texts[phrase.head] == text:
                return Speaker(None, SpeakerKind.UNNAMED_GROUP, evidence=source, confidence=KIND), None
            cause = _cause_behind(self._words, person, self._lexicon)
            if cause is not None:
                return Speaker(
                    cause, SpeakerKind.ORGANISATION, mentions=person.mentions, evidence=source, confidence=ASSUMED
                ), None
            kind = place_like(words=self._words, name=text, spans=person.mentions)
            if kind is SpeakerKind.UNNAMED_GROUP and not self._lexicon.given.get(text):
                return Speaker(None, kind, evidence=source, confidence=KIND), None
            if kind is not None:
                return Speaker(text, kind, mentions=person.mentions, evidence=source, confidence=ASSUMED), None
        if item.mention.sort in ("place", "body") and self._elsewhere(item, text):
            place = self._lexicon.places.get(text)
            names = (person.name, place.name if place else self._bodies.fullest(text))
            return Speaker(None, SpeakerKind.NAMED_PERSON, candidates=names, evidence=source, confidence=OPEN), None
        return self.of_person(person, source, WRITTEN if person.shown else ASSUMED, also=phrase), person

    def _elsewhere(self, item: Named, text: str) -> bool:
        """Whether the article speaks of the country or body with the person's name as well, or does so here: "the Hill"."""
        words = self._words
        place = self._lexicon.places.get(text)
        if place is not None and not words.distinct().isdisjoint(self._lexicon.of_country(place.code) - {text}):
            return True
        before = words.before(text)
        first = item.mention.first
        here = words.texts[first - 1].lower() if first and words.gap(first) == " " else ""
        where = ("in", "of", "from", "across", "inside", "to") if place is not None else ("on", "in")
        return not before.isdisjoint(where) or here == "the"

    def _with_ending(self, item: Named) -> str | None:
        """The name of a business that ends like a possessive: "Dorn's is closing", "Dorn's, a chain,"."""
        words = self._words
        if not item.mention.possessive or item.mention.titled or item.people[0].shown:
            return None
        end = item.mention.span.end + 2
        following = words.within(end, end + 20)
        behind = words.text[end : end + 2]
        if behind == ", " or (behind[:1] == " " and following and words.texts[following.start] in _VERBS):
            return words.text[item.mention.span.start : end]
        return None

    def of_person(
        self, person: Person, source: Spans, confidence: float = WRITTEN, also: Phrase | None = None, inferred: bool = False
    ) -> Speaker:
        """A person as a speaker: the first role that the article gives, and the first affiliation and country."""
        named = also.role if also is not None else None
        whole = [named] if named is not None and any(named.span.end == role.span.end for role in person.roles) else []
        roles = [*whole, *person.roles, *([also.role] if also is not None and also.role is not None else [])]
        best = roles[0] if roles else None
        country = next((role.country for role in roles if role.country), None)
        affiliation = next((role.affiliation for role in roles if role.affiliation), None)
        evidence = merged((*source, *([best.span] if best else [])))
        return Speaker(
            person.name,
            SpeakerKind.NAMED_PERSON,
            role=best.text if best else None,
            affiliation=self._bodies.fullest(affiliation) if affiliation else None,
            country=country,
            mentions=person.mentions,
            evidence=evidence,
            inferred=inferred,
            confidence=confidence,
        )

    def described(self, source: Spans, phrase: Phrase, span: Span) -> tuple[Speaker | None, Person | None]:
        """The speaker of a phrase that gives a body, or only what somebody is."""
        if phrase.kind is SpeakerKind.UNNAMED_PERSON and phrase.role is not None:
            sure, maybe = introduced_as(phrase, self._people, self._words, span, self._speaking)
            sure = sure or self._legislators.labelled(phrase, span.start)
            if sure is not None:
                later = sure.spans[0].start > span.start
                return self.of_person(
                    sure, source, INFERRED if later else REFERRED, inferred=later and not phrase.role.qualifiers
                ), sure
            return self.unnamed(source, phrase, tuple(person.name for person in maybe)), None
        if phrase.kind is SpeakerKind.NOBODY:
            return Speaker(None, SpeakerKind.NOBODY, evidence=source, confidence=KIND), None
        if phrase.name is None and phrase.kind in _BODIES and phrase.definite and phrase.number is None:
            meant = self._spoken.meant(phrase, source[0])
            if meant is not None:
                return meant, None
        if phrase.name is None and phrase.kind is SpeakerKind.DOCUMENT and phrase.definite and phrase.number is None:
            document = self._spoken.document(phrase, source)
            if document is not None:
                return document, None
        if phrase.name is None:
            return self.unnamed(source, phrase, ()), None
        if phrase.kind in (SpeakerKind.NAMED_PERSON, SpeakerKind.ORGANISATION):
            alike = [person for person in self._people if person.shown and _ends_alike(person, phrase.name)]
            if len(alike) == 1:
                return self.of_person(alike[0], source, ASSUMED), alike[0]
        return self._body(source, phrase, phrase.name), None

    def subject(self, source: Spans, span: Span, named: Sequence[Named], quotation: Callable[[int], int]) -> Speaker | None:
        """The body or state that opens the sentence, or the only one before "it" in the sentence, further on in it."""
        words = self._words
        start = words.sentence_start(span.start)
        opening = words.text[start : start + 20].split()[:1]
        beside = bool(opening) and opening[0] in _BESIDE
        inside = [
            item
            for item in named
            if words.sentence(item.mention.span.start) == words.sentence(span.start)
            and quotation(item.mention.span.start) == quotation(span.start)
            and not (beside and "," in words.text[item.mention.span.end : span.start])
        ]
        found: dict[str, Speaker] = {}
        for number, item in enumerate(inside):
            mention = item.mention
            speaker = self.thing(source, item)
            before = words.text[: mention.span.start].rsplit(None, 1)[-1:] if mention.span.start else []
            opens = words.opens_sentence(mention.span.start) or (before == ["The"])
            if opens and number == 0:
                return speaker
            if speaker is not None and speaker.name is not None and mention.sort == "body":
                found.setdefault(speaker.name, speaker)
        return next(iter(found.values())) if len(found) == 1 else None

    def thing(self, source: Spans, item: Named) -> Speaker | None:
        """The body or state of a mention; `None` where it is a person's, or owns what follows."""
        mention = item.mention
        text = mention.span.of(self._words.text)
        if mention.possessive or any(person.shown for person in item.people):
            return None
        if text.isupper() and " " in text and text not in self._lexicon.bodies and text not in self._lexicon.places:
            return None
        evidence = merged((*source, mention.span))
        if mention.sort == "body" or self._bodies.named(text):
            name = self._bodies.fullest(text)
            country = self._bodies.country(name, text)
            return Speaker(name, self._bodies.kind(name), country=country, evidence=evidence, confidence=POINTED)
        place = half_named(self._words, mention.first, self._lexicon) or self._lexicon.places.get(text)
        if place is not None and place.sort in ("names", "capitals"):
            return Speaker(place.name, SpeakerKind.STATE, country=place.code, evidence=evidence, confidence=POINTED)
        return None

    def _body(self, source: Spans, phrase: Phrase, short: str) -> Speaker:
        """A body as a speaker, by the fullest name that the article gives it."""
        name = self._bodies.fullest(short) if phrase.kind in _BODIES else short
        kind = self._bodies.kind(name) if name != short else phrase.kind
        self._spoken.spoke(kind, name)
        return Speaker(name, kind, country=phrase.country, evidence=source, confidence=WRITTEN, number=phrase.number)

    def unnamed(self, source: Spans, phrase: Phrase, candidates: tuple[str, ...]) -> Speaker:
        """Somebody without a name, with those who may be meant."""
        role = phrase.role
        affiliation = phrase.affiliation
        return Speaker(
            None,
            phrase.kind,
            role=role.text if role else None,
            affiliation=self._bodies.fullest(affiliation) if affiliation else None,
            country=phrase.country,
            candidates=candidates,
            evidence=source,
            confidence=OPEN if candidates else KIND,
            number=phrase.number,
        )


def _cause_behind(words: Words, person: Person, lexicon: Lexicon) -> str | None:
    """The name of a body that goes on behind one capital wherever it stands: "Sons of Mercy"; `None` where it is somebody's."""
    found: set[str] = set()
    for span in person.mentions[:4]:
        match = _CAUSE.match(words.text, span.end)
        opening = match["cause"].split()[0] if match is not None else ""
        if match is None or match["cause"] in lexicon.places or opening in lexicon.places or lexicon.given.get(opening):
            return None
        found.add(words.text[span.start : match.end()])
    return found.pop() if len(found) == 1 else None


def _ends_alike(person: Person, name: str) -> bool:
    """Whether `name`, found where titles are capitalised like names, is the person's name, its last words, or ends with it."""
    words = name.split()
    short, long = sorted((tuple(words), person.parts), key=len)
    return long[-len(short) :] == short
