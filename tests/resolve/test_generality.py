"""Classes of sources that rules once took for something else: whose name, what kind, which country."""

import pytest
from tests.judged import last_speaker

WHOSE = [
    ("[source A spokeswoman for Norwegian Prime Minister Anna Bell] [cue said] [content no].", None, "unnamed person"),
    ("[source An aide to House Speaker Anna Bell] [cue said] [content no].", None, "unnamed person"),
    ("[source A spokesman for Sen. Anna Bell] [cue said] [content no].", None, "unnamed person"),
    ("[source Director of Public Affairs Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source the sub-dean, Anna Bell,] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source House Majority Leader Anna Bell of Virginia] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source Orlec Bell & Dorn analyst Anna Krog] [cue said] [content no].", "Anna Krog", "named person"),
    ("[source Anna Bell, of the Orlec Steel and Iron Company,] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source the Norwegian newspaper Dagen Nytt] [cue said] [content no].", "Dagen Nytt", "outlet"),
    ("[source liberal TV network MSNBC] [cue said] [content no].", "MSNBC", "outlet"),
    ("[source Detroit based tech giant Google] [cue said] [content no].", "Google", "organisation"),
    ("[source A giant Orlec Valley company] [cue said] [content no].", None, "organisation"),
    (
        "[source the Orlec Rifle & Pistol Association] [cue said] [content no].",
        "Orlec Rifle & Pistol Association",
        "organisation",
    ),
    ("Senate Republicans met. [source The Senate] [cue said] [content no].", "Senate", "government"),
    ("[source their own State Department] [cue said] [content no].", "State Department", "government"),
    ("[source US and Norwegian officials] [cue said] [content no].", None, "unnamed group"),
    ("[source The spokesmen] [cue said] [content no].", None, "unnamed group"),
    ("[source A police statement Sunday] [cue said] [content no].", None, "document"),
    ("[source A new report out tonight] [cue said] [content no].", None, "document"),
    ("[source A recently published report] [cue said] [content no].", None, "document"),
    ("[source The leaked pictures] [cue show] [content a phone].", None, "document"),
    (
        "REPLACE OBAMACARE\n\nThey will Replace Obamacare. [source Obamacare] [cue requires] [content cover].",
        "Obamacare",
        "document",
    ),
    ("[source Obamacare] [cue requires] [content cover].", "Obamacare", "document"),
    (
        "Donald Trump won. He fell. [source the State Department Inspector General] [cue said] [content no].",
        None,
        "unnamed person",
    ),
    ("[source No one] [cue believed] [content it].", None, "nobody"),
    ("[source Democratic and Republican lawmakers] [cue said] [content no].", None, "unnamed group"),
    ("[source Intel] [cue said] [content no].", "Intel", "organisation"),
    ("[source Health and Harbour Affairs Secretary Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source Citizens for Ferries President Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source Mothers Against Ferries] [cue said] [content no].", "Mothers Against Ferries", "organisation"),
    ("[source Office of the Governor] [cue said] [content no].", "Office of the Governor", "government"),
    ("[source Congress and the White House] [cue said] [content no].", "Congress and White House", "government"),
    ("[source House and Senate leaders] [cue said] [content no].", None, "unnamed group"),
    ("[source congressional committees] [cue said] [content no].", None, "government"),
    ("[source actor and comedian Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source tax and trade lawyer Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source The governor and Senator Anna Bell] [cue said] [content no].", None, "unnamed person"),
    ("[source professor of law Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source The lawyer for victim Anna Bell] [cue said] [content no].", None, "unnamed person"),
    ("[source A group of 11 senators] [cue said] [content no].", None, "unnamed group"),
    ("[source Insurers] [cue said] [content no].", None, "unnamed group"),
    ("[source Students raised in fear] [cue said] [content no].", None, "unnamed group"),
    ("[source a survey this year by the harbour] [cue said] [content no].", None, "document"),
    ("[source One Republican] [cue said] [content no].", None, "unnamed person"),
    ("Calistra Bell met Jorunn Krog. [source Calistra] [cue said] [content no].", "Calistra Bell", "named person"),
    ("Mayor Ola al-Tamseri left. [source Mr. Tamsiri] [cue said] [content no].", "Ola al-Tamseri", "named person"),
    ("Sen. Anna Bell (D-N.J.) left. [source The New Jersey Democrat] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source A federal judge] [cue ruled] [content no]. Judge Anna Bell smiled.", "Anna Bell", "named person"),
    (
        "[source Sen. Anna Bell Anna Maria BellBell wins a prize Ten bridges to see MORE (D-Ohio)] [cue said] [content no].",
        "Anna Bell",
        "named person",
    ),
    (
        "President Barack Obama left. Ida Krog, president of Orlec Union, sat. [source The president] [cue said] [content no].",
        "Barack Obama",
        "named person",
    ),
]


@pytest.mark.parametrize(("marked", "name", "kind"), WHOSE)
def test_name_and_kind(marked: str, name: str | None, kind: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind.value) == (name, kind)


AT_HOME = "WASHINGTON — Republicans and Democrats met in Congress. The White House and the Pentagon waited in Texas. "
TOLD = [
    (AT_HOME + "[source 46 percent] [cue said] [content no].", "US"),
    (AT_HOME + "[source 59 percent of bakers] [cue said] [content no].", None),
    (AT_HOME + "[source independent voters] [cue said] [content no].", "US"),
    (AT_HOME + "[source Some polls] [cue said] [content no].", "US"),
    (AT_HOME + "[source The campaign] [cue said] [content no].", "US"),
    (AT_HOME + "[source The government lawyers] [cue said] [content no].", "US"),
    ("[source Paul Krog] [cue said] [content no]. Krog, now with the Oslo-based firm Bell, left.", "NO"),
    ("[source Paul Krog (D-N.J.)] [cue said] [content no].", "US"),
    ("[source Bob M. Gates] [cue said] [content no].", "US"),
    ("[source A study published Monday by Norwegian researchers] [cue said] [content no].", "NO"),
    ("[source Norwegian defence ministry spokesman Paul Krog] [cue said] [content no].", "NO"),
    ("[source Paul Krog, a spokesman for President Barack Obama,] [cue said] [content no].", "US"),
    ("[source Paul Krog, a geologist at the University of Oklahoma,] [cue said] [content no].", "US"),
    ("[source Paul Krog, a virologist at Ohio State,] [cue said] [content no].", "US"),
    ("[source The U.S. Coast Guard] [cue said] [content no].", "US"),
    ("[source Obama’s negotiators] [cue said] [content no].", "US"),
    ("It rained in Ohio, in Iowa and at the White House. [source Several lawmakers] [cue said] [content no].", "US"),
    ("It rained in Ohio, in Iowa and at the White House. [source A government audit] [cue said] [content no].", "US"),
    ("The Norwegian Foreign Ministry met. [source The ministry] [cue said] [content no].", "NO"),
    ("It was on Facebook, on Twitter and on Google. [source Officials] [cue said] [content no].", None),
]


@pytest.mark.parametrize(("marked", "country"), TOLD)
def test_country(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("www.washingtonpost.com", "US"),
        ("www.nytimes.com", "US"),
        ("theguardian.com", "GB"),
        ("CNN (Web News)", "US"),
        ("New York Times - News", "US"),
        ("www.orlecpost.co.uk", "GB"),
        ("orlec.com", None),
        ("Orlec Post", None),
    ],
)
def test_the_outlets_country_is_known_by_name_and_address(outlet: str, country: str | None) -> None:
    from tests.samples import make_article

    from allegedly.languages import load_language
    from allegedly.model import Origin
    from allegedly.resolve.lexicon import load_lexicon
    from allegedly.resolve.offices import load_offices
    from allegedly.resolve.setting import Setting
    from allegedly.resolve.words import Words
    from allegedly.segment import segment

    article = make_article("It rained.", Origin(outlet=outlet))
    words = Words(article.text, segment(article, load_language("en")))
    assert Setting(words, article.origin, load_lexicon("en"), load_offices("en")).outlet() == country
