"""The closed classes of words that clauses are told by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import strings, table
from allegedly.languages import Language

_BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "wasn't", "weren't", "isn't", "aren't", "got")
)


@dataclass(frozen=True, slots=True)
class ClauseRules:
    """Closed classes of words, in small letters (see grammar.toml)."""

    auxiliary: frozenset[str]
    being: frozenset[str]
    adverb: frozenset[str]
    not_adverb: frozenset[str]
    preposition: frozenset[str]
    joining: frozenset[str]
    subordinator: frozenset[str]
    relative: frozenset[str]
    conjunction: frozenset[str]
    determiner: frozenset[str]
    time: frozenset[str]
    time_opener: frozenset[str]
    nominative: frozenset[str]
    finite: frozenset[str]
    telling: frozenset[str]


@cache
def load_clauses(language: Language) -> ClauseRules:
    """The closed classes of a language. Raises `LanguageError` where its data is malformed."""
    classes = table(language.table("grammar"), "classes")

    def words(*keys: str) -> frozenset[str]:
        return frozenset(word for key in keys for word in strings(classes, key))

    return ClauseRules(
        auxiliary=words("auxiliary", "contracted"),
        being=words("being") | _BE,
        adverb=words("adverb"),
        not_adverb=words("not_adverb"),
        preposition=words("preposition"),
        joining=words("joining"),
        subordinator=words("subordinator") - {"as", "so", "than", "even"},
        relative=words("relative"),
        conjunction=words("conjunction") - {"so", "yet"},
        determiner=words("determiner", "possessive"),
        time=words("time"),
        time_opener=words("time_opener"),
        nominative=words("nominative"),
        finite=words("finite"),
        telling=frozenset(strings(language.table("events"), "telling")),
    )
