"""What every store must do with speakers and the judgements on them."""

from __future__ import annotations

from tests.samples import RECIPE, changed, full_findings, make_statement, said

from allegedly.model import Attribution, Findings, Origin, Recipe, Speaker, SpeakerKind
from allegedly.model.identity import (
    KnownSpeaker,
    Profile,
    Side,
    Sort,
    SpeakerJudgement,
    Verdict,
    Withdrawal,
    profile_key,
)
from allegedly.store.store import Selection, Store


def judged(number: int, why: str | None = None) -> SpeakerJudgement:
    left, right = Side(Sort.PERSON, "Ott", (("a1", "Ott"), ("a2", "Ott"))), Side(Sort.PERSON, "Hale", (("a3", "Hale"),))
    return SpeakerJudgement(f"{number:016x}", "2026-11-22T10:00:00+00:00", "ana", Verdict.DIFFERENT, left, right, why)


def test_judgements_come_back_in_their_order_and_once(store: Store) -> None:
    known = KnownSpeaker("k" * 16, "2026-11-22", "ana", "Lena Hart", ("L. Hart",), "Q42", "GB", "senator")
    events = (judged(2, "a namesake"), judged(1), known, Withdrawal("w" * 16, "2026-11-23", "ben", judged(1).id, "a mistake"))
    for event in (*events, events[0]):
        store.record(event)
    assert store.speaker_events() == events
    assert store.verify().sound


def test_no_reading_touches_a_judgement(store: Store) -> None:
    findings = full_findings()
    store.put(findings)
    store.record(judged(1))
    store.put(Findings(findings.article, (), Recipe("0.2.0", "en", "other", "11")))
    assert store.speaker_events() == (judged(1),)


def test_profiles_gather_what_each_article_says_of_each_speaker(store: Store) -> None:
    findings = full_findings()
    store.put(findings)
    speaker = Speaker("Lena Brandt", SpeakerKind.NAMED_PERSON, role="colonel", country="FR", number=2)
    one, *_ = findings.statements
    other = said("Lena Brandt", "no lorry was there", Origin(name="2"))
    store.put(Findings(other.article, (changed(other.statements[0], speaker=speaker),), RECIPE))
    (first, second) = sorted(store.profiles(), key=lambda profile: profile.roles)
    assert (first.name, first.roles, first.joint, first.outlet, first.day) == ("Lena Brandt", ("colonel",), True, None, None)
    assert second == Profile(
        profile_key(findings.article.id, Sort.PERSON, "lena brandt"),
        findings.article.id,
        "Lena Brandt",
        Sort.PERSON,
        ("spokeswoman",),
        ("army",),
        ("FR",),
        outlet="Orlec Gazette",
        day="2026-11-20",
    )
    assert list(store.profiles(["Nobody"])) == []
    assert len(list(store.profiles(["Lena Brandt"]))) == 2
    assert set(store.speaker_names()) == {("Lena Brandt", SpeakerKind.NAMED_PERSON)}
    assert list(store.statements(Selection(names=("Lena Brandt",), article=findings.article.id))) == [one]
    assert len(list(store.statements(Selection(speaker="two officials", names=("Lena Brandt",))))) == 3


def test_a_replaced_version_has_no_profile(store: Store) -> None:
    origin = Origin(url="https://gazette.example/a")
    store.put(said("Ott", "eight died", origin))
    store.put(said("Hale", "nine died", origin))
    assert [profile.name for profile in store.profiles()] == ["Hale"]


def together(*names: str, name: str = "7") -> Findings:
    """One statement of several who speak together."""
    findings = said(" and ".join(names), "no lorry was there", Origin(name=name))
    members = tuple(Speaker(one, SpeakerKind.NAMED_PERSON, role=f"{one}'s role") for one in names)
    speaker = Speaker(" and ".join(names), SpeakerKind.NAMED_PERSON, number=len(names), members=members)
    return Findings(findings.article, (changed(findings.statements[0], speaker=speaker),), RECIPE)


def test_of_those_who_speak_together_each_speaks(store: Store) -> None:
    both = together("Ott", "Hale")
    store.put(both)
    store.put(said("Ott", "eight died", Origin(name="8")))
    counts = [(one.name, one.statements, one.articles) for one in store.speakers()]
    assert counts == [("Ott", 2, 2), ("Hale", 1, 1)]
    assert [one.name for one in store.speakers(Selection(limit=1, offset=1))] == ["Hale"]
    assert [one.name for one in store.speakers(Selection(speaker="hale"))] == ["Hale"]
    profiles = sorted((one.name, one.roles, one.statements) for one in store.profiles())
    assert profiles == [("Hale", ("Hale's role",), 1), ("Ott", (), 1), ("Ott", ("Ott's role",), 1)]
    assert [one.name for one in store.profiles(["Hale"])] == ["Hale"]
    assert {name for name, _ in store.speaker_names()} == {"Ott and Hale", "Ott", "Hale"}
    assert list(store.statements(Selection(names=("Hale",)))) == list(both.statements)
    assert len(list(store.statements(Selection(names=("Ott",))))) == 2
    assert store.verify().sound


def test_one_article_counts_once_for_who_speaks_alone_and_with_others(store: Store) -> None:
    both, alone = together("Ott", "Hale"), said("Ott", "no lorry was there", Origin(name="9"))
    attribution = Attribution((), alone.statements[0].attribution.cue, alone.statements[0].attribution.content)
    joint = make_statement(alone.article, attribution, both.statements[0].speaker)
    store.put(Findings(alone.article, (*alone.statements, joint), RECIPE))
    assert [(one.name, one.statements, one.articles) for one in store.speakers()] == [("Ott", 2, 1), ("Hale", 1, 1)]
