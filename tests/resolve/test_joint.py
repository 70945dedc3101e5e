"""Conjoined sources are several speakers, and each of them speaks."""

import pytest
from tests.judged import last_speaker

from allegedly.model import SpeakerKind

JOINT = [
    ("[source Anna Bell, R-Maine and Peter Dorn, D-Utah] [cue said] [content no].", ["Anna Bell", "Peter Dorn"]),
    ("[source Anna Bell and Peter Dorn] [cue said] [content no].", ["Anna Bell", "Peter Dorn"]),
    ("[source Anna Bell, Ida Krog and Peter Dorn] [cue said] [content no].", ["Anna Bell", "Ida Krog", "Peter Dorn"]),
    ("Anna Bell met Peter Dorn. [source Bell and Dorn] [cue said] [content no].", ["Anna Bell", "Peter Dorn"]),
    ("[source Senators Anna Bell and Peter Dorn] [cue said] [content no].", ["Anna Bell", "Peter Dorn"]),
    ("[source Sens. Anna Bell, R-Ohio, and Peter Dorn, D-Iowa,] [cue said] [content no].", ["Anna Bell", "Peter Dorn"]),
    ("[source Anna Bell, the mayor, and Peter Dorn, her deputy,] [cue said] [content no].", ["Anna Bell", "Peter Dorn"]),
    ("[source Both Anna Bell and Mayor Peter Dorn] [cue said] [content no].", ["Anna Bell", "Peter Dorn"]),
    ("[source Norway and Sweden] [cue said] [content no].", ["Norway", "Sweden"]),
    ("[source the FBI and the CIA] [cue said] [content no].", ["FBI", "CIA"]),
    ("[source The Orlec Gazette and Reuters] [cue reported] [content no].", ["Orlec Gazette", "Reuters"]),
]


@pytest.mark.parametrize(("marked", "names"), JOINT)
def test_each_of_those_named_together_is_a_member(marked: str, names: list[str]) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert [member.name for member in speaker.members] == names
    assert speaker.number == len(names)
    assert speaker.name == " and ".join((", ".join(names[:-1]), names[-1]))


ALONE = [
    "[source The Department of Health and Human Services] [cue said] [content no].",
    "[source Anna Bell and her aides] [cue said] [content no].",
    "[source Anna Bell, head of Dorn and Sons,] [cue said] [content no].",
    "[source Anna Bell’s mother and Peter Dorn] [cue said] [content no].",
    "[source Anna Bell] [cue said] [content no].",
    "[source Anna Bell or Peter Dorn] [cue said] [content no].",
]


@pytest.mark.parametrize("marked", ALONE)
def test_a_name_with_and_in_it_is_one_speaker(marked: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.members == ()


def test_a_member_has_its_own_role_and_words() -> None:
    marked = "[source Mayor Anna Bell and French minister Luc Morel] [cue said] [content no]."
    speaker = last_speaker(marked)
    assert speaker is not None
    bell, morel = speaker.members
    text = "Mayor Anna Bell and French minister Luc Morel said no."
    assert (bell.role, bell.country, [span.of(text) for span in bell.evidence]) == ("Mayor", None, ["Mayor Anna Bell"])
    assert (morel.role, morel.country, morel.kind) == ("minister", "FR", SpeakerKind.NAMED_PERSON)
    assert speaker.country is None


def test_what_all_members_share_is_the_speakers_too() -> None:
    speaker = last_speaker("[source Rep. Anna Bell and Sen. Peter Dorn] [cue said] [content no].")
    assert speaker is not None
    assert speaker.country == "US"


def test_they_are_those_who_have_just_spoken_together() -> None:
    marked = (
        "[source:a Anna Bell and Peter Dorn] [cue:a said] [content:a no]. [source:b They] [cue:b added] [content:b it rained]."
    )
    speaker = last_speaker(marked)
    assert speaker is not None
    assert [member.name for member in speaker.members] == ["Anna Bell", "Peter Dorn"]
