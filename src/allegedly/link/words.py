"""The words of a sentence as they are compared: without endings, without words that carry no content, weighed by rarity."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.model import Segments, Span

_WORD = re.compile(r"[^\W_]++(?:[’'\-.][^\W_]++)*+")
_ENDINGS = ("ingly", "edly", "ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "ly", "es", "s", "e", "y")
_MOST = 200_000
_OF_A_PLACE = ("ians", "ian", "ans", "an", "ia", "a")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a language leaves out of a comparison, and which forms it takes for one."""

    empty: frozenset[str]
    forms: Mapping[str, str]
    negators: frozenset[str]
    not_negating: frozenset[str]
    passing: frozenset[str]
    deniers: frozenset[str]
    telling: frozenset[str]
    following: frozenset[str]
    measures: frozenset[str]
    months: frozenset[str]
    titles: frozenset[str]
    no_names: frozenset[str]
    seen: dict[str, Seen | None] = field(default_factory=dict, compare=False, repr=False, kw_only=True)
    """What words looked at before are compared by; `None`: they carry no content. Makes nothing but time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A form of a word: what it is compared by, whether it may name somebody, and whether it has a capital."""

    stem: str
    name: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: what it is compared by, and whether it begins with a capital inside a sentence (a name's word).

    `capital`: it has a capital, wherever it stands.
    """

    stem: str
    span: Span
    name: bool
    capital: bool = False


@cache
def load_wording(language: Language) -> Wording:
    """What `links.toml` and the closed classes of `grammar.toml` say. Raises `LanguageError` where they are malformed."""
    classes, forms = language.table("grammar").get("classes"), language.table("links").get("forms")
    if not isinstance(classes, dict) or not isinstance(forms, dict):
        raise LanguageError(f"languages/{language.code}: expected the tables classes (grammar.toml) and forms (links.toml)")
    empty = set(language.words("links", "empty"))
    for name in language.words("links", "closed"):
        listed = classes.get(name)
        if not isinstance(listed, list):
            raise LanguageError(f"languages/{language.code}/links.toml: closed names {name!r}, no class of grammar.toml")
        empty.update(str(word) for word in listed)
    meant = {form: form for form in forms}
    for form, others in forms.items():
        for other in others if isinstance(others, list) else []:
            meant[str(other)] = form
    keys = ("negators", "not_negating", "passing", "deniers", "telling", "following", "measures", "months", "titles", "no_names")
    return Wording(frozenset(empty), meant, *(language.words("links", key) for key in keys))


def stem(word: str, wording: Wording) -> str:
    """What a word is compared by: its form without endings; a people and its country are one.

    >>> from allegedly.languages import load_language
    >>> wording = load_wording(load_language("en"))
    >>> stem("Lutanian", wording) == stem("Lutania’s", wording), stem("warned", wording) == stem("warning", wording)
    (True, True)
    """
    plain = re.sub(r"[’']s?$", "", word)
    small = plain.lower()
    if small in wording.forms:
        return wording.forms[small]
    if plain[:1].isupper():
        for ending in _OF_A_PLACE:
            if small.endswith(ending) and len(small) - len(ending) >= 4:
                return small[: -len(ending)]
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= 3:
            return small[: -len(ending)]
    return small


def words_in(text: str, span: Span, wording: Wording) -> tuple[Word, ...]:
    """The words with content of `text` inside `span`, in order; numbers are left out."""
    found: list[Word] = []
    seen = wording.seen
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        try:
            form = seen[word]
        except KeyError:
            if len(seen) > _MOST:
                seen.clear()
            form = seen[word] = _look_at(word, wording)
        if form is not None:
            start, end = match.span()
            name = form.name and bool(text[span.start : start].strip("“\"'‘( \n\t-–—"))
            found.append(Word(form.stem, Span(start, end), name, form.capital))
    return tuple(found)


def _look_at(word: str, wording: Wording) -> Seen | None:
    small = re.sub(r"[’']s$", "", word.lower())
    if word[0].isdigit() or small in wording.empty or small in wording.negators:
        return None
    names = small not in wording.no_names
    capital = names and any(part[:1].isupper() for part in word.split("-"))
    return Seen(stem(word, wording), word[0].isupper() and names, capital)


class Weights:
    """How much a word tells: the rarer it is among the sentences given, the more."""

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        counts: Counter[str] = Counter()
        self._number = 0
        for stems in sentences:
            counts.update(set(stems))
            self._number += 1
        self._counts = counts

    def of(self, word: str) -> float:
        """The weight of a stem; always above 0."""
        return math.log(1.0 + (self._number + 1.0) / (self._counts[word] + 0.5))

    def sum(self, stems: Iterable[str]) -> float:
        """The weight of several stems."""
        return sum(self.of(word) for word in sorted(stems))


def alike(first: frozenset[str], second: frozenset[str], weights: Weights) -> float:
    """How alike two sets of stems are, from 0 to 1: the mean of what they share of both, and of the smaller one."""
    if not first or not second:
        return 0.0
    shared, one, other = weights.sum(first & second), weights.sum(first), weights.sum(second)
    both = 2.0 * shared / (one + other)
    least = min(len(first), len(second))
    trusted = 1.0 if least >= 3 else least / 3.0
    return 0.5 * both + 0.5 * trusted * shared / min(one, other)


def sentences_of(segments: Segments, start: int, end: int) -> tuple[Span, ...]:
    """The sentences that share a character with `[start, end)`."""
    spans = segments.sentences
    at = bisect_left(spans, start, key=lambda span: span.end)
    found: list[Span] = []
    while at < len(spans) and spans[at].start < end:
        if spans[at].end > start:
            found.append(spans[at])
        at += 1
    return tuple(found)
