"""Claims: what is linked as the same, gathered so that no chain glues together what is disputed within it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from allegedly.link.grouping import joined
from allegedly.model import Origin, short_id
from allegedly.model.claim import Appearance, Claim
from allegedly.model.link import DisputeClass, End, Link, LinkKind, Story

TOGETHER = 0.3
"""How surely the statements of two groups have to be the same on average, those without a link counting nothing."""
_APART = -1000.0
_AGREEING = (LinkKind.SAME_CLAIM, LinkKind.REPEATS, LinkKind.CONFIRMS)
_AGAINST = (LinkKind.DISPUTES, LinkKind.CORRECTS)
_MUTUAL = (DisputeClass.ANOTHER_VALUE, DisputeClass.ANOTHER_CAUSE, DisputeClass.SAID_NOT_SO, DisputeClass.CORRECTED)


@dataclass(frozen=True, slots=True)
class Places:
    """Where articles come from, by their ids, and which of them print another's text.

    `following`: articles of crowds that were compared with the head of their crowd alone, each with that head.
    """

    origins: Mapping[str, Origin]
    copies: Collection[str]
    following: Mapping[str, str] = field(default_factory=dict)


def claims_from(links: Sequence[Link], places: Places, stories: Iterable[Story] = ()) -> tuple[Claim, ...]:
    """Every claim that is made twice or disputed, by day; the order of `links` changes nothing.

    Groups of statements are joined, the surest first, while they are linked on average and none of one is against one of the
    other: two figures never lie in one claim because a third agrees with both.
    """
    ends: dict[str, End] = {}
    alike: dict[tuple[str, str], float] = {}
    for link in links:
        first, second = _key(link.first), _key(link.second)
        if link.kind in _AGREEING:
            ends |= {first: link.first, second: link.second}
        elif link.kind in _AGAINST:
            ends[second] = link.second
            if link.manner in _MUTUAL:
                ends[first] = link.first
        if first != second:
            pair = (first, second) if first < second else (second, first)
            value = link.score if link.kind in _AGREEING else _APART
            alike[pair] = min(value, alike[pair]) if pair in alike and value < 0 else max(value, alike.get(pair, value))
    for pair in [pair for pair in alike if pair[0] not in ends or pair[1] not in ends]:
        del alike[pair]
    story_of = {article: story.id for story in stories for article in story.articles}
    about = _about(links, _AGAINST), _about(links, (LinkKind.CONFIRMS,))
    behind = _behind(alike, ends, places.following)
    tied = {key for keys in behind.values() for key in keys}
    apart = {pair: value for pair, value in alike.items() if pair[0] not in tied and pair[1] not in tied}
    groups = joined([key for key in ends if key not in tied], apart, TOGETHER)
    whole = ([*group, *(each for key in group for each in behind.get(key, ()))] for group in groups)
    found = [_claim([ends[key] for key in group], about, places, story_of) for group in whole]
    return tuple(sorted((claim for claim in found if _worth(claim)), key=lambda claim: (claim.first.day or "9999", claim.id)))


def _behind(
    alike: Mapping[tuple[str, str], float], ends: Mapping[str, End], following: Mapping[str, str]
) -> Mapping[str, list[str]]:
    """The statements of followers by that of their head that says the same the most surely: they share its claim."""
    best: dict[str, tuple[float, str]] = {}
    for pair, value in alike.items():
        for key, other in (pair, pair[::-1]):
            if value > 0 and following.get(ends[key].article) == ends[other].article:
                best[key] = min(best.get(key, (0.0, "")), (-value, other))
    behind: dict[str, list[str]] = defaultdict(list)
    for key in sorted(best):
        behind[best[key][1]].append(key)
    return behind


def _worth(claim: Claim) -> bool:
    return len(claim.appearances) > 1 or bool(claim.disputes)


def _key(end: End) -> str:
    return f"{end.article} {' '.join(f'{span.start}-{span.end}' for span in end.spans)}"


def _about(links: Iterable[Link], kinds: Collection[LinkKind]) -> Mapping[str, list[Link]]:
    """The links of these kinds by the claims that they are about: their second ends, or either where both claim something."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in sorted((link for link in links if link.kind in kinds), key=lambda link: link.id):
        found[_key(link.second)].append(link)
        if link.manner in _MUTUAL:
            found[_key(link.first)].append(link)
    return found


def _claim(
    members: Sequence[End],
    about: tuple[Mapping[str, list[Link]], Mapping[str, list[Link]]],
    places: Places,
    story_of: Mapping[str, str],
) -> Claim:
    def day(end: End) -> str | None:
        return (places.origins[end.article].published or "")[:10] or None

    def order(end: End) -> tuple[str, str, int, int]:
        published = places.origins[end.article].published or "9999"
        return published, end.article, end.spans[0].start, end.spans[-1].end

    ordered = sorted(members, key=order)
    appearances = tuple(
        Appearance(end, day(end), places.origins[end.article].outlet, end.article in places.copies) for end in ordered
    )
    disputes, confirmations = (
        tuple({link.id: link for end in ordered for link in each.get(_key(end), ())}.values()) for each in about
    )
    first = ordered[0]
    return Claim(short_id("claim", _key(first)), appearances, disputes, confirmations, story_of.get(first.article))
