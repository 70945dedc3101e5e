"""Quotations that no cue of their own names a speaker for."""

from __future__ import annotations

from allegedly.attribute.found import Found
from allegedly.attribute.lexicon import CUE, DETERMINER, NOMINATIVE, PAST, SAID, THIRD
from allegedly.attribute.noun_phrases import Range
from allegedly.attribute.subjects import subject_before
from allegedly.attribute.verb_cues import shared_subject
from allegedly.attribute.verb_groups import verb_group
from allegedly.attribute.words import Words
from allegedly.model import Span

_FAR = 60
_REACH = 250
"""How many characters may part a quotation from the attribution that it continues."""
_BORDERS = frozenset((".", "!", "?", ":", ",", ")", "”", '"', "''"))


def introduced_quotations(w: Words, found: list[Found]) -> list[Found]:
    """Quotations that a sentence with a colon leads up to, though it has no cue: Vesk had a blunt answer: "No." """
    owned = {number for one in found for number in one.quotations}
    introduced = []
    for number, quotation in enumerate(w.quotations):
        first = w.at(quotation.fragments[0].start)
        if number in owned or first < 2 or w.lower[first - 1] != ":" or w.quote[first - 1] >= 0 or not _alone(w, number):
            continue
        lowest = w.sentences[w.sentence_number(first - 1)][0]
        said = _said_before(w, lowest, first - 1)
        subject, cue = said or (shared_subject(w, lowest, first - 1, -1, []), w.span(first - 1, first))
        if subject is None or not (w.capital[subject[0]] or w.bits[subject[0]] & (NOMINATIVE | DETERMINER)):
            continue
        source = w.trimmed(*subject)
        if source is None or w.lower[subject[0]] in ("it", "there", "this", "these", "those"):
            continue
        introduced.append(Found((source,), (cue,), list(quotation.fragments), first - 1, "colon", SAID, subject, [number]))
    return introduced


def _said_before(w: Words, lowest: int, colon: int) -> tuple[Range, Span] | None:
    """The subject and the words of the last verb of saying before a colon."""
    for head in range(colon - 1, max(lowest, colon - _FAR), -1):
        if not w.bits[head] & CUE or w.quote[head] >= 0 or w.capital[head]:
            continue
        for verb, form in w.lexicon.verbs[w.lower[head]]:
            if verb.rest or not form & (PAST | THIRD) or "quote" not in verb.takes:
                continue
            group = verb_group(w, head, verb, form, lowest)
            subject = subject_before(w, group.first, lowest) if group is not None and group.finite else None
            if group is not None and subject is not None:
                return subject, w.span(group.first, group.last)
    return None


def continue_quotations(w: Words, found: list[Found]) -> None:
    """Gives each unowned quotation that stands as a sentence to the attribution of its paragraph that it continues.

    That is the nearest before it in the paragraph, or else the nearest after it, with at most a sentence between.
    """
    owner: dict[int, Found] = {}
    for one in found:
        for number in one.quotations:
            owner.setdefault(number, one)
    if not owner:
        return
    extents = {id(one): _extent(one) for one in found}
    paragraphs = [w.paragraph_number(w.at(quotation.fragments[0].start)) for quotation in w.quotations]
    for forward in (True, False):
        last: int | None = None
        for number in range(len(w.quotations)) if forward else range(len(w.quotations) - 1, -1, -1):
            if number in owner:
                last = number
            elif last is not None and paragraphs[number] == paragraphs[last] and _alone(w, number):
                one = owner[last]
                if _gap(w, extents[id(one)], number) < _REACH:
                    fragments = w.quotations[number].fragments
                    one.content.extend(fragments)
                    one.quotations.append(number)
                    owner[number] = one
                    low, high = extents[id(one)]
                    extents[id(one)] = (min(low, fragments[0].start), max(high, fragments[-1].end))
                    last = number


def _extent(one: Found) -> tuple[int, int]:
    spans = (*one.source, *one.cue, *one.content)
    return min(span.start for span in spans), max(span.end for span in spans)


def _gap(w: Words, extent: tuple[int, int], number: int) -> int:
    """How many characters part a quotation from an attribution; 0 where it lies inside."""
    fragments = w.quotations[number].fragments
    return max(0, fragments[0].start - extent[1], extent[0] - fragments[-1].end)


def _alone(w: Words, number: int) -> bool:
    """Whether a quotation is a sentence of its own: a border before it, and its last words closed by a mark."""
    fragments = w.quotations[number].fragments
    first, last = w.at(fragments[0].start), w.at(fragments[-1].end)
    opens = first == 0 or w.lower[first - 1] in _BORDERS or w.quote[first - 1] >= 0
    opens = opens or w.paragraphs[w.paragraph_number(first)][0] == first
    return opens and last - first > 3 and w.lower[last - 2] in (".", "!", "?", ",", "…", "...", "—")
