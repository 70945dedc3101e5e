"""By what channel something is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cues import NOMINAL
from allegedly.characterise.medium_rules import MediumRules
from allegedly.model import Judgement, Span

_NEAREST = 120
"""Characters from the cue, or from the source before it, within which a channel is looked for."""
_OPENING = 16
"""Characters that may stand before a channel that opens its sentence."""
_PLAIN = 40
"""Characters from the cue within which a channel without a noun of its own is looked for: "in public"."""
_LED, _PARTED = 10, 4
"""Words that may stand between a channel that opens its sentence and the source; and between the last comma and the source."""
_AFTER = 6
"""Words that may stand between a content and a channel behind it: "…” she told nurses on Monday at a rally"."""
_BY = frozenset((" from ", " by ", " when ", " as "))
"""Between a channel and whose it is: "a letter from Bell", "on her show when she"."""
_TO = frozenset((" to ", " with ", " of ", " for ", " against "))
"""Between a channel and somebody who does not speak through it."""
_PRONOUNS = frozenset({"he", "she", "they", "it"})
"""Sources that take up who the sentence is about, whatever stands between."""
_RELATIVE = frozenset({"who", "which", "that"})
"""Sources within a clause about somebody, of whom alone it tells."""
_COORDINATED = frozenset({"and", "or", "but"})
_NOUN_BEFORE = NOMINAL | {"about", "over"}
"""Before a noun, or before its adjective."""
_ACTS = frozenset(
    {"is", "are", "was", "were", "be", "been", "has", "have", "had", "to", "can", "could", "may", "might", "will", "would"}
)
_ISSUE = re.compile(
    r".{0,14}?\b(?:(?:debates?|conversations?|talks|fights?) (?:over|about|on)|decisions? (?:not )?to|account of)\b"
)
"""The end of a debate that nobody holds ("in the debate over rents") and of what is no ruling ("in her decision to leave")."""
_CREDIT = re.compile(r"\( ?(?:Also )?$")
"""Before what a page refers to: "(Also on Politico: …)", "(via Politico)"."""
_GLUED = re.compile(r"[.!?][”\"]?(?=[A-Z]\w+ )")
"""The end of a sentence that a page's lost line break hides."""


def judge_medium(text: str, around: Circumstance, rules: MediumRules) -> Judgement[str] | None:
    """The channel nearest to the cue, as the article words it; `None` without one.

    Before the source it opens the sentence; between it and the cue there is no other cue and no other clause.
    """
    best: tuple[int, Span] | None = None
    for outside in around.outside:
        for at, found, made in _channels(text, outside, around, rules):
            distance = abs(found.start - around.cue_at)
            if (best is None or distance < best[0]) and _belongs(text, at, found, made, outside, around, rules):
                best = distance, found
    chosen = best[1] if best is not None else None
    if chosen is None or chosen.end <= around.cue_end:
        chosen = _of_clause(text, around, rules) or chosen
    chosen = chosen or _of_source(text, around, rules) or _of_object(text, around, rules)
    return None if chosen is None else Judgement(chosen.of(text), (chosen,))


def _channels(text: str, outside: Span, around: Circumstance, rules: MediumRules) -> Iterator[tuple[int, Span, bool]]:
    """Each channel near the cue, where its preposition or its verb begins, and whether it is a verb of giving it out.

    Two in a row are one: "a speech at a dinner in Ohio".
    """
    for pattern, reach in ((rules.channel, _NEAREST), (rules.plain, _PLAIN), (rules.paper, _PLAIN)):
        wrote = pattern is not rules.paper or any(token.text in rules.writes for token in around.cue)
        reach = reach if wrote else _NEAREST
        first = min([around.cue_at, *(source.start for source in around.sources)]) if reach == _NEAREST else around.cue_at
        start, end = max(outside.start, first - reach), min(outside.end, max(around.cue_end, around.cue_at + reach))
        if start >= end:
            continue
        before: tuple[int, Span, bool] | None = None
        for match in pattern.finditer(text, start, end):
            if not wrote and rules.quoted.search(text, max(0, match.start() - _OPENING), match.start("medium")) is None:
                continue
            group = match.lastgroup or "medium"
            found = Span(match.start(group), match.start(group) + len(match[group].rstrip(".'’ ")))
            of_verb = pattern is rules.channel and (match["made"] or match["received"]) is not None
            if of_verb and match["received"] and found.start > around.cue_at:
                continue
            if of_verb and rules.never_made.search(text, found.start, found.end) is not None:
                continue
            if pattern is rules.channel and group == "medium" and not _leads(text, match.start(), found, around, rules):
                continue
            if pattern is rules.plain and _governed(text, match.start(), match[0].partition(" ")[0], True, rules):
                continue
            if before is not None and not of_verb and rules.joins.fullmatch(text, before[1].end, match.start()):
                before = before[0], Span(before[1].start, found.end), before[2]
            else:
                if before is not None:
                    yield before
                before = match.start(), found, of_verb
        if before is not None:
            yield before


def _leads(text: str, at: int, found: Span, around: Circumstance, rules: MediumRules) -> bool:
    """Whether the word at `at` leads to a channel, and not to what somebody looks at, relies on, or fights over.

    Headlines leave out an article only right behind the cue ("says in interview").
    """
    lead = text[at : found.start].partition(" ")[0].lower()
    if lead not in rules.prepositions:
        return True
    if _CREDIT.search(text, max(0, at - 8), at) is not None:
        return False
    if _governed(text, at, lead, rules.posted.match(text, found.start, found.end) is None, rules):
        return False
    part = " of " in text[at : found.start] and not text.endswith("debate", 0, found.end)
    if lead in rules.only and not part and rules.only[lead].search(text, found.start, found.end) is None:
        return False
    if _ISSUE.match(text, max(found.start, found.end - len("conversations"))) is not None:
        return False
    if lead == "at" and rules.never_at.search(text, found.start, found.end) is not None:
        return False
    return rules.settled.match(text, found.start, found.end) is not None or around.cue_at < at <= around.cue_end + 1


def _governed(text: str, at: int, lead: str, told_of: bool, rules: MediumRules) -> bool:
    """Whether the preposition at `at` belongs to a word before it that makes what follows what it is about.

    `told_of`: whether what follows may be what somebody only tells of.
    """
    before = max(0, at - 24), at + len(lead) + 1
    return rules.governs.search(text, *before) is not None or (told_of and rules.tells_of.search(text, *before) is not None)


def _coordinated(around: Circumstance) -> bool:
    """Whether the saying is the second of one speaker's: "In court she denied it and *spoke* of …"."""
    return any(token.text in _COORDINATED for token in around.before[-2:])


def _of_source(text: str, around: Circumstance, rules: MediumRules) -> Span | None:
    """The channel by which a source reached the author: "neighbours interviewed on the radio", "a man in the video"."""
    for source in around.sources:
        match = rules.spoken.search(text, source.start, source.end)
        found = rules.channel.match(text, match.end(), source.end) if match is not None else None
        if found is not None:
            group = found.lastgroup or "medium"
            return Span(found.start(group), found.end(group))
        held = rules.in_source.search(text, source.start, source.end) or rules.paper.search(text, source.start, source.end)
        if held is not None and held.end() == source.end and rules.itself.search(text, source.start, held.start()) is None:
            return Span(*held.span("medium"))
    return None


def _of_clause(text: str, around: Circumstance, rules: MediumRules) -> Span | None:
    """The channel of which a clause tells what was said there: "*a speech* in Orlec in which she said"."""
    for outside, source in ((outside, source) for outside in around.outside for source in around.sources[:1]):
        if outside.end == source.start:
            for pattern in rules.within:
                found = pattern.search(text, max(outside.start, source.start - _NEAREST), source.start)
                if found is not None:
                    return Span(*found.span("medium"))
    return None


def _of_object(text: str, around: Circumstance, rules: MediumRules) -> Span | None:
    """The channel within a content: between whom the cue's verb takes and what of ("accused *him in a lawsuit of* hiding it"),
    or behind the words quoted ("said *“It rained” during a ceremony*")."""
    first = around.content[0] if around.content else None
    if first is None or not around.cue or not around.cue_end <= first.start <= around.cue_end + 2:
        return None
    found = rules.of_object.match(text, first.start, min(first.end, first.start + _NEAREST))
    if found is not None:
        return Span(*found.span("medium"))
    closed = max(text.rfind(mark, first.start, first.end) for mark in '”"') + 1
    after = rules.channel.match(text, closed + 1, first.end) if text[first.start] in '“"' and closed else None
    group = (after.lastgroup if after is not None else None) or "medium"
    return None if after is None else Span(*after.span(group))


def _belongs(text: str, at: int, found: Span, made: bool, outside: Span, around: Circumstance, rules: MediumRules) -> bool:
    """Whether a channel, its preposition or verb at `at`, is that of the saying and of no other.

    A cue may hold its own ("said on air"); a cue that issues "a call for" something demands by no channel. What somebody gives
    out behind the saying ("…, she said, and posted a video") is a channel only where nobody else does.
    """
    if _noun(around) and not any(at - 1 <= end <= at for end in (around.cue_end, *(span.end for span in around.content))):
        return False
    if around.cue_at <= at and found.end <= around.cue_end:
        return at > around.cue_at or not text.startswith(" for ", found.end)
    if around.cue_at < found.end and found.start < around.cue_end:
        return at >= around.cue_at
    if found.end <= around.cue_at:
        return _before(text, at, found, outside, around, rules)
    start, end = _after(at, around), max(at, around.cue_end)
    if "\n" in text[start:end] or _GLUED.search(text, max(start, outside.start), end) is not None:
        return False
    if outside.start > around.cue_end:
        if not around.sources and text[outside.start : at].strip(' ,”"'):
            return False
        if len(text[outside.start : at].split()) > _AFTER and rules.speaking.search(text, outside.start, at) is None:
            return False
        if made and rules.made.fullmatch(text, outside.start, at) is None:
            return False
    start = start if made else max(start, outside.start)
    speaking = rules.speaking.search(text, start, end)
    if speaking is not None:
        return bool(around.sources) and not around.other_cue(speaking.end(), at + 1)
    return rules.borders.search(text, start, min(end, outside.end)) is None and not around.other_cue(start, max(end, at + 1))


def _noun(around: Circumstance) -> bool:
    """Whether the cue is a noun that nobody's saying is told by: "ignoring *the promises*"."""
    first, before = around.cue[0].text if around.cue else "", {token.text for token in around.before[-2:]}
    return (
        bool(first)
        and not around.sources
        and bool(before & _NOUN_BEFORE)
        and not first.endswith(("ed", "ing"))
        and first not in _ACTS
    )


def _elsewhere(text: str, found: Span, around: Circumstance) -> bool:
    """Whether a channel before the cue is of other words: of those before a sentence that the cue begins ("in Marl, Va. Arguing
    that"), or of a clause that what is thought of somebody does not share ("in the debate, *he* was seen as")."""
    if any(source.start < around.cue_at for source in around.sources):
        return False
    if text[around.cue_at].isupper() and text[found.end : around.cue_at].strip():
        return True
    return not around.sources and any(found.end <= span.start < around.cue_at for span in around.content)


def _after(at: int, around: Circumstance) -> int:
    """Where the saying ends before a channel behind it: behind a source that follows the cue ("said Bell on the radio")."""
    return max([around.cue_end, *(source.end for source in around.sources if around.cue_end <= source.start < source.end <= at)])


def _before(text: str, at: int, found: Span, outside: Span, around: Circumstance, rules: MediumRules) -> bool:
    """Whether a channel before the cue is its own: it opens the sentence, or stands between source and cue.

    A phrase that a comma ends before the source, or that commas part from source and cue, may hold clauses of its own ("In a
    letter to those who left, Bell said").
    """
    if "\n" in text[found.end : around.cue_at] or _GLUED.search(text, found.end, around.cue_at) is not None:
        return False
    if _elsewhere(text, found, around):
        return False
    source = next((source for source in around.sources if found.end <= source.start < around.cue_at), None)
    spoken = around.cue_at if source is None else source.start
    between, opens = text[found.end : spoken], at - outside.start <= _OPENING
    opens = opens or rules.speaking.match(text, outside.start, at) is not None
    coordinated = _coordinated(around)
    aside = text.endswith(", ", 0, at) and any(0 <= at - one.end <= len(", ") for one in around.sources)
    if source is None and aside and between.rstrip().endswith(","):
        return True
    if source is not None and source.of(text).lower() in _RELATIVE:
        return False
    if source is not None and between in _BY:
        return not around.other_cue(found.end, around.cue_at)
    closed = opens and source is not None and between.endswith((", ", ", “", ', "'))
    first = found.end + between.index(",") if closed else found.end
    other = around.other_cue(first, around.cue_at)
    if other and not coordinated:
        return False
    told = text[first:spoken], text[source.end : around.cue_at] if source is not None else ""
    if any(rules.borders.search(rules.aside.sub("", words)) for words in told):
        return False
    if source is None:
        return other or opens or not coordinated
    last = between.rpartition(",")
    parted = _LED if source.of(text).lower() in _PRONOUNS else _PARTED
    return between not in _TO and opens and len(last[2].split()) <= (parted if last[1] else _LED)
