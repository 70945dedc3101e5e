"""Gold of event factuality is read as it would be printed, and scored as the field does."""

import json
from pathlib import Path

import pytest

from allegedly.errors import GoldError
from allegedly.evaluation.factuality import measure_factuality, printed, read_factuality, score_factuality


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The 10 - year plan , she said .", "The 10-year plan, she said."),
        ("They do n't know its children 's names", "They don't know its children's names"),
        ("`` Stay , '' he said", "“Stay,” he said"),
        ("' ' Stay , ' ' he said", "“Stay,” he said"),
        ("It cost $ 5 ( or 6 ) -- more", "It cost $5 (or 6) -- more"),
        ("-LRB- so -RRB-", "(so)"),
    ],
)
def test_tokens_are_printed(tokens: str, text: str) -> None:
    assert printed(tokens.split())[0] == text


def test_each_token_keeps_its_place() -> None:
    tokens = ["``", "She", "did", "n't", ",", "''", "said", "the", "10", "-", "year", "plan", "."]
    text, places = printed(tokens)
    shown = [text[start:end] for start, end in places]
    assert shown == ["“", "She", "did", "n't", ",", "”", "said", "the", "10", "-", "year", "plan", "."]


def test_a_file_is_read_and_measured(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    row = {"text": "She did n't come .", "targets": [{"span1": [3, 4], "span_text": "come", "label": -3.0}]}
    other = {"text": "It rained .", "targets": [{"span1": [1, 2], "span_text": "rained", "label": 3}]}
    path.write_text("\n".join(map(json.dumps, (row, other))) + "\n", encoding="utf-8")
    first, second = read_factuality(path)
    assert (first.text, [each.span.of(first.text) for each in first.predicates]) == ("She didn't come.", ["come"])
    score = measure_factuality((first, second), lambda text, spans: [-2.0 if "n't" in text else 3.0 for _ in spans])
    assert (score.pearson, score.error, score.count) == (1.0, 0.5, 2)


def test_no_spread_is_no_correlation() -> None:
    assert score_factuality([1, 2, 3], [2, 2, 2]).pearson == 0
    with pytest.raises(ValueError, match="one length"):
        score_factuality([1], [])


@pytest.mark.parametrize("content", ["[", '{"text": "a b"}', '{"text": "a", "targets": [{"span1": [0, 9], "label": 1}]}'])
def test_what_is_no_gold_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError):
        read_factuality(path)
