"""What a denial denies: the claims that it restates or points at, in its own article and in others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from allegedly.languages import Language
from allegedly.link.assertions import DENYING, Assertion, Denied, Read, keys_of
from allegedly.link.falsity import Called, called_false
from allegedly.link.pointed import REACH, denier_in, pointed_at
from allegedly.link.pointing import Pointing, load_pointing
from allegedly.link.saying_so import says_so
from allegedly.link.speaking import is_part, same_speaker
from allegedly.link.weighing import Weighing
from allegedly.link.words import load_wording, stem
from allegedly.model import Kind, Span, Statement
from allegedly.model.link import DisputeClass, Link, LinkKind

ENOUGH = 0.75
"""How much of what a denial restates (by weight) a claim has to hold."""
FULL = 3
"""How many telling words a denial has that tells in full what is not so."""
TELLING = 2
"""How many telling words a claim has at least that lies in another and takes its place."""
PRONOUN = 5
"""How many different words a denial has at most that says no more than "it"."""
_AS = re.compile(r"\b(?:as|are|is|was|were)\b")
_AND = re.compile(r",? (?:and|but|while)\b")
_POINTS = re.compile(r"(?:the|these|those|such|that|this|any|all|his|her|their|its|it|them)\b|\w+[.,;!?”\"]*$", re.IGNORECASE)
_WRONG = re.compile(r"\b(?:nothing|anything) (?:wrong|improper|illegal|inappropriate|unlawful)\b")
_DEED = re.compile(r"[“\"]?(?:that )?(?:he|she|they|it|we|I)\b|(?:ever )?\w+ing\b|to have\b")
_THEY = re.compile(r"\b(?:he|she|they|it|him|her|them|I|we)\b")
_REJECTS = re.compile(r"\b(?:reject|dismiss|disput|rebuff|brush|shrug)\w*")
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_RAW = re.compile(r"\w+")
_NOBODY = frozenset({"no one", "nobody", "none", "few"})
_POINTED = 0.75


def with_denied(assertions: Sequence[Assertion], read: Read) -> tuple[Assertion, ...]:
    """The assertions of a text, those that deny, or call a claim false, with what they deny."""
    statements = {statement.id: statement for statement in read.sheet.findings.statements}
    filled = [
        replace(each, denied=_denied_by(each, statements[each.end.statement], read))
        if each.kind in DENYING and each.end.statement is not None and _is_told(statements[each.end.statement], read)
        else each
        for each in assertions
    ]
    beside: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(filled):
        beside[each.place].append(number)
    for place, numbers in beside.items():
        called = called_false(read.text, read.sentences[place].span, read.language)
        if called is not None:
            over = [number for number in numbers if any(span.overlaps(called.span) for span in filled[number].end.spans)]
            # Who judges the claim says the noun; whose claim it is may be told as saying the rest, judgement and all.
            judging = [number for number in over if _says(filled[number], called.at)]
            over = judging or over
            if over:
                at = min(over, key=lambda number: (filled[number].denied is None, _length(filled[number]), number))
                filled[at] = replace(filled[at], denied=_called(filled[at], called, read), claims=False)
    return tuple(filled)


def _says(assertion: Assertion, at: int) -> bool:
    """Whether somebody says what stands at a place of the text."""
    return assertion.kind is not None and any(span.start <= at < span.end for span in assertion.end.spans)


def _is_told(statement: Statement, read: Read) -> bool:
    """Whether a denial was made, and of what others say; not where somebody "might deny", "disavowed", or nobody denies."""
    parts = statement.attribution
    if not parts.cue:
        return True
    cue = parts.cue[-1]
    before = read.text[max(0, cue.start - 20) : cue.end]
    source = " ".join(span.of(read.text).lower() for span in parts.source)
    return _unmade(read.language).search(before) is None and source not in _NOBODY


@cache
def _unmade(language: Language) -> re.Pattern[str]:
    """Matches a denial that is only possible, or one of somebody's own stand."""
    parting = "|".join(sorted(language.words("denials", "parting")))
    possible = r"might|may|could|would|can|cannot|can[’']t|couldn[’']t|did not|didn[’']t|does not|doesn[’']t|do not|don[’']t|not"
    denying = r"den(?:y|ied)|reject|disput\w*|dismiss"
    return re.compile(rf"\b(?:{possible}) (?:\w+ )?(?:{denying})\b|\b(?:{parting})\b", re.IGNORECASE)


def _length(assertion: Assertion) -> int:
    return sum(len(span) for span in assertion.end.spans)


def _called(denial: Assertion, called: Called, read: Read) -> Denied:
    """What is denied by a noun that stands for it."""
    pointing = load_pointing(read.language)
    whose = keys_of(read.text, (called.whose,), read.language) if called.whose else frozenset[str]()
    keys = keys_of(read.text, called.about, read.language) - whose - pointing.pointers - pointing.vague - denial.sides
    noun = stem(called.noun, load_wording(read.language))
    manner = called.manner
    if denial.denied is not None and manner is not DisputeClass.CALLED_FALSE:
        manner = denial.denied.manner
    # "In response to reports of a shipment, Hale dismissed the claims as untrue": what the claims are stands before.
    before = not keys and denial.denied is not None and denial.denied.before
    if before and denial.denied is not None:
        keys = denial.denied.keys
    return Denied(keys, frozenset({noun}), manner, whose, before, pointed=True)


def _denied_by(denial: Assertion, statement: Statement, read: Read) -> Denied:
    """What a denial tells of what it denies; the judgement on it ("as untrue", "as “a cheap shot”") is no part of that."""
    language, text = read.language, read.text
    pointing = load_pointing(language)
    last = denial.end.spans[-1]
    told = last.of(text)
    cuts = (match.start() for match in _AS.finditer(told) if match.start() and _judges(told[match.end() :], pointing))
    cut = next(cuts, None)
    false = cut is not None
    more = (match.start() for match in _AND.finditer(told) if _tells(told[match.end() :], language))
    cut = next(more, None) if cut is None else cut
    spans = denial.end.spans if cut is None else (*denial.end.spans[:-1], Span(last.start, last.start + cut))
    keys = keys_of(text, spans, language)
    if false and denial.kind is Kind.DENIAL:
        manner = DisputeClass.CALLED_FALSE
    else:
        rejected = denial.kind is Kind.REJECTION or _REJECTS.search(" ".join(span.of(text) for span in statement.attribution.cue))
        manner = DisputeClass.REJECTED if rejected else DisputeClass.DENIED
    if _WRONG.search(told):
        return Denied(frozenset(), pointing.reproaches, manner, frozenset())
    pointers = keys & pointing.pointers
    reproach = not pointers and bool(keys) and (keys <= pointing.vague or bool(keys & pointing.taking_part))
    keys -= {pointing.cases[key] for key in keys if key in pointing.cases}
    if not pointers and (
        _withheld(language).match(told) or (denial.kind is Kind.REJECTION and not _claims(told, cut, keys, pointing))
    ):
        return Denied(frozenset(), frozenset(), manner, frozenset())
    words = {word.lower() for span in spans for word in _RAW.findall(span.of(text))}
    own = denial.sides if words & _OWN else frozenset[str]()
    keys = keys - pointing.pointers - pointing.vague
    if len(keys) < 2 and not pointers:
        pointers = _standing_for(words, reproach, denial, pointing) if reproach or not keys else pointers
    if len(keys) < 2 and pointers:
        before = frozenset[str]() if told.startswith("which") else _told_before(denial, statement, read)
        return Denied(before or keys, pointers, manner, own, bool(before))
    if len(keys) < 2 and pointers and not _POINTS.match(told):
        pointers = frozenset()
    if len(keys) == 1 and not pointers and not keys & keys_of(text, (_first_word(spans[0], text),), language):
        keys = frozenset()
    return Denied(keys, pointers, manner, own)


def _claims(told: str, cut: int | None, keys: frozenset[str], pointing: Pointing) -> bool:
    """Whether what is rejected is that something is so, or called false; plans, bills and people are rejected, too."""
    judged = {word.lower() for word in _RAW.findall(told[cut:])[:5]} if cut is not None else set[str]()
    return told.startswith("that ") or bool(judged & pointing.false or keys & pointing.taking_part)


@cache
def _withheld(language: Language) -> re.Pattern[str]:
    """Matches what is denied to somebody ("denied entry")."""
    words = "|".join(sorted(load_pointing(language).withheld))
    return re.compile(rf"(?:(?:the|an?|any|his|her|their|its) )?(?:\w+ )?(?:{words})\b")


def _standing_for(words: set[str], reproach: bool, denial: Assertion, pointing: Pointing) -> frozenset[str]:
    """What a denial points at that names nothing: a reproach ("denied wrongdoing"), or what is told before ("denied it")."""
    if reproach:
        return pointing.reproaches
    pronouns = frozenset(words & pointing.standing)
    return pointing.pronouns if pronouns and denial.kind is Kind.DENIAL and len(words) <= PRONOUN else frozenset()


def _first_word(span: Span, text: str) -> Span:
    """The first word, without "that", "to" and the like."""
    match = re.compile(r"(?:(?:that|to|having|ever|any) )*(\w+)").match(text, span.start, span.end)
    return Span(*match.span(1)) if match else span


def _tells(words: str, language: Language) -> bool:
    """Whether somebody speaks in the first words ("and Hale has said")."""
    wording = load_wording(language)
    return any(word.lower() in wording.telling or word.lower() in wording.deniers for word in _RAW.findall(words)[:5])


def _judges(words: str, pointing: Pointing) -> bool:
    return words.lstrip()[:1] in "“\"'" or any(word.lower() in pointing.false for word in _RAW.findall(words)[:4])


def denial_links(
    denial: Assertion,
    near: Sequence[Assertion],
    weights: Weighing,
    pointing: Pointing,
    language: Language,
    beside: Mapping[int, Sequence[Assertion]] | None = None,
) -> Iterator[Link]:
    """The links from a denial to the claims that it denies, among those `near` it: of its own article, or of another.

    `beside`: what else is told in the sentences of its own article, by their number, that a noun or "it" may stand for.
    """
    denied = denial.denied
    if denied is None:
        return
    if denied.pointed or len(denied.keys) < 2:
        points = denied.pointers or denied.keys
        more = told_beside(denial, denied, beside or {}, pointing)
        pointed = pointed_at(denial, denied, [*near, *more], weights, pointing) if points else None
        if pointed is not None:
            yield link_of(denial, pointed, _POINTED, "points at the nearest of its kind", denied.manner)
        return
    rule = "points at what is told before it in the sentence" if denied.before else "restates it"
    for claim in near:
        score = restated(denied.keys, claim, weights)
        if (
            not score
            or not _is_answered(denial, denied, claim, pointing)
            or not says_so(denied.keys & claim.keys, claim, language)
        ):
            continue
        if (denied.own and not denied.own & (claim.keys | claim.sides)) or _is_another(denial, claim):
            continue
        if score >= ENOUGH and not same_speaker(denial, claim) and not is_part(denial, claim):
            yield link_of(denial, claim, score, rule, denied.manner)


def _is_answered(denial: Assertion, denied: Denied, claim: Assertion, pointing: Pointing) -> bool:
    """Whether a denial tells enough for a claim with its words to be what it denies: two words name a matter alone."""
    if denial.speaker is None or (claim.kind is None and (denied.pointers or denial.kind is not Kind.DENIAL)):
        return denied.before
    told = denied.keys - {pointing.cases[key] for key in denied.keys if key in pointing.cases} - pointing.days
    return denied.before or len(told) >= FULL or claim.kind is Kind.ACCUSATION


def _is_another(denial: Assertion, claim: Assertion) -> bool:
    """Whether somebody denies to have done something, and the claim names others who did it."""
    names = denier_in(denial)
    if not names or claim.kind is Kind.ACCUSATION or not _DEED.match(denial.end.words) or names & claim.keys:
        return False
    if _THEY.search(claim.end.words):
        return False
    return bool(claim.names - denial.keys)


def told_beside(
    denial: Assertion, denied: Denied, beside: Mapping[int, Sequence[Assertion]], pointing: Pointing
) -> Iterator[Assertion]:
    """What a denial may point at though it is not said to be so: accusations, and what "it" in its own sentence stands for."""
    pronoun = bool(denied.pointers) and denied.pointers <= pointing.pronouns
    for place, told in beside.items():
        for each in told if abs(place - denial.place) <= REACH else ():
            if each.kind is Kind.ACCUSATION or (pronoun and place == denial.place):
                yield each


def _told_before(denial: Assertion, statement: Statement, read: Read) -> frozenset[str]:
    """What stands before the denier in the sentence, where it tells of claims ("In response to reports of …, the minister")."""
    pointing, sentence = load_pointing(read.language), read.sentences[denial.place].span
    if not statement.attribution.source:
        return frozenset()
    start = min(span.start for span in (*statement.attribution.source, *statement.attribution.cue))
    if start <= sentence.start:
        return frozenset()
    keys = keys_of(read.text, (Span(sentence.start, start),), read.language)
    told = keys - pointing.pointers - pointing.vague - {"respons", "reply", "respond"}
    return told if keys & pointing.pointers and len(told) >= 2 else frozenset()


def restated(keys: frozenset[str], claim: Assertion, weights: Weighing) -> float:
    """How much of `keys` a claim says, counting whose claim it is; 0 where it says less than two of them, or their opposite."""
    shared = keys & (claim.keys | claim.sides)
    if len(shared & claim.keys) < 2 or shared & claim.negated:
        return 0.0
    return weights.sum(shared) / weights.sum(keys)


def innermost(claims: Sequence[Assertion]) -> list[Assertion]:
    """The claims of a text without those that another lies in, so that each is the words of who says it first.

    A single telling word ("experience") is no claim that could take the place of the one that it lies in.
    """
    beside: dict[int, list[Assertion]] = defaultdict(list)
    for claim in claims:
        if len(claim.keys) >= TELLING:
            beside[claim.place].append(claim)
    return [claim for claim in claims if not any(_holds(claim, other) for other in beside[claim.place])]


def _holds(claim: Assertion, other: Assertion) -> bool:
    """Whether `other` lies in `claim`; of two with the same words, the later in the order of ends lies in the other."""
    if other.place != claim.place or other.end == claim.end or other.end.article != claim.end.article:
        return False
    return _within(other, claim) and (not _within(claim, other) or other.end > claim.end)


def _within(inner: Assertion, outer: Assertion) -> bool:
    return all(any(span.covers(each) for span in outer.end.spans) for each in inner.end.spans)


def link_of(
    first: Assertion, second: Assertion, score: float, rule: str, manner: DisputeClass | None, kind: LinkKind = LinkKind.DISPUTES
) -> Link:
    """The link by which `first` does `kind` to `second`."""
    return Link(kind, first.end, second.end, round(min(score, 1.0), 2), rule, manner)
