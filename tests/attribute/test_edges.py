"""What is taken off the edges of a content and a cue."""

from __future__ import annotations

import pytest
from tests.marked import parse_marked

from allegedly.attribute.edges import Edges
from allegedly.languages import load_language


def edges_of(marked: str) -> tuple[str, str]:
    """The content and the cue that are left."""
    text, (found,) = parse_marked(marked)
    left = Edges(load_language("en")).trimmed(found, text)
    return left.content[0].of(text), left.cue[0].of(text)


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("[content ORLEC - Nine people were killed], [source she] [cue said].", "Nine people were killed"),
        (
            "[content FORT MARL, Tamar (Reuters) - The police searched a depot], [source she] [cue said].",
            "The police searched a depot",
        ),
        ("[content Marl (AP) -- It rained in Brenn], [source she] [cue said].", "It rained in Brenn"),
        ("[content (XNN) The board will fall], [source she] [cue said].", "The board will fall"),
    ],
)
def test_a_dateline_is_no_part_of_what_is_said(marked: str, content: str) -> None:
    assert edges_of(marked)[0] == content


@pytest.mark.parametrize(
    "marked",
    [
        "[content NATO and its members will stay], [source she] [cue said].",
        "[content Hale (LIB) is a liar], [source she] [cue said].",
        "[content ORLEC - Nine dead], [source she] [cue said].",
        "It rained. [content ORLEC - Nine people were killed], [source she] [cue said].",
        "[content The talks - and more - will go on], [source she] [cue said].",
    ],
)
def test_what_only_looks_like_a_dateline_stays(marked: str) -> None:
    text, (found,) = parse_marked(marked)
    assert Edges(load_language("en")).trimmed(found, text) is found


@pytest.mark.parametrize(
    ("marked", "cue"),
    [
        ("[source She] [cue said on] Saturday [content that it rained].", "said"),
        ("[source She] [cue commented on] Friday’s [content rain].", "commented on"),
        ("[source She] [cue insisted on] [content rain].", "insisted on"),
    ],
)
def test_the_preposition_of_a_day_is_no_part_of_a_cue(marked: str, cue: str) -> None:
    assert edges_of(marked)[1] == cue
