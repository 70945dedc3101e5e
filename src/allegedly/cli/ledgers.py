"""Opens the ledger that a command names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from allegedly.reading import load_tagger

if TYPE_CHECKING:
    from allegedly.ledger import Ledger

_SQLITE = b"SQLite format 3\x00"


def is_ledger(path: str) -> bool:
    """Whether the file at `path` looks like a ledger by its first bytes."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def may_be_written(path: str) -> bool:
    """Whether there is something like a ledger at `path`, and this process may write it."""
    return is_ledger(path) and os.access(path, os.W_OK)


@contextmanager
def open_ledger(path: str, *, write: bool = False, tagger: str = "auto", pages: bool = True) -> Iterator[Ledger]:
    """The ledger at `path`, closed at the end; with `write` it is made where there is none, and `tagger` finds what it keeps.

    `pages`: the pages that articles are read from are kept with them. Raises `LedgerError` where there is no ledger, or it is of
    another schema.
    """
    from allegedly.ledger import Ledger

    chosen = load_tagger(tagger) if write and tagger != "auto" else None
    with Ledger.open(path, tagger=chosen, write=write, pages=pages) as ledger:
        yield ledger
