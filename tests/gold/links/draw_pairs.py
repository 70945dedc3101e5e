"""Draws pairs of sentences of a story from strata of likeness, numbers and negation."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations_with_replacement

from tests.gold.links.load import Row
from tests.gold.links.stories import NEGATED, Likeness, Line, lines_of, numbers

PAIRS = {"number": 48, "negation": 30, "lead": 60, "high": 45, "middle": 45, "within": 12}


def fit(line: Line) -> bool:
    whole = bool(re.match(r"[\"“'‘]?[A-Z]", line.words)) and not re.search(
        r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Jr|[A-Z][a-z]{2,3}t?)\.$", line.words
    )
    return whole and 8 <= len(line.words.split()) <= 45 and line.words[-1] in ".!?\"”’'"


def strata(one: Line, other: Line, score: float) -> Iterator[str]:
    left, right = numbers(one), numbers(other)
    if one.row["key"] == other.row["key"]:
        if 0.3 <= score < 0.8:
            yield "within"
        return
    if 0.18 <= score < 0.85 and any(left[noun] != right[noun] for noun in left.keys() & right.keys()):
        yield "number"
    if 0.24 <= score < 0.85 and bool(NEGATED.search(one.words)) != bool(NEGATED.search(other.words)):
        yield "negation"
    if 0.2 <= score < 0.7 and max(one.place[0], other.place[0]) < 700:
        yield "lead"
    if 0.42 <= score < 0.8:
        yield "high"
    elif 0.25 <= score < 0.42:
        yield "middle"


def nearest(left: list[Line], right: list[Line], like: Likeness) -> Iterator[tuple[Line, Line, float]]:
    """The pairs of sentences of two articles (or of one with itself) of which each is the other's nearest."""
    scores = {(i, j): like(a.stems, b.stems) for i, a in enumerate(left) for j, b in enumerate(right) if a != b}
    if not scores:
        return
    best = [max((scores.get((i, j), 0.0), -j) for j in range(len(right))) for i in range(len(left))]
    mate = [max((scores.get((i, j), 0.0), -i) for i in range(len(left))) for j in range(len(right))]
    for (i, j), score in scores.items():
        if best[i] == (score, -j) and mate[j] == (score, -i) and (left is not right or i < j):
            yield left[i], right[j], score


def draw_pairs(told: dict[str, list[Row]], chooser: random.Random) -> list[tuple[str, str, Line, Line]]:
    """Stratum, story and two sentences: at most six of a story, two of two articles, one of a sentence."""
    pools: dict[str, list[tuple[str, str, Line, Line]]] = defaultdict(list)
    like = Likeness([line.stems for articles in told.values() for row in articles[:4] for line in lines_of(row)])
    for story, articles in told.items():
        if len({row["outlet"] for row in articles}) < 2:
            continue
        lines = [[line for line in lines_of(row) if fit(line)] for row in sorted(articles, key=lambda row: row["key"])]
        here: dict[str, list[tuple[str, str, Line, Line]]] = defaultdict(list)
        for left, right in combinations_with_replacement(lines[:16], 2):
            for one, other, score in nearest(left, right, like):
                for stratum in strata(one, other, score):
                    here[stratum].append((stratum, story, one, other))
        for stratum, found in sorted(here.items()):
            pools[stratum] += chooser.sample(found, min(5, len(found)))
    drawn: list[tuple[str, str, Line, Line]] = []
    of_story: Counter[str] = Counter()
    of_articles: Counter[tuple[str, str]] = Counter()
    used: set[tuple[str, tuple[int, int]]] = set()
    for stratum in PAIRS:
        chooser.shuffle(pools[stratum])
        count = 0
        for each in pools[stratum]:
            _, story, one, other = each
            ends = {(line.row["key"], line.place) for line in (one, other)}
            both = one.row["key"], other.row["key"]
            if count < PAIRS[stratum] and of_story[story] < 6 and of_articles[both] < 2 and not ends & used:
                drawn.append(each)
                count += 1
                of_story[story] += 1
                of_articles[both] += 1
                used |= ends
    chooser.shuffle(drawn)
    return drawn
