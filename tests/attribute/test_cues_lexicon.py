"""The data of the cue rules: whole, valid, and refused with clear words where it is not."""

from __future__ import annotations

import pytest

from allegedly.attribute.lexicon import ING, PARTICIPLE, PAST, THIRD, Lexicon
from allegedly.attribute.tables import rows, strings, table, text
from allegedly.errors import LanguageError
from allegedly.languages import load_language
from allegedly.languages.inflection import inflect
from allegedly.model import Certainty, Kind

LEXICON = Lexicon.of(load_language("en"))
TAKES = {"quote", "that", "clause", "wh", "noun", "to", "person", "noun-quoted"}


def forms(word: str) -> dict[str, int]:
    return {" ".join((verb.lemma, *verb.rest)): bits for verb, bits in LEXICON.verbs.get(word, ())}


@pytest.mark.parametrize(
    ("word", "lemma", "bits"),
    [
        ("denies", "deny", THIRD),
        ("denied", "deny", PAST | PARTICIPLE),
        ("admitting", "admit", ING),
        ("said", "say", PAST | PARTICIPLE),
        ("written", "write", PARTICIPLE),
        ("swore", "swear", PAST),
        ("urging", "urge", ING),
        ("disagreed", "disagree", PAST | PARTICIPLE),
    ],
)
def test_forms_lead_to_their_verb(word: str, lemma: str, bits: int) -> None:
    assert forms(word)[lemma] == bits


def test_the_longest_cue_of_a_form_stands_first() -> None:
    for held in LEXICON.verbs.values():
        lengths = [len(verb.rest) for verb, _ in held]
        assert lengths == sorted(lengths, reverse=True)


def test_what_cues_take_and_mean_is_known() -> None:
    verbs = {verb for held in LEXICON.verbs.values() for verb, _ in held}
    assert len(verbs) > 500
    for verb in verbs:
        assert verb.takes <= TAKES
        assert verb.meaning.kind in Kind
        assert verb.meaning.certainty in Certainty


def test_regular_forms_follow_the_spelling() -> None:
    assert inflect("carry", frozenset(), {}).third == "carries"
    assert inflect("stress", frozenset(), {}).third == "stresses"
    assert inflect("decree", frozenset(), {}).ing == "decreeing"
    assert inflect("argue", frozenset(), {}).ing == "arguing"
    assert inflect("imply", frozenset(), {}).past == "implied"
    assert inflect("say", frozenset(), {}).third == "says"


@pytest.mark.parametrize("read", [table, rows, strings, text])
def test_malformed_data_is_named(read: object) -> None:
    assert callable(read)
    with pytest.raises(LanguageError, match="'verbs'"):
        read({"verbs": 1}, "verbs")
