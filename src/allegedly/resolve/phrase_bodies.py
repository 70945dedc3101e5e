"""What a phrase is read as, and the phrases that name a body: one known by name, one that a noun leads up to, a body's noun."""

from __future__ import annotations

from dataclasses import dataclass, replace

from allegedly.model import SpeakerKind
from allegedly.resolve.bodies import BODY_KINDS, kind_of
from allegedly.resolve.called_names import agency, known_before, named_at, of_a_place, owned_name
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Named
from allegedly.resolve.plurals import half_named
from allegedly.resolve.roles import Role, country_in, place_of
from allegedly.resolve.words import Words, capitalised, from_capital, singular

LINKS = ("of", "for", "and", "the", "on", "to", "against", "&")
"""Small words that a body's name holds."""
_PARTS_OF_MEDIA = frozenset(
    ("mainstream", "liberal", "conservative", "corporate", "legacy", "establishment", "news", "elite", "biased", "dishonest")
)
"""Which outlets somebody means who means many of them at once."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase as read: `first` to `head` are the words of its core, `name` what it names where it names a body."""

    kind: SpeakerKind
    first: int
    head: int
    name: str | None = None
    role: Role | None = None
    country: str | None = None
    affiliation: str | None = None
    named: Named | None = None
    definite: bool = False
    number: int | None = None


def told_apart(words: Words, at: int) -> bool:
    """Whether the word behind "people" says which are meant: "people who doubt it", "people worrying about it"."""
    return at < len(words) and words.joined(at) and (words.texts[at] in ("who", "that") or words.texts[at].endswith("ing"))


def all_media(words: Words, first: int, head: int) -> bool:
    """Whether the phrase is all outlets of a country or a side, none of them by name: "the mainstream media", "the press"."""
    led = {text.lower() for text in words.texts[first + 1 : head]}
    return words.texts[head] in ("media", "press") and words.texts[first].lower() == "the" and led <= _PARTS_OF_MEDIA


def many_firms(words: Words, first: int, head: int, lexicon: Lexicon) -> bool:
    """Whether the phrase is several businesses without a name, or a trade or a following: "Insurers", "big banks"."""
    if words.texts[head] in ("industry", "machine"):
        return True
    one = singular(words.texts[head].lower())
    capitals = any(capitalised(words.texts[at]) for at in range(first + 1, head + 1))
    return one in lexicon.businesses and one != words.texts[head].lower() and not capitals


def people_follow(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the next words end with a plural of people: "11 senators", "angry parents"."""
    for at in range(first, min(first + 4, stop)):
        one = singular(words.texts[at].lower())
        if one != words.texts[at].lower() and (one in lexicon.roles or one in lexicon.people):
            return True
        if not words.joined(at) and at > first:
            return False
    return False


def known_body(words: Words, start: int, head: int, name: str, definite: bool, lexicon: Lexicon) -> Phrase | None:
    """A body, a state or a people known by name."""
    half = half_named(words, head, lexicon) if start == head else None
    if half is not None:
        return Phrase(SpeakerKind.STATE, start, head, name=half.name, country=half.code, definite=definite)
    body = lexicon.bodies.get(name)
    if body is not None:
        state = body.sort == "seat" and body.country
        title = _state_name(body.country, lexicon) if state and body.country else name
        return Phrase(BODY_KINDS[body.sort], start, head, name=title, country=body.country, definite=definite)
    place = lexicon.places.get(name)
    if place is None or place_of(words, start, head + 1, lexicon) != head + 1:
        return None
    if place.sort == "people":
        one = definite and words.gap(start) == " " and singular(name) == name and not name.endswith(("ish", "ch", "ese", "ss"))
        return Phrase(
            SpeakerKind.UNNAMED_PERSON if one else SpeakerKind.UNNAMED_GROUP, start, head, country=place.code, definite=definite
        )
    if place.sort == "regions":
        return Phrase(SpeakerKind.GOVERNMENT, start, head, name=name, country=place.code, definite=definite)
    return Phrase(SpeakerKind.STATE, start, head, name=place.name, country=place.code, definite=definite)


def qualified_body(words: Words, start: int, head: int, definite: bool, lexicon: Lexicon) -> Phrase | None:
    """A body known by name behind words in small letters that say more of it: "the presidential Blue House"."""
    lead = head - 1
    while lead >= start and not words.texts[lead].islower():
        lead -= 1
    if lead < start or lexicon.heads.get(words.texts[lead]) is not None or words.texts[lead] in LINKS:
        return None
    body = lexicon.bodies.get(words.text[words.starts[lead + 1] : words.ends[head]])
    if body is None or body.sort not in ("government", "organisation"):
        return None
    name = words.text[words.starts[lead + 1] : words.ends[head]]
    country = body.country or country_in(words, start, head + 1, lexicon)
    return Phrase(BODY_KINDS[body.sort], start, head, name=name, country=country, definite=definite)


def led_body(words: Words, start: int, plain: Phrase, name: str, lexicon: Lexicon) -> Phrase:
    """The body whose name a noun in small letters leads up to: "the Norwegian newspaper Dagen"."""
    lead = plain.head - 1
    while lead >= start and not words.texts[lead].islower():
        lead -= 1
    noun = lexicon.heads.get(words.texts[lead]) if lead >= start else None
    if lead >= start and noun is None and lexicon.heads.get(singular(words.texts[lead])) in ("organisation", "outlet"):
        return plain
    if noun not in ("organisation", "outlet", "government"):
        lean = start < plain.head and words.texts[start].endswith(("-leaning", "-wing", "-based", "-backed", "-funded", "-owned"))
        opening = max(start + lean, from_capital(words, start, plain.head))
        name = words.text[words.starts[opening] : words.ends[plain.head]]
        return replace(plain, kind=kind_of(name, lexicon), name=without_article(name))
    own = words.text[words.starts[lead + 1] : words.ends[plain.head]]
    body = lexicon.bodies.get(own)
    country = plain.country if words.texts[lead] != "affiliate" else None  # the network may be of another country
    country = country or (body.country if body is not None else None)
    return replace(plain, kind=BODY_KINDS[body.sort if body is not None else noun], name=own, country=country)


def body_noun(
    words: Words,
    start: int,
    first: int,
    head: int,
    noun: str,
    country: str | None,
    definite: bool,
    number: int | None,
    lexicon: Lexicon,
) -> Phrase:
    """ "The Kaleva ministry", "his campaign": a body, named where a capital stands in the phrase."""
    plural = singular(words.texts[head].lower()) != words.texts[head].lower() and words.texts[head].lower() not in (
        "authorities",
        "forces",
    )
    opening = first if start == first and owned_name(words, first, head, lexicon) else first + 1
    proper = next((at for at in range(start, head + 1) if at >= opening and named_at(words, at)), None)
    if (
        proper is None
        and start == first
        and head > first
        and capitalised(words.texts[first])
        and words.sentence(words.starts[first]) >= 0
    ):
        proper = None if words.texts[first].lower() in ("state", "local", "federal", "national") else first
    placed = proper is not None and place_of(words, proper, head, lexicon) == head and not capitalised(words.texts[head])
    if placed and noun == "organisation" and words.texts[head].lower() not in ("campaign", "team", "branch", "chapter"):
        proper = None
    unnamed = words.texts[first].lower() in ("a", "an", "another", "one") and words.texts[head].islower()
    named = proper is not None and not plural and not unnamed
    own = words.text[words.starts[proper] : words.ends[head]] if named and proper is not None else None
    if own is not None and noun == "outlet" and words.texts[head].islower() and proper is not None:
        owner = any(words.possessive[at] for at in range(proper, head))
        capitals = all(capitalised(words.texts[at]) for at in range(proper, head)) and not placed
        capitals = capitals and words.texts[head] not in lexicon.outlets
        own = None if owner else words.text[words.starts[proper] : words.ends[head - 1]] if capitals else own
        own = agency(words, start, head, lexicon) or own
    if not plural and not unnamed:
        known = known_before(words, proper, head, lexicon) if proper is not None else None
        own = known or own or of_a_place(words, head, lexicon)
    states = plural and words.texts[head] in ("countries", "nations")
    kind = SpeakerKind.STATE if states else BODY_KINDS[noun]
    return Phrase(kind, first, head, name=own, country=country, definite=definite, number=number)


def _state_name(code: str, lexicon: Lexicon) -> str:
    return next((place.name for place in lexicon.places.values() if place.code == code), code)


def without_article(name: str) -> str:
    """A body's name without the article before it."""
    return name[4:] if name.startswith(("the ", "The ")) else name
