"""The people of an article: every mention of a name tied to one of them, or left open between several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from allegedly.model import Span, Spans
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.mention import Mention
from allegedly.resolve.offices import Offices
from allegedly.resolve.roles import Role
from allegedly.resolve.words import Words

_LONG = 6
"""Letters of a surname that is still known with one of them wrong."""
_HIGHEST = ("president", "vice president", "premier", "prime minister", "chancellor")
"""Offices whose holders a text calls by title and surname alone."""
_LATELY = 2
"""How many sentences back a namesake was named in full who may be meant as well."""
_CLOSING = 2000
"""How many characters at the end of a text its agency's credits may stand in."""
_CREDITED = re.compile(r"\b(?:Additional reporting|Reporting|Writing|Editing) (?:and \w+ )?by\b[^\n]*")
"""The line of an agency's reporters and editors; none of them is who the story calls by one name."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of an article while it is read; `shown` tells whether anything but two capitals makes it a person.

    `suffix` is "Jr" and the like: father and son are two.
    """

    parts: tuple[str, ...]
    name: str
    shown: bool
    suffix: str = ""
    spans: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)

    @property
    def gender(self) -> str | None:
        """`masculine` or `feminine` where every sign agrees, the clearest first; else `None`."""
        return self.genders.most_common(1)[0][0] if len(self.genders) == 1 else None

    @property
    def mentions(self) -> Spans:
        """Where the article names this person."""
        return tuple(self.spans)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and whom it may mean: one person, several, or none where it is no person's name."""

    mention: Mention
    people: tuple[Person, ...]


def find_people(words: Words, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Named, ...]:
    """Each mention of `mentions` with the people that it may mean, in order."""
    by_last: dict[str, list[Person]] = {}
    by_first: dict[str, list[Person]] = {}
    full: dict[int, Person] = {}
    credited = [Span(*match.span()) for match in _CREDITED.finditer(words.text, max(0, len(words.text) - _CLOSING))]
    beside: tuple[dict[str, list[Person]], dict[str, list[Person]]] = {}, {}
    juniors: dict[str, str] = {}
    for mention in mentions:
        if _junior(words, mention, lexicon):
            juniors[_key(words.texts[mention.first])] = words.texts[mention.stop - 1]
        elif mention.sort in ("person", "weak") and mention.stop - mention.first > 1:
            apart = any(line.covers(mention.span) for line in credited)
            full[mention.span.start] = _introduce(words, mention, *(beside if apart else (by_last, by_first)), lexicon)
    binder = _Binder(words, by_last, by_first, lexicon, juniors)
    found: list[Named] = []
    for mention in mentions:
        person = full.get(mention.span.start)
        if person is not None:
            binder.seen(person, mention)
            found.append(Named(mention, (person,)))
        elif (
            mention.sort in ("person", "single")
            or _junior(words, mention, lexicon)
            or (mention.sort in ("place", "body") and mention.stop - mention.first == 1)
        ):
            found.append(Named(mention, binder.bind(mention)))
        else:
            found.append(Named(mention, ()))
    return tuple(found)


def _junior(words: Words, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention is a surname with "Jr" and the like alone."""
    return mention.stop - mention.first == 2 and words.texts[mention.stop - 1] in lexicon.suffixes


def known_by_office(named: Sequence[Named], offices: Offices, year: int | None, lexicon: Lexicon) -> None:
    """Gives those who are named by surname alone the gender of whoever held their office about this year."""
    for person in {id(person): person for item in named for person in item.people}.values():
        if len(person.parts) > 1 or person.genders:
            continue
        given = offices.given(person.parts[0], {role.head for role in person.roles}, year)
        told = {lexicon.given.get(name) for name in given}
        gender = told.pop() if len(told) == 1 else None
        if gender in ("masculine", "feminine"):
            person.genders[gender] += 1


def _key(word: str) -> str:
    lower = word.lower().rstrip(".")
    return lower[3:] if lower[:3] in ("al-", "el-") and len(lower) > 4 else lower


def _introduce(
    words: Words, mention: Mention, by_last: dict[str, list[Person]], by_first: dict[str, list[Person]], lexicon: Lexicon
) -> Person:
    parts = tuple(words.texts[mention.first : mention.stop])
    name = mention.span.of(words.text).replace("] ", " ")
    suffix = parts[-1] if len(parts) > 2 and parts[-1] in lexicon.suffixes else ""
    parts = parts[:-1] if suffix else parts
    last = _key(parts[-1])
    joined = "".join(parts).replace("-", "").lower()
    for person in by_first.get(_key(parts[0]), ()):
        if person.suffix == suffix and person.parts[-1] != parts[-1] and "".join(person.parts).replace("-", "").lower() == joined:
            _add(person, mention)
            return person
    for person in by_last.get(last, ()):
        tail = len(person.parts) > len(parts) > 1 and person.parts[-len(parts) :] == parts
        if tail and lexicon.given.get(parts[0]) and not _begins_name(person.parts[0], lexicon):
            person.parts, person.name = parts, name
        if person.suffix == suffix and _compatible(person.parts, parts):
            tail = len(person.parts) < len(parts) and parts[-len(person.parts) :] == person.parts
            if tail and person.shown and not _begins_name(parts[0], lexicon) and lexicon.given.get(person.parts[0]):
                _add(person, mention)  # "Slippery Anna Bell" is Anna Bell
                return person
            if len(parts) > len(person.parts):
                person.parts, person.name = parts, name
            _add(person, mention)
            return person
    person = Person(parts, name, mention.sort == "person", suffix)
    _add(person, mention)
    by_last.setdefault(last, []).append(person)
    by_first.setdefault(_key(parts[0]), []).append(person)
    return person


def _begins_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a name may begin with this word: a given name or initials."""
    return bool(lexicon.given.get(word)) or len(word.replace(".", "")) <= 2


def _add(person: Person, mention: Mention) -> None:
    person.spans.append(mention.span)
    person.shown = person.shown or mention.sort == "person"
    for found in (mention.role, mention.apposed):
        if found is not None and all(role.span != found.span for role in person.roles):
            person.roles.append(found)
    if mention.gender:
        person.genders[mention.gender] += 1


def _compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names with the same last word can be one: the first words agree, or one is the other's initial."""
    short, long = sorted((left, right), key=len)
    if 1 < len(short) < len(long) and long[-len(short) :] == short:
        return True
    if len(left) > 1 and len(right) > 1:
        first, second = _key(left[0]), _key(right[0])
        if first != second and not (len(min(first, second, key=len)) == 1 and first[0] == second[0]):
            return False
    middle = left[1:-1], right[1:-1]
    if middle[0] and middle[1]:
        return _key(middle[0][0])[0] == _key(middle[1][0])[0]
    return True


def _one_letter_apart(left: str, right: str) -> bool:
    """Whether two long words differ in one letter, in the order of two, or one has one more: "Tamseri", "Tamsseri"; an "s" at
    the end too, which a possessive takes along: "Tamser's", "Tamsers".
    """
    short, long = sorted((left, right), key=len)
    if len(short) == len(long):
        unlike = [at for at, (a, b) in enumerate(zip(short, long, strict=True)) if a != b]
        swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1 and short[unlike[0]] == long[unlike[1]]
        return len(unlike) == 1 or (swapped and short[unlike[1]] == long[unlike[0]])
    inside = any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))
    return len(long) == len(short) + 1 and (inside or long == f"{short}s")


class _Binder:
    """Ties single words to the people named in full, in the order of the text."""

    def __init__(
        self,
        words: Words,
        by_last: dict[str, list[Person]],
        by_first: dict[str, list[Person]],
        lexicon: Lexicon,
        juniors: Mapping[str, str],
    ) -> None:
        self._words = words
        self._juniors = juniors
        self._last = by_last
        self._first = by_first
        self._lexicon = lexicon
        self._inner: dict[str, list[Person]] = {}
        for person in {id(person): person for alike in by_last.values() for person in alike}.values():
            for part in person.parts[2:-1]:
                self._inner.setdefault(_key(part), []).append(person)
        self._introduced: dict[int, int] = {}
        self._latest: dict[int, int] = {}
        self._bound: dict[str, Person] = {}
        self._alone: dict[str, Person] = {}

    def seen(self, person: Person, mention: Mention) -> None:
        """The person is named in full here."""
        self._introduced[id(person)] = self._latest[id(person)] = self._words.sentence(mention.span.start)

    def bind(self, mention: Mention) -> tuple[Person, ...]:
        """Whom a single word means."""
        text = mention.span.of(self._words.text)
        key = _key(self._words.texts[mention.first])
        suffix = self._juniors.get(key)
        junior = mention.stop - mention.first > 1 and self._words.texts[mention.stop - 1] == suffix
        alike = self._last.get(key, [])
        if suffix is not None or text in self._lexicon.leaders:  # "Trump Jr." is Trump's son, so "Trump" is not
            alike = [person for person in alike if person.suffix == (suffix if junior else "")]
        holding = self._holding(mention, text, alike)
        elsewhere = holding is not None and not holding
        alike = holding if holding is not None else alike
        namesakes = alike or [
            person
            for person in self._first.get(key, ())
            if person.shown or (mention.sort == "single" and self._own(person, text))
        ]
        namesakes = [] if elsewhere else namesakes
        if mention.gender:
            namesakes = [person for person in namesakes if person.gender in (None, mention.gender)]
        if mention.sort in ("place", "body"):
            namesakes = [person for person in namesakes if person.shown]
        if not namesakes and mention.sort in ("person", "single"):
            namesakes = self._misspelt(key) or self._first_of_two(key)
        if not namesakes and mention.sort == "single" and key not in self._alone and self._no_name(text):
            return ()
        if not namesakes:
            alone = mention.sort in ("person", "single") or junior
            return (self._alone_person(mention, key, text),) if alone else ()
        person = self._choose(mention, key, namesakes)
        if person is None:
            return tuple(namesakes)
        if mention.sort in ("place", "body"):
            return (person,) if id(person) in self._introduced else ()
        self._bound.setdefault(key + (mention.gender or ""), person)
        self._latest[id(person)] = self._words.sentence(mention.span.start)
        _add(person, mention)
        person.shown = person.shown or key != _key(person.parts[0]) or len(person.parts) == 1
        return (person,)

    def _holding(self, mention: Mention, text: str, namesakes: Sequence[Person]) -> list[Person] | None:
        """Who of the namesakes "President Bell" may be, where a Bell is known to have been president; `None` where none is."""
        head = mention.role.head if mention.titled and mention.role is not None else ""
        known = self._lexicon.leaders.get(text) if head in _HIGHEST else None
        if known is None:
            return None
        return [one for one in namesakes if one.parts[0] in known or any(role.head == head for role in one.roles)]

    def _no_name(self, text: str) -> bool:
        """Whether a word alone is nobody's name where nobody is named in full by it: "Winner", "Mayor", "R"."""
        lower = text.lower()
        return len(text) == 1 or lower in self._lexicon.common or lower in self._lexicon.roles

    def _own(self, person: Person, text: str) -> bool:
        """Whether a word is the first name of two capitals: of nothing that a list or the article itself has as a word."""
        lower = text.lower()
        listed = lower in self._lexicon.modifiers or lower in self._lexicon.common or lower in self._lexicon.furniture
        listed = listed or text in self._lexicon.places or text in self._lexicon.body_words or text in self._lexicon.bodies
        return len(person.parts) == 2 and len(text) > 3 and not listed and lower not in self._words.distinct()

    def _misspelt(self, key: str) -> list[Person]:
        """The one person whose surname is this but for one letter, where the article has nobody else of either name."""
        if len(key) < _LONG:
            return []
        alike = [last for last in self._last if last[0] == key[0] and len(last) >= _LONG and _one_letter_apart(last, key)]
        if len(alike) != 1 or len(self._last[alike[0]]) != 1:
            return []
        person = self._last[alike[0]][0]
        if key == f"{alike[0]}s":  # only where a possessive may have taken the letter along: "Robard’s vote"
            last = self._words.within(person.spans[0].start, person.spans[0].end).stop - 1
            return [person] if self._words.possessive[last] else []
        return [person]

    def _first_of_two(self, key: str) -> list[Person]:
        """The one person named before whose first of two surnames this is: "Vega" of "Ana Luisa Vega Mora"."""
        found = [person for person in self._inner.get(key, ()) if person.shown and id(person) in self._introduced]
        return found if len(found) == 1 else []

    def _choose(self, mention: Mention, key: str, namesakes: list[Person]) -> Person | None:
        if len(namesakes) == 1:
            return namesakes[0]
        introduced = [person for person in namesakes if id(person) in self._introduced]
        bound = self._bound.get(key + (mention.gender or "")) or self._bound.get(key)
        sentence = self._words.sentence(mention.span.start)
        near = [person for person in introduced if sentence - self._introduced[id(person)] <= 1]
        if bound is not None and bound in namesakes:
            last = self._latest.get(id(bound), sentence)
            near += [person for person in introduced if last < self._introduced[id(person)] >= sentence - _LATELY]
            return bound if all(person is bound for person in near) else None
        if len(introduced) == 1:
            return introduced[0]
        return None

    def _alone_person(self, mention: Mention, key: str, text: str) -> Person:
        key = key if mention.stop - mention.first == 1 else text
        person = self._alone.get(key)
        if person is None:
            person = self._alone[key] = Person((text,), text, False)
        _add(person, mention)
        return person
