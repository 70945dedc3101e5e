"""The cue rules find in the bundled coverage what they found before, and what was planted there is there."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
from tests.golden.coverage import GOLDEN, coverage, golden_lines, path_of

from allegedly.model import Article

TEXTS = dict(coverage())
PLANTED = re.compile(r'(0\d): "(.+?)"(?= \||(?= \())')


@pytest.mark.parametrize("name", TEXTS)
def test_the_findings_are_the_golden_ones(name: str) -> None:
    wanted = [json.loads(line) for line in path_of(name).read_text(encoding="utf-8").splitlines()]
    found = [json.loads(line) for line in golden_lines(TEXTS[name])]
    again = "if the change is meant: python -m tests.golden.coverage"
    assert [one.get("words") for one in found] == [one.get("words") for one in wanted], again
    assert found == wanted, again


def test_there_is_no_golden_file_without_a_text() -> None:
    assert set(GOLDEN.iterdir()) == {path_of(name) for name in TEXTS}


def test_every_planted_word_stands_in_its_text() -> None:
    readme = files("allegedly").joinpath("demo", "README.md").read_text(encoding="utf-8")
    planted = PLANTED.findall(readme)
    assert len(planted) > 50
    for number, words in planted:
        article = next(article for name, article in TEXTS.items() if name.startswith(number))
        assert words in re.sub(r"\s+", " ", article.text), (number, words)


def test_the_coverage_is_of_many_outlets_and_days() -> None:
    def values(field: str) -> set[str]:
        return {str(getattr(article.origin, field)) for article in TEXTS.values()}

    assert len(TEXTS) >= 7
    assert len(values("outlet")) >= 4
    assert len({published[:10] for published in values("published")}) == 4
    assert all(350 <= len(article.text.split()) <= 700 for article in TEXTS.values())


def test_no_text_is_that_of_another() -> None:
    def ids(articles: dict[str, Article]) -> set[str]:
        return {article.id for article in articles.values()}

    assert len(ids(TEXTS)) == len(TEXTS)
