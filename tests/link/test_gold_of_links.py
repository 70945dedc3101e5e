"""The gold of links points into the articles that it names, holds no words of them, and keeps a story in one half."""

from __future__ import annotations

import json
import re

import pytest
from tests.gold.links.load import DATA, half_of, load, read_gold

NAMES = ("pairs", "disputes")


@pytest.mark.parametrize("name", NAMES)
def test_a_story_lies_in_one_half(name: str) -> None:
    gold = read_gold(name)
    assert all(item["half"] == half_of(item["story"]) for item in gold["items"])
    stories = {end["article"]: gold["articles"][end["article"]]["story"] for item in gold["items"] for end in (item["first"],)}
    assert all(stories[item["first"]["article"]] == item["story"] for item in gold["items"])


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_those_of_the_guideline(name: str) -> None:
    items = read_gold(name)["items"]
    allowed = {"pairs": {"same claim", "related", "not"}, "disputes": {"disputes", "none"}}[name]
    assert {item["label"] for item in items} == allowed
    assert all(item["second"] is not None for item in items if item["label"] == "disputes")


@pytest.mark.parametrize("name", NAMES)
def test_no_words_of_the_articles_are_kept(name: str) -> None:
    values = {value for item in read_gold(name)["items"] for value in re.findall(r'"([^"]+)"', json.dumps(item))}
    assert all(len(value) < 40 or re.fullmatch(r"[0-9a-f]{64}|news_cluster:\d+|allsides:\w+", value) for value in values)


@pytest.mark.skipif(not DATA.is_dir(), reason="the articles of the gold are not beside the checkout")
@pytest.mark.parametrize("name", NAMES)
def test_every_item_points_into_its_articles(name: str) -> None:
    for item in load(name):
        for side in (item.first, item.second):
            if side is not None:
                assert side.words == side.words.strip(), item.id
                assert all(0 <= span.start < span.end <= len(side.article.text) for span in side.spans)
