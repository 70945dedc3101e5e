"""Which statement lies in the content of which."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.model import Attribution, Spans


def parents(attributions: Sequence[Attribution]) -> tuple[int | None, ...]:
    """For each attribution the index of the one in whose content all of it lies, the smallest such; `None` where there is none.

    Two attributions with the same content never hold each other: source and cue of the inner one must lie in the outer's
    content too, and where all spans are the same the one given first holds the other.
    """
    sizes = [sum(len(span) for span in attribution.content) for attribution in attributions]
    fragments = sorted(
        ((span.start, -span.end, index) for index, attribution in enumerate(attributions) for span in attribution.content)
    )
    order = sorted(range(len(attributions)), key=lambda index: attributions[index].extent.start)
    found: list[int | None] = [None] * len(attributions)
    opened: list[tuple[int, int]] = []
    at = 0
    for index in order:
        extent = attributions[index].extent
        while at < len(fragments) and fragments[at][0] <= extent.start:
            opened.append((-fragments[at][1], fragments[at][2]))
            at += 1
        opened = [entry for entry in opened if entry[0] > extent.start]
        holding = [other for _, other in opened if other != index and _holds(attributions, other, index)]
        found[index] = min(holding, key=lambda other: (sizes[other], -other), default=None)
    return tuple(found)


def _holds(attributions: Sequence[Attribution], outer: int, inner: int) -> bool:
    held = attributions[inner]
    content = attributions[outer].content
    if not all(_lies_in(spans, content) for spans in (held.source, held.cue, held.content)):
        return False
    own = attributions[outer]
    mutual = all(_lies_in(spans, held.content) for spans in (own.source, own.cue, own.content))
    return not mutual or outer < inner


def _lies_in(spans: Spans, content: Spans) -> bool:
    return all(any(fragment.covers(span) for fragment in content) for span in spans)
