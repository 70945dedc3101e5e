"""How surely a content is presented, and on which hedges that stands."""

import pytest
from tests.judged import judged, words_under

CERTAINTIES = [
    ("[source She] [cue is concerned] [content about what they built].", "certain", []),
    ("[source She] [cue was horrified] [content by the flood].", "certain", []),
    ("[source I] [cue worry] [content about boys trying to cross].", "possible", []),
    ("[source She] [cue said] [content she believed it rained].", "probable", []),
    ("[source She] [cue said] [content she did not know whether it rained].", "underspecified", []),
    ("[source She] [cue said], [content “I think it rained. I think it hailed.”]", "probable", ["I think", "I think"]),
    ("[source She] [cue congratulated] [content on making it].", "certain", []),
    ("[source She] [cue said] [content nurses are disproportionately likely to rent].", "certain", []),
    ("[source She] [cue said] [content she would vote on Dorn’s expected veto].", "certain", []),
    ("[source She] [cue said] [content the ferry is expected to sink].", "probable", ["is expected to"]),
    ("[source She] [cue said] [content she would pay no matter what others may say].", "certain", []),
    ("[source She] [cue said] [content they held a man who the police believe may have left].", "certain", []),
    ("[source She] [cue said] [content if the dam fell, the town was lost].", "certain", []),
    ("[source She] [cue knows] [content if it rained].", "underspecified", []),
    ("[content “It rained,”] [source she] [cue said], speaking of a man who allegedly stole a map.", "certain", []),
    ("It [cue is often said] [content that it rained].", "reported", []),
    ("[source They] [cue expressed joy] [content over the release].", "certain", []),
    ("[source She] [cue said]: [content “I just don’t think so. It rained.”]", "certain", ["I just don’t think"]),
    ("[source She] [cue said] [content it rained].", "certain", []),
    ("[source She] [cue said] [content it may rain].", "possible", ["may"]),
    ("[source She] [cue said] [content it rained in May].", "certain", []),
    ("[source She] [cue said] [content May was wet].", "certain", []),
    ("[source She] [cue said] [content she could not come].", "certain", []),
    ("[source She] [cue said] [content it could rain].", "possible", ["could"]),
    ("[source She] [cue said] [content it would probably rain].", "probable", ["probably"]),
    ("[source She] [cue said] [content likely voters came].", "certain", []),
    ("[source She] [cue said], [content “I think it rained”].", "probable", ["I think"]),
    ("[source She] [cue said] [content he had allegedly stolen it].", "alleged", ["allegedly"]),
    ("[source She] [cue said] [content rain is unlikely].", "probable", ["is unlikely"]),
    ("[source She] [cue said] [content sabotage has not been ruled out].", "possible", ["has not been ruled out"]),
    ("[source She] [cue said], [content “My guess is it rained”].", "probable", ["My guess is"]),
    ("[source She] [cue said] [content the mayor is rumored to be ill].", "reported", ["is rumored to"]),
    ("[source She] [cue said] [content she saw links which might not ordinarily seem close].", "certain", []),
    ("[source She] [cue claimed] [content it rained].", "alleged", []),
    ("[source She] [cue claimed] [content it might rain].", "alleged", ["might"]),
    ("[source The army] has reportedly [cue told] [content its men that it rained].", "reported", ["reportedly"]),
    ("[cue Reports] [content that it rained] came in.", "reported", []),
    ("[source Reports] [cue indicate] [content that it rained].", "reported", []),
    ("[source The Orlec Institute] [cue found] [content that it rained].", "certain", []),
    ("[cue According to] [source the mayor], [content it rained].", "certain", []),
    ("[source She] [cue hinted] [content that it rained].", "possible", []),
    ("[source She] [cue asked] [content whether it rained].", "underspecified", []),
    ("[source She] [cue knows] [content whether it rained].", "underspecified", []),
    ("[source She] [cue declined to comment] [content on the rain].", "underspecified", []),
    ("[source She] [cue denied] [content the reports].", "certain", []),
    ("[cue concerns] [content about the march] grew.", "underspecified", []),
    ("[source She] [cue was worried] [content about the march].", "underspecified", []),
    ("[source She] [cue fears] [content that it rained].", "possible", []),
    ("[source She] [cue warned] [content that it had rained].", "certain", []),
    ("[source She] [cue urged] [content the army to leave].", "underspecified", []),
    ("[source She] [cue promised] [content to leave].", "underspecified", []),
    ("[source She] [cue offered] [content to leave].", "underspecified", []),
    ("[source She] [cue rejected] [content the offer].", "underspecified", []),
    ("[source She] [cue believes] [content it rained].", "probable", []),
    ("[source She] [cue believes] [content the army should leave].", "probable", []),
    ("[source I] [cue think] [content it rained].", "probable", ["I think"]),
    ("[source I] [cue don’t think] [content it rained].", "probable", ["I don’t think"]),
    ("[source She] [cue wants] [content the army to leave].", "underspecified", []),
    ("[source She] [cue is considering] [content a march].", "underspecified", []),
    ("[source She] [cue knew] [content it rained].", "certain", []),
    ("[source She] [cue is glad] [content that it rained].", "certain", []),
    ("[source She] [cue is proud] [content of the bridge].", "underspecified", []),
    ("[source She] [cue praised] [content the nurses].", "underspecified", []),
    ("[source She] [cue praised] [content the nurses for staying].", "certain", []),
    ("[source She] [cue mocked] [content him as a coward].", "certain", []),
    ("[source The army] [cue is believed] [content to have left].", "probable", ["is believed to"]),
    ("[source A rise] [cue may signal] [content that it rained].", "possible", ["may"]),
    ("[source Sources] [cue said] [content it rained].", "reported", []),
    ("[source Two officials] [cue said] [content it rained].", "certain", []),
    ("[source She] [cue said] [content the alleged thief had come back to the bridge at night].", "certain", ["alleged"]),
    ("[source She] [cue said] [content it rained, although it may stop].", "certain", ["may"]),
    ("[source She] [cue said] [content they did all they could].", "certain", []),
    ("[source She] [cue said] [content she has a map that could help].", "certain", []),
    ("[source She] [cue said] [content they think that might help].", "possible", ["might"]),
    ("[source She] [cue said] [content she met a man who allegedly stole it].", "certain", ["allegedly"]),
    ("[source She] [cue said] [content by then nobody could return].", "certain", []),
    ("[source She] [cue said]: [content “I do believe it rained.”]", "probable", ["I do believe"]),
    ("[source She] [cue wrote]: [content “It is a near-certainty that it rained.”]", "probable", ["near-certainty"]),
    (
        "[source She] [cue said] [content a man believed to be Dorn had crossed the bridge that night].",
        "certain",
        ["believed to"],
    ),
    ("[cue Suspicions] [content that it rained] grew.", "possible", ["Suspicions"]),
    ("[cue Rumours] [content that it rained] spread.", "reported", []),
    # What one has only heard, and what signs suggest.
    ("[source We] [cue hear] [content that the bridge fell].", "reported", ["We hear"]),
    ("[source Early indications] [cue suggest] [content that the bridge fell].", "probable", ["indications suggest"]),
    ("[source One report] [cue finds] [content that the bridge fell].", "certain", []),
    # "I think" holds for its sentence alone.
    ("[source She] [cue said]: [content “I’m confident we will win. The bridge is open.”]", "certain", ["I’m confident"]),
    ("[source She] [cue said]: [content “I’m confident we will win.”]", "probable", ["I’m confident"]),
    # What will be, told plainly; a modal before the cue; an ability.
    ("[source The study] [cue said] [content that rents would rise].", "certain", []),
    ("[source Voll] could [cue announce] [content a march].", "possible", ["could"]),
    ("[source She] [cue asked] [content what was supposed to happen].", "underspecified", []),
    ("[source She] [cue explained] [content how they could leave].", "certain", []),
    ("[source She] [cue expressed confidence] [content that the bridge was safe].", "probable", []),
    ("[source Half] [cue hold a favorable opinion] [content of the mayor].", "underspecified", []),
    # Only a topic, or the claim that it is.
    ("[source She] [cue laid out] [content her plan].", "underspecified", []),
    ("[source The story] [cue described] [content the ministry’s response].", "underspecified", []),
    ("[source She] [cue wrote] [content about the dam].", "underspecified", []),
    ("[source The page] [cue highlighted] [content Dorn’s claim that it rained].", "alleged", []),
    ("[source She] [cue detailed] [content a country growing poorer].", "certain", []),
    ("[source She] [cue described] [content the time as early].", "certain", []),
    ("[source She] [cue talked about] [content having two mayors].", "certain", []),
    # What is said of a target, and what only belongs to it.
    ("[source She] [cue welcomed] [content the support for the march].", "underspecified", []),
    ("[source She] [cue mocked] [content the plan to use him as a witness].", "underspecified", []),
    ("[source She] [cue criticized] [content the bill signed by the mayor].", "underspecified", []),
    ("[source She] [cue decried] [content “rich builders”].", "underspecified", []),
    ("[source She] [cue touted] [content the dam as “safe”].", "certain", []),
    ("[source Many] [cue expressed anger with] [content her for leaving].", "certain", []),
    ("[source She] [cue dismissed] [content the reports as old].", "certain", []),
    # Fears of what is not yet, and feelings about what is.
    ("[cue raising fears of] [content a new flood]", "possible", []),
    ("[source She] [cue warned] [content of floods].", "possible", []),
    ("[source She] [cue was worried] [content about a possible flood].", "possible", ["possible"]),
    ("[source She] [cue warned] [content of the flood].", "underspecified", []),
    ("[source She] [cue warned against] [content the rise].", "underspecified", []),
    ("[source She] [cue was confident] [content in the dam].", "probable", []),
    ("[source She] [cue believes] [content in the dam].", "underspecified", []),
    # Who does not doubt, who does not know.
    ("[source She] [cue doesn’t have any doubts] [content that it rained].", "certain", []),
    ("[source She] [cue said]: [content “I don’t know how we will pay for it.”]", "underspecified", ["I don’t know"]),
    # A modal before the cue counts for every cue that asserts.
    ("[source He] [cue may not agree] [content with his wife].", "possible", ["may"]),
    ("[content The firm] [cue may be blamed] [content for the flood].", "possible", ["may"]),
    # A wrong or a threat told plainly; who says what she doubts asserts nothing.
    ("[source The Meridian] [cue reported] [content that Dorn stole the money].", "certain", []),
    ("[source She] [cue said]: [content “If you cross the bridge, you will regret it.”]", "certain", []),
    ("[source She] [cue said]: [content “I’m still very skeptical of the plan.”]", "underspecified", []),
    ("[source She] [cue criticized] [content “marches paid by right-wing builders”].", "underspecified", []),
    # Passives that name nobody.
    ("It [cue was later determined] [content that it rained].", "certain", []),
    ("a dam [cue described as] [content a symbol]", "reported", []),
    # Who answers for it: people of whom only is told how they know, papers of nobody, papers of a body.
    ("[source A person familiar with the talks] [cue said] [content it rained].", "reported", []),
    ("[source Two people briefed on the plan] [cue said] [content it rained].", "reported", []),
    ("[source Someone close to the mayor] [cue said] [content it rained].", "reported", []),
    ("[source Two law enforcement sources] [cue said] [content it rained].", "reported", []),
    ("[source Sources at the port] [cue said] [content it rained].", "reported", []),
    ("[source Local media] [cue said] [content it rained].", "reported", []),
    ("[source An official close to the talks] [cue said] [content it rained].", "certain", []),
    ("[cue According to] [source police reports], [content it rained].", "certain", []),
]


@pytest.mark.parametrize(("marked", "certainty", "hedges"), CERTAINTIES)
def test_certainty(marked: str, certainty: str, hedges: list[str]) -> None:
    statement = judged(marked)[0]
    assert statement.certainty.value.value == certainty
    assert words_under(statement, marked, "certainty") == hedges


def test_a_hedge_in_a_nested_statement_decides_for_that_one_alone() -> None:
    marked = (
        "[content:a [source:b The army] has reportedly [cue:b told] its men [content:b that the bridge has allegedly fallen]], "
        "[cue:a according to] [source:a two officials]."
    )
    outer, inner = judged(marked)
    if outer.parent is not None:
        outer, inner = inner, outer
    assert inner.parent == outer.id
    assert (outer.certainty.value.value, words_under(outer, marked, "certainty")) == ("reported", ["reportedly", "allegedly"])
    assert (inner.certainty.value.value, words_under(inner, marked, "certainty")) == ("alleged", ["reportedly", "allegedly"])


@pytest.mark.parametrize(("content", "whose"), [("he had allegedly left", "author"), ("he may have left", "source")])
def test_a_hedge_is_the_authors_or_the_sources(content: str, whose: str) -> None:
    statement = judged(f"[source She] [cue said] [content {content}].")[0]
    assert statement.certainty.rule == f"hedge of the {whose}"
