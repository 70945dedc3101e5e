"""Somebody whom an article has named and now calls by office or trade alone: "the first lady", "the driver"."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.model import Attribution, Span, Spans, Speaker, merged
from allegedly.resolve.addressees import Addressees
from allegedly.resolve.antecedents import Antecedents
from allegedly.resolve.countries import Countries
from allegedly.resolve.people import Named, Person
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.roles import Role
from allegedly.resolve.sureness import INFERRED
from allegedly.resolve.words import Words, capitalised

_RECENT = 2
"""How many sentences back somebody was named whom "the driver" means."""

_ONE_OF_SEVERAL = frozenset(
    (
        "main",
        "lead",
        "leading",
        "first",
        "second",
        "third",
        "other",
        "next",
        "new",
        "former",
        "previous",
        "chief",
        "local",
        "federal",
        "district",
    )
)
"""Words that tell one of several who do the same."""

_OF_TEXTS = ("author", "writer", "reporter", "columnist", "editor", "translator")
"""Who may be the article's own, or a book's that it speaks of."""

Spoken = Sequence[tuple[Attribution, Person | None]]
"""What was said so far, and the person who said it where it was a named one."""


class Called:
    """Finds who is called so, in the order of the text."""

    def __init__(
        self, words: Words, named: Sequence[Named], antecedents: Antecedents, countries: Countries, addressees: Addressees
    ) -> None:
        self._words = words
        self._named = named
        self._antecedents = antecedents
        self._countries = countries
        self._addressees = addressees
        self._trades: dict[str, Person] = {}

    def by_role(self, role: Role) -> Person | None:
        """Whom a trade's noun was found to mean before, or meant where the article first calls somebody so."""
        if role.head not in self._trades and role.sort == "work" and role.gender is not None:
            person = self._at_first(role)
            if person is not None:
                self._trades[role.head] = person
        return self._trades.get(role.head)

    def _at_first(self, role: Role) -> Person | None:
        """The only one of the noun's gender who was just named where "the actress" is first called so."""
        start = self._antecedents.first_described(role.head)
        if start is None or self._words.text[start : start + 4].lower() != "the " or role.head in self._said_before(start):
            return None
        found = {
            id(candidate.person): candidate.person
            for candidate in self._antecedents.candidates
            if candidate.start < start
            and candidate.person is not None
            and self._words.sentence(start) - self._words.sentence(candidate.start) <= 1
            and candidate.person.gender in (None, role.gender)
        }
        person = next(iter(found.values())) if len(found) == 1 else None
        known = person is not None and len(person.parts) > 1 and all(held.head == role.head for held in person.roles)
        return person if known else None

    def whom(
        self, attribution: Attribution, phrase: Phrase, speaker: Speaker, spoken: Spoken, around: Person | None
    ) -> tuple[Person, Spans, float] | None:
        """The person, the words it stands on and how sure it is: who answers, holds the office, or was just named.

        `speaker` is what the phrase alone gives; `around` whoever speaks the words that the phrase lies in.
        """
        role, source = phrase.role, attribution.source
        if role is None:
            return None
        answering = self._addressees.answering(attribution, [said for said, _ in spoken])
        if answering is not None and (role.gender is None or answering.gender in (None, role.gender)):
            return answering, source, INFERRED
        person = None if speaker.candidates and not self._of_bodies(speaker.candidates, role) else self._by_office(phrase)
        if person is not None:
            return person, source, INFERRED
        an_office = not role.text.split()[-1].islower()
        apart = not role.qualifiers.isdisjoint(_ONE_OF_SEVERAL) or role.head in _OF_TEXTS
        apart = apart or any(capitalised(text) for text in self._words.texts[phrase.first + 1 : phrase.head])
        if role.sort != "work" or an_office or apart or self._words.texts[phrase.first].lower() != "the":
            return None
        found = self._by_trade(attribution, role, spoken, around)
        if found is None:
            before = self.by_role(role)
            return (before, source, INFERRED) if before is not None else None
        person, span = found
        self._trades[role.head] = person
        return person, merged((*source, span)), INFERRED

    def rival(self, phrase: Phrase, person: Person) -> Person | None:
        """Who else may be meant by an office that somebody of another country holds too: the one who holds it at home, or
        any who is named, where the article is at home nowhere.
        """
        if phrase.role is None or phrase.country is not None:
            return None
        other = self._by_office(phrase)
        names = self._countries.holding(phrase) if other is None else frozenset()
        if names:
            people = (item.people[0] for item in self._named if len(item.people) == 1)
            other = next((one for one in people if one.name in names and one is not person), None)
        return None if other is None or other is person or other.parts[-1] == person.parts[-1] else other

    def _of_bodies(self, names: Sequence[str], role: Role) -> bool:
        """Whether "the president" cannot be those who bear the title for a body: each is called so with the body beside it."""
        bare = not role.qualifiers and role.affiliation is None and role.head == "president"
        people = {item.people[0].name: item.people[0] for item in self._named if len(item.people) == 1}
        held = [[one for one in people[name].roles if one.head == role.head] for name in names if name in people]
        return bare and all(roles and all(one.affiliation for one in roles) for roles in held)

    def _by_office(self, phrase: Phrase) -> Person | None:
        """The one person of the article who is known to hold the phrase's office in the article's year and country."""
        names = self._countries.in_office(phrase)
        fitting = {
            item.people[0].name: item.people[0]
            for item in (self._named if names else ())
            if len(item.people) == 1 and item.people[0].name in names
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _said_before(self, start: int) -> frozenset[str]:
        """The words in small letters before an offset."""
        return frozenset(self._words.texts[: self._words.within(0, start).stop])

    def _by_trade(
        self, attribution: Attribution, role: Role, spoken: Spoken, around: Person | None
    ) -> tuple[Person, Span] | None:
        """The one just named, without any other trade, whom "the driver" means, where nobody else is called a driver."""
        span = attribution.source[0]
        if self._antecedents.described(role.head, span.start) or role.head in self._said_before(span.start):
            return None
        fitting = [
            (person, Span(candidate.start, candidate.end))
            for candidate in self._antecedents.at(span.start, role.gender)
            if (person := candidate.person) is not None
            and len(person.parts) > 1
            and person is not around
            and all(held.head == role.head for held in person.roles)
            and self._words.sentence(span.start) - self._words.sentence(candidate.start) <= _RECENT
        ]
        speaking = {id(person) for _, person in spoken if person is not None}
        latest = next((person for _, person in reversed(spoken) if person is not None), None)
        fitting = [found for found in fitting if id(found[0]) in speaking] or fitting
        fitting = [found for found in fitting if found[0] is latest] or fitting
        return fitting[0] if len(fitting) == 1 else None
