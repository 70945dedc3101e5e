"""What a kind of saying is in the codes of event data."""

from __future__ import annotations

from collections.abc import Mapping

from allegedly.model.event import EventType
from allegedly.model.statement import Kind

CODES: Mapping[Kind, tuple[str | None, EventType | None]] = {
    Kind.ASSERTION: ("01", None),
    Kind.CONFIRMATION: ("01", None),
    Kind.ACKNOWLEDGEMENT: ("01", None),
    Kind.DENIAL: ("01", None),
    Kind.REJECTION: ("12", EventType.REJECT),
    Kind.ACCUSATION: ("11", EventType.ACCUSE),
    Kind.DOUBT: ("01", None),
    Kind.DEMAND: ("10", EventType.REQUEST),
    Kind.QUESTION: (None, None),
    Kind.PROMISE: ("03", EventType.AGREE),
    Kind.THREAT: ("13", EventType.THREATEN),
    Kind.ANNOUNCEMENT: ("01", None),
    Kind.PREDICTION: ("01", None),
    Kind.CONCERN: ("01", None),
    Kind.PRAISE: ("05", EventType.SUPPORT),
    Kind.CRITICISM: ("11", EventType.ACCUSE),
    Kind.ATTITUDE: (None, None),
    Kind.NO_COMMENT: ("01", None),
    Kind.NOT_REACHED: (None, None),
}
"""CAMEO's root and PLOVER's type of each kind; `None` where there is none (`docs/codes.md` says why)."""
