"""People whom an article names by what they are only: "the mayor", "a neighbour"."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.resolve.candidate import Candidate
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.mention import Mention
from allegedly.resolve.roles import read_role
from allegedly.resolve.words import Words, capitalised

_ONE = frozenset(("a", "an", "the", "one", "another", "this", "that", "his", "her", "my", "its", "their"))


def find_nominal(words: Words, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """One candidate for each phrase of a determiner and a role noun in the singular that stands for no named person."""
    roles = lexicon.roles
    names = {mention.first for mention in mentions if mention.sort in ("person", "weak")}
    taken = {role.span.end for mention in mentions for role in (mention.role, mention.apposed) if role is not None}
    found: list[Candidate] = []
    for at, text in enumerate(words.texts):
        if text not in roles or text in lexicon.people or words.ends[at] in taken or words.possessive[at]:
            continue
        following = at + 1
        if following < len(words) and words.gap(following) == " ":
            after = words.texts[following]
            if after in roles or (capitalised(after) and after not in lexicon.openers):
                continue
        if _names_follow(words, following, names):
            continue
        first = at
        while first > 0 and at - first < 5 and words.gap(first) in (" ", "\u00a0", "-"):
            before = words.texts[first - 1]
            if before.lower() in _ONE:
                first -= 1
                break
            if before.lower() not in lexicon.modifiers and not capitalised(before):
                break
            first -= 1
        if words.texts[first].lower() not in _ONE or first == at:
            continue
        role = read_role(words, first, at + 1, lexicon)
        if role is not None and not role.plural:
            found.append(Candidate(words.starts[first], words.ends[at], role.gender, None, role, True))
    return tuple(found)


def _names_follow(words: Words, at: int, names: set[int]) -> bool:
    """Whether the phrase goes on to a comma and a name right behind it: "the minister in question, Anna Bell"."""
    for place in range(at, min(at + 7, len(words))):
        if words.gap(place) == ", ":
            return place in names
        if not words.joined(place):
            return False
    return False
