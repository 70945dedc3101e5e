"""The stretches that the antecedent head reads, and the scores that come of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import make_article

from allegedly.attribute.antecedents import BEFORE, BEHIND, LONGEST, PLACES, RANKS, STANDS, standing, stretches, weights
from allegedly.attribute.decoding import Floats
from allegedly.attribute.encoding import Ints
from allegedly.attribute.neural import NeuralTagger
from allegedly.attribute.scores import APART, NeuralScores
from allegedly.languages import load_language
from allegedly.model import Span
from allegedly.segment import segment


@pytest.fixture(scope="module")
def tagger() -> NeuralTagger:
    return NeuralTagger.load()


def scores_of(text: str, tagger: NeuralTagger) -> NeuralScores:
    article = make_article(text)
    return tagger.tagged(article, segment(article, load_language("en")))[1]


def span(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@given(st.lists(st.integers(0, 3000), unique=True, max_size=40), st.integers(0, 40))
def test_every_pronoun_lies_in_one_stretch_with_what_stands_before_it(starts: list[int], more: int) -> None:
    pronouns = [(start, start + 1) for start in sorted(starts)]
    count = (pronouns[-1][1] if pronouns else 0) + more
    found = stretches(pronouns, count)
    assert sorted(number for each in found for number in each.members) == list(range(len(pronouns)))
    for each in found:
        assert 0 <= each.low < each.high <= count
        assert each.high - each.low <= LONGEST
        for number in each.members:
            assert each.low <= pronouns[number][0]
            assert pronouns[number][1] <= each.high
        assert each.low <= max(0, pronouns[each.members[0]][0] - BEFORE)
        assert each.high >= min(count, pronouns[each.members[-1]][1] + BEHIND)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), min_size=1, max_size=9))
def test_weights_share_out_one_among_a_spans_pieces(spans: list[tuple[int, int]]) -> None:
    held = weights([(start, start + length) for start, length in spans], 0, 100)
    assert np.allclose(held.sum(1), 1.0)
    assert ((held > 0).sum(1) == [length for _, length in spans]).all()


def test_standing_stays_within_its_features(tagger: NeuralTagger) -> None:
    text = "Peter Dorn met “Paul Mirren”. \n\n" * 40 + "He left. " + "Anna Bell came. " * 20
    pieces = scores_of(text, tagger)._states.pieces
    at = int(np.searchsorted(pieces.start, text.index("He left")))
    held = standing(pieces, (at, at + 1), [(number, number + 2) for number in range(0, len(pieces) - 2, 3)])
    assert (held >= 0).all()
    assert (held.max(0) < (PLACES, STANDS, RANKS)).all()


def test_a_pair_has_the_same_score_whoever_else_is_asked_about_elsewhere(tagger: NeuralTagger) -> None:
    opening = "Peter Dorn came home. He said no. "
    text = opening + "It rained all day in the town and nobody came. " * 60 + "Anna Bell came home. She said no."
    scores = scores_of(text, tagger)
    first = (span(text, "He"), span(text, "Peter Dorn"))
    last = (span(text, "She"), span(text, "Anna Bell"))
    assert scores.antecedents([first, last]) == [*scores.antecedents([first]), *scores.antecedents([last])]


def test_those_too_far_apart_are_not_judged(tagger: NeuralTagger) -> None:
    text = "Peter Dorn came home. " + "It rained all day in the town and nobody came. " * 60 + "He said no."
    assert scores_of(text, tagger).antecedents([(span(text, "He"), span(text, "Peter Dorn"))]) == [APART]


def test_a_pair_across_two_windows_is_judged(tagger: NeuralTagger) -> None:
    for rain in range(12, 22):
        text = "It rained all day in the town and nobody came. " * rain + "Peter Dorn came home. He said no."
        (score,) = scores_of(text, tagger).antecedents([(span(text, "He"), span(text, "Peter Dorn"))])
        assert score > 0


def test_a_stretch_is_what_its_windows_saw(tagger: NeuralTagger) -> None:
    states = scores_of("It rained all day in the town and nobody came. " * 90, tagger)._states
    whole = states.stretch(0, len(states.pieces))
    assert len(whole) == len(states.pieces)
    assert len(states.windows) > 2
    for low, high in ((0, 5), (170, 300), (len(states.pieces) - 3, len(states.pieces))):
        assert (states.stretch(low, high) == whole[low:high]).all()


def test_scores_know_whom_a_plain_pronoun_means(tagger: NeuralTagger) -> None:
    text = "Peter Dorn, the mayor, thanked Anna Bell for her work. He said it had been hard."
    he, she = scores_of(text, tagger).antecedents(
        [(span(text, "He"), span(text, "Peter Dorn")), (span(text, "He"), span(text, "Anna Bell"))]
    )
    assert he > she


@pytest.mark.parametrize("text", ["", "\n", "…"])
def test_any_text_and_any_span_is_borne(text: str, tagger: NeuralTagger) -> None:
    assert len(scores_of(text, tagger).antecedents([(Span(0, 1), Span(1, 2))])) == 1
    assert scores_of(text, tagger).antecedents([]) == []


class Asked:
    """Heads that note what they are asked."""

    def __init__(self) -> None:
        self.features: list[Ints] = []

    def antecedents(self, states: Floats, weights: Floats, first: Ints, second: Ints, features: Ints) -> Floats:
        self.features.append(features)
        return np.zeros(len(first), dtype=np.float32)

    def factuality(self, middle: Floats, hidden: Floats) -> Floats:
        return np.zeros((middle.shape[0], 5), dtype=np.float32)


def test_nearness_is_counted_for_each_pronoun_apart(tagger: NeuralTagger) -> None:
    text = "Anna Bell met Ida Krog. She left. She came."
    heads = Asked()
    scores = NeuralScores(scores_of(text, tagger)._states, heads)
    names = [span(text, "Anna Bell"), span(text, "Ida Krog")]
    scores.antecedents([(span(text, "She", nth), name) for nth in (0, 1) for name in names])
    assert heads.features[0][:, 2].tolist() == [1, 0, 1, 0]
