"""A dispute as a person reads it: words against words, and where each stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from allegedly.export.wording import day_of, one_line
from allegedly.model.link import End, Link
from allegedly.serve.links import Linked
from allegedly.serve.ties import OUT, speaker_at

_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """One side: who says it, the words, where they stand and the way there."""

    who: str
    words: str
    outlet: str
    day: str
    to: str

    @property
    def where(self) -> str:
        """Outlet and day in one."""
        return ", ".join(part for part in (self.outlet, self.day) if part)


@dataclass(frozen=True, slots=True)
class Opposed:
    """What one speaker says, and what of others it goes against in one manner; `more`: how many others are not shown."""

    first: Standing
    manner: str
    others: tuple[Standing, ...]
    more: int


def opposed(linked: Linked, links: Iterable[Link], most: int) -> list[Opposed]:
    """The first so many disputes, those of one speaker of one manner in one story being one: papers repeat them.

    Each of the others is shown once, with its first words.
    """
    groups: dict[tuple[str | None, str, str], list[Link]] = {}
    for link in links:
        story = linked.story_by_article.get(link.first.article)
        key = (link.first.speaker or link.first.statement, manner_of(link), story.id if story else link.first.article)
        groups.setdefault(key, []).append(link)
    found = []
    for group in islice(groups.values(), most):
        others: dict[str | None, Standing] = {}
        for link in group:
            others.setdefault(link.second.speaker or link.second.statement, standing_of(linked, link.second))
        shown = tuple(others.values())[:_OTHERS]
        found.append(Opposed(standing_of(linked, group[0].first), manner_of(group[0]), shown, len(group) - len(shown)))
    return found


def manner_of(link: Link) -> str:
    """What the first end does to the second, in a word or two."""
    return str(link.manner or OUT[link.kind])


def standing_of(linked: Linked, end: End) -> Standing:
    """The end, with its outlet and day."""
    entry = linked.entries.get(end.article)
    outlet = (entry.origin.outlet or entry.origin.name or "") if entry else ""
    day = day_of(entry.origin.published if entry else None) or ""
    to = f"/articles/{end.article}" if end.statement is None else f"/statements/{end.statement}"
    return Standing(speaker_at(end), one_line(end.words), one_line(outlet), day, to)
