"""Countries by class: whose somebody is, what bare officials are of, what a firm, a topic and a hyphen do not tell."""

import pytest
from tests.judged import judged, last_speaker

AMERICAN = "It rained in Ohio. The Pentagon and Americans from Iowa to Texas watched. "
NORWEGIAN = "Norwegian officials met. Norwegian police came, and Swedes and Danes, from Sweden and Denmark, watched. "
BELL = "Sen. Anna Bell (D-Ohio) came. "

OWNED = [
    (BELL + "[source Bell’s campaign manager, Ida Krog,] [cue said] [content no].", "US"),
    (BELL + "[source Bell’s lawyer, Ida Krog,] [cue said] [content no]. It rained.", "US"),
    (BELL + "[source Ida Krog, a daughter of Bell,] [cue said] [content no].", "US"),
    (BELL + "[source A lawyer for Bell] [cue said] [content no].", "US"),
    (BELL + "[source A spokesman for Bell’s office] [cue said] [content no].", "US"),
    (BELL + "[source Bell’s letter] [cue said] [content no].", "US"),
    (BELL + "[source A statement issued Monday by Anna Bell] [cue said] [content no].", "US"),
    ("Peter Dorn, a baker, came. [source Dorn’s wife, Ida Krog,] [cue said] [content no].", None),
]


@pytest.mark.parametrize(("marked", "country"), OWNED)
def test_who_works_for_somebody_or_is_of_the_family_is_of_the_same_country(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


BEHIND = [
    ("[source Ida Krog, of the New York Times,] [cue said] [content no].", "US"),
    ("[source Ida Krog from the New South Wales Police] [cue said] [content no].", "AU"),
    ("[source Ida Krog, professor emeritus at Norway’s Orlec University,] [cue said] [content no].", "NO"),
    ("[source former Norwegian army chief of staff Ida Krog] [cue said] [content no].", "NO"),
    ("[source Norwegian pediatric surgeon Ida Krog] [cue said] [content no].", "NO"),
    ("[source Ida Krog, a Norway expert at an institute in Seoul,] [cue said] [content no].", "KR"),
    ("[source A Norway expert] [cue said] [content no].", None),
    ("[source A Norwegian expert] [cue said] [content no].", "NO"),
    ("[source Ida Krog, a baker who came to hear songs in Oslo, Norway,] [cue said] [content no].", None),
    (AMERICAN + "[source Ida Krog of the Orlec Center for Policy] [cue said] [content no].", "US"),
]


@pytest.mark.parametrize(("marked", "country"), BEHIND)
def test_what_stands_beside_a_name_tells_its_country(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


TRADES = [
    ("[source Google investor Ida Krog] [cue said] [content no].", None),
    ("[source Ida Krog, chief executive of Google,] [cue said] [content no].", None),
    ("[source Norwegian investor Ida Krog] [cue said] [content no].", "NO"),
    ("[source Ida Krog, a reporter for Time magazine in Oslo,] [cue said] [content no].", None),
    (AMERICAN + "[source Ida Krog, a retired teacher,] [cue said] [content no].", None),
    ("[source Democratic pollster Ida Krog] [cue said] [content no].", "US"),
    (AMERICAN + "[source Professor Ida Krog] [cue said] [content no].", None),
    ("[source A Google spokesman] [cue said] [content no].", "US"),
]


@pytest.mark.parametrize(("marked", "country"), TRADES)
def test_a_firm_tells_no_country_of_investors_chief_executives_and_reporters(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


BARE = [
    (NORWEGIAN + "It rained. [source Officials] [cue said] [content no].", "NO"),
    (NORWEGIAN + "It rained. [source The government] [cue said] [content no].", "NO"),
    (NORWEGIAN + "It rained. [source Interior Minister Ida Krog] [cue said] [content no].", "NO"),
    (NORWEGIAN + "It rained. [source Officials from the airline] [cue said] [content no].", None),
    (NORWEGIAN + "It rained. [source Kurdish leaders] [cue said] [content no].", None),
    (NORWEGIAN + "It rained. [source Diplomats] [cue said] [content no].", None),
    ("Danish and Norwegian officials met. Norwegian and Danish police came. [source Officials] [cue said] [content no].", None),
]


@pytest.mark.parametrize(("marked", "country"), BARE)
def test_bare_officials_are_of_the_country_whose_officials_are_named(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


def test_the_spokesman_is_of_the_country_of_the_one_just_quoted() -> None:
    marked = (
        "[source:a A spokesman for the Norwegian army] [cue:a said] [content:a no]. Danes and Swedes slept. "
        "[source:b The spokesman] [cue:b said] [content:b yes]."
    )
    speakers = [statement.speaker for statement in judged(marked)]
    assert [speaker.country for speaker in speakers if speaker is not None] == ["NO", "NO"]


PUBLIC = [
    (AMERICAN + "[source Sixty percent of people questioned in May] [cue said] [content no].", "US"),
    (AMERICAN + "[source A quarter] [cue said] [content no].", "US"),
    (AMERICAN + "[source Half of bakers] [cue said] [content no].", None),
    (AMERICAN + "[source A procession of voters] [cue asked] [content why].", "US"),
    (AMERICAN + "[source Court documents] [cue say] [content no].", "US"),
    (AMERICAN + "[source The administration’s estimates] [cue show] [content a loss].", "US"),
    (AMERICAN + "[source The director of the space agency] [cue said] [content no].", "US"),
    (AMERICAN + "[source Critics of the space agency] [cue said] [content no].", None),
    ("[source Many in the GOP] [cue said] [content no].", "US"),
    ("[source Many in Ohio] [cue said] [content no].", None),
    ("Some Norwegian politicians agreed, and [source others] [cue warned] [content of a flood].", "NO"),
    ("GOP lawmakers came. [source They] [cue said] [content no].", "US"),
]


@pytest.mark.parametrize(("marked", "country"), PUBLIC)
def test_shares_papers_and_others_are_of_whoever_they_stand_for(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


NOT_TOLD = [
    ("[source A U.S.-drafted statement] [cue said] [content no].", None),
    ("[source Norway’s and Sweden’s envoys] [cue said] [content no].", None),
    ("SAN JOSE, Costa Rica (AP) — It rained. [source The city council] [cue said] [content no].", "CR"),
    ("The New York Times wrote of men who, [source police] [cue say], [content fled].", None),
    ("A bulletin of KRN affiliate Dagen came. [source CNN affiliate Dagen] [cue said] [content no].", None),
    ("It rained in France. [source Dagen, a local newspaper,] [cue said] [content no].", None),
    ("[source Norwegian and Danish leaders] [cue said] [content no].", None),
    ("[source Twitter users] [cue said] [content no].", None),
    ("[source Some of Obama’s allies] [cue said] [content no].", "US"),
    ("[source Athens County Sheriff Ida Krog] [cue said] [content no].", "US"),
    ("[source The governor of New Mexico] [cue said] [content no].", "US"),
]


@pytest.mark.parametrize(("marked", "country"), NOT_TOLD)
def test_a_hyphen_two_owners_a_papers_name_and_an_affiliate_tell_no_country(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


def test_two_who_speak_together_are_of_whoever_they_work_for() -> None:
    speaker = last_speaker(BELL + "[source Bell’s lawyers, Ida Krog and Peter Dorn,] [cue said] [content no].")
    assert speaker is not None
    assert [member.country for member in speaker.members] == ["US", "US"]


FORMS = [
    ("[source tired norlander (@tirednl)] [cue :] [content no].", "named person", "tired norlander"),
    ("It rained. [source Dagen, a local newspaper,] [cue said] [content no].", "outlet", "Dagen"),
    ("The phone maker Krog fell. [source Krog] [cue said] [content no].", "organisation", "Krog"),
    ("Krog, which makes phones, fell. [source Krog] [cue said] [content no].", "organisation", "Krog"),
    ("[source Current and former Norwegian officials] [cue said] [content no].", "unnamed group", None),
    ("[source A senior U.S. Department of Homeland Security official] [cue said] [content no].", "unnamed person", None),
    ("Rain fell, and [source the Examiner] [cue said] [content so].", "outlet", "Examiner"),
    ("[source South Korea’s presidential Blue House] [cue said] [content no].", "government", "Blue House"),
    ("[source One constituent] [cue yelled] [content no].", "unnamed person", None),
    ("Loopholes are used, [source the author] [cue writes], [content too often].", "author", None),
    ("[source the Norwegian Consulate General in Orlec] [cue said] [content no].", "government", "Norwegian Consulate General"),
    ("[source A report Saturday from the palace] [cue said] [content no].", "document", None),
    ("[source An evaluation of the ban] [cue found] [content nothing].", "document", None),
    ("[source his film] [cue says] [content so].", "document", None),
    ("[source the Harbour Law] [cue says] [content so].", "document", "Harbour Law"),
    ("[source his legal team] [cue said] [content no].", "unnamed group", None),
    ("[source A tiny proportion of nurses] [cue said] [content no].", "unnamed group", None),
    ("The post names nobody. [source It] [cue says] [content that it rained].", "document", None),
    ("This is one study, but [source it] [cue suggests] [content rain].", "document", None),
    ("[source law enforcement] [cue said] [content no].", "government", None),
    ("[source his Norwegian counterpart] [cue said] [content no].", "unnamed person", None),
]


@pytest.mark.parametrize(("marked", "kind", "name"), FORMS)
def test_the_form_of_a_source_tells_its_kind(marked: str, kind: str, name: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.kind.value, speaker.name) == (kind, name)
