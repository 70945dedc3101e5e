"""Finds noun phrases without a parser: what ends before a token, what opens at one."""

from __future__ import annotations

from allegedly.attribute.lexicon import (
    ADVERB,
    AUXILIARY,
    BASE,
    CONJUNCTION,
    CONTRACTED,
    CUE,
    DETERMINER,
    FINITE,
    JOINING,
    MARK,
    NOMINATIVE,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TIME_OPENER,
    VERBAL,
)  # fmt: skip
from allegedly.attribute.words import Words

Range = tuple[int, int]
"""Tokens, half-open."""
_STOPS = AUXILIARY | NOMINATIVE | CONTRACTED | FINITE | OBJECT
_NEVER_LAST = PREPOSITION | CONJUNCTION | AUXILIARY | OBJECT | SUBORDINATOR | CONTRACTED | POSSESSIVE | TIME


def nounish(w: Words, place: int) -> bool:
    """Whether a noun may end at this token."""
    bits = w.bits[place]
    if bits & (MARK | NUMBER):
        return bool(bits & NUMBER) or w.lower[place] in ("%", ")")
    return not bits & (_NEVER_LAST | DETERMINER | FINITE | ADVERB | NOMINATIVE | QUESTION)


def phrase_before(w: Words, last: int, lowest: int) -> int | None:
    """The first token of the noun phrase that ends with token `last`; `None` where none ends there."""
    bits = w.bits[last]
    if bits & (SUBJECT | RELATIVE):
        return None if w.lower[last] in ("there", "that", "what") else last
    if w.lower[last] == "'s" or not nounish(w, last):
        return None
    first = last
    coordinated = False
    while first > lowest and w.quote[first - 1] == w.quote[last]:
        step = _step_left(w, first, lowest, coordinated)
        if step is None:
            break
        coordinated = coordinated or w.lower[first - 1] in ("and", "&", "or")
        first = step
    while first < last and w.bits[first] & ADVERB and not w.capital[first]:
        first += 1
    return first


def _step_left(w: Words, first: int, lowest: int, coordinated: bool) -> int | None:
    """Where the phrase that now opens at `first` opens when what stands before it belongs to it; `None`: it does not."""
    place = first - 1
    bits, word = w.bits[place], w.lower[place]
    opener = w.bits[first]
    if word == "'s" or (word in "'’" and place > lowest and w.lower[place - 1].endswith("s")):
        return place - 1 if place > lowest else None
    if word in ("and", "&", "or"):
        return _coordinated(w, place, lowest)
    if word == "," and coordinated and place > lowest and nounish(w, place - 1):
        return phrase_before_simple(w, place - 1, lowest)
    if bits & (MARK | _STOPS):
        return None
    if bits & PREPOSITION:
        return _joined(w, place, lowest)
    if bits & (DETERMINER | POSSESSIVE):
        return None if word == "that" and place > lowest else place
    if opener & (DETERMINER | POSSESSIVE) and not opener & NUMBER:
        return None
    if bits & (QUESTION | RELATIVE | SUBORDINATOR | CONJUNCTION):
        return None
    if bits & TIME and w.lower[first] != "'s":
        return place if place > lowest and w.bits[place - 1] & DETERMINER else None
    if bits & ADVERB:
        return place if place > lowest and w.bits[place - 1] & (DETERMINER | POSSESSIVE) else None
    if bits & VERBAL and not w.capital[place] and not _base_only(w, place) and not _modifies(w, place, lowest):
        return None
    return place


def _base_only(w: Words, place: int) -> bool:
    """Whether a word is a cue verb's base form and no other, as nouns are too: campaign, state, report."""
    held = w.lexicon.verbs.get(w.lower[place], ())
    return bool(held) and all(form == BASE for _, form in held)


def _modifies(w: Words, place: int, lowest: int) -> bool:
    """Whether a word that looks like a verb stands inside a noun phrase: the accused man, two reported cases."""
    if place <= lowest:
        return w.capital[place]
    before = w.bits[place - 1]
    return (
        bool(before & (DETERMINER | POSSESSIVE | NUMBER | PREPOSITION | ADVERB))
        or w.lower[place - 1] == "'s"
        or (
            not before & MARK
            and not w.capital[place - 1]
            and not before & (VERBAL | SUBJECT)
            and before & CUE == 0
            and w.lower[place].endswith("s")
        )
    )


def _joined(w: Words, place: int, lowest: int) -> int | None:
    """The token before a preposition that joins two nouns: sources familiar WITH the matter, officials briefed ON it."""
    before = place - 1
    if before < lowest or not w.bits[place] & JOINING:
        return None
    bits = w.bits[before]
    if bits & VERBAL and w.lower[before].endswith("ed") and not w.capital[before]:
        return before - 1 if before > lowest and nounish(w, before - 1) and not w.bits[before - 1] & VERBAL else None
    if w.lower[place] == "of" and bits & (DETERMINER | NUMBER | SUBJECT):
        return before
    if not nounish(w, before) or bits & (FINITE | SUBJECT) or (bits & CUE and not _modifies(w, before, lowest)):
        return None
    return before


def _coordinated(w: Words, place: int, lowest: int) -> int | None:
    """Where the noun phrase before "and" opens, if one does and a clause border stands before it."""
    if place - 1 < lowest or not nounish(w, place - 1) or w.quote[place - 1] != w.quote[place]:
        return None
    first = phrase_before_simple(w, place - 1, lowest)
    if first is None:
        return None
    border = (
        first == lowest
        or bool(w.bits[first - 1] & (MARK | SUBORDINATOR | CONJUNCTION))
        or w.lower[first - 1] in ("both", "that", "of")
    )
    return first if border else None


def phrase_before_simple(w: Words, last: int, lowest: int) -> int | None:
    """As `phrase_before`, but without anything that a comma or "and" joins."""
    if not nounish(w, last) or w.lower[last] == "'s":
        return None
    first = last
    while first > lowest and w.lower[first - 1] not in ("and", "&", "or", ",") and w.quote[first - 1] == w.quote[last]:
        step = _step_left(w, first, lowest, False)
        if step is None:
            break
        first = step
    return first


def phrase_after(w: Words, first: int, limit: int) -> int | None:
    """The end of the noun phrase that opens at `first`, its of-phrases with it; `None` where none opens there."""
    if first >= limit:
        return None
    bits = w.bits[first]
    if bits & (SUBJECT | OBJECT) and not bits & DETERMINER:
        return first + 1
    if bits & (MARK | AUXILIARY | CONJUNCTION | PREPOSITION | TIME | CONTRACTED) or (bits & ADVERB and not bits & DETERMINER):
        return None
    place = first
    while place < limit and _continues(w, place, first, limit):
        place += 1
    return (
        place
        if place > first and not all(w.bits[n] & DETERMINER and not w.bits[n] & SUBJECT for n in range(first, place))
        else None
    )


def _continues(w: Words, place: int, first: int, limit: int) -> bool:
    bits, word = w.bits[place], w.lower[place]
    if w.quote[place] != w.quote[first] and place > first:
        return False
    if word == "'s" or (
        bits & (DETERMINER | POSSESSIVE) and (place == first or w.bits[place - 1] & (PREPOSITION | DETERMINER) or word == "'s")
    ):
        return True
    if bits & MARK:
        return word in ("&", "%", "$", "/") or (word in "'’" and w.lower[place - 1].endswith("s")) or (word == "$")
    if word in ("of", "for") and place > first:
        return place + 1 < limit
    if bits & (
        PREPOSITION | CONJUNCTION | AUXILIARY | NOMINATIVE | OBJECT | SUBORDINATOR | RELATIVE | QUESTION | CONTRACTED | DETERMINER
    ):
        return False
    if bits & TIME and place > first and not w.bits[place - 1] & DETERMINER:
        return False
    if bits & TIME_OPENER and not w.capital[place] and place > first and place + 1 < limit and w.bits[place + 1] & TIME:
        return False
    if bits & (ADVERB | FINITE) and place > first and not w.capital[place]:
        return False
    return not (
        bits & VERBAL
        and not _base_only(w, place)
        and place > first
        and not w.capital[place]
        and not w.bits[place - 1] & (DETERMINER | POSSESSIVE | PREPOSITION)
    )
