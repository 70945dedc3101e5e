"""From scores to label rows."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from allegedly.attribute.decoding import Thresholds, Words, best_rows, cue_candidates, roles_of, runs

SCORES = st.lists(st.lists(st.integers(-5, 5), min_size=5, max_size=5), min_size=1, max_size=5)


def allowed(row: tuple[int, ...]) -> bool:
    return all(label == 0 or label % 2 or before in (label - 1, label) for before, label in zip((0, *row), row, strict=False))


@given(SCORES)
def test_the_best_row_is_the_best_of_all_that_bio_allows(numbers: list[list[int]]) -> None:
    scores = np.array(numbers, dtype=np.float32)
    found = tuple(best_rows(scores[None])[0].tolist())
    assert allowed(found)

    def total(row: tuple[int, ...]) -> float:
        return float(sum(scores[place, label] for place, label in enumerate(row)))

    assert total(found) == max(total(row) for row in product(range(5), repeat=len(numbers)) if allowed(row))


@given(st.lists(SCORES, min_size=1, max_size=3))
def test_company_changes_nothing(windows: list[list[list[int]]]) -> None:
    scores = [np.array(each, dtype=np.float32) for each in windows]
    words = [Words(np.arange(len(each)), np.arange(1, len(each) + 1)) for each in windows]
    together = roles_of(scores, words, Thresholds()), cue_candidates(scores, words, 1.0)
    alone = [(roles_of([s], [w], Thresholds())[0], cue_candidates([s], [w], 1.0)[0]) for s, w in zip(scores, words, strict=True)]
    assert list(zip(*together, strict=True)) == alone


def test_runs_begin_at_their_b() -> None:
    assert runs(np.array([3, 4, 1, 2, 1])) == [(1, 0, 2), (0, 2, 4), (0, 4, 5)]


def test_nothing_gives_nothing() -> None:
    assert roles_of([], [], Thresholds()) == []
    assert cue_candidates([], [], 1.0) == []
    assert best_rows(np.zeros((2, 0, 5), dtype=np.float32)).shape == (2, 0)
