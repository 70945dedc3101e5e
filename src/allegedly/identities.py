"""Who speaks in a ledger, across articles: identities computed from what it holds, and the judgements of people on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from allegedly.errors import LedgerError
from allegedly.model import Speaker, Statement, short_id
from allegedly.model.identity import (
    Identity,
    KnownSpeaker,
    Profile,
    Side,
    Sort,
    SpeakerEvent,
    SpeakerJudgement,
    Verdict,
    Withdrawal,
    profile_key,
    sort_of,
    standing,
)
from allegedly.resolve.identity_clusters import Block, block_of, identify
from allegedly.resolve.identity_judgements import check_judgement, check_known
from allegedly.resolve.identity_lexicon import load_spellings
from allegedly.store.query import folded
from allegedly.store.store import Store

_ID = re.compile(r"[0-9a-f]{6,16}")
_ANCHORS = 20
"""How many places a judgement that two are one remembers of each: the first that is still there carries it."""


class Identities:
    """The identities of the speakers in `store`; computed anew at each call, so that they are never stale.

    `language`: whose spellings and titles names are read by. A call that is about names reads only what may be one with them.
    """

    def __init__(self, store: Store, language: str = "en") -> None:
        self._store = store
        self._spellings = load_spellings(language)

    def all(self) -> tuple[Identity, ...]:
        """Every identity, the most quoted first."""
        return identify(self._store.profiles(), self.events(), self._spellings)

    def events(self) -> tuple[SpeakerEvent, ...]:
        """What people judged, in the order in which they did, withdrawn judgements too."""
        return self._store.speaker_events()

    def named(self, name: str) -> tuple[Identity, ...]:
        """The identities with a name in which these words stand together, or with this id; the most quoted first."""
        words = folded(name)
        found = self._near(lambda other: words in folded(other)) if words else ()
        bearing = tuple(one for one in found if any(words in folded(profile.name) for profile in one.profiles))
        if not bearing and _ID.fullmatch(name):
            return tuple(one for one in self.all() if any(profile.key.startswith(name) for profile in one.profiles))
        return bearing

    def one(self, reference: str) -> Identity:
        """The identity meant by an id (its own or an older one), by a whole name, or by `NAME@ARTICLE`.

        Raises `LedgerError` where none or several are meant.
        """
        return self._meant(reference)[0]

    def judge(self, left: str, right: str, what: Verdict, *, who: str, when: str, why: str | None = None) -> SpeakerJudgement:
        """Record that two speakers are the same, different, or not to be told; each is meant as in `one`.

        `NAME@ARTICLE` means the speaker of that article alone, so that it can be told from others taken for the same.
        Raises `JudgementError` where the judgement contradicts one that stands.
        """
        sides = (self._meant(left), self._meant(right))
        profiles = [part or identity.profiles for identity, part in sides]
        if what is not Verdict.SAME and sides[0][0].id == sides[1][0].id:
            profiles = [_without(profiles[0], sides[1][1]), _without(profiles[1], sides[0][1])]
        made = [_side(identity, each, what) for (identity, _), each in zip(sides, profiles, strict=True)]
        events = self.events()
        marks = (str(what), when, who, repr(made[0].places), repr(made[1].places), str(len(events)))
        event = SpeakerJudgement(short_id(*marks), when, who, what, made[0], made[1], why)
        check_judgement(events, event)
        self._store.record(event)
        return event

    def withdraw(self, reference: str, *, who: str, when: str, why: str | None = None) -> Withdrawal:
        """Take the judgement back that has this id, or the beginning of it. Raises `LedgerError` where none stands."""
        events = self.events()
        meant = [event for event in standing(events) if reference and event.id.startswith(reference)]
        if len(meant) != 1:
            found = f"{len(meant)} standing judgements have" if meant else "no standing judgement has"
            raise LedgerError(
                f"{found} an id that begins with {reference!r}; `allegedly identities LEDGER --judgements` lists them"
            )
        event = Withdrawal(short_id("withdrawn", meant[0].id, when, str(len(events))), when, who, meant[0].id, why)
        self._store.record(event)
        return event

    def learn(self, known: Sequence[KnownSpeaker]) -> tuple[KnownSpeaker, ...]:
        """Keep the speakers of an identity file; gives those that were not known yet.

        Raises `JudgementError`, and keeps nothing, where they contradict each other or those known before.
        """
        before = [event for event in standing(self.events()) if isinstance(event, KnownSpeaker)]
        same = {_content(event) for event in before}
        new = [entry for entry in known if _content(entry) not in same]
        check_known([*before, *new])
        for entry in new:
            self._store.record(entry)
        return tuple(new)

    def fill_in(self, statements: Iterable[Statement], identities: Collection[Identity]) -> Iterator[Statement]:
        """The statements, each speaker, or each member of a joint one, with the id of its identity where it is one of these."""
        ids = {profile.key: identity.id for identity in identities for profile in identity.profiles}
        for statement in statements:
            speaker = statement.speaker
            if speaker is None or not any(key in ids for key in keys_of(statement)):
                yield statement
                continue
            members = tuple(
                replace(member, identity=ids.get(_key(statement.article, member) or "")) for member in speaker.members
            )
            identity = None if members else ids.get(_key(statement.article, speaker) or "")
            yield replace(statement, speaker=replace(speaker, identity=identity, members=members))

    def _meant(self, reference: str) -> tuple[Identity, tuple[Profile, ...]]:
        """The identity, and the profiles of it that the reference singles out."""
        name, at, article = reference.rpartition("@")
        if at and name and article:
            found = [
                (identity, profile)
                for identity in self._near(lambda other: folded(other) == folded(name))
                for profile in identity.profiles
                if profile.article.startswith(article) and folded(profile.name) == folded(name)
            ]
            if len(found) == 1:
                return found[0][0], (found[0][1],)
            raise LedgerError(f"{len(found) or 'no'} speakers are {reference!r}; expected a speaker's name and an article's id")
        meant = tuple(one for one in self.named(reference) if _called(one, reference))
        if len(meant) == 1:
            single = next((p for p in meant[0].profiles if p.key.startswith(reference) and p.key != meant[0].id), None)
            return meant[0], (single,) if single and _ID.fullmatch(reference) else ()
        if not meant:
            raise LedgerError(
                f"no speaker has the name or id {reference!r}; `allegedly who LEDGER NAME` finds names by a part of them"
            )
        listed = "; ".join(f"{one.id[:8]} ({describe(one)})" for one in meant[:6])
        raise LedgerError(
            f"{len(meant)} speakers are called {reference!r}: {listed}{'; …' if len(meant) > 6 else ''}; name one by its id"
        )

    def _near(self, wanted: Callable[[str], bool]) -> tuple[Identity, ...]:
        """The identities of all blocks that hold a wanted name."""
        names: dict[Block, set[str]] = {}
        blocks: set[Block] = set()
        for name, kind in self._store.speaker_names():
            sort = sort_of(kind)
            if sort is not None:
                block = block_of(name, sort, self._spellings)
                names.setdefault(block, set()).add(name)
                if wanted(name):
                    blocks.add(block)
        events = self.events()
        tied = [self._blocks(event) for event in standing(events)]
        while any(not group <= blocks and group & blocks for group in tied):
            blocks |= {block for group in tied if group & blocks for block in group}
        load = {name for block in blocks for name in names.get(block, ())}
        profiles = self._store.profiles(load) if load else ()
        return identify(
            (one for one in profiles if block_of(one.name, one.sort, self._spellings) in blocks), events, self._spellings
        )

    def _blocks(self, event: SpeakerJudgement | KnownSpeaker) -> set[Block]:
        if isinstance(event, SpeakerJudgement):
            sides = (event.left, event.right)
            return {block_of(name, side.sort, self._spellings) for side in sides for _, name in side.places}
        return {block_of(name, sort, self._spellings) for name in (event.name, *event.aliases) for sort in Sort}


def key_of(statement: Statement) -> str | None:
    """The key of the profile that the statement belongs to; `None` where its speaker is nobody that articles share."""
    return next(iter(keys_of(statement)), None)


def keys_of(statement: Statement) -> tuple[str, ...]:
    """The keys of the profiles that the statement belongs to: of each member, where several speak together."""
    speaker = statement.speaker
    speaking = () if speaker is None else speaker.members or (speaker,)
    return tuple(key for one in speaking if (key := _key(statement.article, one)) is not None)


def _key(article: str, speaker: Speaker) -> str | None:
    sort = sort_of(speaker.kind) if speaker.name is not None else None
    return None if sort is None or speaker.name is None else profile_key(article, sort, speaker.name)


def describe(identity: Identity) -> str:
    """The name, and what tells it from namesakes: role, affiliation, country, or else outlet and day.

    In as few words as will do, from the profiles that say it most.
    """
    told: list[str] = []
    for said in (
        [value for profile in identity.profiles for value in profile.roles],
        [value for profile in identity.profiles for value in profile.affiliations],
        [value for profile in identity.profiles for value in profile.countries],
    ):
        counts = Counter(said)
        if counts:
            told.append(min(counts, key=lambda value: (-counts[value], value)))
    first = identity.profiles[0]
    return ", ".join((identity.name, *(told or [part for part in (first.outlet, first.day) if part])))


def _called(identity: Identity, reference: str) -> bool:
    words = folded(reference)
    return any(folded(profile.name) == words or profile.key.startswith(reference) for profile in identity.profiles)


def _without(profiles: Sequence[Profile], others: Sequence[Profile]) -> tuple[Profile, ...]:
    keys = {profile.key for profile in others}
    return tuple(profile for profile in profiles if profile.key not in keys) or tuple(profiles)


def _side(identity: Identity, profiles: Sequence[Profile], what: Verdict) -> Side:
    kept = profiles[:_ANCHORS] if what is Verdict.SAME else profiles
    return Side(identity.sort, kept[0].name if len(kept) == 1 else identity.name, tuple((one.article, one.name) for one in kept))


def _content(entry: KnownSpeaker) -> tuple[object, ...]:
    return entry.name, entry.aliases, entry.wikidata, entry.country, entry.role
