from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.evaluation.alignment import assign

COSTS = st.integers(1, 5).flatmap(
    lambda rows: st.integers(rows, 6).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(-9, 9).map(float), min_size=columns, max_size=columns), min_size=rows, max_size=rows
        )
    )
)


@given(COSTS)
def test_no_assignment_costs_less(cost: list[list[float]]) -> None:
    chosen = assign(cost)
    assert len(set(chosen)) == len(cost)
    least = min(sum(cost[row][column] for row, column in enumerate(way)) for way in permutations(range(len(cost[0])), len(cost)))
    assert sum(cost[row][column] for row, column in enumerate(chosen)) == least
