"""How rare words are in news at large: numbers that ship with a language, so that two texts are compared as in any company."""

from __future__ import annotations

import math
import sys
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from zlib import crc32

from allegedly.errors import LanguageError
from allegedly.languages import Language

STEP = 16.0
"""Steps of a byte to the natural logarithm of one: `exp(255 / STEP)` articles are the most that can be written."""
_MAGIC = b"rarity1\n"
_UNSEEN = 1.5
"""In how many articles a word is thought to be that the data does not know: it keeps those of three articles or more."""


@lru_cache(200_000)
def mark(word: str) -> int:
    """32 bits that stand for a word, the same on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a word tells: the logarithm of how many articles there are to one that holds it, by the word's mark.

    `unseen`: how much a word tells that the data does not know.
    """

    weights: Mapping[int, float]
    unseen: float

    def of(self, word: str) -> float:
        """The weight of a stem; always above 0.

        >>> from allegedly.languages import load_language
        >>> rarity = load_rarity(load_language("en"))
        >>> rarity.of("ammonia") > rarity.of("flood") > rarity.of("report") > 0
        True
        """
        return self.weights.get(mark(word), self.unseen)

    def of_mark(self, number: int) -> float:
        """The weight of the word with this mark."""
        return self.weights.get(number, self.unseen)

    def sum(self, stems: Iterable[str]) -> float:
        """The weight of several stems."""
        return sum(self.of(word) for word in sorted(stems))


@cache
def load_rarity(language: Language) -> Rarity:
    """What `rarity.bin` says; where a language has none, every word tells as much as any other.

    Raises `LanguageError` where the file is malformed.
    """
    path = files("allegedly.languages").joinpath(language.code, "rarity.bin")
    return read_rarity(path.read_bytes(), f"languages/{language.code}/rarity.bin") if path.is_file() else Rarity({}, 1.0)


def write_rarity(articles: int, counts: Mapping[str, int]) -> bytes:
    """The bytes of `rarity.bin`: marks in ascending order and steps, so that no word can be read from them."""
    steps = {mark(word): min(255, round(STEP * math.log(count))) for word, count in counts.items()}
    marks = array("I", sorted(steps))
    if sys.byteorder == "big":
        marks.byteswap()
    head = _MAGIC + articles.to_bytes(4, "little") + len(steps).to_bytes(4, "little")
    return head + marks.tobytes() + bytes(steps[number] for number in sorted(steps))


def read_rarity(data: bytes, name: str) -> Rarity:
    """What `write_rarity` wrote. Raises `LanguageError` where it did not."""
    head = len(_MAGIC) + 8
    size = int.from_bytes(data[head - 4 : head], "little")
    if data[: len(_MAGIC)] != _MAGIC or len(data) != head + 5 * size:
        raise LanguageError(f"{name} is no table of rarity, or it is cut; reinstall allegedly")
    marks = array("I", data[head : head + 4 * size])
    if sys.byteorder == "big":
        marks.byteswap()
    articles = int.from_bytes(data[head - 8 : head - 4], "little")
    weight = [math.log(1.0 + articles / math.exp(step / STEP)) for step in range(256)]
    weights = {number: weight[step] for number, step in zip(marks, data[head + 4 * size :], strict=True)}
    return Rarity(weights, math.log(1.0 + articles / _UNSEEN))
