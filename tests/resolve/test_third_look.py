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


BODIES = [
    # Names that hold small words, begin with a place, or stand before somebody's.
    ("[source the High Court of Justice] [cue said] [content no].", "High Court of Justice", "government"),
    ("[source New Mexico Health Connections] [cue said] [content no].", "New Mexico Health Connections", "organisation"),
    (
        "A leader of Al-Qaida in the Arabian Peninsula came. [source Al-Qaida in Yemen] [cue said] [content no].",
        "Al-Qaida in the Arabian Peninsula",
        "organisation",
    ),
    (
        "[source Ida Krog, administrator for the Centers for Medicare and Medicaid Services (CMS),] [cue said] [content no].",
        "Ida Krog",
        "named person",
    ),
    ("[source Director of HRA’s Institute for Harbour Action Chris Dorn] [cue said] [content no].", "Chris Dorn", "named person"),
    ("He saw the Joel Dorn DVD. [source Dorn’s] [cue theory] that [content no].", "Joel Dorn", "named person"),
    ("[source Jean-Michel Priest, prosecutor of Nice,] [cue said] [content no].", "Jean-Michel Priest", "named person"),
    ("[source MK Tamar Levin] [cue said] [content no].", "Tamar Levin", "named person"),
    # The noun of a name that tells what it is for.
    (
        "The U.S. Chamber of Commerce met. [source the Chamber] [cue said] [content no].",
        "U.S. Chamber of Commerce",
        "organisation",
    ),
    ("The Orlec Bureau of Bridges met. [source The bureau] [cue said] [content no].", "Orlec Bureau of Bridges", "government"),
    # Names beside a noun in small letters.
    ("[source Kaleva's official KANA news agency] [cue said] [content no].", "KANA", "outlet"),
    ("[source Norlandian Channel 4 news] [cue said] [content no].", "Norlandian Channel 4 news", "outlet"),
    ("[cue According to] [source krona.com], [content no].", "krona.com", "outlet"),
    ("[source the Hezbollah group] [cue said] [content no].", "Hezbollah", "organisation"),
    ("[source The government of Costa Rica] [cue said] [content no].", "government of Costa Rica", "government"),
    ('[source An animated film "Ferries of the Gulf II,"] [cue depicts] [content rain].', "Ferries of the Gulf II", "document"),
]


@pytest.mark.parametrize(("marked", "name", "kind"), BODIES)
def test_what_a_name_is(marked: str, name: str, kind: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind.value) == (name, kind)
