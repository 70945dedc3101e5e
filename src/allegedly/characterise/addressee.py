"""To whom something is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cues import NOMINAL
from allegedly.characterise.data import strings, table
from allegedly.characterise.medium_rules import either
from allegedly.languages import Language
from allegedly.model import Judgement, Span

_SHOW = re.compile(r" [\"“‘]")
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "got", "get"})
_SAYING = frozenset({"say", "says", "said", "saying"})
"""Before a word of telling that is itself said: "say thank you"."""
_NEAREST = 80
"""Characters behind a cue within which "to somebody" is looked for."""


@dataclass(frozen=True, slots=True)
class AddresseeRules:
    """`tells` are verbs that take whom one tells; `never_to` words whose "to" leads to nobody.

    `phrase` finds whom one tells; `onward` the same behind "to", there only somebody who is plainly one, `beside` behind
    another word for some cues ("shared with"), `within` inside a cue ("put *the board* on notice"); `written` that behind a
    channel inside a source ("their email to supporters"). `told` finds who stands before a passive ("the farmers had been
    told"). `presses` are verbs that tell nobody but `people`; `reached` finds who stands between a verb and a participle that
    tells ("emailed *her* asking"), `spoken` whom words about the channel name ("Speaking to *nurses* at a rally, she said").
    `asked` are participles of a question, `joins` the words that lead to one without a subject, `named` finds
    the name behind one.
    """

    tells: frozenset[str]
    never_to: frozenset[str]
    phrase: re.Pattern[str]
    onward: re.Pattern[str]
    written: re.Pattern[str]
    told: re.Pattern[str]
    beside: Mapping[str, re.Pattern[str]]
    within: re.Pattern[str]
    presses: frozenset[str]
    people: re.Pattern[str]
    reached: re.Pattern[str]
    spoken: re.Pattern[str]
    asked: frozenset[str]
    joins: frozenset[str]
    named: re.Pattern[str]


@cache
def load_addressees(language: Language) -> AddresseeRules:
    """The addressees of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("mediums")
    ends = either(strings(data, "ends"))
    pronoun = rf"(?:{either(strings(data, 'pronouns'))})(?![\w’'])(?! [a-z]+s\b)"
    word = rf"(?!(?i:{ends})\b)(?:[^\W\d_a-z]\w{{0,3}}\.(?= [^\W\d_a-z])|[\w\[\]’'.&\-]*[\w\]])"
    more = rf"(?: (?:of (?:the )?)?{word}){{0,6}}"
    opened = rf"(?:(?i:{either(strings(data, 'openers'))}) {word}{more})"
    plain = rf"(?:{either(strings(data, 'addressees'))})\b{more}"
    proper = rf"(?=[^\W\d_a-z]){word}{more}"
    with_other = table(data, "with_other")
    others: dict[str, list[str]] = {}
    for preposition in with_other:
        for verb in strings(with_other, preposition):
            others.setdefault(verb, []).append(preposition)
    days = either(tuple(map(str.capitalize, strings(language.table("times"), "weekdays"))))
    named = r"[^\W\d_a-z][\w.’'-]*(?: (?:(?:of|de|von|van|al) )?[^\W\d_a-z][\w.’'-]*){0,5}"
    nearest = rf"{pronoun}|(?:{either(strings(data, 'addressees'))})\b|(?i:{either(strings(data, 'openers'))}) {word}(?: {word})?"
    short = rf"{opened}|{pronoun}|{plain}|{proper}"
    return AddresseeRules(
        frozenset(strings(data, "tells")),
        frozenset(strings(data, "never_to")),
        re.compile(rf"[ ](?P<who>{short}|(?![a-z]+ing\b){word}{more})"),
        re.compile(rf"\bto (?P<who>{short})"),
        re.compile(rf"\b(?:{either(strings(data, 'nouns'))})(?: (?:{either(strings(data, 'sent'))}))? to (?P<who>{short})"),
        re.compile(
            rf"(?P<who>{opened}|{plain}|{proper}|\b[a-z-]+(?:s|ren|eople)|\b(?:{either(strings(data, 'subjects'))})),?[ ]$"
        ),
        {verb: re.compile(rf"\b(?:{either(tuple(words))}) (?P<who>{short})") for verb, words in others.items()},
        re.compile(
            rf"\b(?:{either(strings(data, 'hands'))}) (?P<who>{word}(?: {word}){{0,4}}?)"
            rf" (?:and (?:{word} ){{1,3}}?)?(?:{either(strings(data, 'handed'))})\b"
        ),
        frozenset(strings(data, "presses")),
        re.compile(rf"[ ](?P<who>{pronoun}|{plain}|{proper})"),
        re.compile(rf"\b(?:{either(strings(data, 'reaches'))}) (?P<who>{named}|{nearest})(?: (?:{days}))?,? $"),
        re.compile(
            rf"(?:(?:^|, )(?i:{either(strings(data, 'speaking'))})(?: [a-z]+ly| live| earlier| later)? (?:to|with|before)"
            rf"|(?:^|, )(?i:addressing)) (?P<who>{short})"
        ),
        frozenset(strings(data, "asked")),
        frozenset(strings(data, "joins")),
        re.compile(rf" (?P<who>{named})"),
    )


def judge_addressee(text: str, around: Circumstance, medium: Span | None, rules: AddresseeRules) -> Judgement[str] | None:
    """Whom the cue's verb tells, in the article's words, or who stands behind "to"; `None` without one.

    What is part of the content is no addressee: "urged *the army to leave*" demands of nobody else.
    """
    if not around.cue:
        return None
    last = around.cue[-1]
    telling = [
        token
        for before, token in zip(("", *(each.text for each in around.cue)), around.cue, strict=False)
        if (token.text in rules.tells or token.text in rules.presses) and before not in NOMINAL and before not in _SAYING
    ]
    for outside in around.outside:
        for end in [last.span.end, telling[-1].span.end] if telling else []:
            tells = rules.people if telling[-1].text in rules.presses else rules.phrase
            found = tells.match(text, end, outside.end) if outside.start <= end < outside.end else None
            if found is not None and not (found.end() <= around.cue_end and found["who"].startswith(("a ", "an "))):
                return _judged(text, found)
    told = _passive(text, around, rules)
    if told is not None:
        return told
    inside = rules.within.search(text, around.cue_at, around.cue_end)
    if inside is not None:
        return _judged(text, inside)
    for start, end in (*((source.start, source.end) for source in around.sources), (around.cue_at, around.cue_end)):
        found = rules.written.search(text, start, end)
        if found is not None:
            return _judged(text, found)
    leads = [rules.beside[token.text] for token in around.cue if token.text in rules.beside]
    if last.text not in rules.never_to:
        leads.append(rules.onward)
    for outside, onward in ((outside, onward) for onward in leads for outside in around.outside):
        for start in _starts(outside, last.span.end, medium):
            found = onward.match(text, start + _blanks(text, start, outside.end), outside.end)
            if found is not None and not around.other_cue(min(last.span.end, start), max(last.span.end, start)):
                return _judged(text, found)
    return _beside_channel(text, around, rules)


def _beside_channel(text: str, around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who is named before a participle ("emailed *her* asking"), or by words about the channel ("Speaking to *nurses*")."""
    for outside in around.outside:
        if around.cue[0].text.endswith("ing") and outside.start < around.cue_at <= outside.end:
            found = rules.reached.search(text, max(outside.start, around.cue_at - _NEAREST), around.cue_at)
            if found is not None:
                return _judged(text, found)
        after = outside.start >= around.cue_end or around.cue_end < outside.end
        start = max(outside.start, around.cue_end) if after else outside.start
        found = rules.spoken.search(text, start, outside.end) if after else rules.spoken.match(text, start, outside.end)
        if found is not None and around.sources:
            return _judged(text, found)
    return None


def _passive(text: str, around: Circumstance, rules: AddresseeRules) -> Judgement[str] | None:
    """Who is told, where the telling is passive: "*the farmers* had been told"."""
    words = [token.text for token in around.cue]
    at = next((place for place, word in enumerate(words) if word in _BEING), None)
    if at is None or not any(word in rules.tells and word.endswith(("d", "t", "n")) for word in words[at + 1 : at + 3]):
        return None
    for outside in around.outside:
        if outside.start < around.cue_at <= outside.end:
            found = rules.told.search(text, max(outside.start, around.cue_at - _NEAREST), around.cue_at)
            return None if found is None else _judged(text, found)
    return None


def _starts(outside: Span, cue_end: int, medium: Span | None) -> list[int]:
    """Where "to somebody" may begin: behind the cue, behind a content that follows it, behind the channel."""
    starts = [start for start in (cue_end, outside.start) if outside.start <= start < outside.end]
    near = [start for start in starts if cue_end <= start <= cue_end + _NEAREST]
    return [*near, medium.end] if medium is not None and outside.start <= medium.start and medium.end < outside.end else near


def _blanks(text: str, start: int, end: int) -> int:
    words = text[start:end]
    return len(words) - len(words.lstrip(' \n\u00a0”"’'))


def _judged(text: str, found: re.Match[str]) -> Judgement[str]:
    """The addressee; of "CNN’s “Morning Hour”" CNN alone."""
    start, who = found.start("who"), found["who"].rstrip(".'’ ")
    if _SHOW.match(text, start + len(who)):
        who = who[:-2] if who.endswith(("'s", "’s")) else who
    return Judgement(who, (Span(start, start + len(who)),))
