"""What changed between two versions of a sentence, and what did not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.link.drift_cases import CHANGED, SAME
from tests.link.laid_out import ENGLISH, changes, drifted, laid_out

from allegedly.link import find_drift
from allegedly.link.drift import mirrored
from allegedly.model.link import Change


@pytest.mark.parametrize(("change", "before", "after", "first", "second"), CHANGED, ids=lambda value: str(value)[:24])
def test_a_change_is_found_with_the_words_on_both_sides(change: str, before: str, after: str, first: str, second: str) -> None:
    found = drifted(before, after)
    assert (change, first, second) in found, found


@pytest.mark.parametrize(("before", "after"), SAME)
def test_other_words_for_the_same_are_no_change(before: str, after: str) -> None:
    assert drifted(before, after) == []


def test_the_gravest_change_comes_first() -> None:
    before = "The flood allegedly destroyed 40 houses in Brenn. “We will never leave this town,” said Mara Lind."
    after = "The flood destroyed 60 houses in Brenn. “We will never leave this valley,” said Mara Lind."
    assert [change for change, _, _ in drifted(before, after)] == ["quotation altered", "figure changed", "hedge dropped"]


def test_a_sentence_that_moved_is_compared_all_the_same() -> None:
    before = "The flood destroyed 40 houses in Brenn. The council met on Tuesday evening. Schools stay shut until Friday."
    after = "The council met on Tuesday evening. Schools stay shut until Friday. The flood destroyed 60 houses in Brenn."
    assert drifted(before, after) == [("figure changed", "40", "60")]


def test_what_is_only_in_one_is_told() -> None:
    before = laid_out("The council met on Tuesday evening. The harbour burned for three nights.", "a.txt")
    after = laid_out("The council met on Tuesday evening. A trawler sank off the northern cape.", "b.txt")
    versions = find_drift(before, after, ENGLISH)
    assert [drift.change for drift in versions.drifts] == [Change.ONLY_BEFORE, Change.ONLY_AFTER]


SENTENCES = some.lists(
    some.sampled_from(
        sorted({sentence for case in CHANGED for sentence in case[1:3]} | {part for pair in SAME for part in pair})
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(SENTENCES)
def test_a_text_has_not_drifted_from_itself(text: str) -> None:
    assert find_drift(laid_out(text), laid_out(text), ENGLISH).drifts == ()


@settings(max_examples=25, deadline=None)
@given(SENTENCES, SENTENCES)
def test_swapping_the_texts_mirrors_what_changed(before: str, after: str) -> None:
    one, other = laid_out(before, "a.txt"), laid_out(after, "b.txt")
    there, back = find_drift(one, other, ENGLISH), find_drift(other, one, ENGLISH)
    assert mirrored(back) == there
    assert len(changes(there)) == len(changes(back))


@settings(max_examples=25, deadline=None)
@given(SENTENCES, SENTENCES)
def test_every_change_lies_in_its_sentences(before: str, after: str) -> None:
    for drift in find_drift(laid_out(before, "a.txt"), laid_out(after, "b.txt"), ENGLISH).drifts:
        if drift.pair is not None:
            assert all(drift.pair.before.overlaps(span) for span in drift.before)
            assert all(drift.pair.after.overlaps(span) for span in drift.after)
