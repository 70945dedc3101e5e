"""Articles about one happening lie together, whatever the order in which they come; copies are known as such."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.cli.conftest import COVERAGE, Runner, cli
from tests.link.laid_out import DEMO, ENGLISH, demo
from tests.samples import RECIPE, make_article

from allegedly.ledger import Ledger
from allegedly.link import find_stories
from allegedly.model import Article, Findings, Origin
from allegedly.model.link import Story

__all__ = ["cli"]
WIRE = "A trawler sank off Brenn on Friday after a collision with a carrier, the Lune Harbour Board said. Six are missing."
OTHERS = [
    "Farmers in Tolva fear for their apples after the late frost, and the union wants help from the ministry of agriculture.",
    "The opera house of Kesten opens its season with a new production, which the critics of the capital received with joy.",
]


def article(text: str, name: str, published: str) -> Article:
    return make_article(text, Origin(name=name, title=name, outlet=name, published=published))


def coverage() -> list[Article]:
    return [demo(number).article for number in range(1, len(DEMO) + 1)]


def test_the_bundled_coverage_is_one_story_beside_others() -> None:
    other = [article(text, f"other {number}", "2026-11-21") for number, text in enumerate(OTHERS)]
    stories = find_stories([*coverage(), *other], ENGLISH)
    assert sorted(len(story.articles) for story in stories) == [1, 1, len(DEMO)]


def test_a_wire_report_that_is_printed_again_is_a_copy_of_the_first() -> None:
    first, again = article(WIRE, "Wire", "2026-11-20"), article(f"(Wire) - {WIRE}", "Post", "2026-11-21")
    (story,) = find_stories([again, first], ENGLISH)
    assert [(copy.article, copy.of) for copy in story.copies] == [(again.id, first.id)]


@settings(max_examples=10, deadline=None)
@given(some.permutations(list(range(10))))
def test_the_order_of_articles_changes_nothing(order: list[int]) -> None:
    every = [*coverage(), *(article(text, f"other {number}", "2026-11-21") for number, text in enumerate(OTHERS))]
    assert find_stories([every[number] for number in order], ENGLISH) == find_stories(every, ENGLISH)


def test_the_command_lists_a_ledger(cli: Runner) -> None:
    cli("add", "news.db", COVERAGE / "01-example-wire.html", COVERAGE / "03-harbour-post.html", "--tagger", "cues")
    ran = cli("stories", "news.db", "--json")
    (line,) = [json.loads(line) for line in ran.out.splitlines()]
    assert len(line["articles"]) == 2
    assert "2 articles in 1 story" in cli("stories", "news.db", "--table").err


NEWS = Path(__file__).parents[2].parent / "shared" / "data" / "news_cluster"
Happenings = dict[str, object]


def known() -> tuple[list[Article], Happenings]:
    """Articles by day, and the happening of each."""
    gold: Happenings = {}
    articles = []
    for path in sorted(NEWS.glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        origin = Origin(outlet=found["source_domain"], url=found["url"], title=found["title"], published=found["date_publish"])
        each = make_article(found["text"] or found["description"] or found["title"], origin)
        gold[each.id] = found["newsCluster"]["EventId"]
        articles.append(each)
    articles = list({each.id: each for each in articles}.values())
    return sorted(articles, key=lambda each: (each.origin.published or "", each.id)), gold


def streamed(articles: Sequence[Article]) -> tuple[Story, ...]:
    """The stories of a ledger to which the articles were added one by one."""
    with Ledger.open(":memory:") as ledger:
        for each in articles:
            ledger.keep(Findings(each, (), RECIPE))
        return ledger.stories()


def b_cubed(stories: Sequence[Story], gold: Happenings, half: str | None = None) -> float:
    """B-cubed F1 over the articles of one half of the happenings, told apart by a digest of their names, or over all."""
    precision = recall = number = 0.0
    for story in stories:
        for one in story.articles:
            if half is None or half_of(gold[one]) == half:
                same = sum(gold[one] == gold[other] for other in story.articles)
                precision += same / len(story.articles)
                recall += same / sum(gold[one] == event for event in gold.values())
                number += 1
    return 2 * precision * recall / (precision + recall) / number


def half_of(event: object) -> str:
    return "chosen on" if int(hashlib.sha256(str(event).encode()).hexdigest(), 16) % 2 == 0 else "other"


@pytest.mark.skipif(not NEWS.is_dir(), reason="the articles of known happenings are not beside the checkout")
def test_known_happenings_are_found_as_articles_come() -> None:
    articles, gold = known()
    stories = streamed(articles)
    assert b_cubed(stories, gold) > 0.92
    assert b_cubed(stories, gold, "chosen on") > 0.93
    assert b_cubed(stories, gold, "other") > 0.91
    within_days = sorted(
        articles, key=lambda each: ((each.origin.published or "")[:10], hashlib.md5(each.id.encode()).hexdigest())
    )
    assert within_days != articles
    assert streamed(within_days) == stories
