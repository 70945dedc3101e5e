"""Measures the choice of article text on a set of pages, by the metric of the public article-extraction benchmark.

A set is a folder with `ground-truth.json`, `{id: {"articleBody": …}}`, and the pages as `html/<id>.html.gz` or `.html`. The
metric compares bags of four-word shingles, page by page, and averages precision and recall over the pages.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import stdev

from allegedly.errors import GoldError, ReadError
from allegedly.read.html_page import body_text, page_text

SHINGLE = 4
_WORD = re.compile(r"\w+")
_LARGEST_PAGE = 50_000_000


@dataclass(frozen=True, slots=True)
class BenchmarkPage:
    """A page and its article as people cut it out."""

    id: str
    data: bytes
    truth: str
    url: str | None


@dataclass(frozen=True, slots=True)
class PageScore:
    """How well one page's text was chosen: the shares of its shingles found rightly, wrongly, and not at all.

    They add up to 1, or are all 0.
    """

    page: str
    both: float
    extra: float
    missed: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the page's precision and recall; 0 where nothing is right."""
        return 2 * self.both / (2 * self.both + self.extra + self.missed) if self.both else 0.0


@dataclass(frozen=True, slots=True)
class ExtractionScore:
    """How well one extractor chose: `each` page, and the CPU `seconds` that all took. `failed`: pages without text."""

    name: str
    each: tuple[PageScore, ...]
    failed: int
    seconds: float

    @property
    def pages(self) -> int:
        """How many pages were measured."""
        return len(self.each)

    @property
    def precision(self) -> float:
        """The mean over the pages for which text was given."""
        return _mean([page.both / (page.both + page.extra) for page in self.each if page.both + page.extra])

    @property
    def recall(self) -> float:
        """The mean over the pages that have text."""
        return _mean([page.both / (page.both + page.missed) for page in self.each if page.both + page.missed])

    @property
    def f1(self) -> float:
        """The harmonic mean of mean precision and mean recall, as the benchmark takes it."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def half_range(self, drawings: int = 1000, seed: int = 13) -> float:
        """Half of the 95 % range of `f1`, from so many drawings of the pages; 0 for fewer than two pages."""
        if self.pages < 2:
            return 0.0
        choose = random.Random(seed)
        drawn = (replace(self, each=tuple(choose.choices(self.each, k=self.pages))).f1 for _ in range(drawings))
        return 1.96 * stdev(drawn)


def evaluate_extraction(folder: Path) -> tuple[ExtractionScore, ...]:
    """The scores of this package and of bare trafilatura on the set in `folder`, in the same run, page by page in turns.

    Counted is the body: headline and captions are no part of the benchmark's articles. Raises `GoldError` where there is no set.
    """
    extractors = {"allegedly": _own, "trafilatura": _bare}
    seconds = dict.fromkeys(extractors, 0.0)
    failed = dict.fromkeys(extractors, 0)
    each: dict[str, list[PageScore]] = {name: [] for name in extractors}
    for number, page in enumerate(benchmark_pages(folder)):
        if not number:  # what is imported and compiled at the first page is nobody's time
            _own(page), _bare(page)
        for name, extractor in extractors.items():
            start = time.process_time()
            prediction = extractor(page)
            seconds[name] += time.process_time() - start
            failed[name] += not prediction
            each[name].append(PageScore(page.id, *shingle_overlap(page.truth, prediction)))
    return tuple(ExtractionScore(name, tuple(each[name]), failed[name], seconds[name]) for name in extractors)


def benchmark_pages(folder: Path) -> Iterator[BenchmarkPage]:
    """The pages of the set in `folder`, in the order of their ids. Raises `GoldError` where one is missing or broken."""
    truth_path = folder / "ground-truth.json"
    try:
        truth = json.loads(truth_path.read_text(encoding="utf-8"))
        entries = {str(name): (str(entry["articleBody"]), entry.get("url")) for name, entry in truth.items()}
    except OSError as error:
        raise GoldError(f"{truth_path}: {error.strerror}; expected a folder with ground-truth.json and html/") from None
    except (ValueError, KeyError, AttributeError, TypeError):
        raise GoldError(f'{truth_path}: expected {{id: {{"articleBody": "…"}}}}') from None
    for name, (body, url) in sorted(entries.items()):
        yield BenchmarkPage(name, _page_data(folder / "html", name), body, url if isinstance(url, str) else None)


def shingle_overlap(truth: str, prediction: str) -> tuple[float, float, float]:
    """The shares of shingles that are in both, only in `prediction`, only in `truth`; they add up to 1, or are all 0.

    >>> shingle_overlap("the mayor said no today", "the mayor said no")
    (0.5, 0.0, 0.5)
    """
    wanted, found = _shingles(truth), _shingles(prediction)
    both = sum((wanted & found).values())
    counts = (both, sum(found.values()) - both, sum(wanted.values()) - both)
    total = sum(counts)
    return (counts[0] / total, counts[1] / total, counts[2] / total) if total else (0.0, 0.0, 0.0)


def _own(page: BenchmarkPage) -> str:
    try:
        return body_text(page.data, page.url)
    except ReadError:
        return ""


def _bare(page: BenchmarkPage) -> str:
    from trafilatura import extract

    return extract(page_text(page.data).text, url=page.url, include_comments=False) or ""


def _page_data(folder: Path, name: str) -> bytes:
    zipped, plain = folder / f"{name}.html.gz", folder / f"{name}.html"
    try:
        if not zipped.exists():
            return plain.read_bytes()
        with gzip.open(zipped) as stream:
            return stream.read(_LARGEST_PAGE)
    except (OSError, EOFError, zlib.error) as error:
        raise GoldError(f"{zipped}: cannot be read: {error}") from None


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    shingles = (tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(shingle for shingle in shingles if shingle)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
