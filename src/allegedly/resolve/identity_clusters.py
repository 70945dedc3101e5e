"""Identities: profiles of many articles, joined into speakers. The order of the profiles makes no difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allegedly.model.identity import (
    Doubt,
    Identity,
    KnownSpeaker,
    Profile,
    Sort,
    SpeakerEvent,
    SpeakerJudgement,
    Verdict,
    standing,
)
from allegedly.resolve.identity_bearers import Apart, Tags, opposed
from allegedly.resolve.identity_bodies import read_body, role_head
from allegedly.resolve.identity_groups import bodies_apart, states_apart
from allegedly.resolve.identity_judgements import Places, tags_of
from allegedly.resolve.identity_lexicon import Spellings, plain
from allegedly.resolve.identity_names import read_name
from allegedly.resolve.identity_people import tell_apart

Block = tuple[Sort, tuple[str, ...]]

_DOUBTS = 5
"""How many others an identity names as perhaps the same."""


def block_of(name: str, sort: Sort, spellings: Spellings) -> Block:
    """What all names share that may be one speaker's: identities never reach over two blocks, unless a person judged so."""
    if sort is Sort.PERSON:
        return sort, (read_name(name, spellings).key,)
    return (sort, read_body(name, spellings).words) if sort is Sort.BODY else (sort, ())


def identify(profiles: Iterable[Profile], events: Sequence[SpeakerEvent], spellings: Spellings) -> tuple[Identity, ...]:
    """The identities of the profiles, the most quoted first. The profiles are to be all those of their blocks."""
    ordered = sorted(profiles, key=lambda one: one.place)
    places = Places(ordered, spellings)
    tags = dict(tags_of(events, places))
    blocks: dict[Block, list[Profile]] = {}
    for profile in ordered:
        blocks.setdefault(block_of(profile.name, profile.sort, spellings), []).append(profile)
    clusters: list[_Cluster] = []
    doubts: list[Apart] = []
    for (sort, _), block in blocks.items():
        if sort is Sort.PERSON:
            bearers, unsure = tell_apart(block, tags, spellings)
            clusters.extend(_Cluster(bearer.profiles, bearer.tags, bearer.reasons) for bearer in bearers)
        else:
            groups, unsure = (bodies_apart if sort is Sort.BODY else states_apart)(block, tags, spellings)
            clusters.extend(_Cluster(tuple(group), _tags(group, tags), ()) for group in groups)
        doubts.extend(unsure)
    joined = _Joined(clusters)
    for event in standing(tuple(events)):
        if isinstance(event, KnownSpeaker):
            _apply_known(event, joined, doubts, spellings)
    for event in standing(tuple(events)):
        if isinstance(event, SpeakerJudgement):
            _apply(event, joined, places, doubts)
    return _finished(joined.clusters(), doubts, spellings)


class _Cluster:
    """Profiles of one speaker, and what was judged of it."""

    def __init__(self, profiles: tuple[Profile, ...], tags: Tags, reasons: tuple[str, ...]) -> None:
        self.profiles = profiles
        self.tags = tags
        self.reasons = reasons
        self.judgements: tuple[str, ...] = tuple(sorted({judgement for judgement, _ in tags}))
        self.wikidata: str | None = None


class _Joined:
    """Clusters by their profiles; joining two replaces both."""

    def __init__(self, clusters: Sequence[_Cluster]) -> None:
        self._of = {profile.key: cluster for cluster in clusters for profile in cluster.profiles}

    def of(self, profile: Profile) -> _Cluster:
        return self._of[profile.key]

    def clusters(self) -> list[_Cluster]:
        return list({id(cluster): cluster for cluster in self._of.values()}.values())

    def join(self, left: _Cluster, right: _Cluster, reason: str, judgement: str) -> bool:
        """Whether they are one now: not where a judgement or two ids keep them apart."""
        if left is right:
            left.judgements = (*left.judgements, judgement)
            return True
        if opposed(left.tags, right.tags) or (left.wikidata and right.wikidata and left.wikidata != right.wikidata):
            return False
        profiles = tuple(sorted((*left.profiles, *right.profiles), key=lambda one: one.place))
        whole = _Cluster(profiles, left.tags | right.tags, (*left.reasons, *right.reasons, reason))
        whole.judgements = tuple(dict.fromkeys((*left.judgements, *right.judgements, judgement)))
        whole.wikidata = left.wikidata or right.wikidata
        for profile in profiles:
            self._of[profile.key] = whole
        return True


def _tags(group: Sequence[Profile], tags: dict[str, Tags]) -> Tags:
    return frozenset(tag for profile in group for tag in tags.get(profile.key, ()))


def _apply(event: SpeakerJudgement, joined: _Joined, places: Places, doubts: list[Apart]) -> None:
    left, right = places.find(event.left), places.find(event.right)
    if not left or not right:
        return
    if event.what is Verdict.SAME:
        if not joined.join(joined.of(left[0]), joined.of(right[0]), f"judged the same by {event.who}", event.id):
            doubts.append(Apart(left[0], right[0], (f"judged the same by {event.who}", "but another judgement keeps them apart")))
    elif event.what is Verdict.UNSURE:
        doubts.append(Apart(left[0], right[0], (f"{event.who} could not tell",)))


def _apply_known(entry: KnownSpeaker, joined: _Joined, doubts: list[Apart], spellings: Spellings) -> None:
    """Joins the speakers that bear the entry's names, each name where one alone may be meant."""
    role = role_head(entry.role, spellings) if entry.role else None
    met: list[_Cluster] = []
    for name in dict.fromkeys(plain(one) for one in (entry.name, *entry.aliases)):
        bearing = [cluster for cluster in joined.clusters() if any(plain(profile.name) == name for profile in cluster.profiles)]
        fitting = [cluster for cluster in bearing if _fits(cluster, entry, role[0] if role else None, spellings)]
        if len(fitting) == 1:
            met.append(fitting[0])
        elif fitting:
            reason = (f"both may be {entry.name!r} of the identity file",)
            doubts.extend(Apart(fitting[0].profiles[0], other.profiles[0], reason) for other in fitting[1:])
    if not met:
        return
    first = met[0]
    if first.wikidata and entry.wikidata and first.wikidata != entry.wikidata:
        return
    first.wikidata = first.wikidata or entry.wikidata
    first.judgements = tuple(dict.fromkeys((*first.judgements, entry.id)))
    profile = first.profiles[0]
    for other in met[1:]:
        joined.join(joined.of(profile), joined.of(other.profiles[0]), f"one in the identity file: {entry.name}", entry.id)


def _fits(cluster: _Cluster, entry: KnownSpeaker, role: str | None, spellings: Spellings) -> bool:
    countries = {country for profile in cluster.profiles for country in profile.countries}
    if entry.country and countries and entry.country not in countries:
        return False
    heads = {head[0] for profile in cluster.profiles for one in profile.roles if (head := role_head(one, spellings))}
    full = any(read_name(profile.name, spellings).given for profile in cluster.profiles)
    if cluster.profiles[0].sort is not Sort.PERSON or full:
        return not (role and heads and role not in heads and entry.country not in countries)
    return bool((role and role in heads) or (entry.country and entry.country in countries))


def _finished(clusters: Sequence[_Cluster], doubts: Sequence[Apart], spellings: Spellings) -> tuple[Identity, ...]:
    of = {profile.key: cluster for cluster in clusters for profile in cluster.profiles}
    names = {id(cluster): _name(cluster.profiles, spellings) for cluster in clusters}
    unsure: dict[int, dict[str, Doubt]] = {}
    for doubt in doubts:
        left, right = of[doubt.left.key], of[doubt.right.key]
        if left is right or (opposed(left.tags, right.tags) and not any("could not tell" in one for one in doubt.reasons)):
            continue
        for one, other in ((left, right), (right, left)):
            key = other.profiles[0].key
            unsure.setdefault(id(one), {}).setdefault(key, Doubt(key, names[id(other)], doubt.reasons))
    identities = [
        Identity(
            id=cluster.profiles[0].key,
            name=names[id(cluster)],
            sort=cluster.profiles[0].sort,
            profiles=cluster.profiles,
            reasons=tuple(sorted(set(cluster.reasons))),
            doubts=tuple(
                sorted(unsure.get(id(cluster), {}).values(), key=lambda one: (-len(one.reasons), one.name, one.other))[:_DOUBTS]
            ),
            judgements=tuple(sorted(set(cluster.judgements))),
            wikidata=cluster.wikidata,
        )
        for cluster in clusters
    ]
    return tuple(sorted(identities, key=lambda one: (-one.statements, one.name, one.id)))


def _name(profiles: Sequence[Profile], spellings: Spellings) -> str:
    """The name in widest use among the full ones."""
    counts: dict[str, int] = {}
    for profile in profiles:
        counts[profile.name] = counts.get(profile.name, 0) + 1
    if profiles[0].sort is Sort.STATE:
        return min(counts, key=lambda name: (-counts[name], name))
    full = counts
    if profiles[0].sort is Sort.PERSON:
        full = {name: number for name, number in counts.items() if len(read_name(name, spellings).given) > 1} or counts
    else:
        full = {name: number for name, number in counts.items() if not name.replace(".", "").isupper()} or counts
    return min(full, key=lambda name: (-full[name], -len(name), name))
