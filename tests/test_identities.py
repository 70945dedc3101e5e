"""Identities of a ledger, and judgements on them: kept, outliving every reading, withdrawn, refused."""

from __future__ import annotations

import pytest

from allegedly.errors import LedgerError
from allegedly.identities import Identities, describe, key_of, keys_of
from allegedly.ledger import Ledger
from allegedly.model import Attribution, Findings, Origin, Recipe, Span, Speaker, SpeakerKind
from allegedly.model.identity import KnownSpeaker, Verdict, standing
from allegedly.resolve.identity_judgements import JudgementError
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Store
from tests.samples import changed, make_article, make_statement, said


def article(number: int, name: str, *, recipe: str = "1", day: str = "2026-11-20", **fields: object) -> Findings:
    """An article in which one speaker of this name says something."""
    findings = said("Somebody", f"thing {number} happened", Origin("Orlec Courier", name=str(number), published=day))
    speaker = changed(Speaker(name, SpeakerKind.NAMED_PERSON), **fields)
    statement = changed(findings.statements[0], speaker=speaker)
    return Findings(findings.article, (statement,), Recipe("0.1.0", "en", "fake", recipe))


def put(store: Store, *findings: Findings) -> list[str]:
    for one in findings:
        store.put(one)
    return [one.article.id for one in findings]


@pytest.fixture
def store() -> SqliteStore:
    return SqliteStore(":memory:")


def groups(store: Store) -> list[list[str]]:
    """The names of each identity."""
    return sorted(sorted(one.name for one in identity.profiles) for identity in Identities(store).all())


def judge(store: Store, left: str, right: str, what: Verdict, when: str = "2026-11-22T10:00:00+00:00") -> str:
    return Identities(store).judge(left, right, what, who="ana", when=when).id


def test_a_judgement_joins_and_withdrawing_it_restores(store: SqliteStore) -> None:
    put(store, article(1, "Lena Hart"), article(2, "Helena Hart-Ruz"), article(3, "Otto Ruz"))
    before = Identities(store).all()
    event = judge(store, "Lena Hart", "Helena Hart-Ruz", Verdict.SAME)
    assert groups(store) == [["Helena Hart-Ruz", "Lena Hart"], ["Otto Ruz"]]
    (joined,) = Identities(store).named("Lena")
    assert joined.judgements == (event,)
    assert joined.reasons == ("judged the same by ana",)
    Identities(store).withdraw(event[:6], who="ana", when="2026-11-23")
    assert Identities(store).all() == before
    assert not standing(Identities(store).events())
    assert len(Identities(store).events()) == 2
    with pytest.raises(LedgerError, match="no standing judgement"):
        Identities(store).withdraw(event, who="ana", when="2026-11-23")


def test_a_name_asked_for_brings_whom_a_judgement_ties_to_it(store: SqliteStore) -> None:
    put(store, article(1, "Lena Hart"), article(2, "Helena Ruz"), article(3, "Ruz"))
    judge(store, "Lena Hart", "Helena Ruz", Verdict.SAME)
    (found,) = Identities(store).named("Hart")
    assert {profile.name for profile in found.profiles} == {"Lena Hart", "Helena Ruz"}
    assert found == next(one for one in Identities(store).all() if one.id == found.id)


def test_a_judgement_outlives_reading_anew_and_adding_again(store: SqliteStore) -> None:
    put(store, article(1, "Lena Hart"), article(2, "Helena Ruz"))
    judge(store, "Lena Hart", "Helena Ruz", Verdict.SAME)
    put(store, article(1, "Lena Hart", recipe="2", role="senator"), article(2, "Helena Ruz", recipe="2"))
    assert groups(store) == [["Helena Ruz", "Lena Hart"]]
    put(store, article(1, "Lena M. Hart", recipe="3"))
    assert groups(store) == [["Helena Ruz", "Lena M. Hart"]]
    put(store, article(1, "Nobody Else", recipe="4"))
    assert groups(store) == [["Helena Ruz"], ["Nobody Else"]]
    put(store, article(1, "Lena Hart", recipe="5"))
    assert groups(store) == [["Helena Ruz", "Lena Hart"]]


def test_one_article_is_split_from_a_name(store: SqliteStore) -> None:
    first, *_ = put(store, *(article(number, "Lena Hart", role="senator") for number in range(4)))
    assert len(groups(store)) == 1
    event = judge(store, f"Lena Hart@{first[:6]}", "Lena Hart", Verdict.DIFFERENT)
    found = Identities(store).all()
    assert sorted(one.articles for one in found) == [1, 3]
    put(store, article(9, "Lena Hart", role="senator"))
    assert sorted(one.articles for one in Identities(store).all()) == [1, 4]
    Identities(store).withdraw(event, who="ana", when="2026-11-23")
    assert len(groups(store)) == 1


def test_a_body_is_split_and_joined_too(store: SqliteStore) -> None:
    kind = SpeakerKind.ORGANISATION
    first, second, _ = put(
        store, article(1, "Volta Motors", kind=kind), article(2, "Volta Motors", kind=kind), article(3, "Volta", kind=kind)
    )
    judge(store, f"Volta Motors@{first}", f"Volta Motors@{second}", Verdict.DIFFERENT)
    judge(store, f"Volta Motors@{second}", "Volta", Verdict.SAME)
    assert groups(store) == [["Volta", "Volta Motors"], ["Volta Motors"]]


def test_unsure_keeps_apart_and_is_listed(store: SqliteStore) -> None:
    one, other = put(store, article(1, "Lena Hart"), article(2, "Lena Hart"))
    judge(store, f"Lena Hart@{one}", f"Lena Hart@{other}", Verdict.UNSURE)
    found = Identities(store).all()
    assert [identity.articles for identity in found] == [1, 1]
    assert all(doubt.reasons == ("ana could not tell",) for identity in found for doubt in identity.doubts)
    assert all(identity.doubts for identity in found)


def test_judgements_that_contradict_each_other_are_refused_and_named(store: SqliteStore) -> None:
    put(store, article(1, "Ana Ott"), article(2, "Lena Hart"), article(3, "Otto Ruz"))
    judge(store, "Ana Ott", "Lena Hart", Verdict.SAME)
    judge(store, "Lena Hart", "Otto Ruz", Verdict.SAME)
    with pytest.raises(LedgerError, match="are one speaker of one article"):
        judge(store, "Ana Ott", "Otto Ruz", Verdict.DIFFERENT)
    assert len(Identities(store).events()) == 2


def test_a_chain_is_refused_whichever_judgement_comes_last(store: SqliteStore) -> None:
    put(store, article(1, "Ana Ott"), article(2, "Lena Hart"), article(3, "Otto Ruz"))
    judge(store, "Ana Ott", "Otto Ruz", Verdict.DIFFERENT)
    judge(store, "Ana Ott", "Lena Hart", Verdict.SAME)
    with pytest.raises(JudgementError, match=r"'Otto Ruz' same 'Lena Hart' contradicts 'Ana Ott' different 'Otto Ruz'.*--undo"):
        Identities(store).judge("Otto Ruz", _only(store, 2), Verdict.SAME, who="ben", when="2026-11-23")
    with pytest.raises(JudgementError, match="contradicts"):
        judge(store, "Ana Ott", "Otto Ruz", Verdict.SAME, "2026-11-23")
    assert len(Identities(store).events()) == 2


def _only(store: Store, number: int) -> str:
    """The speaker of that article alone."""
    findings = next(one for one in store.findings() if one.article.origin.name == str(number))
    speaker = findings.statements[0].speaker
    return f"{speaker.name if speaker else ''}@{findings.article.id}"


def test_a_speaker_is_not_judged_against_itself(store: SqliteStore) -> None:
    put(store, article(1, "Lena Hart"))
    for what in Verdict:
        with pytest.raises(JudgementError, match="one speaker of one article"):
            judge(store, "Lena Hart", "lena hart", what)


def test_a_name_that_several_bear_has_to_be_told_by_id(store: SqliteStore) -> None:
    put(store, article(1, "John Smith", country="GB"), article(2, "John Smith", country="US"), article(3, "Ana Ott"))
    identities = Identities(store)
    with pytest.raises(LedgerError, match=r"2 speakers are called 'John Smith': .*GB.*US.*|.*US.*GB.*") as raised:
        identities.one("John Smith")
    ids = [one.id for one in identities.named("smith")]
    assert all(one[:8] in str(raised.value) for one in ids)
    assert identities.one(ids[0][:8]).id == ids[0]
    for unknown in ("Nobody", "", "0" * 16, "Ana Ott@ffff", "\ud800", "%"):
        with pytest.raises(LedgerError):
            identities.one(unknown)


def test_known_speakers_join_their_names_and_give_their_ids(store: SqliteStore) -> None:
    put(
        store,
        article(1, "Lena Hart", country="GB"),
        article(2, "Helena Ruz", country="GB"),
        article(3, "Hart"),
        article(4, "Lena Hart", country="US"),
    )
    known = KnownSpeaker("k1", "2026-11-22", "ana", "Lena Hart", ("Helena Ruz", "Hart"), "Q42", "GB")
    assert Identities(store).learn([known]) == (known,)
    assert Identities(store).learn([changed(known, id="k2", when="2026-11-23")]) == ()
    assert groups(store) == [["Hart"], ["Helena Ruz", "Lena Hart"], ["Lena Hart"]]
    assert {one.wikidata for one in Identities(store).all()} == {"Q42", None}
    Identities(store).withdraw("k1", who="ana", when="2026-11-23")
    assert len(groups(store)) == 4


def test_statements_are_given_the_identity_of_their_speaker() -> None:
    with Ledger.open(":memory:") as ledger:
        ledger.keep(article(1, "Lena Hart"))
        ledger.keep(article(2, "Two officials", kind=SpeakerKind.UNNAMED_GROUP))
        ledger.keep(Findings(make_article("Ott said no."), (), Recipe("0.1.0", "en", "fake", "1")))
        identities = ledger.identities.all()
        filled = list(ledger.identities.fill_in(ledger.statements(), identities))
        assert {one.speaker.identity for one in filled if one.speaker} == {identities[0].id, None}
        assert [key_of(one) is not None for one in filled].count(True) == 1


def test_unnamed_sources_authors_and_documents_have_no_identity(store: SqliteStore) -> None:
    kinds = (SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP, SpeakerKind.AUTHOR, SpeakerKind.DOCUMENT, SpeakerKind.NOBODY)
    put(store, *(article(number, "Officials", kind=kind) for number, kind in enumerate(kinds)))
    assert Identities(store).all() == ()


def test_a_version_that_was_replaced_says_nothing(store: SqliteStore) -> None:
    made = make_article("Ott said no.", Origin(name="1"))
    attribution = Attribution((Span(0, 3),), (), (Span(9, 11),))
    speaker = Speaker("Ott Varga", SpeakerKind.NAMED_PERSON)
    old = Findings(made, (make_statement(made, attribution, speaker),), Recipe("0.1.0", "en", "fake", "1"))
    put(store, old, Findings(make_article("Ott said more.", Origin(name="1")), (), Recipe("0.1.0", "en", "fake", "1")))
    assert Identities(store).all() == ()


def test_what_tells_namesakes_apart_is_said(store: SqliteStore) -> None:
    put(store, article(1, "John Smith", role="mayor", affiliation="Lakeside Council", country="GB"), article(2, "Ana Ott"))
    assert describe(Identities(store).one("John Smith")) == "John Smith, mayor, Lakeside Council, GB"
    assert describe(Identities(store).one("Ana Ott")) == "Ana Ott, Orlec Courier, 2026-11-20"


def test_those_who_speak_together_are_each_an_identity(store: Store) -> None:
    members = tuple(Speaker(name, SpeakerKind.NAMED_PERSON) for name in ("Anna Bell", "Peter Dorn"))
    put(store, article(1, "Anna Bell and Peter Dorn", members=members), article(2, "Anna Bell"))
    assert groups(store) == [["Anna Bell", "Anna Bell"], ["Peter Dorn"]]
    identities = Identities(store)
    (dorn,) = identities.named("Peter Dorn")
    joint = next(one for one in identities.fill_in(store.statements(), [dorn]) if dorn.id in keys_of(one))
    assert joint.speaker is not None
    assert [member.identity for member in joint.speaker.members] == [None, dorn.id]
