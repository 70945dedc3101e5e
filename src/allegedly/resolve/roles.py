"""What a person does or is, for whom and in which country, read from the words beside a name or in place of one."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.model import Span
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.runs import LABEL
from allegedly.resolve.words import Words, capitalised, singular

_STUDENTS = frozenset(
    ("expert", "analyst", "specialist", "scholar", "watcher", "historian", "researcher", "correspondent", "study")
)
"""Before whom a country's bare name tells what they study; "U.S." and its like stand for the adjective."""
_ACTED = frozenset(
    ("backed", "drafted", "brokered", "sponsored", "supported", "imposed", "mediated", "occupied", "allied", "friendly", "made")
)
_LONGEST = 3
"""Words in the longest role, as "vice president of" is not one."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role as written at `span`. `head` is its noun in the singular and small letters, `sort` the noun's class.

    `qualifiers` are the other words of the phrase in small letters: two roles are one only where these agree.
    """

    span: Span
    text: str
    head: str
    sort: str
    qualifiers: frozenset[str]
    affiliation: str | None = None
    country: str | None = None
    gender: str | None = None
    plural: bool = False


def ends_head(word: str, lexicon: Lexicon) -> bool:
    """Whether what a phrase's noun is ends before this word; an acronym ("WHO") never ends it, a legislator's label does."""
    if LABEL.match(word):
        return True
    return word.lower() in lexicon.after_head and not (word.isupper() and len(word) > 1)


def role_at(words: Words, index: int, stop: int, lexicon: Lexicon) -> int:
    """How many words from `index` on make one role noun, at most up to `stop`; 0 if none."""
    for length in range(min(_LONGEST, stop - index), 0, -1):
        if length > 1 and any(words.gap(index + step) not in (" ", "\u00a0", "-") for step in range(1, length)):
            continue
        text = " ".join(words.texts[index : index + length]).lower()
        if text in lexicon.roles or (length == 1 and text in lexicon.short_titles):
            return length
        if singular(text) in lexicon.roles and not text.endswith("ss"):
            return length
    return 0


def read_role(words: Words, first: int, stop: int, lexicon: Lexicon) -> Role | None:
    """The role in the words from `first` up to `stop`: its noun is the last role noun before anything that says more of it.

    `None` where no noun there is a role.
    """
    at, noun, length = first, -1, 0
    while at < stop:
        text = words.texts[at]
        if at > first and (ends_head(text, lexicon) or not words.joined(at)):
            break
        found = role_at(words, at, stop, lexicon)
        if found:
            noun, length = at, found
            at += found
        else:
            at += 1
    if noun < 0 or (noun + length < min(at, stop) and noun + length != stop):
        return None
    while first < noun and words.texts[first].lower() in lexicon.determiners:
        first += 1
    affiliation, country, start = _before(words, first, noun, lexicon)
    if country is not None and studied(words, noun, lexicon):
        country = None
    after_affiliation, after_country, tail = _after(words, noun + length, lexicon)
    text = " ".join(words.texts[noun : noun + length]).lower()
    head = lexicon.short_titles.get(text) or (text if text in lexicon.roles else singular(text))
    qualifiers = frozenset(word.lower() for word in (*words.texts[first:noun], *tail))
    return Role(
        span=words.span(start, noun + length - 1),
        text=words.text[words.starts[start] : words.ends[noun + length - 1]],
        head=lexicon.same_role.get(head, head),
        sort=lexicon.roles.get(head, "office"),
        qualifiers=qualifiers,
        affiliation=affiliation or after_affiliation,
        country=country or after_country,
        gender=lexicon.role_gender.get(head) or lexicon.role_gender.get(text),
        plural=(head != text and text not in lexicon.short_titles)
        or (text.endswith(("men", "people")) and singular(text) != text),
    )


def studied(words: Words, noun: int, lexicon: Lexicon) -> bool:
    """Whether the country right before this noun is what somebody knows of, not whose he is: "a Norland expert"."""
    if noun >= len(words) or singular(words.texts[noun].lower()) not in _STUDENTS:
        return False
    sorts = ("names", "people") if words.texts[noun] == "studies" else ("names",)
    names = (words.text[words.starts[noun - length] : words.ends[noun - 1]] for length in range(1, min(3, noun) + 1))
    places = (lexicon.places.get(name) for name in names if not name.replace(".", "").isupper())
    return any(place is not None and place.sort in sorts for place in places)


def _before(words: Words, first: int, noun: int, lexicon: Lexicon) -> tuple[str | None, str | None, int]:
    """Affiliation, country, and the first word of the role proper."""
    origin = first
    while first < noun and not capitalised(words.texts[first]):
        first += 1
    caps = first
    while caps < noun and capitalised(words.texts[caps]) and words.texts[caps].lower() not in lexicon.modifiers:
        caps += 1
    while first < caps < noun and capitalised(words.texts[caps]) and words.texts[caps] in lexicon.body_words:
        caps += 1
    if caps == first:
        return None, None, origin
    affiliation, country, start = _capitals(words, first, caps, noun, lexicon)
    return affiliation, country, origin if origin < first else start


def _capitals(words: Words, first: int, caps: int, noun: int, lexicon: Lexicon) -> tuple[str | None, str | None, int]:
    """Affiliation, country and the rest's first word for the run of capitals from `first` to `caps` before the noun."""
    country = country_in(words, first, caps, lexicon)
    # A body's name may go on with words that also qualify roles: "Foreign Ministry".
    last = noun
    while last > caps and not (words.texts[last - 1] in lexicon.body_words and capitalised(words.texts[last - 1])):
        last -= 1
    caps = last if last > caps else caps
    place = place_of(words, first, caps, lexicon)
    if place == caps:
        return None, country, caps
    text = words.text[words.starts[first] : words.ends[caps - 1]]
    if place > first and caps - place and words.texts[caps - 1] not in lexicon.body_words and text not in lexicon.bodies:
        rest = words.text[words.starts[place] : words.ends[caps - 1]]
        return (rest if rest in lexicon.bodies else None), country, (caps if rest in lexicon.bodies else place)
    if text.lower() in lexicon.people or text in ("Democratic", "Republican"):
        return None, country, first
    body = lexicon.bodies.get(text)
    return text, country or (body.country if body else None), caps


def _after(words: Words, at: int, lexicon: Lexicon) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Affiliation and country from "of …", "for …", "at …" after the noun, and the words of that phrase."""
    if at >= len(words) or words.texts[at] not in ("of", "for", "at", "with", "in") or words.gap(at).strip():
        return None, None, ()
    first = at + 1
    if first < len(words) and words.texts[first] in ("the", "a", "an"):
        first += 1
    end = first
    while end < len(words) and end < first + 8 and (end == first or words.gap(end) in (" ", "\u00a0", "-")):
        word = words.texts[end]
        linked = word in ("of", "for", "and") and end > first and end + 1 < len(words) and capitalised(words.texts[end + 1])
        if not capitalised(word) and not linked:
            break
        end += 1
        if words.possessive[end - 1]:
            break
    if end == first or end > len(words):
        return None, None, ()
    country = country_in(words, first, end, lexicon)
    tail = tuple(words.texts[at:end])
    if end < len(words) and words.gap(end) in (" ", "\u00a0") and place_of(words, first, end, lexicon) == end:
        lower = end
        while lower < len(words) and lower < end + 4 and words.texts[lower].islower() and words.gap(lower) == " ":
            if lexicon.heads.get(words.texts[lower]) in ("government", "organisation"):
                return words.text[words.starts[first] : words.ends[lower]], country, tail
            if words.texts[lower] in lexicon.after_head:
                break
            lower += 1
        if lexicon.places.get(words.texts[end - 1]) and lexicon.places[words.texts[end - 1]].sort == "people":
            return None, None, tail
    if place_of(words, first, end, lexicon) == end:
        return None, (country if words.texts[at] != "in" else None), tail
    text = words.text[words.starts[first] : words.ends[end - 1]]
    body = lexicon.bodies.get(text)
    if words.texts[at] == "in" and not body:
        return None, None, tail
    return text, country or (body.country if body else None), tail


def place_of(words: Words, first: int, stop: int, lexicon: Lexicon) -> int:
    """The word after the country, people, capital or region that stands at `first`; `first` itself where none does."""
    for length in range(min(4, stop - first), 0, -1):
        if words.text[words.starts[first] : words.ends[first + length - 1]] in lexicon.places:
            return first + length
    return first


def acted(words: Words, at: int) -> bool:
    """Whether a hyphen and this word make of a country what it did for others: "U.S.-backed"."""
    return at < len(words) and words.texts[at] in _ACTED and words.gap(at) == "-"


def country_in(words: Words, first: int, stop: int, lexicon: Lexicon) -> str | None:
    """The one country that these words tell; `None` where they tell none or several."""
    found: set[str] = set()
    at = first
    while at < stop:
        after = place_of(words, at, stop, lexicon)
        if after > at:
            if not acted(words, after) and words.texts[after : after + 1] != ["County"]:
                found.add(lexicon.places[words.text[words.starts[at] : words.ends[after - 1]]].code)
            at = after
            continue
        for length in range(min(4, stop - at), 0, -1):
            body = lexicon.bodies.get(words.text[words.starts[at] : words.ends[at + length - 1]])
            if body and body.country:
                found.add(body.country)
                at += length - 1
                break
        at += 1
    return found.pop() if len(found) == 1 else None
