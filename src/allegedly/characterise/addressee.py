"""To whom something is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.characterise.addressee_rules import AddresseeRules
from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cues import NOMINAL, Token
from allegedly.model import Judgement, Span

_SHOW = re.compile(r" [\"“‘]")
_LETTERS = re.compile(r"\b[^\W\d_a-z]\.[^\W\d_a-z]\.$")
_BEING = frozenset({"is", "are", "am", "was", "were", "be", "been", "being", "got", "get", "re", "m"})
_JOINED = re.compile(r"(?i:(?P<who>I|we|you|he|she|they)[’'](?:re|m|ve|s|d)$)")
"""A subject with its auxiliary: "*I*’m told"."""
_SAYING = frozenset({"say", "says", "said", "saying"})
"""Before a word of telling that is itself said: "say thank you"."""
_ON = frozenset({"on", "upon"})
_NOUN = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "this", "that", "in", "on", "at", "by", "during", "via", "over", "after"}
)
"""Somewhere behind these, a word of telling is a noun's: "said in a joint *press* release"."""
_NEAREST = 80
"""Characters behind a cue within which "to somebody" is looked for."""


def judge_addressee(text: str, around: Circumstance, medium: Span | None, rules: AddresseeRules) -> Judgement[str] | None:
    """Whom the cue's verb tells, in the article's words, or who stands behind "to"; `None` without one.

    What the content is about is no addressee, but whom a cue bids is one there, too: "urged *the army* to leave".
    """
    if not around.cue:
        return _labelled(text, around, rules)
    verbs = list(_verbs(around.cue))
    telling = [token for token in verbs if token.text in rules.tells or token.text in rules.presses]
    return (
        _passive(text, around, rules)
        or _told(text, telling, around, rules)
        or _held(text, around, rules)
        or _behind(text, medium, around, rules)
        or _bidden(text, verbs, around, rules)
        or _beside_channel(text, around, rules)
    )


def _verbs(cue: tuple[Token, ...]) -> Iterator[Token]:
    """The words of the cue that could be verbs, and not what is issued, made or said."""
    before, noun = "", False
    for token in cue:
        word = token.text
        verb = not noun or before == "to" or word == "told" or word.endswith(("ing", "ed"))
        if verb and before not in NOMINAL and before not in _SAYING:
            yield token
        noun = noun or word in _NOUN
        before = word


def _labelled(text: str, around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who a speaker's label names behind "to": "Bell to *Dorn*: “It rained.”"."""
    for source in around.sources:
        found = rules.onward.match(text, source.end + 1, max(source.end + 1, around.cue_at))
        if found is not None and found.end() == around.cue_at:
            return _judged(text, found, rules)
    return None


def _told(text: str, telling: list[Token], around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who stands behind the verb, outside of content and source."""
    if not telling:
        return None
    verb, tells = telling[-1], rules.people if telling[-1].text in rules.presses else rules.phrase
    for outside in around.outside:
        for end in (around.cue[-1].span.end, verb.span.end):
            found = tells.match(text, end, outside.end) if outside.start <= end < outside.end else None
            if found is None or (found.end() <= around.cue_end and found["who"].startswith(("a ", "an "))):
                continue
            if verb.text in rules.rings and around.cue[-1].text not in _ON and rules.summons.match(text, found.end()) is None:
                continue
            told = _judged(text, found, rules) if rules.acts.match(found["who"]) is None else None
            if told is not None:
                return told
    return None


def _held(text: str, around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who is named in the cue ("put *the board* on notice") or the source ("their email to *supporters*")."""
    inside = rules.within.search(text, around.cue_at, around.cue_end)
    if inside is not None:
        return _judged(text, inside, rules)
    for token in around.cue[1:]:
        found = rules.reached.search(text, around.cue_at, token.span.start) if token.text.endswith("ing") else None
        if found is not None:
            return _judged(text, found, rules)
    for source in around.sources:
        for found in (rules.written.search(text, source.start, source.end), rules.spoke.search(text, source.start, source.end)):
            if found is not None:
                return _judged(text, found, rules)
        if rules.document.search(text, source.start, source.end) is not None:
            found = rules.onward.match(text, source.end + 1)
            if found is not None:
                return _judged(text, found, rules)
    found = rules.written.search(text, around.cue_at, around.cue_end)
    return None if found is None or rules.networks.match(found["who"]) is not None else _judged(text, found, rules)


def _behind(text: str, medium: Span | None, around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who stands behind "to" or another word that leads to somebody: behind the cue, the content, or the channel."""
    last, words = around.cue[-1], [token.text for token in around.cue]
    if words[-1] == "to" and len(words) > 1 and words[-2] in rules.says_to:
        found = rules.onward.match(text, last.span.start)
        return None if found is None else _judged(text, found, rules)
    leads = [rules.beside[token.text] for token in around.cue if token.text in rules.beside]
    if last.text not in rules.never_to and not (last.text == "to" and words[-2:-1] and words[-2] in rules.never_to):
        leads.append(rules.onward)
    if medium is not None and rules.travels.search(text, medium.start, medium.end) is not None:
        medium = None
    for outside, onward in ((outside, onward) for onward in leads for outside in around.outside):
        for start in _starts(outside, last.span.end, medium):
            found = onward.match(text, start + _blanks(text, start, outside.end), outside.end)
            if found is not None and not around.other_cue(min(last.span.end, start), max(last.span.end, start)):
                told = _judged(text, found, rules)
                if told is not None and (onward is not rules.onward or rules.networks.match(told.value) is None):
                    return told
    return None


def _bidden(text: str, verbs: list[Token], around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Whom the cue bids, thanks, or gives words to, where the content begins with them."""
    end = next((span.end for span in reversed(around.content) if span.start >= around.cue[0].span.end), None)
    if end is None:
        return None
    for token in reversed(verbs):
        for patterns in (rules.bids, rules.wishes):
            found = patterns[token.text].match(text, token.span.end, end) if token.text in patterns else None
            if found is not None and rules.does.search(text, token.span.end, found.end()) is None:
                return _judged(text, found, rules)
    if not any(token.text in rules.gives for token in verbs):
        return None
    found = rules.brings.match(text, around.cue_end + 1, end)
    return None if found is None else _judged(text, found, rules)


def _beside_channel(text: str, around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who is named before a participle ("emailed *her* asking"), or by words about the channel ("Speaking to *nurses*")."""
    for outside in around.outside:
        if (
            outside.start < around.cue_at <= outside.end
            and (told := rules.contacted.search(text, *_near(outside, around))) is not None
        ):
            return _judged(text, told, rules)
        if around.cue[0].text.endswith("ing") and outside.start < around.cue_at <= outside.end:
            found = rules.reached.search(text, max(outside.start, around.cue_at - _NEAREST), around.cue_at)
            if found is not None:
                return _judged(text, found, rules)
        after = outside.start >= around.cue_end or around.cue_end < outside.end
        start = max(outside.start, around.cue_end) if after else outside.start
        found = rules.spoken.search(text, start, outside.end) if after else rules.spoken.match(text, start, outside.end)
        if found is not None and around.sources:
            return _judged(text, found, rules)
    return None


def _passive(text: str, around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who is told, where the telling is passive: "*the farmers* had been told"."""
    words = [token.text for token in around.cue]
    joined = [
        (place, found) for place, token in enumerate(around.cue) if (found := _JOINED.match(text, *_ends(token))) is not None
    ]
    for place, found in joined:
        if any(word in rules.tells for word in words[place + 1 : place + 3] if word not in _BEING):
            return _judged(text, found, rules)
    at = next((place for place, word in enumerate(words) if word in _BEING), None)
    if at is None or not any(word in rules.tells and word.endswith(("d", "t", "n")) for word in words[at + 1 : at + 3]):
        return None
    first = around.content[0] if around.content else None
    if first is not None and not around.sources and around.cue_at - 1 <= first.end <= around.cue_at and _to_do(text, around):
        found = rules.told.match(text, first.start, first.end + 1)
        return None if found is None else _judged(text, found, rules)
    for outside in around.outside:
        if outside.start < around.cue_at <= outside.end:
            if any(source.end == outside.start for source in around.sources) and text[outside.start] == ",":
                return None
            found = rules.told.search(text, max(outside.start, around.cue_at - _NEAREST), around.cue_at)
            return None if found is None else _judged(text, found, rules)
    return None


def _near(outside: Span, around: Circumstance) -> tuple[int, int]:
    return max(outside.start, around.cue_at - _NEAREST), around.cue_at


def _ends(token: Token) -> tuple[int, int]:
    return token.span.start, token.span.end


def _to_do(text: str, around: Circumstance) -> bool:
    """Whether the content goes on with what somebody is to do: "*she* was called upon *to leave*"."""
    return any(span.start >= around.cue_end and text.startswith("to ", span.start) for span in around.content[1:])


def _starts(outside: Span, cue_end: int, medium: Span | None) -> list[int]:
    """Where "to somebody" may begin: behind the cue, behind a content that follows it, behind the channel."""
    starts = [start for start in (cue_end, outside.start) if outside.start <= start < outside.end]
    near = [start for start in starts if cue_end <= start <= cue_end + _NEAREST]
    return [*near, medium.end] if medium is not None and outside.start <= medium.start and medium.end < outside.end else near


def _blanks(text: str, start: int, end: int) -> int:
    words = text[start:end]
    return len(words) - len(words.lstrip(' \n\u00a0”"’'))


def _judged(text: str, found: re.Match[str], rules: AddresseeRules) -> Judgement[str] | None:
    """The addressee, of "CNN’s “Morning Hour”" CNN alone; `None` where it is something told, and nobody."""
    start, who = found.start("who"), found["who"].rstrip("'’ ")
    who = who if _LETTERS.search(who) else who.rstrip(".'’ ")
    if rules.nobody.match(who) is not None:
        return None
    if _SHOW.match(text, start + len(who)):
        who = who[:-2] if who.endswith(("'s", "’s")) else who
    return Judgement(who, (Span(start, start + len(who)),))
