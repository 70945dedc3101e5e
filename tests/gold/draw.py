"""Draws the articles of the gold, at random with a recorded seed.

    python -m tests.gold.draw ../shared/data OUT_DIR

Writes `articles.json` (hashes and halves: goes into the repository) here, and into OUT_DIR one numbered text for each
article, for the annotators (stays out of it). Texts of 250 to 1,100 words. Four draws: 32 articles of `allsides` and 16 of
`news_cluster`, the first half of them `dev`, the second `test`, every sixth annotated twice. As rules that were tuned on the
first half held less well on the second, 36 and 12 more: `dev2` to mend them on, `test2` for the figure. At last twice 72 and
24, `train` and `dev3`, `train2` and `dev4`: their spans are the tagger's where a reader found them right (`propose.py`), and
times and figures are not told.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import sys
from pathlib import Path

DRAWS = (
    (20261123, 32, 16, ("dev", "test")),
    (20261124, 36, 12, ("dev2", "test2")),
    (20261125, 72, 24, ("train", "dev3")),
    (20261126, 72, 24, ("train2", "dev4")),
)
"""Seed, articles of `allsides`, articles of `news_cluster`, and the names of the halves."""
HERE = Path(__file__).parent


def allsides(data: Path) -> list[dict[str, str]]:
    with gzip.open(data / "allsides" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [{"set": "allsides", "key": row["id"], **{field: row[field] for field in ("text", "outlet", "date")}} for row in rows]


def news_cluster(data: Path) -> list[dict[str, str]]:
    rows = []
    for path in sorted((data / "news_cluster").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        rows.append({"set": "news_cluster", "key": path.stem, "text": row.get("text") or "", "outlet": row["source_domain"],
                     "date": row["date_publish"][:10]})  # fmt: skip
    return rows


def sentences(text: str) -> list[tuple[int, int]]:
    """Rough sentences, so that an annotator can point: they are no part of the gold."""
    out = []
    for paragraph in re.finditer(r"[^\n]+", text):
        start = paragraph.start()
        for stop in re.finditer(r"[.!?][\"'”’)]*(?=\s+[\"“‘A-Z0-9])", paragraph.group()):
            end = paragraph.start() + stop.end()
            out.append((start, end))
            start = end
        out.append((start, paragraph.end()))
    return [(s, e) for s, e in out if text[s:e].strip()]


def main(data: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    listed: list[dict[str, object]] = []
    taken: set[str] = set()
    for turn, (seed, *counts, halves) in enumerate(DRAWS):
        chooser = random.Random(seed)
        drawn: list[dict[str, str]] = []
        for pool, count in zip((allsides(data), news_cluster(data)), counts, strict=True):
            fit = [row for row in pool if 250 <= len(row["text"].split()) <= 1100 and digest(row["text"]) not in taken]
            drawn += chooser.sample(fit, count)
        chooser.shuffle(drawn)
        for place, row in enumerate(drawn):
            number = len(listed) + 1
            taken.add(digest(row["text"]))
            listed.append({"number": number, "set": row["set"], "key": row["key"], "text_sha256": digest(row["text"]),
                           "half": halves[place >= len(drawn) // 2],
                           "twice": not turn and number % 6 == 0})  # fmt: skip
            lines = [f"[{i}] {row['text'][s:e].strip()}" for i, (s, e) in enumerate(sentences(row["text"]))]
            head = f"# article {number}  outlet: {row['outlet']}  date: {row['date']}\n"
            (target / f"{number:02d}.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    record = {"seeds": [seed for seed, *_ in DRAWS], "articles": listed}
    (HERE / "articles.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def digest(text: str) -> str:
    """The hash by which an article is known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
