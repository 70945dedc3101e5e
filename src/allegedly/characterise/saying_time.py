"""When something is said, from the words around the cue and the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from allegedly.characterise.calendar import UNRESOLVED
from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.dates import interval_of, times_in, words_of
from allegedly.characterise.time_rules import TimeRules
from allegedly.model import Judgement, Span, TimeInterval

_NEAREST = 140
_OTHER = 16
"""Characters before a time in which words stand that make another of it."""
_NEXT = re.compile(r"(?:['’]s)? (?:[\w’'-]+ )?$")
"""Between a time that tells which and the cue it tells it of: "her February order"."""


def judge_time(text: str, around: Circumstance, published: date | None, rules: TimeRules) -> Judgement[TimeInterval] | None:
    """The time nearest to the cue and outside of what is said; unresolved where neither words nor article's date tell it.

    One that can be resolved goes before one that cannot. Of a document the time when it was given out counts too.
    """
    best: tuple[bool, int, Judgement[TimeInterval]] | None = None
    for match in _candidates(text, around, rules):
        found = _meant(text, match, published, rules)
        rank = found.value.interval is None, abs(match.start() - around.cue_at)
        if best is None or rank < best[:2]:
            best = (*rank, found)
    return None if best is None else best[2]


def time_near(text: str, span: Span, at: int, published: date | None, rules: TimeRules) -> Judgement[TimeInterval] | None:
    """The time in `span` that is nearest to the character at `at`; unresolved where neither words nor article's date tell it."""
    there = [match for match in times_in(text, span, rules) if not _tells_which(match)]
    best = min(there, key=lambda match: abs(match.start() - at), default=None)
    return None if best is None else Judgement(interval_of(text, best, published, rules)[0], (words_of(best),))


def _tells_which(match: re.Match[str]) -> bool:
    """Whether a time stands before what it is the time of: "a 2014 interview"."""
    return bool(match["which_year"] or match["which_month2"])


def _meant(text: str, match: re.Match[str], published: date | None, rules: TimeRules) -> Judgement[TimeInterval]:
    """The interval that a time means, with its words and those that it is counted from."""
    words = words_of(match)
    if rules.other_than.search(text, max(0, words.start - _OTHER), words.start):
        return Judgement(UNRESOLVED, (words,))
    interval, earlier = interval_of(text, match, published, rules)
    return Judgement(interval, (words,) if earlier is None else (earlier, words))


def _candidates(text: str, around: Circumstance, rules: TimeRules) -> Iterator[re.Match[str]]:
    """The times that may be that of the saying."""
    for outside in around.outside:
        start, end = max(outside.start, around.cue_at - _NEAREST), min(outside.end, around.cue_at + _NEAREST)
        if start < end:
            for match in times_in(text, Span(start, end), rules):
                if _belongs(text, match, outside, around, rules):
                    yield match
    for source in around.sources:
        for match in times_in(text, source, rules):
            if _gives_out(text, match, source, rules):
                yield match


def _gives_out(text: str, match: re.Match[str], source: Span, rules: TimeRules) -> bool:
    """Whether a time tells when a document was given out: "a poll released Monday", "Monday's ruling", "a story last week"."""
    before = max(source.start, match.start() - 24)
    if rules.given_out.search(text, before, match.start()) or rules.given.fullmatch(text, match.end(), source.end):
        return True
    return rules.giving.search(text, before, match.start()) is not None and text[match.end() : match.end() + 1] not in ("'", "’")


def _belongs(text: str, match: re.Match[str], outside: Span, around: Circumstance, rules: TimeRules) -> bool:
    """Whether a time is that of this saying, and no other saying or clause stands between.

    Of two sayings of one speaker in a row ("said on Monday … and added") the second has the first one's time too.
    """
    if _tells_which(match) and not (
        rules.noun.match(text, match.end()) or _NEXT.fullmatch(text, match.end(), max(match.end(), around.cue_at))
    ):
        return False
    if match.start() >= around.cue_end:
        other = rules.other_than.search(text, max(around.cue_end, match.start() - _OTHER), match.start())
        between = text[max(outside.start, around.cue_end) : other.start() if other else match.start()]
        return not around.other_cue(around.cue_end, match.start()) and rules.apart.search(between) is None
    if match.end() > around.cue_at:
        return True
    sources = [source for source in around.sources if match.end() <= source.start < around.cue_at]
    spoken = sources[0].start if sources else around.cue_at
    between = text[match.end() : min(spoken, outside.end)]
    if rules.apart.search(between) is not None:
        return False
    return not sources or not around.other_cue(match.end(), sources[0].start)


def _of_the_saying(text: str, match: re.Match[str], around: Circumstance, rules: TimeRules) -> bool:
    """Whether a time tells which channel or which cue: "a 2014 interview", "her February order"."""
    at = match.end()
    return rules.noun.match(text, at) is not None or _NEXT.fullmatch(text, at, max(at, around.cue_at)) is not None
