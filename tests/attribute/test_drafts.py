"""What is done to a draft once its labels are read."""

from __future__ import annotations

import pytest

from allegedly.attribute.drafts import Draft, signed
from allegedly.attribute.encoding import Pieces
from allegedly.attribute.neural import MODELS, pieces_of_article
from allegedly.attribute.wordpiece import WordPiece
from allegedly.languages import load_language
from allegedly.model import Article, Capture, Origin
from allegedly.segment import segment

LETTERS = "Readers wrote:\n\n“A long night.”\n\n— Ann Lee\n\n“No.\n\n“Not again.”\n\n— Joe Roe\n\nIt rained.\n\n— Mia Poe"


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    article = Article("0" * 16, LETTERS, (), "en", Origin(), Capture("", "", "test"))
    tokenizer = WordPiece.read(MODELS / "en" / "tokenizer.json")
    return pieces_of_article(article, segment(article, load_language("en")), tokenizer)


def content_of(cue: str, pieces: Pieces) -> list[str]:
    """The content that the first piece of `cue` is given, the network having given it the first word of the text."""
    (first,) = [i for i, start in enumerate(pieces.start) if LETTERS.index(cue) == start]
    draft = signed(Draft((), (first, first + 1), ((0, 1),), 1.0, 1.0, 1.0, 1.0), pieces)
    return [LETTERS[pieces.start[a] : pieces.end[b - 1]] for a, b in draft.content]


def test_a_name_below_a_quotation_signs_it(pieces: Pieces) -> None:
    assert content_of("— Ann", pieces) == ["“A long night.”"]


def test_a_quotation_over_paragraphs_is_signed_whole(pieces: Pieces) -> None:
    assert content_of("— Joe", pieces) == ["“No.\n\n“Not again.”"]


def test_what_stands_in_no_marks_is_not_signed(pieces: Pieces) -> None:
    assert content_of("— Mia", pieces) == ["Readers"]


def test_words_at_the_start_of_a_paragraph_sign_nothing(pieces: Pieces) -> None:
    assert content_of("It rained", pieces) == ["Readers"]
