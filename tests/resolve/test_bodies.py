"""Bodies under several names, and what stands for them."""

import pytest
from tests.judged import last_speaker

FULLEST = [
    ("The Orlec Accident Office (OAO) met. [source The OAO] [cue said] [content no].", "Orlec Accident Office", "government"),
    ("Marl Tramway Branch (MTB) came. [source MTB] [cue said] [content no].", "Marl Tramway Branch", "government"),
    ("Transport for London met. [source TfL] [cue said] [content no].", "Transport for London", "government"),
    ("Kessler Holdings Inc. fell. [source Kessler] [cue said] [content no].", "Kessler Holdings Inc", "organisation"),
    ("The U.S. Supreme Court met. [source The Supreme Court] [cue said] [content no].", "U.S. Supreme Court", "government"),
    ("The U.S. Supreme Court met. [source The high court] [cue said] [content no].", "U.S. Supreme Court", "government"),
    ("It told Orlec Department on Monday. [source The department] [cue said] [content no].", "Orlec Department", "government"),
    ("[source Orlec Channel F1] [cue said] [content no].", "Orlec Channel F1", "organisation"),
    ("The Orlec Water Commission met. [source The commission] [cue said] [content no].", "Orlec Water Commission", "government"),
    ("The Orlec Police Department came. [source Orlec police] [cue said] [content no].", "Orlec Police Department", "government"),
    ("[source:a Kessler Holdings] [cue:a said] [content:a no]. [source:b The company] [cue:b said] [content:b yes].",
     "Kessler Holdings", "organisation"),
    ("[source Dorn's, a chain of bakeries,] [cue said] [content no].", "Dorn's", "organisation"),
    ("[source Dorn's] [cue is considering] [content a move].", "Dorn's", "organisation"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "name", "kind"), FULLEST)
def test_a_body_has_the_fullest_name_of_the_article(marked: str, name: str, kind: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind.value) == (name, kind)


LEFT = [
    # Two that may be meant, or one of another country.
    ("The Orlec Commission met the Marl Commission. [source The commission] [cue said] [content no].", None),
    ("The Ohio Supreme Court met. [source The Supreme Court] [cue said] [content no].", "Supreme Court"),
    ("[source:a Dorn’s campaign] [cue:a said] [content:a no]. [source:b The company] [cue:b said] [content:b yes].", None),
    ("Crowd Hails The Bridge Of Network\n\nIt rained. [source The network] [cue said] [content no].", None),
    ("[source The Texas bank] [cue said] [content no].", None),
    ("Cleveland Police came. [source Cleveland] [cue said] [content no].", "Cleveland"),
]


@pytest.mark.parametrize(("marked", "name"), LEFT)
def test_another_body_lends_no_name(marked: str, name: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name
