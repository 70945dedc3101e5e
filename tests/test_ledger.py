from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from allegedly.errors import LanguageError, LedgerError, ModelError
from allegedly.export.json_shape import findings_from_json, skipped_from_json
from allegedly.languages import Language
from allegedly.ledger import Added, Ledger, Unchanged
from allegedly.model import Article, Attribution, Origin, Segments, Skipped, Span
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Counts, Outcome, Selection
from tests.crash.adding import FakeTagger, articles
from tests.samples import changed, full_findings, make_article


@pytest.fixture
def tagger() -> FakeTagger:
    return FakeTagger()


@pytest.fixture
def ledger(tagger: FakeTagger) -> Iterator[Ledger]:
    with Ledger.open(":memory:", tagger=tagger) as ledger:
        yield ledger


def test_an_article_added_is_read_once(ledger: Ledger, tagger: FakeTagger) -> None:
    (article,) = articles(0, 1)
    findings = ledger.add(article)
    assert len(findings.statements) == 6
    assert ledger.add(article) == findings
    assert ledger.article(article.id) == findings
    assert tagger.calls == 1


def test_many_are_kept_as_they_come_and_a_second_run_changes_nothing(ledger: Ledger, tagger: FakeTagger) -> None:
    for kept in ledger.add_many(articles(0, 3)):
        assert isinstance(kept, Added)
        assert kept.outcome is Outcome.ADDED
        assert ledger.article(kept.findings.article.id) == kept.findings
    before = list(ledger.export())
    again = list(ledger.add_many(articles(0, 3)))
    assert [type(kept) for kept in again] == [Unchanged] * 3
    assert tagger.calls == 3
    assert list(ledger.export()) == before


def test_a_changed_article_is_a_new_version(ledger: Ledger) -> None:
    (first,) = articles(0, 1)
    second = make_article(first.text + " Officer Hale said more.", first.origin)
    kept = list(ledger.add_many([first, second]))
    assert [one.outcome for one in kept if isinstance(one, Added)] == [Outcome.ADDED, Outcome.NEW_VERSION]
    assert [entry.version for entry in ledger.articles()] == [2]
    assert ledger.article("0.txt").article == second


def test_another_tagger_reads_anew(tmp_path: Path, tagger: FakeTagger) -> None:
    other = FakeTagger()
    other.digest = "01"
    for using, outcome in ((tagger, Outcome.ADDED), (other, Outcome.READ_ANEW)):
        with Ledger.open(tmp_path / "a.db", tagger=using) as ledger:
            (kept,) = ledger.add_many(articles(0, 1))
            assert isinstance(kept, Added)
            assert kept.outcome is outcome
    assert other.calls == 1


def test_what_could_not_be_read_goes_through_and_is_kept(ledger: Ledger) -> None:
    skipped = Skipped(Origin(name="empty.txt"), "the file is empty")
    first, _ = ledger.add_many([skipped, *articles(0, 1)])
    assert first == skipped
    assert list(ledger.skipped()) == [skipped]
    assert ledger.counts() == Counts(1, 6, 1)


class FailingTagger(FakeTagger):
    def __call__(self, article: Article, segments: Segments) -> Sequence[Attribution]:
        if "depot 100 " in article.text:
            raise ZeroDivisionError("no such depot")
        if "depot 200 " in article.text:
            return [Attribution((), (), (Span(0, 100_000),))]
        return super().__call__(article, segments)


def test_one_bad_article_stops_no_other() -> None:
    surrogate = make_article("Officer Ott said \ud800.", Origin(name="x"))
    french = changed(make_article("Officer Ott said oui.", Origin(name="y")), language="xx")
    with Ledger.open(":memory:", tagger=FailingTagger()) as ledger:
        kept = list(ledger.add_many([*articles(0, 4), surrogate, french, *articles(4, 5)]))
        assert [type(one) for one in kept] == [Added, Skipped, Skipped, Added, Skipped, Skipped, Added]
        reasons = [one.reason for one in kept if isinstance(one, Skipped)]
        assert "ZeroDivisionError: no such depot" in reasons[0]
        assert "lone surrogate" in reasons[2]
        assert "no language data for 'xx'" in reasons[3]
        assert ledger.counts() == Counts(4, 18, 4)
        assert ledger.article(french.id).article == french
        assert not ledger.article(french.id).statements
        assert ledger.stories() is not None
        assert ledger.verify().sound
        with pytest.raises(LanguageError):
            ledger.add(french)


def test_a_tagger_that_cannot_be_loaded_stops_the_work() -> None:
    def broken(language: Language) -> FakeTagger:
        raise ModelError("the weights are cut")

    with Ledger(SqliteStore(":memory:"), broken) as ledger, pytest.raises(ModelError):
        list(ledger.add_many(articles(0, 1)))


def test_a_ledger_that_cannot_be_written_stops_the_work(tmp_path: Path, tagger: FakeTagger) -> None:
    Ledger.open(tmp_path / "a.db", tagger=tagger).close()
    with (
        Ledger.open(tmp_path / "a.db", tagger=tagger, write=False) as ledger,
        pytest.raises(LedgerError, match="for reading alone"),
    ):
        list(ledger.add_many(articles(0, 1)))


def test_an_article_meant_by_nothing_or_by_too_little_is_named(ledger: Ledger) -> None:
    list(ledger.add_many(articles(0, 40)))
    with pytest.raises(LedgerError, match="no article has the id, url or name 'zzz'"):
        ledger.article("zzz")
    beginnings = [entry.article[0] for entry in ledger.articles()]
    twice = next(one for one in beginnings if beginnings.count(one) > 1)
    with pytest.raises(LedgerError, match="name one by its id"):
        ledger.article(twice)


def test_what_was_kept_is_found(ledger: Ledger) -> None:
    ledger.keep(full_findings())
    list(ledger.add_many(articles(0, 2)))
    assert [one.words for one in ledger.search('"depot 103"')] == ["Officer Ott3 said depot 103 burnt down"]
    assert len(list(ledger.search("depot", limit=4))) == 4
    assert {one.words[:12] for one in ledger.said_by("ott3")} == {"Officer Ott3"}
    assert [one.name for one in ledger.speakers("brandt")] == ["Lena Brandt"]
    assert len(list(ledger.statements(Selection(outlet="example wire")))) == 12
    assert sum(1 for _ in ledger.findings()) == sum(1 for _ in ledger.articles()) == 3


def test_export_comes_back(ledger: Ledger) -> None:
    skipped = Skipped(Origin(name="empty.txt"), "the file is empty")
    list(ledger.add_many([*articles(0, 2), skipped]))
    *exported, last = ledger.export()
    assert [findings_from_json(value) for value in exported] == list(ledger.findings())
    assert skipped_from_json(last) == skipped
    assert len(list(ledger.export(Selection(limit=1)))) == 1
