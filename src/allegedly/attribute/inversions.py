"""Contents that stand before their cue: "…," Ann Vesk said; "…," said Ann Vesk; …, officials said."""

from __future__ import annotations

from allegedly.attribute.contents import clause_before, content_end, skip_adjuncts
from allegedly.attribute.found import Found
from allegedly.attribute.lexicon import AUXILIARY, CONJUNCTION, FINITE, RELATIVE, VERBAL
from allegedly.attribute.noun_phrases import Range, phrase_before
from allegedly.attribute.subjects import subject_after
from allegedly.attribute.verb_groups import VerbGroup
from allegedly.attribute.words import Words
from allegedly.model import Span


def content_before(w: Words, group: VerbGroup, subject: Range | None, lowest: int, limit: int) -> Found | None:
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
    if after + 1 < limit and w.quote[after + 1] not in (-1, own) and w.lower[after] == ",":
        return None
    if after < limit and w.lower[after] not in (",", ".", "!", "?") and w.quote[after] == own:
        return None
    if (inverted and "quote" not in takes) or w.lower[place - 1] != ",":
        return None
    clause = clause_before(w, place - 1, lowest) or _parted(w, place - 1, lowest, after, limit)
    if clause is None or w.bits[clause[0]] & CONJUNCTION:
        return None
    return _clause_said(w, group, subject, clause, after, limit)


def _parted(w: Words, last: int, lowest: int, after: int, limit: int) -> Range | None:
    """The subject of a clause that its cue parts from its verb: The bridge, officials said, was shut."""
    if after + 1 >= limit or w.lower[after] != "," or not w.bits[after + 1] & (AUXILIARY | FINITE | VERBAL):
        return None
    first = phrase_before(w, last - 1, lowest) if last > lowest else None
    return (first, last) if first is not None else None


def _ends_content(w: Words, place: int, lowest: int, own: int) -> bool:
    """Whether the token before a subject may end a content."""
    if place < 0 or (place < lowest and w.quote[place] in (-1, own)):
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
    """Whether a quotation belongs to the words after it: it ends with a comma, or nothing else is said."""
    end = w.quotations[number].fragments[-1].end
    last = w.at(end) - 1
    if any(border in w.text[end : w.start[place]] for border in "\n\r\u2028\u2029"):
        return False
    mark = w.lower[last - 1] if last > 0 else ""
    if (w.lower[place - 1] in (",", "—", "–", "--") and w.quote[place - 1] < 0) or mark in (",", "—", "–", "--", "-"):
        return True
    if mark == ".":
        return False
    after = skip_adjuncts(w, after, limit)
    return after >= limit or w.lower[after] in (",", ".", "!", "?", ":", ")") or w.quote[after] >= 0


def _quote_said(w: Words, group: VerbGroup, subject: Range | None, number: int, own: int) -> Found | None:
    fragments = w.quotations[number].fragments
    spans = list(fragments)
    source = w.trimmed(*subject) if subject is not None else None
    if source is None:
        return None
    first = w.at(fragments[0].start)
    start = w.sentences[w.sentence_number(first)][0]
    pattern = "quote before"
    if start < first and w.quote[first - 1] == own and w.lower[first - 1] not in (",", ":", ".", "!", "?", "—", "–", "--", "-"):
        clause = clause_before(w, first, start) if first - start > 2 else (start, first)
        if clause is not None:
            spans[0] = Span(w.start[clause[0]], spans[0].end)
            pattern = "part before"
    return Found((source,), (w.span(group.first, group.last),), spans, group.head, pattern, group.verb.meaning, subject, [number])


def _clause_said(w: Words, group: VerbGroup, subject: Range | None, clause: Range, after: int, limit: int) -> Found | None:
    source = w.trimmed(*subject) if subject is not None else None
    span = w.trimmed(*clause)
    if source is None or span is None:
        return None
    spans = [span]
    if after + 2 < limit and w.lower[after] == "," and not w.bits[after + 1] & CONJUNCTION:
        end = content_end(w, after, limit, w.quote[group.head])
        rest = w.trimmed(after + 1, end) if end > after + 2 else None
        if rest is not None:
            spans.append(rest)
    return Found((source,), (w.span(group.first, group.last),), spans, group.head, "clause before", group.verb.meaning, subject)
