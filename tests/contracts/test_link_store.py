"""What every store must do with links, likenesses, outlines and the judgements on links."""

from __future__ import annotations

import pytest
from tests.samples import RECIPE, said

from allegedly.errors import LedgerError
from allegedly.model import Findings, Origin, Recipe, Span
from allegedly.model.link import DisputeClass, End, Likeness, Link, LinkKind
from allegedly.model.link_event import LinkEvent, LinkJudgement, LinkWithdrawal, standing_judgements
from allegedly.store.link_store import NO_DAY, Outline
from allegedly.store.store import Outcome, Store

MADE = "rules 1"


def put(store: Store, number: int, url: str | None = None) -> Findings:
    findings = said("Ott", f"{number} lorries crossed", Origin(name=f"{number}", url=url, published="2026-11-20"))
    store.put(findings)
    return findings


def link(one: Findings, other: Findings, kind: LinkKind = LinkKind.DISPUTES) -> Link:
    ends = [End(each.article.id, (Span(0, 3),), each.article.text[:3], each.statements[0].id, "Ott") for each in (one, other)]
    return Link(kind, ends[0], ends[1], 0.8, "by hand", DisputeClass.DENIED if kind is LinkKind.DISPUTES else None)


def record(
    store: Store, findings: Findings, keys: set[int], day: int = 100, *links: Link, alike: tuple[Likeness, ...] = ()
) -> None:
    outline = Outline(findings.article.id, findings.article.text, day, MADE, b"words", b"runs", "said")
    with store.links.linker() as linker:
        linker.record(outline, keys, alike, links)


def near(store: Store, keys: set[int], day: int, window: int = 10, least: int = 2) -> dict[str, int]:
    with store.links.linker() as linker:
        return dict(linker.near(keys, day, window, least))


def test_articles_are_near_by_keys_and_days(store: Store) -> None:
    one, other, undated = (put(store, number) for number in range(3))
    record(store, one, {1, 2, 3}, 100)
    record(store, other, {2, 3, 4}, 200)
    record(store, undated, {2, 3}, NO_DAY)
    assert near(store, {1, 2, 3}, 105) == {one.article.id: 3, undated.article.id: 2}
    assert near(store, {2, 3}, NO_DAY) == {each.article.id: 2 for each in (one, other, undated)}
    assert near(store, {4, 5}, 200) == {}
    assert near(store, {4, 5}, 200, least=1) == {other.article.id: 1}
    assert near(store, set(), 200) == {}


def test_an_outline_comes_back_with_the_text_of_its_article(store: Store) -> None:
    one = put(store, 1)
    record(store, one, {1})
    with store.links.linker() as linker:
        assert linker.outlines([one.article.id, "0" * 16]) == {
            one.article.id: Outline(one.article.id, one.article.text, 100, MADE, b"words", b"runs", "said")
        }


def test_links_come_back_and_go_with_either_article(store: Store) -> None:
    one, other, third = (put(store, number) for number in range(3))
    found = [link(one, other), link(other, third, LinkKind.SAME_CLAIM), link(one, third)]
    record(store, one, {1}, 100)
    record(store, other, {1}, 100, found[0], alike=(Likeness(one.article.id, other.article.id, 0.5, 0.9),))
    record(store, third, {1}, 100, found[1], found[2])
    assert set(store.links.links()) == set(found)
    assert set(store.links.links(kind=LinkKind.SAME_CLAIM)) == {found[1]}
    assert set(store.links.links(article=one.article.id)) == {found[0], found[2]}
    assert set(store.links.links(articles={one.article.id, other.article.id})) == {found[0]}
    assert list(store.links.likenesses()) == [Likeness(one.article.id, other.article.id, 0.5, 0.9)]
    store.remove(other.article.id)
    assert set(store.links.links()) == {found[2]}
    assert list(store.links.likenesses()) == []
    assert near(store, {1}, 100, least=1) == {one.article.id: 1, third.article.id: 1}
    assert store.verify().sound


def test_recording_again_replaces_what_was_recorded(store: Store) -> None:
    one, other = put(store, 1), put(store, 2)
    record(store, one, {1, 2}, 100)
    record(store, other, {1, 2}, 100, link(one, other))
    record(store, other, {3}, 100)
    assert list(store.links.links()) == []
    assert near(store, {1, 2}, 100) == {one.article.id: 2}


def test_what_is_read_anew_is_unlinked(store: Store) -> None:
    one, other = put(store, 1), put(store, 2)
    assert set(store.links.unlinked(MADE)) == {one.article.id, other.article.id}
    record(store, one, {1}, 100)
    record(store, other, {1}, 100, link(one, other))
    assert store.links.unlinked(MADE) == ()
    assert len(store.links.unlinked("rules 2")) == 2
    assert store.put(Findings(one.article, one.statements, Recipe("0.2.0", "en", "other", "11"))) is Outcome.READ_ANEW
    assert store.links.unlinked(MADE) == (one.article.id,)
    assert list(store.links.links()) == []


def test_a_replaced_version_has_no_links(store: Store) -> None:
    url = "https://gazette.example/a"
    one, other = put(store, 1, url), put(store, 2)
    record(store, one, {1}, 100)
    record(store, other, {1}, 100, link(one, other), alike=(Likeness(one.article.id, other.article.id, 0.5),))
    put(store, 3, url)
    assert list(store.links.links()) == []
    assert list(store.links.likenesses()) == []
    assert list(store.links.links(article=one.article.id)) == [link(one, other)]


def test_removing_a_version_closes_the_row_of_versions(store: Store) -> None:
    url = "https://gazette.example/a"
    first, second, third = (put(store, number, url) for number in range(3))
    store.remove(second.article.id)
    (entry,) = store.entries()
    assert (entry.article, entry.version, entry.replaces) == (third.article.id, 2, first.article.id)
    store.remove(first.article.id)
    (entry,) = store.entries()
    assert (entry.version, entry.replaces) == (1, None)
    assert store.verify().sound
    with pytest.raises(LedgerError, match="no article"):
        store.remove(first.article.id)


def test_judgements_come_back_in_their_order_and_outlive_everything(store: Store) -> None:
    one, other = put(store, 1), put(store, 2)
    ends = link(one, other)
    judged = [
        LinkJudgement(
            f"{number:016x}", "2026-11-22T10:00:00+00:00", "ana", bool(number), kind, ends.first, ends.second, manner, why
        )
        for number, kind, manner, why in (
            (0, LinkKind.DISPUTES, DisputeClass.DENIED, "two bridges"),
            (1, LinkKind.SAME_CLAIM, None, None),
        )
    ]
    events: tuple[LinkEvent, ...] = (*judged, LinkWithdrawal("w" * 16, "2026-11-23", "ben", judged[0].id, "a mistake"))
    for event in (*events, events[0]):
        store.links.record(event)
    store.put(Findings(one.article, one.statements, RECIPE))
    store.remove(one.article.id)
    assert store.links.events() == events
    assert standing_judgements(events) == (judged[1],)
    assert store.verify().sound
