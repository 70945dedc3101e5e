"""Whether the words that are said have what a rule of the content looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegedly.characterise.content_rules import ENDING, ContentRule
from allegedly.model import Span, Spans

_FIRST_CLAUSE = 200
"""Characters of a content that may change its kind."""
_NEAR = 140
"""Characters of a content in which an obligation is its main point."""
_UP_TO = 140
"""Characters of a content's first sentence in which any of a list of patterns may begin."""
_ASKED = 400
"""Characters of a question."""
_CAPITAL = re.compile(r"[\"“'‘ ]*(?!I\b)[A-Z]")
"""What opens a sentence of its own behind the cue, but for the speaker's "I"."""
_SENTENCE = re.compile(r"[.!?](?=[\s\"”'’]|\Z)")
_SUBORDINATE = re.compile(r"\b(?:because|if|when|while|who|which|unless|although|though|whose|where|why)\b|[;:]\s" + ENDING)


@dataclass(frozen=True, slots=True)
class Said:
    """A content as the rules look at it: its spans in `text`, and the opening of each in small letters, as long as it is."""

    text: str
    content: Spans
    openings: tuple[str, ...]


def said(text: str, content: Spans) -> Said:
    """The content, ready for all rules."""
    return Said(text, content, tuple(lowered(text[span.start : min(span.end, span.start + _FIRST_CLAUSE)]) for span in content))


def lowered(words: str) -> str:
    """The words in small letters, letter by letter: none may become two."""
    small = words.lower()
    return small if len(small) == len(words) else "".join(each.lower() if len(each.lower()) == 1 else each for each in words)


def found_by(said: Said, rule: ContentRule) -> Span | None:
    """Where the opening words of a content have what the rule looks for."""
    text, content = said.text, said.content
    if rule.ending:
        match = rule.pattern.search(text, max(content[-1].start, content[-1].end - 12), content[-1].end)
        return Span(match.start(), match.start() + 1) if match else None
    if rule.infinitive:
        return _infinitive(text, content, rule)
    if rule.asks:
        return _asked(text, content, rule)
    if rule.modal:
        return _modal(said, rule)
    if rule.unless is not None:
        return _opening(said, rule.pattern, rule.unless)
    left = _FIRST_CLAUSE
    for span, opening in zip(content, said.openings, strict=True):
        match = rule.pattern.search(opening if left == _FIRST_CLAUSE else opening[:left])
        if match is not None:
            return _place(span.start, match)
        left -= len(opening)
        if left <= 0 or rule.anchored:
            return None
    return None


def _place(start: int, match: re.Match[str]) -> Span:
    """Where a match in an opening stands: its `found`, where it names one."""
    opens = match.start("found") if "found" in match.re.groupindex else match.start()
    return Span(start + opens, start + max(match.end(), opens + 1))


def _infinitive(text: str, content: Spans, rule: ContentRule) -> Span | None:
    """What somebody is to do: behind who is, or opening a span of its own."""
    if text[content[0].start : content[-1].end].rstrip("\"”’' ").endswith("?"):
        return None
    apart = next((span for span in content[1:] if text.startswith(("to ", "not to "), span.start)), None)
    if apart is not None:
        return Span(apart.start, apart.start + text[apart.start : apart.end].index("to") + 2)
    match = (
        None
        if rule.apart
        else rule.pattern.search(text[content[0].start : min(content[0].end, content[0].start + _FIRST_CLAUSE)])
    )
    return _place(content[0].start, match) if match else None


def _modal(said: Said, rule: ContentRule) -> Span | None:
    """An obligation in the first clause, close to its start."""
    span, opening = said.content[0], said.openings[0]
    words = said.text[span.start : span.start + len(opening)]
    for match in rule.pattern.finditer(words):
        if words.endswith(rule.never_before, 0, match.start()):
            continue
        stop = _SUBORDINATE.search(opening)
        return _place(span.start, match) if match.end() <= min(stop.start() if stop else len(words), _NEAR) else None
    return None


def _opening(said: Said, pattern: re.Pattern[str], unless: re.Pattern[str]) -> Span | None:
    """Where the first sentence of a content has the pattern, nothing before it that parts it from the opening."""
    left = _UP_TO
    for span, opening in zip(said.content, said.openings, strict=True):
        if span is not said.content[0] and _CAPITAL.match(said.text, span.start):
            return None
        match = pattern.search(opening)
        if match is None and span is said.content[-1]:
            return None
        before = match.start() if match else len(opening)
        if before > left or unless.search(opening, 0, before):
            return None
        if match is not None:
            return _place(span.start, match)
        left -= before
    return None


def _asked(text: str, content: Spans, rule: ContentRule) -> Span | None:
    """The one question that a content is, its cue within or not."""
    last = content[-1]
    if "?" not in text[last.end - 4 : last.end] or any(_SENTENCE.search(text, span.start, span.end) for span in content[:-1]):
        return None
    match = rule.pattern.search(text[last.start : min(last.end, last.start + _ASKED)])
    return Span(last.start + match.start(), last.start + match.end()) if match else None
