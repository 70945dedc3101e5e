"""Pronouns weighed by the scores of whoever read the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.marked import parse_marked
from tests.samples import make_article

from allegedly.languages import load_language
from allegedly.model import Attribution, Predicate, Span, Speaker
from allegedly.resolve import resolve
from allegedly.segment import segment

NEVER = float("-inf")


class Told:
    """Scores that are told: log-odds by the words of a candidate; everybody else is never meant."""

    def __init__(self, text: str, odds: Mapping[str, float]) -> None:
        self.text, self.odds = text, odds
        self.asked: list[tuple[str, str]] = []

    def antecedents(self, pairs: Sequence[tuple[Span, Span]]) -> Sequence[float]:
        self.asked += [(pronoun.of(self.text), other.of(self.text)) for pronoun, other in pairs]
        return [self.odds.get(other.of(self.text), NEVER) for _, other in pairs]

    def predicates(self, within: Span) -> Sequence[Predicate]:
        return ()

    def words(self, spans: Sequence[Span]) -> Sequence[Predicate]:
        return ()


def told(marked: str, odds: Mapping[str, float]) -> tuple[Sequence[Speaker | None], Told]:
    """The speakers of a marked text under these scores."""
    text, attributions = parse_marked(marked)
    article, language = make_article(text), load_language("en")
    scores = Told(text, odds)
    return resolve(article, segment(article, language), attributions, language, scores=scores), scores


TWO = "Peter Dorn met Paul Mirren. [source He] [cue said] [content no]."


@pytest.mark.parametrize("name", ["Peter Dorn", "Paul Mirren"])
def test_whom_the_scores_believe_is_meant(name: str) -> None:
    (speaker,), _ = told(TWO, {name: 5.0})
    assert speaker is not None
    assert (speaker.name, speaker.candidates) == (name, ())
    assert speaker.confidence > 0.9


def test_where_no_one_leads_the_likeliest_come_first() -> None:
    (speaker,), _ = told(TWO, {"Peter Dorn": 2.0, "Paul Mirren": 2.3})
    assert speaker is not None
    assert (speaker.name, speaker.candidates) == (None, ("Paul Mirren", "Peter Dorn"))


def test_where_nobody_is_believed_nobody_is_named() -> None:
    (speaker,), _ = told(TWO, {"Peter Dorn": -6.0, "Paul Mirren": -6.0})
    assert speaker is not None
    assert speaker.name is None


def test_the_evidence_is_the_mention_that_is_believed() -> None:
    (speaker,), scores = told("Peter Dorn met Paul Mirren. Dorn left. [source He] [cue said] [content no].", {"Dorn": 5.0})
    assert speaker is not None
    assert [span.of(scores.text) for span in speaker.evidence] == ["Dorn", "He"]
    assert speaker.name == "Peter Dorn"


def test_a_pronoun_before_hands_on_whom_it_means() -> None:
    marked = (
        "Peter Dorn met Paul Mirren. [source:a He] [cue:a said] [content:a no]. " + "It rained all day in the town. " * 30
    ) + "[source:b He] [cue:b added] [content:b yes]."
    near = marked.replace("It rained all day in the town. " * 30, "")
    (first, second), scores = told(near, {"Paul Mirren": 5.0, "He": 7.0})
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("Paul Mirren", "Paul Mirren")
    assert ("He", "He") in scores.asked
    _, scores = told(marked, {"Paul Mirren": 5.0, "He": 7.0})
    assert ("He", "He") not in scores.asked  # too far apart to be asked


def test_only_whom_the_pronoun_fits_is_asked_about() -> None:
    (speaker,), scores = told("Mr. Peter Dorn met Mrs. Anna Bell. [source She] [cue said] [content no].", {"Anna Bell": 4.0})
    assert scores.asked == [("She", "Anna Bell")]
    assert speaker is not None
    assert speaker.name == "Anna Bell"


def test_a_first_name_of_the_other_gender_is_hardly_meant() -> None:
    (speaker,), _ = told(
        "Anna met Peter. Anna spoke to Peter. [source She] [cue said] [content no].", {"Anna": 2.0, "Peter": 3.0}
    )
    assert speaker is not None
    assert speaker.name == "Anna"


def test_who_speaks_the_words_is_not_the_he_in_them() -> None:
    marked = (
        "Paul Mirren left. [source:a Peter Dorn] [cue:a said]: [content:a “[source:b He] [cue:b told] me [content:b a story]”]."
    )
    (_, inner), _ = told(marked, {"Peter Dorn": 9.0, "Paul Mirren": 2.0})
    assert inner is not None
    assert inner.name == "Paul Mirren"


def test_someone_named_behind_in_the_same_sentence_may_be_meant() -> None:
    (speaker,), scores = told(
        "Before [source he] [cue said] [content no], Peter Dorn left. Paul Mirren came.", {"Peter Dorn": 4.0}
    )
    assert speaker is not None
    assert speaker.name == "Peter Dorn"
    assert ("he", "Paul Mirren") not in scores.asked


def test_sources_that_are_no_pronouns_ask_nothing() -> None:
    _, scores = told("[source Peter Dorn] [cue said] [content no]. [source His spokesman] [cue said] [content so too].", {})
    assert scores.asked == []


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["Peter Dorn", "Anna Bell", "he", "she", "the mayor", "left.", "said", "\n\n"]), max_size=60))
def test_confidences_are_chances(words: list[str]) -> None:
    text = " ".join(words) + " End."
    article, language = make_article(text), load_language("en")
    segments = segment(article, language)
    places = [span for span in segments.tokens if span.of(text) in ("he", "she")]
    attributions = [Attribution((place,), (), (place,)) for place in places]
    scores = Told(text, {"Peter Dorn": 1.0, "Anna Bell": 2.0, "he": 0.5, "the mayor": 60.0})
    for speaker in resolve(article, segments, attributions, language, scores=scores):
        assert speaker is not None
        assert 0.0 <= speaker.confidence <= 1.0


@pytest.mark.parametrize(("pronoun", "asked"), [("He", False), ("His", True)])
def test_a_sentence_that_opens_with_he_names_him_before(pronoun: str, asked: bool) -> None:
    _, scores = told(f"[source {pronoun}] [cue said] [content that Peter Dorn left].", {})
    assert ((pronoun, "Peter Dorn") in scores.asked) == asked
