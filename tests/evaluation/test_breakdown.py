import pytest
from tests.evaluation.made import document, found, gold

from allegedly.evaluation import Report, score
from allegedly.evaluation.breakdown import BREAKDOWNS, Group, break_down, breakdown_lines

MARKED = (
    "[source:a Varga] [cue:a denied] [content:a it]. [source:b OSEI][cue:b :] [content:b “We left at noon today.”] "
    '[cue:c It is said] [content:c the "toll" bridge is closed for ever to all lorries]. '
    "[source:d He] [cue:d did not respond to] [content:d a call]."
)
DOCUMENT = document(MARKED)


def groups(report: Report, by: str) -> dict[str, Group]:
    return {group.name: group for group in break_down(report.comparisons, by)}


def report() -> Report:
    return score(gold(DOCUMENT), {DOCUMENT.name: DOCUMENT.attributions[:2]})


def test_kinds_are_by_manner_source_and_cue() -> None:
    by_kind = groups(report(), "kind")
    assert {name: group.gold for name, group in by_kind.items()} == {
        "content direct": 1,
        "content indirect": 2,
        "content mixed": 1,
        "cue colon, dash, mark": 1,
        "cue denial, refusal": 2,
        "cue other": 2,
        "cue say, tell": 1,
        "source no": 1,
        "source yes": 3,
    }
    assert by_kind["cue denial, refusal"].tally("soft").recall == 0.5
    assert by_kind["cue denial, refusal"].tally("soft").precision == 1
    assert by_kind["source no"].tally("soft").recall == 0
    assert (by_kind["content direct"].direct, by_kind["content direct"].end2end) == (1, 1)


def test_lengths_count_words_of_the_content() -> None:
    assert {name: group.gold for name, group in groups(report(), "length").items()} == {"words  0 to  5": 3, "words  6 to 10": 1}


def test_documents_are_grouped_by_outlet_and_by_their_marks() -> None:
    assert {name: group.gold for name, group in groups(report(), "outlet").items()} == {"wire": 4}
    assert {name: group.gold for name, group in groups(report(), "quote").items()} == {"marks mixed": 4}
    odd = document("[source Varga] [cue said] [content “it is late].")
    assert set(groups(score(gold(odd), {}), "quote")) == {"marks curly", "marks of odd number"}
    assert set(groups(score(gold(document("[cue said] [content so]")), {}), "quote")) == {"marks none"}


@pytest.mark.parametrize("by", BREAKDOWNS)
def test_a_group_that_only_predictions_are_in_is_shown(by: str) -> None:
    plain = document("[source Varga] [cue said] [content it is late].", name="post_1")
    report = score(gold(plain), {plain.name: found("Varga [cue said] [content it is late].")})
    by_name = groups(report, by)
    assert sum(group.predicted for group in by_name.values()) >= 1
    if by == "kind":
        assert (by_name["source no"].gold, by_name["source no"].predicted) == (0, 1)
    lines = breakdown_lines(break_down(report.comparisons, by), by)
    assert lines[0].startswith(f"by {by}")
    assert len({len(line) for line in lines[1:]}) == 1
