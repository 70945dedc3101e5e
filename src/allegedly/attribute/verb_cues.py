"""Attributions that verbs give."""

from __future__ import annotations

from allegedly.attribute.contents import Content, content_after, content_end, skip_adjuncts
from allegedly.attribute.found import Found
from allegedly.attribute.inversions import content_before
from allegedly.attribute.lexicon import (
    ADVERB,
    AUXILIARY,
    CUE,
    FINITE,
    MARK,
    NOMINATIVE,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    VERBAL,
)  # fmt: skip
from allegedly.attribute.noun_phrases import Range, phrase_after
from allegedly.attribute.passive_cues import passive_cue
from allegedly.attribute.subjects import subject_before
from allegedly.attribute.verb_groups import VerbGroup, verb_group
from allegedly.attribute.words import Words
from allegedly.model import Span, Spans

_JOINS = frozenset(("and", "but", "or", "then"))


def verb_cues(w: Words, lowest: int, limit: int, headline: bool) -> list[Found]:
    """The attributions that the verbs of the sentence `[lowest, limit)` give.

    A quotation is its speaker's: what its words attribute in turn is left to them.
    """
    found: list[Found] = []
    for head in range(lowest, limit):
        if not w.bits[head] & CUE or w.quote[head] >= 0 or (w.capital[head] and head != lowest and not headline):
            continue
        for verb, form in w.lexicon.verbs[w.lower[head]]:
            if not w.follows(head + 1, verb.rest, limit):
                continue
            if verb.lemma in w.lexicon.light_verbs and _is_light(w, head, limit):
                continue
            group = verb_group(w, head, verb, form, lowest)
            if group is not None:
                one = _attribution(w, group, lowest, limit, found)
                if one is not None:
                    found.append(one)
                    break
    return found


def _is_light(w: Words, head: int, limit: int) -> bool:
    """Whether a noun near the verb says what kind of saying it is (expressed deep concern); then the noun is the cue."""
    return any(w.lower[n] in w.lexicon.light_nouns for n in range(head + 1, min(limit, head + 4)))


def _attribution(w: Words, group: VerbGroup, lowest: int, limit: int, earlier: list[Found]) -> Found | None:
    if group.passive:
        return passive_cue(w, group, lowest, limit)
    subject = _subject(w, group, lowest, earlier)
    if group.finite:
        before = content_before(w, group, subject, lowest, limit)
        if before is not None:
            return before
    if subject is None:
        return None
    if subject[0] > lowest and w.bits[subject[0] - 1] & SUBORDINATOR:
        limit = next((n for n in range(group.last, limit) if w.lower[n] == "," and w.quote[n] == w.quote[group.head]), limit)
    place = skip_adjuncts(w, group.last, limit)
    takes = group.verb.takes
    content = None
    if "person" in takes:
        content = _after_addressee(w, group.last, limit, takes, w.quote[group.head])
    content = content or content_after(w, place, limit, takes, w.quote[group.head])
    if content is None and place != group.last and "noun" in takes:
        content = content_after(w, group.last, limit, takes, w.quote[group.head])
    if content is None and "that" in takes:
        content = _that_ahead(w, group.last, limit, takes, w.quote[group.head])
    if content is None:
        return None
    if (group.infinitive or group.modal) and content.pattern in ("noun", "to", "clause"):
        return None
    return _made(w, group, subject, content)


def _that_ahead(w: Words, place: int, limit: int, takes: frozenset[str], quote: int) -> Content | None:
    """A content with "that" after some phrase of manner or medium: said in one of his letters that …"""
    for n in range(place, min(limit, place + 14)):
        if w.lower[n] == "that" and n > place:
            return content_after(w, n, limit, takes, quote) if w.bits[place] & PREPOSITION else None
        if w.bits[n] & (MARK | AUXILIARY | FINITE | RELATIVE | NOMINATIVE):
            return None
    return None


def _made(w: Words, group: VerbGroup, subject: Range | None, content: Content) -> Found | None:
    if content.quotation >= 0 and content.pattern in ("quote", "noun"):
        spans = list(w.quotations[content.quotation].fragments)
        if w.start[content.first] < spans[0].start:
            spans[0] = Span(w.start[content.first], spans[0].end)
    else:
        span = w.trimmed(content.first, content.last)
        if span is None:
            return None
        spans = [span]
    source = _source(w, subject)
    if subject is not None and source is None:
        return None
    kind = "participle" if group.participle else "infinitive" if group.infinitive else "active"
    return Found(
        (source,) if source else (), _cue(w, group), spans, group.head, f"{kind} {content.pattern}", group.verb.meaning, subject,
        [content.quotation] if content.quotation >= 0 and content.pattern != "part" else [],
    )  # fmt: skip


def _cue(w: Words, group: VerbGroup) -> Spans:
    return (w.span(group.first, min(group.last, len(w))),)


def _source(w: Words, subject: Range | None) -> Span | None:
    return w.trimmed(*subject) if subject is not None else None


def _subject(w: Words, group: VerbGroup, lowest: int, earlier: list[Found]) -> Range | None:
    """Who speaks: the verb's own subject, or the one it shares with an earlier verb of the sentence."""
    before = group.first - 1
    quote = w.quote[group.head]
    shares = group.participle or group.infinitive or (before >= lowest and w.lower[before] in _JOINS)
    if not shares:
        return subject_before(w, group.first, lowest)
    if group.participle and before >= lowest and not w.bits[before] & MARK and w.lower[before] not in _JOINS:
        near = subject_before(w, group.first, lowest)
        if near is not None:
            return near
    return shared_subject(w, lowest, group.first, quote, earlier)


def shared_subject(w: Words, lowest: int, limit: int, quote: int, earlier: list[Found]) -> Range | None:
    """The subject of the nearest finite verb before `limit` that is no part of what somebody else says."""
    said = [span for one in earlier for span in one.content]
    for n in range(limit - 1, lowest, -1):
        bits = w.bits[n]
        if w.quote[n] != quote or not (bits & (AUXILIARY | FINITE) or (bits & VERBAL and w.lower[n].endswith("ed"))):
            continue
        if any(span.start <= w.start[n] < span.end for span in said):
            continue
        while n - 1 > lowest and w.bits[n - 1] & (AUXILIARY | ADVERB) and not w.bits[n - 1] & MARK:
            n -= 1
        found = subject_before(w, n, lowest)
        if found is not None:
            return found
    return next((one.subject for one in reversed(earlier) if one.subject is not None and w.quote[one.head] == quote), None)


def _after_addressee(w: Words, place: int, limit: int, takes: frozenset[str], quote: int) -> Content | None:
    """The content after an addressee: told reporters that …; an infinitive takes the addressee in."""
    end = phrase_after(w, place, limit)
    while end is not None and end + 1 < limit and w.lower[end] in ("and", "in", "of", "at"):
        further = phrase_after(w, end + 1, limit)
        if further is None:
            break
        end = further
    if end is None:
        return None
    after = skip_adjuncts(w, end, limit)
    if after < limit and w.lower[after] == "to" and "noun" in takes:
        return Content(place, content_end(w, place, limit, quote), "noun")
    return content_after(w, after, limit, (takes | {"clause", "wh"}) - {"noun", "to"}, quote)
