"""The roles that stand beside a name: in small letters before it, as an apposition on either side of it."""

from __future__ import annotations

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.roles import Role, read_role, role_at
from allegedly.resolve.words import Words, capitalised

_OPENING = frozenset(("the", "a", "an", "his", "her", "its", "their"))


def role_before(words: Words, first: int, lexicon: Lexicon) -> int | None:
    """Where a role in small letters that leads up to the name at `first` begins."""
    if first == 0 or words.gap(first) not in (" ", "\u00a0") or words.possessive[first - 1]:
        return None
    last = words.texts[first - 1]
    if last.lower() not in lexicon.roles or capitalised(last):
        return None
    at = first - 1
    while at > 0 and first - at < 9 and words.gap(at) in (" ", "\u00a0", "-"):
        word = words.texts[at - 1]
        known = word.lower() in lexicon.modifiers or word.lower() in lexicon.roles or word in lexicon.body_words
        field = at > 1 and word.islower() and words.gap(at - 1) == " " and words.texts[at - 2] in lexicon.places
        if not known and not field and not (capitalised(word) and word not in lexicon.openers):
            break
        at -= 1
    return at


def role_apposed(words: Words, first: int, stop: int, lexicon: Lexicon) -> Role | None:
    """The role that the name stands behind as an apposition: "the mayor of Orlec, Anna Bell,"."""
    if first < 2 or words.gap(first) != ", " or words.text[words.ends[stop - 1] : words.ends[stop - 1] + 1] not in (",", "."):
        return None
    at = first - 1
    while at > 0 and first - at < 9 and words.joined(at) and words.texts[at].lower() not in _OPENING:
        at -= 1
    if words.texts[at].lower() not in _OPENING:
        return None
    role = read_role(words, at, first, lexicon)
    return None if role is None or role.plural else role


def role_after(words: Words, stop: int, lexicon: Lexicon) -> Role | None:
    """The role in an apposition behind the name: ", the mayor of Orlec," or ", who is a teacher"."""
    if stop >= len(words) or words.possessive[stop - 1] or words.gap(stop) != ", ":
        return None
    at = stop
    if words.texts[at].isdigit() and at + 1 < len(words) and words.gap(at + 1) == ", ":
        at += 1
    if words.texts[at] == "who" and at + 2 < len(words) and words.texts[at + 1] in ("is", "was", "heads", "chairs"):
        at += 2
        if words.texts[at] in ("now", "also", "then", "currently"):
            at += 1
    if at + 1 < len(words) and words.texts[at] in ("a", "an", "the", "one", "another", "his", "her", "their"):
        at += 1
    opening = words.texts[at] if at < len(words) else ""
    if not opening or opening in lexicon.after_head:
        return None
    if at == stop and not (capitalised(opening) or opening in lexicon.modifiers or role_at(words, at, len(words), lexicon)):
        return None
    end = at
    while end < len(words) and end < at + 12 and (end == at or words.joined(end)):
        if words.texts[end].lower() in lexicon.after_head and end > at and words.texts[end] != "of":
            break
        end += 1
    role = read_role(words, at, end, lexicon)
    return None if role is None or role.plural else role
