"""Who disputes what, in one text and between two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from allegedly.languages import Language
from allegedly.link.assertions import DENYING, Assertion
from allegedly.link.counter_claims import causes, contrasts, opposites, other_causes, other_values
from allegedly.link.denials import denial_links
from allegedly.link.gist import Gist
from allegedly.link.pointing import load_pointing
from allegedly.link.rarity import load_rarity
from allegedly.link.weighing import Weighing
from allegedly.link.words import sentences_of
from allegedly.model import Span
from allegedly.model.link import DisputeClass, End, Link, LinkKind, Sheet


def disputes_within(gist: Gist, sheet: Sheet, language: Language) -> Iterator[Link]:
    """Every dispute in one text."""
    own, pointing = gist.assertions, load_pointing(language)
    weights = Weighing(own, load_rarity(language))
    stated = {each.place for each in own if each.end.statement is not None}
    # What the text says beside what somebody says is seldom what is denied: mostly it leads to who speaks.
    claims = [each for each in own if each.claims and (each.end.statement is not None or each.place not in stated)]
    found: list[Link] = []
    for assertion in own:
        found += denial_links(assertion, claims, weights, pointing)
    for assertion in claims:
        if assertion.negated:
            found += opposites(assertion, claims, weights, language)
    for one, other in combinations(numbered(own), 2):
        if not one.negated and not other.negated:
            found += _later_first(one, other)
    for one, other in combinations([each for each in claims if each.kind is not None], 2):
        first, second = (one, other) if one.order > other.order else (other, one)
        found += other_causes(first, second, weights, language)
    found += contrasts(claims, [each for each in own if each.kind in DENYING], own)
    yield from found
    yield from causes(found, own, language)
    yield from _side_clauses(claims, sheet, language)


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
                    found += denial_links(each, [against], weights, pointing)
                if each.claims and each.negated:
                    found += opposites(each, [against], weights, language)
        if mine.claims and theirs.claims and mine.kind is not None and theirs.kind is not None:
            first, second = (mine, theirs) if mine.order > theirs.order else (theirs, mine)
            found += other_causes(first, second, weights, language)
    counted = [(theirs, _counted(theirs)) for theirs in numbered(other.assertions)]
    for mine in numbered(one.assertions):
        things = _counted(mine)
        for theirs, others in counted:
            if things & others:
                found += _later_first(mine, theirs)
    for gist, rest in ((one, other), (other, one)):
        claims = [each for each in gist.assertions if each.claims and each.contrast]
        if claims:
            found += contrasts(claims, [each for each in gist.assertions if each.kind in DENYING], rest.assertions)
    yield from found
    yield from causes(found, (*one.assertions, *other.assertions), language)


def numbered(assertions: Sequence[Assertion]) -> list[Assertion]:
    """The claims with numbers, once for each speaker and number of a text."""
    found: dict[tuple[str | None, tuple[tuple[float | None, float | None], ...]], Assertion] = {}
    for claim in assertions:
        if claim.claims and claim.counts:
            found.setdefault((claim.speaker, tuple((number.low, number.high) for number in claim.counts)), claim)
    return list(found.values())


def _counted(claim: Assertion) -> frozenset[str]:
    return frozenset(number.befallen or number.thing for number in claim.counts)


def _later_first(one: Assertion, other: Assertion) -> Iterator[Link]:
    first, second = (one, other) if one.order > other.order else (other, one)
    yield from other_values(first, second)


def _side_clauses(claims: Sequence[Assertion], sheet: Sheet, language: Language) -> Iterator[Link]:
    """Deniers in a side clause: "…, which Moscow denies", "…, a claim that Marisk calls absurd"."""
    for match in _side_clause(language).finditer(sheet.text):
        if match["verb"].startswith("call") and not match["judged"]:
            continue
        span = Span(match.start() + 2, match.end())
        end = End(sheet.article.id, (span,), span.of(sheet.text), None, match["who"])
        manner = DisputeClass.CALLED_FALSE if match["judged"] else DisputeClass.DENIED
        (sentence, *_) = sentences_of(sheet.segments, span.start, span.end) or (span,)
        for claim in claims:
            if sentence.start <= claim.end.spans[0].start < match.start():
                yield Link(LinkKind.DISPUTES, end, claim.end, 0.8, "denied in a side clause", manner)


@cache
def _side_clause(language: Language) -> re.Pattern[str]:
    pointing = load_pointing(language)
    verbs = "|".join(sorted(pointing.side_verbs, key=len, reverse=True))
    false = "|".join(sorted(pointing.false))
    return re.compile(
        rf", (?:which|an? (?:claim|charge|report|figure|accusation|allegation)s? (?:that |which )?)"
        rf" ?(?P<who>(?:the )?[A-Z][\w’' -]{{2,40}}?) (?P<verb>{verbs})(?: (?P<judged>{false}))?\b"
    )
