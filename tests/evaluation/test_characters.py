"""Sets of characters as numbers agree with sets of characters as sets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from allegedly.evaluation.characters import EDGE_MARKS, Text, agreement, size

TEXTS = st.text(st.sampled_from("ab1 \n\t\"'“”.,é😀\u0301_"), max_size=40)
RUNS = st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=4).map(tuple)


def members(characters: int) -> set[int]:
    return {place for place in range(characters.bit_length()) if characters >> place & 1}


@given(TEXTS, RUNS, RUNS)
def test_runs_are_the_characters_between_their_ends(
    text: str, first: tuple[tuple[int, int], ...], second: tuple[tuple[int, int], ...]
) -> None:
    one, two = Text(text).within(first), Text(text).within(second)
    plain = {i for start, end in first for i in range(max(0, start), min(end, len(text)))}
    other = {i for start, end in second for i in range(max(0, start), min(end, len(text)))}
    assert members(one) == plain
    assert size(one) == len(plain)
    assert agreement(one, two) == (len(plain & other) / len(plain | other) if plain | other else 1)


@given(TEXTS, RUNS)
def test_every_visible_character_lies_in_a_token(text: str, runs: tuple[tuple[int, int], ...]) -> None:
    measured = Text(text)
    characters = measured.within(runs) & measured.visible
    covered = {i for number in measured.tokens_in(characters) for i in range(*measured.tokens[number])}
    assert members(characters) <= covered
    assert all(
        any(i in members(characters) for i in range(*measured.tokens[number])) for number in measured.tokens_in(characters)
    )


@given(TEXTS, RUNS, st.booleans())
def test_fragments_hold_every_kept_character_and_are_parted_by_kept_ones(
    text: str, runs: tuple[tuple[int, int], ...], marks: bool
) -> None:
    measured = Text(text)
    kept = measured.visible if marks else measured.core
    assert members(kept) == {i for i, one in enumerate(text) if not one.isspace() and (marks or one not in EDGE_MARKS)}
    pieces = sorted(measured.fragments(runs, kept))
    inside = members(measured.within(runs) & kept)
    assert inside <= {i for start, end in pieces for i in range(start, end)}
    assert all(start in inside and end - 1 in inside for start, end in pieces)
    for (_, end), (start, _) in pairwise(pieces):
        assert any(i in members(kept) for i in range(end, start))
