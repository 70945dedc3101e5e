"""By what channel, or to whom, something is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.data import string, strings, table
from allegedly.languages import Language
from allegedly.model import Judgement, Span

_NEAREST = 160
"""Characters from the cue within which a channel is looked for."""


@dataclass(frozen=True, slots=True)
class MediumRules:
    """`channel` finds a channel after its preposition, `addressee` whom one tells, `verbs` are channels by themselves."""

    channel: re.Pattern[str]
    addressee: re.Pattern[str]
    verbs: dict[str, str]


@cache
def load_mediums(language: Language) -> MediumRules:
    """The channels of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("mediums")
    nouns = _either(strings(data, "nouns"))
    names = _either(strings(data, "names"))
    never = _either(strings(data, "never_inside"))
    words = rf"(?:(?!(?:{never})\b)[\w'’.\-]+ ){{0,4}}?"
    proper = r"(?:the )?[^\W\d_a-z][\w'’.&\-]*(?: [^\W\d_a-z][\w'’.&\-]*){0,4}"
    onward = rf"(?: (?:{_either(strings(data, 'goes_on'))}) {proper})?"
    phrase = rf"(?:(?:a|an|the|his|her|its|their|one|two|several|this) )?{words}(?:{nouns})(?!\w){onward}"
    channel = rf"\b(?i:{_either(strings(data, 'prepositions'))}) (?P<medium>(?:{names})(?!\w)|{phrase})"
    title = r"the [^\W\d_a-z][\w'’.&\-]*(?: [^\W\d_a-z][\w'’.&\-]*){0,3}"
    told = rf"(?:{_either(strings(data, 'addressees'))})(?!\w)|(?:{names})(?!\w)|{title}"
    addressee = rf"\b(?:{_either(strings(data, 'tells'))}|(?:{_either(strings(data, 'says'))}) to) (?P<medium>{told})"
    verbs = table(data, "verbs")
    return MediumRules(re.compile(channel), re.compile(addressee), {word: string(verbs, word) for word in verbs})


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def judge_medium(text: str, around: Circumstance, rules: MediumRules) -> Judgement[str] | None:
    """The channel nearest to the cue, as the article words it; whom somebody told, as "to reporters"; `None` without either."""
    best: tuple[int, Judgement[str]] | None = None
    for span in around.outside:
        start, end = max(span.start, around.cue_at - _NEAREST), min(span.end, around.cue_at + _NEAREST)
        if start >= end:
            continue
        for match in rules.channel.finditer(text, start, end):
            first, last = match.start("medium"), match.start("medium") + len(match["medium"].rstrip(".'’"))
            distance = abs(first - around.cue_at)
            if best is None or distance < best[0]:
                best = distance, Judgement(text[first:last], (Span(first, last),))
    if best is not None:
        return best[1]
    for token in around.cue:
        channel = rules.verbs.get(token.text)
        if channel is not None:
            return Judgement(channel, (token.span,))
    if around.cue:
        told = rules.addressee.match(text, around.cue[-1].span.start) or rules.addressee.search(
            text, around.cue[0].span.start, around.cue[-1].span.end + 60
        )
        if told is not None and told.start() <= around.cue[-1].span.end:
            first, last = told.start("medium"), told.start("medium") + len(told["medium"].rstrip(".'’"))
            return Judgement("to " + text[first:last], (Span(first, last),))
    return None
