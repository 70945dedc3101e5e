"""What a fuzzer found to reach furthest: each document is read, or skipped in words, and every article is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.fuzz import check
from tests.read.fuzz_guided import KINDS, kept


@pytest.mark.parametrize("kind", KINDS)
def test_the_seeds_are_read(kind: str, tmp_path: Path) -> None:
    if kind == "feed":
        pytest.importorskip("feedparser", reason="feeds need feedparser, which the extra 'feeds' installs")
    if kind == "warc":
        pytest.importorskip("warcio", reason="archives need warcio, which the extra 'archives' installs")
    outcomes = [check(KINDS[kind], data, tmp_path) for data in kept(kind)]
    assert len(outcomes) > 50
    assert "articles" in outcomes
