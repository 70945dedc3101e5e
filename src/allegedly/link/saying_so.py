"""Whether a claim says that something is so, and does not suppose it, ask after it, or say that it is not."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from allegedly.languages import Language
from allegedly.link.assertions import Assertion
from allegedly.link.pointing import load_pointing
from allegedly.link.same_words import CLAIMS, says_not
from allegedly.link.words import load_wording, stem

_PARTS = re.compile(r"[,;:.]\s|\bbut\b")
_RAW = re.compile(r"[\w’'-]+")


def says_so(core: frozenset[str], claim: Assertion, language: Language) -> bool:
    """Whether a claim says what has the stems `core` to be so, as far as the words beside them tell.

    It does not where a part of the sentence that has such a word has a negator or a word of supposing, too.
    """
    return not core & _withdrawn(claim.end.words, language)


def is_supposed(claim: Assertion, language: Language) -> bool:
    """Whether a word of supposing opens what is said ("If they do not meet …")."""
    match = _supposing(language).search(claim.end.words)
    return match is not None and not _RAW.search(claim.end.words[: match.start()])


@lru_cache(CLAIMS)
def _withdrawn(words: str, language: Language) -> frozenset[str]:
    """The stems of those parts of a claim that are supposed, asked after, or said not to be so."""
    supposed = _supposing(language)
    if not says_not(words, language) and supposed.search(words) is None:
        return frozenset()
    wording = load_wording(language)
    parts = [part for part in _PARTS.split(words) if says_not(part, language) or supposed.search(part)]
    return frozenset(stem(word, wording) for part in parts for word in _RAW.findall(part))


@cache
def _supposing(language: Language) -> re.Pattern[str]:
    words = sorted(load_pointing(language).supposing, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|\?", re.IGNORECASE)
