"""What holds for all identities: the order makes no difference, nobody is lost or doubled, judgements hold and can be undone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.model.identity import (
    Identity,
    Profile,
    Side,
    Sort,
    SpeakerEvent,
    SpeakerJudgement,
    Verdict,
    Withdrawal,
    profile_key,
)
from allegedly.resolve.identity_clusters import identify
from allegedly.resolve.identity_judgements import JudgementError, check_judgement
from allegedly.resolve.identity_lexicon import load_spellings

SPELLINGS = load_spellings("en")

NAMES = ["Lena Hart", "L. Hart", "Hart", "Lena M. Hart", "Lena K. Hart", "Lina Hart", "Lena Hart Jr.", "Otto Hart", "LENA HART"]
BODIES = ["UN", "United Nations", "Health Department", "French Health Department", "Volta Motors", "Times"]


@st.composite
def profiles(draw: st.DrawFn) -> list[Profile]:
    found: dict[str, Profile] = {}
    for number in range(draw(st.integers(0, 12))):
        sort = draw(st.sampled_from(Sort))
        name = draw(st.sampled_from(NAMES if sort is Sort.PERSON else BODIES) | st.text(min_size=1, max_size=8))
        some = [tuple(draw(st.lists(st.sampled_from(values), max_size=1))) for values in (ROLES, AFFILIATIONS, COUNTRIES)]
        day = draw(st.none() | st.sampled_from(["2020-01-01", "2026-11-20", "2026-11-21"]))
        outlet = draw(st.sampled_from([None, "Orlec Courier", "Example Wire"]))
        key = profile_key(str(number), sort, name)
        found[key] = Profile(key, str(number), name, sort, some[0], some[1], some[2], draw(st.booleans()), outlet, day)
    return list(found.values())


ROLES = ["senator", "former senator", "spokesman", "engineer"]
AFFILIATIONS = ["Volta Motors", "Lakeside Council", "Senate"]
COUNTRIES = ["FR", "US"]


def parts(identities: tuple[Identity, ...]) -> set[frozenset[str]]:
    return {frozenset(profile.key for profile in one.profiles) for one in identities}


@settings(deadline=None, max_examples=150)
@given(profiles(), st.randoms(use_true_random=False))
def test_the_order_makes_no_difference_and_nobody_is_lost(made: list[Profile], random: object) -> None:
    mixed = list(made)
    getattr(random, "shuffle")(mixed)  # noqa: B009
    identities = identify(made, (), SPELLINGS)
    assert identities == identify(mixed, (), SPELLINGS)
    keys = [profile.key for one in identities for profile in one.profiles]
    assert sorted(keys) == sorted(profile.key for profile in made)
    assert all(one.id == one.profiles[0].key for one in identities)
    known = {one.id for one in identities}
    assert all(doubt.other in known and doubt.other != one.id for one in identities for doubt in one.doubts)


WANTED = st.lists(st.tuples(st.integers(0), st.integers(0), st.sampled_from(Verdict)), max_size=8)
"""Judgements: the numbers of two profiles, and what is judged of them."""


def _side(profile: Profile) -> Side:
    return Side(profile.sort, profile.name, ((profile.article, profile.name),))


@settings(deadline=None, max_examples=150)
@given(
    profiles().filter(lambda made: len(made) > 1), st.lists(st.tuples(st.integers(0), st.integers(0), st.sampled_from(Verdict)))
)
def test_judgements_hold_and_withdrawing_restores(made: list[Profile], wanted: list[tuple[int, int, Verdict]]) -> None:
    before = identify(made, (), SPELLINGS)
    events: list[SpeakerEvent] = []
    for number, (left, right, what) in enumerate(wanted):
        sides = _side(made[left % len(made)]), _side(made[right % len(made)])
        event = SpeakerJudgement(f"j{number}", "2026-11-22", "ana", what, *sides)
        try:
            check_judgement(events, event)
        except JudgementError:
            continue
        events.append(event)
    identities = identify(made, events, SPELLINGS)
    of = {profile.key: one.id for one in identities for profile in one.profiles}
    judged = [event for event in events if isinstance(event, SpeakerJudgement)]
    for one in judged:
        ends = [of[profile_key(side.places[0][0], side.sort, side.places[0][1])] for side in (one.left, one.right)]
        if one.what is not Verdict.SAME:
            assert ends[0] != ends[1]
        elif all(other.what is Verdict.SAME for other in judged):
            assert ends[0] == ends[1]
    undone = [*events, *(Withdrawal(f"w{event.id}", "2026-11-23", "ana", event.id) for event in events)]
    assert identify(made, undone, SPELLINGS) == before
