"""How surely a content is presented, and on which hedges that stands."""

import pytest
from tests.judged import judged, words_under

CERTAINTIES = [
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
    ("[source She] [cue claimed] [content it rained].", "alleged", ["claimed"]),
    ("[source She] [cue claimed] [content it might rain].", "alleged", ["claimed", "might"]),
    ("[source The army] has reportedly [cue told] [content its men to leave].", "reported", ["reportedly"]),
    ("[cue Reports] [content that it rained] came in.", "reported", ["Reports"]),
    ("[source Reports] [cue indicate] [content that it rained].", "reported", ["indicate"]),
    ("[source The Orlec Institute] [cue found] [content that it rained].", "certain", []),
    ("[cue According to] [source the mayor], [content it rained].", "certain", []),
    ("[source She] [cue hinted] [content that it rained].", "possible", ["hinted"]),
    ("[source She] [cue asked] [content whether it rained].", "underspecified", ["asked"]),
    ("[source She] [cue knows] [content whether it rained].", "underspecified", ["wh"]),
    ("[source She] [cue declined to comment] [content on the rain].", "underspecified", ["declined to comment"]),
    ("[source She] [cue denied] [content the reports].", "certain", []),
    ("[cue concerns] [content about the march] grew.", "certain", []),
]


@pytest.mark.parametrize(("marked", "certainty", "hedges"), CERTAINTIES)
def test_certainty(marked: str, certainty: str, hedges: list[str]) -> None:
    statement = judged(marked)[0]
    assert statement.certainty.value.value == certainty
    assert words_under(statement, marked, "certainty") == hedges


def test_a_hedge_in_a_nested_statement_is_that_ones_alone() -> None:
    marked = (
        "[content:a [source:b The army] has reportedly [cue:b told] its men [content:b that the bridge has allegedly fallen]], "
        "[cue:a according to] [source:a two officials]."
    )
    outer, inner = judged(marked)
    if outer.parent is not None:
        outer, inner = inner, outer
    assert inner.parent == outer.id
    assert (outer.certainty.value.value, words_under(outer, marked, "certainty")) == ("reported", ["reportedly"])
    assert (inner.certainty.value.value, words_under(inner, marked, "certainty")) == ("alleged", ["reportedly", "allegedly"])


@pytest.mark.parametrize(("content", "whose"), [("he had allegedly left", "author"), ("he may have left", "source")])
def test_a_hedge_is_the_authors_or_the_sources(content: str, whose: str) -> None:
    statement = judged(f"[source She] [cue said] [content {content}].")[0]
    assert statement.certainty.rule == f"hedge of the {whose}"
