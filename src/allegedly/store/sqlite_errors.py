"""What SQLite says when it fails, in words for the person who has to mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, StatementError

from allegedly.errors import LedgerError
from allegedly.store.store import RefusedError

_ADVICE = {
    "SQLITE_FULL": "the disk is full; what was being added is not kept, the rest is safe: make room and run it again",
    "SQLITE_READONLY": "the file cannot be written; change its permissions or name another ledger",
    "SQLITE_BUSY": "another process has been writing to it for too long; wait for it to end and run it again",
    "SQLITE_LOCKED": "another process has been writing to it for too long; wait for it to end and run it again",
    "SQLITE_NOTADB": "the file is no SQLite database; name a ledger, or a new file",
    "SQLITE_CORRUPT": "the file is damaged; restore it from a copy, or add its articles to a new ledger",
    "SQLITE_CANTOPEN": "the file cannot be opened; its folder must be there and its permissions must allow it",
    "SQLITE_IOERR": "reading or writing the file failed; look whether the disk is full or failing, and run it again",
    "SQLITE_TOOBIG": "a text is larger than SQLite can hold; what was being added is not kept",
}


@contextmanager
def errors_of(path: str) -> Iterator[None]:
    """Turn what SQLite and SQLAlchemy raise about the ledger at `path` into `LedgerError`."""
    try:
        yield
    except DBAPIError as error:
        raise _ledger_error(path, error.orig) from error
    except sqlite3.Error as error:
        raise _ledger_error(path, error) from error
    except UnicodeEncodeError as error:
        raise RefusedError(
            f"{path} takes no lone surrogate, found U+{ord(error.object[error.start]):04X} at {error.start} of a text; "
            "replace it and read the text again"
        ) from error
    except StatementError as error:
        raise RefusedError(f"{path} takes no such value: {error.orig}") from error


def _ledger_error(path: str, error: BaseException | None) -> LedgerError:
    code = str(getattr(error, "sqlite_errorname", ""))
    for name, advice in _ADVICE.items():
        if code == name or code.startswith(name + "_"):
            return LedgerError(f"{path}: {advice}")
    return LedgerError(f"{path}: the database answers {str(error)!r}; run `allegedly verify` on it")
