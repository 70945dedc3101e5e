"""Which words of a sentence stand in quotation marks, also where only one of the two marks stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.languages import Language
from allegedly.link.drift_wording import load_rewording
from allegedly.model import Span, Spans
from allegedly.model.link import Sheet

_MARK = re.compile(r"[\"“”]")
_EDITED = re.compile(r"\[[^\]\n]{1,60}\]")
_RAW = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def marked_spans(sheet: Sheet, sentence: Span) -> Spans:
    """The parts of a sentence that stand in marks: whole quotations, and what a mark without its other one closes or opens."""
    found = [
        Span(max(fragment.start, sentence.start), min(fragment.end, sentence.end))
        for quotation in sheet.segments.quotations
        for fragment in quotation.fragments
        if fragment.overlaps(sentence)
    ]
    lone = lone_span(sheet, sentence, found)
    return tuple(sorted({*found, lone} if lone else set(found)))


def lone_span(sheet: Sheet, sentence: Span, found: Sequence[Span]) -> Span | None:
    """What a mark closes that nothing in the sentence opens: all of the sentence before it; mirrored, what one opens."""
    for match in _MARK.finditer(sheet.text, sentence.start, sentence.end):
        mark = Span(match.start(), match.end())
        if any(span.covers(mark) for span in found):
            continue
        before, behind = sheet.text[max(sentence.start, mark.start - 1) : mark.start], sheet.text[mark.end : mark.end + 1]
        closing = match.group() == "”" or (match.group() == '"' and bool(before.strip()) and not behind.strip())
        start, end = (sentence.start, mark.end) if closing else (mark.start, sentence.end)
        inside = [span.start for span in found if span.start >= start and span.end <= end]
        if not inside and end - start > 2:
            return Span(start, end)
    return None


def is_spoken(sheet: Sheet, sentence: Span, language: Language) -> bool:
    """Whether a sentence is a piece of what somebody said though no mark says so.

    "I", "we", "you" or an editor's square brackets stand outside marks, it begins as a saying does ("Never said it", "Thank
    heaven"), or a later sentence of the paragraph closes a mark that nothing has opened.
    """
    spoken, marked = load_rewording(language).spoken, marked_spans(sheet, sentence)
    opening = " ".join(_RAW.findall(sheet.text, sentence.start, sentence.end)[:2]).lower()
    if not marked and {opening, opening.split(" ")[0]} & load_rewording(language).spoken_openings:
        return True
    if not marked and (_EDITED.search(sheet.text, sentence.start, sentence.end) or _closes_later(sheet, sentence)):
        return True
    for match in _RAW.finditer(sheet.text, sentence.start, sentence.end):
        word = match.group()
        small = word.lower().replace("’", "'")
        if small in spoken and word not in ("US", "ME") and not any(span.start <= match.start() < span.end for span in marked):
            return True
    return False


def _closes_later(sheet: Sheet, sentence: Span) -> bool:
    """Whether the next mark of the paragraph closes a quotation that is not open in the sentence and was opened nowhere."""
    paragraph = sheet.text.find("\n", sentence.end)
    match = _MARK.search(sheet.text, sentence.end, paragraph if paragraph >= 0 else len(sheet.text))
    if match is None or any(span.covers(Span(*match.span())) for each in sheet.segments.quotations for span in each.fragments):
        return False
    before, behind = sheet.text[match.start() - 1 : match.start()], sheet.text[match.end() : match.end() + 1]
    return match.group() == "”" or (match.group() == '"' and bool(before.strip()) and not behind.strip())
