from pathlib import Path

import pytest
from tests.evaluation.made import write_gold

from allegedly.errors import GoldError
from allegedly.evaluation import parse_standoff, read_gold

TEXT = "Ana Horvat said it was late.\n\nNobody else spoke.\n"
ANN = """T1\tSource 0 10\tAna Horvat
T2\tCue 11 15\tsaid
T3\tContent 16 27\tit was late
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
"""


def test_the_first_annotator_in_sorted_order_is_the_gold(tmp_path: Path) -> None:
    other = ANN.replace("16 27", "19 27")
    gold = read_gold(write_gold(tmp_path / "gold", {"a_1": TEXT}, {"a_1_zoe": other, "a_1_amy": ANN}))
    (document,) = gold.documents
    assert [name for name, _ in document.annotations] == ["amy", "zoe"]
    assert document.attributions[0].content == ((16, 27),)


def test_discontinuous_spans_keep_their_runs_and_several_spans_of_a_role_join() -> None:
    (found,), broken = parse_standoff(
        "T1\tCue 0 4\tsaid\nT2\tContent 5 9;12 20\tx\nT3\tContent 30 33\ty\nE1\tAttribution:T1 Cue:T1 Content:T3 Content2:T2"
    )
    assert found.content == ((5, 9), (12, 20), (30, 33))
    assert broken == 0


@pytest.mark.parametrize(
    "line",
    [
        "T1\tSource 0 x\ty",
        "T1\tSource",
        "T1",
        "T1\tSource 4 4\t",
        "T1\tSource 0 4 5\ty",
        "T1\tSource 0 4;\ty",
        "E1",
        "E1\t",
        "E1\ta\tb",
    ],
)
def test_broken_lines_are_skipped_and_counted(line: str) -> None:
    attributions, broken = parse_standoff(line + "\n" + ANN.replace("T1", "T9"))
    assert len(attributions) == 1
    assert broken == 1


def test_arguments_that_name_no_span_are_counted() -> None:
    (found,), broken = parse_standoff("T1\tCue 0 4\tsaid\nE1\tAttribution:T1 Cue:T1 Source:T7 nonsense")
    assert found.source == ()
    assert broken == 2


def test_attributions_with_neither_cue_nor_content_and_other_lines_are_passed_over() -> None:
    content = "T1\tSource 0 4\tx\nE1\tAttribution:T1 Source:T1\nE2\tOther:T1 Cue:T1\nA1\tNested T1\n#1\tNote T1\tsee\n\n"
    assert parse_standoff(content) == ((), 0)


def test_texts_keep_every_character_and_every_line_is_a_block(tmp_path: Path) -> None:
    text = "One line.\r\n  Two\u00a0lines \r\n\nLast 😀 line"
    gold = read_gold(write_gold(tmp_path / "gold", {"a_1": text}, {"a_1_amy": ANN}))
    article = gold.documents[0].article()
    assert article.text == text
    assert [block.span.of(text) for block in article.blocks] == ["One line.", "Two\u00a0lines", "Last 😀 line"]


def test_texts_nobody_annotated_and_annotations_without_text_are_known(tmp_path: Path) -> None:
    gold = read_gold(write_gold(tmp_path / "gold", {"a_1": TEXT, "b_1": TEXT}, {"a_1_amy": ANN, "c_1_amy": ANN}))
    assert [document.name for document in gold.annotated] == ["a_1"]
    assert gold.without_text == ("c_1",)


def test_the_digest_changes_with_a_text_and_with_an_annotation(tmp_path: Path) -> None:
    digests = {
        read_gold(write_gold(tmp_path / str(number), {"a_1": text}, {"a_1_amy": content})).digest
        for number, (text, content) in enumerate([(TEXT, ANN), (TEXT + " ", ANN), (TEXT, ANN + "\n"), (TEXT, ANN)])
    }
    assert len(digests) == 3


def test_a_folder_that_is_no_gold_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="expected the folders text/ and attributions/"):
        read_gold(tmp_path)
    with pytest.raises(GoldError, match="holds no annotated text"):
        read_gold(write_gold(tmp_path / "empty", {"a_1": TEXT}, {}))
    with pytest.raises(GoldError, match="names no annotator"):
        read_gold(write_gold(tmp_path / "nameless", {"a": TEXT}, {"a": ANN}))
    folder = write_gold(tmp_path / "latin", {"a_1": TEXT}, {"a_1_amy": ANN})
    (folder / "text" / "a_1.txt").write_bytes(b"caf\xe9")
    with pytest.raises(GoldError, match="not in UTF-8"):
        read_gold(folder)
