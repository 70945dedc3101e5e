"""Shows what it costs to link an article as the ledger grows: `python benchmarks/growth.py ARTICLES.jsonl.gz`.

ARTICLES: one JSON object a line with `text`, and `title`, `url`, `outlet`, `date` where there are any. Each is read by the cue
rules, kept, and linked with what is there, one by one, in the order of their days, or of the file with --as-given. Prints the CPU
milliseconds of linking (and of finding and keeping) over the 200 articles before each size, the most memory the process had, and
draws a picture. Exits with 1 where linking at the last size takes more than `LIMIT` times what it takes at the first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

from allegedly.ledger import Ledger
from allegedly.model import Article, Origin
from allegedly.read import read
from allegedly.reading import find, load_tagger

SIZES = (1000, 3000, 6000)
OVER = 200
LIMIT = 2.0
MEGABYTES = 1000


@dataclass(frozen=True)
class Cost:
    """CPU milliseconds for one article."""

    reading: float
    finding: float
    keeping: float
    linking: float


def articles(path: Path, *, by_day: bool) -> Iterator[Article]:
    """The articles of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    if by_day:
        rows.sort(key=lambda row: (row.get("date") or "9999", row.get("url") or ""))
    for row in rows:
        origin = Origin(
            outlet=row.get("outlet"), url=row.get("url"), title=row.get("title"), published=row.get("date"), name="article.txt"
        )
        yield read(row["text"].encode(), origin)


def grown(path: Path, ledger: Path, most: int, *, by_day: bool) -> list[Cost]:
    """What each article costs, in the order in which they are added."""
    tagger, costs = load_tagger("cues"), []
    with Ledger.open(ledger, tagger=tagger) as opened:
        before = time.process_time()
        for number, article in enumerate(articles(path, by_day=by_day), 1):
            marks = [time.process_time()]
            findings = find(article, tagger)
            marks.append(time.process_time())
            opened.store.put(findings)
            marks.append(time.process_time())
            opened.linking.add(findings)
            marks.append(time.process_time())
            parts = [marks[0] - before, *(after - earlier for earlier, after in pairwise(marks))]
            costs.append(Cost(*(1000 * part for part in parts)))
            if number % 1000 == 0:
                print(f"{number} articles", file=sys.stderr, flush=True)
            if number == most:
                break
            before = time.process_time()
        links, stories = len(opened.links()), opened.stories()
    print(f"{len(costs)} articles, {len(stories)} stories, {links} links\n")
    return costs


def table(costs: Sequence[Cost], sizes: Sequence[int]) -> list[float]:
    """Prints a row for each size; gives the mean cost of linking at each."""
    print("| articles in the ledger | link: mean ms | median ms | find ms | keep ms | link, of all |")
    print("|---:|---:|---:|---:|---:|---:|")
    found = []
    for size in sizes:
        last = costs[max(0, size - OVER) : size]
        link, rest = mean(each.linking for each in last), mean(each.finding + each.keeping for each in last)
        found.append(link)
        parts = f"{mean(each.finding for each in last):.1f} | {mean(each.keeping for each in last):.1f}"
        middle = median(each.linking for each in last)
        print(f"| {size:,} | {link:.1f} | {middle:.1f} | {parts} | {100 * link / (link + rest):.0f} % |")
    return found


def picture(costs: Sequence[Cost]) -> str:
    """A line for finding and one for linking, each a mean over `OVER` articles, as SVG."""
    step = max(1, len(costs) // 120)
    at = range(OVER, len(costs) + 1, step)
    lines = {
        "find the statements": [mean(each.finding for each in costs[end - OVER : end]) for end in at],
        "link them": [mean(each.linking for each in costs[end - OVER : end]) for end in at],
    }
    top = 1.15 * max(max(line) for line in lines.values())
    left, width, height = 60, 620, 260

    def point(number: int, value: float) -> str:
        return f"{left + width * number / max(1, len(at) - 1):.1f},{20 + height * (1 - value / top):.1f}"

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 340" font-family="sans-serif" font-size="13" role="img">',
        "<title>CPU milliseconds for an article, by the number of articles in the ledger</title>",
        '<rect width="720" height="340" fill="white"/>',
    ]
    for value in range(0, int(top) + 1, 5):
        y = 20 + height * (1 - value / top)
        parts.append(f'<line x1="{left}" x2="{left + width}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{value} ms</text>')
    for size in range(0, len(costs) + 1, 1000):
        x = left + width * max(0, size - OVER) / max(1, len(costs) - OVER)
        parts.append(f'<text x="{x:.1f}" y="{height + 40}" text-anchor="middle">{size:,}</text>')
    for (name, line), colour in zip(lines.items(), ("#888888", "#b3261e"), strict=True):
        points = " ".join(point(number, value) for number, value in enumerate(line))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        x, y = point(len(line) - 1, line[-1]).split(",")
        parts.append(f'<text x="{x}" y="{float(y) - 8:.1f}" text-anchor="end" fill="{colour}">{name}</text>')
    parts.append(f'<text x="{left + width / 2}" y="{height + 64}" text-anchor="middle">articles in the ledger</text></svg>')
    return "\n".join(parts) + "\n"


def main() -> int:
    """Prints the table, draws the picture; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="no more articles than this")
    parser.add_argument("--as-given", action="store_true", help="in the order of the file")
    parser.add_argument("--picture", type=Path, default=Path(__file__).parent / "growth.svg")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        costs = grown(given.articles, ledger, given.most, by_day=not given.as_given)
        megabytes = ledger.stat().st_size / 1e6
    sizes = [size for size in SIZES if size <= len(costs)] or [len(costs)]
    means = table(costs, sizes)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    print(f"\nat most {memory:.0f} MB of memory; the ledger has {megabytes:.0f} MB")
    given.picture.write_text(picture(costs), encoding="utf-8")
    return int(means[-1] > LIMIT * means[0] or memory > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
