"""Classes of what is said that make another kind of a neutral cue, each with what it must leave alone."""

import pytest
from tests.judged import judged

CLASSES = [
    # What others try, want or plot, and what they did to somebody.
    ("[source She] [cue said] [content the firm is trying to silence the crews].", "accusation"),
    ("[source She] [cue said] [content we are trying to stop the leak].", "assertion"),
    ("[source She] [cue said]: [content “Their aim is to divide the town”].", "accusation"),
    ("[source She] [cue said]: [content “They wanted to make the mayor look weak”].", "accusation"),
    ("[source She] [cue told] the paper [content he had repeatedly grabbed her].", "accusation"),
    ("[source She] [cue said] [content the fund was looted by two clerks].", "accusation"),
    ("[source She] [cue said] [content the house was behind schedule].", "assertion"),
    ("[source Police] [cue said] [content he had been planning his attack for weeks].", "accusation"),
    ("[source She] [cue said] [content they paid the clerks to forge the rolls].", "accusation"),
    ("[source The court] [cue said] [content the firm is trying to silence the crews].", "assertion"),
    # What somebody lacks.
    ("[source She] [cue said] [content Dorn clearly is not trustworthy].", "criticism"),
    ("[source She] [cue said]: [content “He hasn’t been transparent about the dam”].", "criticism"),
    ("[source She] [cue said] [content the mayor doesn’t have the temperament to lead].", "criticism"),
    ("[source She] [cue said] [content I am not qualified].", "assertion"),
    ("[source She] [cue said] [content the council failed miserably].", "criticism"),
    ("[source She] [cue said] [content the plan would do nothing to help].", "criticism"),
    ("[source She] [cue called] [content the vote a “stunning about-face”].", "criticism"),
    ("[source She] [cue compared] [content Dorn to a dictator].", "criticism"),
    # Who or what is well done.
    ("[source She] [cue said]: [content “Anna was a sweetheart”].", "praise"),
    ("[source She] [cue said] [content Dorn did the right thing].", "praise"),
    ("[source She] [cue said]: [content “No one’s better than Dorn”].", "praise"),
    ("[source She] [cue called] [content Dorn an “inspired choice”].", "praise"),
    # Votes, steps and plans.
    ("[source Dorn] [cue said] [content he too will be voting against the plan].", "announcement"),
    ("[source Dorn] [cue said] [content she’ll vote no].", "announcement"),
    ("[source Dorn] [cue said] [content she is co-sponsoring a bill].", "announcement"),
    ("[source Dorn] [cue said] [content the rule is being rescinded].", "announcement"),
    ("[content The fair will feature two bands], [cue according to] [source a press release].", "announcement"),
    ("[source Dorn] [cue declared] [content himself the winner].", "announcement"),
    # What one will do for others, and what one will not do.
    ("[source The council] [cue said] [content it will continue fighting for the crews].", "promise"),
    ("[source Dorn] [cue said] [content he is “willing to work with anybody”].", "promise"),
    ("[source The towns] [cue reaffirmed] [content their commitment to the treaty].", "promise"),
    ("[source Dorn] [cue said] [content he was unwilling to pay].", "rejection"),
    ("[source Dorn] [cue said] [content the council would not negotiate over the dam].", "rejection"),
    # What is to come.
    ("[source Dorn] [cue said] [content he doesn’t expect the dam to hold].", "prediction"),
    ("[source Dorn] [cue said] [content the tolls are expected to soar].", "prediction"),
    ("[source Dorn] [cue hinted] [content that the house may vote again].", "prediction"),
    ("[source The office] [cue estimates] [content that the plan would cost the town two million].", "prediction"),
    ("[source Dorn] [cue said]: [content “I wouldn’t be surprised if it rained”].", "prediction"),
    # What others are to do.
    ("[source Dorn] [cue told] [content the crews to wait].", "demand"),
    ("[source Dorn] [cue told] [content the crews a story to be proud of].", "assertion"),
    ("[source Dorn] [cue suggested] [content that the council needed to act].", "demand"),
    ("[source Dorn] [cue said] [content the north would have to disarm].", "demand"),
    # What one feels.
    ("[source The town] [cue said]: [content “We express our condolences to the families”].", "attitude"),
    ("[source Dorn] [cue added] [content that he wished they had spoken up].", "attitude"),
    ("[source Dorn] [cue finds] [content it “mind-boggling” that the dam broke].", "attitude"),
    # Worries, denials, doubts, and the rest.
    ("[source Dorn] [cue said] [content a second flood could be disastrous].", "concern"),
    ("[source Dorn] [cue said] [content that will not be the case].", "denial"),
    ("[source Dorn] [cue pushed back against] [content the idea that the dam leaks].", "denial"),
    ("[source Dorn] [cue dismissed] [content talk of a second vote].", "denial"),
    ("[source Dorn] [cue added]: [content “I just don’t see how the dam can hold”].", "doubt"),
    ("[source Dorn] [cue questioned] [content why the dam was built].", "question"),
    ("[source Dorn] [cue questioned] [content whether the dam was safe].", "doubt"),
    ("[source The towns] [cue have debated] [content whether to sell the ferry].", "question"),
    ("[source Dorn] [cue said]: [content “For such charges, I have no comment”].", "no comment"),
    ("[source The memos] [cue reveal] [content a trail of payments].", "assertion"),
    ("[source Dorn] [cue doesn’t blame] [content the crews].", "attitude"),
    ("[source Dorn] [cue took direct aim at] [content the council].", "criticism"),
    ("[source The crews] [cue paid homage to] [content the captain].", "praise"),
    ("[source The guilds] [cue have little use for] [content the tolls].", "attitude"),
]


@pytest.mark.parametrize(("marked", "kind"), CLASSES)
def test_class(marked: str, kind: str) -> None:
    assert judged(marked)[0].kind.value.value == kind
