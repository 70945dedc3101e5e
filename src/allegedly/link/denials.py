"""What a denial denies: the claims that it restates or points at, in its own article and in others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from allegedly.languages import Language
from allegedly.link.assertions import Assertion, keys_of
from allegedly.link.pointing import Pointing, load_pointing
from allegedly.link.words import Weights, load_wording
from allegedly.model import Kind, Span
from allegedly.model.link import DisputeClass, Link, LinkKind, Sheet

DENYING = (Kind.DENIAL, Kind.REJECTION)
ENOUGH = 0.72
"""How much of what a denial restates (by weight) a claim has to hold."""
REACH = 8
"""How many sentences back a denial points that restates nothing."""
_AS = re.compile(r"\b(?:as|are|is|was|were)\b")
_AND = re.compile(r",? (?:and|but) (\w+)")
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_RAW = re.compile(r"\w+")
_POINTED = 0.75


@dataclass(frozen=True, slots=True)
class Denied:
    """What a denial tells of what it denies: the words that it restates, and those with which it points at it.

    `own`: the denier's own words and country, where the denial speaks of what is theirs ("that any of its drones"); a claim
    that it denies names them.
    """

    keys: frozenset[str]
    pointers: frozenset[str]
    manner: DisputeClass
    own: frozenset[str]


def denied_by(denial: Assertion, sheet: Sheet, language: Language) -> Denied:
    """What a denial tells of what it denies; the judgement on it ("as untrue", "as “a cheap shot”") is no part of that."""
    pointing, text = load_pointing(language), sheet.text
    last = denial.end.spans[-1]
    told = last.of(text)
    cuts = (match.start() for match in _AS.finditer(told) if match.start() and _judges(told[match.end() :], pointing))
    cut = next(cuts, None)
    false = cut is not None
    more = (match.start() for match in _AND.finditer(told) if match.group(1).lower() in load_wording(language).telling)
    cut = next(more, None) if cut is None else cut
    spans = denial.end.spans if cut is None else (*denial.end.spans[:-1], Span(last.start, last.start + cut))
    keys = keys_of(text, spans, language)
    kind = denial.statement.kind.value if denial.statement else Kind.DENIAL
    if false and kind is Kind.DENIAL:
        manner = DisputeClass.CALLED_FALSE
    else:
        manner = DisputeClass.REJECTED if kind is Kind.REJECTION else DisputeClass.DENIED
    pointers = keys & pointing.pointers
    keys -= {pointing.cases[key] for key in keys if key in pointing.cases}
    words = {word.lower() for span in spans for word in _RAW.findall(span.of(text))}
    own = denial.sides if words & _OWN else frozenset()
    return Denied(keys - pointing.pointers - pointing.vague, pointers, manner, own)


def _judges(words: str, pointing: Pointing) -> bool:
    return words.lstrip()[:1] in "“\"'" or any(word.lower() in pointing.false for word in _RAW.findall(words)[:4])


def denial_links(
    denial: Assertion, sheet: Sheet, near: Sequence[Assertion], far: Iterable[Assertion], weights: Weights, language: Language
) -> Iterator[Link]:
    """The links from a denial to the claims it denies: `near` are the claims of its own article, `far` those of others."""
    denied = denied_by(denial, sheet, language)
    keys, rule = denied.keys, "restates it"
    if len(keys) < 2 and denied.pointers:
        keys = _told_before(denial, sheet, language)
        rule = "points at what is told before it in the sentence"
        if not keys:
            pointed = _pointed_at(denial, denied, near, load_pointing(language))
            if pointed is not None:
                yield link_of(denial, pointed, _POINTED, "points at the nearest of its kind", denied.manner)
            return
    if len(keys) < 2:
        return
    for claim in (*near, *far):
        score = restated(keys, claim, weights)
        if denied.own and not denied.own & (claim.keys | claim.sides):
            continue
        if score >= ENOUGH and not same_speaker(denial, claim) and not _is_part(denial, claim):
            yield link_of(denial, claim, score, rule, denied.manner)


def _told_before(denial: Assertion, sheet: Sheet, language: Language) -> frozenset[str]:
    """What stands before the denier in the sentence, where it tells of claims ("In response to reports of …, the minister")."""
    statement, pointing = denial.statement, load_pointing(language)
    if statement is None or not statement.attribution.source:
        return frozenset()
    start = min(span.start for span in (*statement.attribution.source, *statement.attribution.cue))
    if start <= denial.sentence.start:
        return frozenset()
    keys = keys_of(sheet.text, (Span(denial.sentence.start, start),), language)
    told = keys - pointing.pointers - pointing.vague - {"respons", "reply", "respond"}
    return told if keys & pointing.pointers and len(told) >= 2 else frozenset()


def _pointed_at(denial: Assertion, denied: Denied, near: Sequence[Assertion], pointing: Pointing) -> Assertion | None:
    """The nearest claim before the denial, by somebody else, of the kind that the denial's noun stands for."""
    at = denial.end.spans[0].start
    before = [claim for claim in near if claim.end.spans[0].start < at and denial.place - claim.place <= REACH]
    before = [claim for claim in before if claim.statement is not None and not same_speaker(denial, claim)]
    if denied.pointers & pointing.figures:
        before = [claim for claim in before if claim.numbers]
    elif denied.pointers & pointing.reproaches:
        before = [claim for claim in before if claim.statement and claim.statement.kind.value is Kind.ACCUSATION]
    return max(before, key=lambda claim: claim.end.spans[0].start, default=None)


def restated(keys: frozenset[str], claim: Assertion, weights: Weights) -> float:
    """How much of `keys` a claim says, counting whose claim it is; 0 where it says less than two of them, or their opposite."""
    shared = keys & (claim.keys | claim.sides)
    if len(shared & claim.keys) < 2 or shared & claim.negated:
        return 0.0
    return weights.sum(shared) / weights.sum(keys)


def same_speaker(one: Assertion, other: Assertion) -> bool:
    """Whether both are of one speaker as far as the words tell."""
    return one.speaker is not None and one.speaker == other.speaker


def innermost(claims: Sequence[Assertion]) -> list[Assertion]:
    """The claims without those that another lies in, so that each is the words of who says it first."""
    return [claim for claim in claims if not any(_holds(claim, other) for other in claims)]


def _holds(claim: Assertion, other: Assertion) -> bool:
    """Whether `other` lies in `claim`; of two with the same words, the later in the order of ends lies in the other."""
    if other.sentence != claim.sentence or other.end == claim.end or other.end.article != claim.end.article:
        return False
    return _within(other, claim) and (not _within(claim, other) or other.end > claim.end)


def _within(inner: Assertion, outer: Assertion) -> bool:
    return all(any(span.covers(each) for span in outer.end.spans) for each in inner.end.spans)


def _is_part(denial: Assertion, claim: Assertion) -> bool:
    """Whether the claim's words lie in the denial or hold it: what is denied is told there and claimed by nobody."""
    if denial.end.article != claim.end.article:
        return False
    return any(span.overlaps(each) for span in denial.end.spans for each in claim.end.spans)


def link_of(first: Assertion, second: Assertion, score: float, rule: str, manner: DisputeClass) -> Link:
    """The link by which `first` disputes `second`."""
    return Link(LinkKind.DISPUTES, first.end, second.end, round(min(score, 1.0), 2), rule, manner)
