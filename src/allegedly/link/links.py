"""Every link within a text and between two: judged of these alone, so that the order of texts changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from operator import itemgetter

from allegedly.languages import Language
from allegedly.link.crowds import followers
from allegedly.link.disputes import disputes_between, disputes_within
from allegedly.link.gist import Gist, gist_of
from allegedly.link.likeness import is_near, on_one_matter
from allegedly.link.lookup import sharing
from allegedly.link.rarity import load_rarity
from allegedly.link.same_claim import same_claims
from allegedly.link.weighing import Weighing
from allegedly.model.link import End, Link, LinkKind, Sheet

MOST = 4
"""How many links of a sort what is said in one text has to another text, unless it is among the surest of what is said there."""
_AGAINST = (LinkKind.DISPUTES, LinkKind.CORRECTS)


def links_within(gist: Gist, sheet: Sheet, language: Language) -> tuple[Link, ...]:
    """Every link within one text."""
    return _kept(disputes_within(gist, sheet, language))


def links_between(one: Gist, other: Gist, language: Language) -> tuple[Link, ...]:
    """Every link between what two texts say; none where they are not on one matter. The order of the two changes nothing."""
    return links_on_one_matter(one, other, language) if on_one_matter(one, other) else ()


def links_on_one_matter(one: Gist, other: Gist, language: Language) -> tuple[Link, ...]:
    """Every link between what two texts say that are on one matter."""
    first, second = (one, other) if one.article < other.article else (other, one)
    rarity = load_rarity(language)
    here, there = first.lookup(rarity), second.lookup(rarity)
    weights = Weighing.of_counts((here.counts, there.counts), len(first.assertions) + len(second.assertions), rarity)
    pairs = sharing(here, there)
    return _surest(_kept([*disputes_between(first, second, pairs, weights, language), *same_claims(pairs, weights, language)]))


def find_links(sheets: Sequence[Sheet], language: Language) -> tuple[Link, ...]:
    """Every link within and between the texts, by day and place of its first end; the order of `sheets` changes nothing.

    Takes time in the square of the number of texts.
    """
    by_id = {sheet.article.id: sheet for sheet in sheets}
    gists = [gist_of(by_id[article], language) for article in sorted(by_id)]
    links = [link for gist in gists for link in links_within(gist, by_id[gist.article], language)]
    following = followers({gist.article: gist.crowd for gist in gists})
    for one, other in combinations(gists, 2):
        if (following.get(one.article, other.article), following.get(other.article, one.article)) != (other.article, one.article):
            continue
        if is_near(one, other):
            links += links_between(one, other, language)
    return in_order(links, {gist.article: gist.published[:10] for gist in gists})


def find_disputes(sheets: Sequence[Sheet], language: Language) -> tuple[Link, ...]:
    """Every dispute in and between the texts, by day and place of who disputes; the order of `sheets` changes nothing.

    No truth value anywhere: a dispute is words against words. Refusing to confirm, declining to comment and doubting are none.
    """
    return tuple(link for link in find_links(sheets, language) if link.kind in _AGAINST)


def in_order(links: Iterable[Link], days: dict[str, str]) -> tuple[Link, ...]:
    """The links by day and place of their first end, then of their second."""

    def place(end: End) -> tuple[str, str, int, int]:
        return days.get(end.article, ""), end.article, end.spans[0].start, end.spans[-1].end

    def order(link: Link) -> tuple[object, ...]:
        return place(link.first), place(link.second), link.kind

    return tuple(_sorted(links, order))


def _kept(links: Iterable[Link]) -> tuple[Link, ...]:
    """Each pair of ends once, by the surest rule, what disputes before what agrees."""
    best: dict[tuple[End, End], Link] = {}
    for link in _ranked(links):
        ends = (link.first, link.second) if _place(link.first) < _place(link.second) else (link.second, link.first)
        best.setdefault(ends, link)
    return tuple(best.values())


def _ranked(links: Iterable[Link]) -> Iterator[Link]:
    """What disputes before what agrees, the surest first, those of one rank by their ids."""
    return _sorted(links, _rank)


def _sorted(links: Iterable[Link], order: Callable[[Link], tuple[object, ...]]) -> Iterator[Link]:
    """The links in this order, those of one rank by their ids: few have the same, and an id is a digest."""
    ranked = sorted(((order(link), link) for link in links), key=itemgetter(0))
    for _, same in groupby(ranked, key=itemgetter(0)):
        listed = [link for _, link in same]
        yield from listed if len(listed) == 1 else sorted(listed, key=lambda link: link.id)


def _rank(link: Link) -> tuple[bool, float, str, str]:
    return link.kind not in _AGAINST, -link.score, str(link.manner), link.rule


def _surest(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links between two texts, the surest first: those of ends that have few yet, so that lists do not multiply."""
    kept, number = [], Counter[tuple[End, bool]]()
    for link in links:
        ends = [(end, link.kind in _AGAINST) for end in (link.first, link.second)]
        if any(number[end] < MOST for end in ends):
            kept.append(link)
            number.update(ends)
    return tuple(kept)


def _place(end: End) -> tuple[str, tuple[tuple[int, int], ...]]:
    return end.article, tuple((span.start, span.end) for span in end.spans)
