"""Where the content of a cue stands, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.attribute.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CONTRACTED,
    CUE,
    DETERMINER,
    FINITE,
    ING,
    MARK,
    MEDIUM,
    NOMINATIVE,
    NUMBER,
    OBJECT,
    PAST,
    PREPOSITION,
    QUESTION,
    SUBJECT,
    THIRD,
    TIME,
    TIME_OPENER,
    VERBAL,
)  # fmt: skip
from allegedly.attribute.noun_phrases import Range, phrase_after
from allegedly.attribute.subjects import subject_before
from allegedly.attribute.words import Words

_DASHES = frozenset(("—", "–", "--", "-", "―", ";"))
_OUTER = frozenset(("while", "when", "because", "after", "before", "during", "although", "though", "if", "since"))
_ENDS = frozenset(("but", "while", "although", "though", "whereas"))


@dataclass(frozen=True, slots=True)
class Content:
    """The tokens of a content, and by which pattern it was found; `quotation`: the number of the quotation it is, or -1."""

    first: int
    last: int
    pattern: str
    quotation: int = -1


def has_finite(w: Words, first: int, last: int) -> bool:
    """Whether a finite verb seems to stand among the tokens `[first, last)`."""
    for n in range(first, last):
        bits = w.bits[n]
        if bits & (AUXILIARY | FINITE | CONTRACTED | NOMINATIVE):
            return True
        if bits & VERBAL and n > first and not w.bits[n - 1] & DETERMINER:
            return True
    return False


def is_form(w: Words, place: int, form: int) -> bool:
    """Whether the token at `place` is this form of a cue verb."""
    return bool(w.bits[place] & CUE) and any(bits & form for _, bits in w.lexicon.verbs[w.lower[place]])


def content_end(w: Words, first: int, limit: int, cue_quote: int) -> int:
    """The end of a content that opens at `first`: the sentence's end, or where another clause plainly begins."""
    depth = 0
    for n in range(first, limit):
        word = w.lower[n]
        if cue_quote >= 0 and w.quote[n] != cue_quote:
            return n
        if word == "(":
            depth += 1
        elif word == ")":
            if not depth:
                return n
            depth -= 1
        elif depth or w.quote[n] != cue_quote:
            continue
        elif _cut(w, n, first, limit):
            return n
    return limit


def _cut(w: Words, place: int, first: int, limit: int) -> bool:
    """Whether a mark or "and" at `place` ends the content that opens at `first`."""
    word = w.lower[place]
    if word in _DASHES:
        return place > first
    if place + 1 >= limit:
        return False
    if word == ":":
        return w.quote[place + 1] != w.quote[place]
    if word == ",":
        return _leaves(w, place + 1, limit)
    return word in ("and", "but") and place > first and _another_verb(w, place + 1, limit)


def noun_end(w: Words, first: int, limit: int, cue_quote: int) -> int:
    """The end of a content that is a noun phrase with what belongs to it: at a comma that no list needs, at a time."""
    end = content_end(w, first, limit, cue_quote)
    for n in range(first + 1, end):
        word = w.lower[n]
        if w.quote[n] != cue_quote:
            continue
        if (word == "," and not _listed(w, n + 1, end)) or word in _OUTER:
            return n
        if n + 1 < end and w.bits[n + 1] & TIME and w.capital[n + 1] and w.bits[n] & PREPOSITION:
            return n
        if w.bits[n] & TIME and w.capital[n] and not w.bits[n - 1] & (DETERMINER | PREPOSITION):
            return n
    return end


def _listed(w: Words, place: int, limit: int) -> bool:
    """Whether a comma parts the members of a list: "and" or another comma follows soon, and no verb before it."""
    for n in range(place, min(limit, place + 7)):
        if w.lower[n] in ("and", "or"):
            return n + 1 < limit and not has_finite(w, n + 1, min(limit, n + 5))
        if w.bits[n] & (VERBAL | NOMINATIVE | QUESTION) and not w.capital[n]:
            return False
    return False


def _leaves(w: Words, place: int, limit: int) -> bool:
    """Whether what stands after a comma is no longer content: an adversative clause, a participle of saying, a source."""
    word = w.lower[place]
    if word in _ENDS:
        return True
    if place + 1 < limit and w.bits[place] & ADVERB and not w.bits[place] & CUE:
        return is_form(w, place + 1, ING)
    if is_form(w, place, ING) or w.follows(place, ("according", "to"), limit):
        return True
    if word == "and" and place + 1 < limit and (is_form(w, place + 1, ING) or _says_within(w, place + 1, limit, joined=True)):
        return True
    return _says_within(w, place, limit)


def _says_within(w: Words, place: int, limit: int, joined: bool = False) -> bool:
    """Whether "Ann Vesk said" and a mark stand here: the cue of another pattern."""
    for n in range(place, min(limit, place + 8)):
        if is_form(w, n, PAST | THIRD) and n > place:
            after = w.lower[n + 1] if n + 1 < limit else "."
            found = subject_before(w, n, place) if joined or after in (",", ".") else None
            return found is not None and found[0] == place
        if w.bits[n] & MARK:
            return False
    return False


def _another_verb(w: Words, place: int, limit: int) -> bool:
    while place < limit and w.bits[place] & ADVERB and not w.bits[place] & CUE:
        place += 1
    return place + 1 < limit and is_form(w, place, PAST) and not w.bits[place + 1] & (PREPOSITION | MARK | AUXILIARY)


def skip_adjuncts(w: Words, place: int, limit: int) -> int:
    """The first token after expressions of time, place and medium that stand between a cue and its content."""
    for _ in range(6):
        if place >= limit:
            break
        bits, word = w.bits[place], w.lower[place]
        if (bits & TIME and not bits & DETERMINER) or (bits & TIME_OPENER and place + 1 < limit and w.bits[place + 1] & TIME):
            place += 1
            while place < limit and w.bits[place] & (TIME | NUMBER):
                place += 1
        elif bits & ADVERB and not bits & (DETERMINER | SUBJECT) and word not in ("there", "here", "all"):
            place += 1
        elif word in w.lexicon.media_prepositions:
            end = _after_medium(w, place, limit)
            if end is None:
                break
            place = end
        elif word == ",":
            end = _inserted(w, place, limit)
            if end is None:
                break
            place = end
        else:
            break
    return place


def _after_medium(w: Words, place: int, limit: int) -> int | None:
    """The token after a phrase like "in an interview with the Herald" or "on Monday"."""
    end = None
    for n in range(place + 1, min(limit, place + 7)):
        if w.bits[n] & (MEDIUM | TIME) or (w.bits[n] & NUMBER and len(w.lower[n]) == 4 and n == place + 1):
            end = n + 1
        elif w.bits[n] & (MARK | PREPOSITION | AUXILIARY | NOMINATIVE) or w.lower[n] == "that":
            break
    while end is not None and end + 1 < limit and w.lower[end] in ("with", "of", "to", "from", "for", "in", "at", "on", "about"):
        further = phrase_after(w, end + 1, limit)
        if further is None or (further < limit and w.bits[further] & (AUXILIARY | FINITE)):
            break
        end = further
    return end


def _inserted(w: Words, place: int, limit: int) -> int | None:
    """The token after an insertion between commas, where the content plainly follows it."""
    if place + 1 >= limit or (not w.bits[place + 1] & (PREPOSITION | ADVERB | TIME) and not w.lower[place + 1].endswith("ing")):
        return None
    for n in range(place + 2, min(limit, place + 18)):
        if w.quote[n] != w.quote[place]:
            return None
        if w.lower[n] == ",":
            follows = n + 1 < limit and (w.lower[n + 1] == "that" or (w.quote[n + 1] >= 0 and w.quote[n + 1] != w.quote[place]))
            return (n + 1 if w.lower[n + 1] == "that" else n) if follows else None
    return None


def content_after(w: Words, place: int, limit: int, takes: frozenset[str], cue_quote: int) -> Content | None:
    """The content that stands at `place`, right after a cue that `takes` these; `None` where none does."""
    if place >= limit:
        return None
    quoted = _quoted_at(w, place, limit, cue_quote)
    if quoted is not None and ("quote" in takes or w.lower[place] not in (",", ":")):
        return _quotation(w, quoted, limit, w.lower[place] in (",", ":"), takes, cue_quote)
    bits, word = w.bits[place], w.lower[place]
    end = content_end(w, place, limit, cue_quote)
    if end - place < 1:
        return None
    if word == "that" and takes & {"that", "clause"} and end - place > 2:
        return Content(place, end, "that")
    if bits & QUESTION and word not in ("if", "who", "which", "whose") and takes & {"wh", "that"} and end - place > 2:
        return Content(place, end, "wh")
    if word in ("if", "who", "which") and "wh" in takes:
        return Content(place, end, "wh")
    if word == "to" and "to" in takes and end - place > 1:
        return Content(place, end, "to")
    if "clause" in takes and _opens_clause(w, place, end, "noun" in takes):
        return Content(place, end, "clause")
    if "noun" in takes and _opens_noun(w, place):
        return Content(place, noun_end(w, place, limit, cue_quote), "noun")
    return None


def _quoted_at(w: Words, place: int, limit: int, cue_quote: int) -> int | None:
    """The number of the quotation that opens at `place`, a comma, colon or "that" aside."""
    if w.lower[place] in (",", ":", "that") and place + 1 < limit:
        place += 1
    if w.quote[place] < 0 or w.quote[place] == cue_quote or (place and w.quote[place - 1] == w.quote[place]):
        return None
    return w.quote[place]


def _quotation(w: Words, number: int, limit: int, marked: bool, takes: frozenset[str], cue_quote: int) -> Content | None:
    """A quotation as content, with what follows it in the sentence where it is only part of a clause."""
    fragments = w.quotations[number].fragments
    first, last = w.at(fragments[0].start), w.at(fragments[-1].end)
    if w.lower[first - 1] == "that" and not marked:
        first -= 1
    ended = last - 2 > first and w.lower[last - 2] in (".", "!", "?", ",", "…", "...")
    if marked or len(fragments) > 1 or (ended and w.lower[last - 2] != ",") or last >= limit:
        return Content(first, last, "quote", number) if marked or "quote" in takes else Content(first, last, "noun", number)
    end = max(content_end(w, last, limit, cue_quote), last)
    return Content(first, end, "part", number)


def _opens_clause(w: Words, place: int, end: int, noun_too: bool) -> bool:
    bits = w.bits[place]
    if (
        end - place < 3
        or (bits & (MARK | OBJECT) and w.lower[place] not in ("$", "("))
        or (bits & (PREPOSITION | CONJUNCTION) and not w.capital[place])
    ):
        return False
    if bits & (NOMINATIVE | CONTRACTED):
        return True
    comma = end
    if noun_too:
        comma = next((n for n in range(place + 1, end) if w.lower[n] == ","), end)
    return has_finite(w, place + 1, comma) or (bool(bits & PREPOSITION) and has_finite(w, comma, end))


def _opens_noun(w: Words, place: int) -> bool:
    bits = w.bits[place] & ~NOMINATIVE if w.lower[place] == "it" else w.bits[place]
    if bits & (MARK | CONJUNCTION | AUXILIARY | NOMINATIVE | CONTRACTED | TIME):
        return False
    return not bits & (PREPOSITION | ADVERB) or bool(bits & DETERMINER)


def clause_before(w: Words, last: int, lowest: int) -> Range | None:
    """The clause that ends before token `last`, as the content of "…, officials said"; `None` where there is no clause."""
    first = last
    while first > lowest:
        if w.quote[first - 1] == w.quote[last - 1] and w.lower[first - 1] in (*_DASHES, ":", "“", "”"):
            break
        first -= 1
    if first < last and w.lower[first] in ("and", "but", "so", "yet", "or", "still") and w.bits[first] & (CONJUNCTION | ADVERB):
        first += 1
    return (first, last) if last - first > 2 and has_finite(w, first, last) else None
