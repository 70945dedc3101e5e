"""The parties of an event: noun phrases of a clause with the country and the sector that they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegedly.characterise.clauses import Clause
from allegedly.characterise.parties import Named, PartyRules
from allegedly.model import Party, Span

_PRONOUNS = frozenset(("it", "they", "we", "he", "she", "i"))
_OF_PEOPLE = frozenset(("he", "she", "i", "we"))
_OF_BODIES = frozenset(("it", "they", "we"))
_OWN = frozenset(("its", "their", "our", "his", "her"))
_NEAR = frozenset(("of", "in", "from", "near", "at", "based"))
_TONGUE = frozenset(("language", "languages", "speaker", "speakers", "speaking"))
_BESIDE = frozenset(("if", "unless", "who", "whose", "which", "while", "because", "although", "whereas"))
"""Words that open a clause of its own, in which a place is not where the event is."""
_PREFIX = frozenset(("anti", "pro", "non", "ex"))
_WHERE = frozenset(("in", "near", "at", "outside", "through", "across", "throughout", "around", "inside", "into", "within"))
_PLACES = frozenset(
    ("city", "town", "capital", "village", "streets", "region", "province", "port", "centre", "center", "suburb", "outskirts")
)
_LED = 6
"""Words between a preposition and the name of a place."""
_FIRST = 6
"""Characters that may stand before a pronoun that opens what is said: a mark, or "that"."""
_REACH = 9
"""How many words behind a noun phrase may still tell its country."""


@dataclass(frozen=True, slots=True)
class Told:
    """Whose words a clause is part of, as a party, and where they lie; a pronoun that stands first is taken for it.

    `person`: whether the speaker is one person.
    """

    span: Span
    speaker: Party | None
    person: bool


class Parties:
    """Reads the noun phrases of one sentence; `spans` are those of its words in the text."""

    def __init__(self, text: str, clause: Clause, spans: Sequence[Span], rules: PartyRules) -> None:
        self._text = text
        self._clause = clause
        self._spans = spans
        self._rules = rules
        self._named: dict[int, tuple[Named, int]] | None = None

    def read(self, start: int, stop: int, told: Told | None = None) -> tuple[Party, ...]:
        """The parties that the noun phrase from `start` to `stop` names; none where it names only things."""
        joins = [at for at in range(start + 1, stop - 1) if self._clause.lower[at] in ("and", "&")]
        if joins:
            left, right = self._list(start, joins[-1], told), self._one(joins[-1] + 1, stop, told)
            if left and right:
                return (*left, right)
        comma = next((at for at in range(start + 1, stop) if self._clause.lower[at] in (",", "(")), stop)
        party = self._one(start, comma, told)
        if party is not None and party.country is None and party.sector != "IGO" and comma < stop:
            party = self._by_apposition(party, comma, stop)
        return (party,) if party else ()

    def _list(self, start: int, stop: int, told: Told | None) -> tuple[Party, ...]:
        """The parties before the last "and" of a list."""
        found, begin = [], start
        for at in (*(at for at in range(start + 1, stop) if self._clause.lower[at] in (",", "and")), stop):
            if begin > start and self._clause.lower[begin] in ("a", "an", "the", "whose", "who", "which"):
                return ()
            party = self._one(begin, at, told) if begin < at else None
            if party is None:
                return ()
            found.append(party)
            begin = at + 1
        return tuple(found)

    def _by_apposition(self, party: Party, comma: int, stop: int) -> Party:
        """The party with what the words set beside it tell: "Ann Bell, the Marlish envoy"."""
        named = self.named(comma, stop)
        sector = party.sector or (named.sector if named else None) or self._rules.sector_of(self._clause.words[comma:stop])
        if named is None:
            return replace(party, sector=sector)
        beside = Span(self._spans[comma + 1].start, self._spans[stop - 1].end)
        return Party(party.words, named.country, sector, (*party.evidence, beside))

    def _one(self, start: int, stop: int, told: Told | None) -> Party | None:
        clause = self._clause
        while start < stop and clause.lower[start] in (",", "and", "both", "“", '"', "{", "of"):
            start += 1
        if start >= stop:
            return None
        first = clause.lower[start]
        span = Span(self._spans[start].start, self._spans[stop - 1].end)
        if first in _PRONOUNS:
            return self._pronoun(span, told) if stop - start == 1 else None
        named = self.named(start, stop)
        words = clause.words[start:stop]
        sector = named.sector if named and named.sector else self._rules.sector_of(words)
        if named and named.sector == "IGO":
            return Party(self._words(span), None, "IGO", (span,))
        country = named.country if named else self._surname(start, stop)
        if sector is None and country is not None:
            sector = next(
                (self._rules.equipment[each.lower()] for each in reversed(words) if each.lower() in self._rules.equipment), None
            )
        evidence: tuple[Span, ...] = (span,)
        if country is None and (sector or self._proper(start, stop)):
            behind = self._behind(stop)
            if behind is not None:
                country, place = behind
                evidence = (span, place)
        if country is None and first in _OWN and told and told.speaker and sector:
            country, evidence = told.speaker.country, (span, *told.speaker.evidence[:1])
        if country is None and sector is None and not self._proper(start, stop):
            return None
        return Party(self._words(span), country, sector, evidence)

    def _pronoun(self, span: Span, told: Told | None) -> Party | None:
        if told is None or told.speaker is None or span.start - told.span.start > _FIRST:
            return None
        if self._words(span).lower() not in (_OF_PEOPLE if told.person else _OF_BODIES):
            return None
        return Party(self._words(span), told.speaker.country, told.speaker.sector, (span, *told.speaker.evidence[:1]))

    def _words(self, span: Span) -> str:
        return span.of(self._text)

    def named(self, start: int, stop: int) -> Named | None:
        """The first country or body named from `start` to `stop`; of a people in a country, that: "the Marlese of Orlec"."""
        found = self._names()
        at = next((at for at in range(start, stop) if at in found and at + found[at][1] <= stop), None)
        if at is None:
            return None
        after = at + found[at][1]
        if found[at][0].people and after < stop and self._clause.lower[after] in ("of", "in", "from"):
            home = (found[place][0] for place in range(after + 1, stop) if place in found)
            return next((named for named in home if named.place and named.country), found[at][0])
        return found[at][0]

    def _names(self) -> dict[int, tuple[Named, int]]:
        """Every name of the sentence, by its first word."""
        if self._named is None:
            words, self._named, at = self._clause.words, {}, 0
            while at < len(words):
                hit = self._rules.name_at(words, at, len(words)) if words[at] in self._rules.names else None
                if hit is None or self._apart(at, hit[0]):
                    at += 1
                    continue
                self._named[at] = hit
                at += hit[1]
        return self._named

    def _apart(self, at: int, named: Named) -> bool:
        """Whether a name tells no country here: "ethnic Albanians", "anti-Syria"."""
        lower = self._clause.lower
        if named.people and at and lower[at - 1] == "ethnic":
            return True
        if named.people and at + 1 < len(lower) and lower[at + 1] in _TONGUE:
            return True
        return at > 1 and lower[at - 1] == "-" and lower[at - 2] in _PREFIX

    def _surname(self, start: int, stop: int) -> str | None:
        words, lower = self._clause.words, self._clause.lower
        code = self._rules.surnames.get(words[stop - 1])
        if code is None:
            return None
        alone = stop - start == 1
        return code if alone or any(word in self._rules.titles for word in lower[start : stop - 1]) else None

    def _proper(self, start: int, stop: int) -> bool:
        """Whether the phrase has a name: a capital that no sentence or time gives it."""
        clause = self._clause
        return any(
            clause.words[at][0].isupper() and at > 0 and not clause.timely(at) and len(clause.words[at]) > 1
            for at in range(start, stop)
        ) or (start == 0 and stop > 1 and clause.words[0][0].isupper() and clause.words[1][0].isupper() and not clause.timely(1))

    def _behind(self, at: int) -> tuple[str, Span] | None:
        """The country that the phrases right behind a noun phrase tell."""
        clause = self._clause
        stop = min(len(clause.words), at + _REACH)
        if at >= stop or not (clause.lower[at] in _NEAR or self._goes_on(at)):
            return None
        for place in range(at + 1, stop):
            if clause.lower[place] in (",", ";", ".", ":") or clause.verb_like(place):
                return None
            hit = self._names().get(place)
            if hit is not None and hit[0].country is not None:
                return hit[0].country, Span(self._spans[place].start, self._spans[place + hit[1] - 1].end)
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether a name goes on behind "for": "the Union for the Freedom of Marl"."""
        words = self._clause.words
        behind = at + 1 + (at + 1 < len(words) and words[at + 1] == "the")
        return words[at] == "for" and words[at - 1][0].isupper() and behind < len(words) and words[behind][0].isupper()

    def place(self, start: int, stop: int) -> Party | None:
        """The country or city that the words name as where something is."""
        for at in range(start, stop):
            if self._clause.lower[at] in _BESIDE and at > start:
                return None
            hit = self._names().get(at)
            if hit is None or not hit[0].place or hit[0].country is None or not self._located(at, start):
                continue
            if self._describes(at + hit[1]):
                continue
            span = Span(self._spans[at].start, self._spans[at + hit[1] - 1].end)
            return Party(self._words(span), hit[0].country, None, (span,))
        return None

    def _located(self, at: int, start: int) -> bool:
        """Whether a preposition of place leads to the name at `at`."""
        lower = self._clause.lower
        for back in range(at - 1, max(start, at - _LED) - 1, -1):
            if lower[back] == ",":
                return False
            if lower[back] == "of":
                return back > start and lower[back - 1] in _PLACES
            if lower[back] in _WHERE:
                return True
        return False

    def _describes(self, after: int) -> bool:
        """Whether a noun follows that the name only says more of: "the Marlish embassy"."""
        clause = self._clause
        if after >= len(clause.words) or not clause.words[after].isalpha() or not clause.words[after].islower():
            return False
        return clause.opens_phrase(after, after + 1) and not clause.verb_like(after) and not clause.timely(after)

    def several_countries(self) -> bool:
        """Whether the sentence names more than one country."""
        return len({named.country for named, _ in self._names().values() if named.country}) > 1

    def state(self, party: Party) -> bool:
        """Whether a party is a country, by its name alone."""
        words = party.words.removeprefix("the ").removeprefix("The ")
        hit = self._rules.names.get(words.partition(" ")[0], ())
        return any(" ".join(parts) == words and named.place for parts, named in hit)

    def peopled(self, party: Party) -> bool:
        """Whether the words of a party name a people or a country, not only a place in one."""
        words = party.words.split()
        return self.state(party) or any(
            named.people for word in words for parts, named in self._rules.names.get(word, ()) if parts == (word,)
        )

    def leading(self, start: int, stop: int) -> tuple[Party, ...]:
        """The party that a clause begins with, its verb being unmarked: "that the Marlish army leave"."""
        clause = self._clause
        for at in range(start, min(stop, start + 7)):
            hit = self._names().get(at)
            if hit is None and clause.lower[at] not in self._rules.sectors:
                continue
            end = at + (hit[1] if hit else 1)
            while end < stop and (clause.lower[end] in self._rules.sectors or clause.words[end][0].isupper()):
                end += 1
            return self.read(start, end)
        return ()

    def mentions(self, start: int, stop: int) -> tuple[Party, ...]:
        """Each country or body named from `start` to `stop`, as the words that name it."""
        found = []
        for at, (named, size) in self._names().items():
            if start <= at and at + size <= stop and (named.country or named.sector == "IGO"):
                span = Span(self._spans[at].start, self._spans[at + size - 1].end)
                found.append(Party(self._words(span), named.country, named.sector, (span,)))
        return tuple(found)
