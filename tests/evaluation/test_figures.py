"""Figures on small fictional texts, worked out by hand."""

import pytest
from tests.evaluation.made import document, found, gold
from tests.marked import parse_marked

from allegedly.evaluation import Labelled, Report, labelled, score

MARKED = (
    "[source:a Mr Varga] [cue:a said] [content:a “the toll is bad,”] but [cue:b denied] [content:b he had paid].\n\n"
    "[content:c “It is over,”] [source:c Osei] [cue:c added]. [content:c “Go home.”]\n"
)
DOCUMENT = document(MARKED)
GOLD = DOCUMENT.attributions
A, B, C = GOLD


def against(*predicted: Labelled) -> Report:
    return score(gold(DOCUMENT), {DOCUMENT.name: predicted})


def at(words: str) -> tuple[tuple[int, int], ...]:
    start = DOCUMENT.text.index(words)
    return ((start, start + len(words)),)


def test_gold_against_itself_is_right_in_every_figure() -> None:
    flat = against(*GOLD).flat
    counts = {"n_gold", "n_pred", "direct n_gold", "direct n_pred", "direct speaker_none"}
    absent = {"types mixed", "types nocontent"}
    assert flat["n_gold"] == flat["n_pred"] == 3
    assert flat["direct n_gold"] == 2
    for name, value in flat.items():
        if name not in counts and not name.endswith(" n") and name.rsplit(" ", 1)[0] not in absent:
            assert value == 1, name


def test_nothing_found_is_zero_and_divides_by_nothing() -> None:
    flat = against().flat
    assert {value for name, value in flat.items() if name.endswith((" p", " r", " f1", "covered", "end2end"))} == {0}
    assert score(gold(), {}).flat["attribution soft f1"] == 0


def test_exact_overlooks_quotation_marks_and_exact_raw_does_not() -> None:
    flat = against(Labelled(A.source, A.cue, at("the toll is bad")), B, C).flat
    assert flat["attribution exact f1"] == 1
    assert flat["roles content frag f1"] == 1
    assert flat["roles content exact_raw f1"] == pytest.approx(2 / 3)
    assert flat["roles content frag_raw f1"] == pytest.approx(3 / 4)


def test_a_wrong_speaker_leaves_the_content_right() -> None:
    flat = against(Labelled(at("Osei"), A.cue, A.content), B, C).flat
    assert flat["attribution content f1"] == 1
    assert flat["attribution soft f1"] == pytest.approx(2 / 3)
    assert flat["direct speaker"] == flat["direct end2end"] == 0.5
    assert flat["direct covered"] == 1


def test_a_source_where_the_gold_has_none_is_wrong() -> None:
    flat = against(A, Labelled(A.source, B.cue, B.content), C).flat
    assert flat["attribution content f1"] == 1
    assert flat["attribution soft r"] == pytest.approx(2 / 3)
    assert flat["types src_no soft"] == 0


def test_a_split_content_pairs_once_and_is_covered_whole() -> None:
    halves = [Labelled(C.source, C.cue, at(words)) for words in ("“It is over,”", "“Go home.”")]
    flat = against(A, B, *halves).flat
    assert flat["attribution found p"] == 0.75
    assert flat["attribution found r"] == 1
    assert flat["direct covered"] == flat["direct speaker"] == 1


def test_saying_everything_twice_halves_precision_and_leaves_recall() -> None:
    flat = against(*GOLD, *GOLD).flat
    assert flat["attribution exact p"] == 0.5
    assert flat["attribution exact r"] == 1


def test_half_of_the_characters_is_softly_right_and_less_is_not() -> None:
    text = document("[source Ana] [cue said] [content abcdefgh].")
    for words, right in (("abcd", 1), ("abc", 0)):
        start = text.text.index(words)
        one = Labelled(text.attributions[0].source, text.attributions[0].cue, ((start, start + len(words)),))
        assert score(gold(text), {text.name: [one]}).flat["attribution soft f1"] == right


def test_partial_is_the_mean_share_of_each_span() -> None:
    text = document("[source Ana] [cue said] [content abcdefgh].")
    start = text.text.index("abcd")
    one = Labelled(text.attributions[0].source, text.attributions[0].cue, ((start, start + 2),))
    flat = score(gold(text), {text.name: [one]}).flat
    assert (flat["roles content partial p"], flat["roles content partial r"]) == (1, 0.25)


def test_the_alignment_is_the_best_not_the_first() -> None:
    """The first prediction goes with either gold, the second with the first gold only."""
    text = document("[source Ana] [cue:,b said] [content one two three four] [content:b five six seven eight].")
    one, two = text.attributions
    whole = Labelled(one.source, one.cue, ((one.content[0][0], two.content[0][1]),))
    assert score(gold(text), {text.name: [whole, one]}).flat["attribution found r"] == 1


def test_tokens_belong_to_the_shorter_of_two_spans() -> None:
    text = document("[source:a Ana] [cue:a said] [content:a that [source:b Ben] [cue:b knew] [content:b it all]].")
    flat = score(gold(text), {text.name: text.attributions}).flat
    assert flat["tokens macro_f1"] == 1
    outer = score(gold(text), {text.name: text.attributions[:1]}).flat
    assert outer["tokens source r"] == 0.5
    assert outer["tokens content p"] == pytest.approx(3 / 5)


def test_predictions_beyond_the_text_do_no_harm() -> None:
    wild = Labelled(((-5, 3),), ((5, 5),), ((10_000, 20_000), (9, 2)))
    assert against(*GOLD, wild).flat["attribution exact f1"] == 1


def test_documents_count_together_and_one_without_predictions_as_empty() -> None:
    other = document("[source Ana] [cue said] [content it rained].", name="post_2026-01-02_rain")
    report = score(gold(DOCUMENT, other), {DOCUMENT.name: GOLD})
    assert report.flat["attribution exact r"] == 0.75
    assert report.flat["attribution exact p"] == 1


@pytest.mark.parametrize(
    ("marked", "manner"),
    [
        ("Ana [cue said] [content “it rained.”]", "direct"),
        ('Ana [cue said] [content "it rained."]', "direct"),
        ("Ana [cue said] [content ''it rained'']", "direct"),
        ("Ana [cue said] [content it “rained” hard]", "mixed"),
        ("Ana [cue said] [content it rained hard]", "indirect"),
        ("Ana [cue said]: “[content It rained.\n\nIt poured.]", "mixed"),
    ],
)
def test_the_manner_of_a_content_is_the_share_of_its_letters_inside_marks(marked: str, manner: str) -> None:
    text = document(marked)
    assert score(gold(text), {}).flat[f"types {manner} n"] == 1


def test_lines_show_the_rows_that_people_look_for() -> None:
    lines = against(A, B).lines("cues")
    assert lines[0] == "== cues  gold 3  predicted 2"
    assert "attribution soft         100.0  66.7  80.0" in lines
    assert any(line.startswith("role content  frag_raw   100.0  50.0  66.7") for line in lines)
    assert any(line.startswith("direct: n_gold 2  n_pred 1  recall 50.0") and line.endswith("end2end 50.0") for line in lines)
    assert "type src_no    n     1  found 100.0  content 100.0  loose 100.0  soft 100.0" in lines


def test_found_is_read_from_marked_text() -> None:
    assert found("[cue said] [content so]") == labelled(parse_marked("[cue said] [content so]")[1])
