"""To whom something is said."""

import pytest
from tests.judged import judged

ADDRESSEES = [
    ("[source She] [cue told] reporters [content it rained].", "reporters"),
    ("[source She] [cue told] Reuters [content it rained].", "Reuters"),
    ("[content “It rained,”] [source she] [cue told] The Orlec Gazette on Monday.", "The Orlec Gazette"),
    ("[source She] [cue told] her mother [content that it rained].", "her mother"),
    ("[source She] [cue told] her [content that it rained].", "her"),
    ("[source She] [cue notified] Mr. Voll [content that it rained].", "Mr. Voll"),
    ("[source She] [cue asked] members of the committee [content whether it rained].", "members of the committee"),
    ("[source She] [cue said] to the host: [content “It rained.”]", "the host"),
    ("[source She] [cue disclosed] [content the inquiry] to the press.", "the press"),
    ("In a statement to the BBC, [source she] [cue said] [content it rained].", "the BBC"),
    ("[source She] [cue emails] you [content asking for money].", "you"),
    ("[source She] [cue told] CNN ahead of her visit [content that it rained].", "CNN"),
    ("[content “It rained,”] [source she] [cue told] CNN’s “Morning Hour”.", "CNN"),
    ("[source Their email to supporters] [cue said] [content it rained].", "supporters"),
    ("[source She] [cue sent a letter to the mayor], saying [content it rained].", "the mayor"),
    ("[source She] [cue issued an order] [content requiring that he leave].", None),
    ("[source She] left [cue messages saying] [content it rained].", None),
    ("[source She] [cue sent a message bragging about] [content the bridge].", None),
    # Whom one bids is told so, though counted to the content.
    ("[source She] [cue urged] [content the army to leave].", "the army"),
    ("[source The court] [cue ordered] [content Dorn to pay].", "Dorn"),
    ("[source It] [cue also ordered] [content 23 of the farmers, including Dorn, to pay].", "23 of the farmers"),
    ("[source She] [cue has advised] [content Dorn and other bakers not to strike].", "Dorn and other bakers"),
    ("[source She] [cue is calling on] [content nurses across the country to strike].", "nurses"),
    ("[source They] [cue are appealing to] [content their colleagues in both houses to vote].", "their colleagues"),
    ("[source She] [cue exhorts] [content sailors to “take heart.”]", "sailors"),
    ("[source She] [cue warned] [content the mayor against leaving].", "the mayor"),
    ("[source She] [cue warned] [content the U.S. about the dam].", "the U.S."),
    ("[source It] [cue informed] [content bakers — some of them from Marl — that it rained].", "bakers"),
    ("[source She] [cue told] “Morning Hour” viewers [content that it rained].", "Morning Hour"),
    ("[source He] [cue told] the graduating class [content that it rained].", "the graduating class"),
    ("[source She] [cue thanked] [content the nurses for staying].", "the nurses"),
    ("[source She] [cue wished] [content everyone a good year].", "everyone"),
    ("[source She] [cue also issues] [content a warning to the mayor].", "the mayor"),
    ("[source She] [cue told] [content nurses they were late].", "nurses"),
    ("[source She] [cue asked] [content Dorn for help].", "Dorn"),
    ("[source She] [cue alerted] [content her colleagues of the flood].", "her colleagues"),
    ("[source She] [cue told] roughly 300 bakers [content that it rained].", "roughly 300 bakers"),
    ("[source She] [cue ordered] [content port officials this week to leave].", "port officials"),
    ("[source She] [cue begged] [content him, “Stay.”]", "him"),
    ("[source The Courier] [cue also emailed Dorn asking] [content if it rained].", "Dorn"),
    ("They signed [source a letter to Bell] [cue insisting] [content that it rained].", "Bell"),
    ("[source She] [cue urged] [content a “calm tone” toward bakers].", None),
    ("[source She] [cue ordered] [content the dam to be closed].", None),
    ("[source She] [cue ordered] [content a halt to the works].", None),
    ("[source She] [cue warned] [content the dam will fail to hold].", None),
    ("[source She] [cue challenged] [content his right to speak].", None),
    ("[source She] [cue pressed] [content a set of demands that he rejects].", None),
    ("[source The law] [cue requires] [content bakers to pay].", None),
    # What is told, when, or where it is posted, is nobody.
    ("[source She] [cue told the story of] [content sitting on a train].", None),
    ("As [source she] [cue wrote last] week, [content it rained].", None),
    ("[source She] [cue said in a joint press release] [content that it rained].", None),
    ("[source She] [cue asked rhetorically], [content “Who knows?”]", None),
    ("[source She] [cue warned of] [content a strike].", None),
    ("[source She] [cue called] Dorn [content a liar].", None),
    ("[source She] [cue wrote in a post to Facebook] [content that it rained].", None),
    ("On a visit to the harbour, [source she] [cue said] [content it rained].", None),
    # Whom the source or its channel is told to have reached.
    ("[source A sailor who spoke to the Orlec Courier] [cue said] [content it rained].", "the Orlec Courier"),
    ("The news came in [source a memo from the board] to Dorn [cue saying] [content it rained].", "Dorn"),
    ("In a second letter that day to Anna Bell, [source Dorn] [cue wrote] [content that it rained].", "Anna Bell"),
    ("[source She] [cue said] in an email to former mayor Anna Bell [content that it rained].", "former mayor Anna Bell"),
    ("[source She] questioned Dorn, the head of the port, [cue asking] [content if it rained].", "Dorn"),
    ("[source She] [cue was told] [content that it rained].", None),
    ("[source She] [cue pointed] to the bridge: [content “It is shut.”]", None),
    ("[source She] [cue said] [content it rained].", None),
    ("The farmers [cue were told by] [source the mayor] [content that it rained].", "The farmers"),
    ("However, farmers [cue had been warned] [content that it rained].", "farmers"),
    ("[source She] [cue was urging] them [content to leave].", "them"),
    ("[source A letter sent to the mayor] [cue said] [content it rained].", "the mayor"),
    ("[source She] [cue shared] [content her worry] with reporters.", "reporters"),
    ("[source She] [cue called] on the army [content to leave].", "the army"),
    ("[source She] [cue testified] before the Senate [content that it rained].", "the Senate"),
    ("[source She] [cue warned] prior to the vote [content that it rained].", None),
    # A question without a subject is put to who speaks in the main clause.
    ("[cue Asked] [content whether it rained], Bell left.", "Bell"),
    # One participle tells whom the verb before it names.
    ("[source She] emailed Dorn [cue asking] [content for help].", "Dorn"),
    ("Speaking to nurses at a rally, [source she] [cue said] [content it rained].", "nurses"),
    ("Addressing the union, [source she] [cue said] [content it rained].", "the union"),
    ("[source She] [cue put the board on notice] [content that it rained].", "the board"),
    ("[source She] [cue pushed] reporters [content to write].", "reporters"),
    ("[source She] [cue congratulated] him [content on the choice].", "him"),
    ("[source She] [cue said] thank you [content to all].", None),
    # A passive whose subject the cue or the content holds; a label; a cue that ends in "to"; a letter sent.
    ("We[cue ’re told] [content it’s rain that fell].", "We"),
    ("It rained, [cue or we’re told] [content it was snow].", "we"),
    ("[cue I’m told] [content it rained].", "I"),
    ("[content:a Dorn] [cue:a was called on] [content:a to stop the flood].", "Dorn"),
    ("[content:a Dorn] [cue:a was called] [content:a a liar].", None),
    ("[source Bell] to Dorn[cue :] [content “It rained.”]", "Dorn"),
    ("[source Bell] [cue noted to] Mr. Dorn Wednesday [content that it rained].", "Mr. Dorn"),
    ("[source Dorn,] in a letter sent to a harbour nurse, [cue explained:] [content “It rained.”]", "a harbour nurse"),
    ("[source She] [cue urged] [content the Harbour Board (HB) to leave].", "the Harbour Board"),
    # Whom one reaches, or gives words.
    ("[source Bell] often phones Marl editors to [cue suggest] [content headlines].", "Marl editors"),
    ("[source Somebody] contacted the daily Marl Gazeta, [cue offering] [content a pile of letters].", "the daily Marl Gazeta"),
    ("[source Bell] [cue offered] [content Dorn “best of luck”].", "Dorn"),
    ("[source Bell] [cue sent] [content Dorn her condolences].", "Dorn"),
    ("[source Bell] [cue offered] [content her thoughts and prayers for Marl].", None),
    # How long ago, what the content goes on with, what is aimed at: nobody.
    ("[source She] [cue promised] four years ago [content to leave].", None),
    ("[source She] [cue warned] them three days ago [content to leave].", "them"),
    ("[content Some of the flood] [source the board] [cue has warned about] may not come.", None),
    ("[source Dorn] [cue took direct aim at] [content Bell].", None),
    ("[source The port] called the tolls critical, [cue saying] [content that ships would leave].", None),
]


@pytest.mark.parametrize(("marked", "addressee"), ADDRESSEES)
def test_addressee(marked: str, addressee: str | None) -> None:
    found = judged(marked)[0].addressee
    assert (found.value if found else None) == addressee


def test_a_participle_behind_a_comma_tells_the_same_person() -> None:
    told = "[source:a,b She] [cue:a told] Dorn [content:a it rained], [cue:b adding] [content:b that it snowed]."
    addressees = [one.addressee for one in judged(told)]
    assert [one.value for one in addressees if one is not None] == ["Dorn", "Dorn"]


ASKED = "[cue:a Asked] by [source:a nurses] [content:a whether it rained], [source:b Bell] [cue:b said] [content:b it had]."


def test_who_is_asked_by_somebody_answers_them() -> None:
    asked, answer = (one.addressee for one in judged(ASKED))
    assert asked is not None
    assert answer is not None
    assert (asked.value, answer.value) == ("Bell", "nurses")


def test_an_appeal_is_put_to_who_does_not_answer_it() -> None:
    marked = (
        "[source:a Bell] [cue:a did not respond] [content:a to] [source:b an email] [cue:b asking] [content:b whether it rained]."
    )
    asked = judged(marked)[1].addressee
    assert asked is not None
    assert asked.value == "Bell"


def test_a_question_behind_the_main_clause_is_put_to_who_speaks_there() -> None:
    marked = "[source:a Bell] [cue:a had no answer] [content:a to it] when [cue:b asked] [content:b whether it rained]."
    asked = judged(marked)[1].addressee
    assert asked is not None
    assert asked.value == "Bell"
