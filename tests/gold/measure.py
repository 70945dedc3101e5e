"""How the speakers and the character of statements hold against the gold.

    python -m tests.gold.measure dev                # figures of the half that rules may be tuned on
    python -m tests.gold.measure dev --wrong kind   # and each row whose kind is wrong
    python -m tests.gold.measure dev --scores neural  # with what the neural tagger believes of the words
    python -m tests.gold.measure test2              # for a final figure, hardly ever; its rows stay unread

The program is given the gold's spans, so that only its judgement is measured, not its tagger; `--scores` gives it the scores of a
tagger's own reading beside them.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allegedly.attribute.tagger import tagged
from allegedly.characterise import characterise
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Origin, Span, Spans, Statement, statement_id
from allegedly.reading import load_tagger
from allegedly.resolve import resolve
from allegedly.segment import segment
from tests.gold.draw import HERE, allsides, news_cluster
from tests.samples import make_article

DATA = HERE.parents[2] / "shared" / "data"
Gold = dict[str, Any]  # a row of gold.json, as compile.py writes it
LEADING = ("the ", "a ", "an ")
TUNED = ("dev", "dev2", "test", "train", "dev3", "train2")
"""The halves whose rows have been read."""
BOUNDS = {"fewer than": "under"}  # the gold's name of a bound, and the program's


@dataclass(frozen=True)
class Pair:
    """A statement of the gold, and what the program makes of it."""

    article: Article
    gold: Gold
    made: Statement


def pairs(half: str, data: Path = DATA, scores: str = "cues") -> Iterator[Pair]:
    """Every statement of the half (`dev`, `test2` and so on) with a cue or source; the text comes from `data`, by its hash.

    `scores` names the tagger whose scores are used; `cues` gives none.
    """
    tagger = load_tagger(scores)
    listed = [row for row in json.loads((HERE / "articles.json").read_text(encoding="utf-8"))["articles"] if row["half"] == half]
    gold: dict[str, list[Gold]] = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))
    rows = {(row["set"], row["key"]): row for row in allsides(data) + news_cluster(data)}
    language = load_language("en")
    for entry in listed:
        row = rows[entry["set"], entry["key"]]
        article = make_article(row["text"], Origin(outlet=row["outlet"] or None, published=row["date"] or None))
        if article.capture.text_sha256 != entry["text_sha256"]:
            raise ValueError(f"the text of {entry['set']} {entry['key']} is another than the one that was annotated")
        segments = segment(article, language)
        attributions = [attribution_of(each) for each in gold.get(entry["text_sha256"], [])]
        believed = tagged(tagger, article, segments)[1]
        speakers = resolve(article, segments, attributions, language, scores=believed)
        made = {each.id: each for each in characterise(article, segments, attributions, speakers, language, scores=believed)}
        for each, attribution in zip(gold.get(entry["text_sha256"], []), attributions, strict=True):
            yield Pair(article, each, made[statement_id(article.id, attribution)])


def attribution_of(gold: Gold) -> Attribution:
    """The gold's spans."""
    source, cue, content = (tuple(Span(*place) for place in gold[role]) for role in ("source", "cue", "content"))
    return Attribution(source, cue, content)


def same_name(left: str | None, right: str | None) -> bool:
    """Whether two names are the same but for case, an article and dots."""

    def plain(name: str | None) -> str:
        bare = (name or "").lower().replace(".", "").replace("’", "'").strip()
        return next((bare.removeprefix(word) for word in LEADING if bare.startswith(word)), bare)

    return plain(left) == plain(right)


def names_same(name: str, wanted: Gold) -> bool:
    """Whether a name is the one that the gold's speaker has, or, where several speak together, all of theirs in any order."""
    named = [wanted.get("name"), *wanted.get("also", ())]
    several = re.split(r", and |, | and ", name)
    together = len(several) == len(named) and all(any(same_name(one, other) for one in several) for other in named)
    return same_name(name, named[0]) or same_name(name, " and ".join(map(str, named))) or together


def overlap(made: Spans, places: list[list[int]]) -> bool:
    """Whether a span touches one of the gold's places; both empty is agreement too."""
    return (not made and not places) or any(span.start < end and start < span.end for span in made for start, end in places)


def judged(pair: Pair) -> Iterator[tuple[str, bool, str]]:
    """Field, whether it is right, and what was found against what was expected, for each field that the gold judges."""
    gold, made, speaker = pair.gold, pair.made, pair.made.speaker
    wanted = gold["speaker"] or {}
    if wanted.get("name") and gold["source"]:
        name = speaker.name if speaker else None
        yield (
            "name given",
            name is not None,
            f"nothing for {wanted['name']!r}, candidates {speaker.candidates if speaker else ()}",
        )
        if name is not None:
            yield "name right", names_same(name, wanted), f"{name!r} for {wanted['name']!r}"
    elif gold["source"] and speaker is not None:
        yield "unnamed left unnamed", speaker.name is None, f"{speaker.name!r} for nobody"
    if gold["source"] and wanted:
        kind = speaker.kind.value if speaker else None
        yield "speaker kind", kind == wanted["kind"], f"{kind!r} for {wanted['kind']!r}"
        if wanted.get("country"):
            yield (
                "country",
                speaker is not None and speaker.country == wanted["country"],
                (f"{speaker.country if speaker else None} for {wanted['country']}"),
            )
    yield "kind", made.kind.value == gold["kind"], f"{made.kind.value.value!r} for {gold['kind']!r}"
    yield "certainty", made.certainty.value == gold["certainty"], f"{made.certainty.value.value!r} for {gold['certainty']!r}"
    if made.medium or gold["medium"]:
        yield (
            "medium",
            overlap(made.medium.evidence if made.medium else (), gold["medium"]),
            (f"{made.medium.value if made.medium else None!r} for {gold['medium']}"),
        )
    if made.addressee or gold["addressee"]:
        yield (
            "addressee",
            overlap(made.addressee.evidence if made.addressee else (), gold["addressee"]),
            (f"{made.addressee.value if made.addressee else None!r} for {gold['addressee']}"),
        )
    if gold["time"] and gold["time"]["interval"]:
        yield "time found", bool(made.time and made.time.value.interval), f"nothing for {gold['time']}"
    if made.time and made.time.value.interval and gold["time"]:
        found, expected = made.time.value.interval, gold["time"]["interval"]
        yield "time", found.split("/")[0] == first_day(expected), f"{found} for {expected}"
    for figure in gold["figures"]:
        mine = next((each for each in made.figures if overlap(each.evidence, figure["span"])), None)
        yield "figure found", mine is not None, f"nothing for {figure}"
        if mine is not None:
            right = (mine.low, mine.high) == (figure["low"], figure["high"])
            yield "figure value", right, f"{mine.low, mine.high, mine.bound} for {figure}"
            yield "figure bound", mine.bound == BOUNDS.get(figure["bound"], figure["bound"]), f"{mine.bound} for {figure}"
            yield "figure category", (mine.category or "other") == figure["category"], f"{mine.category} for {figure}"


def first_day(interval: str | None) -> str | None:
    """The day that an interval of the gold begins with, which writes a whole month or year short: "2013", "2013-06"."""
    start = interval.split("/")[0] if interval else None
    return start and start + "-01" * (2 - start.count("-"))


def agreement(counts: Counter[tuple[str, str]]) -> float:
    """The mean of the F1 of each label that the gold has, from (gold, made) counts."""
    labels = {gold for gold, _ in counts}
    scores = []
    for label in labels:
        right = counts[label, label]
        there = sum(count for (gold, _), count in counts.items() if gold == label)
        said = sum(count for (_, made), count in counts.items() if made == label)
        scores.append(2 * right / (there + said) if there + said else 0.0)
    return sum(scores) / len(scores) if scores else 0.0


@dataclass(frozen=True)
class Measured:
    """A half's figures in per cent, on how many rows each but an F1 stands, and the wrong rows of each field, a line each."""

    figures: dict[str, float]
    rows: dict[str, int]
    wrong: dict[str, list[str]]


def measured(half: str, scores: str = "cues") -> Measured:
    """How the program's judgements of a half hold against the gold; `scores` as for `pairs`."""
    right: dict[str, list[bool]] = defaultdict(list)
    wrong: dict[str, list[str]] = defaultdict(list)
    kinds: Counter[tuple[str, str]] = Counter()
    hedges: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for pair in pairs(half, scores=scores):
        kinds[pair.gold["kind"], pair.made.kind.value.value] += 1
        made, gold = {(s.start, s.end) for s in pair.made.certainty.evidence}, {tuple(place) for place in pair.gold["hedges"]}
        hedges["made"] += len(made)
        hedges["gold"] += len(gold)
        hedges["right"] += sum(any(a < d and c < b for c, d in gold) for a, b in made)
        for field in ("medium", "addressee"):
            told[field] += bool(getattr(pair.made, field)) + bool(pair.gold[field])
        for field, good, said in judged(pair):
            right[field].append(good)
            if not good:
                wrong[field].append(f"{said:70} | {pair.made.words[:160]!r}")
    figures = {field: 100 * sum(results) / len(results) for field, results in right.items()}
    figures["kind, macro F1"] = 100 * agreement(kinds)
    figures |= {f"{field}, F1": 100 * 2 * sum(right[field]) / max(1, there) for field, there in told.items()}
    figures["hedges, F1"] = 100 * 2 * hedges["right"] / max(1, hedges["made"] + hedges["gold"])
    return Measured(figures, {field: len(results) for field, results in right.items()}, wrong)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("half", choices=(*TUNED, "test2", "dev4"))
    options.add_argument("--wrong", metavar="FIELD", help="show each row where this field is wrong")
    options.add_argument("--scores", metavar="TAGGER", choices=("cues", "neural"), default="cues", help="whose scores are used")
    chosen = options.parse_args()
    found = measured(chosen.half, chosen.scores)
    for line in found.wrong.get(chosen.wrong, ()):
        print(f"  {line}")
    for field, figure in found.figures.items():
        print(f"{field:22} {figure:5.1f}" + (f" %  of {found.rows[field]}" if field in found.rows else ""))


if __name__ == "__main__":
    main()
