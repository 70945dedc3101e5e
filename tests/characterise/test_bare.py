"""Bare statements: the article's own sentences that carry a figure, an event or a hedge."""

from __future__ import annotations

from tests.judged import judged

from allegedly.model import Certainty, Manner, SpeakerKind, Statement


def bare(marked: str) -> list[Statement]:
    return [statement for statement in judged(marked) if statement.manner.value is Manner.BARE]


def test_a_sentence_with_a_figure_an_event_or_a_hedge_becomes_a_statement_of_the_author() -> None:
    found = bare("At least 12 people were hurt. French troops shelled Mali. The fire had reportedly been set. The day was fine.")
    assert [statement.words for statement in found] == [
        "At least 12 people were hurt",
        "French troops shelled Mali",
        "The fire had reportedly been set",
    ]
    for statement in found:
        assert not statement.attribution.source
        assert not statement.attribution.cue
        assert statement.speaker is not None
        assert statement.speaker.kind is SpeakerKind.AUTHOR
        assert statement.speaker.name is None
    assert [statement.certainty.value for statement in found] == [Certainty.CERTAIN, Certainty.CERTAIN, Certainty.REPORTED]


def test_a_sentence_that_somebody_says_gives_none() -> None:
    assert not bare("[source The mayor] [cue said] [content at least 12 people were hurt].")


def test_the_part_that_nobody_says_gives_one() -> None:
    marked = "The bridge, where at least 12 people were hurt on Sunday by a fall, is safe, [cue said] [source Bell]."
    marked = marked.replace("is safe", "[content is safe]")
    (statement,) = bare(marked)
    assert statement.words == "The bridge, where at least 12 people were hurt on Sunday by a fall"
    assert statement.figures


def test_quoted_words_are_nobodys_own() -> None:
    assert not bare("“At least 12 people were hurt on that day.”")


def test_a_headline_gives_none() -> None:
    from tests.samples import make_article

    from allegedly.characterise import characterise
    from allegedly.languages import load_language
    from allegedly.model import Block, BlockKind, Origin, Span
    from allegedly.segment import segment

    text = "At least 12 people hurt in fire"
    article = make_article(text, Origin(name="a"))
    object.__setattr__(article, "blocks", (Block(BlockKind.HEADLINE, Span(0, len(text))),))
    language = load_language("en")
    assert characterise(article, segment(article, language), (), (), language) == ()


def test_an_article_in_which_nobody_speaks_has_bare_statements_alone() -> None:
    assert [statement.manner.value for statement in judged("Police arrested 40 Kenyan students.")] == [Manner.BARE]
