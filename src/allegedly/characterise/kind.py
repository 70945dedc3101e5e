"""What sort of saying a statement is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cues import CueLexicon, CueReading
from allegedly.characterise.data import string, strings, table, tables
from allegedly.languages import Language, Table
from allegedly.model import Attribution, Certainty, Judgement, Kind, Span, Spans

_FIRST_CLAUSE = 200
"""Characters of a content that may change its kind."""
_TOLD = (Kind.ASSERTION, Kind.ANNOUNCEMENT)
"""Kinds of many cues that are no sayings: who does not do these has not kept silent."""
_NEAR = 140
"""Characters of a content in which an obligation is its main point."""
_UP_TO = 140
"""Characters of a content's first sentence in which any of a list of patterns may begin."""
_SUBORDINATE = re.compile(
    r"\b(?:because|if|when|while|who|which|unless|although|though|whose|where|why)\b|[.!?;:]\s", re.IGNORECASE
)


_NOBODY = re.compile(r"(?:no one|nobody|few)\b", re.IGNORECASE)
"""Who opens a source in which a doubt is nobody's."""


@dataclass(frozen=True, slots=True)
class ContentRule:
    """From the kinds `of`, with a cue of `cues` and content of `shapes` (any, if empty), what `pattern` finds makes `kind`.

    `modal`: it is to stand in the first clause, close to its start. `anchored`: only the content's first span is looked at, where
    not its words make it but how it opens. `ending`: it is to end the content; `asks`: so is
    its question mark. `infinitive`: one may open any span; `apart`: only
    one that does not open the first. `not_cues`: none of these.
    """

    of: frozenset[Kind]
    kind: Kind
    cues: frozenset[str]
    shapes: frozenset[str]
    pattern: re.Pattern[str]
    modal: bool
    anchored: bool
    ending: bool
    infinitive: bool
    apart: bool
    not_cues: frozenset[str]
    asks: bool


@dataclass(frozen=True, slots=True)
class KindRules:
    """All that kinds.toml holds, ready for use, with the lexicon of cues."""

    cues: CueLexicon
    negations: frozenset[str]
    saying: frozenset[str]
    withheld: re.Pattern[str]
    negated: dict[Kind, Kind]
    silent: tuple[tuple[Kind, re.Pattern[str]], ...]
    content: dict[Kind, tuple[ContentRule, ...]]


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
        _content_rules(data),
    )


def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of these words or phrases, whole, the longest first, in any letter case."""
    listed = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in _grouped(words).items())
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _grouped(words: tuple[str, ...]) -> dict[str, list[str]]:
    """The words behind their first letter, escaped, by that letter; the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return groups


def _silences(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases; "not" in them stands for "didn't" and the like too, and an adverb may follow it."""
    listed = "|".join(
        re.escape(phrase).replace("not\\ ", r"(?:not|\w+n['’]t) (?:\w+ly |yet |ever )?", 1)
        if phrase.startswith("not ")
        else re.escape(phrase)
        for phrase in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def by_first_letter(words: tuple[str, ...]) -> str:
    """A pattern that finds any of these words, whole, in small letters but for the first.

    Grouped by first letters, of which the search skips all others: five times as fast over a whole article.
    """
    listed = "|".join(rf"[{first}{first.upper()}](?<!\w.)(?:{'|'.join(rest)})" for first, rest in _grouped(words).items())
    return rf"(?:{listed})(?!\w)"


def _content_rules(data: Table) -> dict[Kind, tuple[ContentRule, ...]]:
    """The rules of the content, by the kind that they make another of, in the order of the file."""
    neutral = table(data, "neutral")
    shared = {"*": strings(neutral, "saying"), "+": strings(neutral, "naming")}
    rules = [_content_rule(entry, shared) for entry in tables(data, "content")]
    return {kind: tuple(rule for rule in rules if kind in rule.of) for kind in Kind}


def _content_rule(entry: Table, shared: dict[str, tuple[str, ...]]) -> ContentRule:
    modal = "modal" in entry
    if "infinitive" in entry:
        pattern = re.compile(r"\A(?:[\w’'.,&-]+ ){0,9}?(?:not )?to [a-z]+")
    elif "question" in entry:
        pattern = re.compile(
            r"\A[\"“'‘’ ]*(?:[^.!?]|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.)*(?<!, right)(?<!knows)(?<!, huh)\?[\"”'’s ]*\Z"
        )
    elif "ending" in entry:
        pattern = re.compile(r"\?[\"”'’\s]*\Z")
    elif "pattern" in entry:
        pattern = re.compile(string(entry, "pattern"), re.IGNORECASE)
    elif "any" in entry:
        unless = "|".join(strings(entry, "unless")) if "unless" in entry else r"\Z\A"
        listed = "|".join(strings(entry, "any"))
        pattern = re.compile(rf"\A(?:(?!\b(?:{unless})\b)[^.;?!]){{0,{_UP_TO}}}?\b(?P<found>{listed})", re.IGNORECASE)
    elif "starts" in entry:
        listed = "|".join(re.escape(word) for word in strings(entry, "starts"))
        never = "|".join(re.escape(word) for word in strings(entry, "never_after")) if "never_after" in entry else r"\Z\A"
        pattern = re.compile(rf"\A[\"“'‘’ (]*(?:that )?[\"“'‘’ ]*(?:{listed})(?!\w)(?! (?:{never})(?!\w))", re.IGNORECASE)
    elif modal:
        never = "|".join(re.escape(word) for word in strings(entry, "never_after"))
        listed = "|".join(re.escape(word) for word in strings(entry, "modal"))
        before = "".join(rf"(?<!{re.escape(word)} )" for word in strings(entry, "never_before"))
        pattern = re.compile(rf"(?<!\w){before}(?:{listed})(?!\w)(?! (?:{never})(?!\w))")
    else:
        pattern = any_of(strings(entry, "words"))
    named, shapes = (strings(entry, key) if key in entry else () for key in ("cues", "shapes"))
    cues = frozenset(cue for name in named for cue in shared.get(name, (name,)))
    of = frozenset(Kind(kind) for kind in strings(entry, "of"))
    return ContentRule(
        of,
        Kind(string(entry, "kind")),
        cues,
        frozenset(shapes),
        pattern,
        modal,
        modal or ("words" not in entry and pattern.pattern.startswith(r"\A")),
        "ending" in entry,
        "infinitive" in entry,
        "apart" in entry,
        frozenset(strings(entry, "not_cues")) if "not_cues" in entry else frozenset(),
        "question" in entry,
    )


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


def _negation(text: str, around: Circumstance, reading: CueReading, rules: KindRules) -> Span | None:
    """The word that negates the cue, from a few words before its verb."""
    before = [token for token in (*around.before, *around.cue) if token.span.end <= reading.span.start][-4:]
    for token in reversed(before):
        if token.text == "no" and reading.sort == "verbs" and token.span.end + 1 != reading.span.start:
            continue
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
    shape = content_shape(text, attribution)
    for rule in rules.content[judged.value]:
        if (rule.cues and lemma not in rule.cues) or lemma in rule.not_cues or (rule.shapes and shape not in rule.shapes):
            continue
        if (rule.modal and shape == "wh") or (rule.kind is Kind.CRITICISM and not attribution.source):
            continue
        found = _found(text, attribution.content, rule)
        if found is not None and not any(inner.start <= found.start < inner.end for inner in nested):
            return Judgement(rule.kind, (*judged.evidence, found))
    return judged


def _found(text: str, content: Spans, rule: ContentRule) -> Span | None:
    """Where the opening words of a content have what the rule looks for."""
    if rule.ending:
        match = rule.pattern.search(text, max(content[-1].start, content[-1].end - 12), content[-1].end)
        return Span(match.start(), match.start() + 1) if match else None
    if rule.infinitive:
        if text[content[0].start : content[-1].end].rstrip("\"”’' ").endswith("?"):
            return None
        apart = next((span for span in content[1:] if text.startswith(("to ", "not to "), span.start)), None)
        if apart is not None:
            return Span(apart.start, apart.start + text[apart.start : apart.end].index("to") + 2)
        if rule.apart:
            return None
    if rule.asks and "?" not in text[content[-1].end - 4 : content[-1].end]:
        return None
    left = _FIRST_CLAUSE
    for span in content:
        end = min(span.end, span.start + left)
        if rule.modal:
            stop = _SUBORDINATE.search(text, span.start, end)
            end = min(stop.start() if stop else end, span.start + _NEAR)
        match = rule.pattern.search(text[span.start : end])
        if match is not None:
            opens = span.start + (match.start("found") if "found" in rule.pattern.groupindex else match.start())
            return Span(opens, max(span.start + match.end(), opens + 1))
        left -= end - span.start
        if left <= 0 or rule.anchored:
            return None
    return None
