"""Corrections: recorded, replayed after every reading, never moved to other words, never lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegedly.errors import LedgerError
from allegedly.languages import load_language
from allegedly.ledger import Ledger
from allegedly.model import (
    Article,
    Attribution,
    Certainty,
    Figure,
    Findings,
    Kind,
    Manner,
    Origin,
    Segments,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from allegedly.model.correction import Correction, Field
from allegedly.pipeline import find_statements
from allegedly.read import read
from allegedly.store.store import Selection
from tests.marked import parse_marked

MARKED = (
    "[source The mayor] [cue denied] [content taking money]. 🚚 “We sent 40 lorries,” Lena Brandt told reporters. "
    "Two officials said that it was false."
)
TEXT, GIVEN = parse_marked(MARKED)
WHO = {"who": "ana", "when": "2026-11-23T10:00:00+00:00"}


def words(*texts: str) -> Attribution:
    """The attribution with these source, cue and content."""
    spans = [(Span(TEXT.index(each), TEXT.index(each) + len(each)),) if each else () for each in texts]
    return Attribution(spans[0], spans[1], spans[2])


QUOTE = words("Lena Brandt", "told", "“We sent 40 lorries,”")
OFFICIALS = words("Two officials", "said", "it was false")


class Fixed:
    """A tagger that finds what it is given."""

    def __init__(self, *found: Attribution, digest: str = "1") -> None:
        self._found, self.name, self.digest = found, "fixed", digest

    def __call__(self, article: Article, segments: Segments) -> tuple[Attribution, ...]:
        return self._found


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:", tagger=Fixed(*GIVEN, OFFICIALS)) as opened:
        opened.add(article())
        yield opened


def article() -> Article:
    return read(TEXT.encode(), Origin(name="a.txt", published="2026-11-20"))


def only(ledger: Ledger) -> Findings:
    return next(iter(ledger.findings(Selection())))


def said(findings: Findings) -> list[Statement]:
    """The statements but for the article's own sentences."""
    return [one for one in findings.statements if one.manner.value is not Manner.BARE]


def found_by(ledger: Ledger, *found: Attribution, digest: str) -> Findings:
    """What the ledger holds once another tagger has read the article."""
    language = load_language("en")
    ledger.keep(find_statements(article(), language, Fixed(*found, digest=digest)))
    return only(ledger)


def spoken(findings: Findings) -> list[str]:
    return [statement.words for statement in findings.statements]


def first(ledger: Ledger) -> str:
    return only(ledger).statements[0].id


def test_a_field_is_corrected_and_says_so(ledger: Ledger) -> None:
    made = ledger.corrections.correct(article().id, first(ledger), Field.KIND, Kind.REJECTION, **WHO)
    statement = only(ledger).statements[0]
    assert (statement.kind.value, statement.kind.rule) == (Kind.REJECTION, "correction")
    assert (made.old, made.new, made.who) == (Kind.DENIAL, Kind.REJECTION, "ana")
    assert ledger.verify().sound


def test_a_correction_outlives_another_reading_and_back(ledger: Ledger) -> None:
    speaker = Speaker("Ivo Holt", SpeakerKind.NAMED_PERSON, role="mayor")
    ledger.corrections.correct(article().id, first(ledger), Field.SPEAKER, speaker, **WHO)
    read_anew = found_by(ledger, *GIVEN, QUOTE, digest="2")
    assert read_anew.statements[0].speaker == speaker
    assert read_anew.recipe.tagger_digest == "2"
    assert not list(ledger.corrections.waiting())
    assert only(ledger).statements[0].speaker == speaker


def test_where_other_words_are_found_it_waits_with_both(ledger: Ledger) -> None:
    ledger.corrections.correct(article().id, first(ledger), Field.CERTAINTY, Certainty.POSSIBLE, **WHO)
    other = words("The mayor", "denied", "money")
    now = found_by(ledger, other, digest="2")
    assert [statement.certainty.rule for statement in now.statements] != ["correction"]
    waiting = list(ledger.corrections.waiting())
    assert [one.rivals[0].attribution.content for one in waiting] == [other.content]
    assert "other words" in waiting[0].reason
    back = found_by(ledger, *GIVEN, digest="3")
    assert back.statements[0].certainty.value is Certainty.POSSIBLE
    assert not list(ledger.corrections.waiting())


def test_words_are_corrected_behind_an_emoji(ledger: Ledger) -> None:
    statement = next(one for one in only(ledger).statements if "officials" in one.words)
    ledger.corrections.correct(
        article().id, statement.id, Field.WORDS, words("Two officials", "said", "that it was false"), **WHO
    )
    assert "Two officials said that it was false" in spoken(only(ledger))
    assert ledger.verify().sound
    assert "Two officials said that it was false" in spoken(found_by(ledger, *GIVEN, OFFICIALS, digest="2"))
    assert "Two officials said that it was false" in spoken(found_by(ledger, digest="3"))


def test_a_missed_statement_is_added_and_judged(ledger: Ledger) -> None:
    ledger.corrections.correct(article().id, QUOTE, Field.STATEMENT, QUOTE, **WHO)
    added = next(one for one in only(ledger).statements if one.attribution.cue == QUOTE.cue)
    assert added.speaker is not None
    assert added.speaker.name == "Lena Brandt"
    assert [figure.low for figure in added.figures] == [40]
    assert len(said(found_by(ledger, *GIVEN, QUOTE, digest="2"))) == 2
    assert not list(ledger.corrections.waiting())


def test_a_false_statement_is_deleted_for_good(ledger: Ledger) -> None:
    ledger.corrections.correct(article().id, first(ledger), Field.STATEMENT, None, **WHO)
    assert not any("denied" in each for each in spoken(only(ledger)))
    assert not any("denied" in each for each in spoken(found_by(ledger, *GIVEN, QUOTE, digest="2")))


def test_undo_brings_back_what_was_found(ledger: Ledger) -> None:
    before = only(ledger)
    made = [
        ledger.corrections.correct(article().id, first(ledger), Field.KIND, Kind.DEMAND, **WHO),
        ledger.corrections.correct(article().id, QUOTE, Field.STATEMENT, QUOTE, **WHO),
    ]
    for one in reversed(made):
        ledger.corrections.withdraw(one.id[:8], **WHO)
    assert only(ledger) == before
    assert len(ledger.corrections.events()) == 4
    with pytest.raises(LedgerError, match="no corrections that stand"):
        ledger.corrections.withdraw(made[0].id, **WHO)


def test_corrections_of_another_ledger_fit_the_same_words_in_another_text(ledger: Ledger) -> None:
    ledger.corrections.correct(article().id, first(ledger), Field.KIND, Kind.DEMAND, **WHO)
    ledger.corrections.correct(article().id, QUOTE, Field.STATEMENT, QUOTE, **WHO)
    events = ledger.corrections.events()
    with Ledger.open(":memory:", tagger=Fixed(*GIVEN, OFFICIALS)) as other:
        assert other.corrections.put(events) == 2
        assert [one.reason for one in other.corrections.waiting()] == ["its article is not in the ledger"] * 2
        other.add(article())
        assert len(said(only(other))) == 3
        assert only(other).statements[0].kind.value is Kind.DEMAND
        assert other.corrections.put(events) == 0
        assert not list(other.corrections.waiting())


def test_what_two_people_see_differently_is_shown(ledger: Ledger) -> None:
    ledger.corrections.correct(article().id, first(ledger), Field.KIND, Kind.DEMAND, **WHO)
    ledger.corrections.correct(article().id, first(ledger), Field.KIND, Kind.THREAT, who="ben", when="2026-11-23T11:00:00+00:00")
    (difference,) = ledger.corrections.differences()
    assert [(one.who, one.new) for one in difference.corrections] == [("ana", Kind.DEMAND), ("ben", Kind.THREAT)]
    assert only(ledger).statements[0].kind.value is Kind.THREAT


def test_figures_and_acceptance_are_kept(ledger: Ledger) -> None:
    figures = (Figure(40.0, 40.0, "exactly", "lorries", "other", QUOTE.content),)
    ledger.corrections.correct(article().id, first(ledger), Field.FIGURES, figures, **WHO)
    ledger.corrections.correct(article().id, first(ledger), Field.ACCEPTED, None, **WHO)
    assert only(ledger).statements[0].figures == figures
    assert [one.field for one in ledger.corrections.standing() if isinstance(one, Correction)] == [Field.FIGURES, Field.ACCEPTED]


def test_what_does_not_fit_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no statement with the id"):
        ledger.corrections.correct(article().id, "0" * 16, Field.KIND, Kind.DEMAND, **WHO)
    far = Attribution((), (), (Span(0, 10_000),))
    with pytest.raises(LedgerError, match="characters, found the span"):
        ledger.corrections.correct(article().id, far, Field.STATEMENT, far, **WHO)
    with pytest.raises(LedgerError, match="very words already"):
        ledger.corrections.correct(article().id, first(ledger), Field.WORDS, OFFICIALS, **WHO)
    assert not ledger.corrections.events()


def test_a_rerun_reads_again_what_another_version_read(ledger: Ledger) -> None:
    ledger.corrections.correct(article().id, first(ledger), Field.KIND, Kind.DEMAND, **WHO)
    found_by(ledger, *GIVEN, digest="0")
    kept = list(ledger.rerun())
    assert len(kept) == 1
    assert only(ledger).recipe.tagger_digest == "1"
    assert only(ledger).statements[0].kind.value is Kind.DEMAND
    assert ledger.verify().sound


def test_a_correction_whose_words_are_not_in_its_text_is_found(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Ledger.open(path, tagger=Fixed(*GIVEN)) as ledger:
        ledger.add(article())
        ledger.corrections.correct(article().id, first(ledger), Field.KIND, Kind.DEMAND, **WHO)
        assert ledger.verify().sound
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE correction SET value = replace(value, 'The mayor', 'The miner')")
    with Ledger.open(path, write=False) as ledger:
        assert [fault.message for fault in ledger.verify().faults] == [
            f"correction {ledger.corrections.events()[0].id}: its words 'The miner' are not there"
        ]
