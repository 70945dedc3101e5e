"""Draws the items of the gold of links, at random with a recorded seed; no link is computed for it.

    python -m tests.gold.links.draw OUT_DIR

Writes `candidates.json` (offsets, goes nowhere) and listings with the words into OUT_DIR, for the annotators. Stories are the
happenings of `news_cluster` and groups of articles of `allsides`, at most two days apart, with like words. Pairs are sentences of
which each is the other's nearest by words, drawn from strata: numbers with the same noun, a negation on one side, leads, much and
middling likeness, one article; disputes by cue words of denial and of what sounds like it, and again, as those were few, by
denials beside a claim that is like them. Articles of the gold of statements are left out.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import defaultdict
from pathlib import Path

from tests.gold.links.draw_disputes import draw_across, draw_again, draw_cues
from tests.gold.links.draw_pairs import draw_pairs
from tests.gold.links.load import digest_of, half_of
from tests.gold.links.stories import Line, stories, whole

SEED = 20261124


def end_of(line: Line) -> dict[str, object]:
    return {"set": line.row["set"], "key": line.row["key"], "article": digest_of(line.row["text"]), "spans": [list(line.place)]}


def listing(line: Line) -> str:
    """The article of a cue around it: the beginning, what stands before and behind, and the sentences that share most."""
    lines = whole(line.row)
    at = next(i for i, each in enumerate(lines) if each.place == line.place)
    shown = {*range(2), *range(at - 6, at + 4)}
    shared = sorted(range(len(lines)), key=lambda i: -len(lines[i].stems & line.stems) / math.sqrt(8 + len(lines[i].stems)))
    shown |= set(shared[:6])
    head = f"{line.row['outlet']} {line.row['date']} {line.row['title']}\n"
    return head + "\n".join(f"{'>>' if i == at else '  '}[{i}] {each.words}" for i, each in enumerate(lines) if i in shown)


def main(target: Path) -> None:
    chooser = random.Random(SEED)
    told = stories()
    pairs, cues = draw_pairs(told, chooser), draw_cues(told, chooser)
    drawn: dict[str, list[dict[str, object]]] = {"pairs": [], "disputes": []}
    shown: dict[str, list[str]] = defaultdict(list)
    for number, (stratum, story, one, other) in enumerate(pairs, start=1):
        half, name = half_of(story), f"p{number:03d}"
        ends = {"first": end_of(one), "second": end_of(other)}
        drawn["pairs"].append({"id": name, "story": story, "half": half, "drawn": stratum, **ends})
        heads = [f"{line.row['outlet']} {line.row['date']}" for line in (one, other)]
        shown[f"pairs_{half}"].append(f"{name} {stratum} | {heads[0]} | {heads[1]}\nA {one.words}\nB {other.words}")
    for number, (name, story, line) in enumerate(cues, start=1):
        half = half_of(story)
        drawn["disputes"].append({"id": f"d{number:03d}", "story": story, "half": half, "drawn": name, "first": end_of(line)})
        shown[f"disputes_{half}"].append(f"d{number:03d} {name} {listing(line)}")
    for number, (name, story, one, other) in enumerate(draw_across(told, chooser), start=1):
        half, ends = half_of(story), {"first": end_of(one), "second": end_of(other)}
        drawn["disputes"].append({"id": f"x{number:03d}", "story": story, "half": half, "drawn": name, **ends})
        heads = [f"{line.row['outlet']} {line.row['date']}" for line in (one, other)]
        shown[f"across_{half}"].append(f"x{number:03d} {name} | {heads[0]} | {heads[1]}\nA {one.words}\nB {other.words}")
    taken = {line.row["key"] for _, _, line in cues}
    for number, (name, story, line, claim) in enumerate(draw_again(told, taken, chooser), start=1):
        half, ends = half_of(story), {"first": end_of(line), **({"second": end_of(claim)} if claim else {})}
        drawn["disputes"].append({"id": f"e{number:03d}", "story": story, "half": half, "drawn": name, **ends})
        if claim is None:
            shown[f"again_{half}"].append(f"e{number:03d} {name} {listing(line)}")
        else:
            heads = [f"{each.row['outlet']} {each.row['date']}" for each in (line, claim)]
            both = f"A {line.words}\nB {claim.words}"
            shown[f"again_across_{half}"].append(f"e{number:03d} {name} | {heads[0]} | {heads[1]}\n{both}")
    target.mkdir(parents=True, exist_ok=True)
    (target / "candidates.json").write_text(json.dumps({"seed": SEED, **drawn}, indent=1), encoding="utf-8")
    for name, texts in shown.items():
        (target / f"{name}.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
        print(name, len(texts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
