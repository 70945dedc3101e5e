"""The kind of a statement: the cue's own, negated, withheld, or made another by what is said."""

import pytest
from tests.judged import judged

KINDS = [
    ("[source She] [cue said] [content it rained].", "assertion"),
    ("[source She] [cue confirmed] [content it rained].", "confirmation"),
    ("[source She] [cue admitted] [content taking money].", "acknowledgement"),
    ("[source She] [cue denied] [content taking money].", "denial"),
    ("[source She] [cue rejected] [content the offer].", "rejection"),
    ("[source She] [cue accused] [content the army of looting].", "accusation"),
    ("[source She] [cue questioned] [content the count].", "doubt"),
    ("[source She] [cue urged] [content the army to leave].", "demand"),
    ("[source She] [cue asked] [content whether it rained].", "question"),
    ("[source She] [cue promised] [content to leave].", "promise"),
    ("[source She] [cue threatened] [content to leave].", "threat"),
    ("[source She] [cue announced] [content a march].", "announcement"),
    ("[source She] [cue predicted] [content that it would rain].", "prediction"),
    ("[source She] [cue expressed deep concern] [content over the march].", "concern"),
    ("[source She] [cue praised] [content the nurses].", "praise"),
    ("[source She] [cue condemned] [content the march].", "criticism"),
    ("[source She] [cue believes] [content that it rained].", "attitude"),
    ("[source She] [cue declined to comment] [content on the march].", "no comment"),
    ("[source She] [cue declined] [content to comment on the march].", "no comment"),
    ("[source She] [cue did not respond] [content to a request for comment].", "not reached"),
    # Negation.
    ("[source She] [cue did not say] [content whether it rained].", "no comment"),
    ("[source She] did not [cue say] [content whether it rained].", "no comment"),
    ("[source The army] [cue has not confirmed] [content the count].", "no comment"),
    ("[source The army] stopped short of [cue denying] [content the count].", "no comment"),
    ("[source She] [cue does not believe] [content that it rained].", "attitude"),
    ("[source She] [cue was never sure] [content that it rained].", "doubt"),
    ("[source She] [cue didn’t promise] [content to leave].", "no comment"),
    # A negation inside what is said is none of the cue's.
    ("[content It was not over], [source she] [cue said].", "assertion"),
    ("[source The staff] [cue said] [content no unit had crossed the river].", "assertion"),
    # What is said makes a demand of a plain saying.
    ("[source She] [cue stressed] [content that the army must leave].", "demand"),
    ("[source She] [cue said] [content the army should be paid].", "demand"),
    ("[source She] [cue said] [content in return for the loss of the bridge the army must be paid].", "demand"),
    ("[source She] [cue said] [content the army should have been paid].", "assertion"),
    ("[source She] [cue said] [content it must be a mistake].", "assertion"),
    ("[source She] [cue said] [content the dam is likely to fall].", "prediction"),
    ("[source She] [cue said] [content Dorn was a true hero].", "praise"),
    ("[source She] [cue said] [content the plan was laughable].", "criticism"),
    ("[source She] [cue said] [content Dorn had lied under oath].", "accusation"),
    ("[source She] [cue denied] [content that Dorn had lied under oath].", "denial"),
    ("[source She] [cue said] [content it rained because the army must leave].", "assertion"),
    ("[source She] [cue dismissed] [content the reports as untrue].", "denial"),
    ("[source She] [cue dismissed] [content the reports].", "rejection"),
    ("[source She] [cue called] [content the reports baseless].", "denial"),
    ("[source She] [cue labelled] [content the trial politically motivated].", "accusation"),
    ("[source She] [cue highlighted] [content the alarming state of the bridge].", "concern"),
    # Nouns.
    ("[cue Suspicions] [content that it rained] grew.", "accusation"),
    ("[cue allegations] [content of theft] grew.", "accusation"),
    ("[source His] [cue threats] [content to leave] went unheard.", "threat"),
    ("[source Voll] : [content it rained].", "assertion"),
]


@pytest.mark.parametrize(("marked", "kind"), KINDS)
def test_kind(marked: str, kind: str) -> None:
    assert judged(marked)[0].kind.value.value == kind


def test_a_kind_stands_on_the_words_that_made_it() -> None:
    statement = judged("[source The army] [cue has not confirmed] [content the count].")[0]
    text = "The army has not confirmed the count."
    assert [span.of(text) for span in statement.kind.evidence] == ["not", "confirmed"]


def test_a_kind_without_words_names_its_rule() -> None:
    statement = judged("[source Voll]: [content it rained].")[0]
    assert statement.kind.evidence == ()
    assert statement.kind.rule == "no cue"
