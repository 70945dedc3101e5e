"""What people judged of speakers, held against each other and against what the articles now say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from allegedly.errors import LedgerError
from allegedly.model.identity import (
    KnownSpeaker,
    Profile,
    Side,
    Sort,
    SpeakerEvent,
    SpeakerJudgement,
    Verdict,
    profile_key,
    standing,
)
from allegedly.resolve.identity_lexicon import Spellings, plain
from allegedly.resolve.identity_names import read_name, relation

Place = tuple[str, str]


class JudgementError(LedgerError):
    """A judgement contradicts one that stands, or an identity file contradicts itself; nothing was kept."""


def check_judgement(events: Sequence[SpeakerEvent], new: SpeakerJudgement) -> None:
    """Raises `JudgementError` where `new` cannot hold together with the judgements that stand; it names both."""
    if set(_keys(new.left)) & set(_keys(new.right)):
        raise JudgementError(f"{new.left.name!r} and {new.right.name!r} are one speaker of one article; name two that differ")
    before = [event for event in standing(tuple(events)) if isinstance(event, SpeakerJudgement)]
    for pair in before:
        alike = {_anchor(pair.left), _anchor(pair.right)} == {_anchor(new.left), _anchor(new.right)}
        if alike and pair.what is not new.what:
            raise _contradiction(new, pair)
    together = _Together()
    for event in (*before, new):
        if event.what is Verdict.SAME:
            together.join(_anchor(event.left), _anchor(event.right), event.id)
    for event in (*before, new):
        if event.what is not Verdict.SAME:
            for left in _keys(event.left):
                for right in _keys(event.right):
                    chain = together.chain(left, right)
                    if chain:
                        other = new if event is not new else next(one for one in before if one.id in chain)
                        raise _contradiction(new, event if event is not new else other, len(chain))


def _contradiction(new: SpeakerJudgement, old: SpeakerJudgement, links: int = 1) -> JudgementError:
    through = f" (through {links} judgements)" if links > 1 else ""
    return JudgementError(
        f"{_words(new)} contradicts {_words(old)}{through}, which {old.who} judged on {old.when[:10]}; "
        f"withdraw that first: `--undo {old.id}`"
    )


def _words(judgement: SpeakerJudgement) -> str:
    return f"{judgement.left.name!r} {judgement.what} {judgement.right.name!r}"


def _keys(side: Side) -> tuple[str, ...]:
    return tuple(profile_key(article, side.sort, name) for article, name in side.places)


def _anchor(side: Side) -> str:
    return _keys(side)[0]


class _Together:
    """What is joined with what, and by which judgements."""

    def __init__(self) -> None:
        self._next: dict[str, list[tuple[str, str]]] = {}

    def join(self, left: str, right: str, judgement: str) -> None:
        self._next.setdefault(left, []).append((right, judgement))
        self._next.setdefault(right, []).append((left, judgement))

    def chain(self, left: str, right: str) -> tuple[str, ...]:
        """The judgements that lead from one to the other."""
        ways: dict[str, tuple[str, ...]] = {left: ()}
        waiting = [left]
        while waiting:
            at = waiting.pop(0)
            if at == right:
                return ways[at]
            for other, judgement in self._next.get(at, ()):
                if other not in ways:
                    ways[other] = (*ways[at], judgement)
                    waiting.append(other)
        return ()


class Places:
    """Finds the profile that a judgement's place means now: of that article and name, or of the only name that goes with it."""

    def __init__(self, profiles: Iterable[Profile], spellings: Spellings) -> None:
        self._by_key: dict[str, Profile] = {}
        self._by_article: dict[str, list[Profile]] = {}
        self._spellings = spellings
        for profile in profiles:
            self._by_key[profile.key] = profile
            self._by_article.setdefault(profile.article, []).append(profile)

    def find(self, side: Side) -> tuple[Profile, ...]:
        """The profiles of the side that are there, the earliest first."""
        found = (self._at(side.sort, article, name) for article, name in side.places)
        return tuple(dict.fromkeys(profile for profile in found if profile is not None))

    def _at(self, sort: Sort, article: str, name: str) -> Profile | None:
        exact = self._by_key.get(profile_key(article, sort, name))
        if exact is not None or sort is not Sort.PERSON:
            return exact
        wanted = read_name(name, self._spellings)
        near = [
            profile
            for profile in self._by_article.get(article, ())
            if profile.sort is sort and relation(wanted, read_name(profile.name, self._spellings), self._spellings)
        ]
        return near[0] if len(near) == 1 else None


def check_known(known: Sequence[KnownSpeaker]) -> None:
    """Raises `JudgementError` where two entries of an identity file speak of one name or id, or one name leads back to another.

    Two may bear one name where country or role tells them apart.
    """
    ids: dict[str, KnownSpeaker] = {}
    names: dict[str, list[KnownSpeaker]] = {}
    for entry in known:
        if not plain(entry.name).strip():
            raise JudgementError("an entry without a name; give each a name")
        if entry.wikidata and entry.wikidata in ids:
            raise JudgementError(
                f"{entry.name!r} and {ids[entry.wikidata].name!r} both have the id {entry.wikidata}; keep one of them"
            )
        if entry.wikidata:
            ids[entry.wikidata] = entry
        for name in dict.fromkeys(plain(one) for one in (entry.name, *entry.aliases)):
            for other in names.get(name, ()):
                _check_namesakes(name, entry, other)
            names.setdefault(name, []).append(entry)


def _check_namesakes(name: str, left: KnownSpeaker, right: KnownSpeaker) -> None:
    if left.country and right.country and left.country != right.country:
        return
    if left.role and right.role and plain(left.role) != plain(right.role) and name == plain(left.name) == plain(right.name):
        return
    back = plain(right.name) in map(plain, left.aliases) and plain(left.name) in map(plain, right.aliases)
    what = (
        "each list the other as an alias"
        if back
        else f"both bear the name {name!r} and neither country nor role tells them apart"
    )
    raise JudgementError(f"{left.name!r} and {right.name!r} {what}; make one entry of them, or give both a country")


def tags_of(events: Sequence[SpeakerEvent], places: Places) -> Mapping[str, frozenset[tuple[str, bool]]]:
    """For profiles by key the judgements that keep them apart from others, with their side."""
    tags: dict[str, set[tuple[str, bool]]] = {}
    for event in standing(tuple(events)):
        if isinstance(event, SpeakerJudgement) and event.what is not Verdict.SAME:
            for side, which in ((event.left, False), (event.right, True)):
                for profile in places.find(side):
                    tags.setdefault(profile.key, set()).add((event.id, which))
    return {key: frozenset(found) for key, found in tags.items()}
