"""A process killed at any moment loses nothing that it said was kept; several may add at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from allegedly.store.sqlite import SqliteStore
from tests.crash.adding import articles
from tests.crash.crashing import Crashes, adding, crash


def test_killing_the_process_loses_and_doubles_nothing() -> None:
    crashes = crash(kills=8, number=12, seed=1)
    assert (crashes.lost, crashes.doubled, crashes.faults) == (0, 0, 0)
    assert crashes.while_writing > 0
    assert isinstance(crashes, Crashes)


def test_processes_add_at_once_to_a_ledger_that_is_not_there_yet_while_another_reads(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    processes = [adding(path, first, first + 30) for first in (0, 15, 0)]
    seen = [0]
    while any(process.poll() is None for process in processes):
        if not path.exists() or not _is_ledger(path):
            continue
        with SqliteStore(path, write=False, patience=0.5) as reader:
            findings = list(reader.findings())
            seen.append(len(findings))
            assert all(len(one.statements) == 6 for one in findings)
    for process in processes:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert seen == sorted(seen)
    with SqliteStore(path) as store:
        assert {entry.article for entry in store.entries()} == {article.id for article in articles(0, 45)}
        assert store.counts().statements == 45 * 6
        assert store.verify().sound


def _is_ledger(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
