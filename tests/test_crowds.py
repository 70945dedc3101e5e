"""Articles of nearly the same text: a few stand for all, and who they are has nothing to do with the order of adding."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from allegedly.ledger import Ledger
from allegedly.link import find_links, find_stories
from allegedly.model import Findings, Origin
from allegedly.model.claim import Claim
from allegedly.model.link import LEADERS, Link, Story
from allegedly.pipeline import lay_out
from allegedly.reading import find, load_tagger
from tests.link.laid_out import ENGLISH
from tests.samples import make_article

CUES = load_tagger("cues")
SAME = "Harbour master {number} said that the Varga carrier had sunk the trawler Ida off the coast of Brenn.\n"
WIRE = (
    "BRENN ({paper}) - Mara Lind said on Friday that the Varga carrier had sunk the trawler Ida off the coast of Brenn. "
    "Rescue boats searched the bay of Lune until nightfall and found two life rafts without anybody in them, she said. "
    "The ministry of fisheries in Kesten had no comment on the loss of the trawler. Page {number} has more."
)
MANY = 2 * LEADERS + 4


@cache
def alike(number: int) -> Findings:
    """One of many articles in which somebody else says the same, twice; the numbers of days run against those of articles."""
    origin = Origin(name=f"{number}", outlet=f"Post {number}", published=f"2026-11-20T{23 - number % 20:02}:00")
    return find(make_article(SAME.format(number=number) * 2, origin), CUES)


@cache
def printed(number: int) -> Findings:
    """One of many prints of one report."""
    origin = Origin(name=f"print {number}", outlet=f"Post {number}", published=f"2026-11-20T{number % 24:02}:30")
    return find(make_article(WIRE.format(paper=f"Post {number}", number=number), origin), CUES)


DENIAL = find(
    make_article(
        "The Varga carrier denied that it had sunk the trawler Ida off the coast of Brenn.",
        Origin(name="denial", outlet="Meridian", published="2026-11-21"),
    ),
    CUES,
)


def ledger(given: Iterable[Findings]) -> Ledger:
    opened = Ledger.open(":memory:", tagger=CUES)
    for findings in given:
        opened.keep(findings)
    return opened


def state(opened: Ledger) -> tuple[tuple[Link, ...], tuple[Story, ...], tuple[Claim, ...]]:
    return opened.links(), opened.stories(), opened.claims()


def every() -> list[Findings]:
    return [*map(alike, range(MANY)), *map(printed, range(MANY)), DENIAL]


@cache
def expected() -> tuple[tuple[Link, ...], tuple[Story, ...], tuple[Claim, ...]]:
    return state(ledger(every()))


@settings(max_examples=4, deadline=None)
@given(some.randoms(use_true_random=False))
def test_the_order_of_adding_a_crowd_changes_nothing(chance: random.Random) -> None:
    order = every()
    chance.shuffle(order)
    assert state(ledger(order)) == expected()


def test_what_is_kept_of_a_crowd_is_what_is_found_in_all_texts_at_once() -> None:
    links, stories, _ = expected()
    assert links == find_links([lay_out(each) for each in every()], ENGLISH)
    assert stories == find_stories([each.article for each in every()], ENGLISH)


def test_one_report_in_many_papers_is_one_source_with_many_appearances() -> None:
    opened = ledger(map(printed, range(MANY)))
    (story,) = opened.stories()
    assert len(story.articles) == MANY
    assert len(story.copies) == MANY - 1
    (claim,) = [claim for claim in opened.claims() if "Varga carrier" in claim.first.end.words]
    assert len(claim.articles) == MANY
    assert claim.originals == 1
    assert claim.speakers == ("Mara Lind",)


def test_what_many_say_in_the_same_words_is_one_claim_of_theirs_that_is_denied() -> None:
    opened = ledger([*map(alike, range(MANY)), DENIAL])
    (claim,) = [claim for claim in opened.claims() if claim.disputes]
    assert len(claim.speakers) == len(claim.articles) == MANY
    assert claim.deniers == ("Varga carrier",)


def by_id() -> list[Findings]:
    return sorted(map(alike, range(MANY)), key=lambda each: each.article.id)


@pytest.mark.parametrize("rank", [0, 3, LEADERS - 1, LEADERS, MANY - 1])
def test_removing_one_of_a_crowd_leaves_what_there_would_be_without_it(rank: int) -> None:
    rest = by_id()
    opened = ledger([*rest, DENIAL])
    whole, gone = state(opened), rest.pop(rank)
    opened.remove(gone.article.id)
    assert state(opened) == state(ledger([*rest, DENIAL]))
    assert opened.verify().sound
    opened.keep(gone)
    assert state(opened) == whole


@pytest.mark.parametrize("rank", [1, LEADERS])
def test_a_judgement_on_one_of_a_crowd_that_is_withdrawn_leaves_what_was(rank: int) -> None:
    listed = by_id()
    opened = ledger([*listed, DENIAL])
    whole, (head, other) = state(opened), (listed[0].article.id, listed[rank].article.id)
    between = [link for link in opened.links() if {link.first.article, link.second.article} == {head, other}]
    event = opened.linking.reject(between[0].id, who="Eda", when="2026-11-23T10:00:00+00:00")
    assert opened.links() == tuple(link for link in whole[0] if link != between[0])
    opened.linking.add(listed[rank])
    assert opened.links() == tuple(link for link in whole[0] if link != between[0])
    opened.linking.withdraw(event.id, who="Eda", when="2026-11-23T11:00:00+00:00")
    assert state(opened) == whole


def test_removing_one_takes_its_own_links_and_no_others() -> None:
    findings = every()
    opened = ledger(findings)
    before, follower = opened.links(), min(opened.linking.following())
    opened.remove(follower)
    assert opened.links() == tuple(link for link in before if follower not in (link.first.article, link.second.article))
    leader = min(each.article.id for each in findings)
    opened.remove(leader)
    assert state(opened) == state(ledger(each for each in findings if each.article.id not in (follower, leader)))


@pytest.mark.parametrize("rank", [0, LEADERS - 1, LEADERS])
def test_one_of_a_crowd_that_is_linked_again_changes_nothing(rank: int) -> None:
    listed = by_id()
    opened = ledger([*listed, DENIAL])
    whole = state(opened)
    opened.linking.add(listed[rank])
    assert state(opened) == whole


@pytest.mark.parametrize("rank", [0, LEADERS])
def test_a_version_that_is_replaced_leads_nobody_until_the_newer_is_removed(rank: int) -> None:
    url = "https://gazette.example/ida"
    older = Origin(name="old", url=url, outlet="Gazette", published="2026-11-20")
    listed = by_id()
    listed[rank] = find(make_article(SAME.format(number=f"7{rank}") * 2, older), CUES)
    newer = find(
        make_article(
            "The opera house of Kesten opens its season on Friday.", Origin(name="new", url=url, published="2026-11-22")
        ),
        CUES,
    )
    opened = ledger([*listed, DENIAL])
    whole = state(opened)
    opened.keep(newer)
    assert state(opened) == state(ledger([*listed[:rank], *listed[rank + 1 :], DENIAL, newer]))
    opened.remove(newer.article.id)
    assert state(opened) == whole


def rows(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return sum(
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("link", "likeness", "outline_key")
        )


def linked(findings: Sequence[Findings], opened: Ledger) -> float:
    """CPU seconds to link these."""
    for each in findings:
        opened.store.put(each)
    before = time.process_time()
    for each in findings:
        opened.linking.add(each)
    return time.process_time() - before


def test_four_hundred_of_a_crowd_cost_no_more_each_than_the_first(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Ledger.open(path, tagger=CUES) as opened:
        first = linked([alike(number) for number in range(100)], opened)
        kept = rows(path)
        between = linked([alike(number) for number in range(100, 300)], opened)
        last = linked([alike(number) for number in range(300, 400)], opened)
        assert rows(path) < 4.5 * kept
        assert rows(path) < 12 * 400
        assert last < 2 * first
        assert between < 4 * first
        (claim,) = opened.claims()
        assert len(claim.articles) == 400
