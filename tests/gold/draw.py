"""Draws the articles of the gold, at random with a recorded seed.

    python -m tests.gold.draw ../shared/data OUT_DIR

Writes `articles.json` (hashes and halves: goes into the repository) here, and into OUT_DIR one numbered text for each article,
for the annotators (stays out of it). 32 articles of `allsides`, 16 of `news_cluster`; texts of 250 to 1,100 words; the first half
drawn is dev, the second test; every sixth is annotated twice.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import sys
from pathlib import Path

SEED = 20261123
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
    chooser = random.Random(SEED)
    drawn: list[dict[str, str]] = []
    for pool, count in ((allsides(data), 32), (news_cluster(data), 16)):
        fit = [row for row in pool if 250 <= len(row["text"].split()) <= 1100]
        drawn += chooser.sample(fit, count)
    chooser.shuffle(drawn)
    target.mkdir(parents=True, exist_ok=True)
    listed = []
    for number, row in enumerate(drawn, start=1):
        digest = hashlib.sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest()
        listed.append({"number": number, "set": row["set"], "key": row["key"], "text_sha256": digest,
                       "half": "dev" if number <= len(drawn) // 2 else "test", "twice": number % 6 == 0})  # fmt: skip
        lines = [f"[{i}] {row['text'][s:e].strip()}" for i, (s, e) in enumerate(sentences(row["text"]))]
        head = f"# article {number}  outlet: {row['outlet']}  date: {row['date']}\n"
        (target / f"{number:02d}.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "articles.json").write_text(json.dumps({"seed": SEED, "articles": listed}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
