"""The words of an article as columns: what the cue rules look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from allegedly.attribute.lexicon import ADVERB, AUXILIARY, CUE, FINITE, MARK, NOT_ADVERB, NUMBER, TIME, VERBAL, Lexicon
from allegedly.model import Quotation, Segments, Span, Spans

_MARKS = frozenset(".,;:!?…()[]{}\"“”„«»‘’'`–—-―•*|/")
_TRIMMED = frozenset(".,;:–—-―--…")
_CLOSING = frozenset("\"”’'»)]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The tokens of an article, one entry a column each; `quote`: the number of the outer quotation a token lies in, or -1."""

    text: str
    start: list[int]
    end: list[int]
    lower: list[str]
    bits: list[int]
    capital: list[bool]
    quote: list[int]
    quotations: tuple[Quotation, ...]
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    lexicon: Lexicon

    def __len__(self) -> int:
        return len(self.start)

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` up to, not including, token `last`."""
        return Span(self.start[first], self.end[last - 1])

    def trimmed(self, first: int, last: int) -> Span | None:
        """The span of the tokens `[first, last)` without marks of punctuation at its ends; quotation marks stay."""
        while first < last and self.lower[first] in _TRIMMED:
            first += 1
        while last > first and self.lower[last - 1] in _TRIMMED:
            last -= 1
        return self.span(first, last) if last > first else None

    def at(self, offset: int) -> int:
        """The first token that starts at or after `offset`."""
        return bisect_left(self.start, offset)

    def sentence_number(self, place: int) -> int:
        """The number of the sentence that holds token `place`, or of the next one."""
        return _number(self.sentences, place)

    def paragraph_number(self, place: int) -> int:
        """The number of the paragraph that holds token `place`, or of the next one."""
        return _number(self.paragraphs, place)

    def follows(self, place: int, words: tuple[str, ...], limit: int) -> bool:
        """Whether `words` stand at token `place`, before `limit`."""
        return place + len(words) <= limit and all(self.lower[place + n] == word for n, word in enumerate(words))


def words_of_article(text: str, segments: Segments, lexicon: Lexicon) -> Words:
    """The columns of an article's tokens."""
    start = [token.start for token in segments.tokens]
    end = [token.end for token in segments.tokens]
    pieces = [text[a:b] for a, b in zip(start, end, strict=True)]
    lower = [piece.lower().replace("’", "'") if piece != "’" else piece for piece in pieces]
    known: dict[str, int] = {}
    bits = []
    for word in lower:
        held = known.get(word)
        if held is None:
            held = known[word] = _bits(word, lexicon)
        bits.append(held)
    outer = tuple(found for found in segments.quotations if found.depth == 0)
    quote = [-1] * len(start)
    for number, found in enumerate(outer):
        for fragment in found.fragments:
            first, last = bisect_left(start, fragment.start), bisect_left(start, fragment.end)
            quote[first:last] = [number] * (last - first)
    capital = [piece[0].isupper() for piece in pieces]
    for n, piece in enumerate(pieces):
        if capital[n] and bits[n] & (ADVERB | TIME) and _name_like(piece, lower[n], lexicon):
            bits[n] &= ~(ADVERB | TIME)
    return Words(
        text, start, end, lower, bits, capital, quote, outer, _ranges(start, segments.sentences),
        _ranges(start, segments.paragraphs), lexicon,
    )  # fmt: skip


def _name_like(piece: str, lower: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is a name though its small letters look like an adverb (Schlafly) or a time (USA TODAY)."""
    return lower not in lexicon.classes or (piece.isupper() and len(piece) > 3 and piece.isalpha())


def _number(ranges: list[tuple[int, int]], place: int) -> int:
    found = bisect_right(ranges, place, key=lambda pair: pair[0]) - 1
    return found if found >= 0 and place < ranges[found][1] else min(found + 1, len(ranges) - 1)


def _ranges(start: list[int], spans: Spans) -> list[tuple[int, int]]:
    return [(bisect_left(start, span.start), bisect_left(start, span.end)) for span in spans]


def _bits(word: str, lexicon: Lexicon) -> int:
    bits = lexicon.classes.get(word, 0)
    if word in _MARKS or not any(map(str.isalnum, word)):
        return bits | MARK
    if word[0].isdigit():
        return bits | NUMBER
    if word.endswith("ly") and len(word) > 4 and not bits & NOT_ADVERB:
        bits |= ADVERB
    if (word.endswith("ed") and len(word) > 3 and not word.endswith("eed")) or bits & (AUXILIARY | FINITE | CUE):
        bits |= VERBAL
    return bits
