"""Sentences of an article, without a model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.languages import Language
from allegedly.model import Span, Spans

_END = re.compile(
    r"(?:(?P<stops>\.(?:\s?\.){1,10}|…)[!?]{0,3}|[!?][.!?…]{0,10}|(?P<stop>\.)|(?P<full>[。！？｡]{1,10}))"
    r"(?P<close>(?:''|[\"'”’»›)\]}]){0,6})(?:(?=\s|[“‘«])|$|(?<=[。！？｡])|(?<=[a-z][.!?][\"”])(?=[A-Z]))"
)
_BEFORE = re.compile(r"(?:[^\W_]|[.&'’-])+$")
_AFTER = re.compile(r"\s*(?P<mark>(?:''|``|[\"'“”‘’«(\[—–-]\s*)*)(?P<word>[^\W_](?:[\w'’-]*\w)?|[^\s])?")
_REACH = 40


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations of a language; see its `abbreviations.toml`."""

    titles: frozenset[str]
    inner: frozenset[str]
    before_numbers: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]

    @staticmethod
    @cache
    def of(language: Language) -> Abbreviations:
        """The abbreviations of `language`."""
        keys = ("titles", "inner", "before_numbers", "either", "openers")
        return Abbreviations(*(language.words("abbreviations", key) for key in keys))


def find_sentences(text: str, paragraphs: Spans, language: Language) -> Spans:
    """The sentences of `text`, each inside one paragraph, with the closing marks after its last stop."""
    abbreviations = Abbreviations.of(language)
    found: list[Span] = []
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        for match in _END.finditer(text, start, end):
            if match.end() < end and match.end() > start and _breaks(text, match, start, end, abbreviations):
                found.append(Span(start, match.end()))
                start = match.end()
                while start < end and text[start].isspace():
                    start += 1
        if start < end:
            found.append(Span(start, end))
    return tuple(found)


def _breaks(text: str, match: re.Match[str], start: int, end: int, abbreviations: Abbreviations) -> bool:
    """Whether a sentence ends with this stop."""
    if match["full"]:
        return True
    after = _AFTER.match(text, match.end(), min(end, match.end() + 2 * _REACH))
    word = (after["word"] or "") if after else ""
    if not word:
        return False
    if word[0].islower() or word[0] in ",;:":
        return False
    if match["stop"]:
        return _stop_breaks(text, match, start, word, _quotes(after), abbreviations)
    if match["stops"]:
        return word[0].isalnum() and not word.startswith(("I'", "I’")) and word != "I"
    return True


def _quotes(after: re.Match[str] | None) -> bool:
    return after is not None and any(mark in "\"'“‘`«" for mark in after["mark"])


def _stop_breaks(text: str, match: re.Match[str], start: int, word: str, quoted: bool, abbreviations: Abbreviations) -> bool:
    at = match.start("stop")
    before = _BEFORE.search(text, max(start, at - _REACH), at)
    if before is None or match["close"]:
        return True
    last = before[0].rsplit("-", 1)[-1].lstrip("'’.")
    if last in abbreviations.titles or last in abbreviations.inner:
        return False
    if last in abbreviations.before_numbers and word[0].isdigit():
        return False
    if before.start() == start and last.isdigit() and len(last) < 3:
        return False
    if last in abbreviations.either or "." in last or (len(last) == 1 and last.isupper() and last != "I"):
        return word in abbreviations.openers or quoted
    return True
