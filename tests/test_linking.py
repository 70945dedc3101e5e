"""Articles are linked as they are added: whatever the order, and so that nothing is lost or left behind."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from allegedly.errors import LedgerError
from allegedly.ledger import Ledger
from allegedly.link import find_links, find_stories
from allegedly.model import Findings, Origin, Recipe
from allegedly.model.link import LinkKind, Sheet
from allegedly.pipeline import lay_out
from allegedly.reading import find, load_tagger
from tests.link.laid_out import DEMO, ENGLISH, demo
from tests.samples import make_article

CUES = load_tagger("cues")
WIRE = "BRENN (AP) - Mara Lind said on Friday in Brenn that the Varga carrier had sunk the trawler Ida of the Lune Board."
AGAIN = "BRENN - Tomas Hale said on Friday in Brenn that the Varga carrier had sunk the trawler Ida of the Lune Board."
DENIAL = "BRENN - The Varga carrier denied on Saturday in Brenn that it had sunk the trawler Ida of the Lune Board."
WHO, WHEN = "ana", "2026-11-23T10:00:00+00:00"


@cache
def found(number: int) -> Findings:
    """The findings in the texts of the bundled coverage, then of three more; the second coverage text replaces the first."""
    if number < len(DEMO):
        return demo(number + 1).findings
    text = (WIRE, AGAIN, DENIAL)[number - len(DEMO)]
    return find(make_article(text, Origin(name=f"{number}", outlet=f"Post {number}", published=f"2026-11-{13 + number}")), CUES)


# The update of the wire report is a new version of it or the other way round, as they come: that is no matter of links.
EVERY = [number for number in range(len(DEMO) + 3) if number != 1]


def ledger(numbers: list[int]) -> Ledger:
    opened = Ledger.open(":memory:", tagger=CUES)
    for number in numbers:
        opened.keep(found(number))
    return opened


@cache
def in_order() -> Ledger:
    return ledger(EVERY)


def three() -> Ledger:
    return ledger([8, 9, 10])


def test_what_is_kept_is_what_is_found_in_all_texts_at_once() -> None:
    opened = in_order()
    assert opened.links() == find_links([demo_or_text(number) for number in EVERY], ENGLISH)
    assert opened.stories() == find_stories([found(number).article for number in EVERY], ENGLISH)


def demo_or_text(number: int) -> Sheet:
    return lay_out(found(number))


@settings(max_examples=8, deadline=None)
@given(some.permutations(EVERY))
def test_the_order_of_adding_changes_nothing(order: list[int]) -> None:
    shuffled, ordered = ledger(order), in_order()
    assert shuffled.links() == ordered.links()
    assert shuffled.stories() == ordered.stories()
    assert shuffled.claims() == ordered.claims()


def test_added_twice_is_added_once() -> None:
    opened = three()
    links = opened.links()
    for number in (8, 9, 10):
        opened.keep(found(number))
        opened.linking.add(found(number))
    assert links
    assert opened.links() == links


@settings(max_examples=6, deadline=None)
@given(some.sampled_from(EVERY))
def test_removing_an_article_removes_exactly_its_own(number: int) -> None:
    opened = ledger(EVERY)
    opened.remove(found(number).article.id)
    without = ledger([each for each in EVERY if each != number])
    assert opened.links() == without.links()
    assert opened.stories() == without.stories()
    assert opened.claims() == without.claims()
    assert opened.verify().sound


def test_a_reading_by_another_recipe_replaces_the_links() -> None:
    opened = three()
    denial = found(10)
    assert opened.disputes()
    opened.keep(Findings(denial.article, (), Recipe("0.2.0", "en", "other", "11")))
    assert not [
        link for link in opened.disputes() if link.first.statement is not None and link.first.article == denial.article.id
    ]
    opened.keep(denial)
    assert opened.links() == three().links()


def test_a_ledger_that_was_never_linked_catches_up() -> None:
    opened = Ledger.open(":memory:", tagger=CUES)
    for number in (8, 9, 10):
        opened.store.put(found(number))
    assert len(opened.linking.missing()) == 3
    assert opened.links() == three().links()
    assert opened.linking.missing() == ()


def test_a_denial_elsewhere_disputes_the_claim_and_those_who_repeat_it() -> None:
    opened = three()
    (claim,) = [claim for claim in opened.claims() if claim.disputes]
    assert claim.speakers == ("Mara Lind", "Tomas Hale")
    assert claim.deniers == ("Varga carrier",)
    assert claim.first.day == "2026-11-21"


def test_a_person_takes_a_link_away_and_brings_it_back() -> None:
    opened = three()
    before, (link, *_) = opened.links(), opened.disputes()
    event = opened.linking.reject(link.id[:8], why="two trawlers", who=WHO, when=WHEN)
    assert link not in opened.links()
    opened.keep(Findings(found(8).article, (), Recipe("0.2.0", "en", "other", "11")))
    opened.keep(found(8))
    assert link not in opened.links()
    opened.linking.withdraw(event.id[:8], who=WHO, when=WHEN)
    assert opened.links() == before


def test_a_person_adds_a_link_that_outlives_reading() -> None:
    opened = three()
    before = opened.links()
    first, second = found(8).statements[0], found(10).statements[0]
    event = opened.linking.judge(first.id, second.id[:10], LinkKind.CORRECTS, who=WHO, when=WHEN)
    (added,) = opened.links(LinkKind.CORRECTS)
    assert (added.first.statement, added.second.statement, added.score) == (first.id, second.id, 1.0)
    assert added in opened.links_of(found(8).article.id)
    opened.keep(Findings(found(10).article, (), Recipe("0.2.0", "en", "other", "11")))
    (added,) = opened.links(LinkKind.CORRECTS)
    assert added.second.statement is None
    opened.keep(found(10))
    opened.linking.withdraw(event.id, who=WHO, when=WHEN)
    assert opened.links() == before


def test_a_person_may_say_that_two_never_found_are_no_link_and_change_their_mind() -> None:
    opened = three()
    sides = found(8).statements[0].id, found(9).statements[0].id
    opened.linking.judge(*sides, LinkKind.SAME_CLAIM, holds=False, who=WHO, when=WHEN)
    assert not opened.links(LinkKind.SAME_CLAIM)
    opened.linking.judge(*sides, LinkKind.SAME_CLAIM, who=WHO, when=WHEN)
    (link,) = opened.links(LinkKind.SAME_CLAIM)
    assert link.rule == "judged by ana"


def test_statements_are_meant_by_their_words() -> None:
    opened = three()
    end = opened.linking.end("Tomas Hale said on Friday")
    assert end.statement == found(9).statements[0].id
    article = found(8).article.id
    assert opened.linking.end(f"had sunk the trawler Ida@{article[:6]}").article == article
    with pytest.raises(LedgerError, match="3 statements are meant"):
        opened.linking.end("had sunk the trawler Ida")
    with pytest.raises(LedgerError, match="no statement has the id or words"):
        opened.linking.end("had raised the trawler")


def test_references_that_mean_nothing_are_told() -> None:
    opened = three()
    with pytest.raises(LedgerError, match="no link has"):
        opened.linking.reject("ffffffff", who=WHO, when=WHEN)
    with pytest.raises(LedgerError, match="no standing judgement has"):
        opened.linking.withdraw("ffffffff", who=WHO, when=WHEN)
    with pytest.raises(LedgerError, match="no story holds"):
        opened.linking.story("zzz")
    same = found(8).statements[0].id
    with pytest.raises(LedgerError, match="the same words"):
        opened.linking.judge(same, same, LinkKind.SAME_CLAIM, who=WHO, when=WHEN)


def test_a_story_is_meant_by_any_of_its_articles() -> None:
    opened = three()
    story = opened.linking.story(found(9).article.id[:8])
    assert len(story.articles) == 3
    assert opened.claims(story) == opened.claims()


def test_an_article_in_a_language_without_rules_is_kept_and_linked_with_nothing() -> None:
    opened = three()
    other = found(8)
    article = make_article("Nichts davon stimmt.", Origin(name="de"))
    object.__setattr__(article, "language", "xx")
    opened.keep(Findings(article, (), other.recipe))
    assert opened.linking.missing() == ()
    assert len(opened.stories()) == 2


def test_a_link_whose_words_are_not_in_its_text_is_found(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Ledger.open(path, tagger=CUES) as opened:
        for number in (8, 9, 10):
            opened.keep(found(number))
        assert opened.verify().sound
        link = opened.links()[0]
    with sqlite3.connect(path) as connection:
        value = connection.execute("SELECT value FROM link WHERE id = ?", (link.id,)).fetchone()[0]
        connection.execute("UPDATE link SET value = ? WHERE id = ?", (value.replace("sunk", "sank"), link.id))
    with Ledger.open(path, tagger=CUES) as opened:
        assert [fault for fault in opened.verify().faults if f"link {link.id}" in fault.message]
