"""Turns a reader's list of changes into the gold of drift: hashes, offsets and types, without the texts.

    python -m tests.gold.links.compile_drift DRAWN.jsonl LABELS.txt… OUT.json

DRAWN.jsonl is what one of the `draw_drift…` wrote; the pairs of other draws stay in OUT.json as they are. A line of
LABELS.txt is one change, its words copied from the sentences:

    r021 | hedge dropped | reportedly |
    r012 | quotation altered | that @will ; to @town | it ; toward

`;` stands between runs of words, `@` before words that follow and are only there to tell which of several is meant. A pair
without a line has no change. Words that are not in the sentence are refused. `-` before a line: the first reader said so and was
overruled when both readings were compared; `+`: it was put in then.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

from allegedly.model.link import Change
from tests.gold.links.draw_drift import SEED
from tests.gold.links.draw_drift_again import SEED as AGAIN
from tests.gold.links.draw_drift_events import SEED as EVENTS
from tests.gold.links.load import half_of

WHERE = ("line", "turned", "places", "events")
"""By what a pair is found again: its line of `drift`, turned or not, places in two articles, or sentences of two texts."""
Record = dict[str, Any]  # a line of DRAWN.jsonl


def digest_of(first: str, second: str) -> str:
    """The hash by which the gold knows a pair."""
    return hashlib.sha256(f"{first}\n{second}".encode("utf-8", "surrogatepass")).hexdigest()


def places(sentence: str, runs: str) -> list[list[int]]:
    """Offsets of the runs of words in the sentence."""
    found = []
    for run in filter(None, (each.strip() for each in runs.split(";"))):
        words, _, behind = (part.strip() for part in run.partition("@"))
        pattern = r"(?<!\w)" + re.escape(words) + r"(?!\w)" + (r"(?=\s*" + re.escape(behind) + ")" if behind else "")
        places = [match.span() for match in re.finditer(pattern, sentence)]
        if len(places) != 1:
            raise LookupError(f"{run!r} is {len(places)} times in {sentence!r}")
        found.append(list(places[0]))
    return sorted(found)


def of_both(read: list[tuple[str, Record]]) -> Record:
    """The changes of a pair, the gravest first; where they are not the first reader's, those too."""
    order = list(Change)
    read = sorted(read, key=lambda each: order.index(Change(each[1]["change"])))
    changes = {"changes": [change for sign, change in read if sign != "-"]}
    if any(sign for sign, _ in read):
        return {**changes, "first_reading": {"changes": [change for sign, change in read if sign != "+"]}}
    return changes


def main(drawn: Path, *labels: Path, out: Path) -> None:
    records: list[Record] = [json.loads(line) for line in drawn.read_text(encoding="utf-8").splitlines()]
    sentences = {record["id"]: (record["first"], record["second"]) for record in records}
    read: dict[str, list[tuple[str, Record]]] = {record["id"]: [] for record in records}
    for line in "\n".join(path.read_text(encoding="utf-8") for path in labels).splitlines():
        if line.strip():
            identifier, change, before, after = (part.strip() for part in line.strip("+- ").split("|"))
            first, second = sentences[identifier]
            found = {"change": str(Change(change)), "before": places(first, before), "after": places(second, after)}
            read[identifier].append((line[0] if line[0] in "+-" else "", found))
    kept = json.loads(out.read_text(encoding="utf-8"))["items"] if out.is_file() else []
    items = [item for item in kept if item["id"] not in sentences]
    items += [
        {"id": record["id"], **{key: record[key] for key in WHERE if key in record},
         "sha256": digest_of(record["first"], record["second"]), "story": record["story"],
         "half": record.get("half", half_of(record["story"])), "drawn_as": record["drawn_as"], "twice": record["twice"],
         **of_both(read[record["id"]])}
        for record in records
    ]  # fmt: skip
    items.sort(key=lambda item: str(item["id"]))
    rows = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    out.write_text(f'{{"set": "drift", "seeds": {[SEED, AGAIN, EVENTS]}, "items": [\n{rows}\n]}}\n', encoding="utf-8")
    print(f"{len(items)} pairs, {sum(len(item['changes']) for item in items)} changes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:-1]), out=Path(sys.argv[-1]))
