from __future__ import annotations

import pytest

from allegedly.model import Span, words_of
from tests.marked import parse_marked, show_marked


def test_parts_of_several_attributions_are_told_by_their_names() -> None:
    marked = (
        "[source:a,b Vesk] [cue:a said] [content:a that [source:c Orlo] [cue:c claimed] [content:c it]] "
        "but [cue:b denied] [content:b that]"
    )
    text, found = parse_marked(marked)
    assert text == "Vesk said that Orlo claimed it but denied that"
    assert [words_of(text, one.content) for one in found] == ["that Orlo claimed it", "that", "it"]
    assert found[0].source == found[1].source == (Span(0, 4),)


def test_a_role_marked_twice_has_two_spans() -> None:
    text, (found,) = parse_marked("[content “No,”] [source she] [cue said], [content “never.”]")
    assert words_of(text, found.content) == "“No,” … “never.”"


def test_brackets_of_the_text_are_escaped() -> None:
    text, found = parse_marked(r"\[sic\] [cue said] [content it]")
    assert text == "[sic] said it"
    assert found[0].content == (Span(11, 13),)


@pytest.mark.parametrize("marked", ["[content a", "a]"])
def test_unbalanced_marks_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        parse_marked(marked)


def test_what_is_shown_is_what_was_marked() -> None:
    marked = "[content No], [source she] [cue said]."
    text, (found,) = parse_marked(marked)
    assert show_marked(text, found) == marked
