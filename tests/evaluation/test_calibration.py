import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.made import document, gold

from allegedly.evaluation import Labelled, score
from allegedly.evaluation.calibration import calibrate, judged

OUTCOMES = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=50)


def test_confidences_that_come_true_have_no_error() -> None:
    found = calibrate([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    assert found.expected_error == 0
    assert found.brier == pytest.approx(0.1875)
    assert [(one.low, one.high, one.number) for one in found.bins] == [(0.7, 0.8, 4)]


def test_certainty_that_is_always_wrong_has_the_whole_error() -> None:
    assert calibrate([(1.0, False)] * 3).expected_error == 1


@given(OUTCOMES, st.integers(1, 20))
def test_every_outcome_is_in_one_bin_and_the_error_is_a_share(outcomes: list[tuple[float, bool]], bins: int) -> None:
    found = calibrate(outcomes, bins)
    assert sum(one.number for one in found.bins) == found.number == len(outcomes)
    assert 0 <= found.expected_error <= 1
    assert 0 <= found.brier <= 1
    assert all(one.low <= one.confidence <= one.high or one.confidence == pytest.approx(one.low) for one in found.bins)


def test_a_prediction_is_right_when_source_and_content_are() -> None:
    text = document("[source:a Ana] [cue:a said] [content:a it rained]. [source:b Ben] [cue:b said] [content:b so].")
    first, second = text.attributions
    predictions = [
        Labelled(first.source, first.cue, first.content, 0.9),
        Labelled(first.source, second.cue, second.content, 0.4),
        Labelled((), ((14, 15),), ((3, 4),), 0.1),
    ]
    assert judged(score(gold(text), {text.name: predictions}).comparisons) == ((0.9, True), (0.4, False), (0.1, False))


def test_lines_draw_the_diagram() -> None:
    lines = calibrate([(0.95, True), (0.15, False)]).lines()
    assert lines[0] == "calibration: expected error 10.0  brier 0.013  predicted 2"
    assert lines[1].startswith("confidence 0.1-0.2  n     1  mean  15.0  right   0.0")
    assert lines[2].endswith("█" * 20)
