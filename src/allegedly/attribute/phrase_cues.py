"""Attributions that phrases, adverbs, adjectives and nouns give."""

from __future__ import annotations

from allegedly.attribute.contents import content_after, content_end, has_finite, noun_end, skip_adjuncts
from allegedly.attribute.found import Found
from allegedly.attribute.lexicon import (
    ADVERB,
    AUXILIARY,
    BEING,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    MARK,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    Meaning,
)  # fmt: skip
from allegedly.attribute.noun_phrases import Range, phrase_before_simple
from allegedly.attribute.subjects import subject_after, subject_before
from allegedly.attribute.words import Words
from allegedly.model import Certainty, Kind, Span

_REPORTED = Meaning(Kind.ASSERTION, Certainty.REPORTED)


def phrase_cues(w: Words, lowest: int, limit: int) -> list[Found]:
    """The attributions that phrases like "according to" and words of seeming give in the sentence `[lowest, limit)`."""
    found: list[Found] = []
    for n in range(lowest, limit):
        word = w.lower[n]
        one = None
        if w.quote[n] >= 0:
            continue
        if word in w.lexicon.phrase_openers:
            one = _phrase(w, n, lowest, limit)
        elif word in w.lexicon.seeming:
            one = _seeming(w, n, lowest, limit)
        elif word in w.lexicon.hearsay:
            one = _hearsay(w, n, lowest, limit)
        elif word in w.lexicon.adjectives:
            one = _adjective(w, n, lowest, limit)
        elif word in w.lexicon.light_nouns:
            one = _light(w, n, lowest, limit)
        if one is None and word in w.lexicon.nouns:
            one = _noun(w, n, lowest, limit)
        if one is not None:
            found.append(one)
    return found


def _phrase(w: Words, place: int, lowest: int, limit: int) -> Found | None:
    """According to S, C; C, according to S."""
    for words in w.lexicon.phrases:
        if w.follows(place, words, limit):
            break
    else:
        return None
    first = place + len(words)
    before = [n for n in range(lowest, place) if not w.bits[n] & (MARK | ADVERB | CONJUNCTION)]
    source = _named(w, first, limit) if before else _named_first(w, first, limit)
    if source is None:
        return None
    span = w.trimmed(*source)
    if span is None:
        return None
    cue, own = (w.span(place, first),), w.quote[place]
    after = _comma_after(w, source[1], limit)
    if not before:
        if after is None:
            return None
        end = content_end(w, after + 1, limit, own)
        content = w.trimmed(after + 1, end)
        return Found((span,), cue, [content], place, "according first", _REPORTED) if content else None
    opening = _clause_opening(w, place, lowest)
    if w.lower[place - 1] != ",":
        # Without a comma the phrase belongs to the words right before it: …, killing nine people as per a count.
        commas = [n for n in range(opening, place) if w.lower[n] == "," and w.quote[n] == w.quote[place]]
        opening = commas[-1] + 1 if commas else opening
    number = w.quote[place - 2] if place - 2 >= lowest and w.lower[place - 1] == "," else w.quote[place - 1]
    if number >= 0 and number != own and w.at(w.quotations[number].fragments[0].start) <= opening + 1:
        return Found((span,), cue, list(w.quotations[number].fragments), place, "according quote", _REPORTED, None, [number])
    spans = [content for content in [w.trimmed(opening, place)] if content is not None]
    if after is not None and w.lower[place - 1] == "," and not has_finite(w, opening, place):
        rest = w.trimmed(after + 1, limit)
        spans += [rest] if rest is not None else []
    return Found((span,), cue, spans, place, "according last", _REPORTED) if spans else None


def _named(w: Words, first: int, limit: int) -> Range | None:
    """Who is named after the phrase: everything up to a mark, appositions with it (figures her campaign released)."""
    source = subject_after(w, first, limit)
    if source is None:
        return None
    last = source[1]
    while last < limit and w.quote[last] == w.quote[first] and not (w.bits[last] & MARK and w.lower[last] not in "'’/$%&"):
        if w.bits[last] & (TIME | AUXILIARY) or w.lower[last] in ("while", "but", "as", "that", "when"):
            break
        last += 1
    while last > source[1] and w.bits[last - 1] & PREPOSITION:
        last -= 1
    return source[0], max(last, source[1])


def _named_first(w: Words, first: int, limit: int) -> Range | None:
    """Who is named where the phrase opens the sentence: up to its comma, an apposition between two commas with it."""
    commas = [n for n in range(first, min(limit, first + 40)) if w.lower[n] == "," and w.quote[n] == w.quote[first]]
    if not commas or commas[0] == first:
        return None
    end = commas[0]
    if len(commas) > 1 and end + 1 < limit and (w.bits[end + 1] & DETERMINER or w.lower[end + 1] == "who"):
        between = has_finite(w, end + 2, commas[1]) and w.lower[end + 1] != "who"
        if not between and has_finite(w, commas[1], limit):
            end = commas[1]
    return first, end


def _comma_after(w: Words, place: int, limit: int) -> int | None:
    """The comma that ends the phrase, at `place` or a few words later (according to a poll released on Monday, …)."""
    for n in range(place, min(limit, place + 12)):
        if w.lower[n] == ",":
            return n
        if w.bits[n] & (AUXILIARY | MARK):
            return None
    return None


def _clause_opening(w: Words, place: int, lowest: int) -> int:
    first = place
    while (first > lowest and w.quote[first - 1] == w.quote[place]) or (first > lowest and w.quote[first - 1] >= 0):
        if w.lower[first - 1] in (";", "—", "–", "--") and first - 1 > lowest:
            break
        first -= 1
    while first < place and w.lower[first] in ("and", "but", "so", "yet"):
        first += 1
    return first


def _seeming(w: Words, place: int, lowest: int, limit: int) -> Found | None:
    """Seems to …; appears that …: the whole clause is the content, and nobody is its source."""
    if place + 1 >= limit:
        return None
    first = place
    while first > lowest and w.bits[first - 1] & (AUXILIARY | ADVERB) and not w.bits[first - 1] & MARK:
        first -= 1
    subject = subject_before(w, first, lowest)
    if subject is None or w.lower[place + 1] in ("in", "on", "at", "before", "with", "alongside", "as", "onstage"):
        return None
    own = w.quote[place]
    rest = w.trimmed(place + 1, content_end(w, place + 1, limit, own))
    head = w.trimmed(*subject)
    if rest is None or head is None:
        return None
    content = [rest] if w.lower[subject[0]] == "it" and w.lower[place + 1] in ("that", "as", "like") else [head, rest]
    return Found((), (w.span(first, place + 1),), content, place, "seeming", Meaning(Kind.ASSERTION, Certainty.PROBABLE))


def _hearsay(w: Words, place: int, lowest: int, limit: int) -> Found | None:
    """Reportedly, allegedly: the clause around the adverb is the content."""
    own = w.quote[place]
    first = place
    while first > lowest and w.quote[first - 1] == own and not (w.bits[first - 1] & MARK or w.bits[first - 1] & SUBORDINATOR):
        first -= 1
    while first < place and w.bits[first] & CONJUNCTION:
        first += 1
    before = w.trimmed(first, place) if first < place else None
    after = w.trimmed(place + 1, content_end(w, place + 1, limit, own)) if place + 1 < limit else None
    spans = [span for span in (before, after) if span is not None]
    if not spans or not (has_finite(w, first, place) or has_finite(w, place, limit)):
        return None
    return Found((), (w.span(place, place + 1),), spans, place, "hearsay", _REPORTED)


def _adjective(w: Words, place: int, lowest: int, limit: int) -> Found | None:
    """Is confident that …; was worried about …"""
    first = place
    while first > lowest and w.bits[first - 1] & ADVERB and not w.bits[first - 1] & AUXILIARY:
        first -= 1
    if first == lowest or not w.bits[first - 1] & BEING:
        return None
    while first > lowest and w.bits[first - 1] & (AUXILIARY | ADVERB) and not w.bits[first - 1] & MARK:
        first -= 1
    subject = subject_before(w, first, lowest)
    takes, meaning = w.lexicon.adjectives[w.lower[place]]
    if subject is None or w.lower[subject[0]] in ("it", "there"):
        return None
    content = content_after(w, place + 1, limit, takes, w.quote[place])
    if content is None or content.pattern == "part":
        return None
    span, source = w.trimmed(content.first, content.last), w.trimmed(*subject)
    if span is None or source is None:
        return None
    return Found((source,), (w.span(first, place + 1),), [span], place, "adjective", meaning, subject)


def _light(w: Words, place: int, lowest: int, limit: int) -> Found | None:
    """Expressed deep concern over …; raised alarms among …: the verb is light, its noun says what kind of saying it is."""
    verb = place - 1
    while verb > lowest and not w.bits[verb] & MARK and w.lower[verb] not in w.lexicon.light_verbs and place - verb < 4:
        verb -= 1
    if verb <= lowest or w.lower[verb] not in w.lexicon.light_verbs:
        return None
    subject = subject_before(w, _group_first(w, verb, lowest), lowest)
    if subject is None or place + 1 >= limit:
        return None
    meaning, own = w.lexicon.light_nouns[w.lower[place]], w.quote[place]
    cue = (w.span(_group_first(w, verb, lowest), place + 1),)
    if w.lower[place + 1] == "among":
        source, content = subject_after(w, place + 2, limit), w.trimmed(*subject)
        who = w.trimmed(*source) if source else None
        return Found((who,), cue, [content], place, "light among", meaning) if who and content else None
    if w.lower[place + 1] not in ("that", "about", "over", "at", "for", "of", "with", "in", "to", "on"):
        return None
    content, who = w.trimmed(place + 1, content_end(w, place + 1, limit, own)), w.trimmed(*subject)
    return Found((who,), cue, [content], place, "light", meaning, subject) if content and who else None


def _group_first(w: Words, verb: int, lowest: int) -> int:
    while verb > lowest and w.bits[verb - 1] & (AUXILIARY | ADVERB) and not w.bits[verb - 1] & MARK:
        verb -= 1
    return verb


def _noun(w: Words, place: int, lowest: int, limit: int) -> Found | None:
    """Claims that …; his warning about …; concerns among voters that …"""
    noun = w.lexicon.nouns[w.lower[place]]
    if place + 2 >= limit or (w.capital[place] and place > lowest):
        return None
    own = w.quote[place]
    next_word = w.lower[place + 1]
    arisen = skip_adjuncts(w, place + 1, limit)
    if w.bits[arisen] & AUXILIARY if arisen < limit else False:
        return _arisen(w, place, arisen, lowest, limit)
    if next_word != "that" and next_word not in noun.after:
        return None
    first = phrase_before_simple(w, place, lowest)
    if first is None:
        return None
    source, cue_first = _possessor(w, first, place)
    if source is None and next_word != "that" and next_word not in noun.after:
        return None
    start = place + 1
    end = content_end(w, start, limit, own) if next_word == "that" else _finite_after(w, start, noun_end(w, start, limit, own))
    content = w.trimmed(start, end)
    if content is None or (next_word == "that" and not has_finite(w, start + 1, limit)):
        return None
    who = w.trimmed(*source) if source else None
    pattern = f"noun {'that' if next_word == 'that' else 'of'}{'' if who else ' nobody'}"
    return Found((who,) if who else (), (w.span(cue_first, place + 1),), [content], place, pattern, noun.meaning)


def _finite_after(w: Words, first: int, limit: int) -> int:
    """The first finite verb after a noun's complement, where its own clause goes on."""
    return next((n for n in range(first + 1, limit) if w.bits[n] & (AUXILIARY | FINITE) and not w.bits[n - 1] & RELATIVE), limit)


def _possessor(w: Words, first: int, place: int) -> tuple[Range | None, int]:
    """Whose noun it is, where the phrase opens with a possessive; and where the cue's own words begin."""
    if w.bits[first] & POSSESSIVE and first < place:
        return (first, first + 1), first + 1
    for n in range(place - 1, first, -1):
        if w.lower[n] == "'s" or w.lower[n] in ("'", "’"):
            return (first, n + 1), n + 1
    while first < place and w.bits[first] & DETERMINER:
        first += 1
    return None, first


def _arisen(w: Words, place: int, verb: int, lowest: int, limit: int) -> Found | None:
    """Concerns have arisen about …: the content stands after the verb."""
    noun = w.lexicon.nouns[w.lower[place]]
    last = verb
    while last < limit and (w.bits[last] & (AUXILIARY | ADVERB)) and last - verb < 4:
        last += 1
    if last + 2 >= limit or w.lower[last] not in (
        "arisen",
        "raised",
        "voiced",
        "mounted",
        "grown",
        "emerged",
        "expressed",
        "made",
        "growing",
        "mounting",
    ):
        return None
    if w.lower[last + 1] != "that" and w.lower[last + 1] not in noun.after:
        return None
    first = phrase_before_simple(w, place, lowest)
    content: Span | None = w.trimmed(last + 1, content_end(w, last + 1, limit, w.quote[place]))
    if first is None or content is None:
        return None
    return Found((), (w.span(place, last + 1),), [content], place, "noun arisen", noun.meaning)
