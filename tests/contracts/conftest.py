"""The stores that every contract is run over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Store


def in_file(folder: Path) -> Store:
    return SqliteStore(folder / "ledger.db")


def in_memory(folder: Path) -> Store:
    return SqliteStore(":memory:")


@pytest.fixture(params=[in_file, in_memory])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    make: Callable[[Path], Store] = request.param
    store = make(tmp_path)
    yield store
    store.close()
