"""A dispute as a person reads it: words against words, and where each stand."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.export.wording import day_of, one_line
from allegedly.model.link import End, Link
from allegedly.serve.links import Linked
from allegedly.serve.ties import OUT, speaker_at


@dataclass(frozen=True, slots=True)
class Standing:
    """One side: who says it, the words, where they stand and the way there."""

    who: str
    words: str
    where: str
    to: str


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two sides, and what the first does to the second."""

    first: Standing
    manner: str
    second: Standing


def opposed(linked: Linked, link: Link) -> Opposed:
    """The link's two sides."""
    return Opposed(standing_of(linked, link.first), str(link.manner or OUT[link.kind]), standing_of(linked, link.second))


def standing_of(linked: Linked, end: End) -> Standing:
    """The end, with its outlet and day."""
    entry = linked.entries.get(end.article)
    where = (
        ""
        if entry is None
        else ", ".join(part for part in (entry.origin.outlet or entry.origin.name, day_of(entry.origin.published)) if part)
    )
    to = f"/articles/{end.article}" if end.statement is None else f"/statements/{end.statement}"
    return Standing(speaker_at(end), one_line(end.words), one_line(where), to)
