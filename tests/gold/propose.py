"""Sets the tagger's statements beside the sentences of the articles of some halves, for a reader to judge.

    python -m tests.gold.propose ../shared/data OUT_DIR train dev3

Writes into OUT_DIR one numbered text for each article, each sentence followed by the rows whose cue lies in it, and `rows.json`
with their offsets, which `compile.py` reads. A record then says `"row": 7` where the row's source, cue and content are right.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from allegedly.model import Attribution, Spans
from allegedly.reading import find, load_tagger
from tests.gold.draw import HERE, allsides, news_cluster, sentences
from tests.samples import make_article

Places = list[list[int]]


def main(data: Path, target: Path, halves: frozenset[str]) -> None:
    """Reads each article of the halves with the neural tagger and writes texts and rows."""
    target.mkdir(parents=True, exist_ok=True)
    tagger = load_tagger("neural", "en")
    pool = {(row["set"], row["key"]): row for row in allsides(data) + news_cluster(data)}
    rows: dict[str, list[dict[str, Places]]] = {}
    for entry in json.loads((HERE / "articles.json").read_text(encoding="utf-8"))["articles"]:
        if entry["half"] not in halves:
            continue
        row, number = pool[entry["set"], entry["key"]], entry["number"]
        text = row["text"]
        statements = find(make_article(text), tagger).statements
        told = [each.attribution for each in statements]
        found = sorted((each for each in told if each.cue or each.source), key=at)
        rows[str(number)] = [{role: places(getattr(each, role)) for role in ("source", "cue", "content")} for each in found]
        lines = [f"# article {number}  outlet: {row['outlet']}  date: {row['date']}"]
        for index, (start, end) in enumerate(sentences(text)):
            lines.append(f"[{index}] {text[start:end].strip()}")
            lines += [
                f"      <{place}> {words(each.source, text)} | {words(each.cue, text)} | {words(each.content, text)}"
                for place, each in enumerate(found)
                if start <= at(each) < end
            ]
        (target / f"{number:03d}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (target / "rows.json").write_text(json.dumps(rows), encoding="utf-8")


def at(each: Attribution) -> int:
    """Where its cue begins, or its first words."""
    return (each.cue or each.source or each.content)[0].start


def places(spans: Spans) -> Places:
    """The offsets of spans."""
    return [[span.start, span.end] for span in spans]


def words(spans: Spans, text: str) -> str:
    """The words of spans, in one line."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans) or "-"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), frozenset(sys.argv[3:]))
