"""Classes that a second set of fresh articles showed: what is a name, who is called so, whose country is told."""

import pytest
from tests.judged import last_speaker

WHOSE = [
    ("[source Anton D. Cook, the chief executive,] [cue said] [content no].", "Anton D. Cook", "named person"),
    ("[source A former B&L technician, Anna Bell,] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source Another Ohio Republican, Rep. Anna Bell,] [cue said] [content no].", "Anna Bell", "named person"),
    (
        "[source Peter Dorn’s former spokesman and CNN contributor Anna Bell] [cue said] [content no].",
        "Anna Bell",
        "named person",
    ),
    ("Anna Bell came. [source @realAnnaBell] [cue wrote] [content no].", "Anna Bell", "named person"),
    ("[source Orlec County (Md.) Police Chief Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    ("[source The left-leaning Center for Orlec Progress] [cue said] [content no].", "Center for Orlec Progress", "organisation"),
    ("[source Orlecian media] [cue said] [content no].", "Orlecian media", "outlet"),
    ("[source the Orlecian newspaper] [cue said] [content no].", "Orlecian", "outlet"),
    ("[source Pediatric and mental health experts] [cue said] [content no].", None, "unnamed group"),
    ("[source A sizable chunk of the members] [cue said] [content no].", None, "unnamed group"),
    ("[source The order marked “Top Secret”] [cue says] [content no].", None, "document"),
    ("[source the most controversial section of the law] [cue says] [content no].", None, "document"),
    ("[source the Senate Democrats' letter] [cue says] [content no].", None, "document"),
    (
        "[source the Supreme Court of the United States] [cue said] [content no].",
        "Supreme Court of the United States",
        "government",
    ),
    (
        "[source Immigration and Customs Enforcement (ICE)] [cue said] [content no].",
        "Immigration and Customs Enforcement",
        "government",
    ),
    ("Orlec Agency Head Says It Hopes. [source The head of the agency] [cue said] [content no].", None, "unnamed person"),
    ("Haley met Bell Anna Bell: no. [source Anna Bell] [cue said] [content no].", "Anna Bell", "named person"),
    (
        "Anna Bell and Peter Bell came. [source The Bells] [cue said] [content no].",
        "Anna Bell and Peter Bell",
        "named person",
    ),
    ("Anna Bell came. [source The Bells] [cue said] [content no].", None, "unnamed group"),
    ("[source The two Koreas] [cue said] [content no].", "North Korea and South Korea", "state"),
    ("North Korea and South Korea met. North Korea left. [source The North] [cue said] [content no].", "North Korea", "state"),
]


@pytest.mark.parametrize(("marked", "name", "kind"), WHOSE)
def test_name_and_kind(marked: str, name: str | None, kind: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind.value) == (name, kind)


MEANT = [
    ("Rep. Jim Jordan left. President Peter Dorn came. Jordan said [source he] [cue hoped] [content so].", "Jim Jordan"),
    ("Police Chief Anna Bell and Mayor Ida Krog came. [source The chief] [cue said] [content no].", "Anna Bell"),
    ("Lawyer Anna Bell came. Mayor Peter Dorn left. [source The liberal lawyer] [cue said] [content no].", "Anna Bell"),
    ("Along with the Orlec Shipping Company, [source it] [cue plans] [content to sail].", None),
    ("An expert witness spoke at the trial of Anton Bell. [source The expert] [cue said] [content no].", None),
]


@pytest.mark.parametrize(("marked", "name"), MEANT)
def test_who_is_meant(marked: str, name: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name


HOME = "It rained in Ohio. The Pentagon and Americans from Iowa to Texas watched. "
TOLD = [
    ("[source Nigerian information minister Anna Bell] [cue said] [content no].", "NG"),
    ("Norway’s police met. [source The authorities] [cue said] [content no].", "NO"),
    ("Norway and Denmark met. [source The authorities] [cue said] [content no].", None),
    ("[source Documents from the Department of Health and Human Services] [cue said] [content no].", "US"),
    (HOME + "[source A court order obtained by The Guardian] [cue said] [content no].", "US"),
    (HOME + "[source The new guidelines] [cue say] [content no].", "US"),
    (HOME + "[source The citizens] [cue said] [content no].", "US"),
    (HOME + "[source Members of Congress] [cue said] [content no].", "US"),
    (HOME + "[source The historian Anna Bell] [cue said] [content no].", None),
    (HOME + "[source The strategist Anna Bell] [cue said] [content no].", "US"),
    ("Dorn met the House Republicans. [source They] [cue said] [content no].", "US"),
    ("Dorn met Republicans and students. [source They] [cue said] [content no].", None),
]


@pytest.mark.parametrize(("marked", "country"), TOLD)
def test_country(marked: str, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.country == country


def test_we_in_the_authors_own_words_is_the_author() -> None:
    speaker = last_speaker(
        "[source:a The census] [cue:a showed] [content:a it is 22, not 23 that [source:b we] [cue:b thought] [content:b it was]]."
    )
    assert speaker is not None
    assert speaker.kind.value == "author"
