"""By what channel something is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.data import strings, table
from allegedly.characterise.kind import any_of
from allegedly.languages import Language
from allegedly.model import Judgement, Span

_NEAREST = 120
"""Characters from the cue within which a channel is looked for."""
_OPENING = 16
"""Characters that may stand before a channel that opens its sentence."""


_PLAIN = 40
"""Characters from the cue within which a channel without a noun of its own is looked for: "in public"."""
_LED, _PARTED = 10, 4
"""Words that may stand between a channel that opens its sentence and the source; and between the last comma and the source."""
_BY = frozenset((" from ", " by "))
"""Between a channel and whose it is: "a letter from Bell"."""
_COORDINATED = frozenset({"and", "or", "but"})


@dataclass(frozen=True, slots=True)
class MediumRules:
    """`channel` finds a channel after its preposition or a verb of giving it out; `borders` part it from a cue.

    `plain` finds the few that stand without noun or article, `paper` the name of a paper behind "in"; `writes` are verbs of what
    is said in one. `spoken` are words inside a source that lead to its channel.

    `prepositions` lead to a channel, but behind a word that `governs` them ("based on"); `only` finds what some lead to at all
    ("over the phone"). `settled` finds a channel that needs no article: one that has one, several, a mass, a name. `speaking`
    finds words that tell the channel first ("Speaking at …"), `within` the end of those before a clause about what was said in
    one ("a speech in which he").
    """

    channel: re.Pattern[str]
    plain: re.Pattern[str]
    paper: re.Pattern[str]
    writes: frozenset[str]
    borders: re.Pattern[str]
    spoken: re.Pattern[str]
    prepositions: frozenset[str]
    governs: re.Pattern[str]
    only: Mapping[str, re.Pattern[str]]
    settled: re.Pattern[str]
    speaking: re.Pattern[str]
    within: re.Pattern[str]


@cache
def load_mediums(language: Language) -> MediumRules:
    """The channels of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("mediums")
    governs = table(data, "governs")
    nouns, names = either(strings(data, "nouns")), either(strings(data, "names"))
    never = either(strings(data, "never_inside"))
    words = rf"(?:(?!(?:{never})\b)[\w'’.\-]+,? ){{0,4}}?"
    proper = r"(?:the )?[^\W\d_a-z][\w'’.&\-]*(?: [^\W\d_a-z][\w'’.&\-]*){0,4}"
    onward = rf"(?: (?:{either(strings(data, 'goes_on'))}) {proper})?"
    several = rf"(?:(?:{either(strings(data, 'several'))}) of (?:the |his |her |its |their )?)?"
    phrase = (
        rf"(?:(?:a|an|the|his|her|its|their|one|two|several|this|another) )?(?:recent |long )?{several}{words}"
        rf"(?:{nouns})s?(?: (?:{nouns}))?(?![\w\-]){onward}"
        rf"|(?:an?|one|another) {words}(?:{either(strings(data, 'indefinite'))})(?![\w\-]){onward}"
    )
    named = rf"(?:{names})(?:[’']s \w[\w ]{{0,30}}|(?!\w))"
    makes = either((*strings(data, "prepositions"), *strings(data, "makes")))
    leads = rf"(?:{makes}|(?P<received>{either(strings(data, 'receives'))})) "
    voice = rf"through (?P<voice>(?:an?|his|her|its|their) (?:[\w-]+ )?(?:{either(strings(data, 'voices'))}))(?!\w)"
    means = rf"by (?P<means>{either(strings(data, 'means'))})(?!\w)"
    channel = rf"\b(?:(?i:{leads})[\"“‘']?(?P<medium>{named}|{phrase})|{means}|{voice})"
    title = rf"(?:[^\W\d_a-z][\w’'&.-]*[ -](?:and |of |& )?){{0,4}}(?:{either(strings(data, 'papers'))})(?![\w-])"
    return MediumRules(
        re.compile(channel),
        re.compile(rf"\b(?i:(?:{_plain(strings(data, 'plain'))}))\b(?! of)"),
        re.compile(rf"\b(?:in|for) (?P<medium>(?:the |The )?{title})"),
        frozenset(strings(data, "writes")),
        any_of(strings(data, "borders")),
        re.compile(rf"\b(?:{either(strings(data, 'spoken'))}) "),
        frozenset(strings(data, "prepositions")),
        re.compile("|".join(rf"\b(?:{either(strings(governs, word))}) {word} $" for word in governs), re.IGNORECASE),
        {lead: re.compile(rf"\b(?:{names}|{either(strings(data, lead))})\b") for lead in ("over", "through")},
        re.compile(
            rf"(?:{names})\b|(?i:a|an|the|his|her|its|their|one|two|several|this|another) |[^,]*['’]s? "
            rf"|(?:[^ ]+ )*?(?:{nouns})s\b|(?:[^ ]+ )*?(?:{either(strings(data, 'mass'))})\b|\d"
        ),
        re.compile(rf"(?:^|, )[“\"]?(?i:{either(strings(data, 'speaking'))}) "),
        re.compile(rf"\b(?P<medium>{phrase})[^,.;:]{{0,60}},? (?:in|on|during|at) which $"),
    )


def _plain(phrases: tuple[str, ...]) -> str:
    """A pattern of these phrases, the longest first; what stands before a stroke is no part of the channel."""
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        lead, _, rest = phrase.rpartition("|")
        groups.setdefault(lead, []).append(rest)
    return "|".join(
        rf"{lead}{' ' * bool(lead)}(?P<plain{at}>{either(tuple(rest))})" for at, (lead, rest) in enumerate(groups.items())
    )


def either(words: tuple[str, ...]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def judge_medium(text: str, around: Circumstance, rules: MediumRules) -> Judgement[str] | None:
    """The channel nearest to the cue, as the article words it; `None` without one.

    Before the source it opens the sentence; between it and the cue there is no other cue and no other clause.
    """
    best: tuple[int, Span] | None = None
    for outside in around.outside:
        for at, found in _channels(text, outside, around, rules):
            distance = abs(found.start - around.cue_at)
            if (best is None or distance < best[0]) and _belongs(text, at, found, outside, around, rules):
                best = distance, found
    chosen = best[1] if best is not None else _of_source(text, around, rules) or _of_clause(text, around, rules)
    return None if chosen is None else Judgement(chosen.of(text), (chosen,))


def _channels(text: str, outside: Span, around: Circumstance, rules: MediumRules) -> Iterator[tuple[int, Span]]:
    """Each channel near the cue, and where its preposition or its verb begins."""
    for pattern, reach in ((rules.channel, _NEAREST), (rules.plain, _PLAIN), (rules.paper, _PLAIN)):
        if pattern is rules.paper and not any(token.text in rules.writes for token in around.cue):
            continue
        start, end = max(outside.start, around.cue_at - reach), min(outside.end, around.cue_at + reach)
        if start >= end:
            continue
        for match in pattern.finditer(text, start, end):
            group = match.lastgroup or "medium"
            found = Span(match.start(group), match.start(group) + len(match[group].rstrip(".'’ ")))
            if pattern is rules.channel and match["received"] and found.start > around.cue_at:
                continue
            if pattern is not rules.channel or group != "medium" or _leads(text, match.start(), found, around, rules):
                yield match.start(), found


def _leads(text: str, at: int, found: Span, around: Circumstance, rules: MediumRules) -> bool:
    """Whether the word at `at` leads to a channel, and not to what somebody looks at, relies on, or fights over.

    A preposition of the cue itself ("called on") leads to whom it is said, and headlines leave out an article only right
    behind the cue ("says in interview").
    """
    lead = text[at : found.start].partition(" ")[0].lower()
    if lead not in rules.prepositions:
        return True
    if around.cue_at <= at < around.cue_end <= found.start or rules.governs.search(text, max(0, at - 24), at + len(lead) + 1):
        return False
    if lead in rules.only and rules.only[lead].search(text, found.start, found.end) is None:
        return False
    return rules.settled.match(text, found.start, found.end) is not None or 0 <= at - around.cue_end <= 1


def _coordinated(around: Circumstance) -> bool:
    """Whether the saying is the second of one speaker's: "In court she denied it and *spoke* of …"."""
    return any(token.text in _COORDINATED for token in around.before[-2:])


def _of_source(text: str, around: Circumstance, rules: MediumRules) -> Span | None:
    """The channel by which a source reached the author: "neighbours interviewed on the radio"."""
    for source in around.sources:
        match = rules.spoken.search(text, source.start, source.end)
        found = rules.channel.match(text, match.end(), source.end) if match is not None else None
        if found is not None:
            group = found.lastgroup or "medium"
            return Span(found.start(group), found.end(group))
    return None


def _of_clause(text: str, around: Circumstance, rules: MediumRules) -> Span | None:
    """The channel of which a clause tells what was said there: "*a speech* in Orlec in which she said"."""
    for outside, source in ((outside, source) for outside in around.outside for source in around.sources[:1]):
        if outside.end == source.start:
            found = rules.within.search(text, max(outside.start, source.start - _NEAREST), source.start)
            if found is not None:
                return Span(*found.span("medium"))
    return None


def _belongs(text: str, at: int, found: Span, outside: Span, around: Circumstance, rules: MediumRules) -> bool:
    """Whether a channel, its preposition at `at`, is that of the saying and of no other.

    A cue may hold its own ("said on air"); a cue that issues "a call for" something demands by no channel.
    """
    if around.cue_at <= at and found.end <= around.cue_end:
        return at > around.cue_at or not text.startswith(" for ", found.end)
    if around.cue_at < found.end and found.start < around.cue_end:
        return False
    if found.end <= around.cue_at:
        return _before(text, at, found, outside, around, rules)
    start, end = around.cue_end, max(at, around.cue_end)
    if "\n" in text[start:end] or (
        not around.sources and outside.start > around.cue_end and text[outside.start : at].strip(' ,”"')
    ):
        return False
    speaking = rules.speaking.search(text, start, end)
    if speaking is not None:
        return bool(around.sources) and not around.other_cue(speaking.end(), at + 1)
    return rules.borders.search(text, start, min(end, outside.end)) is None and not around.other_cue(start, max(end, at + 1))


def _before(text: str, at: int, found: Span, outside: Span, around: Circumstance, rules: MediumRules) -> bool:
    """Whether a channel before the cue is its own: it opens the sentence, or stands between source and cue."""
    coordinated = _coordinated(around)
    other = around.other_cue(found.end, around.cue_at)
    if "\n" in text[found.end : around.cue_at] or (other and not coordinated):
        return False
    if rules.borders.search(text, found.end, around.cue_at) is not None:
        return False
    opens = at - outside.start <= _OPENING or rules.speaking.match(text, outside.start, at) is not None
    source = next((source for source in around.sources if found.end <= source.start < around.cue_at), None)
    if source is None:
        return other or opens or not coordinated
    between = text[found.end : source.start]
    last = between.rpartition(",")
    return between in _BY or (opens and len(last[2].split()) <= (_PARTED if last[1] else _LED))
