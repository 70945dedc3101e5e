"""Quotations that no cue of their own names a speaker for."""

from __future__ import annotations

from allegedly.attribute.found import Found
from allegedly.attribute.lexicon import DETERMINER, NOMINATIVE, SAID
from allegedly.attribute.verb_cues import shared_subject
from allegedly.attribute.words import Words


def introduced_quotations(w: Words, found: list[Found]) -> list[Found]:
    """Quotations that a sentence with a colon leads up to, though it has no cue: Vesk had a blunt answer: "No." """
    owned = {number for one in found for number in one.quotations}
    introduced = []
    for number, quotation in enumerate(w.quotations):
        first = w.at(quotation.fragments[0].start)
        if number in owned or first < 2 or w.lower[first - 1] != ":" or w.quote[first - 1] >= 0 or not _alone(w, number):
            continue
        lowest = w.sentences[w.sentence_number(first - 1)][0]
        subject = shared_subject(w, lowest, first - 1, -1, [])
        if subject is None or not (w.capital[subject[0]] or w.bits[subject[0]] & (NOMINATIVE | DETERMINER)):
            continue
        source = w.trimmed(*subject)
        if source is None or w.lower[subject[0]] in ("it", "there", "this", "these", "those"):
            continue
        cue = (w.span(first - 1, first),)
        introduced.append(Found((source,), cue, list(quotation.fragments), first - 1, "colon", SAID, subject, [number]))
    return introduced


def continue_quotations(w: Words, found: list[Found]) -> None:
    """Gives each unowned quotation that stands as a sentence to the attribution of its paragraph that it continues.

    A quotation continues the attribution whose quotation stands before it in the paragraph, or else the one right after it;
    in a paragraph with quotations of two speakers it continues the nearer one before it.
    """
    owner: dict[int, Found] = {}
    for one in found:
        for number in one.quotations:
            owner.setdefault(number, one)
    if not owner:
        return
    place = 0
    by_paragraph: dict[int, list[int]] = {}
    for number, quotation in enumerate(w.quotations):
        at = w.at(quotation.fragments[0].start)
        while place + 1 < len(w.paragraphs) and w.paragraphs[place][1] <= at:
            place += 1
        by_paragraph.setdefault(place, []).append(number)
    for numbers in by_paragraph.values():
        owned = [number for number in numbers if number in owner]
        for number in numbers:
            if number in owner or not _alone(w, number):
                continue
            before = [other for other in owned if other < number]
            after = [other for other in owned if other > number]
            near = before[-1] if before else after[0] if after else None
            if near is not None and _neighbours(w, owner[near], number, bool(before)):
                owner[near].content.extend(w.quotations[number].fragments)
                owner[near].quotations.append(number)
                owner[number] = owner[near]
                owned = sorted([*owned, number])


def _alone(w: Words, number: int) -> bool:
    """Whether a quotation is a sentence of its own: a border before it, and its last words closed by a mark."""
    fragments = w.quotations[number].fragments
    first, last = w.at(fragments[0].start), w.at(fragments[-1].end)
    opens = first == 0 or w.lower[first - 1] in (".", "!", "?", ":", ",", ")", "”", '"', "''") or w.quote[first - 1] >= 0
    opens = opens or any(first == start for start, _ in w.paragraphs)
    return opens and last - first > 3 and w.lower[last - 2] in (".", "!", "?", ",", "…", "...", "—")


def _neighbours(w: Words, one: Found, number: int, before: bool) -> bool:
    """Whether at most one sentence parts a quotation from the attribution it continues."""
    start, end = w.quotations[number].fragments[0].start, w.quotations[number].fragments[-1].end
    reach = max([span.end for span in (*one.source, *one.cue, *one.content)])
    if before:
        gap = w.text[reach:start] if reach <= start else ""
    else:
        gap = w.text[end : min(span.start for span in (*one.source, *one.cue, *one.content))]
    return len(gap) < 250
