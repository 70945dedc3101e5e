"""Outlets and what they print, many of them at once; firms, documents, states and peoples that no name of theirs leads up to."""

import pytest
from tests.judged import last_speaker

from allegedly.model import SpeakerKind

SORTS = [
    ("a New York Times headline", "outlet", "New York Times", "US"),
    ("a report in The Washington Post", "outlet", "Washington Post", "US"),
    ("an Orlec Harbour headline", "document", "Orlec Harbour", None),
    ("the Reuters/Ipsos poll", "document", "Reuters/Ipsos poll", None),
    ("the mainstream media", "unnamed group", None, None),
    ("the press", "unnamed group", None, None),
    ("the Norwegian media", "outlet", "Norwegian media", "NO"),
    ("Both countries", "state", None, None),
    ("the country", "government", None, None),
    ("Right-wing Norwegians", "unnamed group", None, "NO"),
    ("Right-wing Israelis", "unnamed group", None, "IL"),
    ("a television spot", "document", None, None),
    ("the email dumps", "document", None, None),
    ("The shipping industry", "unnamed group", None, None),
    ("Orlec Industries", "organisation", "Orlec Industries", None),
    ("the anti-Bell forces", "unnamed group", None, None),
    ("Norwegian forces", "government", "Norwegian forces", "NO"),
    ("the charge sheet", "document", None, None),
    ("His client, Ida Krog,", "named person", "Ida Krog", None),
    ("Anybody", "nobody", None, None),
    ("No-one", "nobody", None, None),
    ("Someone", "unnamed person", None, None),
    ("Caterpillar", "organisation", "Caterpillar", "US"),
    ("Ryanair", "organisation", "Ryanair", "IE"),
    ("Norwegian Cruise Line", "organisation", "Norwegian Cruise Line", "US"),
]


@pytest.mark.parametrize(("source", "kind", "name", "country"), SORTS)
def test_what_speaks_is_told_by_noun_and_name(source: str, kind: str, name: str | None, country: str | None) -> None:
    speaker = last_speaker(f"[source {source}] [cue says] [content it rains].")
    assert speaker is not None
    assert speaker.kind is SpeakerKind(kind)
    assert (speaker.name or "").removeprefix("The ") == (name or "")
    assert speaker.country == country


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[source People] [cue think] [content it rains].", "nobody"),
        ("It annoys [source people] who [cue think] [content it rains].", "unnamed group"),
        ("He heard [source people] [cue saying] [content it rains].", "unnamed group"),
    ],
)
def test_people_are_nobody_unless_it_says_which(marked: str, kind: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.kind is SpeakerKind(kind)


BELL = "Sen. Anna Bell (D-Ohio) came. "
AMERICAN = "Americans came from Ohio, Iowa and Texas to the Pentagon. "
COUNTRIES = [
    ("[source American allies] [cue said] [content no].", None),
    ("[source The leaders of Norway, Sweden and Laos] [cue said] [content no].", None),
    ("[source The leaders of Norway] [cue said] [content no].", "NO"),
    (BELL + "[source Bell’s allies] [cue said] [content no].", "US"),
    (BELL + "[source Bell supporters] [cue said] [content no].", "US"),
    ("[source Ida Krog, a professor of Norwegian studies at a school in Seoul,] [cue said] [content no].", "KR"),
    (BELL + "[source The Bell machine] [cue said] [content no].", "US"),
    (AMERICAN + "[source The president’s allies] [cue said] [content no].", "US"),
    (AMERICAN + "[source 63% of the population] [cue said] [content no].", "US"),
    (AMERICAN + "[source Party operatives] [cue said] [content no].", "US"),
    (AMERICAN + "[source Monday’s poll numbers] [cue show] [content a loss].", "US"),
    (AMERICAN + "[source Ida Krog, a drummer,] [cue said] [content no].", None),
    ("[source A Norwegian official] [cue said] [content no]. [source The source] [cue added] [content yes].", "NO"),
    (AMERICAN + "Norwegians, Oslo, Bergen and Norway waited. [source The administration] [cue said] [content no].", "US"),
    ("Norwegians waited. [source The administration] [cue said] [content no].", "NO"),
    ("Syria struck; Pentagon, White House, Ohio and Iowa saw Syria. [source Several mayors] [cue asked] [content why].", "US"),
]


@pytest.mark.parametrize(("marked", "country"), COUNTRIES)
def test_a_country_is_the_speakers_own(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country
