"""Classes that a third set of fresh articles showed: whose name is given, and where none is."""

import pytest
from tests.judged import last_speaker

NAMED = [
    # A name written twice in two ways.
    ("Ilya Shandro came. [source Shandor] [cue said] [content no].", "Ilya Shandro"),
    ("Justice John Robard’s vote counted. [source Robards] [cue said] [content no].", "John Robard"),
    ("President Luis Pablo Vega Mora came. [source Vega] [cue said] [content no].", "Luis Pablo Vega Mora"),
    ("[source Tam] [cue said] [content no].\nEditing by Tam Krog and Ida Bell", "Tam"),
    # A namesake who has just been named.
    (
        "Peter Bell said so. Bell left. Ida Bell, his wife, came. It rained. [source Bell] [cue said] [content no].",
        None,
    ),
    # Documents that are known by their maker and their noun.
    ("[source An Orlec Bell/Krona Times poll] [cue found] [content it rained].", "Orlec Bell/Krona Times poll"),
    ("[source A recent Krona Research study] [cue found] [content it rained].", "Krona Research study"),
    ("[source A June survey] [cue found] [content it rained].", None),
    ("[source A Republican poll] [cue found] [content it rained].", None),
    # A name begins with a capital.
    ("[source the embattled Trade Ministry] [cue said] [content no].", "Trade Ministry"),
    ("[source the 15-member Grain Council] [cue said] [content no].", "Grain Council"),
    ("[source veto-wielding council members China and Russia] [cue said] [content no].", "China and Russia"),
    ("[source China’s and Russia’s ambassadors] [cue said] [content no].", None),
    # A pronoun is no name.
    ("Peter Dorn came. [source He and his running mate, Anna Bell,] [cue said] [content no].", "Peter Dorn"),
    # Two trades of one, and the name behind what somebody is.
    ("[source Harbour strategist and SuperPAC sponsor Anna Bell] [cue said] [content no].", "Anna Bell"),
    ("[source a teacher and Anna Bell] [cue said] [content no].", None),
    ("[source Mr. Dorn’s wife, Judy,] [cue said] [content no].", "Judy"),
    ("Neil Dorn came. [source Peter’s brother, Neil,] [cue said] [content no].", "Neil Dorn"),
    ("[source his dad - Peter H. Dorn -] [cue said] [content no].", "Peter H. Dorn"),
]


@pytest.mark.parametrize(("marked", "name"), NAMED)
def test_whose_name_is_given(marked: str, name: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name
