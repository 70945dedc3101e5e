"""Strict span F1 on RiQuA's development lines (fiction), off the corpus that the weights were trained on.

python riqua.py --lines ../../shared/data/riqua/valid.txt
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from allegedly.attribute.neural import NeuralTagger
from allegedly.languages import Language
from allegedly.model import Article, Capture, Origin
from allegedly.segment import segment

MARKS = {"``": "“", "''": "”"}
CLOSE = set(".,;:!?”)") | {"n't", "'s", "'d", "'ll", "'re", "'ve", "'m"}


def written(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The line as it would be printed, and where each token stands in it."""
    text, spans = "", []
    for token in tokens:
        token = MARKS.get(token, token)
        if text and token not in CLOSE and text[-1] not in "“(":
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def gold_spans(labels: list[str]) -> set[tuple[str, int, int]]:
    """The labelled stretches of a line as (role, first token, last token + 1)."""
    found, start, role = set(), -1, ""
    for place, label in enumerate([*labels, "O"]):
        if start >= 0 and (label[0] != "I" or label[2:] != role):
            found.add((role, start, place))
            start = -1
        if label[0] == "B":
            start, role = place, label[2:]
    return found


def main() -> None:
    """Prints strict and touching F1 for each role."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--lines", type=Path, required=True)
    options = arguments.parse_args()
    tagger, counts = NeuralTagger.load(), Counter[tuple[str, str]]()
    for line in options.lines.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, places = written(row["tokens"])
        article = Article("", text, (), "en", Origin(), Capture("", "", ""))
        found = set()
        for each in tagger(article, segment(article, Language("en"))):
            for role in ("source", "cue", "content"):
                for span in getattr(each, role):
                    held = [i for i, (a, b) in enumerate(places) if a < span.end and span.start < b]
                    found.add((role, held[0], held[-1] + 1))
        gold = gold_spans(row["labels"])
        for role in ("source", "cue", "content"):
            mine, theirs = ({s for s in spans if s[0] == role} for spans in (found, gold))
            counts[role, "found"] += len(mine)
            counts[role, "gold"] += len(theirs)
            counts[role, "right"] += len(mine & theirs)
            counts[role, "touched"] += sum(any(a < d and c < b for _, c, d in mine) for _, a, b in theirs)
    for role in ("source", "cue", "content"):
        right, mine, theirs = (counts[role, name] for name in ("right", "found", "gold"))
        precision, recall = right / mine, right / theirs
        f1 = 2 * precision * recall / (precision + recall)
        touched = counts[role, "touched"] / theirs
        print(
            f"{role:8s} strict P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}; gold touched {100 * touched:.1f}"
        )


if __name__ == "__main__":
    main()
