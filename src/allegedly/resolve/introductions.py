"""Who is meant by a role alone: "the minister" is the minister whom the article names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allegedly.model import Span
from allegedly.resolve.people import Person
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.roles import Role
from allegedly.resolve.words import Words

_DISTINCT = frozenset(("former", "ex", "then", "onetime", "one-time", "late", "vice", "deputy", "assistant", "lieutenant"))
"""Words that make another office of one."""
_WRITTEN = {"lt": "lieutenant", "ex": "former", "onetime": "former", "one-time": "former", "then": "former"}
"""Words for the same as another of these, as papers shorten or vary them."""
_SHARED = frozenset(
    ("republican", "democrat", "liberal", "conservative", "independent", "socialist", "libertarian", "progressive")
)
"""Nouns for a party's members: each is borne by many, so that it tells nobody."""
_PLAIN = frozenset(("the", "a", "an", "of", "for", "at", "in", "with", "and", "country", "top", "senior", "high-ranking"))
_LEANING = frozenset(
    ("liberal", "conservative", "moderate", "progressive", "centrist", "veteran", "longtime", "long-time", "outspoken")
) | frozenset(("embattled", "powerful", "popular", "famous", "famed", "young", "billionaire", "first-term", "freshman"))
"""Adjectives that make nobody another: "the liberal lawyer" is the lawyer."""
_NEAR = 2
"""How many sentences behind a role a name without any may be taken for its bearer."""
_NEXT = 4
"""How many sentences behind a role its bearer may be named with it as a title."""
_TITLES = frozenset(
    ("judge", "justice", "senator", "governor", "mayor", "sheriff", "congressman", "bishop", "cardinal", "pastor", "rabbi")
)
_SHORTENED = frozenset(("chief", "commissioner", "secretary", "director", "attorney", "justice", "coach", "marshal", "commander"))
"""Offices by whose last word alone their holder is called: "the chief", of a police chief."""
_MOST = 3


def introduced_near(words: Words, people: Sequence[Person], sources: Iterable[Span]) -> tuple[Person, ...]:
    """The people of the article who speak in it, in order of their first mention."""
    starts = {at for span in sources for at in words.within(span.start, span.end)}
    speaking = [person for person in people if any(not starts.isdisjoint(words.within(s.start, s.end)) for s in person.spans)]
    return tuple(sorted(speaking, key=lambda person: person.spans[0]))


def introduced_as(
    phrase: Phrase, people: Sequence[Person], words: Words, span: Span, speaking: Sequence[Person]
) -> tuple[Person | None, tuple[Person, ...]]:
    """The one person whom the article introduces with this role, and those who may be meant where none is certain."""
    role = phrase.role
    assert role is not None  # asked for phrases with a role only
    if not phrase.definite:
        titled = _titled_next(phrase, people, words, span)
        if titled is not None:
            return titled, ()
        return None, _perhaps_later(phrase, words, span, speaking)
    sure: list[Person] = []
    maybe: list[Person] = []
    for person in people:
        for held in person.roles:
            verdict = _same(role, held, phrase.country or role.country)
            if verdict == 1:
                sure.append(person)
                break
            if verdict == 0:
                maybe.append(person)
                break
    if len(sure) == 1:
        return sure[0], ()
    if role.head == "president" and not role.affiliation and sure:
        states = [person for person in sure if any(held.head == role.head and not held.affiliation for held in person.roles)]
        if len(states) == 1:
            return states[0], ()
    if sure:
        return None, tuple(sure[:_MOST])
    if maybe:
        return None, tuple(maybe[:_MOST]) if len(maybe) <= _MOST else ()
    return None, _named_next(words, span, speaking)


def _titled_next(phrase: Phrase, people: Sequence[Person], words: Words, span: Span) -> Person | None:
    """The only one of the article who bears the title of somebody whom its opening leaves without a name, and is named next with
    it: "A federal judge ordered … Judge Anna Bell said".
    """
    role, sentence = phrase.role, words.sentence(span.start)
    if role is None or role.plural or phrase.number not in (None, 1):
        return None
    speaks = role.sort == "spokesperson" and not role.qualifiers - _PLAIN and role.affiliation is None
    if not speaks and (sentence > 1 or role.head not in _TITLES):
        return None
    bearers = [person for person in people if any(held.head == role.head for held in person.roles)]
    if len(bearers) != 1 or bearers[0].spans[0].start < span.start:
        return None
    person = bearers[0]
    first = words.within(person.spans[0].start, person.spans[0].end).start
    titled = first > 0 and (
        words.texts[first - 1].lower() in (role.head, f"{role.head}s", words.texts[phrase.head].lower())
        and (not speaks or person.roles[0].gender in (None, role.gender))
    )
    near = words.sentence(person.spans[0].start) - sentence <= _NEXT
    agree = all(_same(role, held, phrase.country or role.country) >= 0 for held in person.roles if held.head == role.head)
    return person if titled and near and agree else None


def _apart(role: Role) -> set[str]:
    """What makes another office of the role's: "deputy", "former"."""
    return {_WRITTEN.get(word, word) for word in role.qualifiers if _WRITTEN.get(word, word) in _DISTINCT}


def _same(wanted: Role, held: Role, country: str | None) -> int:
    """1: one office. 0: perhaps. -1: two offices."""
    if wanted.head in _SHARED or held.head in _SHARED:
        return 0 if wanted.head == held.head else -1
    ending = not wanted.qualifiers - _PLAIN and wanted.head in _SHORTENED and held.head.endswith(f" {wanted.head}")
    if (wanted.head != held.head and not ending) or (country and held.country and country != held.country):
        return -1
    if _apart(wanted) != _apart(held):
        return -1
    asked, given = wanted.qualifiers - _PLAIN - _LEANING - _DISTINCT, held.qualifiers - _PLAIN - _DISTINCT
    if asked <= given:
        return 1 if wanted.sort not in ("person",) else 0
    return 0 if not given or asked & given or (country and country == held.country) else -1


def _named_next(words: Words, span: Span, speaking: Sequence[Person]) -> tuple[Person, ...]:
    """The one speaker who is named for the first time right behind the role, and without any of his own."""
    sentence = words.sentence(span.start)
    found = [
        person
        for person in speaking
        if not person.roles
        and len(person.parts) > 1
        and person.spans[0].start > span.start
        and words.sentence(person.spans[0].start) - sentence <= _NEAR
    ]
    return tuple(found) if len(found) == 1 else ()


def _perhaps_later(phrase: Phrase, words: Words, span: Span, speaking: Sequence[Person]) -> tuple[Person, ...]:
    """Who may be the official whom an article's opening leaves without a name: speakers of that country, or of none."""
    if words.sentence(span.start) > 1 or phrase.role is None or phrase.number is not None:
        return ()
    found = []
    for person in speaking:
        countries = {role.country for role in person.roles if role.country}
        if len(person.parts) < 2 or person.spans[0].start < span.start or not person.shown:
            continue
        if (phrase.country in countries) if phrase.country and countries else not person.roles:
            found.append(person)
    return tuple(found) if 0 < len(found) <= _MOST else ()
