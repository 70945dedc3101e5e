"""The speakers of sources that name somebody: by name, by role, or as a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from allegedly.model import Span, Spans, Speaker, SpeakerKind, merged
from allegedly.resolve.bodies import Bodies
from allegedly.resolve.introductions import introduced_as
from allegedly.resolve.issuers import BEARING
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Named, Person
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.plurals import half_named
from allegedly.resolve.roles import place_of
from allegedly.resolve.sureness import ASSUMED, INFERRED, KIND, OPEN, POINTED, REFERRED, WRITTEN
from allegedly.resolve.unknown import place_like
from allegedly.resolve.words import Words

_BODIES = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.OUTLET))
_LEGISLATORS = frozenset(
    ("governor", "republican", "democrat", "lawmaker", "senator", "congressman", "congresswoman", "representative", "legislator")
)
_CLOSE = 2
"""Characters between a name and its label: a comma or a bracket, and a blank."""
_CAUSE = re.compile(r" (?:of|for|to|against) (?:the )?(?P<cause>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
"""What stands behind the first word of a body's name: "of Mercy"."""
_GENERIC = frozenset(
    ("company", "firm", "bank", "agency", "organization", "organisation", "charity", "retailer", "airline", "chain", "newspaper")
)
_SEVERAL = frozenset(("many", "some", "several", "most", "few", "other", "these", "those", "all", "two", "three", "both"))
"""What stands before a plural, so that a capital behind it is nobody's surname: "many former Bellies"."""
_LED_BY = frozenset(("the", "that", "this", "new", "latest", "same"))
"""What may stand before the noun of a document named before."""
_HIGHEST = ("high", "highest", "top")
_OWN_NOUNS = frozenset(("party", "committee", "union", "university", "court", "police"))
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
        self._spoke: dict[SpeakerKind, dict[str, None]] = {}
        self._lexicon = lexicon
        self._states = states

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
            sure = sure or self._labelled(phrase, span.start)
            if sure is not None:
                later = sure.spans[0].start > span.start
                return self.of_person(
                    sure, source, INFERRED if later else REFERRED, inferred=later and not phrase.role.qualifiers
                ), sure
            return self.unnamed(source, phrase, tuple(person.name for person in maybe)), None
        if phrase.kind is SpeakerKind.NOBODY:
            return Speaker(None, SpeakerKind.NOBODY, evidence=source, confidence=KIND), None
        if phrase.name is None and phrase.kind in _BODIES and phrase.definite and phrase.number is None:
            meant = self._meant(phrase, source[0])
            if meant is not None:
                return meant, None
        if phrase.name is None and phrase.kind is SpeakerKind.DOCUMENT and phrase.definite and phrase.number is None:
            document = self._document(phrase, source)
            if document is not None:
                return document, None
        if phrase.name is None:
            return self.unnamed(source, phrase, ()), None
        if phrase.kind in (SpeakerKind.NAMED_PERSON, SpeakerKind.ORGANISATION):
            alike = [person for person in self._people if person.shown and _ends_alike(person, phrase.name)]
            if len(alike) == 1:
                return self.of_person(alike[0], source, ASSUMED), alike[0]
        return self._body(source, phrase, phrase.name), None

    def _labelled(self, phrase: Phrase, start: int) -> Person | None:
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
        self._spoke.setdefault(kind, {}).setdefault(name)
        return Speaker(name, kind, country=phrase.country, evidence=source, confidence=WRITTEN, number=phrase.number)

    def _meant(self, phrase: Phrase, span: Span) -> Speaker | None:
        """The body for which a bare noun stands: "the commission" that the article names, "the company" that has spoken."""
        words = self._words
        at = phrase.head
        placed = place_of(words, phrase.first + 1, at, self._lexicon) == at or words.texts[at - 1] in _HIGHEST
        if (at - phrase.first > 1 and not placed) or words.texts[phrase.first].lower() not in ("the", "this", "that"):
            return None
        noun = words.texts[at].lower()
        name = self._bodies.by_noun(noun, words.sentence(span.start))
        if name is not None:
            return Speaker(
                name, self._bodies.kind(name), country=self._bodies.country(name, name), evidence=(span,), confidence=REFERRED
            )
        spoke = list(self._spoke.get(phrase.kind, ()))
        if (
            len(spoke) != 1
            or spoke[0].split()[-1].islower()
            or noun not in _GENERIC
            or any(word.lower() in _OWN_NOUNS for word in spoke[0].split()[-1:])
        ):
            return None
        return Speaker(
            spoke[0],
            phrase.kind,
            country=self._bodies.country(spoke[0], spoke[0]),
            evidence=(span,),
            inferred=True,
            confidence=INFERRED,
        )

    def _document(self, phrase: Phrase, source: Spans) -> Speaker | None:
        """The poll that "the poll" stands for, or the paper that "the paper" does, where only one has spoken."""
        words = self._words
        noun = words.texts[phrase.head]
        led = all(text.lower() in _LED_BY for text in words.texts[phrase.first : phrase.head])
        kind = SpeakerKind.OUTLET if noun == "paper" else SpeakerKind.DOCUMENT
        alike = BEARING if noun in BEARING else {noun}
        spoke = self._spoke.get(kind, ())
        names = [name for name in spoke if kind is SpeakerKind.OUTLET or name.split()[-1].lower() in alike]
        if not led or len(names) != 1 or (kind is SpeakerKind.DOCUMENT and noun not in BEARING):
            return None
        return Speaker(names[0], kind, country=phrase.country, evidence=source, confidence=REFERRED)

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


def _label_behind(words: Words, mention: Span) -> str | None:
    """The place in a legislator's label behind a name: "D-Ohio"."""
    at = words.within(mention.start, mention.end).stop
    text = words.texts[at] if at < len(words) else ""
    if text[:2] in ("D-", "R-", "I-") and words.starts[at] - mention.end <= _CLOSE:
        rest = " ".join((text[2:], words.texts[at + 1] if at + 1 < len(words) and words.gap(at + 1) == " " else "")).strip()
        return rest if len(rest.split()) > 1 and rest.istitle() else text[2:]
    return None


def _ends_alike(person: Person, name: str) -> bool:
    """Whether `name`, found where titles are capitalised like names, is the person's name, its last words, or ends with it."""
    words = name.split()
    short, long = sorted((tuple(words), person.parts), key=len)
    return long[-len(short) :] == short
