"""Draws two further batches of sentence pairs for the gold of drift, from all articles, with a seed of their own.

    python -m tests.gold.links.draw_drift_again ../shared/data OUT.jsonl

The first draw took most pairs of `drift` that have a hedge, a negation or a name on one side only. So to the pairs that are left
there come those of two articles of two outlets in `allsides` or `news_cluster`, at most 60 days apart, with a sentence nearly in
common: from 10 to 45 words, a run of four words that is in few sentences, and from 0.36 to 0.97 of all their words in both.
Classes and what is left out are those of `draw_drift`; hedges and words of saying count where one side alone has any, and with
few other words. Left out besides: what shares a run of seven words with a pair of the first draw or one drawn before, and a
second pair with the same article. No link and no drift is computed for it.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from tests.gold.links.draw_drift import CUES, HEDGES, Row, classes, fit, words
from tests.gold.links.load import rows

SEED = 20261123
FEWEST, MOST = 10, 45
LEAST, GREATEST = 0.36, 0.97
RUN, COMMON, DAYS = 4, 40, 60
SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"”’')]*(?=\s+[A-Z\"“‘(]|\s*$)|$)", re.MULTILINE)
DRAWN = (("hedge", 15), ("saying", 15), ("number", 9), ("negation", 6), ("name", 6), ("quotation", 5), ("all", 4))
"""How many of each class go into each batch, as far as there are so many; what lacks is drawn from all."""
BATCH = 60
FARTHEST, ALIKE = 6, 7
BATCHES = ("dev2", "test2")
Place = tuple[str, str, int, int]  # set, key, start, end


def sentences(data: Path) -> Iterator[tuple[Place, list[str]]]:
    """Every sentence of fitting length, with its words in small letters."""
    for (name, key), row in sorted(rows(data).items()):
        for match in SENTENCE.finditer(row["text"]):
            small = words(match.group().lower())
            if FEWEST <= len(small) <= MOST:
                yield (name, key, *match.span()), small


def mined(data: Path) -> Iterator[Row]:
    """The pairs of sentences that are nearly one, as rows of `draw_drift`, with their places."""
    told = list(sentences(data))
    holders: dict[int, list[int]] = defaultdict(list)
    for number, (_, small) in enumerate(told):
        for run in {hash(tuple(small[at : at + RUN])) for at in range(len(small) - RUN + 1)}:
            holders[run].append(number)
    near = {(one, other) for held in holders.values() if len(held) <= COMMON for one in held for other in held if one < other}
    for one, other in sorted(near):
        first, second = set(told[one][1]), set(told[other][1])
        likeness = len(first & second) / len(first | second)
        if LEAST <= likeness <= GREATEST and other_outlet(told[one][0], told[other][0], data):
            yield {"j": likeness, "a": side(told[one][0], data), "b": side(told[other][0], data)}


def other_outlet(one: Place, other: Place, data: Path) -> bool:
    """Whether two articles are of two outlets, and of the same weeks."""
    first, second = rows(data)[one[:2]], rows(data)[other[:2]]
    if first["outlet"] == second["outlet"] or not (first["date"] and second["date"]):
        return False
    return abs((date.fromisoformat(first["date"][:10]) - date.fromisoformat(second["date"][:10])).days) <= DAYS


def side(place: Place, data: Path) -> Row:
    name, key, start, end = place
    row = rows(data)[name, key]
    found = {"id": key, "set": name, "span": [start, end], "s": row["text"][start:end]}
    return {**found, "date": row["date"], "source": row["outlet"]}


def one_sided(row: Row, listed: str) -> bool:
    """Whether one side alone has any of the words, with at most five others that are not in the other sentence around it."""
    here, there = (words(row[side]["s"].lower()) for side in "ab")
    wanted = set(listed.split())
    if bool(wanted & set(here)) == bool(wanted & set(there)):
        return False
    for _, start, end, begin, stop in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if any(wanted & set(run) and len(run) <= FARTHEST for run in (here[start:end], there[begin:stop])):
            return True
    return False


def classed(row: Row) -> set[str]:
    found = classes(row)
    return found - {name for name, listed in (("hedge", HEDGES), ("saying", CUES)) if not one_sided(row, listed)}


def runs(row: Row) -> set[tuple[str, ...]]:
    """Every run of seven words of both sides."""
    told = [words(row[side]["s"].lower()) for side in "ab"]
    return {tuple(each[at : at + ALIKE]) for each in told for at in range(len(each) - ALIKE + 1)}


def turned(row: Row, name: str) -> Row:
    """The pair with the hedge or the word of saying on the first side, so that what is dropped is there often enough."""
    listed = {"hedge": HEDGES, "saying": CUES}.get(name, "")
    if set(words(row["b"]["s"].lower())) & set(listed.split()):
        return {**row, "a": row["b"], "b": row["a"], "turned": True}
    return row


def draw(pool: list[Row], known: list[Row]) -> list[tuple[str, str, Row]]:
    """Batch, class and pair, in the order drawn."""
    chooser = random.Random(SEED)
    seen = {run for row in known for run in runs(row)}
    taken: set[str] = set()
    sorted_out = [(row, classed(row)) for row in pool if fit(row)]
    drawn: list[tuple[str, str, Row]] = []
    for name, count in DRAWN:
        these = [row for row, found in sorted_out if name in found]
        chooser.shuffle(these)
        left = count * len(BATCHES) if name != "all" else BATCH * len(BATCHES) - len(drawn)
        for row in these:
            articles = {row["a"]["id"], row["b"]["id"]}
            if left and not runs(row) & seen and not articles & taken:
                batch = min(BATCHES, key=lambda each: (sum(each == other for other, _, _ in drawn), each))
                drawn.append((batch, name, turned(row, name)))
                seen |= runs(row)
                taken |= articles
                left -= 1
    chooser.shuffle(drawn)
    return sorted(drawn, key=lambda each: each[0])


def main(data: Path, out: Path) -> None:
    listed: list[Row] = json.loads((data / "drift" / "pairs.json").read_text(encoding="utf-8"))
    gold = json.loads((Path(__file__).parent / "drift.json").read_text(encoding="utf-8"))["items"]
    known = [listed[item["line"]] for item in gold if item["half"] not in BATCHES]
    drawn = draw([*mined(data), *({"line": line, **row} for line, row in enumerate(listed))], known)
    with out.open("w", encoding="utf-8") as lines:
        for number, (batch, name, row) in enumerate(drawn, start=1):
            item = {"id": f"s{number:03d}", **where(row), "half": batch, "drawn_as": name, "twice": False}
            item |= {"story": min(row[end]["id"] for end in "ab"), "first": row["a"]["s"], "second": row["b"]["s"]}
            lines.write(json.dumps(item, ensure_ascii=False) + "\n")
    print(len(drawn), hashlib.sha256(out.read_bytes()).hexdigest()[:12])


def where(row: Row) -> Row:
    """The line of `drift` that a pair is, or the places of its sentences in their articles."""
    if "line" in row:
        return {"line": row["line"], "turned": row.get("turned", False)}
    return {"places": [[row[side]["set"], row[side]["id"], *row[side]["span"]] for side in "ab"]}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
