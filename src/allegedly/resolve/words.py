"""The words of an article with their places, as names and roles are read from them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from allegedly.model import Segments, Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[A-Z]{1,2}&[A-Z]{1,2}\b|[DRI]-(?:[A-Z]\.){2,}|[^\W_]\w*(?:[’'\-]\w+)*")
_ASIDE = re.compile(r"\b(?P<last>[A-Z][\w'’-]{2,})(?P<aside> [^\n]{0,80}?\b(?P=last)(?=[A-Z“‘'\d])[^\n]{5,400}? MORE\b)")
"""Teasers that a page has run into a sentence behind a name: "Anna Bell Anna Maria BellBell wins Ten bridges to see MORE"."""
_ABBREVIATED = 4
"""Letters of a word whose full stop may be an abbreviation's."""
_JOINTS = frozenset((" ", "\u00a0", "-", "/", "'s ", "’s ", "' ", "’ ", "” ", " “", '" ', ' "', " ’s ", " 's "))
LEANING = ("-based", "-led", "-backed", "-funded", "-owned", "-run", "-controlled", "-affiliated", "-leaning", "-wing", "-linked")
"""How a word ends that tells where a body is or for whom it stands."""
_ASKED = 16_384
"""Words about which what is asked again and again is remembered."""
_FOR_OR_AGAINST = ("pro-", "anti-", "non-", "ex-")
_POSSESSIVE = ("'s", "’s", "'S", "’S")


class Words:
    """The words of a text in order. `texts` are without a possessive's ending, `possessive` tells where one stood."""

    def __init__(self, text: str, segments: Segments) -> None:
        self.text = text
        self._distinct: frozenset[str] | None = None
        self._before: dict[str, set[str]] | None = None
        found = _ASIDE.finditer(text) if " MORE" in text else ()
        self._asides = [Span(match.start("aside") + 1, match.end()) for match in found]
        self._read()
        self._sentences = [sentence.start for sentence in segments.sentences]
        self._paragraphs = [paragraph.start for paragraph in segments.paragraphs]

    def _read(self) -> None:
        """Finds the words, all at once; only those that end in "s" may have a possessive's ending to take off."""
        text, found = self.text, list(_WORD.finditer(self.text))
        texts = self.texts = [match.group() for match in found]
        starts = self.starts = [match.start() for match in found]
        ends = self.ends = [match.end() for match in found]
        possessive = self.possessive = [False] * len(found)
        parted: list[int] = []
        for at in [at for at, word in enumerate(texts) if word[-1] in "sS"]:
            word, end = texts[at], ends[at]
            alone = word == "s" and at > 0 and text[starts[at] - 2 : starts[at]] in (" ’", " '")
            if alone and ends[at - 1] == starts[at] - 2 and parted[-1:] != [at - 1]:
                possessive[at - 1] = True
                parted.append(at)
            elif word.endswith(_POSSESSIVE) and len(word) > 2:
                texts[at], ends[at], possessive[at] = word[:-2], end - 2, True
            elif word[-1] == "s" and text[end : end + 1] in "’'":
                possessive[at] = text[end : end + 2].strip("’'") == " "
        for at in reversed(parted):
            del texts[at], starts[at], ends[at], possessive[at]

    def __len__(self) -> int:
        return len(self.texts)

    def sentence(self, offset: int) -> int:
        """The number of the sentence at or before `offset`."""
        return bisect_right(self._sentences, offset) - 1

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at or before `offset`."""
        return bisect_right(self._paragraphs, offset) - 1

    def sentence_start(self, offset: int) -> int:
        """Where the sentence at or before `offset` begins."""
        number = self.sentence(offset)
        return self._sentences[number] if number >= 0 else 0

    def paragraph_starts(self) -> list[int]:
        """Where the paragraphs begin."""
        return self._paragraphs

    def opens_sentence(self, offset: int) -> bool:
        """Whether a sentence begins at `offset`, or right before it with a mark."""
        number = self.sentence(offset)
        return number < 0 or not any(map(str.isalnum, self.text[self._sentences[number] : offset]))

    def within(self, start: int, end: int) -> range:
        """The numbers of the words that begin in `[start, end)`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def gap(self, index: int) -> str:
        """What stands between the word before and this word."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else "\n"

    def aside(self, index: int) -> bool:
        """Whether this word stands in teasers that a page has run into its sentence."""
        if not self._asides or index >= len(self.starts):
            return False
        return any(span.start <= self.starts[index] < span.end for span in self._asides)

    def distinct(self) -> frozenset[str]:
        """Every word of the text once."""
        if self._distinct is None:
            self._distinct = frozenset(self.texts)
        return self._distinct

    def before(self, text: str) -> frozenset[str]:
        """The words in small letters that stand right before this one anywhere in the text."""
        if self._before is None:
            self._before = {}
            for at in range(1, len(self.texts)):
                if self.gap(at) == " ":
                    self._before.setdefault(self.texts[at], set()).add(self.texts[at - 1].lower())
        return frozenset(self._before.get(text, ()))

    def joined(self, index: int) -> bool:
        """Whether nothing but a blank, a hyphen or a possessive's ending parts this word from the one before."""
        gap = self.gap(index)
        if gap == ". ":
            before = self.texts[index - 1]
            return len(before) <= _ABBREVIATED and before[0].isupper()
        return gap in _JOINTS

    def span(self, first: int, last: int) -> Span:
        """From the first to the last of these words."""
        return Span(self.starts[first], self.ends[last])


@lru_cache(maxsize=_ASKED)
def capitalised(word: str) -> bool:
    """Whether the word begins with a capital, or with a small prefix before one.

    >>> [capitalised(word) for word in ("Anna", "al-Rashid", "said", "Дмитрий")]
    [True, True, False, True]
    """
    if word[0].isupper():
        return True
    hyphen = word.find("-", 1, 4)
    return hyphen > 0 and word[hyphen + 1 : hyphen + 2].isupper()


def from_capital(words: Words, first: int, last: int) -> int:
    """The word from `first` on with which a name begins that goes up to `last`: behind "embattled", "15-member",
    "pro-Norland"; `first` where somebody owns what is named.
    """
    at = first
    while at < last and (_small(words.texts[at]) or words.texts[at].startswith(_FOR_OR_AGAINST)):
        if words.possessive[at]:
            return first
        at += 1
    return at


def _small(word: str) -> bool:
    """Whether a word is no part of a name: one in small letters, "15-member"; but not "9th"."""
    if word.endswith(LEANING):
        return True
    return not any(map(str.isupper, word)) and (word[0].isalpha() or "-" in word)


@lru_cache(maxsize=_ASKED)
def contracted(word: str) -> bool:
    """Whether a verb has run together with the word: "I’m", "Don't"; never "O’Hara".

    >>> [contracted(word) for word in ("I’m", "Don't", "O’Hara", "Bell")]
    [True, True, False, False]
    """
    ending = word.replace("’", "'").rpartition("'")
    return bool(ending[1]) and ending[2].lower() in ("m", "ve", "d", "ll", "re", "t", "s")


@lru_cache(maxsize=_ASKED)
def singular(word: str) -> str:
    """An English noun without its plural ending, as far as the ending shows it.

    >>> [singular(word) for word in ("officials", "agencies", "spokeswomen", "press", "churches")]
    ['official', 'agency', 'spokeswoman', 'press', 'church']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
