"""A statement in the words in which a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.marked import parse_marked
from tests.samples import make_article, make_statement

from allegedly.export.wording import line_of, says, tally
from allegedly.model import Judgement, Span, Speaker, SpeakerKind, Statement


def said(marked: str, medium: str | None) -> tuple[Statement, str]:
    text, (attribution,) = parse_marked(marked)
    statement = make_statement(make_article(text), attribution)
    if medium is None:
        return statement, text
    start = text.find(medium)
    evidence = (Span(start, start + len(medium)),) if start >= 0 else ()
    return replace(statement, medium=Judgement(medium, evidence)), text


@pytest.mark.parametrize(
    ("marked", "medium", "words"),
    [
        ("[content It is shut], [source she] [cue wrote] on Telegram.", "Telegram", "wrote, on Telegram"),
        ("[content It is shut], [source she] [cue wrote on Telegram].", "Telegram", "wrote on Telegram"),
        ("[content It is shut], [source she] [cue wrote on] X.", "X", "wrote on X"),
        ("In a statement, [source she] [cue said] [content it was shut].", "a statement", "said, via a statement"),
        ("[source She] [cue tweeted] [content it was shut].", "Twitter", "tweeted, via Twitter"),
        ("[source She] [cue told] reporters [content it was shut].", "to reporters", "told, to reporters"),
        ("[source She] [cue said] [content it was shut].", None, "said"),
        ("[source SHE][cue :] [content It is shut.]", None, ":"),
    ],
)
def test_the_cue_and_what_it_was_said_through(marked: str, medium: str | None, words: str) -> None:
    statement, text = said(marked, medium)
    assert says(statement, text) == words


def test_without_the_article_no_word_is_made_up_for_what_leads_to_the_medium() -> None:
    statement, _ = said("[content It is shut], [source she] [cue wrote] on Telegram.", "Telegram")
    assert says(statement) == "wrote, via Telegram"


def test_each_of_those_who_speak_together_is_a_source() -> None:
    first, text = said("[source Anna Bell and Peter Dorn] [cue said] [content it was shut].", None)
    members = tuple(Speaker(name, SpeakerKind.NAMED_PERSON) for name in ("Anna Bell", "Peter Dorn"))
    joint = replace(first, speaker=Speaker("Anna Bell and Peter Dorn", SpeakerKind.NAMED_PERSON, members=members))
    alone = replace(first, speaker=members[1])
    assert tally([line_of(1, joint, text=text), line_of(2, alone, text=text)]) == "2 statements, 2 sources"
