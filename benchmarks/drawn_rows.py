"""Draws rows at random, for a person to read and judge.

    python benchmarks/drawn_rows.py ../shared/data --rows 100 --seed 7 > rows.txt

Half of the articles come from `allsides`, half from `news_cluster`; of each article at most two rows are drawn. Every row is
printed with its paragraphs, the source, cue and content marked. What is found is written up in docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import allegedly
from allegedly.model import Statement, words_of

SETS = ("allsides", "news_cluster")


def texts(data: Path, name: str) -> list[str]:
    """The texts of a set, in a fixed order."""
    if name == "allsides":
        with gzip.open(data / name / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    return [json.loads(path.read_text(encoding="utf-8")).get("text") or "" for path in sorted((data / name).glob("*.json"))]


def marked(text: str, statement: Statement) -> str:
    """The paragraphs that hold the statement, its roles in brackets."""
    whole = statement.attribution.extent
    start = text.rfind("\n", 0, whole.start) + 1
    end = text.find("\n", whole.end)
    spans = [(span.start, span.end, letter) for letter, role in (
        ("S", statement.attribution.source), ("C", statement.attribution.cue), ("W", statement.attribution.content)
    ) for span in role]  # fmt: skip
    out, last = [], max(start, whole.start - 400)
    stop = min(end if end >= 0 else len(text), whole.end + 250)
    marks = [(place, mark) for s, e, letter in spans for place, mark in ((s, f"[{letter} "), (e, "]"))]
    for place, mark in sorted(marks, key=lambda item: (item[0], item[1] != "]")):
        out += [text[last:place], mark]
        last = place
    return "".join([*out, text[last:stop]]).replace("\n", " / ")


def rows(data: Path, count: int, seed: int) -> Iterator[tuple[str, Statement, str]]:
    """`count` rows: the set, the statement, the article's text."""
    chooser = random.Random(seed)
    for name in SETS:
        pool, drawn = [text for text in texts(data, name) if 200 <= len(text.split()) <= 1500], 0
        chooser.shuffle(pool)
        for text in pool:
            reading = allegedly.read_text(text)
            found = reading.statements
            for statement in chooser.sample(found, min(2, len(found))):
                if drawn < count // 2:
                    drawn += 1
                    yield name, statement, reading.article.text
            if drawn >= count // 2:
                break


def main() -> None:
    """Prints the rows."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--rows", type=int, default=100)
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    for number, (name, statement, text) in enumerate(rows(chosen.data, chosen.rows, chosen.seed), start=1):
        speaker = statement.speaker
        who = f"{speaker.name} ({speaker.kind.value})" if speaker else "nobody named"
        print(f"#{number} {name}  confidence {statement.attribution.confidence:.2f}  speaker: {who}")
        print(f"  source {words_of(text, statement.attribution.source)!r}")
        print(f"  {marked(text, statement)}\n")


if __name__ == "__main__":
    main()
