"""What is told to be done to whom: events by their verbs and nouns, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from allegedly.characterise.clause_rules import ClauseRules
from allegedly.characterise.clauses import Clause
from allegedly.characterise.event_found import CAMEO, Found, by_tense, merged_events
from allegedly.characterise.event_parties import Parties, Told
from allegedly.characterise.event_patterns import EventPattern, EventRules, Form
from allegedly.characterise.event_readings import VERBAL, Reading, Voice, reading_of
from allegedly.characterise.event_sides import Match, Side, Sides, countries, joined, known
from allegedly.characterise.parties import PartyRules
from allegedly.characterise.saying_time import time_near
from allegedly.characterise.time_rules import TimeRules
from allegedly.model import Auxiliary, Event, EventSort, EventType, Judgement, Segments, Span, TimeInterval

_SAID = frozenset((*CAMEO, EventType.CONSULT)) - {EventType.CONCEDE}
"""Types of which somebody must be told to act."""
_DIRECTED = frozenset((EventType.AID, EventType.COOPERATE))
"""Types that the manual gives no event of without a recipient."""
_LOCAL = frozenset((EventType.PROTEST, EventType.COERCE, EventType.ASSAULT, EventType.CONCEDE))
"""Types that, as event data has it, are directed at where they happen if nobody else is named."""
_BY_AUTHORITIES = frozenset(("arrest", "deport", "seize", "restrict", "censor", "curfew", "martial-law", "investigate"))
"""Modes of what authorities do where they rule, though a passive names nobody."""
_ARMED = frozenset(("MIL", "REB", "UAF", "COP"))
_LONG_AGO = timedelta(days=365)
_AFTER_NOUN = 14
"""Words behind a noun in which its sides are looked for."""


@dataclass(frozen=True, slots=True)
class Lexica:
    """All that events are found by."""

    events: EventRules
    clauses: ClauseRules
    parties: PartyRules
    times: TimeRules


class EventFinder:
    """Finds the events of an article, a sentence at a time; `published` is its day."""

    def __init__(self, text: str, segments: Segments, lexica: Lexica, published: date | None) -> None:
        self._text = text
        self._tokens = segments.tokens
        self._starts = [token.start for token in segments.tokens]
        self._lexica = lexica
        self._published = published

    def sentence(self, span: Span, tellings: Sequence[Told], cues: Sequence[Span] = ()) -> list[Found]:
        """The events of the sentence at `span`; `tellings`: the contents that reach into it, the outer ones first; `cues`:
        those of attributions, whose words are verbs in any form.
        """
        tokens, words = self.words(span)
        index = self._lexica.events.index
        places = [at for at, word in enumerate(words) if word.lower() in index]
        if not places:
            return []
        return _Sentence(self._text, words, tokens, tellings, cues, self._lexica, self._published).events(places)

    def words(self, span: Span) -> tuple[Sequence[Span], list[str]]:
        """The tokens that begin in `span`, and their words; a dash between blanks is one."""
        tokens = self._tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        words = [token.of(self._text) for token in tokens]
        for at, word in enumerate(words):
            if word == "-" and self._text[tokens[at].start - 1 : tokens[at].end + 1] == " - ":
                words[at] = "–"
        return tokens, words


class _Sentence:
    def __init__(
        self,
        text: str,
        words: list[str],
        spans: Sequence[Span],
        tellings: Sequence[Told],
        cues: Sequence[Span],
        lexica: Lexica,
        published: date | None,
    ) -> None:
        self._text = text
        self._spans = spans
        self._rules = lexica.events
        self._times = lexica.times
        self._clause = Clause(words, lexica.clauses)
        self._parties = Parties(text, self._clause, spans, lexica.parties)
        self._sides = Sides(self._clause, self._parties)
        self._tellings = tellings
        self._cued = {at for at, span in enumerate(spans) if any(cue.covers(span) for cue in cues)}
        self._published = published

    def events(self, places: Sequence[int]) -> list[Found]:
        """The events that the words at these places open, but for those that an earlier one is about."""
        found: list[Found] = []
        done = -1
        for at in places:
            if at < done or self._rules.in_idiom(self._clause.lower, at):
                continue
            made = self._at(at)
            if made is None:
                continue
            event, end, scope = made
            found.append(Found(event, Span(self._spans[at].start, self._spans[end - 1].end), len(event.evidence)))
            done = max(end, scope)
        return merged_events(found)

    def _bounds(self, at: int) -> tuple[int, int, Told | None]:
        """The words that belong to the same telling as the word at `at`, and who tells them."""
        start, stop, told = 0, len(self._spans), None
        for each in self._tellings:
            if each.span.start <= self._spans[at].start < each.span.end:
                inside = [place for place, word in enumerate(self._spans) if each.span.start <= word.start < each.span.end]
                start, stop, told = inside[0], inside[-1] + 1, each
        return start, stop, told

    def _at(self, at: int) -> tuple[Event, int, int] | None:
        """The event that the word at `at` opens, where its words end, and where what depends on it ends."""
        start, stop, told = self._bounds(at)
        reading: Reading | None = None
        for pattern, form in self._rules.index[self._clause.lower[at]]:
            if form is Form.NOUN:
                made = self._nominal(pattern, at, start, stop, told)
            else:
                reading = reading or self._reading(at, start, stop)
                made = self._verbal(pattern, form, reading, (start, stop), told) if reading.fits(form) else None
            if made is not None:
                return made
        return None

    def _reading(self, at: int, start: int, stop: int) -> Reading:
        reading = reading_of(self._clause, at, start, stop, self._rules)
        if reading.voice is Voice.NONE and at in self._cued:
            return replace(reading, voice=Voice.ACTIVE, forms=VERBAL)
        return reading

    def _verbal(
        self, pattern: EventPattern, form: Form, reading: Reading, bounds: tuple[int, int], told: Told | None
    ) -> tuple[Event, int, int] | None:
        (start, stop), at, lower, entry = bounds, reading.at, self._clause.lower, pattern.entry
        subject = reading.subject(start)
        end = self._clause.end(at + 1, stop, through=entry.head)
        reach = stop if entry.head or pattern.weight > 2 else min(stop, max(end, at + pattern.joined))
        places = pattern.match(lower, at, reach, self._clause.passing)
        promoted = places is None and reading.voice is Voice.PASSIVE and self._holds(subject, pattern.objects)
        if places is None and not promoted:
            return None
        if entry.subject and not self._holds(subject, entry.subject):
            return None
        if reading.doubtful and pattern.weight == 1 and not (pattern.alone or self._has_object(at + 1, end, entry.head)):
            return None
        match = Match(pattern, form, places or (at,), subject, promoted, end, stop, told)
        actors, recipients = self._sides.of_verb(match, reading)
        if not self._carried(pattern, reading, actors, recipients, (start, end)):
            return None
        return self._made(pattern, reading, (actors, recipients), match.places, (start, stop), told)

    def _holds(self, subject: tuple[int, int] | None, wanted: frozenset[str] | None) -> bool:
        return (
            subject is not None and wanted is not None and any(self._clause.lower[place] in wanted for place in range(*subject))
        )

    def _carried(self, pattern: EventPattern, reading: Reading, actors: Side, recipients: Side, clause: tuple[int, int]) -> bool:
        """Whether enough is told: who acts, for what somebody says; two sides, for talks; force, for what is forceful."""
        entry, sides = pattern.entry, (*actors, *recipients)
        if reading.at in self._cued and entry.type in CAMEO:
            return True
        if not known(sides) or (entry.type in _SAID and reading.voice is not Voice.PASSIVE and not actors):
            return False
        if entry.type is EventType.CONSULT:
            official = any(party.sector == "GOV" for party in recipients)
            return len(sides) > 1 and (entry.mode != "visit" or len(countries(sides)) > 1 or official)
        return not pattern.forceful or self._forced(actors, recipients, clause)

    def _forced(self, actors: Side, recipients: Side, clause: tuple[int, int]) -> bool:
        """Whether somebody armed, a weapon, a state that acts, or harm done stands in the clause."""
        if any(party.sector in _ARMED for party in (*actors, *recipients)):
            return True
        words = set(self._clause.lower[slice(*clause)])
        if not words.isdisjoint(self._rules.armed) or _first(self._rules.words, EventType.ASSAULT, words):
            return True
        return any(self._parties.state(party) for party in (*actors, *recipients))

    def _has_object(self, at: int, end: int, head: bool) -> bool:
        at = self._clause.skip(at, end)
        if head and at < end and self._clause.lower[at] in ("to", "that"):
            return True
        return self._clause.opens_phrase(at, end) and not self._clause.timely(at)

    def _nominal(self, pattern: EventPattern, at: int, start: int, stop: int, told: Told | None) -> tuple[Event, int, int] | None:
        """An event told by a noun, where its words say who does it or whom it meets; talks have two sides."""
        places = pattern.match(self._clause.lower, at, stop, self._clause.passing)
        if places is None:
            return None
        after = places[-1] + 1
        end = min(self._clause.end(after, stop), after + _AFTER_NOUN)
        doers, met = self._sides.of_noun(pattern, at, after, (start, end), told)
        if not known((*doers, *met)) or (pattern.entry.frame == "mutual" and len(doers) < 2):
            return None
        if pattern.forceful and not self._forced(doers, met, (start, end)):
            return None
        reading = Reading(Voice.NOMINAL, at, at, (), self._clause, frozenset())
        return self._made(pattern, reading, (doers, met), places, (start, stop), told)

    def _made(
        self,
        pattern: EventPattern,
        reading: Reading,
        sides: tuple[Side, Side],
        places: tuple[int, ...],
        bounds: tuple[int, int],
        told: Told | None,
    ) -> tuple[Event, int, int] | None:
        """The event, where its words end, and where what depends on it ends."""
        (start, stop), at, entry, clause = bounds, reading.at, pattern.entry, self._clause
        wide = max(clause.end(at, stop), at + 1)
        actors, recipients = sides
        place = self._parties.place(at, wide)
        if entry.type in _DIRECTED and not recipients and place is None and entry.frame != "mutual":
            return None
        if place is not None:
            passive = reading.voice is Voice.PASSIVE and entry.mode in _BY_AUTHORITIES
            actors, recipients = self._sides.on_site(entry.type, actors, recipients, place, passive=passive)
        if place is not None and not recipients and entry.frame not in ("mutual", "enter"):
            recipients = (place,) if entry.type in _LOCAL or place.country not in countries(actors) else ()
        reach = Span(self._spans[start].start, self._spans[wide - 1].end)
        time = time_near(self._text, reach, self._spans[at].start, self._published, self._times)
        auxiliary = reading.auxiliary(self._rules, told is not None) | self._historical(at, wide, time)
        scope = max(places[-1] + 1, clause.scope(at + 1, stop)) if entry.head else places[-1] + 1
        event = Event(
            entry.type,
            entry.mode or self._mode(entry.type, (start, wide), (at + 1, scope)),
            entry.cameo,
            EventSort.REPORTED,
            joined(actors, ()),
            recipients,
            tuple(each for each in Auxiliary if each in auxiliary),
            place,
            time,
            tuple(self._spans[each] for each in places),
        )
        return by_tense(event, told), places[-1] + 1, scope

    def _mode(self, kind: EventType, clause: tuple[int, int], content: tuple[int, int]) -> str | None:
        lower = self._clause.lower
        found = _first(self._rules.words, kind, set(lower[slice(*clause)]))
        return found or _first(self._rules.content, kind, set(lower[slice(*content)]))

    def _historical(self, at: int, stop: int, time: Judgement[TimeInterval] | None) -> set[Auxiliary]:
        if time is not None and time.value.interval and self._published is not None:
            ended = date.fromisoformat(time.value.interval.partition("/")[2][:10])
            if ended < self._published - _LONG_AGO:
                return {Auxiliary.HISTORICAL}
        words = " ".join(self._clause.lower[max(0, at - 12) : stop])
        return {Auxiliary.HISTORICAL} if any(phrase in words for phrase in self._rules.historical) else set()


def _first(listed: Mapping[EventType, Sequence[tuple[str, frozenset[str]]]], kind: EventType, words: set[str]) -> str | None:
    """The first mode of a type of which the words hold one."""
    return next((mode for mode, those in listed.get(kind, ()) if not those.isdisjoint(words)), None)
