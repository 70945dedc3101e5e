"""Adds made-up articles to a ledger, one a line on standard output once it is kept: the process that the crash test kills."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from allegedly.ledger import Added, Ledger
from allegedly.model import Article, Attribution, Origin, Segments, Span
from tests.samples import make_article

_SAID = re.compile(r"(Officer \w+) (said) ([^.]+)")


class FakeTagger:
    """Finds "Officer X said Y" by a regular expression; counts its calls."""

    name = "fake"
    digest = "00"

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, article: Article, segments: Segments) -> Sequence[Attribution]:
        self.calls += 1
        spans = ([(Span(*found.span(group)),) for group in (1, 2, 3)] for found in _SAID.finditer(article.text))
        return [Attribution(source, cue, content) for source, cue, content in spans]


def articles(first: int, end: int, sentences: int = 6) -> Iterator[Article]:
    """The articles with these numbers, the same every time."""
    for number in range(first, end):
        text = " ".join(f"Officer Ott{line} said depot {number * 100 + line} burnt down." for line in range(sentences))
        yield make_article(text, Origin(outlet="Example Wire", name=f"{number}.txt", title=f"Depot {number}"))


def main(path: str, first: str, end: str) -> None:
    """Add the articles from `first` up to `end` to the ledger at `path`."""
    with Ledger.open(path, tagger=FakeTagger()) as ledger:
        for kept in ledger.add_many(articles(int(first), int(end))):
            article = kept.findings.article.id if isinstance(kept, Added) else getattr(kept, "article", "skipped")
            sys.stdout.write(f"{type(kept).__name__} {article}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
