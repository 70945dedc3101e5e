"""Found links as people left them: what they took away is gone, what they added is there, the last judgement holds."""

from __future__ import annotations

from collections.abc import Iterable

from allegedly.model.link import End, Link, LinkKind
from allegedly.model.link_event import LinkJudgement

_EITHER_WAY = (LinkKind.SAME_CLAIM,)


def as_judged(found: Iterable[Link], judgements: Iterable[LinkJudgement]) -> tuple[Link, ...]:
    """The links that hold: those found, less those judged not to hold, and those judged to hold.

    A judgement is about a link where their ends overlap: a text never changes, what is found in it may.
    """
    links = list(found)
    for judgement in judgements:
        links = [link for link in links if not about(judgement, link)]
        if judgement.holds:
            rule = f"judged by {judgement.who}" + (f": {judgement.why}" if judgement.why else "")
            ends = _fitted(judgement.first, links), _fitted(judgement.second, links)
            links.append(Link(judgement.kind, *ends, 1.0, rule, judgement.manner))
    return tuple(links)


def _fitted(end: End, links: Iterable[Link]) -> End:
    """The end of a found link that lies in the same words, so that both are one place of a claim; else the end itself."""
    ends = {each for link in links for each in (link.first, link.second) if _same_place(end, each)}
    return min(ends, key=lambda each: (each.spans[0].start, each.spans[-1].end), default=end)


def about(judgement: LinkJudgement, link: Link) -> bool:
    """Whether a judgement is about this link: of the same kind, between the same words."""
    if judgement.kind is not link.kind:
        return False
    ways = [(link.first, link.second)]
    if link.kind in _EITHER_WAY:
        ways.append((link.second, link.first))
    return any(_same_place(judgement.first, one) and _same_place(judgement.second, other) for one, other in ways)


def _same_place(one: End, other: End) -> bool:
    return one.article == other.article and any(span.overlaps(each) for span in one.spans for each in other.spans)
