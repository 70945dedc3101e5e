"""Attributions that verbs give."""

from __future__ import annotations

from dataclasses import dataclass, field

from allegedly.attribute.contents import Content, clause_before, content_after, content_end, skip_adjuncts
from allegedly.attribute.lexicon import (
    ADVERB, AUXILIARY, CONJUNCTION, CUE, FINITE, MARK, RELATIVE, SUBORDINATOR, VERBAL, Meaning,
)  # fmt: skip
from allegedly.attribute.noun_phrases import Range, phrase_after, subject_after, subject_before
from allegedly.attribute.verb_groups import VerbGroup, verb_group
from allegedly.attribute.words import Words
from allegedly.model import Span, Spans

_JOINS = frozenset(("and", "but", "or", "then"))


@dataclass(slots=True)
class Found:
    """An attribution in the making. `quotations`: the numbers of those its content is; `pattern`: the rule that gave it."""

    source: Spans
    cue: Spans
    content: list[Span]
    head: int
    pattern: str
    meaning: Meaning
    subject: Range | None = None
    quotations: list[int] = field(default_factory=list)


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
            group = verb_group(w, head, verb, form, lowest)
            if group is not None:
                one = _attribution(w, group, lowest, limit, found)
                if one is not None:
                    found.append(one)
                    break
    return found


def _attribution(w: Words, group: VerbGroup, lowest: int, limit: int, earlier: list[Found]) -> Found | None:
    if group.passive:
        return _passive(w, group, lowest, limit)
    subject = _subject(w, group, lowest, earlier)
    if group.finite:
        before = _content_before(w, group, subject, lowest, limit)
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
    if content is None:
        return None
    if (group.infinitive or group.modal) and content.pattern in ("noun", "to", "clause"):
        return None
    return _made(w, group, subject, content)


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
    return _shared_subject(w, lowest, group.first, quote, earlier)


def _shared_subject(w: Words, lowest: int, limit: int, quote: int, earlier: list[Found]) -> Range | None:
    """The subject of the nearest finite verb before `limit` that is no part of what somebody else says."""
    said = [span for one in earlier for span in one.content]
    for n in range(limit - 1, lowest, -1):
        bits = w.bits[n]
        if w.quote[n] != quote or not (bits & (AUXILIARY | FINITE) or bits & VERBAL and w.lower[n].endswith("ed")):
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


def _content_before(w: Words, group: VerbGroup, subject: Range | None, lowest: int, limit: int) -> Found | None:
    """ "…," Ann Vesk said; "…," said Ann Vesk; …, officials said."""
    takes = group.verb.takes
    if not takes & {"quote", "clause"} or group.negated:
        return None
    own = w.quote[group.head]
    plain = subject is not None and _ends_content(w, subject[0] - 1, lowest, own)
    inverted = not plain and _ends_content(w, group.first - 1, lowest, own) and group.first == group.head
    if inverted:
        subject, after = subject_after(w, group.last, limit), group.last
        if subject is None or w.bits[subject[0]] & RELATIVE or not (subject[1] - subject[0] < 60):
            return None
        place, after = group.first, subject[1]
    elif plain and subject is not None:
        place, after = subject[0], group.last
    else:
        return None
    number = _quote_before(w, place - 1, own)
    if number >= 0:
        if not _leads_on(w, number, place, after, limit):
            return None
        return _quote_said(w, group, subject, number, own)
    after = skip_adjuncts(w, after, limit)
    if after < limit and w.lower[after] not in (",", ".", "!", "?") and w.quote[after] == own:
        return None
    if inverted and "quote" not in takes or w.lower[place - 1] != ",":
        return None
    clause = clause_before(w, place - 1, lowest)
    if clause is None or w.bits[clause[0]] & CONJUNCTION:
        return None
    return _clause_said(w, group, subject, clause, after, limit)


def _ends_content(w: Words, place: int, lowest: int, own: int) -> bool:
    """Whether the token before a subject may end a content."""
    if place < 0 or place < lowest and w.quote[place] in (-1, own):
        return False
    return w.quote[place] not in (-1, own) or (place > lowest and w.lower[place] in (",", "?", "!", "—", "–", "--"))


def _quote_before(w: Words, place: int, own: int) -> int:
    """The number of the quotation that ends at `place`, a mark after it aside; -1 where none does."""
    for n in (place, place - 1):
        if n >= 0 and w.quote[n] not in (-1, own):
            return w.quote[n]
        if n == place and w.lower[n] not in (",", "—", "–", "--", "-"):
            break
    return -1


def _leads_on(w: Words, number: int, place: int, after: int, limit: int) -> bool:
    """Whether a quotation belongs to the words after it: it ends with a comma, or with another mark where nothing else is said."""
    end = w.quotations[number].fragments[-1].end
    last = w.at(end) - 1
    if any(border in w.text[end : w.start[place]] for border in "\n\r\u2028\u2029"):
        return False
    mark = w.lower[last - 1] if last > 0 else ""
    if w.lower[place - 1] in (",", "—", "–", "--") and w.quote[place - 1] < 0 or mark in (",", "—", "–", "--", "-"):
        return True
    if mark == ".":
        return False
    after = skip_adjuncts(w, after, limit)
    return after >= limit or w.lower[after] in (",", ".", "!", "?", ":", ")") or w.quote[after] >= 0


def _quote_said(w: Words, group: VerbGroup, subject: Range | None, number: int, own: int) -> Found | None:
    fragments = w.quotations[number].fragments
    spans = list(fragments)
    source = _source(w, subject)
    if source is None:
        return None
    first = w.at(fragments[0].start)
    start = _sentence_start(w, first)
    pattern = "quote before"
    if start < first and w.quote[first - 1] == own and w.lower[first - 1] not in (",", ":", ".", "!", "?", "—", "–", "--", "-"):
        clause = clause_before(w, first, start) if first - start > 2 else (start, first)
        if clause is not None:
            spans[0] = Span(w.start[clause[0]], spans[0].end)
            pattern = "part before"
    return Found((source,), _cue(w, group), spans, group.head, pattern, group.verb.meaning, subject, [number])


def _sentence_start(w: Words, place: int) -> int:
    low, high = 0, len(w.sentences)
    while low < high:
        middle = (low + high) // 2
        if w.sentences[middle][1] <= place:
            low = middle + 1
        else:
            high = middle
    return w.sentences[low][0] if low < len(w.sentences) else place


def _clause_said(
    w: Words, group: VerbGroup, subject: Range | None, clause: Range, after: int, limit: int
) -> Found | None:
    source = _source(w, subject)
    span = w.trimmed(*clause)
    if source is None or span is None:
        return None
    spans = [span]
    if after + 2 < limit and w.lower[after] == "," and not w.bits[after + 1] & CONJUNCTION:
        end = content_end(w, after, limit, w.quote[group.head])
        rest = w.trimmed(after + 1, end) if end > after + 2 else None
        if rest is not None:
            spans.append(rest)
    return Found((source,), _cue(w, group), spans, group.head, "clause before", group.verb.meaning, subject)


def _passive(w: Words, group: VerbGroup, lowest: int, limit: int) -> Found | None:
    """Is believed to have …; it was reported that …; was accused of … by …; were told that …"""
    subject = subject_before(w, group.first, lowest)
    word, own = w.lower[group.head], w.quote[group.head]
    place = group.last
    if place >= limit or subject is None:
        return None
    source = _by_phrase(w, place, limit)
    meaning = w.lexicon.reported.get(word, group.verb.meaning)
    span = w.trimmed(*subject)
    if span is None:
        return None
    cue = _cue(w, group)
    after = skip_adjuncts(w, place, limit)
    if w.lower[place] == "to" and word in w.lexicon.reported:
        rest = w.trimmed(place, content_end(w, place, limit, own))
        return Found((), cue, [span, rest] if rest else [span], group.head, "passive to", meaning)
    if after < limit and w.lower[after] == "that" or (group.verb.takes & {"person"} and after < limit):
        content = content_after(w, after, limit, frozenset(("that", "clause", "wh")), own)
        span = w.trimmed(content.first, content.last) if content else None
        return Found((), cue, [span], group.head, "passive that", meaning) if span else None
    if source is not None and "noun" in group.verb.takes:
        return Found((source,), cue, [span], group.head, "passive by", group.verb.meaning)
    if word in ("accused", "charged") and w.lower[place] in ("of", "with"):
        rest = w.trimmed(place, content_end(w, place, limit, own))
        return Found((), cue, [span, rest] if rest else [span], group.head, "passive of", meaning)
    return None


def _by_phrase(w: Words, place: int, limit: int) -> Span | None:
    for n in range(place, min(limit, place + 6)):
        if w.lower[n] == "by":
            found = subject_after(w, n + 1, limit)
            return w.trimmed(*found) if found else None
        if w.bits[n] & (MARK | AUXILIARY):
            return None
    return None


