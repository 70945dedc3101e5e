"""How fast a ledger takes and gives statements, and whether that changes as it grows.

`python benchmarks/store.py [ARTICLES]` prints, for every fifth of the articles put, statements a CPU second; then what
giving back, verifying and searching take.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from allegedly.model import (
    Article,
    Attribution,
    Capture,
    Certainty,
    Findings,
    Judgement,
    Kind,
    Manner,
    Origin,
    Recipe,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    article_id,
    sha256,
    statement_id,
)
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Selection

STATEMENTS = 26
WORDS = [
    f"{first}{middle}{last}" for first in ("bar", "kel", "mor", "sun", "tir") for middle in "aeiou" for last in ("d", "n", "st")
]
RECIPE = Recipe("0", "en", "made", "0")


def made_findings(number: int) -> Findings:
    """Findings of an article of about 800 words with 26 statements, the same for the same number."""
    chance = random.Random(number)
    text, spans = "", []
    for _ in range(STATEMENTS):
        name = " ".join(chance.sample(WORDS, 2)).title()
        content = " ".join(chance.choices(WORDS, k=26))
        start = len(text)
        text += f"{name} said {content}. "
        spans.append((Span(start, start + len(name)), Span(start + len(name) + 6, len(text) - 2)))
    day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
    origin = Origin(
        outlet=f"Outlet {number % 20}", title=" ".join(chance.choices(WORDS, k=8)), published=day, name=f"{number}.txt"
    )
    digest = sha256(text)
    article = Article(article_id(digest, origin), text, (), "en", origin, Capture(digest, digest, "made"))
    return Findings(article, tuple(_statement(article, *pair) for pair in spans), RECIPE)


def _statement(article: Article, source: Span, content: Span) -> Statement:
    cue = Span(source.end + 1, source.end + 5)
    attribution = Attribution((source,), (cue,), (content,))
    return Statement(
        statement_id(article.id, attribution),
        article.id,
        article.origin,
        attribution.extent.of(article.text),
        attribution,
        Speaker(source.of(article.text), SpeakerKind.NAMED_PERSON, mentions=(source,)),
        Judgement(Manner.INDIRECT, rule="no marks"),
        Judgement(Kind.ASSERTION, (cue,)),
        Judgement(Certainty.REPORTED, rule="no hedge"),
    )


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main(number: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder, SqliteStore(Path(folder) / "ledger.db") as store:
        fifth = max(1, number // 5)
        for first in range(0, fifth * 5, fifth):
            batch = [made_findings(count) for count in range(first, first + fifth)]
            took = seconds(lambda batch=batch: [store.put(findings) for findings in batch])  # type: ignore[misc]
            print(f"put, {first:>6,} articles there: {fifth * STATEMENTS / took:>9,.0f} statements a CPU second")
        again = seconds(lambda: [store.put(findings) for findings in batch])
        print(f"put again:                  {fifth * STATEMENTS / again:>9,.0f}")
        rows = store.counts().statements
        print(f"give back:                  {rows / seconds(lambda: list(store.findings())):>9,.0f}")
        print(f"verify:                     {rows / seconds(store.verify):>9,.0f}")
        size = (Path(folder) / "ledger.db").stat().st_size
        print(f"size: {size / rows:,.0f} bytes a statement, {size / 1e6:,.0f} MB for {rows:,}")
        for what, selection in {
            "search two words": Selection(text="barad moran", limit=20),
            "search a phrase": Selection(text='"barad kelen"', limit=20),
            "who": Selection(speaker="barad", limit=20),
            "one outlet": Selection(text="sunist", outlet="outlet 3", limit=20),
        }.items():
            print(f"{what + ':':<18} {1000 * seconds(lambda one=selection: list(store.statements(one))):>7,.1f} ms")  # type: ignore[misc]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
