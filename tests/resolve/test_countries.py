"""For which country somebody speaks, and on which words that stands."""

import pytest
from tests.judged import judged, last_speaker

TOLD = [
    ("[source A senior administration official] [cue said] [content no].", "US"),
    ("[source The Reagan administration] [cue said] [content no].", "US"),
    ("[source DONALD TRUMP] [cue :] [content no].", "US"),
    ("[source JD Vance] [cue said] [content no].", "US"),
    ("[source The Detroit Gazette] [cue reported] [content it].", "US"),
    ("It rained in Ohio, in Iowa and at the White House. [source McConnell] [cue said] [content no].", "US"),
    ("It rained in Oslo, in Norway, and Norwegians slept. [source McConnell] [cue said] [content no].", None),
    ("[source Harvard professor Ida Krog] [cue said] [content no].", "US"),
    ("[source Anna Bell, an analyst at Barclays,] [cue said] [content no].", "GB"),
    ("Anna Bell is based in Los Angeles. [source Bell] [cue said] [content no].", "US"),
    ("[source London-based analyst Ida Krog] [cue said] [content no].", "GB"),
    ("[source Obama aides] [cue said] [content no].", "US"),
    ("[source The Home Secretary] [cue said] [content no].", "GB"),
    ("North Korea's leader Kim Jong-un came. [source Kim's New Year speech] [cue said] [content no].", "KP"),
    ("Seoul agreed, with [source press secretary Yoon Han-bit] [cue saying] [content yes].", "KR"),
    ("[source Rep. Anna Bell] [cue said] [content no].", "US"),
    ("The first lady’s office released a statement. [source The statement] [cue said] [content no].", "US"),
    ("It rained in Louisiana and in Ontario. [source Orlec police] [cue said] [content no].", None),
    ("A man was held in Louisiana. [source Orlec police] [cue said] [content no].", "US"),
    ("LONDON (Reuters) - It rained. [source The city council] [cue said] [content no].", "GB"),
    ("[source Critics of the Obama administration] [cue said] [content no].", None),
    ("[source Spectators in Boston] [cue said] [content no].", None),
    ("[source A person posing as a Norwegian prince] [cue said] [content no].", None),
    ("[source Ferrari’s Paul Mirren] [cue said] [content no].", None),
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
def test_a_country_is_told_by_party_office_label_holder_or_city(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


SETTING = "It rained in Ohio. The Pentagon and Americans from Iowa to Texas watched. "
OF_THE_SETTING = [
    ("[source Officials] [cue said] [content no].", "US"),
    ("[source Mayor Anna Bell] [cue said] [content no].", "US"),
    ("[source The Orlec Water Board] [cue said] [content no].", "US"),
    ("[source Prime Minister Anna Bell] [cue said] [content no].", None),
    ("[source Pope Francis] [cue said] [content no].", "VA"),
    ("[source Amnesty International spokesman Peter Dorn] [cue said] [content no].", None),
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


def test_a_country_told_further_on_is_told_of_the_statements_before() -> None:
    first, _ = judged(
        "[source:a Anna Bell] [cue:a said] [content:a no]. "
        "[source:b French minister Anna Bell] [cue:b added] [content:b it rained]."
    )
    assert first.speaker is not None
    assert first.speaker.country == "FR"
