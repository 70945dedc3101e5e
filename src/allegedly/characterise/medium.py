"""By what channel something is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.data import strings
from allegedly.characterise.kind import any_of
from allegedly.languages import Language
from allegedly.model import Judgement, Span

_NEAREST = 120
"""Characters from the cue within which a channel is looked for."""
_OPENING = 16
"""Characters that may stand before a channel that opens its sentence."""


@dataclass(frozen=True, slots=True)
class MediumRules:
    """`channel` finds a channel after its preposition or a verb of giving it out; `borders` part it from a cue.

    `spoken` are words inside a source that lead to its channel.
    """

    channel: re.Pattern[str]
    borders: re.Pattern[str]
    spoken: re.Pattern[str]


@cache
def load_mediums(language: Language) -> MediumRules:
    """The channels of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("mediums")
    nouns, names = either(strings(data, "nouns")), either(strings(data, "names"))
    never = either(strings(data, "never_inside"))
    words = rf"(?:(?!(?:{never})\b)[\w'’.\-]+,? ){{0,4}}?"
    proper = r"(?:the )?[^\W\d_a-z][\w'’.&\-]*(?: [^\W\d_a-z][\w'’.&\-]*){0,4}"
    onward = rf"(?: (?:{either(strings(data, 'goes_on'))}) {proper})?"
    phrase = rf"(?:(?:a|an|the|his|her|its|their|one|two|several|this) )?{words}(?:{nouns})(?: (?:{nouns}))?(?![\w\-]){onward}"
    named = rf"(?:{names})(?:[’']s \w[\w ]{{0,30}}|(?!\w))"
    leads = rf"(?:{either((*strings(data, 'prepositions'), *strings(data, 'makes')))}) "
    channel = rf"\b(?:(?i:{leads})[\"“‘']?(?P<medium>{named}|{phrase})|by (?P<means>{either(strings(data, 'means'))})(?!\w))"
    spoken = rf"\b(?:{either(strings(data, 'spoken'))}) "
    return MediumRules(re.compile(channel), any_of(strings(data, "borders")), re.compile(spoken))


def either(words: tuple[str, ...]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def judge_medium(text: str, around: Circumstance, rules: MediumRules) -> Judgement[str] | None:
    """The channel nearest to the cue, as the article words it; `None` without one.

    Before the source it opens the sentence; between it and the cue there is no other cue and no other clause.
    """
    best: tuple[int, Span] | None = None
    for outside in around.outside:
        start, end = max(outside.start, around.cue_at - _NEAREST), min(outside.end, around.cue_at + _NEAREST)
        if start >= end:
            continue
        for match in rules.channel.finditer(text, start, end):
            group = "medium" if match["medium"] else "means"
            found = Span(match.start(group), match.start(group) + len(match[group].rstrip(".'’ ")))
            distance = abs(found.start - around.cue_at)
            if (best is None or distance < best[0]) and _belongs(text, match.start(), found, outside, around, rules):
                best = distance, found
    chosen = best[1] if best is not None else _of_source(text, around, rules)
    return None if chosen is None else Judgement(chosen.of(text), (chosen,))


def _of_source(text: str, around: Circumstance, rules: MediumRules) -> Span | None:
    """The channel by which a source reached the author: "neighbours interviewed on the radio"."""
    for source in around.sources:
        match = rules.spoken.search(text, source.start, source.end)
        found = rules.channel.match(text, match.end(), source.end) if match is not None else None
        if found is not None:
            group = "medium" if found["medium"] else "means"
            return Span(found.start(group), found.end(group))
    return None


def _belongs(text: str, at: int, found: Span, outside: Span, around: Circumstance, rules: MediumRules) -> bool:
    """Whether a channel, its preposition at `at`, is that of the saying and of no other.

    A cue may hold its own ("said on air"); a cue that issues "a call for" something demands by no channel.
    """
    if around.cue_at <= at and found.end <= around.cue_end:
        return at > around.cue_at or not text.startswith(" for ", found.end)
    if around.cue_at < found.end and found.start < around.cue_end:
        return False
    before = found.end <= around.cue_at
    start, end = (found.end, around.cue_at) if before else (around.cue_end, max(at, around.cue_end))
    if around.other_cue(start, end) or "\n" in text[start:end]:
        return False
    if not before:
        return rules.borders.search(text, start, min(end, outside.end)) is None
    if any(found.end <= source.start < around.cue_at for source in around.sources):
        return at - outside.start <= _OPENING and rules.borders.search(text, start, end) is None
    return rules.borders.search(text, start, end) is None
