"""Who a speaker is across articles: what one article says of it, who it is taken for, and what people judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from allegedly.model.article import short_id
from allegedly.model.speaker import SpeakerKind


class Verdict(StrEnum):
    """Whether two speakers are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Sort(StrEnum):
    """What can be one across articles; a body is an organisation, a government body or an outlet."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"


_SORTS = {
    SpeakerKind.NAMED_PERSON: Sort.PERSON,
    SpeakerKind.ORGANISATION: Sort.BODY,
    SpeakerKind.GOVERNMENT: Sort.BODY,
    SpeakerKind.OUTLET: Sort.BODY,
    SpeakerKind.STATE: Sort.STATE,
}


def sort_of(kind: SpeakerKind) -> Sort | None:
    """The sort of a speaker of this kind; `None` for those that are never the same in two articles.

    These are the unnamed, the author, nobody, and documents: two polls of one institute are two polls.
    """
    return _SORTS.get(kind)


def profile_key(article: str, sort: Sort, name: str) -> str:
    """The key of the speaker with this name in the article; letter case and white space have no part in it."""
    return short_id(article, sort, " ".join(name.casefold().split()))


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article says of one speaker that it names: the unit of identities.

    `key` stays the same as long as the article gives the speaker this name, whatever else a later run finds. `roles`,
    `affiliations`, `countries`: as the article's statements have them, each once, in alphabetical order. `day`: ISO 8601.
    """

    key: str
    article: str
    name: str
    sort: Sort
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    joint: bool = False
    outlet: str | None = None
    day: str | None = None
    statements: int = 1

    @property
    def place(self) -> tuple[str, str, str]:
        """What orders profiles: by day, those without one last, then by article and key."""
        return self.day or "9999-99-99", self.article, self.key


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two speakers are one, how sure that is (0 to 1), and the words and rules it stands on."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another identity that may be the same, by its id and name, and why it is kept apart."""

    other: str
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Profiles that are taken for one speaker.

    `id`: the key of the earliest profile, so that it stays while later articles are added; the key of every other profile
    leads to the same identity. `name`: the fullest name in wide use. `profiles` stand in the order of `Profile.place`.
    `reasons`: what joined names that differ. `doubts`: whom it may be one with. `judgements`: ids of those that shaped it.
    """

    id: str
    name: str
    sort: Sort
    profiles: tuple[Profile, ...]
    reasons: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    judgements: tuple[str, ...] = ()
    wikidata: str | None = None

    @property
    def statements(self) -> int:
        """How many statements it speaks."""
        return sum(profile.statements for profile in self.profiles)

    @property
    def articles(self) -> int:
        """In how many articles it speaks."""
        return len({profile.article for profile in self.profiles})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a judgement: `name` as the person saw it, and the (article, name) pairs it stood for, the earliest first."""

    sort: Sort
    name: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SpeakerJudgement:
    """A person's judgement on two speakers; `when` is ISO 8601."""

    id: str
    when: str
    who: str
    what: Verdict
    left: Side
    right: Side
    why: str | None = None


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker from an identity file: its names belong together where country and role do not speak against it.

    `wikidata`: its id there (`Q42`); `country`: ISO 3166-1 alpha-2.
    """

    id: str
    when: str
    who: str
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    country: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Takes the judgement or the known speaker with the id `withdrawn` back."""

    id: str
    when: str
    who: str
    withdrawn: str
    why: str | None = None


SpeakerEvent: TypeAlias = SpeakerJudgement | KnownSpeaker | Withdrawal


def standing(events: tuple[SpeakerEvent, ...]) -> tuple[SpeakerJudgement | KnownSpeaker, ...]:
    """The events that no other takes back, in their order."""
    withdrawn = {event.withdrawn for event in events if isinstance(event, Withdrawal)}
    return tuple(event for event in events if not isinstance(event, Withdrawal) and event.id not in withdrawn)
