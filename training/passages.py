"""Texts with pronouns and whom they mean, of gold corpora: `python passages.py --data ../../shared/data --out FOLDER`.

A passage's mentions are those that the package's own rules find, so that the head is trained on the candidates it will meet.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus import read_polnear, shingles
from riqua import written

from allegedly.languages import Language
from allegedly.model import Article, Capture, Origin, Segments
from allegedly.resolve.antecedents import Antecedents
from allegedly.resolve.candidate import Candidate
from allegedly.resolve.lexicon import load_lexicon
from allegedly.resolve.mentions import find_mentions
from allegedly.resolve.nominal import find_nominal
from allegedly.resolve.people import find_people
from allegedly.resolve.words import Words
from allegedly.segment import segment

ENGLISH = Language("en")
LEXICON = load_lexicon("en")
GENDERS = {"he": "masculine", "him": "masculine", "his": "masculine", "himself": "masculine"}
GENDERS |= {"she": "feminine", "her": "feminine", "hers": "feminine", "herself": "feminine"}
PRONOUN = re.compile(r"\b(?:" + "|".join(GENDERS) + r")\b", re.IGNORECASE)


@dataclass(slots=True)
class Question:
    """A pronoun at `[start, end)` and which of the passage's mentions it means.

    `asked`: the numbers of the mentions that may be meant; `right`: those that are, none where nobody of them is.
    `wrong`: where nobody is known to be right, those that are known to be wrong; the others then count neither way.
    """

    start: int
    end: int
    asked: list[int]
    right: list[int]
    wrong: list[int] | None = None


@dataclass(slots=True)
class Passage:
    """A text, its mentions as `(start, end, number of the person)`, and questions about its pronouns.

    Names and descriptions come first, in order; behind them the pronouns, whose person is -1.
    """

    name: str
    text: str
    mentions: list[tuple[int, int, int]]
    questions: list[Question] = field(default_factory=list)


def article_of(text: str) -> tuple[Article, Segments]:
    """The text as the package reads it."""
    article = Article("", text, (), "en", Origin(), Capture("", "", ""))
    return article, segment(article, ENGLISH)


def candidates_of(text: str) -> list[Candidate]:
    """Everybody whom the package's rules find in the text."""
    _, segments = article_of(text)
    words = Words(text, segments)
    mentions = find_mentions(words, LEXICON)
    named = find_people(words, mentions, LEXICON)
    nominal = find_nominal(words, mentions, LEXICON)
    return list(Antecedents(words, named, nominal, (), segments.quotations, LEXICON).candidates)


def numbered(candidates: list[Candidate]) -> list[tuple[int, int, int]]:
    """The candidates as mentions of numbered people; every mention of somebody without a name is one of its own."""
    numbers: dict[object, int] = {}
    out = []
    for each in candidates:
        key = id(each.person) if each.person is not None else (each.start, each.end)
        out.append((each.start, each.end, numbers.setdefault(key, len(numbers))))
    return out


def pronouns_of(text: str) -> list[tuple[int, int, str]]:
    """The pronouns of a text that mean one person, with their gender."""
    return [(m.start(), m.end(), GENDERS[m.group().lower()]) for m in PRONOUN.finditer(text)]


def fitting(candidates: list[Candidate], gender: str) -> list[int]:
    """The numbers of the candidates that are not known to be of another gender."""
    return [number for number, each in enumerate(candidates) if each.gender in (None, gender)]


def read_gap(path: Path) -> Iterator[Passage]:
    """The rows of a file of GAP: a pronoun and two names, one of them meant or neither."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            candidates = candidates_of(row["Text"])
            mentions = numbered(candidates)
            start, right, wrong = int(row["Pronoun-offset"]), set(), set()
            for name in "AB":
                low = int(row[f"{name}-offset"])
                held = {who for a, b, who in mentions if a < low + len(row[name]) and low < b}
                (right if row[f"{name}-coref"] == "TRUE" else wrong).update(held)
            asked = fitting(candidates, GENDERS[row["Pronoun"].lower()])
            good = [n for n in asked if mentions[n][2] in right]
            bad = None if right else [n for n in asked if mentions[n][2] in wrong]
            if good or bad:
                yield Passage(row["ID"], row["Text"], mentions, [Question(start, start + len(row["Pronoun"]), asked, good, bad)])


def splits(path: Path) -> dict[str, str]:
    """The split of each document that GUM's list of splits names: dev, test, test2."""
    out, split = {}, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            split = line[3:].strip()
        elif line.strip().startswith("* ") and split:
            out[line.strip()[2:]] = split
    return out


def read_gum(folder: Path, split: str) -> Iterator[Passage]:
    """The documents of a split of GUM (`train`: all that its list leaves out), with the pronouns that mean one person."""
    known = splits(folder / "splits.md")
    for path in sorted((folder / "gum").glob("*.conll")):
        if known.get(path.stem, "train") == split:
            passage = _gum_passage(path)
            if passage.questions:
                yield passage


def _gum_passage(path: Path) -> Passage:
    tokens: list[str] = []
    spans: list[tuple[int, int, str]] = []
    opened: dict[str, list[int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, token, marks, *_ = [*line.split("\t"), ""]
        at = len(tokens)
        tokens.append(token)
        for mark in re.findall(r"\(?[a-z]+-\d+[^()|]*\)?", marks):
            number = re.search(r"-(\d+)", mark).group(1)  # type: ignore[union-attr]
            if mark.startswith("("):
                opened.setdefault(number, []).append(at)
            if mark.endswith(")"):
                spans.append((opened[number].pop(), at + 1, number))
    text, places = written(tokens)
    gold = sorted(((places[a][0], places[b - 1][1], n) for a, b, n in spans), key=lambda s: s[1] - s[0])
    candidates = candidates_of(text)
    who = [next((n for a, b, n in gold if a <= each.start and each.end <= b), None) for each in candidates]
    passage = Passage(path.stem, text, numbered(candidates))
    first: dict[str, int] = {}
    for a, _, number in gold:
        first[number] = min(a, first.get(number, a))
    whose = {(a, b): number for a, b, number in reversed(gold)}
    before: list[tuple[int, str | None, str]] = []
    for a, b, gender in pronouns_of(text):
        number = whose.get((a, b))
        asked = [n for n in fitting(candidates, gender) if not (candidates[n].start < b and a < candidates[n].end)]
        right = [n for n in asked if who[n] == number]
        earlier = [(n, other) for n, other, their in before if their == gender and other is not None]
        if number is not None and first[number] < a:
            asked += [n for n, _ in earlier]
            passage.questions.append(Question(a, b, asked, right + [n for n, other in earlier if other == number]))
        before.append((len(passage.mentions), number, gender))
        passage.mentions.append((a, b, -1))
    return passage


def news(data: Path, held_out: Path) -> Iterator[str]:
    """Plain texts of PolNeAR's training part and of unlabelled news, less every article that a measure is taken on."""
    for _, text, _ in read_polnear(data / "polnear" / "train"):
        yield text
    hashes = {row["text_sha256"] for row in json.loads(held_out.read_text(encoding="utf-8"))["articles"]}
    known = set().union(*(shingles(text) for _, text, _ in read_polnear(data / "polnear" / "dev")))
    with gzip.open(data / "allsides" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["text"]
            mine = shingles(text)
            if mine and len(mine & known) <= 0.05 * len(mine) and hashlib.sha256(text.encode()).hexdigest() not in hashes:
                yield text


def main() -> None:
    """Writes the passages of GUM and of GAP's smaller file, which are trained on, and of GUM's development part."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    sets = {
        "gum": read_gum(options.data / "gum", "train"),
        "gum_dev": read_gum(options.data / "gum", "dev"),
        "gap": read_gap(options.data / "gap" / "gap-validation.tsv"),
    }
    for name, found in sets.items():
        (options.out / f"{name}.pickle").write_bytes(pickle.dumps(list(found)))


if __name__ == "__main__":
    main()
