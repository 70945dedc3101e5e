"""MUC, B-cubed and CEAF-e: worked examples of the literature, and what has to hold of any clusters."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.evaluation.clusters import (
    Agreement,
    Cluster,
    ClusterScores,
    b_cubed,
    ceaf_e,
    muc,
    score_clusters,
    without_singletons,
)

KEY = [range(5), range(5, 7), range(7, 12)]
"""The key of Luo 2005, figure 1, and of Bagga and Baldwin 1998."""


def test_the_examples_of_luo() -> None:
    """The answers that Luo 2005 compares: clusters joined, all joined, all apart."""
    answers: dict[str, list[Cluster]] = {
        "joined the smaller": [range(5), range(5, 12)],
        "joined the larger": [[*range(5), *range(7, 12)], range(5, 7)],
        "all in one": [range(12)],
        "all apart": [[each] for each in range(12)],
    }
    wanted = {
        "joined the smaller": (0.947, 0.865, 0.733),
        "joined the larger": (0.947, 0.737, 0.667),
        "all in one": (0.900, 0.545, 0.294),
        "all apart": (0.0, 0.400, 0.178),
    }
    for name, answer in answers.items():
        scores = score_clusters(answer, KEY)
        assert (scores.muc.f1, scores.b_cubed.f1, scores.ceaf_e.f1) == pytest.approx(wanted[name], abs=0.0006), name


def test_the_example_of_vilain() -> None:
    """Vilain et al. 1995, section 3: links that are held by other mentions still hold the cluster together."""
    for found in (["ABC", "D"], ["AB", "CD"]):
        scores = muc(found, ["ABCD"])
        assert (scores.precision, scores.recall) == pytest.approx((1.0, 2 / 3))
        assert muc(["ABCD"], found).precision == pytest.approx(2 / 3)


def test_mentions_that_the_other_side_lacks_cost_as_pradhan_has_it() -> None:
    scores = score_clusters(["ab", "cd", "fghi"], ["abc", "defg"])
    assert scores.b_cubed.recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert scores.b_cubed.precision == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
    assert scores.conll == pytest.approx((scores.muc.f1 + scores.b_cubed.f1 + scores.ceaf_e.f1) / 3)


def test_no_clusters_score_nothing() -> None:
    assert score_clusters([], []) == ClusterScores(*[Agreement(0.0, 0.0)] * 3)
    assert Agreement(0.0, 0.0).f1 == 0.0


PARTITIONS = st.lists(st.integers(0, 4), min_size=1, max_size=9).map(
    lambda labels: [[place for place, label in enumerate(labels) if label == one] for one in sorted(set(labels))]
)


@given(PARTITIONS)
def test_the_gold_itself_is_perfect(gold: list[list[int]]) -> None:
    scores = score_clusters(gold, gold)
    linked = bool(without_singletons(gold))
    assert [scores.muc.f1, scores.b_cubed.f1, scores.ceaf_e.f1] == pytest.approx([float(linked), 1.0, 1.0])


@given(PARTITIONS, PARTITIONS)
def test_precision_of_one_is_recall_of_the_other_and_none_leaves_its_bounds(one: list[list[int]], other: list[list[int]]) -> None:
    for measure in (muc, b_cubed, ceaf_e):
        forth, back = measure(one, other), measure(other, one)
        assert (forth.precision, forth.recall) == pytest.approx((back.recall, back.precision))
        assert 0.0 <= forth.f1 <= 1.0 + 1e-12


@given(PARTITIONS, PARTITIONS)
def test_the_order_of_clusters_and_mentions_changes_nothing(one: list[list[int]], other: list[list[int]]) -> None:
    turned = [list(reversed(cluster)) for cluster in reversed(one)]
    first, second = score_clusters(one, other), score_clusters(turned, other)
    assert first.conll == pytest.approx(second.conll)


@given(PARTITIONS, PARTITIONS)
def test_ceaf_pairs_clusters_as_the_best_of_all_pairings_does(one: list[list[int]], other: list[list[int]]) -> None:
    less, more = sorted((one, other), key=len)
    best = max(
        sum(2 * len(set(mine) & set(theirs)) / (len(mine) + len(theirs)) for mine, theirs in zip(less, chosen, strict=True))
        for chosen in permutations(more, len(less))
    )
    assert ceaf_e(one, other).recall * len(other) == pytest.approx(best)


@given(PARTITIONS)
def test_joining_all_never_costs_recall(gold: list[list[int]]) -> None:
    together = [[each for cluster in gold for each in cluster]]
    assert b_cubed(together, gold).recall == pytest.approx(1.0)
    assert muc(together, gold).recall == pytest.approx(float(bool(without_singletons(gold))))
