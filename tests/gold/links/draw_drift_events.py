"""Draws a last batch of sentence pairs for the gold of drift, from reports of one happening by several outlets in `ecbplus`.

    python -m tests.gold.links.draw_drift_events ../shared/data OUT.jsonl

When the second draw had been measured, few pairs with a hedge or a source on one side were left in the other corpora. These are
two sentences of two texts of one topic with from 0.36 to 0.97 of all their words in both; of topics with an even number, as the
others were read for mending. Classes and what is left out are those of `draw_drift_again`. The corpus holds tokens: they are
joined again.
"""

from __future__ import annotations

import json
import random
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from functools import cache
from pathlib import Path

from tests.gold.links.draw_drift import CUES, HEDGES, Row, fit, words
from tests.gold.links.draw_drift_again import GREATEST, LEAST, MOST, classed, runs

SEED = 20261122
FEWEST = 8
DRAWN = (("hedge", 9), ("saying", 16), ("number", 13), ("negation", 6), ("name", 6), ("quotation", 6), ("all", 60))
BATCH, HALF = 60, "test3"
_CLOSED = re.compile(r" ([.,;:!?%)\]]|(?:n't|['’] ?(?:s|re|ve|ll|d|m|t))\b)")
_OPENED = re.compile(r"([(\[$]) ")


@cache
def sentences(path: Path) -> dict[int, str]:
    """The sentences of a text by their number, their tokens joined, and quotation marks as opening and closing ones."""
    tokens: dict[int, list[str]] = defaultdict(list)
    for token in ElementTree.parse(path).getroot().iter("token"):
        tokens[int(token.get("sentence", "0"))].append(token.text or "")
    return {number: joined(listed) for number, listed in tokens.items()}


def joined(tokens: list[str]) -> str:
    """Tokens as running text.

    >>> joined(["``", "It", "is", "n't", "over", ",", "''", "she", "said", "."])
    "“It isn't over,” she said."
    """
    plain = _OPENED.sub(r"\1", _CLOSED.sub(r"\1", " ".join(tokens).replace("``", '"').replace("''", '"')))
    plain = re.sub(r"(?<=\d)([.,:]) (?=\d)", r"\1", re.sub(r"(?<=\d) - (?=\w)|(?<=\w) - (?=\d)", "-", plain))
    open_now, parts = False, plain.split('"')
    marked = parts[0]
    for part in parts[1:]:
        closes = open_now or marked.rstrip()[-1:] in (",", ".", "!", "?")
        marked = marked.rstrip() + "”" + part if closes else marked + "“" + part.lstrip()
        open_now = not closes
    return marked.replace("’ s ", "’s ")


def mined(data: Path) -> list[Row]:
    """The pairs of like sentences of two texts, topic by topic."""
    found = []
    for topic in sorted((path for path in (data / "ecbplus").iterdir() if path.name.isdigit()), key=lambda path: int(path.name)):
        if int(topic.name) % 2:
            continue
        told = [(path, number, text, set(words(text.lower())))
                for path in sorted(topic.glob("*.xml")) for number, text in sentences(path).items()]  # fmt: skip
        told = [each for each in told if FEWEST <= len(words(each[2])) <= MOST and "http:" not in each[2]]
        for at, (path, number, text, one) in enumerate(told):
            for other_path, other_number, other_text, other in told[at + 1 :]:
                likeness = len(one & other) / len(one | other)
                if path != other_path and LEAST <= likeness <= GREATEST:
                    found.append({"j": likeness, "topic": topic.name, "a": {"s": text, "at": [path.name, number]},
                                  "b": {"s": other_text, "at": [other_path.name, other_number]}})  # fmt: skip
    return found


def draw(pool: list[Row]) -> list[tuple[str, Row]]:
    """Class and pair, in the order drawn; the side with the hedge or the word of saying comes first."""
    chooser = random.Random(SEED)
    seen: set[tuple[str, ...]] = set()
    sorted_out = [(row, classed(row)) for row in pool if fit(row)]
    drawn: list[tuple[str, Row]] = []
    for name, count in DRAWN:
        these = [row for row, found in sorted_out if name in found]
        chooser.shuffle(these)
        left = min(count, BATCH - len(drawn))
        for row in these:
            if left and not runs(row) & seen:
                listed = {"hedge": HEDGES, "saying": CUES}.get(name, "")
                turned = set(words(row["b"]["s"].lower())) & set(listed.split())
                drawn.append((name, {**row, "a": row["b"], "b": row["a"]} if turned else row))
                seen |= runs(row)
                left -= 1
    chooser.shuffle(drawn)
    return drawn


def main(data: Path, out: Path) -> None:
    with out.open("w", encoding="utf-8") as lines:
        for number, (name, row) in enumerate(draw(mined(data)), start=1):
            item = {"id": f"t{number:03d}", "events": [row["a"]["at"], row["b"]["at"]], "half": HALF, "drawn_as": name,
                    "twice": False, "story": f"ecbplus:{row['topic']}",
                    "first": row["a"]["s"], "second": row["b"]["s"]}  # fmt: skip
            lines.write(json.dumps(item, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
