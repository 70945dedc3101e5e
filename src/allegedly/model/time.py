"""When something is said or done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """An ISO 8601 `interval` (`2026-11-16/2026-11-17`) and its `granularity`; both `None` if unresolved."""

    interval: str | None
    granularity: str | None
