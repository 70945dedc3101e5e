"""Opens the ledger that a command names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from allegedly.store.store import Store

_SQLITE = b"SQLite format 3\x00"


def is_ledger(path: str) -> bool:
    """Whether `path` looks like a ledger: a database by its first bytes, or an address of one."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


@contextmanager
def open_store(path: str, *, make: bool = False) -> Iterator[Store]:
    """The store of the ledger at `path`, closed at the end; with `make` it may be written, and is made where there is none.

    Raises `LedgerError` where there is no ledger, or it is of another schema.
    """
    from allegedly.store.sqlite import SqliteStore

    with SqliteStore(path, write=make) as store:
        yield store
