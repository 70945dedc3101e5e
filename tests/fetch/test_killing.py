"""A watch that is killed at any moment and started again loses and doubles nothing; `make crash` does it more often."""

from tests.fetch.killing import kill


def test_killing_a_watch_loses_and_doubles_nothing() -> None:
    found = kill(kills=2, seed=5)
    assert (found.lost, found.doubled, found.faults) == (0, 0, 0)
    assert found.at_work > 0
