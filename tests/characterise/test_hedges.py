"""Which words hedge a statement, and which only look like it."""

import pytest
from tests.judged import judged, words_under

HEDGES = [
    # What the first person thinks, with what may stand between the pronoun and its verb.
    ("[source She] [cue said]: [content “I honestly don’t believe the dam is safe.”]", ["I honestly don’t believe"]),
    ("[source I] [cue expect] [content the ferry to come].", ["I expect"]),
    ("[source She] [cue said]: [content “We’d bet the ferry is late.”]", ["We’d bet"]),
    ("[source She] [cue said]: [content “It is a plan which I don’t think is cheap.”]", ["I don’t think"]),
    ("[source She] [cue said]: [content “One of the things that I think she built is the dam.”]", ["I think"]),
    ("[source She] [cue said]: [content “I have the impression they left.”]", ["I have the impression"]),
    ("[source She] [cue said]: [content “We just heard that the dam fell.”]", ["We just heard"]),
    ("[source She] [cue said]: [content “I believe in the people of Orlec.”]", []),
    ("[source She] [cue said]: [content “We will look for a plan we think is best.”]", []),
    ("[source She] [cue said]: [content “I can’t believe it is over.”]", []),
    ("[source She] [cue said]: [content “I was glad when I heard the dam held.”]", []),
    ("[source She] [cue said]: [content “I heard gunshots.”]", []),
    ("[source She] [cue said]: [content “It cost more than I thought.”]", []),
    ("[source She] [cue said]: [content “I doubt the dam will hold.”]", ["I doubt"]),
    ("[source She] [cue said]: [content “I feel we were too late.”]", ["I feel"]),
    ("[source She] [cue said]: [content “I feel tired.”]", []),
    ("[source She] [cue said]: [content “I’m not convinced the dam will hold.”]", ["I’m not convinced"]),
    ("[source She] [cue said] [content the farmers don’t think it rained].", []),
    ("[source She] [cue said]: [content “From my point of view, the dam is old.”]", ["From my point of view"]),
    ("[source She] [cue said] [content it looks like they left].", ["it looks like"]),
    ("[source She] [cue said] [content it is widely believed that the dam fell].", ["it is widely believed"]),
    ("[cue It is widely believed] [content that the dam fell].", []),
    # What one does not know.
    ("[source She] [cue said]: [content “I don’t know how many came, but the dam held.”]", ["I don’t know"]),
    ("[source We] [cue are not entirely sure] [content about the dam].", ["not entirely sure"]),
    ("[source She] [cue said]: [content “I didn’t know what to say.”]", []),
    ("[source She] [cue said]: [content “I don’t know him.”]", []),
    ("[source She] [cue said] [content it is not clear why the dam fell].", []),
    ("[source She] [cue said] [content the names had not been confirmed].", []),
    # What seems so, and what only comes into sight.
    ("[source She] [cue said] [content the dam appears to hold].", ["appears to"]),
    ("[source She] [cue said] [content the captain appeared calm].", ["appeared"]),
    ("[source She] [cue said] [content his name appears on every page].", []),
    ("[source She] [cue said] [content cracks began to appear].", []),
    ("[source She] [cue said] [content such a dam would have seemed absurd].", []),
    ("[source She] [cue said] [content signs suggest the dam held].", ["signs suggest"]),
    ("It [cue suggests] [content that the dam held].", ["It suggests"]),
    # A cue that is the act itself, and a modal that leads to a cue.
    ("[content The captain] [cue is accused of] [content sinking the ferry].", []),
    ("[source Prosecutors] [cue suspected] [content the captain].", []),
    ("[content The captain] [cue was suspected of] [content sinking the ferry].", []),
    ("[cue the alleged] [content sinking of the ferry]", ["alleged"]),
    ("[source The firms] could sue each other or [cue blame] [content the city].", ["could"]),
    ("The gap could allow [source the firms] to [cue blame] [content the city].", ["could"]),
    ("[source The firms] sued the city, which could win, or [cue blamed] [content it].", []),
    ("He left early, perhaps [cue hoping] [content to see the ferry].", ["perhaps"]),
    ("They left, perhaps because [source they] [cue did not want] [content to see the ferry].", ["perhaps"]),
    ("Perhaps the ferry sank. [source She] [cue hoped] [content to see it].", []),
    # Relative clauses: a guess is a hedge in one, an ability is none.
    ("[source She] [cue said] [content the votes came from people who may have stayed away before].", ["may"]),
    ("[source She] [cue said] [content the dam has a price that might be high].", ["might"]),
    ("[source She] [cue said] [content the dam, which could fail, is old].", ["could"]),
    ("[source She] [cue said] [content they look for a dam that could hold].", []),
    ("[source She] [cue said] [content the effect was small at best and perhaps none].", ["perhaps"]),
    # An ability, a permission, what is asked.
    ("[source She] [cue said] [content they left before the dam could fall].", []),
    ("[source She] [cue said] [content the ferry came so that people could leave].", []),
    ("[source The court] [cue will decide] [content whether Dorn may stay].", []),
    ("[source She] [cue said] [content they must have a ticket].", []),
    ("[source She] [cue said] [content they must have left].", ["must have"]),
    ("[source She] [cue said] [content the dam is so weak it could fall].", ["could"]),
    ("[source She] [cue said] [content boats should be able to pass by May].", ["should be able to"]),
    # Adjectives, where the content is no more than a noun.
    ("[source She] [cue warned] [content of possible floods].", ["possible"]),
    ("[source They] [cue see] [content this as a potential flood].", ["potential"]),
    ("[source She] [cue said] [content they were looking into possible causes].", []),
    ("[source She] [cue wants] [content to leave as soon as possible].", []),
]


@pytest.mark.parametrize(("marked", "hedges"), HEDGES)
def test_hedges(marked: str, hedges: list[str]) -> None:
    assert words_under(judged(marked)[0], marked, "certainty") == hedges


@pytest.mark.parametrize(
    "content",
    [
        "the town has a dam that might be weak",
        "an estimated 40 boats sank in the harbour that night, all of them empty",
        "the dam is old, and, in my opinion, it is weak",
        "rain came late, yet the dam seems weak",
    ],
)
def test_a_hedge_of_a_part_is_listed_and_does_not_decide(content: str) -> None:
    marked = f"[source She] [cue said] [content {content}]."
    statement = judged(marked)[0]
    assert words_under(statement, marked, "certainty")
    assert statement.certainty.value.value == "certain"


def test_a_hedge_behind_two_names_decides() -> None:
    assert judged("[source She] [cue said] [content both he and Dorn appear to lead].")[0].certainty.value.value == "probable"
