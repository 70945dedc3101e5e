"""Finds who speaks: the subject before a verb of saying, or after it."""

from __future__ import annotations

from allegedly.attribute.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    JOINING,
    MARK,
    MEDIUM,
    NOMINATIVE,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    THIRD,
    TIME,
    TIME_OPENER,
    VERBAL,
)
from allegedly.attribute.noun_phrases import Range, phrase_after, phrase_before, phrase_before_simple
from allegedly.attribute.words import Words

_PAIRED = frozenset((",", "—", "–", "--", "-"))
_REACH = 45


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
        if not (word in ("and", "&") or (w.bits[end] & JOINING and word not in ("in", "on", "at", "to", "about", "under", "by"))):
            break
        if word in ("and", "&") and not (w.capital[end + 1] or w.bits[end + 1] & (DETERMINER | POSSESSIVE)):
            break
        further = phrase_after(w, end + 1, limit)
        if further is None:
            break
        end = further
    return end


def _says(w: Words, place: int) -> bool:
    """Whether a verb of saying stands here: "…," said Vesk, who added that … is another attribution."""
    held = w.lexicon.verbs.get(w.lower[place], ()) if w.bits[place] & CUE else ()
    return any("quote" in verb.takes and "noun" not in verb.takes and form & (PAST | THIRD) for verb, form in held)


def _apposition(w: Words, first: int, limit: int) -> bool:
    bits, word = w.bits[first], w.lower[first]
    if word == "who" and _says(w, first + 1):
        return False
    if word in ("who", "whose", "which", "of") or bits & (NUMBER | DETERMINER | POSSESSIVE):
        return True
    if bits & (MARK | PREPOSITION | CONJUNCTION | SUBORDINATOR | ADVERB | CUE | TIME | AUXILIARY | NOMINATIVE) or word.endswith(
        "ing"
    ):
        return False
    return w.quote[first] == w.quote[first - 1]


def _apposition_end(w: Words, first: int, limit: int) -> int:
    place = first
    while place < limit:
        word = w.lower[place]
        if w.quote[place] != w.quote[first] and not _short_quote(w, place):
            break
        if word in (",", ";", "—", "–", "--", "(") or (
            place > first and w.bits[place] & TIME and w.capital[place] and not w.bits[place - 1] & DETERMINER
        ):
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
