"""For which country somebody speaks, and on which words that stands."""

import pytest
from tests.judged import judged, last_speaker

TOLD = [
    ("[source Sen. Maria Holt, D-Calif.,] [cue said] [content no].", "US"),
    ("Rep. Maria Holt (R-Mich.) came. [source Holt] [cue said] [content no].", "US"),
    ("[source House Republicans] [cue said] [content no].", "US"),
    ("[source A congressman from the north] [cue said] [content no].", "US"),
    ("[source Deputy Chief Constable Ian Marl] [cue said] [content no].", "GB"),
    ("[source The Obama administration] [cue said] [content no].", "US"),
    ("[source President Obama] [cue said] [content no].", "US"),
    ("[source Theresa May] [cue said] [content no].", "GB"),
    ("[source Cleveland Police Chief Paul Mirren] [cue said] [content no].", "US"),
    ("[source The Federal Trade Commission] [cue said] [content no].", "US"),
    ("[source NPR’s Anna Bell] [cue said] [content no].", "US"),
    ("Anna Bell raced in her native Brazil. [source Bell] [cue said] [content no].", "BR"),
    ("[source filings with the Federal Election Commission] [cue show] [content a loss].", "US"),
    ("[source TfL] [cue said] [content no].", "GB"),
]


@pytest.mark.parametrize(("marked", "country"), TOLD)
def test_a_country_is_told_by_party_office_label_holder_or_city(marked: str, country: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


SETTING = "It rained in Ohio. The Pentagon and Americans from Iowa to Texas watched. "
OF_THE_SETTING = [
    ("[source Officials] [cue said] [content no].", "US"),
    ("[source Mayor Anna Bell] [cue said] [content no].", "US"),
    ("[source The Orlec Water Board] [cue said] [content no].", "US"),
    ("[source Prime Minister Anna Bell] [cue said] [content no].", None),
    ("[source Pope Francis] [cue said] [content no].", None),
    ("[source Twitter spokesman Peter Dorn] [cue said] [content no].", None),
    ("[source A neighbour] [cue said] [content no].", None),
    ("[source Anna Bell] [cue said] [content no].", None),
    ("[source The United Nations] [cue said] [content no].", None),
    ("[source The French foreign minister] [cue said] [content no].", "FR"),
]


@pytest.mark.parametrize(("marked", "country"), OF_THE_SETTING)
def test_officials_and_bodies_are_of_the_articles_own_country(marked: str, country: str | None) -> None:
    speaker = last_speaker(SETTING + marked)
    assert speaker is not None
    assert speaker.country == country


def test_an_article_of_two_countries_gives_none() -> None:
    speaker = last_speaker("Texas, Ohio and Iowa met Paris, Lyon and France. [source Officials] [cue said] [content no].")
    assert speaker is not None
    assert speaker.country is None


def test_the_words_that_tell_the_country_are_evidence() -> None:
    text = SETTING + "Officials said no."
    speaker = judged(SETTING + "[source Officials] [cue said] [content no].")[-1].speaker
    assert speaker is not None
    assert {"Ohio", "Pentagon", "Americans", "Officials"} == {span.of(text) for span in speaker.evidence}
