"""What the words that are said make of a neutral cue, and what they leave it."""

import pytest
from tests.judged import judged

CONTENTS = [
    # What is asked of somebody, and what is only needed.
    ("[source She] [cue said] [content Dorn shouldn’t run again].", "demand"),
    ("[source She] [cue said] [content the results should be available on Friday].", "assertion"),
    ("[source She] [cue said] [content the council needs to mend the dam].", "demand"),
    ("[source She] [cue said] [content the town needs to win two games to stay up].", "assertion"),
    ("[source She] [cue praised] [content the bridge]. [source Dorn] [cue said] [content you’d have to see it].", "praise"),
    ("[source She] [cue said] [content the need to mend the dam was known].", "assertion"),
    ("[source She] [cue said] [content this is nothing they need to worry about].", "assertion"),
    ("[source She] [cue said] [content “We need a better dam”].", "demand"),
    ("[source The council] [cue said] [content it was of “vital importance” that the dam be mended].", "demand"),
    ("[source Mayor][cue :] [content Don’t close the harbour]", "demand"),
    ("[source The towns] [cue reiterated] [content calls to mend the dam].", "demand"),
    ("[source She] [cue challenged] [content the mayor to open the books].", "demand"),
    ("[source She] [cue challenged] [content the count].", "doubt"),
    ("[source She] [cue advised] [content the mayor not to sail].", "demand"),
    ("[source She] [cue warned] [content the crews against sailing].", "demand"),
    ("[source She] [cue said]: [content “Let’s just say it rained”].", "assertion"),
    ("[source She] [cue said]: [content “On behalf of the town, I urge everyone to stay”].", "demand"),
    # What the people of a poll hold.
    ("[source Fewer than half] [cue said] [content Dorn should run again].", "attitude"),
    ("[source Sixty percent of the voters] [cue said] [content they agree].", "attitude"),
    ("[source Majority Leader Dorn] [cue said] [content the town should pay].", "demand"),
    # A second part that opens a sentence of its own is not the main point.
    ("[content “The boat is late,”] [source she] [cue said]. [content “We can’t ignore the dam.”]", "assertion"),
    ("[content “In the end,”] [source she] [cue said], [content “we can’t ignore the dam.”]", "demand"),
    # Questions.
    ("[content “If the dam is safe],” [source she] [cue told] the council, [content “why was it closed?”]", "question"),
    ("[source She] [cue replied]: [content “But who will pay?”]", "question"),
    ("[source She] [cue asked] [content about his plans to run].", "question"),
    ("[source She] [cue asked] [content the mayor to run].", "demand"),
    # What is on the programme, what will be, what one would do for others or to them.
    ("[source She] [cue said] [content the council would begin work on the dam on Thursday].", "announcement"),
    ("[source She] [cue said] [content the house will get a vote before the end of the month].", "announcement"),
    ("[source She] [cue said] [content the council will be closed].", "announcement"),
    ("[source The firm] [cue said] [content it would lay off forty men].", "announcement"),
    ("[source The navy] [cue said] [content it has successfully tested a buoy].", "announcement"),
    ("[source She] [cue said] [content the law would help the towns].", "assertion"),
    ("[source She] [cue said] [content the new law would cost about two crowns a head].", "assertion"),
    ("[source She] [cue said]: [content “I’m confident the council will pass the plan”].", "prediction"),
    ("[source She] [cue said] [content Dorn seems likely to resign].", "prediction"),
    ("[source She] [cue said] [content the dam would also likely fall].", "prediction"),
    ("[source She] [cue did not expect] [content rain].", "prediction"),
    ("[source She] [cue said]: [content “It’s going to get worse”].", "prediction"),
    ("[source She] [cue said] [content “we’ll see”].", "assertion"),
    ("[source Dorn] [cue said] [content that as mayor he would mend the dam].", "promise"),
    ("[source Dorn] [cue said] [content “The government pledges to pay for the dam”].", "promise"),
    ("[source Dorn] [cue said] [content he won’t vote for the plan].", "rejection"),
    ("[source Dorn] [cue said] [content he isn’t going to negotiate].", "rejection"),
    ("[source Dorn] [cue said] [content that if you cross the river, the guard will shoot].", "threat"),
    ("[source Dorn] [cue said] [content the north would face “fire and fury”].", "threat"),
    ("[source Dorn] [cue warned] [content that it would retaliate].", "threat"),
    ("[source Dorn] [cue warned] [content that the dam would fall].", "concern"),
    # Verdicts.
    ("[source She] [cue said] [content the mayor’s plan was absurd].", "criticism"),
    ("[source She] [cue said] [content he was “totally unfit” for office].", "criticism"),
    ("[source She] [cue said] [content the scene was horrific].", "assertion"),
    ("[source She] [cue said] [content the mayor’s remarks were horrific].", "criticism"),
    ("[source She] [cue said]: [content “We are fools”].", "assertion"),
    ("[source She] [cue said] [content Dorn had shown a “penchant for secrecy”].", "criticism"),
    ("[source She] [cue said] [content the council would say anything to win].", "criticism"),
    ("[source She] [cue said] [content it was a lack of leadership].", "criticism"),
    ("[source She] [cue said] [content they closed for lack of funds].", "assertion"),
    ("[source She] [cue called] [content the delay an “opaque move”].", "criticism"),
    ("[source She] [cue said]: [content “On behalf of the town, I condemn the raid”].", "criticism"),
    ("[source She] [cue said] [content Dorn was the best candidate for mayor].", "praise"),
    ("[source She] [cue said] [content the crews did an outstanding job].", "praise"),
    ("[source She] [cue said] [content five was a good number].", "assertion"),
    # Wrongs.
    ("[source She] [cue said] [content the mayor improperly paid two firms].", "accusation"),
    ("[source She] [cue said] [content the firm coerced her into signing].", "accusation"),
    ("[source She] [cue said] [content he was the victim of a smear campaign].", "accusation"),
    ("[source The towns] [cue claimed] [content the firm misled the council].", "accusation"),
    ("[source The court] [cue said] [content the plan violated the law].", "assertion"),
    ("[source She] [cue said] [content the mayor never misled the council].", "assertion"),
    # Not so, not sure, so indeed, worried, sorry.
    ("[source Dorn] [cue said]: [content “I didn’t tell him to open the gate”].", "denial"),
    ("[source Dorn] [cue said] [content the paper contained “blatantly false statements”].", "denial"),
    ("[source Dorn] [cue dismissed] [content the allegations].", "denial"),
    ("[source Dorn] [cue dismissed] [content the allegations as no longer of interest].", "rejection"),
    ("[source Dorn] [cue disputed] [content the count].", "doubt"),
    ("[source Dorn] [cue disputed] [content the allegations].", "denial"),
    ("[source Dorn] [cue isn’t convinced] [content that it rained].", "doubt"),
    ("[source Dorn] [cue said]: [content “I’m still very skeptical of the plan”].", "doubt"),
    ("[source Dorn] [cue said] [content that the leaked letters “are genuine”].", "confirmation"),
    ("[source Dorn] [cue said] [content they are “very worried”].", "concern"),
    ("[source Dorn] [cue said]: [content “No comment”].", "no comment"),
    ("[source Dorn] [cue said]: [content “Our thoughts are with the crews”].", "attitude"),
    ("[source Dorn] [cue refused] [content to say who paid].", "no comment"),
    ("[source Dorn] [cue refused] [content to leave].", "rejection"),
]


@pytest.mark.parametrize(("marked", "kind"), CONTENTS)
def test_content(marked: str, kind: str) -> None:
    assert judged(marked)[0].kind.value.value == kind


def test_a_rule_finds_its_words_where_a_letter_becomes_two_in_small_letters() -> None:
    marked = "[source She] [cue said] [content İnanç Dorn should leave]."
    (statement,) = judged(marked)
    assert statement.kind.value == "demand"
    assert statement.kind.evidence[-1].of("She said İnanç Dorn should leave.") == "should"
