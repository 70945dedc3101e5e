"""What the network reads of an article."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from allegedly.attribute.encoding import DISTANCES, RELATIONS, Pieces, distances, encode, owners, relations, windows
from allegedly.attribute.neural import MODELS
from allegedly.attribute.wordpiece import WordPiece


@pytest.fixture(scope="module")
def tokenizer() -> WordPiece:
    return WordPiece.read(MODELS / "en" / "tokenizer.json")


def pieces_of(text: str, tokenizer: WordPiece) -> Pieces:
    ends = [i + 1 for i, character in enumerate(text) if character == "."] or [len(text)]
    borders = list(zip([0, *ends[:-1]], ends, strict=True)) if text else []
    return encode(text, tokenizer, borders, [(0, len(text))] if text else [], [])


def test_offsets_are_code_points_of_the_text(tokenizer: WordPiece) -> None:
    text = "😀 Zoë “said” e\u0301tude — ―İstanbul"
    pieces = pieces_of(text, tokenizer)
    words = [text[a:b] for a, b in zip(pieces.start[pieces.first], pieces.end[pieces.first], strict=True)]
    assert words[:5] == ["😀", "Zoë", "“", "said", "”"]
    assert pieces.end.max() <= len(text)


def test_rare_dashes_are_read_as_common_ones(tokenizer: WordPiece) -> None:
    rare, common = pieces_of("“No.”\n\n― Ann Lee", tokenizer), pieces_of("“No.”\n\n— Ann Lee", tokenizer)
    assert rare.ids.tolist() == common.ids.tolist()
    assert rare.start.tolist() == common.start.tolist()


def test_quotation_feature_tells_marks_inside_and_reopening(tokenizer: WordPiece) -> None:
    text = "“No\n“Yes” he said"
    pieces = encode(text, tokenizer, [(0, 3), (4, 17)], [(0, 3), (4, 17)], [(0, 3, 0), (4, 9, 0)])
    assert pieces.quote.tolist() == [1, 3, 4, 2, 3, 0, 0]
    assert pieces.quotation.tolist() == [0, 0, 0, 0, 0, -1, -1]
    assert pieces.gap.tolist() == [3, 0, 3, 0, 0, 1, 1]


@pytest.mark.parametrize("text", ["", " ", "\0", "\u200b", "\n\n"])
def test_texts_without_words_have_no_pieces_or_few(text: str, tokenizer: WordPiece) -> None:
    pieces = pieces_of(text, tokenizer)
    assert len(pieces) <= 1
    assert windows(pieces, 60, 20) == ([(0, 1)] if len(pieces) else [])


@pytest.mark.parametrize("shift", [0, 7, 50])
@pytest.mark.parametrize("count", [1, 10, 59, 60, 61, 500])
def test_windows_cover_the_article_in_order(count: int, shift: int, tokenizer: WordPiece) -> None:
    pieces = pieces_of("one two three. " * (count // 4 + 1), tokenizer)
    found = windows(pieces, 60, 20, shift)
    assert found[0][0] == 0
    assert found[-1][1] == len(pieces)
    for (start, stop), (after, beyond) in pairwise(found):
        assert start < after < stop < beyond
        assert stop - start <= 60


def test_each_piece_has_one_owner_that_holds_it(tokenizer: WordPiece) -> None:
    pieces = pieces_of("one two three. " * 200, tokenizer)
    found = windows(pieces, 60, 20)
    numbers = owners(found, np.arange(len(pieces)))
    for place, number in enumerate(numbers.tolist()):
        start, stop = found[number]
        assert start <= place < stop
    assert (np.diff(numbers) >= 0).all()


def test_distances_and_relations_stay_within_their_tables(tokenizer: WordPiece) -> None:
    pieces = pieces_of("one two three. " * 100, tokenizer)
    assert distances(300, (150, 152)).min() == 0
    assert distances(300, (150, 152)).max() == DISTANCES - 1
    assert (distances(300, (150, 152))[150:152] == 0).all()
    found = relations(pieces, (0, 300), 150)
    assert found.min() >= 0
    assert found.max() < RELATIONS
