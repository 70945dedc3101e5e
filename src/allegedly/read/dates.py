"""Dates as ISO 8601, or nothing."""

from __future__ import annotations

import re
from datetime import date, datetime

_EXTENDED = re.compile(r"\d{4}-\d{2}-\d{2}T")


def iso_date(value: str) -> str | None:
    """`value` where it is an ISO 8601 date or date-time, in extended form; `None` where it is not.

    >>> iso_date("2026-11-20"), iso_date("20261120T0915Z"), iso_date("20 November")
    ('2026-11-20', '2026-11-20T09:15:00+00:00', None)
    """
    value = value.strip()
    try:
        if len(value) <= 10:
            day = date.fromisoformat(value)
            return day.isoformat()
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return value if _EXTENDED.match(value) else moment.isoformat()
