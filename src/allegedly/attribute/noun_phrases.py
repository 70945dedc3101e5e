"""Finds noun phrases without a parser: who stands before a verb, who stands after it."""

from __future__ import annotations

from allegedly.attribute.lexicon import (
    ADVERB, AUXILIARY, CONJUNCTION, CONTRACTED, CUE, DETERMINER, FINITE, JOINING, MARK, MEDIUM, NOMINATIVE, NUMBER, OBJECT,
    POSSESSIVE, PREPOSITION, QUESTION, RELATIVE, SUBJECT, SUBORDINATOR, TIME, TIME_OPENER, VERBAL,
)  # fmt: skip
from allegedly.attribute.words import Words

Range = tuple[int, int]
"""Tokens, half-open."""
_PAIRED = frozenset((",", "—", "–", "--", "-"))
_REACH = 45
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
    if opener & (DETERMINER | POSSESSIVE) and not (opener & NUMBER) or bits & (QUESTION | RELATIVE | SUBORDINATOR | CONJUNCTION):
        return None
    if bits & TIME and not w.lower[first] == "'s":
        return place if place > lowest and w.bits[place - 1] & DETERMINER else None
    if bits & ADVERB:
        return place if place > lowest and w.bits[place - 1] & (DETERMINER | POSSESSIVE) else None
    if bits & VERBAL and not w.capital[place] and not _modifies(w, place, lowest):
        return None
    return place


def _modifies(w: Words, place: int, lowest: int) -> bool:
    """Whether a word that looks like a verb stands inside a noun phrase: the accused man, two reported cases."""
    if place <= lowest:
        return w.capital[place]
    before = w.bits[place - 1]
    return bool(before & (DETERMINER | POSSESSIVE | NUMBER | PREPOSITION | ADVERB)) or w.lower[place - 1] == "'s" or not before & MARK and not w.capital[place - 1] and not before & (VERBAL | SUBJECT) and before & CUE == 0 and w.lower[place].endswith("s")


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
    border = first == lowest or bool(w.bits[first - 1] & (MARK | SUBORDINATOR | CONJUNCTION)) or w.lower[first - 1] in ("both", "that", "of")
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


def subject_before(w: Words, verb: int, lowest: int, reach: int | None = None) -> Range | None:
    """The subject of a verb group that opens at token `verb`, with its appositions; `None` where none is plain.

    What stands between marks before the verb belongs to the subject (Ann Vesk, a farmer, said), unless a preposition or an
    adverb opens it (Ann Vesk, on her channel, said). `reach`: where an insertion opened that hides the subject.
    """
    last, stop, inserted = (verb - 1, verb, False) if reach is None else (reach - 1, reach, True)
    for _ in range(6):
        if last < lowest or w.quote[last] != w.quote[verb]:
            return None
        word = w.lower[last]
        if w.bits[last] & TIME and last > lowest:
            last -= 1 + bool(last - 1 > lowest and w.bits[last - 1] & (PREPOSITION | TIME_OPENER))
            stop = last + 1
        elif word == ")":
            opening = _back_to(w, "(", last, lowest)
            if opening is None:
                return None
            last = opening - 1
        elif word in _PAIRED:
            opening = _back_to(w, word, last, lowest)
            if opening is None:
                last, stop = last - 1, min(stop, last)
                continue
            inner = w.bits[opening + 1]
            away = bool(inner & (PREPOSITION | ADVERB)) or w.lower[opening + 1].endswith("ing")
            stop = opening if away else min(stop, last)
            last, inserted = opening - 1, True
        else:
            break
    if last < lowest or w.quote[last] != w.quote[verb]:
        return None
    first = phrase_before(w, last, lowest)
    if first is None:
        return None
    if inserted and first > lowest and (w.bits[first - 1] & (PREPOSITION | VERBAL) or w.lower[first - 1].endswith("ing")):
        opening = _back_to(w, ",", first, lowest)
        return subject_before(w, opening + 1, lowest, opening) if opening is not None and reach is None else None
    return (_with_name(w, first, lowest) if inserted else first), stop


def _with_name(w: Words, first: int, lowest: int) -> int:
    """Takes in the name before an apposition that was taken for the subject: Ann Vesk, the author of it, who lives here."""
    while first - 2 >= lowest and w.lower[first - 1] == "," and (w.capital[first - 2] or w.bits[first - 2] & NUMBER):
        name = phrase_before_simple(w, first - 2, lowest)
        if name is None or (name > lowest and w.bits[name - 1] & PREPOSITION):
            break
        first = name
    return first


def _back_to(w: Words, mark: str, place: int, lowest: int) -> int | None:
    for before in range(place - 1, max(lowest, place - _REACH) - 1, -1):
        if w.lower[before] == mark and w.quote[before] == w.quote[place]:
            return before
    return None


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
    return place if place > first and not all(w.bits[n] & DETERMINER and not w.bits[n] & SUBJECT for n in range(first, place)) else None


def _continues(w: Words, place: int, first: int, limit: int) -> bool:
    bits, word = w.bits[place], w.lower[place]
    if w.quote[place] != w.quote[first] and place > first:
        return False
    if word == "'s" or bits & (DETERMINER | POSSESSIVE) and (place == first or w.bits[place - 1] & (PREPOSITION | DETERMINER) or word == "'s"):
        return True
    if bits & MARK:
        return word in ("&", "%", "$", "/") or (word in "'’" and w.lower[place - 1].endswith("s")) or (word == "$")
    if word in ("of", "for") and place > first:
        return place + 1 < limit
    if bits & (PREPOSITION | CONJUNCTION | AUXILIARY | NOMINATIVE | OBJECT | SUBORDINATOR | RELATIVE | QUESTION | CONTRACTED | DETERMINER):
        return False
    if bits & TIME and place > first and not w.bits[place - 1] & DETERMINER:
        return False
    if bits & TIME_OPENER and not w.capital[place] and place > first and place + 1 < limit and w.bits[place + 1] & TIME:
        return False
    if bits & (ADVERB | FINITE) and place > first and not w.capital[place]:
        return False
    return not (bits & VERBAL and place > first and not w.capital[place] and not w.bits[place - 1] & (DETERMINER | POSSESSIVE | PREPOSITION))


def subject_after(w: Words, first: int, limit: int) -> Range | None:
    """The subject that stands after its verb ("…," said Ann Vesk, a farmer from Orlec), its appositions with it."""
    end = phrase_after(w, first, limit)
    if end is None:
        return None
    end = _with_joined(w, end, limit)
    while end < limit:
        if w.lower[end] == "(":
            closing = next((n for n in range(end, min(limit, end + 12)) if w.lower[n] == ")"), None)
            if closing is None:
                break
            end = closing + 1
        elif w.lower[end] == "who" and end + 2 < limit and w.quote[end] == w.quote[first]:
            end = _apposition_end(w, end, limit)
        elif w.lower[end] == "," and end + 2 < limit and _apposition(w, end + 1, limit):
            end = _apposition_end(w, end + 1, limit)
        else:
            break
    return first, end


def _with_joined(w: Words, end: int, limit: int) -> int:
    """Takes in "and …" and the phrases that joining prepositions give, save those of place, time and medium."""
    while end + 1 < limit and w.quote[end] == w.quote[end - 1]:
        word = w.lower[end]
        if not (word in ("and", "&") or w.bits[end] & JOINING and word not in ("in", "on", "at", "to", "about", "under", "by")):
            break
        if word in ("and", "&") and not (w.capital[end + 1] or w.bits[end + 1] & (DETERMINER | POSSESSIVE)):
            break
        further = phrase_after(w, end + 1, limit)
        if further is None:
            break
        end = further
    return end


def _apposition(w: Words, first: int, limit: int) -> bool:
    bits, word = w.bits[first], w.lower[first]
    if word in ("who", "whose", "which", "of") or bits & (NUMBER | DETERMINER | POSSESSIVE):
        return True
    if bits & (MARK | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB | CUE | TIME | AUXILIARY | NOMINATIVE) or word.endswith("ing"):
        return False
    return w.quote[first] == w.quote[first - 1]


def _apposition_end(w: Words, first: int, limit: int) -> int:
    place = first
    while place < limit:
        word = w.lower[place]
        if w.quote[place] != w.quote[first] and not _short_quote(w, place):
            break
        if word in (",", ";", "—", "–", "--", "(") or (place > first and w.bits[place] & TIME and w.capital[place] and not w.bits[place - 1] & DETERMINER):
            break
        if place > first and w.lower[place] in w.lexicon.media_prepositions and _medium_follows(w, place, limit):
            break
        place += 1
    while place > first and w.bits[place - 1] & (MARK | PREPOSITION) and w.lower[place - 1] not in ")\"”''":
        place -= 1
    return max(place, first + 1)


def _short_quote(w: Words, place: int) -> bool:
    """Whether the quotation at a token is a title or nickname rather than speech."""
    fragments = w.quotations[w.quote[place]].fragments if w.quote[place] >= 0 else ()
    return len(fragments) == 1 and len(fragments[0]) < 60


def _medium_follows(w: Words, place: int, limit: int) -> bool:
    """Whether the preposition at `place` opens a phrase of medium or time: in an interview, on Monday."""
    for n in range(place + 1, min(limit, place + 5)):
        if w.bits[n] & (MEDIUM | TIME):
            return True
        if w.bits[n] & (PREPOSITION | MARK):
            return False
    return False
