"""The country that an article tells of a person whom it names: by office, role, body, owner, label or place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allegedly.model import Span, Speaker, SpeakerKind
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.natives import natives
from allegedly.resolve.offices import Offices
from allegedly.resolve.owners import Owners
from allegedly.resolve.people import Person
from allegedly.resolve.roles import role_at
from allegedly.resolve.said_behind import told_behind
from allegedly.resolve.setting import Setting, Told
from allegedly.resolve.words import Words, singular

_REACH = 3
"""How many words behind a name a legislator's label may stand."""
_BEHIND = 8
"""How many words behind a name "is based in" and a place may stand."""
_LEADING = 8
"""How many words before a name may lead up to it: "former Norland defence minister and army chief of staff Anna Bell"."""
_SENTENCE = 14
"""How many words behind a role may tell where the body is for which somebody works."""
_MENTIONS = 20
_DESCRIBING = ("ic", "al", "ive", "ous", "ary", "ory", "ish", "based", "level", "born", "time", "line")
"""How adjectives end that stand between a country and a role: "Norwegian pediatric surgeon"."""


class PersonCountries:
    """Countries of the people of one article; `people` are all whom it names."""

    def __init__(self, words: Words, people: Sequence[Person], lexicon: Lexicon, offices: Offices, setting: Setting) -> None:
        self._words = words
        self._people = {person.name: person for person in people}
        self._owners = Owners(words, people, lexicon)
        self._lexicon = lexicon
        self._offices = offices
        self._setting = setting
        self._apposed: dict[str, tuple[range, ...]] = {}
        self._natives: dict[str, Told] | None = None
        self._known: dict[str, Told | None] = {}

    def known(self, name: str) -> Told | None:
        """What has been read so far of whoever has this name."""
        return self._known.get(name)

    def learn(self, name: str, code: str, span: Span) -> None:
        """What the article calls somebody further on: "the Norwegian"."""
        if self._known.get(name) is None:
            self._known[name] = (code, (span,))

    def told(self, speaker: Speaker) -> Told | None:
        """By what the article says of a person at any of the places where it names them."""
        if speaker.kind is not SpeakerKind.NAMED_PERSON or speaker.name is None:
            return None
        if speaker.name not in self._known:
            self._known[speaker.name] = None  # whoever is asked for while this one is sought knows nothing of them
            self._known[speaker.name] = self._of_person(speaker)
        return self._known[speaker.name]

    def of(self, person: Person) -> Told | None:
        """The country that the article tells of one of its people."""
        found = self.told(Speaker(person.name, SpeakerKind.NAMED_PERSON, mentions=person.mentions))
        if found is not None:
            return found
        role = next((role for role in person.roles if role.country), None)
        return (role.country, (role.span,)) if role is not None and role.country else None

    def roles_before(self, name: str) -> tuple[range, ...]:
        """The words of the roles that stand before a comma and the name, each once: "the union's president, Anna Bell"."""
        if name not in self._apposed:
            person = self._people.get(name)
            found = (self._owners.apposed(mention) for mention in (person.mentions[:8] if person is not None else ()))
            self._apposed[name] = tuple(inside for inside in found if inside is not None)
        return self._apposed[name]

    def in_trade(self, speaker: Speaker) -> bool:
        """Whether only the firm or paper tells a person's country for which somebody speaks or writes, as if it were theirs."""
        if speaker.kind is not SpeakerKind.NAMED_PERSON or readings_of(speaker.role or "").isdisjoint(self._offices.trade):
            return False
        words = self._words
        person = self._people.get(speaker.name or "")
        spans = tuple(role.span for role in person.roles if role.head in self._offices.trade) if person is not None else ()
        told = (words.texts[at] for span in spans or speaker.evidence for at in words.within(span.start, span.end))
        return self._offices.places.keys().isdisjoint(told)

    def in_body(self, speaker: Speaker) -> bool:
        """Whether the article calls somebody "of" a body by its name: "Anna Bell of the Orlec Centre for Policy"."""
        words = self._words
        for mention in speaker.mentions[:_MENTIONS] if speaker.kind is SpeakerKind.NAMED_PERSON else ():
            at = words.within(mention.start, mention.end).stop
            if at + 2 >= len(words) or words.texts[at] not in ("of", "with", "from") or words.gap(at) not in (" ", ", "):
                continue
            first = at + 1 + (words.texts[at + 1] == "the")
            stop = first
            while stop < len(words) and stop - first < _LEADING and (stop == first or words.joined(stop)):
                if not words.texts[stop][0].isupper() and words.texts[stop] not in ("of", "for", "and", "on"):
                    break
                stop += 1
            body = any(self._lexicon.body_words.get(text) in ("organisation", "government") for text in words.texts[first:stop])
            if body and stop - first > 1 and words.span(first, stop - 1).of(words.text) not in self._lexicon.bodies:
                return True
        return False

    def _of_person(self, speaker: Speaker) -> Told | None:
        name = speaker.name or ""
        person = self._people.get(name)
        trade = self._in_trade(speaker, person)
        holder = self._holder(name, person, speaker)
        if holder is not None:
            return holder, speaker.mentions[:1]
        for found in self._readings(speaker, person, trade):
            if found is not None and not (trade and self._firm(found)):
                return found
        if self._natives is None:
            self._natives = natives(self._words, list(self._people.values()), self._setting)
        return self._natives.get(name)

    def _in_trade(self, speaker: Speaker, person: Person | None) -> bool:
        """Whether somebody speaks for a firm or writes for a paper, by any role that the article gives them."""
        words = self._words
        heads = {role.head for role in person.roles} if person is not None else set()
        before = (words.span(inside.start, inside.stop - 1).of(words.text) for inside in self.roles_before(speaker.name or ""))
        heads = heads.union(readings_of(speaker.role or ""), *map(readings_of, before))
        for mention in speaker.mentions[:_MENTIONS]:
            at = words.within(mention.start, mention.end).stop
            if at < len(words) and words.gap(at) == ", " and words.texts[at] in ("a", "an", "the", "now", "former"):
                heads.update(text.lower() for text in words.texts[at + 1 : at + 5])
        return not heads.isdisjoint(self._offices.trade)

    def _readings(self, speaker: Speaker, person: Person | None, trade: bool) -> Iterator[Told | None]:
        """What each of the places tells at which the article says something of somebody, the roles first."""
        words = self._words
        for role in person.roles if person is not None else ():
            inside = words.within(role.span.start, role.span.end)
            first = inside.start
            while first > 0 and words.joined(first) and self._leads(first - 1):
                first -= 1
            yield self._setting.telling(first, inside.stop, works=role.sort != "person")
            if role.head not in self._offices.trade:
                yield self._behind(inside.stop)
            yield self._for_leader(role.head, inside)
        for mention in speaker.mentions[:_MENTIONS]:
            yield self._beside(mention)
            if not trade:
                yield told_behind(mention, words, self._offices, self._setting, self._lexicon)
        for inside in self.roles_before(speaker.name or ""):
            yield self._setting.telling(inside.start, inside.stop, works=True)
            yield self._behind(inside.stop)
            yield self._for_leader(words.texts[inside.stop - 1].lower(), inside)

    def _firm(self, found: Told) -> bool:
        """Whether a firm, a school or a paper tells a country, and no place or people."""
        return bool(found[1]) and self._house(found[1][0].of(self._words.text))

    def _house(self, name: str) -> bool:
        body = self._lexicon.bodies.get(name)
        return name in self._offices.houses or (body is not None and body.sort in ("organisation", "outlet"))

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

    def _for_leader(self, head: str, inside: range) -> Told | None:
        """By the leader for whom somebody speaks or works, or of whose family he is: "a spokesman for President Anna Bell"."""
        if head in self._offices.entourage or any(self._words.texts[at].lower() in self._offices.entourage for at in inside):
            return self._named_behind(inside.stop) or self._owned(self._owners.behind(inside.stop), self._owner(inside))
        if head in self._offices.kin:
            return self._owned(
                *(one for one in (self._owners.behind(inside.stop), self._owner(inside)) if one and self._public(one[0]))
            )
        return None

    def _owner(self, inside: range) -> tuple[Person, Span] | None:
        return self._owners.before(inside.start) or next(
            (found for at in inside[1:] if (found := self._owners.before(at)) is not None), None
        )

    def _public(self, person: Person) -> bool:
        """Whether somebody has an office, so that the family is known by it."""
        return self._offices.of_name(person.name) is not None or any(role.sort == "office" for role in person.roles)

    def _owned(self, *owners: tuple[Person, Span] | None) -> Told | None:
        """The country of the first of these of whom one is told."""
        for owner in owners:
            found = self.of(owner[0]) if owner is not None else None
            if owner is not None and found is not None:
                return found[0], (owner[1],)
        return None

    def _named_behind(self, at: int) -> Told | None:
        """By a leader's full name behind "for", "to" or "of"."""
        words = self._words
        if at >= len(words) or words.texts[at] not in ("for", "to", "of"):
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
        found = self._offices.of_official(name)
        if found is not None or len(name.split()) > 1:
            return found
        year = self._setting.year
        heads = {role.head for role in person.roles} if person is not None else set()
        if heads or speaker.role:
            return self._offices.of_surname(name, heads | readings_of(speaker.role or ""), year)
        home = self._setting.country()
        if person is None:
            return self._offices.known(name, year)
        name = name.title() if name.isupper() else name
        if home is not None and home[0] in self._offices.borne(name, year):
            return home[0]
        reigning = self._offices.reigning(name, year)
        return reigning if reigning is not None and self._setting.speaks_of(reigning) else None

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
        while start > 0 and first - start < _LEADING and words.joined(start) and self._leads_up(start - 1, first):
            start -= 1
        return self._setting.telling(start, first) if start < first else None

    def _leads_up(self, at: int, first: int) -> bool:
        """Whether a word may stand between a country and the name at `first`: a capital, a role, an adjective before one."""
        text, lexicon = self._words.texts[at], self._lexicon
        if text[0].isupper() or text in lexicon.roles or text in lexicon.modifiers:
            return True
        if text in ("and", "of", "staff"):
            joins = int(text == "and")
            return any(at - back < role_at(self._words, back, first, lexicon) + joins for back in range(max(0, at - 2), at))
        return text.endswith(_DESCRIBING) and at + 1 < first and text not in lexicon.after_head

    def _behind(self, at: int) -> Told | None:
        """By "of", "for", "at", "in" and a place behind a role."""
        if at + 1 < len(self._words) and self._words.texts[at] in ("of", "for", "at", "in", "from", "with"):
            stop = at + 1
            while stop < len(self._words) and stop - at < _SENTENCE and self._words.joined(stop):
                stop += 1
            return self._setting.telling(at, stop, works=True)
        return None


def readings_of(role: str) -> set[str]:
    """A role's last word, last two and last three, in small letters and singular."""
    words = role.lower().replace(".", "").split()
    ends = {" ".join(words[-count:]) for count in (1, 2, 3) if count <= len(words)}
    return ends | {singular(end) for end in ends}
