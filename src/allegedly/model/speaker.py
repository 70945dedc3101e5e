"""Who a source is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from allegedly.model.span import Spans


class SpeakerKind(StrEnum):
    """What sort of source speaks; `docs/annotation.md` draws the borders."""

    NAMED_PERSON = "named person"
    UNNAMED_PERSON = "unnamed person"
    UNNAMED_GROUP = "unnamed group"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    STATE = "state"
    OUTLET = "outlet"
    DOCUMENT = "document"
    AUTHOR = "author"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who the source is, as far as the article tells.

    `name`: the fullest name that the article gives, `None` where it gives none or it is unclear which of `candidates` is
    meant. `country`: ISO 3166-1 alpha-2. `identity`: the speaker's id across a ledger. `mentions`: where the article names
    the same speaker. `evidence`: the words that the answer stands on. `inferred`: the name rests on no words that say so.
    `number`: how many speak, where the article says so. `members`: each of those who speak together under their own names ("A and
    B said"), none of them joint in turn; what all share stands in this speaker too, and its `name` lists theirs.
    """

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    identity: str | None = None
    mentions: Spans = ()
    candidates: tuple[str, ...] = ()
    evidence: Spans = ()
    inferred: bool = False
    confidence: float = 1.0
    number: int | None = None
    members: tuple[Speaker, ...] = ()
