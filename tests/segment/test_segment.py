"""Paragraphs, sentences and tokens, seen through `segment`."""

from __future__ import annotations

import pytest

from allegedly.languages.loader import Language
from allegedly.model import Article, Block, BlockKind, Capture, Origin, Segments, Span
from allegedly.segment import segment

ENGLISH = Language("en")


def article(text: str, *blocks: Span) -> Article:
    held = tuple(Block(BlockKind.PARAGRAPH, span) for span in blocks)
    return Article("0", text, held, "en", Origin(), Capture("", "", "test"))


def cut(text: str, *blocks: Span) -> Segments:
    return segment(article(text, *blocks), ENGLISH)


SENTENCES = [
    "The mayor spoke.|The council listened.",
    "Mr. Orlo met Dr. Ann B. Vesk on Jan. 3.|They talked.",
    "U.S. officials spoke in the U.S. Senate.|They left the U.S.|The talks failed.",
    "It rose 3.5 percent to $1.2 billion.|No. 3 on the list fell.",
    "He was born in St. Orlec, N.H. and lives there.|She is not.",
    "Is it over?|It is!|Really?!|Yes.",
    "“It is over.”|The crowd left.",
    "''It is over.''|The crowd left.",
    '"Is it over?" asked no one.|"It is."',
    "He paused... and went on.|He stopped ...|She left.",
    "Orlec Inc. said sales fell.|Vesk Corp.|It is shut.",
    "Sales rose, e.g. in Orlec, i.e. everywhere vs. Vesk.|Good.",
    "1. Open the door.",
    "He came at 5 p.m. Monday.|He left at 6 p.m.|He slept.",
    "这是一句。|那是一句！",
    "J. K. Vesk and A.B. Orlo wrote it.|They agreed.",
    "(He left.)|She stayed.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_where_they_should(marked: str) -> None:
    text = marked.replace("。|", "。").replace("|", " ")
    assert [span.of(text) for span in cut(text).sentences] == [part.strip() for part in marked.split("|")]


def test_paragraphs_are_lines_without_blank_ones() -> None:
    text = "One.\n\n  Two \r three\u2028four\n \t\n"
    assert [span.of(text) for span in cut(text).paragraphs] == ["One.", "Two", "three", "four"]


def test_a_block_is_a_paragraph_though_its_lines_are_wrapped() -> None:
    text = "A line\nand its rest.\n\nAnother."
    blocks = (Span(0, 20), Span(22, len(text)))
    assert [span.of(text) for span in cut(text, *blocks).paragraphs] == ["A line\nand its rest.", "Another."]
    assert len(cut(text, *blocks).sentences) == 2


def test_a_block_with_a_blank_line_is_two_paragraphs() -> None:
    text = "One.\n \nTwo."
    assert len(cut(text, Span(0, len(text))).paragraphs) == 2


TOKENS = [
    "The|mayor|'s|well-known|dog|didn't|bark|.",
    "Mr.|Orlo|paid|$|1,200.50|at|5:30|p.m.|on|Nov.|3|.",
    "U.S.|officials|,|the|voters|’|rights",
    "“|No|,|”|he|said|—|twice|.",
    "''|Yes|''|,|``|no|''|...|maybe",
    "80|%|of|2nd-floor|staff",
]


@pytest.mark.parametrize("marked", TOKENS)
def test_tokens(marked: str) -> None:
    text = marked.replace("|'s", "'s").replace("|", " ")
    assert [span.of(text) for span in cut(text).tokens] == marked.split("|")


def test_an_empty_text_has_no_segments() -> None:
    for text in ("", " \n\t\r\n", "\ufeff\u200b"):
        assert cut(text) == Segments((), (), (), ())


def test_the_language_has_the_lists_that_segmenting_reads() -> None:
    assert "Mr" in ENGLISH.words("abbreviations", "titles")
