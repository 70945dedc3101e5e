"""What every store must do; run over every implementation."""

from __future__ import annotations

from datetime import date

import pytest
from tests.samples import RECIPE, changed, full_findings, make_findings, said

from allegedly.errors import LedgerError
from allegedly.model import Findings, Kind, Origin, Recipe, Skipped, Span, Speaker, SpeakerKind, statement_id
from allegedly.store.store import Counts, Outcome, RefusedError, Selection, Store


def test_an_empty_store_holds_nothing(store: Store) -> None:
    assert store.counts() == Counts(0, 0, 0)
    for rows in (store.findings(), store.statements(), store.entries(), store.speakers(), store.skipped()):
        assert not list(rows)
    assert store.verify().sound


def test_what_was_put_comes_back(store: Store) -> None:
    findings = full_findings()
    assert store.put(findings) is Outcome.ADDED
    assert store.get(findings.article.id) == findings
    assert list(store.findings()) == [findings]
    assert tuple(store.statements()) == findings.statements
    assert store.recipe(findings.article.id) == findings.recipe
    assert store.verify().sound


def test_put_twice_is_put_once(store: Store) -> None:
    assert store.put(full_findings()) is Outcome.ADDED
    assert store.put(full_findings()) is Outcome.UNCHANGED
    assert store.counts() == Counts(1, len(full_findings().statements), 0)


def test_findings_without_statements_are_kept(store: Store) -> None:
    findings = make_findings("Nothing was said.", [])
    store.put(findings)
    assert store.get(findings.article.id) == findings


def test_another_text_of_one_url_is_a_new_version(store: Store) -> None:
    origin = Origin(url="https://gazette.example/a")
    old, new = said("Ott", "eight died", origin), said("Ott", "nine died", origin)
    assert store.put(old) is Outcome.ADDED
    assert store.put(new) is Outcome.NEW_VERSION
    assert store.put(old) is Outcome.UNCHANGED
    (entry,) = store.entries()
    assert (entry.article, entry.version, entry.replaces) == (new.article.id, 2, old.article.id)
    assert [entry.version for entry in store.entries(Selection(replaced=True))].count(1) == 1
    assert tuple(store.statements()) == new.statements
    assert {one.id for one in store.statements(Selection(replaced=True))} == {old.statements[0].id, new.statements[0].id}
    assert store.get(old.article.id) == old
    assert [entry.article for entry in store.find("https://gazette.example/a")] == [new.article.id]
    assert store.verify().sound


def test_articles_without_url_and_name_are_no_versions_of_each_other(store: Store) -> None:
    store.put(said("Ott", "eight died", Origin()))
    assert store.put(said("Ott", "nine died", Origin())) is Outcome.ADDED
    assert {entry.version for entry in store.entries()} == {1}


def test_another_recipe_replaces_the_statements_as_a_whole(store: Store) -> None:
    text = "Ott says eight died. Hale says nine died."
    first = make_findings(text, [(Span(0, 3), Span(9, 19)), (Span(21, 25), Span(31, 40))])
    store.put(first)
    again = Findings(first.article, first.statements[1:], Recipe("0.2.0", "en", "other", "11"))
    assert store.put(again) is Outcome.READ_ANEW
    assert store.get(first.article.id) == again
    assert list(store.statements(Selection(text="eight"))) == []
    assert store.counts() == Counts(1, 1, 0)
    assert store.verify().sound


def test_what_breaks_the_slice_guarantee_is_refused_and_nothing_kept(store: Store) -> None:
    findings = full_findings()
    broken = changed(findings.statements[1], words="Two officials said")
    with pytest.raises(RefusedError, match="its words are 'Two officials said'"):
        store.put(Findings(findings.article, (findings.statements[0], broken), RECIPE))
    assert store.counts() == Counts(0, 0, 0)


def test_a_number_that_json_does_not_know_is_refused(store: Store) -> None:
    findings = full_findings()
    figure = changed(findings.statements[0].figures[0], low=float("inf"))
    broken = changed(findings.statements[0], figures=(figure,))
    with pytest.raises(RefusedError):
        store.put(Findings(findings.article, (broken,), RECIPE))
    assert store.counts() == Counts(0, 0, 0)


@pytest.mark.parametrize("text", ["Ott said \ud83d hello", "\udfffOtt said hello"])
def test_a_lone_surrogate_is_refused_with_what_it_is(store: Store, text: str) -> None:
    with pytest.raises(RefusedError, match=r"lone surrogate, found U\+D"):
        store.put(make_findings(text, [(None, Span(0, 5))]))
    assert store.counts() == Counts(0, 0, 0)
    assert store.put(full_findings()) is Outcome.ADDED


@pytest.mark.parametrize(
    "text", ["a\x00b said c", "e\u0301 said 👩‍👩‍👧", "קול אמר \u202eשלום\u202c", "x\r\ny said z", "\ufeffa said b"]
)
def test_odd_characters_come_back(store: Store, text: str) -> None:
    findings = make_findings(text, [(Span(0, 1), Span(2, len(text)))])
    store.put(findings)
    assert store.get(findings.article.id) == findings
    assert store.verify().sound


def test_an_article_is_found_by_id_beginning_url_and_name(store: Store) -> None:
    findings = full_findings()
    store.put(findings)
    article = findings.article
    for reference in (article.id, article.id[:3], article.id[:5].upper(), "https://gazette.example/bridge", "bridge.html"):
        assert [entry.article for entry in store.find(reference)] == [article.id], reference
    for reference in ("nothing", "", "bridge%", "%", "_" * 16, "bridge", "' OR 1=1 --", "\ud800"):
        assert store.find(reference) == (), reference
    with pytest.raises(LedgerError, match="no article"):
        store.get("0000000000000000")


def test_skipped_texts_are_kept_with_their_last_reason_until_they_are_read(store: Store) -> None:
    origin = Origin(name="a.txt")
    store.put_skipped(Skipped(origin, "the file is empty"))
    store.put_skipped(Skipped(origin, "the file is binary"))
    store.put_skipped(Skipped(Origin(name="b.txt"), "the file is empty"))
    store.put_skipped(Skipped(Origin(), "nothing there"))
    store.put_skipped(Skipped(Origin(), "nothing there"))
    assert [one.reason for one in store.skipped()] == ["nothing there", "the file is binary", "the file is empty"]
    store.put(said("Ott", "eight died", origin))
    assert [one.origin.name for one in store.skipped()] == [None, "b.txt"]
    assert store.counts().skipped == 2


@pytest.fixture
def coverage(store: Store) -> Store:
    """Four statements in three articles, put in another order than they are listed in."""
    wire = Origin("Example Wire", name="1", title="Depot burns", published="2026-11-20T23:30:00Z")
    gazette = Origin("Orlec Gazette", name="2", title="Denial", published="2026-11-21")
    undated = Origin("ORLEC  gazette", name="3")
    denial = said("José Álvarez", "the ballistic missile was not ours", gazette)
    speaker = Speaker("Lena Brandt", SpeakerKind.NAMED_PERSON)
    statement = changed(denial.statements[0], kind=changed(denial.statements[0].kind, value=Kind.DENIAL), speaker=speaker)
    store.put(said("Peskov", "ballistic missiles fell", undated))
    store.put(Findings(denial.article, (statement,), RECIPE))
    store.put(said("The mayor", "a depot 100% burnt", wire))
    return store


def contents(store: Store, selection: Selection) -> list[str]:
    return [one.words for one in store.statements(selection)]


WIRE, DENIAL, UNDATED = (
    "The mayor said a depot 100% burnt",
    "José Álvarez said the ballistic missile was not ours",
    "Peskov said ballistic missiles fell",
)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), [WIRE, DENIAL, UNDATED]),
        (Selection(limit=1), [WIRE]),
        (Selection(limit=1, offset=1), [DENIAL]),
        (Selection(offset=2), [UNDATED]),
        (Selection(limit=0), []),
        (Selection(since=date(2026, 11, 20)), [WIRE, DENIAL]),
        (Selection(since=date(2026, 11, 21)), [DENIAL]),
        (Selection(until=date(2026, 11, 20)), [WIRE]),
        (Selection(outlet="orlec gazette"), [DENIAL, UNDATED]),
        (Selection(outlet="Orlec"), []),
        (Selection(speaker="PESKOV"), [UNDATED]),
        (Selection(speaker="pesk"), []),
        (Selection(speaker="alvarez"), [DENIAL]),
        (Selection(speaker="lena brandt"), [DENIAL]),
        (Selection(speaker="brandt jose"), []),
        (Selection(speaker="%"), LedgerError),
        (Selection(kind=Kind.DENIAL), [DENIAL]),
        (Selection(text="ballistic", kind=Kind.ASSERTION), [UNDATED]),
        (Selection(text="missile"), [DENIAL]),
        (Selection(text="missile*"), {DENIAL, UNDATED}),
        (Selection(text="BALLISTIC fell"), [UNDATED]),
        (Selection(text='"missile ballistic"'), []),
        (Selection(text='"ballistic missile"'), [DENIAL]),
        (Selection(text="“ballistic missile"), [DENIAL]),
        (Selection(text="alvarez"), [DENIAL]),
        (Selection(text="Brandt"), [DENIAL]),
        (Selection(text="depot burns"), [WIRE]),
        (Selection(text="denial"), [DENIAL]),
        (Selection(text="ballistic", speaker="peskov", since=date(2000, 1, 1)), []),
    ],
)
def test_a_selection_selects(coverage: Store, selection: Selection, expected: list[str] | set[str] | type[Exception]) -> None:
    if isinstance(expected, type):
        with pytest.raises(expected):
            contents(coverage, selection)
    elif isinstance(expected, set):
        assert set(contents(coverage, selection)) == expected
    else:
        assert contents(coverage, selection) == expected


def test_articles_are_selected_by_what_they_hold(coverage: Store) -> None:
    def titles(selection: Selection) -> list[str | None]:
        found = [entry.origin.title for entry in coverage.entries(selection)]
        assert [one.article.origin.title for one in coverage.findings(selection)] == found
        return found

    assert titles(Selection()) == ["Depot burns", "Denial", None]
    assert titles(Selection(text="ballistic")) == ["Denial", None]
    assert titles(Selection(speaker="brandt")) == ["Denial"]
    assert titles(Selection(since=date(2026, 11, 21))) == ["Denial"]
    assert titles(Selection(limit=1, offset=1)) == ["Denial"]


def test_speakers_are_counted(coverage: Store) -> None:
    coverage.put(said("Peskov", "it rained", Origin(name="4")))
    found = [(one.name, one.statements, one.articles) for one in coverage.speakers()]
    assert found == [("Peskov", 2, 2), ("Lena Brandt", 1, 1), ("The mayor", 1, 1)]
    assert [one.name for one in coverage.speakers(Selection(speaker="alvarez"))] == ["Lena Brandt"]


WORDS = [
    "AND",
    "a AND",
    "NEAR(x",
    "words:",
    "title : x",
    "a OR (b",
    "-a",
    "a\x00b",
    "'; DROP TABLE statement; --",
    "a\ud800",
    "x" * 5000,
]
WORDLESS = ['"', "*", "", " ", "(", ")", "^", "+", "\ud800", "\u0301", '""', "💥", "-", "'"]


@pytest.mark.parametrize("query", WORDS)
def test_no_query_reaches_the_database_as_anything_but_words(coverage: Store, query: str) -> None:
    assert set(contents(coverage, Selection(text=query))) <= {WIRE, DENIAL, UNDATED}
    assert list(coverage.entries(Selection(text=query))) is not None
    assert coverage.counts().statements == 3


@pytest.mark.parametrize("query", WORDLESS)
def test_a_query_without_a_word_is_refused(coverage: Store, query: str) -> None:
    with pytest.raises(LedgerError, match="holds no word"):
        contents(coverage, Selection(text=query))


def test_every_word_of_a_search_operator_is_a_word(store: Store) -> None:
    findings = said("Ott", "neither NOT nor NEAR", Origin(name="1"))
    store.put(findings)
    assert tuple(store.statements(Selection(text="not near"))) == findings.statements
    assert tuple(store.statements(Selection(text="nor NOT absent"))) == ()


def test_reading_goes_on_while_something_is_put(coverage: Store) -> None:
    statements = coverage.statements()
    first = next(statements)
    coverage.put(said("Hale", "more came", Origin(name="5")))
    assert [first.words, *(one.words for one in statements)] == [WIRE, DENIAL, UNDATED]


def test_ids_are_those_of_the_content(store: Store) -> None:
    findings = full_findings()
    store.put(findings)
    for statement in store.statements():
        assert statement.id == statement_id(findings.article.id, statement.attribution)
