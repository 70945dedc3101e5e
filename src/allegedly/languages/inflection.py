"""The forms of a verb: exact rules of spelling, and a list for what has no rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_VOWELS = frozenset("aeiou")


class Forms(NamedTuple):
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


def inflect(lemma: str, doubled: frozenset[str], irregular: Mapping[str, Forms]) -> Forms:
    """The forms of `lemma`; `doubled`: lemmas whose last consonant doubles; `irregular`: forms that no rule gives.

    >>> inflect("deny", frozenset(), {})
    Forms(base='deny', third='denies', past='denied', participle='denied', ing='denying')
    >>> inflect("admit", frozenset({"admit"}), {}).ing
    'admitting'
    >>> inflect("agree", frozenset(), {})[2:]
    ('agreed', 'agreed', 'agreeing')
    """
    if lemma in irregular:
        return irregular[lemma]
    stem = lemma + lemma[-1] if lemma in doubled else lemma
    past = _past(lemma, stem)
    return Forms(lemma, _third(lemma), past, past, _ing(lemma, stem))


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return stem + "ed"


def _ing(lemma: str, stem: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return stem + "ing"
