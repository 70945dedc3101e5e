"""What is remembered of articles makes nothing but time: what is kept of them decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.laid_out import ENGLISH, demo

from allegedly.errors import LedgerError
from allegedly.link.gist import Gist, gist_of
from allegedly.link.gist_row import gist_from, runs_to_bytes, said_to_text, words_to_bytes
from allegedly.link.recent import Kept, RecentGists


def gist(number: int) -> Gist:
    return gist_of(demo(number), ENGLISH)


def kept(number: int) -> Kept:
    made = gist(number)
    return Kept(made.article, demo(number).text, made.day, words_to_bytes(made), runs_to_bytes(made), said_to_text(made))


def test_what_is_kept_is_read_once() -> None:
    recent = RecentGists()
    first = recent.gist(kept(1))
    assert first == gist(1)
    assert recent.gist(kept(1)) is first
    assert recent.gist(kept(1), whole=False) is first


def test_what_was_read_without_what_is_said_is_read_again_for_that() -> None:
    recent = RecentGists()
    assert recent.gist(kept(1), whole=False).assertions == ()
    assert recent.gist(kept(1)) == gist(1)


def test_what_is_remembered_counts_for_nothing_once_something_else_is_kept() -> None:
    recent, before = RecentGists(), kept(1)
    recent.remember(before, gist(1))
    after = replace(before, said=said_to_text(replace(gist(1), assertions=(), names=frozenset())))
    assert recent.gist(after).assertions == ()
    with pytest.raises(LedgerError, match="expected JSON"):
        recent.gist(replace(before, said="no JSON"))
    assert recent.gist(before) == gist(1)


def test_no_more_are_remembered_than_it_is_made_for() -> None:
    recent = RecentGists(2)
    first, second = recent.gist(kept(1)), recent.gist(kept(2))
    assert recent.gist(kept(1)) is first
    recent.gist(kept(3))
    assert recent.gist(kept(1)) is first
    assert recent.gist(kept(2)) is not second
    assert recent.gist(kept(2)) == second == gist_from(**{name: getattr(kept(2), name) for name in Kept.__slots__})
