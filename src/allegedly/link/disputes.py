"""Who disputes what, in one text and across texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from allegedly.languages import Language
from allegedly.link.assertions import Assertion, assertions_of
from allegedly.link.counter_claims import causes, contrasts, opposites, other_values
from allegedly.link.denials import DENYING, denial_links, innermost
from allegedly.link.pointing import load_pointing
from allegedly.link.words import Weights, load_wording, words_in
from allegedly.model import Span
from allegedly.model.link import DisputeClass, End, Link, LinkKind, Sheet

DAYS = 14
"""How many days apart two texts may be for one to dispute the other."""
NAMES = 3
"""How many names two texts have to share to be on one matter."""


def find_disputes(sheets: Sequence[Sheet], language: Language) -> tuple[Link, ...]:
    """Every dispute in and between the texts, by day and place of who disputes; the order of `sheets` changes nothing.

    No truth value anywhere: a dispute is words against words. Refusing to confirm, declining to comment and doubting are none.
    Takes time in the square of the number of texts on one matter.
    """
    ordered = sorted({sheet.article.id: sheet for sheet in sheets}.values(), key=lambda sheet: sheet.article.id)
    said = {sheet.article.id: assertions_of(sheet, language) for sheet in ordered}
    every = [assertion for assertions in said.values() for assertion in assertions]
    weights = Weights([assertion.keys for assertion in every])
    related = _related(ordered, language)
    claims = {article: innermost([each for each in assertions if each.claims]) for article, assertions in said.items()}
    links: list[Link] = []
    for sheet in ordered:
        own = said[sheet.article.id]
        far = [claim for other in sorted(related[sheet.article.id]) for claim in claims[other]]
        links += _of_text(sheet, own, claims[sheet.article.id], far, weights, language)
    texts = {sheet.article.id: sheet.text for sheet in ordered}
    links += _numbers(claims, related, texts, language)
    links += contrasts(every, texts, language)
    links += tuple(causes(tuple(links), every))
    return _kept(links, {assertion.end: assertion for assertion in every})


def _of_text(
    sheet: Sheet, own: Sequence[Assertion], near: list[Assertion], far: list[Assertion], weights: Weights, language: Language
) -> Iterator[Link]:
    """What the denials and counter-assertions of one text dispute."""
    for assertion in own:
        if assertion.statement is not None and assertion.statement.kind.value in DENYING:
            yield from denial_links(assertion, sheet, near, far, weights, language)
    for assertion in near:
        if assertion.negated:
            yield from opposites(assertion, [*near, *far], weights, language)
    yield from _side_clauses(sheet, near, language)


def _side_clauses(sheet: Sheet, near: Sequence[Assertion], language: Language) -> Iterator[Link]:
    """Deniers in a side clause: "…, which Moscow denies", "…, a claim that Marisk calls absurd"."""
    pointing = load_pointing(language)
    verbs = "|".join(sorted(pointing.side_verbs, key=len, reverse=True))
    false = "|".join(sorted(pointing.false))
    pattern = re.compile(
        rf", (?:which|an? (?:claim|charge|report|figure|accusation|allegation)s? (?:that |which )?)"
        rf" ?(?P<who>(?:the )?[A-Z][\w’' -]{{2,40}}?) (?P<verb>{verbs})(?: (?P<judged>{false}))?\b"
    )
    for claim in near:
        match = pattern.search(sheet.text, claim.sentence.start, claim.sentence.end)
        if match is None or claim.end.spans[0].start >= match.start():
            continue
        if match["verb"].startswith("call") and not match["judged"]:
            continue
        span = Span(match.start() + 2, match.end())
        end = End(sheet.article.id, (span,), span.of(sheet.text), None, match["who"])
        manner = DisputeClass.CALLED_FALSE if match["judged"] else DisputeClass.DENIED
        yield Link(LinkKind.DISPUTES, end, claim.end, 0.8, "denied in a side clause", manner)


def _numbers(
    claims: dict[str, list[Assertion]], related: dict[str, set[str]], texts: dict[str, str], language: Language
) -> Iterator[Link]:
    """Claims with numbers that exclude each other, once for each speaker and number of a text."""
    numbered = {article: _first_of_each(each) for article, each in claims.items()}
    for article, own in numbered.items():
        for one, other in combinations(own, 2):
            if not one.negated and not other.negated:
                yield from _later_first(one, other, texts, language)
        for rival in sorted(related[article]):
            if article < rival:
                for one in own:
                    for other in numbered[rival]:
                        yield from _later_first(one, other, texts, language)


def _later_first(one: Assertion, other: Assertion, texts: dict[str, str], language: Language) -> Iterator[Link]:
    first, second = (one, other) if one.order > other.order else (other, one)
    yield from other_values(first, (texts[first.end.article], texts[second.end.article]), second, language)


def _first_of_each(assertions: Sequence[Assertion]) -> list[Assertion]:
    found: dict[tuple[str | None, tuple[tuple[float | None, float | None], ...]], Assertion] = {}
    for claim in (each for each in assertions if each.numbers):
        key = claim.speaker, tuple((number.low, number.high) for number in claim.numbers)
        found.setdefault(key, claim)
    return list(found.values())


def _related(sheets: Sequence[Sheet], language: Language) -> dict[str, set[str]]:
    """For each text the texts on the same matter: near in time, with names in common that few texts have."""
    wording = load_wording(language)
    names: dict[str, set[str]] = {}
    for sheet in sheets:
        sentences = [word for span in sheet.segments.sentences for word in _names(sheet, span, language)]
        names[sheet.article.id] = {word for word in sentences if word not in wording.titles}
    related: dict[str, set[str]] = defaultdict(set)
    for one, other in combinations(sheets, 2):
        shared = names[one.article.id] & names[other.article.id]
        fewer = min(len(names[one.article.id]), len(names[other.article.id]))
        if len(shared) >= NAMES and 5 * len(shared) >= fewer and _near(one, other):
            related[one.article.id].add(other.article.id)
            related[other.article.id].add(one.article.id)
    return related


def _names(sheet: Sheet, sentence: Span, language: Language) -> list[str]:
    return [word.stem for word in words_in(sheet.text, sentence, load_wording(language)) if word.name]


def _near(one: Sheet, other: Sheet) -> bool:
    try:
        days = [date.fromisoformat((sheet.article.origin.published or "")[:10]) for sheet in (one, other)]
    except ValueError:
        return True
    return abs((days[0] - days[1]).days) <= DAYS


def _kept(links: Sequence[Link], assertions: dict[End, Assertion]) -> tuple[Link, ...]:
    """Each pair of ends once, by the surest rule, in the order of who disputes."""
    best: dict[tuple[End, End], Link] = {}
    for link in sorted(links, key=lambda each: (-each.score, str(each.manner), each.rule)):
        ends = (link.first, link.second) if link.first < link.second else (link.second, link.first)
        best.setdefault(ends, link)

    def order(link: Link) -> tuple[tuple[str, str, int], ...]:
        places = []
        for end in (link.first, link.second):
            day = assertions[end].day if end in assertions else ""
            places.append((day, end.article, end.spans[0].start))
        return tuple(places)

    return tuple(sorted(best.values(), key=order))
