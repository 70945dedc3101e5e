"""Which statement an event belongs to: it is the saying itself, or what is said, or the article's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from allegedly.characterise.clause_rules import load_clauses
from allegedly.characterise.clauses import Clause
from allegedly.characterise.dates import published_on
from allegedly.characterise.event_found import CAMEO, Found
from allegedly.characterise.event_parties import Parties, Told
from allegedly.characterise.event_patterns import load_events
from allegedly.characterise.event_sides import known, of_one_country
from allegedly.characterise.events import EventFinder, Lexica
from allegedly.characterise.parties import load_parties
from allegedly.characterise.time_rules import load_times
from allegedly.languages import Language
from allegedly.model import (
    Article,
    Auxiliary,
    Event,
    EventSort,
    EventType,
    Kind,
    Party,
    Segments,
    Span,
    SpeakerKind,
    Statement,
)
from allegedly.model.codes import CODES

_MODES = {Kind.ACCUSATION: "allege", Kind.CRITICISM: "disapprove"}
ACTS = {kind: (event, _MODES.get(kind)) for kind, (_, event) in CODES.items() if event is not None}
"""The kinds of saying that are themselves an event, with its type and mode."""
_VERBAL = frozenset(CAMEO)
_SILENT = (Kind.NO_COMMENT, Kind.NOT_REACHED)
_TELLING = (EventType.ACCUSE, EventType.SUPPORT)
"""Acts whose content also tells of what happened."""
_WILLED = (Kind.REJECTION, Kind.DEMAND, Kind.PROMISE, Kind.THREAT)
"""Kinds whose content is what is wanted or refused, not what is told to have happened."""
_COLOURED = {
    Kind.DENIAL: Auxiliary.NEGATED,
    Kind.DOUBT: Auxiliary.HYPOTHETICAL,
    Kind.QUESTION: Auxiliary.HYPOTHETICAL,
    Kind.CONCERN: Auxiliary.HYPOTHETICAL,
    Kind.ATTITUDE: Auxiliary.HYPOTHETICAL,
    Kind.NO_COMMENT: Auxiliary.HYPOTHETICAL,
    Kind.NOT_REACHED: Auxiliary.HYPOTHETICAL,
    Kind.PREDICTION: Auxiliary.FUTURE,
}
_ASIDE = frozenset(("before", "after", "until", "who", "whose", "which", "while", "because"))
"""Words that open a clause of a content in which nobody is named whom the saying is aimed at."""
_OPENING = 220
"""Characters of a content in which its recipient and its mode are looked for."""
_PEOPLE = (SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON)


@dataclass(frozen=True, slots=True)
class EventsTold:
    """The events of each statement by its id, and those that nobody but the article tells."""

    of: Mapping[str, tuple[Event, ...]]
    own: tuple[Found, ...]


def find_events(article: Article, segments: Segments, statements: Sequence[Statement], language: Language) -> EventsTold:
    """The events of an article. Raises `LanguageError` where the language's data is malformed."""
    lexica = Lexica(load_events(language), load_clauses(language), load_parties(language), load_times(language))
    return _Telling(article, segments, statements, lexica).told()


class _Passing:
    """Spans with numbers, in order, looked through sentence by sentence."""

    def __init__(self, ordered: Sequence[tuple[Span, int]]) -> None:
        self._ordered = ordered
        self._next = 0
        self._open: list[tuple[Span, int]] = []

    def overlapping(self, sentence: Span) -> list[tuple[Span, int]]:
        """Those that reach into the sentence; sentences come in order."""
        while self._next < len(self._ordered) and self._ordered[self._next][0].start < sentence.end:
            self._open.append(self._ordered[self._next])
            self._next += 1
        self._open = [each for each in self._open if each[0].end > sentence.start]
        return list(self._open)


class _Telling:
    def __init__(self, article: Article, segments: Segments, statements: Sequence[Statement], lexica: Lexica) -> None:
        self._text = article.text
        self._segments = segments
        self._statements = statements
        self._lexica = lexica
        self._finder = EventFinder(article.text, segments, lexica, published_on(article.origin.published))
        self._speakers = [self._speaker(statement) for statement in statements]
        contents = [(span, index) for index, one in enumerate(statements) for span in one.attribution.content]
        self._contents = sorted(contents, key=lambda each: (each[0].start, -each[0].end))

    def told(self) -> EventsTold:
        """Every event, with the statement that it belongs to."""
        acts: dict[int, list[Found]] = {}
        said: dict[int, list[Found]] = {}
        own: list[Found] = []
        cues = sorted((span, index) for index, one in enumerate(self._statements) for span in one.attribution.cue)
        contents, cued = _Passing(self._contents), _Passing(cues)
        for sentence in self._segments.sentences:
            near, here = contents.overlapping(sentence), cued.overlapping(sentence)
            tellings = [Told(span, self._speakers[index], self._person(index)) for span, index in near]
            for found in self._finder.sentence(sentence, tellings, [span for span, _ in here]):
                act = next((index for span, index in here if span.start <= found.trigger.start < span.end), None)
                inner = [index for span, index in near if span.start <= found.trigger.start < span.end]
                if act is not None and (found.event.type in _VERBAL or not inner):
                    acts.setdefault(act, []).append(found)
                elif inner:
                    said.setdefault(inner[-1], []).append(found)
                else:
                    own.append(found)
        events = {
            one.id: events
            for index, one in enumerate(self._statements)
            if (events := self._events(index, acts.get(index, []), said.get(index, [])))
        }
        return EventsTold(events, tuple(own))

    def _person(self, index: int) -> bool:
        speaker = self._statements[index].speaker
        return speaker is not None and speaker.kind in _PEOPLE

    def _speaker(self, statement: Statement) -> Party | None:
        """The speaker as a party: the words of the source, with the country that is known of it."""
        source = statement.attribution.source
        if not source:
            return None
        speaker = statement.speaker
        read = self._read(source[0])
        country = read[0].country if len(read) == 1 else None
        country = country or (speaker.country if speaker else None)
        sector = read[0].sector if read else None
        if sector is None and speaker is not None and speaker.kind is SpeakerKind.GOVERNMENT:
            sector = "GOV"
        return Party(source[0].of(self._text), None if sector == "IGO" else country, sector, source[:1])

    def _actors(self, index: int) -> tuple[Party, ...]:
        source = self._statements[index].attribution.source
        party = self._speakers[index]
        if party is None:
            return ()
        several = self._read(source[0])
        return several if len(several) > 1 else (party,)

    def _parties(self, span: Span) -> tuple[Parties, Clause]:
        """What reads the noun phrases of a stretch of the text, and its words."""
        tokens, words = self._finder.words(span)
        clause = Clause(words, self._lexica.clauses)
        return Parties(self._text, clause, tokens, self._lexica.parties), clause

    def _read(self, span: Span) -> tuple[Party, ...]:
        """The parties that a noun phrase names."""
        parties, clause = self._parties(span)
        return parties.read(0, len(clause.words))

    def _events(self, index: int, acts: list[Found], said: list[Found]) -> tuple[Event, ...]:
        """The act of a statement, then what it tells; what a demand, threat or promise is about is not told."""
        statement = self._statements[index]
        kind = statement.kind.value
        deeds = [found for found in acts if found.event.type not in _VERBAL]
        act = None if deeds else self._act(index, acts)
        told = deeds or ([] if kind in _WILLED or (act is not None and act.type not in _TELLING) else said)
        colour = _COLOURED.get(kind) if act is None and not deeds else None
        events = [found.event if colour is None else _with(found.event, colour) for found in told]
        return (*((act,) if act else ()), *events)

    def _act(self, index: int, acts: list[Found]) -> Event | None:
        """The event that the saying itself is: by the words of the cue, or by the kind alone."""
        statement = self._statements[index]
        if statement.kind.value in _SILENT:
            return None
        mapped = ACTS.get(statement.kind.value)
        actors = self._actors(index)
        if acts:
            return self._worded(index, acts, mapped, actors)
        if mapped is None or not actors or self._by_content(statement):
            return None
        mode = mapped[1] or self._content_mode(index, mapped[0])
        evidence = statement.kind.evidence or statement.attribution.cue or statement.attribution.content[:1]
        recipients = self._recipients(index, actors)
        if not (self._political(index) and known(recipients)):
            return None
        event = Event(
            mapped[0], mode, CAMEO[mapped[0]], EventSort.PERFORMATIVE, actors, recipients, (), None, statement.time, evidence
        )
        return self._at_home(index, event)

    def _worded(
        self, index: int, acts: list[Found], mapped: tuple[EventType, str | None] | None, actors: tuple[Party, ...]
    ) -> Event | None:
        """The event of the cue's own words; its kind says which type where these are but one word."""
        found = next((each for each in acts if mapped and each.event.type is mapped[0]), acts[0])
        event = replace(found.event, sort=EventSort.PERFORMATIVE, actors=actors or found.event.actors)
        promised = mapped is not None and mapped[0] is EventType.AGREE
        if mapped and event.type is not mapped[0] and not promised and found.weight == 1:
            event = replace(event, type=mapped[0], mode=mapped[1], cameo=CAMEO[mapped[0]])
        named = {party.words for party in actors}
        recipients = tuple(party for party in event.recipients if party.words not in named) or self._recipients(index, actors)
        if not (self._political(index) or known(recipients)):
            return None
        return self._at_home(index, replace(event, recipients=recipients))

    def _at_home(self, index: int, event: Event) -> Event:
        """The event with both sides of one country, where its sentence names no second."""
        attribution = self._statements[index].attribution
        sentence = self._segments.sentence_at((attribution.cue or attribution.content)[0].start)
        if sentence is None or not event.recipients:
            return event
        actors, recipients = of_one_country(event.type, event.actors, event.recipients, self._parties(sentence)[0])
        return replace(event, actors=actors, recipients=recipients)

    def _political(self, index: int) -> bool:
        """Whether the source itself is a state or a body of one, or its words tell a country or a sector other than business."""
        speaker = self._statements[index].speaker
        if speaker is not None and speaker.kind in (SpeakerKind.STATE, SpeakerKind.GOVERNMENT):
            return True
        source = self._statements[index].attribution.source
        return any(party.country or party.sector not in (None, "BUS") for party in self._read(source[0])) if source else False

    @staticmethod
    def _by_content(statement: Statement) -> bool:
        """Whether only words of the content make it an accusation, criticism or praise: too little for an event."""
        evidence = statement.kind.evidence
        inside = bool(evidence) and any(span.covers(evidence[-1]) for span in statement.attribution.content)
        return inside and statement.kind.value in (Kind.ACCUSATION, Kind.CRITICISM, Kind.PRAISE)

    def _content_mode(self, index: int, kind: EventType) -> str | None:
        content = self._statements[index].attribution.content[0]
        words = {word.lower() for word in self._finder.words(Span(content.start, min(content.end, content.start + _OPENING)))[1]}
        return next((mode for mode, listed in self._lexica.events.content.get(kind, ()) if not listed.isdisjoint(words)), None)

    def _recipients(self, index: int, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom the content names first, but for the speaker's own country; none in a quotation."""
        content = self._statements[index].attribution.content[0]
        if self._text[content.start] in "\"“‘'`":
            return ()
        parties, clause = self._parties(Span(content.start, min(content.end, content.start + _OPENING)))
        if not clause.words:
            return ()
        stop = len(clause.words)
        own = {party.country for party in actors if party.country}
        start = 1 if clause.lower[0] in ("that", "on", "for", "against", "of", "with") else 0
        if clause.opens_phrase(start, stop):
            direct = parties.read(start, clause.phrase_end(start, stop))
            if not any((party.country and party.country not in own) or party.sector for party in direct):
                direct = parties.leading(start, stop)
            if any((party.country and party.country not in own) or party.sector for party in direct):
                return direct
        aside = next((at for at in range(start + 1, stop) if clause.lower[at] in _ASIDE), stop)
        for party in parties.mentions(start, aside):
            if party.country is None or party.country not in own:
                return (party,)
        return ()


def _with(event: Event, auxiliary: Auxiliary) -> Event:
    """The event with this mode too; what is denied not to be is told to be."""
    held = set(event.auxiliary) ^ {auxiliary} if auxiliary is Auxiliary.NEGATED else {*event.auxiliary, auxiliary}
    return replace(event, auxiliary=tuple(each for each in Auxiliary if each in held))
