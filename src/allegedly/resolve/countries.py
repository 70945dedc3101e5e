"""The country that a speaker speaks for, where neither role nor body names it: by office, party, place or article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegedly.model import Attribution, Span, Speaker, SpeakerKind, merged
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.natives import natives
from allegedly.resolve.offices import Offices
from allegedly.resolve.people import Person
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.said_behind import told_behind
from allegedly.resolve.setting import Setting, Told
from allegedly.resolve.source_countries import SourceCountries
from allegedly.resolve.words import Words, singular

_NAMED = frozenset((SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP))
_BODIES = frozenset((SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION))
_TELLING = _NAMED | _BODIES | {SpeakerKind.DOCUMENT, SpeakerKind.OUTLET}
_AIDES = frozenset(("adviser", "advisor", "aide", "staffer"))
_OFFICES = frozenset(("office", "military", "spokesperson"))
_REACH = 3
"""How many words behind a name a legislator's label may stand."""
_BEHIND = 8
"""How many words behind a name "is based in" and a place may stand."""


class Countries:
    """Gives countries to the speakers of one article; `people` are all whom it names."""

    def __init__(self, words: Words, people: Sequence[Person], lexicon: Lexicon, offices: Offices, setting: Setting) -> None:
        self._words = words
        self._people = {person.name: person for person in people}
        self._sources = SourceCountries(words, people, lexicon, offices, setting)
        self._lexicon = lexicon
        self._offices = offices
        self._setting = setting
        self._natives: dict[str, Told] | None = None
        self._known: dict[str, Told | None] = {}

    @property
    def states(self) -> Mapping[str, str]:
        """The states of which legislators' labels speak, by their abbreviations."""
        return self._offices.states

    def told(self, speaker: Speaker | None, attribution: Attribution) -> Speaker | None:
        """The speaker, with a country where one is told."""
        if speaker is None or speaker.members or speaker.kind not in _TELLING:
            return speaker
        found = None
        if speaker.country is None:
            found = self._by_name(speaker) or self._sources.told(speaker, attribution) or self._by_setting(speaker, attribution)
        if found is not None:
            code, evidence = found
            speaker = replace(speaker, country=code, evidence=merged((*speaker.evidence, *evidence)))
        elif speaker.kind is SpeakerKind.NAMED_PERSON and speaker.name and speaker.country:
            self.learn(speaker.name, speaker.country, speaker.evidence[0])
        self._sources.learn(speaker, attribution)
        return speaker

    def later(self, speaker: Speaker | None) -> Speaker | None:
        """The speaker, with the country that the article tells of them only further on."""
        if speaker is None or speaker.country is not None or speaker.kind is not SpeakerKind.NAMED_PERSON or speaker.members:
            return speaker
        if speaker.name is None:
            return self._of_candidates(speaker)
        found = self._known.get(speaker.name or "")
        if found is None:
            return speaker
        return replace(speaker, country=found[0], evidence=merged((*speaker.evidence, *found[1])))

    def _of_candidates(self, speaker: Speaker) -> Speaker:
        """The speaker, with the country that all who may be meant are known to be of."""
        told: list[Told] = []
        for name in speaker.candidates:
            person = self._people.get(name)
            alone = Speaker(name, SpeakerKind.NAMED_PERSON, mentions=person.mentions if person is not None else ())
            found = self._by_name(alone)
            code = next((role.country for role in person.roles if role.country), None) if person is not None else None
            if code is not None and person is not None:
                found = code, person.mentions[:1]
            if found is None:
                return speaker
            told.append(found)
        if not told or len({code for code, _ in told}) > 1:
            return speaker
        return replace(speaker, country=told[0][0], evidence=merged((*speaker.evidence, *told[0][1])))

    def learn(self, name: str, code: str, span: Span) -> None:
        """What the article calls somebody further on: "the Norwegian"."""
        if self._known.get(name) is None:
            self._known[name] = (code, (span,))

    def learn_from(self, speaker: Speaker, inside: range) -> None:
        """What the words of a source tell of whoever is behind it: "@TeamNorway skier @annabell"."""
        told = self._setting.telling(inside.start, inside.stop)
        if told is not None and speaker.name is not None:
            self.learn(speaker.name, told[0], told[1][0])

    def in_office(self, phrase: Phrase) -> frozenset[str]:
        """The names, in full and by surname, of whoever is known to have held the office of the phrase in the article's year."""
        home = self._setting.country()
        told = phrase.country or (phrase.role.country if phrase.role else None)
        country = told or (home[0] if home else self._setting.outlet())
        year = self._setting.year
        if phrase.role is None or country is None or year is None or not phrase.role.qualifiers.isdisjoint(self._lexicon.former):
            return frozenset()
        return self._offices.in_office(country, _readings(phrase.role.text), year)

    def holding(self, phrase: Phrase) -> frozenset[str]:
        """The full names of all who held the phrase's office in the article's year; none where the article has a country."""
        year = self._setting.year
        if phrase.role is None or year is None or self._setting.country() is not None:
            return frozenset()
        return self._offices.holding(_readings(phrase.role.text), year)

    def of_several(self, start: int) -> Told | None:
        """The country of the people last named in the plural before "they", where their name tells it: "Republicans"."""
        words, sentence = self._words, self._words.sentence(start)
        for at in range(words.within(start, start + 1).start - 1, -1, -1):
            if sentence - words.sentence(words.starts[at]) > 1:
                return None
            one = singular(words.texts[at].lower())
            if one != words.texts[at].lower() and (one in self._lexicon.roles or one in self._lexicon.people):
                return self._setting.telling(at, at + 1) if words.texts[at][0].isupper() else None
        return None

    def speaks_for(self, speaker: Speaker) -> bool:
        """Whether what somebody says is said for a body or a public, so that "we" is of the same country."""
        return speaker.kind in _BODIES or (speaker.kind in _NAMED and self._official(speaker))

    def _by_name(self, speaker: Speaker) -> Told | None:
        """By what the article says of a person at any of the places where it names them."""
        if speaker.kind is not SpeakerKind.NAMED_PERSON or speaker.name is None:
            return None
        if speaker.name not in self._known:
            self._known[speaker.name] = self._of_person(speaker)
        return self._known[speaker.name]

    def _of_person(self, speaker: Speaker) -> Told | None:
        name = speaker.name or ""
        person = self._people.get(name)
        holder = self._holder(name, person, speaker)
        if holder is not None:
            return holder, speaker.mentions[:1]
        for role in person.roles if person is not None else ():
            inside = self._words.within(role.span.start, role.span.end)
            first = inside.start
            while first > 0 and self._words.joined(first) and self._leads(first - 1):
                first -= 1
            works = role.sort not in ("person",)
            found = self._setting.telling(first, inside.stop, works) or self._behind(inside.stop)
            found = found or self._for_leader(role.head, inside.stop)
            if found is not None:
                return found
        for mention in speaker.mentions[:20]:
            found = self._beside(mention) or told_behind(mention, self._words, self._offices, self._setting)
            if found is not None:
                return found
        if self._natives is None:
            self._natives = natives(self._words, list(self._people.values()), self._setting)
        return self._natives.get(name)

    def _leads(self, at: int) -> bool:
        """Whether a word may lead up to a role: a capital, or words of a body ("Norwegian defence ministry spokesman")."""
        words = self._words
        if words.texts[at][0].isupper():
            return True
        bodies = ("government", "organisation")
        kind = self._lexicon.heads.get(words.texts[at])
        if kind not in bodies and not (at + 1 < len(words) and self._lexicon.heads.get(words.texts[at + 1]) in bodies):
            return False
        return words.texts[at] not in self._lexicon.determiners and words.texts[at] not in self._lexicon.after_head

    def _for_leader(self, head: str, at: int) -> Told | None:
        """By the leader for whom somebody speaks or works: "a spokesman for President Barack Obama"."""
        words = self._words
        if head not in self._offices.entourage or at >= len(words) or words.texts[at] not in ("for", "to", "of"):
            return None
        stop = at + 1
        while stop < len(words) and stop - at < 9 and words.joined(stop) and words.texts[stop][0].isupper():
            stop += 1
        for length in (3, 2):
            if stop - length > at:
                span = words.span(stop - length, stop - 1)
                code = self._offices.of_name(span.of(words.text))
                if code is not None:
                    return code, (span,)
        return None

    def _holder(self, name: str, person: Person | None, speaker: Speaker) -> str | None:
        """By who is known to have held an office: with the full name, or with the surname behind its title."""
        found = self._offices.of_name(name)
        if found is not None or len(name.split()) > 1:
            return found
        year = self._setting.year
        heads = {role.head for role in person.roles} if person is not None else set()
        if heads or speaker.role:
            return self._offices.of_surname(name, heads | _readings(speaker.role or ""), year)
        home = self._setting.country()
        if person is None:
            return self._offices.known(name, year)
        name = name.title() if name.isupper() else name
        return home[0] if home is not None and home[0] in self._offices.borne(name, year) else None

    def _beside(self, mention: Span) -> Told | None:
        """By what stands right beside one mention of a name: a label, capitals, "is based in Orlec"."""
        words = self._words
        inside = words.within(mention.start, mention.end)
        behind = inside.stop
        while words.aside(behind) and not words.aside(inside.start):
            behind += 1
        for at in range(behind, min(behind + _REACH, len(words))):
            code = self._offices.label(words.texts[at].rstrip("."))
            if code is not None:
                return code, (words.span(at, at),)
        found = self._before(inside.start)
        if found is not None:
            return found
        sentence = words.sentence(mention.start)
        for at in range(inside.stop, min(inside.stop + _BEHIND, len(words) - 2)):
            if words.sentence(words.starts[at]) != sentence:
                break
            if words.texts[at] == "based" and words.texts[at + 1] in ("in", "at"):
                return self._setting.telling(at + 2, min(at + 6, len(words)))
        return None

    def _before(self, first: int) -> Told | None:
        """By the capitals that lead up to a name: "GOP Rep. Anna Bell", and by whose they are: "Ohio's Anna Bell"."""
        words = self._words
        if first and words.possessive[first - 1]:
            for length in range(1, min(4, first) + 1):
                span = words.span(first - length, first - 1)
                body = self._lexicon.bodies.get(span.of(words.text))
                if body is not None and body.country is not None:
                    return body.country, (span,)
        start = first
        while start > 0 and first - start < 6 and words.joined(start):
            text = words.texts[start - 1]
            if not text[0].isupper() and text.lower() not in self._lexicon.roles and text.lower() not in self._lexicon.modifiers:
                break
            start -= 1
        return self._setting.telling(start, first) if start < first else None

    def _behind(self, at: int) -> Told | None:
        """By "of", "for", "at", "in" and a place behind a role."""
        if at + 1 < len(self._words) and self._words.texts[at] in ("of", "for", "at", "in", "from", "with"):
            stop = at + 1
            while stop < len(self._words) and stop - at < 9 and self._words.joined(stop):
                stop += 1
            return self._setting.telling(at, stop, works=True)
        return None

    def _by_setting(self, speaker: Speaker, attribution: Attribution) -> Told | None:
        """The country of the whole article, for officials, for whoever has a role, and for bodies."""
        if self._sources.of_the_public(speaker, attribution):
            return self._setting.country()
        known = self._lexicon.bodies.get(speaker.affiliation or "")
        if known is not None and known.country is None:
            return None
        if speaker.kind in (SpeakerKind.DOCUMENT, SpeakerKind.OUTLET):
            return None
        if not self._official(speaker) if speaker.kind in _NAMED else not self._home(speaker):
            return None
        found = self._setting.country()
        if self._local(speaker, attribution):
            found = self._setting.local() or found
        readings = _readings(speaker.role or "")
        if found is None:
            told = self._shortened(speaker) or self._setting.opening(attribution)
            return told or (self._setting.near(attribution) if speaker.kind is not SpeakerKind.NAMED_PERSON else None)
        lacks = self._offices.lacks.get(found[0], self._offices.lacks.get("other", frozenset()))
        return None if not lacks.isdisjoint(readings) else found

    def _shortened(self, speaker: Speaker) -> Told | None:
        """By a title that papers shorten for one country's: "Rep. Bell"."""
        for mention in speaker.mentions[:8]:
            at = self._words.within(mention.start, mention.end).start
            if at and self._words.gap(at) == ". " and self._words.texts[at - 1] in self._offices.shortened:
                return self._offices.shortened[self._words.texts[at - 1]], (self._words.span(at - 1, at - 1),)
        return None

    def _local(self, speaker: Speaker, attribution: Attribution) -> bool:
        """Whether somebody serves a town or a region: by the words of source, role and name."""
        said = " ".join((speaker.name or "", speaker.role or "", *(s.of(self._words.text) for s in attribution.source[:1])))
        person = self._people.get(speaker.name or "")
        told = (role.text for role in person.roles) if person is not None else ()
        return not self._offices.local.isdisjoint(" ".join((said, *told)).lower().split())

    def _official(self, speaker: Speaker) -> bool:
        """Whether somebody has a role that is held for a body or a public; of people without a name work alone is none."""
        person = self._people.get(speaker.name or "")
        readings = self._spelt(speaker.role or "").union(
            *(self._spelt(role.text) for role in (person.roles if person else ())),
        )
        held = {self._lexicon.roles.get(reading) for reading in readings}
        if not readings.isdisjoint(_AIDES):
            return True
        if not held.isdisjoint(_OFFICES):
            return True
        works = any(self._lexicon.roles.get(one) == "work" and one not in self._offices.private for one in readings)
        return speaker.kind is SpeakerKind.NAMED_PERSON and works

    def _spelt(self, role: str) -> set[str]:
        """The readings of a role, a shortened title also in full: "Gen" is a general."""
        readings = _readings(role)
        return readings | {self._lexicon.short_titles[one] for one in readings if one in self._lexicon.short_titles}

    def _home(self, speaker: Speaker) -> bool:
        """Whether a body may be of the article's own country: one that no list knows as many countries' or none's."""
        body = self._lexicon.bodies.get(speaker.name or "")
        if speaker.kind is SpeakerKind.GOVERNMENT:
            return True
        return speaker.kind is SpeakerKind.ORGANISATION and speaker.name is not None and body is None


def _readings(role: str) -> set[str]:
    """A role's last word, last two and last three, in small letters and singular."""
    words = role.lower().replace(".", "").split()
    ends = {" ".join(words[-count:]) for count in (1, 2, 3) if count <= len(words)}
    return ends | {singular(end) for end in ends}
