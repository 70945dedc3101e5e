"""What sort of saying a statement is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cues import CueLexicon, CueReading
from allegedly.characterise.data import string, strings, table, tables
from allegedly.languages import Language, Table
from allegedly.model import Attribution, Judgement, Kind, Span, Spans

_FIRST_CLAUSE = 200
"""Characters of a content in which an obligation is looked for."""
_SUBORDINATE = re.compile(r"\b(?:because|if|when|while|who|which|unless|although|though|whose|where)\b|[.!?;:]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContentRule:
    """From the kinds `of`, with a cue of `cues`, content that `pattern` finds makes `kind`."""

    of: frozenset[Kind]
    kind: Kind
    cues: frozenset[str]
    pattern: re.Pattern[str]
    modal: bool


@dataclass(frozen=True, slots=True)
class KindRules:
    """All that kinds.toml holds, ready for use, with the lexicon of cues."""

    cues: CueLexicon
    negations: frozenset[str]
    withheld: re.Pattern[str]
    negated: dict[Kind, Kind]
    silent: tuple[tuple[Kind, re.Pattern[str]], ...]
    content: tuple[ContentRule, ...]
    nouns: dict[str, Kind]


@cache
def load_kind_rules(language: Language) -> KindRules:
    """The rules of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("kinds")
    silent = table(data, "silent")
    nouns = table(data, "nouns")
    negated = table(data, "negated")
    return KindRules(
        CueLexicon(language),
        frozenset(strings(data, "negations")),
        any_of(strings(data, "withheld")),
        {Kind(key): Kind(string(negated, key)) for key in negated},
        tuple((Kind(key), any_of(strings(silent, key))) for key in silent),
        tuple(_content_rule(entry) for entry in tables(data, "content")),
        {word: Kind(string(nouns, word)) for word in nouns},
    )


def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of these words or phrases, whole, the longest first, in any letter case."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _content_rule(entry: Table) -> ContentRule:
    modal = "modal" in entry
    if "infinitive" in entry:
        pattern = re.compile(r"\A(?:[\w’'.]+ ){0,5}?to [a-z]+")
    elif modal:
        never = "|".join(re.escape(word) for word in strings(entry, "never_after"))
        listed = "|".join(re.escape(word) for word in strings(entry, "modal"))
        pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)(?! (?:{never})(?!\w))")
    else:
        pattern = any_of(strings(entry, "words"))
    cues = frozenset(strings(entry, "cues")) if "cues" in entry else frozenset[str]()
    return ContentRule(frozenset(Kind(kind) for kind in strings(entry, "of")), Kind(string(entry, "kind")), cues, pattern, modal)


def content_shape(text: str, attribution: Attribution) -> str:
    """How the content is given: `quote`, `that`, `to`, `wh`, or `noun` (a phrase or a clause).

    >>> content_shape("He asked to leave.", Attribution((), (), (Span(9, 17),)))
    'to'
    """
    start = attribution.content[0].start
    opening = text[start : start + 9].lower()
    if opening[:1] in "\"“‘'«„`":
        return "quote"
    for shape, words in (
        ("that", ("that ",)),
        ("to", ("to ",)),
        ("wh", ("whether ", "what ", "how ", "why ", "if ", "who ", "where ")),
    ):
        if opening.startswith(words):
            return shape
    return "noun"


def judge_kind(
    text: str, attribution: Attribution, around: Circumstance, nested: Spans, rules: KindRules
) -> tuple[Judgement[Kind], CueReading | None]:
    """The kind of a statement, and what its cue gave on its own; words in `nested` contents have no part in it."""
    line = (*around.before, *around.cue, *around.behind)
    if line:
        first, last = line[0].span.start, line[-1].span.end
        for kind, pattern in rules.silent:
            for match in pattern.finditer(text, first, last):
                if any(match.start() < token.span.end and token.span.start < match.end() for token in around.cue):
                    return Judgement(kind, (Span(match.start(), match.end()),)), None
    before = around.before[-1].text if around.before else ""
    reading = rules.cues.read(text, around.cue, around.behind, before, content_shape(text, attribution))
    if reading is None:
        noun = next((token for token in reversed(around.cue) if token.text in rules.nouns), None)
        if noun is not None:
            return Judgement(rules.nouns[noun.text], (noun.span,)), None
        plain = Judgement(Kind.ASSERTION, attribution.cue, None if attribution.cue else "no cue")
        return _by_content(text, attribution, plain, "", nested, rules), None
    kind = reading.kind
    if reading.sort == "nouns" and reading.lemma in rules.nouns:
        kind = rules.nouns[reading.lemma]
    judged = Judgement(kind, (reading.span,))
    negation = _negation(text, around, reading, rules)
    if negation is not None:
        return Judgement(rules.negated.get(kind, kind), (negation, reading.span)), reading
    return _by_content(text, attribution, judged, reading.lemma, nested, rules), reading


def _negation(text: str, around: Circumstance, reading: CueReading, rules: KindRules) -> Span | None:
    """The word that negates the cue, from a few words before its verb."""
    before = [token for token in (*around.before, *around.cue) if token.span.end <= reading.span.start][-4:]
    for token in reversed(before):
        if token.text in rules.negations or token.text.endswith(("n't", "n’t")):
            return token.span
        if text[token.span.end : token.span.end + 1] in (",", ";", ".", ":", "”", '"'):
            return None
    start = before[0].span.start if before else reading.span.start
    match = rules.withheld.search(text, start, reading.span.start) if start < reading.span.start else None
    if match and not text[match.end() : reading.span.start].strip():
        return Span(match.start(), match.end())
    return None


def _by_content(
    text: str, attribution: Attribution, judged: Judgement[Kind], lemma: str, nested: Spans, rules: KindRules
) -> Judgement[Kind]:
    span = attribution.content[0]
    for rule in rules.content:
        if judged.value not in rule.of or (rule.cues and lemma not in rule.cues):
            continue
        end = min(span.end, span.start + _FIRST_CLAUSE)
        if rule.modal:
            stop = _SUBORDINATE.search(text, span.start, end)
            end = stop.start() if stop else end
        match = rule.pattern.search(text[span.start : end])
        if match is None:
            continue
        found = Span(span.start + match.start(), span.start + match.end())
        if not any(inner.start <= found.start < inner.end for inner in nested):
            return Judgement(rule.kind, (*judged.evidence, found))
    return judged
