"""Whom a source names behind an office: in a body whose name holds small words, behind a field, behind a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.resolve.heads import ONE
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Named
from allegedly.resolve.roles import Role, read_role, role_at
from allegedly.resolve.words import Words, capitalised, singular

_AGENT = re.compile(r"^[a-z][a-z-]+(?:er|or|ist|ian|ee|eer|man|woman|star)$")
"""How a noun for what somebody does ends that no list holds."""
_APART = (", ", " , ", " - ", " – ", " — ", " -- ")
"""What stands between somebody's role and the name that goes with it."""
Titled = tuple[Named, Role | None]
"""Somebody who is named, and the office before the name."""
_SHORT = 3
"""Words before a name that are needed for a body with small words, or for two trades."""
_FOR_ANOTHER = frozenset(
    ("lawyer", "attorney", "adviser", "advisor", "aide", "agent", "strategist", "consultant", "doctor", "surrogate")
)
"""Who speaks or works for somebody, whose name stands behind "for"."""
_LINKS = ("of", "for", "and", "the", "on", "to", "against", "&")
"""Small words that a body's name holds."""


def officer_of(words: Words, first: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> Titled | None:
    """The one named behind an office in a body whose name holds small words: "Health and Human Services Secretary Anna Bell"."""
    item = next(
        (item for item in named if item.mention.sort == "person" and item.people and _led(words, first, item, lexicon)), None
    )
    if item is None or item.mention.stop > stop or item.mention.first - first < _SHORT or len(item.people) != 1:
        return None
    name = item.mention.first
    start = first + (words.texts[first].lower() in ("the", "then", "former"))
    office = next((at for at in range(name - 1, start, -1) if role_at(words, at, name, lexicon) != name - at), start) + 1
    texts = words.texts[start:office]
    links = [at for at in range(start, office) if words.texts[at] in _LINKS]
    led = all(words.joined(at) for at in range(start + 1, name)) and all(map(capitalised, words.texts[office:name]))
    if office >= name or not links or not led or not all(capitalised(text) or text in _LINKS for text in texts):
        return None
    whole = words.text[words.starts[start] : words.ends[office - 1]]
    before = words.text[words.starts[start] : words.ends[links[0] - 1]]
    apart = before in lexicon.bodies or before in lexicon.places
    if any(role_at(words, at, office, lexicon) for at in range(start, office)) or links[-1] == office - 1:
        return None
    if (
        words.texts[links[0]] == "and"
        and whole not in lexicon.bodies
        and (apart or any(one.mention.first < name for one in named if one.people))
    ):
        return None
    body = lexicon.bodies.get(whole)
    head = " ".join(words.texts[office:name]).lower()
    role = Role(
        words.span(office, name - 1),
        words.text[words.starts[office] : words.ends[name - 1]],
        lexicon.same_role.get(head, head),
        lexicon.roles.get(head, "office"),
        frozenset(),
        whole,
        body.country if body is not None else None,
    )
    return item, role


def of_campus(words: Words, first: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> Named | None:
    """The one named behind a school, its place and an office: "University of Norland, Orlec professor Anna Bell"."""
    if len(named) < 2 or named[0].mention.sort != "body" or named[0].mention.first > first + 1:
        return None
    item = next((one for one in named if one.mention.sort == "person" and len(one.people) == 1), None)
    place = named[0].mention.stop
    if item is None or place >= item.mention.first or words.gap(place) != ", " or not _led(words, place, item, lexicon):
        return None
    near = (
        capitalised(words.texts[place])
        and item.mention.first - place <= 5
        and all(words.joined(at) for at in range(place + 1, item.mention.first + 1))
    )
    return item if near and item.mention.stop <= stop and words.texts[item.mention.first - 1].islower() else None


def _led(words: Words, first: int, item: Named, lexicon: Lexicon) -> bool:
    """Whether a title stands right before the name."""
    at = item.mention.first
    return item.mention.titled or any(role_at(words, start, at, lexicon) == at - start for start in range(max(first, at - 3), at))


def _shown_before(item: Named, at: int) -> bool:
    return item.mention.first < at and any(person.shown for person in item.people)


def of_two_trades(words: Words, first: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> Titled | None:
    """The one person named behind two nouns: "actor and comedian Peter Dorn", "tax and trade lawyer Anna Bell"."""
    full = [one for one in named if one.people and one.mention.stop - one.mention.first > 1]
    item = next((one for one in full if not one.mention.possessive and one.mention.sort == "person"), None)
    if item is None or item.mention.first - first < _SHORT or item.mention.stop > stop:
        return None
    name = item.mention.first
    joint = next((at for at in range(first + 1, name - 1) if words.texts[at] == "and"), None)
    if joint is None or len(item.people) != 1 or not all(words.joined(at) for at in range(first + 1, name)):
        return None
    right = words.texts[joint + 1 : name]
    led = words.texts[first].lower() in lexicon.determiners
    office = next((at for at in range(joint + 1, name) if role_at(words, at, name, lexicon) == name - at), None)
    if office is None and _AGENT.search(right[-1]) and not led and len(right) < 4 and words.texts[joint - 1].islower():
        first_trade = read_role(words, first, joint, lexicon)  # "strategist and sponsor": no list holds the second
        return (item, first_trade) if first_trade is not None and not first_trade.plural else None
    if office is None or any(word.lower() in lexicon.determiners for word in right) or (led and not right[-1].islower()):
        return None
    trade = any(role_at(words, at, joint, lexicon) == joint - at for at in range(first, joint))
    trade = trade or (joint - first > 1 and not led and bool(_AGENT.search(words.texts[joint - 1])))
    field = joint - first == 1 and right[0].islower() and office > joint + 1
    if led and words.texts[first].lower() in ("a", "an", "one", "two", "his", "her", "their", "some"):
        return None
    known = words.texts[first] in lexicon.bodies or words.texts[first] in lexicon.places
    left = words.text[words.starts[first] : words.ends[joint - 1]]
    apart = known or left in lexicon.bodies or left in lexicon.places or any(_shown_before(one, joint) for one in full)
    firm = joint - first > 1 and not apart and all(map(capitalised, (*words.texts[first:joint], right[0])))
    if not (trade or (field and not known) or (firm and right[-1].islower())):
        return None
    return item, read_role(words, office, name, lexicon)


def apposed(words: Words, first: int, head: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> Named | None:
    """The name in "the head of the office, Anna Bell,": a person named right after a comma behind a role."""
    role = read_role(words, first, head + 1, lexicon)
    if role is None:
        return _called(words, first, head, stop, named, lexicon)
    if role.plural:
        return None
    for item in named:
        alone = item.mention.sort == "single" and item.mention.stop == stop and words.gap(item.mention.first) == ", "
        if alone and item.mention.first == head + 1 and role.sort == "person" and len(item.people) == 1:
            return item if lexicon.given.get(words.texts[head + 1]) else None
        if item.mention.first > head and item.mention.sort in ("person", "weak") and item.people:
            opening = item.mention.first
            between = words.texts[head + 1 : opening]
            if words.gap(opening) == ") " and words.text[words.starts[first] - 1 : words.starts[first]] == "(":
                return item if len(item.people) == 1 else None
            if (
                item.mention.stop == stop
                and item.mention.sort == "person"
                and words.joined(opening)
                and between
                and between[0] in ("of", "for", "to", "at")
                and len(between) < 7
            ):
                led = all(word[0].isupper() or word in ("of", "for", "to", "at", "the", "and") for word in between)
                titles = lexicon.roles.keys() | lexicon.short_titles.keys()
                own = (capitalised(words.texts[head]) or between[0] != "for") and len(between) > 1
                own = own and not any(word.lower() in titles for word in between)
                return item if led and own and len(item.people) == 1 else None
            titled = words.within(item.mention.opens, item.mention.span.end).start
            if words.gap(titled) in _APART and head < titled and opening - head <= 8 and len(item.people) == 1:
                return item
            return None
    return None


def fielded(words: Words, first: int, head: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> Named | None:
    """The name right behind an office and its field in small letters: "professor of law Anna Bell"."""
    role = read_role(words, first, head + 1, lexicon)
    field = words.texts[head + 1 : head + 2]
    if role is None or role.plural or role.sort not in ("office", "work", "military") or field not in (["of"], ["for"]):
        return None
    if words.texts[first].lower() in ("a", "an", "another", "one") or role.head in _FOR_ANOTHER:
        return None
    for item in named:
        mention = item.mention
        if mention.first > head + 2 and item.people:
            between = words.texts[head + 2 : mention.first]
            plain = all(word.islower() and word not in lexicon.determiners and word not in lexicon.roles for word in between)
            whole = mention.stop == stop or words.text[words.ends[mention.stop - 1]] in ",("
            near = len(between) < 5 and words.joined(mention.first) and words.gap(mention.first) == " "
            named_in_full = mention.stop - mention.first > 1 and mention.sort == "person" and len(item.people) == 1
            return item if plain and whole and near and named_in_full else None
    return None


def _called(words: Words, first: int, head: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> Named | None:
    """The name that alone follows a noun which no list holds: "the sub-dean, Anna Bell"."""
    noun = words.texts[head].lower()
    led = words.texts[first].lower() in (*ONE, "his", "her", "their", "its", "my", "our")
    small = words.texts[head].islower() and head > first and led
    if not small or noun_class(words, first, head, lexicon) is not None or singular(noun) != noun:
        return None
    for item in named:
        mention = item.mention
        if mention.first > head and mention.sort in ("person", "weak") and len(item.people) == 1:
            whole = mention.stop == stop and mention.stop - mention.first > 1 and not mention.possessive
            return item if whole and words.text[words.ends[head] : mention.opens] == ", " else None
    return None


def noun_class(words: Words, start: int, head: int, lexicon: Lexicon) -> str | None:
    """The class of the phrase's noun: of its last two words where they make one, else of the last."""
    lower = words.texts[head].lower()
    pair = f"{words.texts[head - 1].lower()} {lower}" if head > start else lower
    for word in (pair, singular(pair), lower, singular(lower)):
        found = lexicon.heads.get(word)
        if found:
            return found
    return "group" if lower in lexicon.people or singular(lower) in lexicon.people else None
