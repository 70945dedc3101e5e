"""Direct, indirect or mixed, and which statement lies in which."""

import pytest
from tests.judged import judged

MANNERS = [
    ("[source She] [cue said], [content “it rained.”]", "direct"),
    ("[content “It rained,”] [source she] [cue said], [content “all day.”]", "direct"),
    ("[source She] [cue said] [content it rained].", "indirect"),
    ("[source She] [cue said] [content it “rained” all day].", "mixed"),
    ("[source She] [cue said] [content it had ‘rained’].", "mixed"),
    ("[source She] [cue said] [content “”].", "indirect"),
]


@pytest.mark.parametrize(("marked", "manner"), MANNERS)
def test_manner(marked: str, manner: str) -> None:
    assert judged(marked)[0].manner.value.value == manner


def test_a_statement_in_anothers_content_names_its_parent() -> None:
    outer, inner = judged("[source:a She] [cue:a said] [content:a [source:b he] [cue:b said] [content:b it rained]].")
    assert outer.parent is None
    assert inner.parent == outer.id


def test_the_smallest_content_around_a_statement_is_its_parents() -> None:
    first, second, third = judged(
        "[source:a She] [cue:a said] [content:a [source:b he] [cue:b said] "
        "[content:b [source:c they] [cue:c said] [content:c no]]]."
    )
    assert (second.parent, third.parent) == (first.id, second.id)


def test_neighbours_are_no_parents() -> None:
    first, second = judged("[source:a She] [cue:a said] [content:a it rained]. [source:b He] [cue:b said] [content:b no].")
    assert (first.parent, second.parent) == (None, None)
