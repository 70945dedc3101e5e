"""Who acts in an event, and who is acted on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from allegedly.characterise.clauses import Clause
from allegedly.characterise.event_parties import Parties, Told
from allegedly.characterise.event_patterns import EventPattern, Form
from allegedly.characterise.event_readings import Reading, Voice
from allegedly.model import EventType, Party

Side: TypeAlias = tuple[Party, ...]

_THINGS_OF = frozenset(("of", "for", "in", "at"))
_BETWEEN = frozenset(("between", "with"))
_AIMED = frozenset(("on", "against", "of", "upon", "between", "with", "over"))
_ANSWERS = frozenset((EventType.REJECT, EventType.AGREE))
_OFFERS = frozenset(
    (
        *("mediation", "offer", "offers", "proposal", "proposals", "plan", "plans", "demand", "demands", "request", "requests"),
        *("call", "calls", "bid", "bids", "invitation", "initiative", "suggestion", "ultimatum", "appeal", "terms", "conditions"),
        *("pressure", "claim", "claims", "accusations", "allegations", "charges", "criticism", "overture", "overtures"),
        *("help", "aid", "assistance", "intervention", "resolution"),
    )
)
"""What somebody puts forward, and another answers."""
_OWN = frozenset(("its", "their", "his", "her", "our"))
_RULED = frozenset(("CVL", "OPP", "LAB", "EDU", "REB", "PTY", "JRN", "REL", "REF"))
_RULING = frozenset(("GOV", "LEG", "JUD", "COP"))
_AT_HOME = frozenset((EventType.PROTEST, EventType.CONCEDE, EventType.COERCE, EventType.REQUEST))
"""Types that rulers and ruled of one country do to each other."""
_DONE_AT_HOME = frozenset((EventType.PROTEST, EventType.CONCEDE, EventType.COERCE, EventType.ASSAULT))
_IN_PARTIES = frozenset((EventType.REJECT, EventType.AGREE, EventType.ACCUSE, EventType.THREATEN, EventType.SUPPORT))
"""Types that governments and those who oppose them at home do to each other."""
_OPPOSING = frozenset(("OPP", "LAB", "PTY"))


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits: the places of its words, those of the subject, where its clause ends, and that of the telling.

    `promoted`: the pattern's object is the subject of a passive.
    """

    pattern: EventPattern
    form: Form
    places: tuple[int, ...]
    subject: tuple[int, int] | None
    promoted: bool
    end: int
    stop: int
    told: Told | None

    @property
    def after(self) -> int:
        """The word behind those of the pattern that stand together."""
        return self.places[min(self.pattern.joined, len(self.places)) - 1] + 1


def known(parties: Iterable[Party]) -> bool:
    """Whether the country or the sector of any of them is told."""
    return any(party.country or party.sector for party in parties)


def countries(parties: Iterable[Party]) -> set[str | None]:
    """The countries of parties, `None` among them where one has none."""
    return {party.country for party in parties}


def joined(left: Side, right: Side) -> Side:
    """Both sides as one, nobody twice."""
    names = {party.words for party in left}
    return (*left, *(party for party in right if party.words not in names))


class Sides:
    """Finds the sides of the events of one sentence."""

    def __init__(self, clause: Clause, parties: Parties) -> None:
        self._clause = clause
        self._parties = parties

    def of_verb(self, match: Match, reading: Reading) -> tuple[Side, Side]:
        """Who acts and who is acted on, by the frame of the pattern."""
        subject, told, entry = match.subject, match.told, match.pattern.entry
        said = self._parties.read(*subject, told) if subject else ()
        if reading.voice is Voice.PASSIVE and match.form is not Form.FIXED:
            return self._of_passive(match, reading, said)
        others = self._others(match, said)
        if entry.frame == "mutual":
            return joined(said, others), ()
        if entry.frame == "host":
            return others, said
        if entry.frame == "enter":
            place = self._parties.place(match.after, match.stop)
            return ((place,) if place else ()), said
        names = {party.words for party in said}
        return self.at_home(entry.type, said, tuple(party for party in others if party.words not in names))

    def _of_passive(self, match: Match, reading: Reading, said: Side) -> tuple[Side, Side]:
        subject, told, entry = match.subject, match.told, match.pattern.entry
        doers = self.agent(match.after, match.end, told)
        if entry.frame == "mutual":
            return joined(doers, self.led(match.after, match.end, _BETWEEN, told)), ()
        if match.promoted and not known(said):
            return doers, self.led(match.after, match.end, entry.to - {"by"}, told)
        suffering = said or (self.led(subject[1], reading.begin, _THINGS_OF, told) if subject else ())
        return self.at_home(entry.type, doers, suffering)

    def of_noun(
        self, pattern: EventPattern, at: int, after: int, bounds: tuple[int, int], told: Told | None
    ) -> tuple[Side, Side]:
        """Who does what a noun tells, before it or behind "by", and whom it meets behind a preposition; see `Match`."""
        clause, entry = self._clause, pattern.entry
        start, end = bounds
        begin = at
        while begin > start and not self._parts(begin - 1):
            begin -= 1
        doers = self._parties.read(begin, at, told) if begin < at else ()
        doers = tuple(party for party in doers if (party.sector or self._parties.peopled(party)) and not _describes(party))
        doers = doers or self.agent(after, end, told)
        aims = entry.to if entry.type is EventType.PROTEST else _AIMED
        met = self.led(after, end, aims, told) if after < end and clause.lower[after] in aims else ()
        return (joined(doers, met), ()) if entry.frame == "mutual" else (doers, met)

    def _parts(self, at: int) -> bool:
        """Whether a word parts a noun from what stands before it."""
        clause = self._clause
        if clause.preposition(at) or clause.verb_like(at) or clause.adverbial(at):
            return True
        return clause.lower[at] in (",", "and", "(", ":", ";", "—", "to")

    def agent(self, after: int, end: int, told: Told | None) -> Side:
        """Whom "by" leads to."""
        clause = self._clause
        for at in range(after, min(end - 1, after + 12)):
            if clause.lower[at] == "by" and not clause.timely(at + 1):
                begin = clause.skip(at + 1, end)
                return self._parties.read(begin, clause.phrase_end(begin, end), told)
        return ()

    def _others(self, match: Match, said: Side) -> Side:
        """Whom the verb's object names, or whom one of its prepositions leads to; of a head, whom its content names."""
        clause, pattern, entry = self._clause, match.pattern, match.pattern.entry
        end, stop, told = match.end, match.stop, match.told
        begin = clause.skip(match.after, end)
        whose = self._whose(begin, end, told) if entry.type in _ANSWERS else ()
        if whose:
            return whose
        if entry.head and begin < stop and clause.lower[begin] == "that":
            return self._parties.leading(begin + 1, stop) or self._foreign(match.after, stop, said)
        willed = entry.head and begin < end and "to" in clause.lower[begin - 1 : begin + 1]
        if willed:
            begin = clause.skip(begin + 1 + (clause.lower[begin] == "to"), end)
        led = self.led(begin, end, entry.to, told) if entry.led else ()
        if entry.type is EventType.ACCUSE:
            led = tuple(party for party in self.agent(begin, end, told) if known((party,)))
        if led:
            return led
        if clause.opens_phrase(begin, end) and not entry.thing:
            direct = self._parties.read(begin, clause.phrase_end(begin, end), told)
            whole = pattern.weight == 1
            direct = tuple(party for party in direct if not _own(party) or (whole and not entry.led))
            sure = countries(direct) != {None} if willed else known(direct) or whole
            if direct and sure:
                return _owned(direct, said)
        led = self.led(begin, end, entry.to, told)
        return led if led or not entry.head else self._foreign(match.after, stop, said)

    def _whose(self, begin: int, end: int, told: Told | None) -> Side:
        """Whose offer or plan it is that is taken or turned down: "agreed to *Marlish* mediation with the rebels"."""
        clause = self._clause
        if begin < end and clause.lower[begin] == "to":
            begin = clause.skip(begin + 1, end)
        phrase = clause.phrase_end(begin, end) if begin < end else end
        if not any(word in _OFFERS for word in clause.lower[begin:phrase]):
            return ()
        head = next(at for at in range(begin, phrase) if clause.lower[at] in _OFFERS)
        if head == begin:
            return ()
        return self._parties.read(begin, head + 1, told) if known(self._parties.read(begin, head, told)) else ()

    def _foreign(self, after: int, stop: int, said: Side) -> Side:
        """The first country or body named that is not the actor's own."""
        own = countries(said) - {None}
        return next(((party,) for party in self._parties.mentions(after, stop) if party.country not in own), ())

    def led(self, begin: int, end: int, prepositions: frozenset[str], told: Told | None) -> Side:
        """The first known party that one of the prepositions leads to."""
        clause = self._clause
        for at in range(begin, end - 1):
            if clause.lower[at] in prepositions:
                start = clause.skip(at + 1, end)
                if start >= end or clause.timely(start):
                    continue
                found = self._parties.read(start, clause.phrase_end(start, end), told)
                if known(found):
                    return found
        return ()

    def at_home(self, kind: EventType, said: Side, others: Side) -> tuple[Side, Side]:
        """Both sides, of one country where rulers and ruled face each other, one's is told, and the sentence names no second."""
        return of_one_country(kind, said, others, self._parties)

    def on_site(self, kind: EventType, said: Side, others: Side, place: Party, *, passive: bool) -> tuple[Side, Side]:
        """Both sides, rulers and ruled without a country being of where it happens, if the sentence names no second.

        `passive`: somebody is done to what authorities do, by nobody who is named; then the place's do it.
        """
        if passive and not said and others:
            said = (place,)
        if kind is EventType.PROTEST and said and countries(said) == {None}:
            return self.at_home(kind, _placed(said, place, None), others)
        if kind not in _DONE_AT_HOME or self._parties.several_countries():
            return said, others
        return _placed(said, place, _RULED | _RULING), _placed(others, place, _RULED | _RULING)


def _placed(sides: Side, place: Party, sectors: frozenset[str] | None) -> Side:
    """The parties, those without a country with that of the place; only those of `sectors`, where these are given."""
    return tuple(
        replace(party, country=place.country, evidence=(*party.evidence, *place.evidence))
        if party.country is None and party is not place and (sectors is None or party.sector in sectors)
        else party
        for party in sides
    )


def of_one_country(kind: EventType, said: Side, others: Side, parties: Parties) -> tuple[Side, Side]:
    """Both sides, of one country where rulers and ruled of it face each other, and its sentence names no second."""
    if kind not in _AT_HOME | _IN_PARTIES or parties.several_countries():
        return said, others
    ruled = _RULED if kind in _AT_HOME else _OPPOSING
    return _of_one_country(said, others, ruled, parties), _of_one_country(others, said, ruled, parties)


def _of_one_country(sides: Side, facing: Side, ruled: frozenset[str], parties: Parties) -> Side:
    """The parties, those without a country with that of the rulers, or of the ruled, whom they face."""
    told = countries(facing)
    if len(told) != 1 or None in told:
        return sides
    (country,) = told
    sectors = {party.sector or ("CVL" if not parties.state(party) and parties.peopled(party) else None) for party in facing}
    wanted = _RULING if sectors <= ruled else ruled if sectors <= _RULING else frozenset[str]()
    return tuple(
        replace(party, country=country, evidence=(*party.evidence, *facing[0].evidence[:1]))
        if party.country is None and party.sector in wanted
        else party
        for party in sides
    )


def _describes(party: Party) -> bool:
    """Whether the last word before a noun only says of what sort it is: "a criminal investigation"."""
    return party.words.rpartition(" ")[2].lower() in ("criminal", "terrorist", "security", "civilian", "judicial")


def _own(party: Party) -> bool:
    return party.words.partition(" ")[0].lower() in _OWN


def _owned(parties: Side, said: Side) -> Side:
    """The parties, those that are somebody's own ("its citizens") with the country of who acts."""
    own = countries(said) - {None}
    if len(own) != 1:
        return parties
    (country,) = own
    return tuple(
        replace(party, country=country, evidence=(*party.evidence, *said[0].evidence[:1]))
        if party.country is None and _own(party)
        else party
        for party in parties
    )
