"""The bytes of a document, before they are read."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.model import Origin, Skipped


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a document and where they come from.

    `when`: ISO 8601, when they were captured; `encoding`, `media_type`: as a server declared them; `notes`: on the capture, one
    sentence each.
    """

    data: bytes
    origin: Origin
    when: str | None = None
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class PassedOver(Skipped):
    """What a folder or an archive holds besides articles, counted: no article was skipped, but nothing is left out in silence."""
