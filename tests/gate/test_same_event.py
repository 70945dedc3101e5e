"""The same event is told across documents no worse than it was: topics 31 to 35 of ECB+, on which nothing was tuned."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.event_pairs import topics_of
from benchmarks.event_words import head_of, stem, words_and_groups
from benchmarks.same_event import QUOTED, measured, read_weights

from allegedly.evaluation.ecbplus import read_ecbplus

GOLD = Path(__file__).parents[2].parent / "shared" / "data" / "ecbplus"
FLOORS = {"ours, topic": 0.762, "ours, subtopic": 0.776, "ours, story": 0.762}
"""CoNLL F1, a little below what is reached: the network's sums differ from one processor to another."""
AHEAD = 0.05
"""How far ours lies above the same head word within a topic, at least."""


@pytest.mark.skipif(not GOLD.is_dir(), reason="no gold in ../shared/data/ecbplus")
def test_no_figure_lies_below_its_floor_and_the_baseline_is_beaten() -> None:
    documents = read_ecbplus(GOLD, QUOTED)
    topics = topics_of(documents)
    figures = {
        name: scores.conll for name, (scores, _) in measured(documents, topics, dict.fromkeys(topics, read_weights())).items()
    }
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
    assert figures["ours, topic"] - figures["lemma, topic"] >= AHEAD


def test_words_for_one_happening_share_a_group_whatever_their_form() -> None:
    behind, groups = words_and_groups()
    assert groups[stem("acquired")] & groups[stem("purchases")]
    assert groups[stem("arresting")] & groups[stem("nabbed")]
    assert not groups[stem("married")] & groups[stem("robbed")]
    assert "into" in behind
    assert head_of(["handed", "down"]) == "handed"


def test_the_weights_are_those_of_the_features() -> None:
    assert {"bias", "same head", "kin", "state"} <= set(read_weights())
