"""The country that a speaker speaks for, where neither role nor body names it: by office, party, place or article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegedly.model import Attribution, Span, Speaker, SpeakerKind, merged
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.offices import Offices
from allegedly.resolve.people import Person
from allegedly.resolve.person_countries import PersonCountries, readings_of
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.setting import Setting, Told
from allegedly.resolve.source_countries import SourceCountries
from allegedly.resolve.words import Words, singular

_NAMED = frozenset((SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP))
_BODIES = frozenset((SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION))
_TELLING = _NAMED | _BODIES | {SpeakerKind.DOCUMENT, SpeakerKind.OUTLET}
_UNNAMED = frozenset((SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP))
_ABROAD = frozenset(("diplomat", "envoy", "ambassador", "correspondent", "negotiator", "delegate"))
"""Whose country is another than the one that they are said to be about."""
_LED = 4
"""How many words before a plural may tell whose people these are: "older Norwegian adults"."""
_ALONE = frozenset(("some", "others", "many", "most", "several", "few", "both"))
"""What stands for people named just before."""
_AIDES = frozenset(("adviser", "advisor", "aide", "staffer"))
_OFFICES = frozenset(("office", "military", "spokesperson"))


class Countries:
    """Gives countries to the speakers of one article; `people` are all whom it names."""

    def __init__(self, words: Words, people: Sequence[Person], lexicon: Lexicon, offices: Offices, setting: Setting) -> None:
        self._words = words
        self._people = {person.name: person for person in people}
        self._persons = PersonCountries(words, people, lexicon, offices, setting)
        self._sources = SourceCountries(words, people, lexicon, offices, setting, self._persons.of)
        self._called: dict[str, Told] = {}
        self._lexicon = lexicon
        self._offices = offices
        self._setting = setting

    @property
    def states(self) -> Mapping[str, str]:
        """The states of which legislators' labels speak, by their abbreviations."""
        return self._offices.states

    def told(self, speaker: Speaker | None, attribution: Attribution) -> Speaker | None:
        """The speaker, with a country where one is told."""
        if speaker is not None and speaker.members:
            return self._together(speaker, attribution)
        if speaker is None or speaker.kind not in _TELLING:
            return speaker
        found = None
        if speaker.kind is SpeakerKind.UNNAMED_GROUP and self._sources.of_others(attribution):
            return replace(speaker, country=None)
        if speaker.country is not None and (self._persons.in_trade(speaker) or self._looks_on(speaker, attribution)):
            speaker = replace(speaker, country=None)
        if speaker.country is None:
            found = self._persons.told(speaker) or self._sources.told(speaker, attribution)
            found = found or self._again(speaker, attribution) or self._by_setting(speaker, attribution)
            if found is None and speaker.kind is SpeakerKind.UNNAMED_GROUP and self._written_alone(attribution):
                found = self.of_several(attribution.source[0].start)
        if found is not None:
            code, evidence = found
            speaker = replace(speaker, country=code, evidence=merged((*speaker.evidence, *evidence)))
        elif speaker.kind is SpeakerKind.NAMED_PERSON and speaker.name and speaker.country:
            self.learn(speaker.name, speaker.country, speaker.evidence[0])
        self._sources.learn(speaker, attribution)
        if speaker.country is not None and speaker.kind in _UNNAMED and attribution.source:
            self._called[self._noun(attribution)] = speaker.country, attribution.source[:1]
            if speaker.kind is SpeakerKind.UNNAMED_PERSON:
                self._called["source"] = speaker.country, attribution.source[:1]
        return speaker

    def _looks_on(self, speaker: Speaker, attribution: Attribution) -> bool:
        """Whether people without a name have no more to do with a firm than to use it: "Twitter users"."""
        body = self._lexicon.bodies.get(speaker.affiliation or "")
        firm = speaker.affiliation in self._offices.houses or (body is not None and body.sort == "organisation")
        return firm and speaker.kind in _UNNAMED and self._noun(attribution) in self._offices.onlookers

    def _together(self, speaker: Speaker, attribution: Attribution) -> Speaker:
        """Several who speak together, with the country that the words before the names tell: "Bell's lawyers, Krog and Dorn"."""
        if any(member.country for member in speaker.members) or not attribution.source:
            return speaker
        words, span = self._words, attribution.source[0]
        names = [place.start for member in speaker.members for place in member.mentions if span.covers(place)]
        lead = words.within(span.start, min(names)) if names else range(0)
        found = self._sources.before_names(lead) if lead else None
        if found is None:
            return speaker
        members = tuple(replace(member, country=found[0]) for member in speaker.members)
        return replace(speaker, country=found[0], members=members, evidence=merged((*speaker.evidence, *found[1])))

    def _again(self, speaker: Speaker, attribution: Attribution) -> Told | None:
        """The country of the last of whom the article told one under the same noun: "a Norwegian official … the official"."""
        if speaker.kind not in _UNNAMED or not attribution.source:
            return None
        words, start = self._words, attribution.source[0].start
        first = words.within(start, attribution.source[0].end).start
        definite = first < len(words) and words.texts[first].lower() in ("the", "that", "these", "those")
        return self._called.get(self._noun(attribution)) if definite else None

    def _written_alone(self, attribution: Attribution) -> bool:
        return bool(attribution.source) and attribution.source[0].of(self._words.text).lower() in _ALONE

    def _noun(self, attribution: Attribution) -> str:
        words = self._words
        inside = words.within(attribution.source[0].start, attribution.source[0].end)
        return words.texts[self._sources.core_of(inside) - 1].lower() if inside else ""

    def later(self, speaker: Speaker | None) -> Speaker | None:
        """The speaker, with the country that the article tells of them only further on."""
        if speaker is None or speaker.country is not None or speaker.kind is not SpeakerKind.NAMED_PERSON or speaker.members:
            return speaker
        if speaker.name is None:
            return self._of_candidates(speaker)
        found = self._persons.known(speaker.name)
        if found is None:
            return speaker
        return replace(speaker, country=found[0], evidence=merged((*speaker.evidence, *found[1])))

    def _of_candidates(self, speaker: Speaker) -> Speaker:
        """The speaker, with the country that all who may be meant are known to be of."""
        told: list[Told] = []
        for name in speaker.candidates:
            person = self._people.get(name)
            alone = Speaker(name, SpeakerKind.NAMED_PERSON, mentions=person.mentions if person is not None else ())
            found = self._persons.told(alone)
            code = next((role.country for role in person.roles if role.country), None) if person is not None else None
            if code is not None and person is not None:
                found = code, person.mentions[:1]
            if found is not None:
                told.append(found)
        home = self._setting.country()
        known = len(told) == len(speaker.candidates) or (bool(told) and home is not None and home[0] == told[0][0])
        if not known or not told or len({code for code, _ in told}) > 1:
            return speaker
        return replace(speaker, country=told[0][0], evidence=merged((*speaker.evidence, *told[0][1])))

    def learn(self, name: str, code: str, span: Span) -> None:
        """What the article calls somebody further on: "the Norwegian"."""
        self._persons.learn(name, code, span)

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
        return self._offices.in_office(country, readings_of(phrase.role.text), year)

    def holding(self, phrase: Phrase) -> frozenset[str]:
        """The full names of all who held the phrase's office in the article's year; none where the article has a country."""
        year = self._setting.year
        if phrase.role is None or year is None or self._setting.country() is not None:
            return frozenset()
        return self._offices.holding(readings_of(phrase.role.text), year)

    def of_several(self, start: int) -> Told | None:
        """The country of the people last named in the plural before "they", where their words tell it: "Republicans"."""
        words, lexicon, sentence = self._words, self._lexicon, self._words.sentence(start)
        for at in range(words.within(start, start + 1).start - 1, -1, -1):
            if sentence - words.sentence(words.starts[at]) > 1:
                return None
            lower = words.texts[at].lower()
            one = singular(lower)
            if one == lower or not (one in lexicon.roles or one in lexicon.people or lower in self._offices.public):
                continue
            first = at
            while first > 0 and at - first < _LED and words.joined(first) and not self._opens(first - 1):
                first -= 1
            told = self._setting.telling(first, at + 1)
            return told or (self._setting.country() if lower in self._offices.public else None)
        return None

    def _opens(self, at: int) -> bool:
        """Whether a noun phrase begins behind this word at the latest."""
        lower = self._words.texts[at].lower()
        return lower in self._lexicon.determiners or lower in self._lexicon.after_head

    def speaks_for(self, speaker: Speaker) -> bool:
        """Whether what somebody says is said for a body or a public, so that "we" is of the same country."""
        return speaker.kind in _BODIES or (speaker.kind in _NAMED and self._official(speaker))

    def _by_setting(self, speaker: Speaker, attribution: Attribution) -> Told | None:
        """The country of the whole article, for officials, for whoever has a role, and for bodies."""
        if self._sources.of_the_public(speaker, attribution):
            return self._setting.country() or (self._setting.ruling() if self._rules(speaker, attribution) else None)
        known = self._lexicon.bodies.get(speaker.affiliation or "")
        if known is not None and known.country is None:
            return None
        if speaker.kind is SpeakerKind.OUTLET and self._sources.at_home(attribution):
            return self._setting.country() or self._setting.local() or self._setting.ruling()
        if speaker.kind in (SpeakerKind.DOCUMENT, SpeakerKind.OUTLET):
            return None
        official = self._official(speaker) or self._agency(speaker, attribution) or self._persons.in_body(speaker)
        if not official if speaker.kind in _NAMED else not self._home(speaker):
            return None
        found = self._setting.country()
        if self._local(speaker, attribution):
            found = self._setting.local() or found
        readings = readings_of(speaker.role or "")
        if found is None:
            told = self._shortened(speaker) or self._sources.administration(attribution) or self._setting.opening(attribution)
            abroad = singular(self._noun(attribution)) in _ABROAD
            if told is None and speaker.kind is SpeakerKind.NAMED_PERSON:
                told = self._setting.ruling() if self._governs(speaker) else None
            elif told is None and not abroad:
                told = (self._setting.ruling() if self._rules(speaker, attribution) else None) or self._setting.near(attribution)
            return told
        lacks = self._offices.lacks.get(found[0], self._offices.lacks.get("other", frozenset()))
        return None if not lacks.isdisjoint(readings) else found

    def _shortened(self, speaker: Speaker) -> Told | None:
        """By a title that papers shorten for one country's: "Rep. Bell"."""
        for mention in speaker.mentions[:8]:
            at = self._words.within(mention.start, mention.end).start
            if at and self._words.gap(at) == ". " and self._words.texts[at - 1] in self._offices.shortened:
                return self._offices.shortened[self._words.texts[at - 1]], (self._words.span(at - 1, at - 1),)
        return None

    def _agency(self, speaker: Speaker, attribution: Attribution) -> bool:
        """Whether the words of a source name a state's body for which somebody without a name works: "the agency's director"."""
        if speaker.kind not in _UNNAMED or speaker.role is None or not attribution.source:
            return False
        words = self._words
        inside = words.within(attribution.source[0].start, attribution.source[0].end)
        noun = self._noun(attribution)
        onlooks = noun in self._offices.onlookers or self._lexicon.roles.get(singular(noun)) != "work"
        return not onlooks and any(words.texts[at] in self._offices.agencies for at in inside)

    def _governs(self, speaker: Speaker) -> bool:
        """Whether a person holds an office, or speaks for whoever does, in any role that the article gives them."""
        person = self._people.get(speaker.name or "")
        sorts = {role.sort for role in person.roles if not role.head.startswith("chair")} if person is not None else set()
        return not sorts.isdisjoint(("office", "spokesperson"))

    def _rules(self, speaker: Speaker, attribution: Attribution) -> bool:
        """Whether a source is officials, police, a government, as such."""
        words = self._words
        inside = words.within(attribution.source[0].start, attribution.source[0].end) if attribution.source else range(0)
        stop = self._sources.core_of(inside) if inside else 0
        if not stop or words.texts[stop : min(stop + 1, inside.stop)] in (["from"], ["of"], ["at"], ["with"], ["for"]):
            return False
        core = [text for text in words.texts[inside.start : stop] if text.lower() not in self._lexicon.determiners]
        led = [text for text in core[:-1] if text[0].isupper() and text.lower() not in self._lexicon.modifiers]
        last = core[-1].lower() if core else ""
        return not led and last in self._offices.ruling and (speaker.kind in _BODIES or singular(last) != last)

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
            *(self._spelt(self._written(inside)) for inside in self._persons.roles_before(speaker.name or "")),
        )
        held = {self._lexicon.roles.get(reading) for reading in readings}
        if not readings.isdisjoint(_AIDES):
            return True
        if not held.isdisjoint(_OFFICES):
            return True
        own = self._offices.private | self._offices.trade
        retired = not readings.isdisjoint(own) or (speaker.role or "").lower().startswith("retired ")
        works = any(self._lexicon.roles.get(one) == "work" and one not in own for one in readings) and not retired
        return speaker.kind is SpeakerKind.NAMED_PERSON and works

    def _written(self, inside: range) -> str:
        return self._words.span(inside.start, inside.stop - 1).of(self._words.text)

    def _spelt(self, role: str) -> set[str]:
        """The readings of a role, a shortened title also in full: "Gen" is a general."""
        readings = readings_of(role)
        return readings | {self._lexicon.short_titles[one] for one in readings if one in self._lexicon.short_titles}

    def _home(self, speaker: Speaker) -> bool:
        """Whether a body may be of the article's own country: one that no list knows as many countries' or none's."""
        body = self._lexicon.bodies.get(speaker.name or "")
        if speaker.kind is SpeakerKind.GOVERNMENT:
            return True
        return speaker.kind is SpeakerKind.ORGANISATION and speaker.name is not None and body is None
