"""A page stays light, however much stands on it."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.samples import make_findings
from tests.serve.conftest import Serving

from allegedly.model import Origin, Span
from allegedly.store.sqlite import SqliteStore


def test_an_article_with_a_hundred_statements_is_lighter_than_300_kb(tmp_path: Path, serving: Serving) -> None:
    sentence = "The harbour master of Orlec said that the ferry from Kesten had left the quay an hour late on Monday night. "
    text = sentence * 100
    spans = [(Span(at, at + 25), Span(at + 31, at + 106)) for at in range(0, len(text), len(sentence))]
    findings = make_findings(text, spans, Origin(name="ferry.txt", title="Ferry late", outlet="Orlec Gazette"))
    with SqliteStore(tmp_path / "ledger.db") as store:
        store.put(findings)
    answer = serving(tmp_path / "ledger.db").get(f"/articles/{findings.article.id}")
    assert answer.text.count('data-row="') == 100
    assert len(answer.content) < 300_000
    assert len(gzip.compress(answer.content)) < 30_000


def test_long_lists_come_in_pages(tmp_path: Path, serving: Serving) -> None:
    with SqliteStore(tmp_path / "ledger.db") as store:
        for number in range(30):
            text = "Ana Hale said no. " * 40
            spans = [(Span(at, at + 8), Span(at + 14, at + 17)) for at in range(0, len(text), 18)]
            store.put(make_findings(text, spans, Origin(name=f"{number}.txt")))
    client = serving(tmp_path / "ledger.db")
    for way in ("/search", "/search?q=no", "/speakers", "/review"):
        assert len(client.get(way).content) < 200_000, way
