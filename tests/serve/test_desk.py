"""What is kept between requests: as new as it is worth, and nobody waits for it but the first."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread

from allegedly.serve.desk import Kept


def soon(holds: Callable[[], bool]) -> bool:
    """Whether it holds within a few seconds."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.01)
    return False


def test_a_value_is_computed_once_while_nothing_changes() -> None:
    computed: list[int] = []
    kept = Kept(lambda: computed.append(0) or len(computed), lambda: 1)  # type: ignore[func-returns-value]
    assert [kept.get(), kept.get(), kept.get()] == [1, 1, 1]


def test_after_a_change_the_old_value_is_shown_until_the_new_one_is_there() -> None:
    state, go = [1], Event()

    def compute() -> int:
        if state[0] > 1:
            go.wait(5)
        return state[0]

    kept = Kept(compute, lambda: state[0])
    assert kept.get() == 1
    state[0] = 2
    began = time.monotonic()
    assert soon(lambda: kept.get() == 1)
    assert time.monotonic() - began < 1
    go.set()
    assert soon(lambda: kept.get() == 2)


def test_what_was_judged_here_is_seen_at_once_where_that_is_cheap() -> None:
    state = [1]
    kept = Kept(lambda: state[0], lambda: state[0])
    assert kept.get() == 1
    state[0] = 2
    kept.hurry()
    assert kept.get() == 2


def test_many_who_ask_first_compute_once() -> None:
    computed: list[int] = []

    def compute() -> int:
        computed.append(1)
        time.sleep(0.05)
        return len(computed)

    kept, found = Kept(compute, lambda: 1), list[int]()
    threads = [Thread(target=lambda: found.append(kept.get())) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 20
