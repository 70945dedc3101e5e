"""Turns an annotator's labels into the gold of pairs and disputes: offsets and labels, without the text.

    python -m tests.gold.links.compile CANDIDATES.json PAIRS.txt DISPUTES.txt

`candidates.json` is what `draw` writes. A line of PAIRS.txt is `p001 s` (same claim), `r` (related), `n` (not) or `x` (left
out: no whole sentence), then the class of dispute where one side disputes the other. A line of DISPUTES.txt is
`d002 denied s=4 a=0,7`: the class or `none`, the number of the sentence that is disputed as the listing has it, and others that
say the same; `f="…" w="…"` are the words of the two ends where both lie in one sentence. A first reading that was
overruled stands in FILE.first.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tests.gold.links.load import HERE, Gold, half_of, rows
from tests.gold.links.stories import whole

LABELS = {"s": "same claim", "r": "related", "n": "not"}
LINE = re.compile(
    r"(?P<id>\w+) (?P<label>[a-z ]+?)(?: s=(?P<second>\d+))?(?: a=(?P<also>[\d,]+))?"
    r'(?: f="(?P<first>.+?)" w="(?P<words>.+?)"(?: a=(?P<more>[\d,]+))?)?$'
)


def read_lines(path: Path) -> dict[str, str]:
    """The labels of a file, by the item's id."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    return {line.split()[0]: line for line in lines if line}


def bare(end: Gold) -> Gold:
    return {"article": end["article"], "spans": end["spans"]}


def base(item: Gold) -> Gold:
    return {"id": item["id"], "story": item["story"], "half": half_of(item["story"]), "twice": False, "drawn": item["drawn"]}


def pair_of(item: Gold, line: str) -> Gold | None:
    """An item of pairs.json; None where it was left out."""
    _, letter, *manner = line.split(maxsplit=2)
    if letter == "x":
        return None
    ends = {"first": bare(item["first"]), "second": bare(item["second"])}
    return {**base(item), **ends, "label": LABELS[letter], "manner": manner[0] if manner else None}


def dispute_of(item: Gold, line: str) -> Gold | None:
    """An item of disputes.json; None where it was left out."""
    match = LINE.match(line)
    if match is None:
        raise ValueError(f"{line!r} is no label")
    if match["label"] == "x":
        return None
    first, second = bare(item["first"]), bare(item["second"]) if "second" in item else None
    row = rows()[item["first"]["set"], item["first"]["key"]]
    lines = whole(row)

    def sentence(number: str) -> Gold:
        return {"article": first["article"], "spans": [list(lines[int(number)].place)]}

    if match["second"]:
        second = sentence(match["second"])
    if match["first"]:
        start, end = item["first"]["spans"][0]
        ends = []
        for words in (match["first"], match["words"]):
            at = row["text"].index(words, start, end)
            ends.append({"article": first["article"], "spans": [[at, at + len(words)]]})
        first, second = ends
    disputes = match["label"] != "none"
    if disputes and second is None:
        raise ValueError(f"{line!r} has no words that are disputed")
    also = [sentence(number) for number in (match["also"] or match["more"] or "").split(",") if number]
    label = {"label": "disputes" if disputes else "none", "manner": match["label"] if disputes else None}
    return {**base(item), "first": first, "second": second, "also": also, **label}


def of_pair(pair: Gold) -> Gold | None:
    """What a pair of numbers or with a negation says of disputes."""
    if pair["manner"] is None and not (pair["label"] == "related" and pair["drawn"] in ("number", "negation")):
        return None
    label = {"label": "disputes" if pair["manner"] else "none", "manner": pair["manner"]}
    return {**pair, "id": f"q{pair['id'][1:]}", "also": [], **label}


def write(name: str, items: list[Gold], where: dict[str, Gold]) -> None:
    """The file, its items by id; marked are those that were read twice: every sixth when they were first written."""
    items.sort(key=lambda item: str(item["id"]))
    again = HERE / f"{name}_second.json"
    sixth = {str(item["id"]) for item in items[5::6]}
    twice = set(json.loads(again.read_text(encoding="utf-8"))) if again.exists() else sixth
    for item in items:
        item["twice"] = item["id"] in twice
    used = {end["article"] for item in items for end in (item["first"], item["second"], *item.get("also", [])) if end}
    articles = {digest: where[digest] for digest in sorted(used)}
    lines = ",\n".join(json.dumps(item, separators=(",", ":"), sort_keys=True) for item in items)
    head = json.dumps(articles, separators=(",", ":"))
    (HERE / f"{name}.json").write_text(f'{{"articles":{head},\n"items":[\n{lines}\n]}}\n', encoding="utf-8")


def main(candidates: Path, pair_labels: Path, dispute_labels: Path) -> None:
    drawn: Gold = json.loads(candidates.read_text(encoding="utf-8"))
    where: dict[str, Gold] = {}
    for item in [*drawn["pairs"], *drawn["disputes"]]:
        for end in (item["first"], item.get("second")):
            if end:
                where[end["article"]] = {"set": end["set"], "key": end["key"], "story": item["story"]}
    made: dict[str, list[Gold]] = {"pairs": [], "disputes": []}
    for name, path, maker in (("pairs", pair_labels, pair_of), ("disputes", dispute_labels, dispute_of)):
        final, firsts = read_lines(path), read_lines(path.with_name(f"{path.name}.first"))
        for item in drawn[name]:
            if item["id"] in final:
                gold = maker(item, final[item["id"]])
                before = maker(item, firsts[item["id"]]) if item["id"] in firsts else None
                if gold is not None:
                    if before is not None:
                        gold["first_reading"] = {field: before[field] for field in ("label", "manner")}
                    made[name].append(gold)
    made["disputes"] += [gold for pair in made["pairs"] if (gold := of_pair(pair)) is not None]
    seen: set[str] = set()
    once = []
    for item in made["disputes"]:
        ends = json.dumps([item["first"], item["second"]])
        if item["second"] is None or ends not in seen:
            once.append(item)
        seen.add(ends)
    made["disputes"] = once
    for name, items in made.items():
        write(name, items, where)
        print(name, len(items))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
