"""Events: what is done to whom, as PLOVER's types, and whose telling it is."""

from __future__ import annotations

import pytest
from tests.judged import judged

from allegedly.export.events import event_words
from allegedly.model import Event, EventSort, Statement

TOLD = [
    # active, passive, nominal
    ("Israeli troops arrested 40 Syrian soldiers.", "COERCE-arrest: Israeli troops [IL] → 40 Syrian soldiers [SY]"),
    (
        "Twelve Iraqi civilians were killed by Turkish aircraft.",
        "ASSAULT-aerial: Turkish aircraft [TR] → Twelve Iraqi civilians [IQ]",
    ),
    ("The Russian attack on Poland went on.", "ASSAULT: The Russian [RU] → Poland [PL]"),
    ("France imposed sanctions on Belarus.", "SANCTION-discontinue: France [FR] → Belarus [BY]"),
    ("Sanctions were imposed on Belarus by France.", "SANCTION-discontinue: France [FR] → Belarus [BY]"),
    # both sides act
    ("Chile and Peru signed a treaty.", "SUPPORT: Chile [CL], Peru [PE]"),
    ("Kenyan ministers held talks with Ethiopian rebels in Nairobi.", "CONSULT: Kenyan ministers [KE], Ethiopian rebels [ET]"),
    # guests act, hosts receive
    ("Norway hosted the Danish prime minister for talks.", "CONSULT-visit: the Danish prime minister [DK] → Norway [NO]"),
    # words between
    ("Algerian police on Sunday again dispersed protesters.", "COERCE-restrict: Algerian police [DZ] → protesters [DZ]"),
    ("Up to 100 Kenyan students demonstrated against Uganda.", "PROTEST-demo: 100 Kenyan students [KE] → Uganda [UG]"),
    ("Demonstrators rioted in Cairo.", "PROTEST-riot: Demonstrators [EG] → Cairo [EG]"),
    ("Police in Lima used tear gas against Bolivian miners.", "ASSAULT-crowd-control: Police [PE] → Bolivian miners [BO]"),
    ("The United Nations sent food aid to Haiti.", "AID: The United Nations → Haiti [HT]"),
    (
        "Denmark, which has a long border, expelled two Russian diplomats.",
        "SANCTION-expel: Denmark [DK] → two Russian diplomats [RU]",
    ),
    # authorities where they rule, rulers and ruled at home
    ("Two Danish sailors were arrested in Peru.", "COERCE-arrest: Peru [PE] → Two Danish sailors [DK]"),
    ("Police arrested 40 protesters in Lima.", "COERCE-arrest: Police [PE] → 40 protesters [PE]"),
    (
        "Young Kenyans blocked roads to protest against the government.",
        "PROTEST-obstruct: Young Kenyans [KE] → the government [KE]",
    ),
    ("The Albanians of Serbia demonstrated against Norway.", "PROTEST-demo: The Albanians of Serbia [RS] → Norway [NO]"),
    # whose offer it is, not whom it is about
    ("Chile rejected a Peruvian offer of talks with Bolivia.", "REJECT-meet: Chile [CL] → a Peruvian offer [PE]"),
    # ways of not being so
    ("Sudan has not released the Chadian prisoners.", "RETREAT-release: Sudan [SD] → the Chadian prisoners [TD] (negated)"),
    ("Sudan could deport the Chadian refugees.", "COERCE-deport: Sudan [SD] → the Chadian refugees [TD] (hypothetical)"),
    ("Japan will provide aid to Laos.", "AGREE: Japan [JP] → Laos [LA]"),
    ("In 1991 Iraqi troops invaded Kuwait.", "ASSAULT: Iraqi troops [IQ] → Kuwait [KW] (historical)"),
]

SILENT = [
    "The senator attacked the bill in a speech.",
    "The team beat its rivals 3-1.",
    "He suffered a heart attack.",
    "The storm killed the power in the town.",
    "She met a friend for lunch.",
    "The released report was long.",
    "The company launched a campaign.",
]


def events_of(statements: tuple[Statement, ...]) -> list[Event]:
    return [event for statement in statements for event in statement.events]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_who_does_what_to_whom(text: str, wanted: str) -> None:
    assert [event_words(event) for event in events_of(judged(text))] == [wanted]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_political_event_is_left_open(text: str) -> None:
    assert not events_of(judged(text))


ACTS = [
    ("[source Greece] [cue accused] [content Turkey of shelling a village].", "ACCUSE-allege: Greece [GR] → Turkey [TR]"),
    ("[source Poland] [cue demanded] [content that Belarus release the monks].", "REQUEST-yield: Poland [PL] → Belarus [BY]"),
    ("[source Peru] [cue rejected] [content a Chilean proposal for talks].", "REJECT-meet: Peru [PE] → a Chilean proposal [CL]"),
    ("[source Iran] [cue threatened] [content to attack Iraq].", "THREATEN-violence: Iran [IR] → Iraq [IQ]"),
    ("[source Canada] [cue promised] [content to send troops to Mali].", "AGREE: Canada [CA] → Mali [ML]"),
    (
        "[source A Swedish minister] [cue praised] [content Finland for its calm].",
        "SUPPORT: A Swedish minister [SE] → Finland [FI]",
    ),
]


@pytest.mark.parametrize(("marked", "wanted"), ACTS)
def test_a_saying_can_be_the_event_and_its_speaker_the_actor(marked: str, wanted: str) -> None:
    (statement,) = judged(marked)
    assert event_words(statement.events[0]) == wanted
    assert statement.events[0].sort is EventSort.PERFORMATIVE


def test_what_is_demanded_or_threatened_is_not_told_to_have_happened() -> None:
    for marked, _ in ACTS[1:5]:
        assert len(judged(marked)[0].events) == 1


def test_what_somebody_is_accused_of_is_told_by_the_accuser() -> None:
    (statement,) = judged("[source Greece] [cue claimed] [content that Turkish troops had shelled a Greek village].")
    (event,) = statement.events
    assert event.sort is EventSort.REPORTED
    assert event_words(event) == "ASSAULT-heavy-weapons: Turkish troops [TR] → a Greek village [GR]"


def test_what_is_denied_is_told_not_to_be_and_the_denial_is_no_event() -> None:
    (statement,) = judged("[source Turkey] [cue denied] [content that its troops had shelled Syria].")
    assert [event_words(event) for event in statement.events] == ["ASSAULT-heavy-weapons: its troops [TR] → Syria [SY] (negated)"]


def test_a_pronoun_that_opens_what_is_said_stands_for_the_speaker() -> None:
    (statement,) = judged("[source Chad] [cue said] [content it had expelled two Libyan diplomats].")
    (event,) = statement.events
    assert (event.actors[0].words, event.actors[0].country) == ("it", "TD")
    assert len(event.actors[0].evidence) == 2


def test_conflict_that_its_actor_announces_is_a_threat_and_retreat_a_concession() -> None:
    threat = judged("[source Chad] [cue said] [content it would expel all Libyan diplomats].")
    assert [event.type.value for event in events_of(threat)] == ["THREATEN"]
    retreat = judged("[source Chad] [cue said] [content it would withdraw its troops from Libya].")
    assert [event.type.value for event in events_of(retreat)] == ["CONCEDE"]


def test_words_of_parties_are_slices_and_place_and_time_are_told() -> None:
    text = "On Monday gunmen killed three Kenyan soldiers in Mogadishu."
    (event,) = events_of(judged(text))
    assert event.place is not None
    assert (event.place.words, event.place.country) == ("Mogadishu", "SO")
    assert event.time is not None
    assert event.time.value.interval == "2026-11-16/2026-11-17"
    for party in (*event.actors, *event.recipients, event.place):
        assert party.evidence[0].of(text) == party.words
