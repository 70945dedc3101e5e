"""What sort of saying a statement is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.content_found import found_by, lowered, said
from allegedly.characterise.content_rules import OTHER, ContentRule, any_of, by_first_letter, content_rules, content_shape
from allegedly.characterise.cues import CueLexicon, CueReading, Token
from allegedly.characterise.data import string, strings, table
from allegedly.languages import Language
from allegedly.model import Attribution, Certainty, Judgement, Kind, Span, Spans

__all__ = ["KindRules", "any_of", "by_first_letter", "content_shape", "judge_kind", "load_kind_rules"]

_TOLD = (Kind.ASSERTION, Kind.ANNOUNCEMENT)
"""Kinds of many cues that are no sayings: who does not do these has not kept silent."""
_BREAK = re.compile(r"[;.:—–]|\b(?:when|while|as|after|before|because|if|who|which|that|but)\b", re.IGNORECASE)
"""What parts a negation from a verb that it does not negate: "was not joking when he *told*"."""
_WITHOUT = frozenset(("no", "without", "neither", "nor"))
"""What negates a noun after it; "did not answer *requests*" negates none."""
_LEADING = frozenset(
    ("have", "has", "had", "been", "be", "being", "yet", "even", "ever", "to", "want", "wish", "going", "so", "far")
)
"""What may stand between a negation and the verb that it negates, adverbs in -ly aside."""
_NOBODY = re.compile(r"(?:no one|nobody|few)\b", re.IGNORECASE)
"""Who opens a source in which a doubt is nobody's."""


@dataclass(frozen=True, slots=True)
class KindRules:
    """All that kinds.toml holds, ready for use, with the lexicon of cues."""

    cues: CueLexicon
    negations: frozenset[str]
    saying: frozenset[str]
    withheld: re.Pattern[str]
    negated: dict[Kind, Kind]
    silent: tuple[tuple[Kind, re.Pattern[str]], ...]
    content: dict[Kind, dict[str, tuple[ContentRule, ...]]]


@cache
def load_kind_rules(language: Language) -> KindRules:
    """The rules of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("kinds")
    silent = table(data, "silent")
    negated = table(data, "negated")
    return KindRules(
        CueLexicon(language),
        frozenset(strings(data, "negations")),
        frozenset(strings(data, "saying")),
        any_of(strings(data, "withheld")),
        {Kind(key): Kind(string(negated, key)) for key in negated},
        tuple((Kind(key), _silences(strings(silent, key))) for key in silent),
        content_rules(data),
    )


def _silences(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases, in small letters; "not" in them stands for "didn't" and the like too, and an adverb may follow it."""
    denied = [re.escape(phrase.removeprefix("not ")) for phrase in phrases if phrase.startswith("not ")]
    plain = by_first_letter(tuple(phrase for phrase in phrases if not phrase.startswith("not ")), cased=False)
    negated = rf"n(?:(?<!\wn)ot|(?<=\wn)['’]t) (?:\w+ly |yet |ever )?(?:{'|'.join(sorted(denied, key=len, reverse=True))})(?!\w)"
    return re.compile(f"{plain}|{negated}" if denied else plain)


def judge_kind(
    text: str, attribution: Attribution, around: Circumstance, nested: Spans, rules: KindRules
) -> tuple[Judgement[Kind], CueReading | None]:
    """The kind of a statement, and what its cue gave on its own; words in `nested` contents have no part in it."""
    line = (*around.before, *around.cue, *around.behind)
    silent = _silence(text, line, around, rules) if line else None
    if silent is not None:
        return silent, None
    before = around.before[-1].text if around.before else ""
    reading = rules.cues.read(text, around.cue, around.behind, before, content_shape(text, attribution))
    if reading is None:
        plain = Judgement(Kind.ASSERTION, attribution.cue, None if attribution.cue else "no cue")
        return _by_content(text, attribution, plain, "", nested, rules), None
    nobody = _NOBODY.match(text, attribution.source[0].start) if attribution.source else None
    if reading.kind is Kind.DOUBT and nobody:
        sure = replace(reading, kind=Kind.ATTITUDE, certainty=Certainty.CERTAIN)
        return Judgement(Kind.ATTITUDE, (Span(nobody.start(), nobody.end()), reading.span)), sure
    if reading.sort == "seeming" and attribution.source:
        return Judgement(Kind.ATTITUDE, (reading.span,)), replace(reading, kind=Kind.ATTITUDE)
    kind = reading.kind
    judged = Judgement(kind, (reading.span,))
    negation = _negation(text, around, reading, rules)
    if negation is not None and (kind not in _TOLD or reading.lemma in rules.saying):
        return Judgement(rules.negated.get(kind, kind), (negation, reading.span)), reading
    return _by_content(text, attribution, judged, reading.lemma, nested, rules), reading


def _silence(text: str, line: Sequence[Token], around: Circumstance, rules: KindRules) -> Judgement[Kind] | None:
    """What the cue and the words about it say by a phrase of their own: that nothing was said, or that one will not have it."""
    first = line[0].span.start
    words = lowered(text[first : line[-1].span.end])
    for kind, pattern in rules.silent:
        for match in pattern.finditer(words):
            start, end = first + match.start(), first + match.end()
            while start > first and text[start - 1].isalpha():
                start -= 1
            if any(start < token.span.end and token.span.start < end for token in around.cue):
                return Judgement(kind, (Span(start, end),))
    return None


def _negation(text: str, around: Circumstance, reading: CueReading, rules: KindRules) -> Span | None:
    """The word that negates the cue, from a few words before its verb."""
    before = [token for token in (*around.before, *around.cue) if token.span.end <= reading.span.start][-4:]
    for token in reversed(before):
        if token.text == "no" and reading.sort == "verbs" and token.span.end + 1 != reading.span.start:
            continue
        if token.text in rules.negations or token.text.endswith(("n't", "n’t")):
            if token not in around.cue and token.text not in _WITHOUT and not _leads(before[before.index(token) + 1 :]):
                return None
            return None if _BREAK.search(text, token.span.end, reading.span.start) else token.span
        if text[token.span.end : token.span.end + 1] in (",", ";", ".", ":", "”", '"'):
            return None
    start = before[0].span.start if before else reading.span.start
    match = rules.withheld.search(text, start, reading.span.start) if start < reading.span.start else None
    if match and not text[match.end() : reading.span.start].strip():
        return Span(match.start(), match.end())
    return None


def _leads(words: Sequence[Token]) -> bool:
    """Whether these words, between a negation and a cue, only lead to it."""
    return all(word.text in _LEADING or word.text.endswith("ly") for word in words)


def _by_content(
    text: str, attribution: Attribution, judged: Judgement[Kind], lemma: str, nested: Spans, rules: KindRules
) -> Judgement[Kind]:
    by_cue = rules.content[judged.value]
    listed = by_cue.get(lemma, by_cue[OTHER])
    if not listed:
        return judged
    shape = content_shape(text, attribution)
    source = " ".join(span.of(text) for span in attribution.source)
    words = said(text, attribution.content)
    for rule in listed:
        if rule.shapes and shape not in rule.shapes:
            continue
        if (rule.modal and shape == "wh") or (rule.kind is Kind.CRITICISM and not attribution.source):
            continue
        if (rule.source and not rule.source.search(source)) or (rule.not_source and rule.not_source.search(source)):
            continue
        found = found_by(words, rule)
        if found is not None and not any(inner.start <= found.start < inner.end for inner in nested):
            return Judgement(rule.kind, (*judged.evidence, found))
    return judged
