"""Cuts text into the word pieces of BERT (uncased), with offsets into the text as it was given.

The vocabulary comes from a `tokenizer.json` as the package `tokenizers` writes it, and pieces, offsets and words are
those of that package, with two exceptions. Marks and punctuation that Unicode took in after its version 8 (2015) it
mostly reads as letters, this module as what Python's tables say; and this module leaves the few spacing marks that
canonical order moves (Batak and Balinese viramas among them) where the text has them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from allegedly.errors import ModelError

Ints = npt.NDArray[np.int64]
Row = tuple[int, int, int, int]
"""One piece: its number in the vocabulary, start, end, and 1 where it opens a word, else 0."""

CACHED = 1 << 15
"""The greatest number of runs that are remembered; then the memory begins anew."""
REMEMBERED = 40
"""The longest run that is remembered, in code points."""
SETTINGS: tuple[tuple[str, str, Sequence[object]], ...] = (
    ("normalizer", "type", ("BertNormalizer",)),
    ("normalizer", "clean_text", (True,)),
    ("normalizer", "handle_chinese_chars", (True,)),
    ("normalizer", "strip_accents", (None, True)),
    ("normalizer", "lowercase", (True,)),
    ("pre_tokenizer", "type", ("BertPreTokenizer",)),
    ("model", "type", ("WordPiece",)),
)
"""The settings that are understood (part, name, values); a file with others is refused."""
_RUN = re.compile(r"[^\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_MARKS = r"!-/:-@\[-`{-~"
_WORD = re.compile(rf"[{_MARKS}]|[^{_MARKS} ]+")
_CHINESE = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002b81f\U0002b920-\U0002ceaf\U0002f800-\U0002fa1f]"
)
_REMOVED = ("Cc", "Cf", "Co", "Cs")


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """The pieces of a text, one array each of equal length, in the order of the text."""

    ids: Ints
    start: Ints
    end: Ints
    word: Ints
    """Number of the word the piece belongs to, from 0."""


class Tokenizer(Protocol):
    """Whatever cuts a text into numbered pieces."""

    def encode(self, text: str) -> Coded:
        """The pieces of `text`; offsets are half-open, in code points of `text`."""


class WordPiece:
    """The `Tokenizer` of BERT: the longest piece of the vocabulary first, word by word."""

    def __init__(self, vocabulary: dict[str, int], added: dict[str, int], unknown: int, prefix: str, longest: int) -> None:
        self._heads = vocabulary
        self._tails = {piece[len(prefix) :]: number for piece, number in vocabulary.items() if piece.startswith(prefix)}
        self._reach = max(map(len, vocabulary), default=0)
        self._numbers, self._unknown, self._longest = added, unknown, longest
        self._added = re.compile("|".join(map(re.escape, sorted(added, key=len, reverse=True))) or "(?!)")
        self._seen: dict[str, bytes] = {}

    @classmethod
    def read(cls, path: Path) -> WordPiece:
        """The tokenizer of a `tokenizer.json`. Raises `ModelError` where it is none, or asks for what is not done here."""
        try:
            return cls.of(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, ModelError) as error:
            raise ModelError(f"{path} is no tokenizer that can be read here: {error}; reinstall allegedly") from error

    @classmethod
    def of(cls, settings: object) -> WordPiece:
        """The tokenizer of the value that a `tokenizer.json` holds; raises `ModelError` as `read` does."""
        whole = _table(settings, "the file")
        for part, name, values in SETTINGS:
            if (found := _table(whole.get(part), part).get(name)) not in values:
                raise ModelError(f"{part}.{name} is {found!r}, known is {values[-1]!r}")
        if whole.get("truncation") or whole.get("padding"):
            raise ModelError("truncation or padding is set, known is null")
        model = _table(whole["model"], "model")
        vocabulary = {piece: _number(number, piece) for piece, number in _table(model.get("vocab"), "model.vocab").items()}
        unknown, prefix = model.get("unk_token"), model.get("continuing_subword_prefix")
        if not (isinstance(unknown, str) and unknown in vocabulary and isinstance(prefix, str) and prefix):
            raise ModelError(f"model.unk_token is {unknown!r}, continuing_subword_prefix {prefix!r}; known are [UNK] and ##")
        longest = _number(model.get("max_input_chars_per_word"), "model.max_input_chars_per_word")
        return cls(vocabulary, _added(whole.get("added_tokens")), vocabulary[unknown], prefix, longest)

    def encode(self, text: str) -> Coded:
        """The pieces of `text`; a text gives the same whatever was read before."""
        starts, parts, seen = [], [], self._seen
        for run in _RUN.finditer(text):
            starts.append(run.start())
            parts.append(seen.get(run[0]) or self._remembered(run[0]))
        rows = np.frombuffer(b"".join(parts), dtype=np.int64).reshape(-1, 4)
        sizes = np.fromiter(map(len, parts), dtype=np.int64, count=len(parts)) // (4 * rows.itemsize)
        shift = np.repeat(np.array(starts, dtype=np.int64), sizes)
        return Coded(rows[:, 0].copy(), rows[:, 1] + shift, rows[:, 2] + shift, np.cumsum(rows[:, 3]) - 1)

    def _remembered(self, run: str) -> bytes:
        rows = np.array(list(self._rows(run)), dtype=np.int64).tobytes()
        if len(run) <= REMEMBERED:
            if len(self._seen) >= CACHED:
                self._seen.clear()
            self._seen[run] = rows
        return rows

    def _rows(self, run: str) -> Iterator[Row]:
        """The pieces of a run without blanks; tokens with a number of their own, such as [SEP], stand for themselves."""
        done = 0
        for match in self._added.finditer(run):
            yield from self._plain(run[done : match.start()], done)
            yield self._numbers[match[0]], match.start(), match.end(), 1
            done = match.end()
        yield from self._plain(run[done:], done)

    def _plain(self, run: str, shift: int) -> Iterator[Row]:
        simple = run.isascii() and run.isprintable()
        letters, places = (run.lower(), range(len(run))) if simple else normalised(run)
        for word in _WORD.finditer(letters):
            first = word.start()
            for number, start, end in self._pieces(word[0]):
                yield number, shift + places[first + start], shift + places[first + end - 1] + 1, int(start == 0)

    def _pieces(self, word: str) -> list[tuple[int, int, int]]:
        """The pieces of a word with their borders in it; the unknown piece where they do not cover it."""
        size, start, known = len(word), 0, self._heads
        found: list[tuple[int, int, int]] = []
        while size <= self._longest and start < size:
            ends = range(min(size, start + self._reach), start, -1)
            if not (end := next((end for end in ends if word[start:end] in known), 0)):
                break
            found.append((known[word[start:end]], start, end))
            start, known = end, self._tails
        return found if start == size else [(self._unknown, 0, size)]


def normalised(run: str) -> tuple[str, Sequence[int]]:
    """A run in small letters without accents and control characters, and the place in it that each letter comes from.

    Blanks part Chinese characters and marks beyond ASCII from what stands beside them.

    >>> normalised("Zo\\u00eb\\u200b\\u2019s")
    ('zoe \u2019 s', [0, 1, 2, 4, 4, 4, 5])
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(run):
        if character == "\ufffd" or unicodedata.category(character) in _REMOVED:
            continue
        alone = _CHINESE.match(character) is not None
        for letter in unicodedata.normalize("NFD", character):
            kind = unicodedata.category(letter)
            if kind == "Mn":
                continue
            apart = alone or (kind[0] == "P" and letter > "\x7f")
            made = f" {letter.lower()} " if apart else letter.lower()
            letters.append(made)
            places.extend([place] * len(made))
    return "".join(letters), places


def _table(value: object, name: str) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise ModelError(f"{name} is {type(value).__name__}, expected a table of settings")


def _number(value: object, name: str) -> int:
    if isinstance(value, int) and value >= 0:
        return value
    raise ModelError(f"{name} is {value!r}, expected a number from 0")


def _added(value: object) -> dict[str, int]:
    """The tokens that stand for themselves wherever the text holds them."""
    found: dict[str, int] = {}
    for token in [_table(each, "added_tokens") for each in (value if isinstance(value, list) else [])]:
        content, asked = token.get("content"), [token.get(name) for name in ("single_word", "lstrip", "rstrip", "normalized")]
        if any(asked) or not isinstance(content, str) or not _RUN.fullmatch(content):
            raise ModelError(f"added_tokens holds {content!r} with settings that are not known")
        found[content] = _number(token.get("id"), content)
    return found
