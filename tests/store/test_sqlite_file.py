"""What a ledger's file may be, and what is said where it is something else."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections import deque
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from tests.samples import full_findings, said

from allegedly.errors import LedgerError
from allegedly.model import Origin
from allegedly.store.sqlite import SqliteStore
from allegedly.store.sqlite_file import address, open_engine
from allegedly.store.sqlite_migrations import APPLICATION_ID, MIGRATIONS
from allegedly.store.store import Counts, Outcome
from allegedly.store.tables import METADATA


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def filled(path: Path, number: int = 1) -> Path:
    with SqliteStore(path) as store:
        for count in range(number):
            store.put(said("Ott", f"{count} died", Origin(name=str(count))))
    return path


def run(path: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql, values)
    connection.commit()
    connection.close()


def test_a_ledger_closed_is_one_file_and_opens_again(path: Path) -> None:
    filled(path)
    assert [one.name for one in path.parent.iterdir()] == ["ledger.db"]
    with SqliteStore(path, write=False) as store:
        assert store.counts() == Counts(1, 1, 0)


def test_the_tables_are_those_that_the_migrations_make(path: Path) -> None:
    filled(path)
    made, planned = inspect(create_engine(f"sqlite:///{path}")), create_engine("sqlite://")
    METADATA.create_all(planned)
    wanted = inspect(planned)
    for table in METADATA.tables:
        columns = [(c["name"], str(c["type"]), c["nullable"]) for c in made.get_columns(table)]
        assert columns == [(c["name"], str(c["type"]), c["nullable"]) for c in wanted.get_columns(table)]
        indexes = {(index["name"], tuple(index["column_names"])) for index in made.get_indexes(table)}
        assert indexes == {(index["name"], tuple(index["column_names"])) for index in wanted.get_indexes(table)}
        unique = {tuple(one["column_names"]) for one in made.get_unique_constraints(table)}
        assert unique == {tuple(one["column_names"]) for one in wanted.get_unique_constraints(table)}
        keys = {(tuple(one["constrained_columns"]), one["options"].get("ondelete")) for one in made.get_foreign_keys(table)}
        assert keys == {(tuple(o["constrained_columns"]), o["options"].get("ondelete")) for o in wanted.get_foreign_keys(table)}


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    filled(path)
    with SqliteStore(path) as store:
        assert store.verify().sound


def test_an_empty_file_is_not_read_as_a_ledger(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="is empty, no ledger yet"):
        SqliteStore(path, write=False)


def test_reading_alone_makes_no_file(path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger at"):
        SqliteStore(path, write=False)
    assert not path.exists()


def test_reading_alone_writes_nothing(path: Path) -> None:
    filled(path)
    with SqliteStore(path, write=False) as store:
        with pytest.raises(LedgerError, match="for reading alone"):
            store.put(full_findings())
        assert store.verify().sound


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("content", [b"The mayor said no.\n" * 100, b"x", b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes, write: bool) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"no SQLite database|damaged"):
        SqliteStore(path, write=write)
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [True, False])
def test_a_database_of_another_program_is_refused_and_left_alone(path: Path, write: bool) -> None:
    run(path, "CREATE TABLE article (id)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="database of another program"):
        SqliteStore(path, write=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_schema_is_refused_with_both_numbers(path: Path, write: bool) -> None:
    filled(path)
    run(path, "PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match=rf"schema 99, this program reads up to schema {len(MIGRATIONS)}; install a newer"):
        SqliteStore(path, write=write)


def test_an_older_schema_is_brought_up_step_by_step_and_nothing_is_lost(path: Path) -> None:
    filled(path)
    steps = [*MIGRATIONS, ("ALTER TABLE article ADD COLUMN mood TEXT",), ("UPDATE article SET mood = 'calm'",)]
    with pytest.raises(LedgerError, match="open it once for writing"):
        open_engine(str(path), write=False, patience=1, migrations=steps)
    engine = open_engine(str(path), write=True, patience=1, migrations=steps)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT mood FROM article").scalars().all() == ["calm"]
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == len(MIGRATIONS) + 2
        assert connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
    engine.dispose()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(path: Path) -> None:
    filled(path)
    steps = [*MIGRATIONS, ("ALTER TABLE article ADD COLUMN mood TEXT", "INSERT INTO nowhere VALUES (1)")]
    with pytest.raises(LedgerError, match="no such table"):
        open_engine(str(path), write=True, patience=1, migrations=steps)
    with SqliteStore(path) as store:
        assert store.verify().sound


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        SqliteStore(tmp_path)
    with pytest.raises(LedgerError, match="there is no folder"):
        SqliteStore(tmp_path / "nowhere" / "ledger.db")


def test_odd_file_names_are_file_names(tmp_path: Path) -> None:
    for name in ("a b?mode=memory.db", "100%25#é.db", "file:x.db"):
        filled(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0


def test_a_ledger_in_a_folder_that_cannot_be_written_is_read_as_it_stands(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert address(str(path), write=False).endswith("mode=ro&immutable=1")
    with SqliteStore(path, write=False) as store:
        assert store.counts().articles == 1
    assert [one.name for one in path.parent.iterdir()] == ["ledger.db"]


def test_a_full_disk_loses_the_article_at_hand_and_no_other(path: Path) -> None:
    filled(path, 3)
    store = SqliteStore(path)
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        connection.commit()
    large = (said("Ott", f"{count} died " + "there " * 500, Origin(name=str(count))) for count in range(3, 200))
    with pytest.raises(LedgerError, match=r"disk is full.*make room and run it again"):
        deque(map(store.put, large), maxlen=0)
    kept = store.counts()
    assert 3 <= kept.articles < 200
    assert kept.articles == kept.statements
    assert store.verify().sound
    store.close()
    with SqliteStore(path) as store:
        assert store.counts() == kept
        assert store.put(said("Ott", f"{kept.articles} died", Origin(name=str(kept.articles)))) is Outcome.ADDED


def test_a_file_that_cannot_be_written_is_named(path: Path) -> None:
    filled(path)
    with SqliteStore(path) as store:
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
            connection.commit()
        with pytest.raises(LedgerError, match="cannot be written; change its permissions"):
            store.put(full_findings())


def test_a_writer_that_does_not_end_is_named_and_readers_do_not_wait(path: Path) -> None:
    filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqliteStore(path, patience=0.1) as store:
        assert len(list(store.findings())) == 1
        with pytest.raises(LedgerError, match="another process has been writing"):
            store.put(full_findings())
        other.execute("ROLLBACK")
        assert store.put(full_findings()) is Outcome.ADDED
    other.close()


def test_a_writer_waits_for_one_that_ends(path: Path) -> None:
    filled(path)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    timer.start()
    with SqliteStore(path, patience=20) as store:
        assert store.put(full_findings()) is Outcome.ADDED
    timer.join()
    other.close()


def test_a_copy_of_a_ledger_is_the_ledger(path: Path, tmp_path: Path) -> None:
    filled(path, 3)
    copied = shutil.copy(path, tmp_path / "copy.db")
    with SqliteStore(path) as first, SqliteStore(copied) as second:
        assert list(first.findings()) == list(second.findings())
