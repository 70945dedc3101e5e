"""Turns an annotator's records into the gold: offsets and labels, without the text.

    python -m tests.gold.compile ../shared/data RECORDS.jsonl OUT.json [ROWS.json]

A record is one statement, its words copied exactly from the article:

    {"article": 3, "sentence": 12, "source": "Mr Smith", "cue": "said", "content": ["first words … last words"],
     "speaker": {"name": "John Smith", "kind": "named person", "role": "minister", "country": "GB"},
     "kind": "denial", "certainty": "certain", "hedges": ["reportedly"], "medium": "in a statement", "addressee": null,
     "time": {"words": "on Monday", "interval": "2016-11-14"},
     "figures": [{"words": "at least 12 people", "low": 12, "high": null, "bound": "at least", "counted": "people",
                  "category": "killed"}]}

`sentence` is the number before the sentence that holds the cue. ` … ` in a span stands for the words between. Words are looked
for nearest to the cue. With ROWS.json of `propose.py` a record may say `"row": 7` in place of its sentence, source, cue and
content. A record whose words are not in the article is refused by its line number, and nothing is written.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from tests.gold.draw import HERE, allsides, news_cluster, sentences

GAP = " … "
Offsets = list[int]
Record = dict[str, Any]  # as the annotators write it; checked by reading it


def find(text: str, words: str, near: int, low: int = 0, high: int | None = None) -> Offsets:
    """The place of `words` in `text` that lies nearest to `near`; white space may differ."""
    if GAP in words:
        first, last = words.split(GAP, 1)
        start = find(text, first, near, low, high)
        after = re.compile(pattern(last)).search(text, start[1])
        if after is None:
            raise LookupError(f"{last!r} does not follow {first!r}")
        return [start[0], after.end()]
    places = [match.span() for match in re.compile(pattern(words)).finditer(text, low, high if high is not None else len(text))]
    if not places:
        raise LookupError(f"{words!r} is not in the article")
    first_at, last_at = min(places, key=lambda place: min(abs(place[0] - near), abs(place[1] - near)))
    return [first_at, last_at]


def pattern(words: str) -> str:
    edge = r"\b" if words[:1].isalnum() else ""
    end = r"\b" if words[-1:].isalnum() else ""
    return edge + r"\s+".join(re.escape(word) for word in words.split()) + end


def one(record: Record, text: str, rows: list[dict[str, list[Offsets]]]) -> Record:
    """The gold of one record: every quoted run of words as offsets."""
    row = rows[record["row"]] if "row" in record else None
    start, end = sentences(text)[record["sentence"]] if row is None else (0, len(text))
    cue = find(text, record["cue"], start, start, end) if row is None and record.get("cue") else None
    near = (row["cue"] or row["source"])[0][0] if row else cue[0] if cue else start

    def places(words: str | list[str] | None) -> list[Offsets]:
        return sorted(find(text, each, near) for each in ([words] if isinstance(words, str) else words or []))

    time = record.get("time")
    figures = record.get("figures") or []
    return {
        "source": row["source"] if row else places(record.get("source")),
        "cue": row["cue"] if row else [cue] if cue else [],
        "content": row["content"] if row else places(record["content"]),
        "speaker": record.get("speaker"),
        "kind": record["kind"],
        "certainty": record["certainty"],
        "hedges": places(record.get("hedges")),
        "medium": places(record.get("medium")),
        "addressee": places(record.get("addressee")),
        "time": {"span": places(time["words"]), "interval": time.get("interval")} if time else None,
        "figures": [{"span": places(figure["words"]), **{k: v for k, v in figure.items() if k != "words"}} for figure in figures],
    }


def main(data: Path, records: Path, out: Path, proposed: Path | None = None) -> int:
    rows = json.loads(proposed.read_text(encoding="utf-8")) if proposed else {}
    texts = {(row["set"], row["key"]): row["text"] for row in allsides(data) + news_cluster(data)}
    listed = {row["number"]: row for row in json.loads((HERE / "articles.json").read_text(encoding="utf-8"))["articles"]}
    gold: dict[str, list[Record]] = {}
    wrong = 0
    for number, line in enumerate(records.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            article = listed[record["article"]]
            gold.setdefault(article["text_sha256"], []).append(
                one(record, texts[article["set"], article["key"]], rows.get(str(article["number"]), []))
            )
        except (LookupError, ValueError, TypeError) as error:
            wrong += 1
            print(f"{records.name}:{number}: {error!r}")
    print(f"{sum(map(len, gold.values()))} statements in {len(gold)} articles, {wrong} records refused")
    if not wrong:
        out.write_text(json.dumps(gold, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:])))
