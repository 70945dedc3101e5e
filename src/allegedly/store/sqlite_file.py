"""Opens a SQLite file as a ledger: who may write, how connections behave, which schema it must have."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from allegedly.errors import LedgerError
from allegedly.export.json_value import compact, parsed
from allegedly.store.sqlite_errors import errors_of
from allegedly.store.sqlite_migrations import APPLICATION_ID, MIGRATIONS

MEMORY = ":memory:"

_MAGIC = b"SQLite format 3\x00"


def open_engine(path: str, *, write: bool, patience: float, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> Engine:
    """An engine on the ledger at `path`, of the present schema; `patience`: seconds to wait for another writer.

    With `write`, a file that is not there or is empty becomes a ledger, and one of an older schema is brought up.
    Raises `LedgerError` where the file is no ledger, is of another schema, or cannot be opened.
    """
    _check_place(path, write=write)
    engine = _engine(path, write=write, patience=patience)
    try:
        with errors_of(path):
            version = _version(engine, path)
            if version < len(migrations) and write:
                if path != MEMORY:
                    _use_wal(engine, patience)
                _migrate(engine, path, migrations)
            elif version == 0:
                raise LedgerError(f"{path} is empty, no ledger yet; add articles to it first")
            elif version != len(migrations):
                raise _other_schema(path, version, len(migrations))
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_place(path: str, *, write: bool) -> None:
    place = Path(path)
    if path == MEMORY:
        return
    if place.is_dir():
        raise LedgerError(f"{path} is a folder, expected a ledger; name a file")
    if not write and not place.exists():
        raise LedgerError(f"there is no ledger at {path}; make one with `allegedly add {path} FILES`")
    if place.exists() and _beginning(place) not in (b"", _MAGIC):
        # SQLite itself takes a short file of another kind for an empty one, and writes over it.
        raise LedgerError(f"{path}: the file is no SQLite database; name a ledger, or a new file")
    if write and not place.parent.is_dir():
        raise LedgerError(f"there is no folder {place.parent} for the ledger {path}; make it, or name another file")


def _beginning(place: Path) -> bytes:
    try:
        with place.open("rb") as stream:
            return stream.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"{place} cannot be read ({error.strerror}); its permissions must allow it") from error


def _engine(path: str, *, write: bool, patience: float) -> Engine:
    uri = address(path, write=write)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16000")
        return connection

    pool = StaticPool if path == MEMORY else QueuePool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool, json_serializer=compact, json_deserializer=parsed)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A transaction that means to write takes the lock at once: one taken later cannot wait for another writer.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def address(path: str, *, write: bool) -> str:
    """The URI under which SQLite opens the file at `path`."""
    if path == MEMORY:
        return "file::memory:"
    place = Path(path).absolute()
    mode = "rwc" if write else "ro"
    if not write and not os.access(place.parent, os.W_OK) and not Path(f"{place}-wal").exists():
        # A reader keeps a file beside the ledger; where it cannot, nobody else writes either.
        mode = "ro&immutable=1"
    return f"file:{quote(str(place))}?mode={mode}"


def _version(engine: Engine, path: str) -> int:
    with engine.connect() as connection:
        return _version_in(connection, path)


def _version_in(connection: Connection, path: str) -> int:
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    holds = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
    if application != APPLICATION_ID and (application or version or holds):
        raise LedgerError(f"{path} is a database of another program, no ledger; name a ledger, or a new file")
    return version


def _use_wal(engine: Engine, patience: float) -> None:
    end = time.monotonic() + patience
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            # Two processes that make the same ledger meet here, where SQLite itself does not wait.
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        finally:
            raw.close()


def _migrate(engine: Engine, path: str, migrations: Sequence[Sequence[str]]) -> None:
    with engine.execution_options(writing=True).begin() as connection:
        # Another process may have taken the steps since.
        version = _version_in(connection, path)
        if version > len(migrations):
            raise _other_schema(path, version, len(migrations))
        for step in migrations[version:]:
            for sql in step:
                connection.exec_driver_sql(sql)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")


def _other_schema(path: str, found: int, expected: int) -> LedgerError:
    if found > expected:
        return LedgerError(
            f"{path} is a ledger of schema {found}, this program reads up to schema {expected}; "
            "install a newer version of allegedly"
        )
    return LedgerError(
        f"{path} is a ledger of schema {found}, this program reads schema {expected}; open it once for writing "
        "(`allegedly add`), which brings it up"
    )
