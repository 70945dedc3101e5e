"""Words that stand for somebody named elsewhere: pronouns, roles, acronyms, quotations that go on."""

import pytest
from tests.judged import judged, last_speaker

from allegedly.model import SpeakerKind

RESOLVED = [
    ("Anna Bell came home. [source She] [cue said] [content no].", "Anna Bell"),
    ("[source:a Anna Bell] [cue:a said] [content:a no]. [source:b She] [cue:b added] [content:b it was late].", "Anna Bell"),
    ("Anna Bell met Peter Dorn. [source He] [cue said] [content no].", "Peter Dorn"),
    ("Anna Bell met Peter Dorn. [source She] [cue said] [content no].", "Anna Bell"),
    ("Peter Dorn, [source who] [cue said] [content it rained], left.", "Peter Dorn"),
    ("Mayor Anna Bell came. [source The mayor] [cue said] [content no].", "Anna Bell"),
    ("Anna Bell, the mayor of Orlec, came. [source The mayor] [cue said] [content no].", "Anna Bell"),
    ("Spokeswoman Anna Bell came. [source The spokesperson] [cue said] [content no].", "Anna Bell"),
    ("The World Health Organization met. [source The WHO] [cue said] [content no].", "World Health Organization"),
    ("The Orlec Farmers Union (OFU) met. [source The OFU] [cue said] [content no].", "Orlec Farmers Union"),
    ("The U.N. met. [source The United Nations] [cue said] [content no].", "United Nations"),
    ("[source:a Anna Bell] [cue:a said], [content:a “[source:b I] [cue:b told] them [content:b it rained]”].", "Anna Bell"),
]


RESOLVED += [
    ("Rep. Anna Bell, D-Ohio, met Sen. Ida Krog, R-Iowa. [source The Ohio lawmaker] [cue said] [content no].", "Anna Bell"),
    ("Orlec Railways fell on Monday as [source it] [cue expects] [content a loss].", "Orlec Railways"),
    ("Peter Dorn came home alone. [source The Norwegian] [cue said] [content no].", "Peter Dorn"),
    ("Peter Dorn came home. Secretary Paul Mirren and Peter Dorn met. [source Mirren] [cue said] [content no].", "Paul Mirren"),
    ("[source (Orlec professor) Peter Dorn] [cue said] [content no].", "Peter Dorn"),
    (
        "[source:a Police spokesman Peter Dorn] [cue:a said], [content:a “[source:b we] [cue:b believe] [content:b it rained]”].",
        "Peter Dorn",
    ),
]


@pytest.mark.parametrize(("marked", "name"), RESOLVED)
def test_a_reference_is_resolved(marked: str, name: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name
    assert not speaker.candidates


OPEN = [
    (
        "Peter Dorn met Paul Mirren. Paul Mirren met Peter Dorn. [source He] [cue said] [content no].",
        {"Peter Dorn", "Paul Mirren"},
    ),
    # Kim may be a man or a woman; Anna is a woman.
    (
        "[source:a Anna Bell] [cue:a said] [content:a no] of it. Kim Storey, a judge, came. "
        "[source:b She] [cue:b said] [content:b yes].",
        {"Anna Bell", "Kim Storey"},
    ),
    ("Mayor Anna Bell met Mayor Ida Krog. [source The mayor] [cue said] [content no].", {"Anna Bell", "Ida Krog"}),
]


@pytest.mark.parametrize(("marked", "candidates"), OPEN)
def test_two_who_may_be_meant_are_both_kept(marked: str, candidates: set[str]) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name is None
    assert set(speaker.candidates) == candidates


NOBODY = [
    "Former mayor Anna Bell came. [source The mayor] [cue said] [content no].",
    "Vice President Anna Bell came. [source The president] [cue said] [content no].",
    "French President Luc Morel came. [source The Iranian president] [cue said] [content no].",
    "Mayor Anna Bell came. [source A mayor] from elsewhere [cue said] [content no].",
    "Peter Dorn came. [source She] [cue said] [content no].",
    "[source He] [cue said] [content no].",
]


@pytest.mark.parametrize("marked", NOBODY)
def test_a_name_that_does_not_fit_is_not_given(marked: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name is None


def test_an_official_left_without_a_name_is_open_between_those_named_later() -> None:
    speaker = judged(
        "[source:a A senior Norwegian official] [cue:a said] [content:a it had rained]. Days passed.\n\n"
        "[source:b Kremlin spokesman Oleg Sorin] [cue:b denied] [content:b that]. "
        "[source:c Ingrid Voll] [cue:c said] [content:c it had]."
    )[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.candidates, speaker.country) == (None, ("Ingrid Voll",), "NO")


def test_a_quotation_without_cue_goes_on_with_its_speaker() -> None:
    first, second = judged("[content:a “It rained,”] [source:a Anna Bell] [cue:a said]. [content:b “It was late.”]")
    assert first.speaker is not None
    assert second.speaker is not None
    assert (second.speaker.name, second.speaker.inferred) == ("Anna Bell", True)


def test_a_quotation_after_other_words_has_no_speaker() -> None:
    _, second = judged(
        "[content:a “It rained,”] [source:a Anna Bell] [cue:a said]. Then Peter Dorn stood up. [content:b “It was late.”]"
    )
    assert second.speaker is None


@pytest.mark.parametrize("opening", ["I’m sure", "We've heard", "Don’t worry"])
def test_a_contraction_is_no_name(opening: str) -> None:
    speaker = last_speaker(f"Peter Dorn came. {opening}, some say. [source He] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name == "Peter Dorn"


def test_i_in_a_contraction_is_the_author() -> None:
    speaker = last_speaker("[source I][cue ’m sure] [content it rained].")
    assert speaker is not None
    assert speaker.kind is SpeakerKind.AUTHOR


def test_we_in_a_quotation_stands_for_a_group() -> None:
    speaker = last_speaker(
        "[source:a Anna Bell] [cue:a said], [content:a “[source:b we] [cue:b believe] [content:b it rained]”]."
    )
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (None, SpeakerKind.UNNAMED_GROUP)
