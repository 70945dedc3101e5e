"""Classes of contents that say less, or more, than the words beside their cue let one think."""

import pytest
from tests.judged import judged, words_under

# What is no hedge: what is told as the cue itself, a name by which something goes, what somebody does not doubt.
NO_HEDGE: list[tuple[str, str, list[str]]] = [
    ("[content The ferry] [cue is expected] [content to sink].", "probable", []),
    ("[content It rained], [cue we are told].", "reported", []),
    ("[source She] [cue said] [content the so-called Marlin Plan failed].", "certain", []),
    ("[source Her plan] [cue presumed] [content a strong dam].", "probable", []),
    ("[source I] [cue don’t doubt] [content that it rained].", "certain", []),
    ("[source She] [cue said]: [content “I would not sell it to somebody I don’t know, if I can help it.”]", "certain", []),
    ("[source She] [cue said]: [content “I worry that it rained.”]", "possible", []),
    ("[source She] [cue thought] [content the town could be saved].", "probable", []),
    ("[source She] [cue said] [content he opened it so that a few of them could leave].", "certain", []),
    ("[source Dorn] [cue vowed] [content that people could stay].", "underspecified", []),
]
# What is one, also where a clause of "that" opens right before it.
HEDGED = [
    ("[source She] [cue explained] [content that rain doesn’t necessarily help].", "possible", ["doesn’t necessarily"]),
    ("[source She] [cue said]: [content “My honest view is that it rained.”]", "probable", ["My honest view is"]),
    ("[source She] [cue pointed to] [content new counts that suggest the herring is gone].", "probable", ["that suggest"]),
    ("[source She] [cue said]: [content “The word was that we might need a boat.”]", "possible", ["might"]),
    ("[source She] [cue said] [content the guard found a crack that appears to be old].", "certain", ["appears to"]),
    ("[source I] [cue wouldn’t be surprised] [content if it rained].", "probable", ["wouldn’t be surprised if"]),
]
# An addition, a dash or brackets part a hedge from what is mainly said.
ASIDE = [
    ("[source She] [cue said] [content the nurses fled, reportedly chased by wolves].", "certain", ["reportedly"]),
    ("[source She] [cue said] [content he grew a beard -- apparently as a disguise].", "certain", ["apparently"]),
    ("[source She] [cue said] [content it is (apparently) old].", "certain", ["apparently"]),
    ("[source She] [cue said] [content that, apparently, it rained].", "probable", ["apparently"]),
]
# An opening clause, an insertion and an "and" of things in a row end no clause.
CLAUSES = [
    ("[source She] [cue said] [content that when it rained, the dam might break].", "possible", ["might"]),
    ("[source She] [cue said]: [content “So, when it rained, it appears he fled.”]", "probable", ["appears"]),
    ("[source She] [cue said] [content the deal — which is still not public — could fail].", "possible", ["could"]),
    ("[source She] [cue said] [content that nurses, clerks, and judges may leave].", "possible", ["may"]),
    ("[source She] [cue said] [content that nurses stayed, and judges may leave].", "certain", ["may"]),
    ("[source She] [cue said]: [content “As far as I know, it rained.”]", "probable", ["As far as I know"]),
]
# Targets, topics and feelings about what is.
TARGETS = [
    ("[source She] [cue blamed] [content the flood].", "underspecified"),
    ("[source She] [cue blamed] [content the builders for the flood].", "certain"),
    ("[source She] [cue condemned] [content the marches that were led for money].", "underspecified"),
    ("[source She] [cue blasted] [content a nurse who left because of the rain].", "underspecified"),
    ("[source She] [cue condemned] [content any quest for a rich builder].", "underspecified"),
    ("[source She] [cue attacked] [content the builders over their silence].", "certain"),
    ("[source She] [cue praised] [content Dorn over the dam].", "underspecified"),
    ("[source She] [cue explained] [content the difficulty of the climb].", "underspecified"),
    ("[source She] [cue referred to] [content Dorn’s remarks].", "underspecified"),
    ("[source She] [cue told] the board [content about the dam].", "underspecified"),
    ("[source She] [cue voiced concerns] [content about the ministry’s planning].", "underspecified"),
    ("[source I] [cue can’t believe] [content how wet it was].", "certain"),
    ("[source She] [cue expressed frustration with] [content that old plan].", "underspecified"),
    ("[source She] [cue criticized] [content the marches as well as the songs].", "underspecified"),
    ("[source She] [cue saw] [content that it rained].", "certain"),
    ("[source She] [cue said]: [content “We deeply regret the deaths of two nurses.”]", "certain"),
    ("[source She] [cue claims] [content the dam will break].", "alleged"),
    ("[source She] [cue said] [content that she’s confident it rained].", "probable"),
    ("[source She] [cue was surprised by] [content this].", "certain"),
    ("[source She] [cue was concerned by] [content the fact that it rained].", "certain"),
]
# Who answers for it, whatever the content foretells or judges.
SOURCES = [
    ("[source Some rumors] [cue suggest] [content that the bridge will fall].", "reported"),
    ("[source Several media accounts] [cue suggested] [content it rained].", "reported"),
    ("[source Her end-of-year campaign report] [cue showed] [content it rained].", "certain"),
    ("[source A ministry source] [cue said] [content it rained].", "certain"),
    ("[source A port source] [cue said] [content it rained].", "reported"),
    ("A ministry clerk left. [source The source] [cue said] [content it rained].", "certain"),
    ("A source at the port left. [source The source] [cue said] [content it rained].", "reported"),
    ("[source Everyone] [cue says] [content it rained].", "certain"),
    ("[content The song] [cue was portrayed as] [content an ode to the coast].", "reported"),
    ("[content The nurses] [cue were told] [content that it rained].", "certain"),
    ("[source She] [cue said] [content she doesn’t expect him to come].", "probable"),
    ("[source She] [cue said] [content she was confident that it rained].", "probable"),
]


@pytest.mark.parametrize(("marked", "certainty", "hedges"), [*NO_HEDGE, *HEDGED, *ASIDE, *CLAUSES])
def test_hedges(marked: str, certainty: str, hedges: list[str]) -> None:
    statement = judged(marked)[0]
    assert (statement.certainty.value.value, words_under(statement, marked, "certainty")) == (certainty, hedges)


@pytest.mark.parametrize(("marked", "certainty"), [*TARGETS, *SOURCES])
def test_certainty(marked: str, certainty: str) -> None:
    assert judged(marked)[0].certainty.value.value == certainty
