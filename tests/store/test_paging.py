"""Pages of statements and their facets: every statement once, in order, whatever is added in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.samples import changed, full_findings, make_findings, said, span

from allegedly.errors import LedgerError
from allegedly.export.sourcing import audit_sources, source_sort
from allegedly.model import Kind, Manner, Origin, Speaker, SpeakerKind, Statement
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Order, Selection


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "ledger.db") as store:
        for day in range(1, 8):
            published = f"2026-11-{day:02}" if day < 6 else None
            store.put(said(f"Speaker {day}", f"the bridge {'shut ' * day}again", Origin(name=f"{day}.txt", published=published)))
        yield store


def paged(store: SqliteStore, selection: Selection, size: int, order: Order) -> list[Statement]:
    found: list[Statement] = []
    after: str | None = None
    while True:
        page = store.page(selection, size, order=order, after=after)
        assert len(page.statements) <= size
        found += page.statements
        after = page.after
        if after is None:
            return found


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("text", [None, "bridge"])
def test_pages_hold_every_statement_once(store: SqliteStore, size: int, order: Order, text: str | None) -> None:
    found = paged(store, Selection(text=text), size, order)
    assert sorted(one.id for one in found) == sorted(one.id for one in store.statements())


def test_pages_go_by_day_and_those_without_one_come_last(store: SqliteStore) -> None:
    newest = [one.origin.published for one in paged(store, Selection(), 2, Order.NEWEST)]
    assert newest == [f"2026-11-0{day}" for day in (5, 4, 3, 2, 1)] + [None, None]
    oldest = [one.origin.published for one in paged(store, Selection(), 2, Order.OLDEST)]
    assert oldest == [f"2026-11-0{day}" for day in (1, 2, 3, 4, 5)] + [None, None]


def test_what_is_added_moves_no_page_that_follows(store: SqliteStore) -> None:
    first = store.page(Selection(), 3)
    expected = store.page(Selection(), 3, after=first.after).statements
    store.put(said("Speaker 8", "it opened", Origin(name="8.txt", published="2026-11-20")))
    assert store.page(Selection(), 3, after=first.after).statements == expected


@pytest.mark.parametrize("cursor", ["", "x", "ä", "e30", "WzFd", "eyJwbGFjZSI6WzFdfQ", "////"])
def test_what_is_no_cursor_is_said_to_be_none(store: SqliteStore, cursor: str) -> None:
    with pytest.raises(LedgerError):
        store.page(Selection(), 3, after=cursor)


def test_the_new_conditions_select(tmp_path: Path) -> None:
    findings = full_findings()
    with SqliteStore(tmp_path / "ledger.db") as store:
        store.put(findings)
        direct, outer, inner = findings.statements
        for selection, expected in (
            (Selection(country="FR"), {direct}),
            (Selection(country="DE"), set()),
            (Selection(speaker_kind=SpeakerKind.UNNAMED_GROUP), {outer}),
            (Selection(unclear=True), {outer}),
            (Selection(ids=(inner.id,)), {inner}),
            (Selection(manner=Manner.DIRECT), {direct}),
            (Selection(below=0.9), {direct}),
            (Selection(ids=()), set()),
            (Selection(articles=(findings.article.id,)), {direct, outer, inner}),
            (Selection(articles=()), set()),
        ):
            assert {one.id for one in store.statements(selection)} == {one.id for one in expected}


def test_facets_count_every_statement_once(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "ledger.db") as store:
        store.put(full_findings())
        text = "Ana Hale waits. Nobody knows."
        store.put(make_findings(text, [(span("Ana Hale", text), span("waits", text))], Origin(name="b", outlet="B")))
        facets = store.facets()
        assert sum(facet.statements for facet in facets) == len(list(store.statements()))
        assert sum(facet.statements for facet in facets if facet.unclear) == 1
        assert sum(facet.statements for facet in facets if facet.country == "FR") == 1
        assert {facet.kind for facet in store.facets(Selection(kind=Kind.DENIAL))} == {"denial"}
        assert sum(facet.statements for facet in store.facets(Selection(text="lorries"))) == 1


def test_a_change_by_anybody_is_noticed(store: SqliteStore) -> None:
    before = store.change()
    assert store.change() == before
    store.put(said("Speaker 9", "it opened", Origin(name="9.txt")))
    after = store.change()
    assert after != before
    with SqliteStore(store.path) as other:
        other.put(said("Speaker 10", "it opened", Origin(name="10.txt")))
    assert store.change() not in (before, after)


def test_versions_of_one_key_stand_in_order(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "ledger.db") as store:
        first, second, other = (
            said("Ana Hale", words, Origin(name=name)) for words, name in (("a", "x"), ("b", "x"), ("c", "y"))
        )
        for findings in (first, second, other):
            store.put(findings)
        for findings in (first, second):
            assert [entry.article for entry in store.versions(findings.article.id)] == [first.article.id, second.article.id]
        assert [entry.version for entry in store.versions(other.article.id)] == [1]
        assert store.versions("0000") == ()


def test_sources_are_counted_as_the_audit_counts_them(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "ledger.db") as store:
        store.put(full_findings())
        text = "Officials say a. officials say b. Ana says c."
        said_by = [("Officials", "a."), ("officials", "b."), ("Ana", "c.")]
        findings = make_findings(text, [(span(who, text), span(what, text)) for who, what in said_by], Origin(name="b"))
        group = Speaker("Officials", SpeakerKind.UNNAMED_GROUP)
        first, second, third = findings.statements
        statements = (changed(first, speaker=group), changed(second, speaker=group), third)
        store.put(changed(findings, statements=statements))
        expected: Counter[str] = Counter()
        for audit in audit_sources(store.statements(), lambda one: one.origin.outlet):
            expected.update({str(sort): number for sort, number in audit.counts})
            expected.update({"unclear": audit.unclear, "repeated": audit.repeated})
        found: Counter[str] = Counter()
        for each in store.sources():
            kind = SpeakerKind(each.kind) if each.kind else None
            found["unclear" if each.unclear else str(source_sort(kind))] += each.statements
            found["repeated"] += each.repeated
        assert +found == +expected
        assert found["repeated"] == 1
