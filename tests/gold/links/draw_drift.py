"""Draws the sentence pairs of the gold of drift, at random with a recorded seed, without a look at what the program says.

    python -m tests.gold.links.draw_drift ../shared/data OUT.jsonl

Six classes that a difference of tokens tells (a hedge, a word of saying, a number, a negation, a name, words in quotation
marks) and one drawn from all, so that what is rare is there often enough to measure. For the same reason the classes of
hedge, saying, number, negation and name are drawn from pairs of which a side at least is the paper's own telling: not quoted
on both sides, and no quotation without its marks. Left out: page furniture, a sentence cut off behind "Sen.", pairs whose
difference is no word, and a second pair with the same sentence. OUT.jsonl holds the texts and stays out of the repository.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

SEED = 20261124
Row = dict[str, Any]  # {"j": likeness, "a": {"id", "date", "source", "s"}, "b": …}, as the file has it

HEDGES = """
    may might could possibly perhaps probably likely unlikely apparently apparent appears appear appeared seems seem seemed
    seemingly reportedly allegedly alleged purportedly supposedly suspected believed believes believe thought expected
    potentially potential think thinks claimed claims alleges rumored suggests suggested
"""
CUES = """
    said says saying told tells according reported reports stated states announced wrote tweeted testified argued added
    noted claimed claims alleged denied acknowledged admitted insisted warned predicted confirmed
"""
NEGATIONS = """
    not no never nor none without deny denied denies neither nothing cannot can't don't didn't doesn't won't isn't wasn't
    wouldn't couldn't shouldn't hasn't haven't hadn't aren't weren't
"""
NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million
    millions billion trillion half third quarter least more than over nearly about fewer less up
"""
FURNITURE = re.compile(
    r"contributed to|hide caption|photos?:|the views|rights reserved|on twitter\.?$|newsletter|click here|"
    r"(?:reporting|editing) by|copyright|read more|associated press writer|this report",
    re.IGNORECASE,
)
CUT_OFF = re.compile(r"\b(?:Sens?|Govs?|Reps?|Mrs?|Ms|Dr|U\.S|St|Lt|Gen|Jr|Col|Sgt|vs|No|[A-Z])\.[\"”]?\s*$")
MARK = re.compile(r"[\"“”]")
SPOKEN = re.compile(r"\b(?:I|I['’]m|[Ww]e|[Oo]ur|[Mm]y|me|us|[Yy]ou|[Yy]our)\b|@")


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9$%][A-Za-z0-9$%'.,-]*[A-Za-z0-9%]|[A-Za-z0-9%]", text.replace("’", "'").replace("‘", "'"))


def classes(row: Row) -> set[str]:
    """What the difference of the two sentences' tokens holds."""
    left, right = words(row["a"]["s"]), words(row["b"]["s"])
    small_left, small_right = [word.lower() for word in left], [word.lower() for word in right]
    only_left, only_right = Counter(small_left) - Counter(small_right), Counter(small_right) - Counter(small_left)
    other = set(only_left) | set(only_right)
    quoted = bool(MARK.search(row["a"]["s"]) and MARK.search(row["b"]["s"]))
    replaced = [op for op in SequenceMatcher(None, small_left, small_right, autojunk=False).get_opcodes() if op[0] == "replace"]
    found = {"all"}
    if quoted and any(start > 0 and end < len(left) for _, start, end, _, _ in replaced):
        found.add("quotation")
    if quoted or any(SPOKEN.search(row[side]["s"]) and not MARK.search(row[side]["s"]) for side in "ab"):
        return found
    if other & set(HEDGES.split()):
        found.add("hedge")
    if other & set(CUES.split()):
        found.add("saying")
    if other & set(NUMBERS.split()) or any(any(map(str.isdigit, word)) for word in other):
        found.add("number")
    if other & set(NEGATIONS.split()):
        found.add("negation")
    if any(capital(left, at, end, only_left) and capital(right, to, stop, only_right) for _, at, end, to, stop in replaced):
        found.add("name")
    return found


def capital(tokens: list[str], start: int, end: int, only: Counter[str]) -> bool:
    return any(at > 0 and tokens[at][0].isupper() and tokens[at].lower() in only for at in range(start, end))


DRAWN = (("hedge", 38), ("saying", 42), ("number", 34), ("negation", 20), ("name", 26), ("quotation", 20), ("all", 20))


def fit(row: Row) -> bool:
    left, right = row["a"]["s"], row["b"]["s"]
    if FURNITURE.search(left) or FURNITURE.search(right) or CUT_OFF.search(left) or CUT_OFF.search(right):
        return False
    return [word.lower() for word in words(left)] != [word.lower() for word in words(right)]


def draw(rows: Iterable[Row]) -> list[tuple[int, str, Row]]:
    """Line, class and pair, in the order drawn."""
    chooser = random.Random(SEED)
    pool = [(line, row, classes(row)) for line, row in enumerate(rows) if fit(row)]
    seen: set[str] = set()
    drawn = []
    for name, count in DRAWN:
        these = [each for each in pool if name in each[2]]
        chooser.shuffle(these)
        for line, row, _ in these:
            begins = {" ".join(words(row[side]["s"].lower())[at : at + 6]) for side in "ab" for at in (0, 6)}
            if count and not begins & seen:
                drawn.append((line, name, row))
                seen |= begins
                count -= 1
    chooser.shuffle(drawn)
    return drawn


def unite(pairs: list[tuple[str, str]]) -> Callable[[str], str]:
    """The smallest id of all articles that pairs tie together: a story stays in one half."""
    root: dict[str, str] = {}

    def find(one: str) -> str:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        root[high] = low
    return find


def main(data: Path, out: Path) -> None:
    rows: list[Row] = json.loads((data / "drift" / "pairs.json").read_text(encoding="utf-8"))
    drawn = draw(rows)
    story = unite([(row["a"]["id"], row["b"]["id"]) for _, _, row in drawn])
    with out.open("w", encoding="utf-8") as lines:
        for number, (line, name, row) in enumerate(drawn, start=1):
            item = {"id": f"r{number:03d}", "line": line, "drawn_as": name, "story": story(row["a"]["id"]),
                    "twice": number % 6 == 0, "first": row["a"]["s"], "second": row["b"]["s"]}  # fmt: skip
            lines.write(json.dumps(item, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
