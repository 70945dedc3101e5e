"""What sort of source a phrase names, at each border that docs/annotation.md draws."""

import pytest
from tests.judged import last_speaker

from allegedly.model import SpeakerKind

KINDS = [
    ("A neighbour", "unnamed person", None, None),
    ("The woman, who gave no name,", "unnamed person", None, None),
    ("One official", "unnamed person", None, None),
    ("A source close to the ministry", "unnamed person", None, None),
    ("someone", "unnamed person", None, None),
    ("Two officials", "unnamed group", None, None),
    ("sources familiar with the matter", "unnamed group", None, None),
    ("some of the officials", "unnamed group", None, None),
    ("Many residents of Orlec", "unnamed group", None, None),
    ("73 percent of voters", "unnamed group", None, None),
    ("Critics", "unnamed group", None, None),
    ("A lot of readers", "unnamed group", None, None),
    ("The railway", "organisation", None, None),
    ("The heckler", "unnamed person", None, None),
    ("Iranian officials", "unnamed group", None, "IR"),
    ("Ukrainians", "unnamed group", None, "UA"),
    ("Nine in 10 voters", "unnamed group", None, None),
    ("the company", "organisation", None, None),
    ("Amnesty International", "organisation", "Amnesty International", None),
    ("the Orlec Rowing Club", "organisation", "Orlec Rowing Club", None),
    ("NATO", "organisation", "NATO", None),
    ("Hamas", "organisation", "Hamas", "PS"),
    ("his campaign", "organisation", None, None),
    ("the government", "government", None, None),
    ("Western governments", "government", None, None),
    ("Police", "government", None, None),
    ("the Pentagon", "government", "Pentagon", "US"),
    ("The Ukrainian Energy Ministry", "government", "Ukrainian Energy Ministry", "UA"),
    ("China’s Defense Ministry", "government", "China’s Defense Ministry", "CN"),
    ("Tehran", "state", "Iran", "IR"),
    ("The Kremlin", "state", "Russia", "RU"),
    ("The White House", "government", "White House", "US"),
    ("Downing Street", "government", "Downing Street", "GB"),
    ("Washington", "state", "United States", "US"),
    ("The United States", "state", "United States", "US"),
    ("Reuters", "outlet", "Reuters", None),
    ("The New York Times", "outlet", "New York Times", "US"),
    ("the newspaper", "outlet", None, None),
    ("Reports", "document", None, None),
    ("a United Nations count", "document", "United Nations", None),
    ("court filings", "document", None, None),
    ("the poll", "document", None, None),
    ("nobody", "nobody", None, None),
    ("everyone", "nobody", None, None),
    ("You", "nobody", None, None),
    ("People", "nobody", None, None),
    ("People close to the mayor", "unnamed group", None, None),
    ("House Republicans", "unnamed group", None, "US"),
    ("the left", "unnamed group", None, None),
    ("some media", "unnamed group", None, None),
    ("Neighbours interviewed on television", "unnamed group", None, None),
    ("The pilot’s voice", "unnamed person", None, None),
    ("One solicitation submitted by email", "document", None, None),
    ("the Orlec Court of Appeals", "government", "Orlec Court of Appeals", None),
    ("the Office of Locks and Road", "government", "Office of Locks and Road", None),
    ("Ret. Gen.", "unnamed person", None, None),
    ("I", "author", None, None),
]


@pytest.mark.parametrize(("source", "kind", "name", "country"), KINDS)
def test_kind_name_and_country(source: str, kind: str, name: str | None, country: str | None) -> None:
    speaker = last_speaker(f"[source {source}] [cue said] [content it had rained].")
    assert speaker is not None
    assert (speaker.kind.value, speaker.name, speaker.country) == (kind, name, country)


@pytest.mark.parametrize(("source", "number"), [("Two officials", 2), ("12 witnesses", 12), ("both men", 2), ("officials", None)])
def test_a_group_says_how_many_it_is(source: str, number: int | None) -> None:
    speaker = last_speaker(f"[source {source}] [cue said] [content it had rained].")
    assert speaker is not None
    assert speaker.number == number


def test_one_who_can_is_nobody_and_one_who_said_somebody() -> None:
    anybody = last_speaker("[source One] [cue can surmise] [content that it rained].")
    somebody = last_speaker("[source One] [cue said] [content that it rained].")
    assert anybody is not None
    assert somebody is not None
    assert (anybody.kind, somebody.kind) == (SpeakerKind.NOBODY, SpeakerKind.UNNAMED_PERSON)


def test_nobody_named_is_no_speaker() -> None:
    assert last_speaker("[cue It is believed] [content that it had rained].") is None


def test_a_document_of_many_words_keeps_its_kind() -> None:
    speaker = last_speaker("[source A report released in May by the Orlec Institute] [cue said] [content no].")
    assert speaker is not None
    assert speaker.kind is SpeakerKind.DOCUMENT
