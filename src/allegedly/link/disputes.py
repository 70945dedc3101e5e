"""Who disputes what, in one text and between two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from allegedly.languages import Language
from allegedly.link.assertions import DENYING, Assertion
from allegedly.link.counter_claims import causes, contrasts, opposites, other_ages, other_causes, other_values
from allegedly.link.denials import denial_links, link_of
from allegedly.link.echoes import echo_links
from allegedly.link.gist import Gist
from allegedly.link.pointed import answered_in
from allegedly.link.pointing import Pointing, load_pointing
from allegedly.link.rarity import load_rarity
from allegedly.link.weighing import Weighing
from allegedly.link.words import sentences_of
from allegedly.model import Kind, Span
from allegedly.model.link import DisputeClass, End, Link, LinkKind, Sheet

AGED = "year-old"
"""What stands where somebody's age is told."""
FEW = 3
"""How many numbers of those whom one thing befell a text has at most for each to be of the happening it is about."""
ANSWERED = 0.6
"""The score of a denial that answers an accusation in another text."""


def disputes_within(gist: Gist, sheet: Sheet, language: Language) -> Iterator[Link]:
    """Every dispute in one text."""
    own, pointing = gist.assertions, load_pointing(language)
    weights = Weighing(own, load_rarity(language))
    stated = {each.place for each in own if each.end.statement is not None}
    # What the text says beside what somebody says is seldom what is denied: mostly it leads to who speaks.
    claims = [each for each in own if each.claims and (each.end.statement is not None or each.place not in stated)]
    found: list[Link] = []
    beside: dict[int, list[Assertion]] = defaultdict(list)
    taken = set(claims)
    for assertion in own:
        if assertion not in taken and (assertion.claims or assertion.kind is Kind.ACCUSATION):
            beside[assertion.place].append(assertion)
    for assertion in own:
        found += denial_links(assertion, claims, weights, pointing, language, beside)
    found += echo_links(own, frozenset(link.first for link in found), sheet, weights, language)
    for assertion in claims:
        if assertion.negated:
            found += opposites(assertion, claims, weights, language)
    many = _many(own)
    for one, other in combinations(numbered(own), 2):
        if not one.negated and not other.negated:
            found += _later_first(one, other, language, many)
    for one, other in combinations([each for each in claims if each.kind is not None], 2):
        first, second = (one, other) if one.order > other.order else (other, one)
        found += other_causes(first, second, weights, language)
    found += contrasts(claims, [each for each in own if each.kind in DENYING], own)
    yield from found
    yield from causes(found, own, language)
    yield from (link for link in _side_clauses(own, sheet, language) if not any(_is_told(link, other) for other in found))
    yield from _judged_clauses(own, sheet, language)


def disputes_between(
    one: Gist, other: Gist, pairs: Sequence[tuple[Assertion, Assertion]], weights: Weighing, language: Language
) -> Iterator[Link]:
    """Every dispute between two texts on one matter; `pairs`: of the first and the second, those that share words."""
    pointing = load_pointing(language)
    found: list[Link] = []
    for mine, theirs in pairs:
        for each, against in ((mine, theirs), (theirs, mine)):
            if against.claims:
                if each.denied is not None:
                    found += denial_links(each, [against], weights, pointing, language)
                if each.claims and each.negated:
                    found += opposites(each, [against], weights, language)
        if mine.claims and theirs.claims and mine.kind is not None and theirs.kind is not None:
            first, second = (mine, theirs) if mine.order > theirs.order else (theirs, mine)
            found += other_causes(first, second, weights, language)
        if mine.claims and theirs.claims and AGED in mine.end.words and AGED in theirs.end.words:
            first, second = (mine, theirs) if mine.order > theirs.order else (theirs, mine)
            found += other_ages(first, second, weights, language)
    for gist, rest in ((one, other), (other, one)):
        found += _answers(gist.assertions, rest.assertions, weights, pointing)
    counted = [(theirs, _counted(theirs)) for theirs in numbered(other.assertions)]
    many = _many(one.assertions) | _many(other.assertions)
    for mine in numbered(one.assertions):
        things = _counted(mine)
        for theirs, others in counted:
            if things & others:
                found += _later_first(mine, theirs, language, many)
    for gist, rest in ((one, other), (other, one)):
        claims = [each for each in gist.assertions if each.claims and each.contrast]
        if claims:
            found += contrasts(claims, [each for each in gist.assertions if each.kind in DENYING], rest.assertions)
    yield from found
    yield from causes(found, (*one.assertions, *other.assertions), language)


def _answers(denials: Sequence[Assertion], others: Sequence[Assertion], weights: Weighing, pointing: Pointing) -> Iterator[Link]:
    """The links from denials of an accusation to one in another text that names who denies it."""
    for denial in denials:
        if denial.denied is not None:
            accusation = answered_in(denial, others, weights, pointing)
            if accusation is not None:
                yield link_of(denial, accusation, ANSWERED, "answers an accusation that names them", denial.denied.manner)


def numbered(assertions: Sequence[Assertion]) -> list[Assertion]:
    """The claims with numbers, once for each speaker and number of a text."""
    found: dict[tuple[str | None, tuple[tuple[float | None, float | None], ...]], Assertion] = {}
    for claim in assertions:
        if claim.claims and claim.counts:
            found.setdefault((claim.speaker, tuple((number.low, number.high) for number in claim.counts)), claim)
    return list(found.values())


def _counted(claim: Assertion) -> frozenset[str]:
    return frozenset(number.befallen or number.thing for number in claim.counts)


def _many(assertions: Sequence[Assertion]) -> frozenset[str]:
    """What befalls people in a text in more than `FEW` numbers: of several happenings, or of one by place and day."""
    told: dict[str, set[float]] = defaultdict(set)
    for claim in assertions:
        for number in claim.counts if claim.claims else ():
            if number.befallen is not None and not number.partial:
                told[number.befallen].add(number.value)
    return frozenset(kind for kind, values in told.items() if len(values) > FEW)


def _later_first(one: Assertion, other: Assertion, language: Language, many: frozenset[str]) -> Iterator[Link]:
    first, second = (one, other) if one.order > other.order else (other, one)
    yield from other_values(first, second, language, many)


def _side_clauses(told: Sequence[Assertion], sheet: Sheet, language: Language) -> Iterator[Link]:
    """Deniers in a side clause: "…, which Moscow denies", "…, a claim that Marisk calls absurd"."""
    for match in _side_clause(language).finditer(sheet.text):
        if match["verb"].startswith("call") and not match["judged"]:
            continue
        span = Span(match.start() + 2, match.end())
        end = End(sheet.article.id, (span,), span.of(sheet.text), None, match["who"])
        manner = DisputeClass.CALLED_FALSE if match["judged"] else DisputeClass.DENIED
        (sentence, *_) = sentences_of(sheet.segments, span.start, span.end) or (span,)
        before = [claim for claim in told if sentence.start <= claim.end.spans[0].start < match.start()]
        claims = [claim for claim in before if claim.claims]
        if match["who"][:1].islower() and not match["verb"].split()[-1].startswith(("den", "call")):
            continue
        claims = [claim for claim in claims or before if claim.end.spans[-1].end >= match.start() - 2]
        for claim in sorted(claims, key=lambda each: (each.kind is None, -each.end.spans[0].start))[:1]:
            yield Link(LinkKind.DISPUTES, end, claim.end, 0.8, "denied in a side clause", manner)


def _judged_clauses(told: Sequence[Assertion], sheet: Sheet, language: Language) -> Iterator[Link]:
    """What somebody says is not true in a side clause of their own: "…, which is not true"."""
    for match in _judged_clause(language).finditer(sheet.text):
        span = Span(match.start() + 2, match.end())
        around = [claim for claim in told if any(part.covers(span) for part in claim.end.spans)]
        if around:
            claim = min(around, key=lambda each: sum(len(part) for part in each.end.spans))
            start = next(part.start for part in claim.end.spans if part.covers(span))
            first = End(sheet.article.id, (span,), span.of(sheet.text), claim.end.statement, claim.speaker)
            disputed = Span(start, match.start())
            second = End(sheet.article.id, (disputed,), disputed.of(sheet.text), None, None)
            yield Link(LinkKind.DISPUTES, first, second, 0.7, "called false in a side clause", DisputeClass.CALLED_FALSE)


def _is_told(link: Link, other: Link) -> bool:
    """Whether another link is from the same words to the same claim."""
    same = link.second.article == other.second.article and link.second.spans == other.second.spans
    return same and any(span.overlaps(each) for span in link.first.spans for each in other.first.spans)


@cache
def _judged_clause(language: Language) -> re.Pattern[str]:
    false = "|".join(sorted(load_pointing(language).untrue_words, key=lambda words: (-len(words), words)))
    return re.compile(
        rf"(?<=[a-z]{{3}}), (?:which|and that|but that) (?:is|was)(?: \w+ly)? (?:a )?(?:{false})(?=[.,;:!?”\"—]|$| (?:and|but)\b)"
    )


@cache
def _side_clause(language: Language) -> re.Pattern[str]:
    pointing = load_pointing(language)
    verbs = "|".join(sorted(pointing.side_verbs, key=len, reverse=True))
    false = "|".join(sorted(pointing.false))
    adverbs = r" (?:(?:has|have|had) )?(?:\w+ly )?"
    return re.compile(
        rf", (?:which|an? (?:claim|charge|report|figure|accusation|allegation)s? (?:that |which )?)"
        rf" ?(?P<who>(?:the )?[A-Z][\w’' -]{{2,40}}?|the \w+|he|she|they){adverbs}(?P<verb>{verbs})(?: (?P<judged>{false}))?\b"
    )
