"""Every broken row is found, and none that is whole is named."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.samples import full_findings, said

from allegedly.errors import LedgerError
from allegedly.model import Origin, Skipped
from allegedly.store.sqlite import SqliteStore

URL = Origin(url="https://gazette.example/b")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with SqliteStore(path) as store:
        store.put(full_findings())
        store.put(said("Ott", "eight died", URL))
        store.put(said("Ott", "nine died", URL))
        store.put_skipped(Skipped(Origin(name="empty.txt"), "the file is empty"))
    return path


def broken(path: Path, sql: str) -> list[str]:
    connection = sqlite3.connect(path)
    changed = connection.execute(sql).rowcount
    connection.commit()
    connection.close()
    assert changed != 0
    with SqliteStore(path) as store:
        return [fault.message for fault in store.verify().faults]


NEVER = "words LIKE '%never%'"


@pytest.mark.parametrize(
    ("sql", "messages"),
    [
        (f"UPDATE statement SET words = replace(words, 'never', 'often') WHERE {NEVER}", ["its words are"]),
        (
            "UPDATE article SET text = replace(text, 'Two', 'Ten') WHERE title IS NOT NULL",
            ["SHA-256", "its words are", "column source holds", "column speaker_folded"],
        ),
        ("UPDATE article SET outlet = 'Other' WHERE title IS NOT NULL", ["the id of this text and origin is", "outlet_folded"]),
        (f"UPDATE statement SET speaker_name = 'Lena Ott' WHERE {NEVER}", ["column speaker_name holds 'Lena Ott'"]),
        (f"UPDATE statement SET kind = 'praise' WHERE {NEVER}", ["column kind holds 'praise', expected 'denial'"]),
        (f"UPDATE statement SET speaker = 'x' WHERE {NEVER}", ["expected JSON"]),
        (f"UPDATE statement SET spans = '{{}}' WHERE {NEVER}", ["expected the key 'source'"]),
        (f"UPDATE statement SET judgements = replace(judgements, 'denial', 'lie') WHERE {NEVER}", ["expected one of assertion"]),
        (f"UPDATE statement SET words = CAST(x'ff' AS TEXT) WHERE {NEVER}", ["cannot be read"]),
        (f"UPDATE statement SET id = 'ffffffffffffffff' WHERE {NEVER}", ["the id of these spans is"]),
        (f"DELETE FROM statement WHERE {NEVER}", ["position holds '1'", "position holds '2'", "holds 2 statements, expected 3"]),
        ("DELETE FROM statement WHERE position = 2", ["holds 2 statements, expected 3"]),
        ("UPDATE statement SET parent = 'ffffffffffffffff' WHERE position = 2", ["has the parent ffffffffffffffff"]),
        ("DELETE FROM article WHERE title IS NOT NULL", ["is not there"] * 3),
        ("UPDATE article SET version = 3 WHERE version = 2", ["version 3 and replaces"]),
        ("UPDATE article SET replaces = NULL WHERE version = 2", ["names no version"]),
        ("UPDATE article SET blocks = '[[\"throne\", 0, 4]]' WHERE title IS NOT NULL", ["expected one of headline"]),
        ("UPDATE skipped SET reason = x'00'", ["expected a string"]),
        ("UPDATE skipped SET origin_key = 'b'", ["column origin_key"]),
        ("INSERT INTO statement_text (statement_text) VALUES ('delete-all')", ["full-text index"]),
    ],
)
def test_a_broken_row_is_found(path: Path, sql: str, messages: list[str]) -> None:
    found = broken(path, sql)
    assert len(found) == len(messages), found
    for message in messages:
        assert any(message in one for one in found), found


def test_a_sound_ledger_has_no_fault(path: Path) -> None:
    for write in (True, False):
        with SqliteStore(path, write=write) as store:
            verification = store.verify()
        assert verification.sound
        assert (verification.counts.articles, verification.counts.statements, verification.counts.skipped) == (3, 5, 1)


def test_broken_findings_are_not_given_as_if_they_were_whole(path: Path) -> None:
    broken(path, f"UPDATE statement SET words = replace(words, 'never', 'often') WHERE {NEVER}")
    with SqliteStore(path) as store, pytest.raises(LedgerError, match=r"its words are.*run `allegedly verify`"):
        store.get(full_findings().article.id)
