"""The cutting of a text into the word pieces of BERT."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.attribute.neural import MODELS
from allegedly.attribute.wordpiece import CACHED, Coded, WordPiece
from allegedly.errors import ModelError

FILE = MODELS / "en" / "tokenizer.json"
PIECES = [
    "[UNK]",
    "[SEP]",
    "a",
    "an",
    "##n",
    "##na",
    "e",
    "##e",
    "cafe",
    "##s",
    "'",
    "’",
    "i",
    "中",
    "文",
    "ᄒ",
    "##ᅡ",
    "σ",
    "=",
    "ß",
]
SETTINGS = {
    "truncation": None,
    "padding": None,
    "added_tokens": [{"id": 1, "content": "[SEP]", "single_word": False, "lstrip": False, "rstrip": False, "normalized": False}],
    "normalizer": {
        "type": "BertNormalizer",
        "clean_text": True,
        "handle_chinese_chars": True,
        "strip_accents": None,
        "lowercase": True,
    },
    "pre_tokenizer": {"type": "BertPreTokenizer"},
    "model": {
        "type": "WordPiece",
        "unk_token": "[UNK]",
        "continuing_subword_prefix": "##",
        "max_input_chars_per_word": 10,
        "vocab": {piece: number for number, piece in enumerate(PIECES)},
    },
}
SMALL = WordPiece.of(SETTINGS)
SHIPPED = WordPiece.read(FILE)
SCRIPTS = [(0, 0x52F), (0x1E00, 0x2BFF), (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xACFF), (0xFB00, 0xFB06), (0xFF00, 0xFF5E)]
LETTERS = [chr(number) for low, high in [*SCRIPTS, (0x1F300, 0x1F6FF)] for number in range(low, high + 1)]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(LETTERS),
        st.sampled_from(["[SEP]", "[UNK]", "[", " ", "\n", "\u0301", "\u0327", "\u200b", "\0", "\ufffd", "İ", "said", "ing"]),
    )
).map("".join)


def shown(coded: Coded) -> list[tuple[int, int, int, int]]:
    return list(zip(coded.ids.tolist(), coded.start.tolist(), coded.end.tolist(), coded.word.tolist(), strict=True))


def cut(text: str) -> list[tuple[str, int, int, int]]:
    return [(PIECES[number], start, end, word) for number, start, end, word in shown(SMALL.encode(text))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \t\n\u2028", []),
        ("An  a", [("an", 0, 2, 0), ("a", 4, 5, 1)]),
        ("anna", [("an", 0, 2, 0), ("##na", 2, 4, 0)]),
        ("ax", [("[UNK]", 0, 2, 0)]),
        ("an's", [("an", 0, 2, 0), ("'", 2, 3, 1), ("[UNK]", 3, 4, 2)]),
        ("an’a", [("an", 0, 2, 0), ("’", 2, 3, 1), ("a", 3, 4, 2)]),
        ("cafe\u0301s", [("cafe", 0, 4, 0), ("##s", 5, 6, 0)]),
        ("CAFÉs", [("cafe", 0, 4, 0), ("##s", 4, 5, 0)]),
        ("\u0301a", [("a", 1, 2, 0)]),
        ("a\u200bn a\0n", [("an", 0, 3, 0), ("an", 4, 7, 1)]),
        ("a\x0bn\ufffd", [("an", 0, 3, 0)]),
        ("İ", [("i", 0, 1, 0)]),
        ("ẞ ß", [("ß", 0, 1, 0), ("ß", 2, 3, 1)]),
        ("Σ", [("σ", 0, 1, 0)]),
        ("中文a", [("中", 0, 1, 0), ("文", 1, 2, 1), ("a", 2, 3, 2)]),
        ("하", [("ᄒ", 0, 1, 0), ("##ᅡ", 0, 1, 0)]),
        ("a≠a", [("a", 0, 1, 0), ("=", 1, 2, 1), ("a", 2, 3, 2)]),
        ("a[SEP]a", [("a", 0, 1, 0), ("[SEP]", 1, 6, 1), ("a", 6, 7, 2)]),
        ("😀 a", [("[UNK]", 0, 1, 0), ("a", 2, 3, 1)]),
        ("a\ud800n", [("an", 0, 3, 0)]),
        ("an" + "n" * 8, [("an", 0, 2, 0), *[("##n", i, i + 1, 0) for i in range(2, 10)]]),
        ("an" + "n" * 9, [("[UNK]", 0, 11, 0)]),
    ],
)
def test_pieces_their_offsets_and_their_words(text: str, pieces: list[tuple[str, int, int, int]]) -> None:
    assert cut(text) == pieces
    assert cut(text) == pieces, "what is remembered is what was found"


@given(TEXTS)
def test_pieces_stand_in_order_and_hold_no_blank(text: str) -> None:
    found = shown(SHIPPED.encode(text))
    for (_, start, end, word), (_, after, beyond, following) in pairwise(found):
        assert start <= after
        assert end <= beyond
        assert following - word in (0, 1)
    assert all(start < end <= len(text) and not set(text[start:end]) & set(" \t\n") for _, start, end, _ in found)


def test_the_package_tokenizers_finds_the_same() -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="the package tokenizers, to compare with, is not installed")
    other = tokenizers.Tokenizer.from_file(str(FILE))

    @settings(max_examples=300)
    @given(TEXTS)
    def compare(text: str) -> None:
        ours, theirs = SHIPPED.encode(text), other.encode(text, add_special_tokens=False)
        assert ours.ids.tolist() == theirs.ids
        assert list(zip(ours.start.tolist(), ours.end.tolist(), strict=True)) == theirs.offsets
        assert ours.word.tolist() == theirs.word_ids

    compare()


def test_long_words_and_many_words_take_linear_time() -> None:
    before = time.process_time()
    assert len(SHIPPED.encode("a" * 200_000).ids) == 1
    assert len(SHIPPED.encode("é" * 200_000).ids) == 1
    assert len(SHIPPED.encode("中" * 200_000).ids) == 200_000
    assert len(SHIPPED.encode(" ".join(map(str, range(CACHED + 1000)))).start) > CACHED
    assert time.process_time() - before < 20


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("normalizer", "lowercase", False),
        ("normalizer", "strip_accents", False),
        ("normalizer", "type", "NFKC"),
        ("pre_tokenizer", "type", "Whitespace"),
        ("model", "type", "BPE"),
        ("model", "unk_token", "<unk>"),
        ("model", "continuing_subword_prefix", ""),
        ("model", "max_input_chars_per_word", "100"),
        ("model", "vocab", None),
    ],
)
def test_other_settings_are_refused(part: str, name: str, value: object) -> None:
    changed = json.loads(json.dumps(SETTINGS))
    changed[part][name] = value
    with pytest.raises(ModelError, match=name if name != "vocab" else "model.vocab"):
        WordPiece.of(changed)


@pytest.mark.parametrize(
    "change", [{"truncation": {"max_length": 9}}, {"added_tokens": [{"id": 1, "content": "a b"}]}, {"model": None}]
)
def test_other_parts_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ModelError, match=next(iter(change))):
        WordPiece.of({**SETTINGS, **change})


@pytest.mark.parametrize("content", ["", "[]", "{", "\ufeff{}"])
def test_a_file_that_is_no_tokenizer_is_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"tokenizer\.json is no tokenizer"):
        WordPiece.read(path)
