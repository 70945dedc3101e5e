"""The articles that the gold of links is drawn from, by story, and their sentences; no link is computed for it."""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from tests.gold.draw import HERE as STATEMENTS
from tests.gold.draw import sentences
from tests.gold.links.load import Row, rows

NEGATED = re.compile(r"\b(?:not|no|never|none|nobody|without|den(?:y|ies|ied)|n[’']t|reject\w*|dismiss\w*|false)\b|n[’']t\b")
WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
NUMBER = re.compile(rf"\$?\b(\d[\d,.]*|{WORDS}|dozens?)\b[\s-](?:\w+ )?(\w{{4,}})")
ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Reps?|Jr|St|No|Gen|Lt|Col|Sgt|Jan|Feb|Sept|Oct|Nov|Dec)\.$")
STOP = frozenset(
    re.findall(
        r"\w+",
        "the a an of to in on at for and or but that which who with by from as is was were be been has have had it its his her "
        "their he she they this said says say will would after before about into than not",
    )
)


@dataclass(frozen=True)
class Line:
    """A sentence of an article."""

    row: Row
    place: tuple[int, int]
    stems: frozenset[str]

    @property
    def words(self) -> str:
        return self.row["text"][self.place[0] : self.place[1]].strip()


def stems_of(words: str) -> frozenset[str]:
    """What is compared: lower-case words without endings, roughly."""
    return frozenset(word[:6] for word in re.findall(r"[a-z0-9$]+", words.lower()) if word not in STOP)


class Likeness:
    """Cosine of sets of stems, the rarer the stem the heavier."""

    def __init__(self, documents: list[frozenset[str]]) -> None:
        counts = Counter(stem for document in documents for stem in document)
        self.weight = {stem: math.log((1 + len(documents)) / count) ** 2 for stem, count in counts.items()}

    def __call__(self, one: frozenset[str], other: frozenset[str]) -> float:
        total = math.sqrt(self.size(one) * self.size(other))
        return self.size(one & other) / total if total else 0.0

    def size(self, stems: frozenset[str]) -> float:
        return sum(self.weight.get(stem, 1.0) for stem in stems)


def day(row: Row) -> int:
    return date.fromisoformat(row["date"]).toordinal()


def stories() -> dict[str, list[Row]]:
    """Every fit article by the name of its story."""
    taken = {each["key"] for each in json.loads((STATEMENTS / "articles.json").read_text(encoding="utf-8"))["articles"]}
    fit = [row for row in rows().values() if row["key"] not in taken and 90 <= len(row["text"].split()) <= 1400 and row["date"]]
    found: dict[str, list[Row]] = defaultdict(list)
    loose = [row for row in fit if row["set"] == "allsides"]
    for row in fit:
        if row["set"] == "news_cluster":
            found[f"news_cluster:{row['happening']}"].append(row)
    leads = {row["key"]: stems_of(row["title"] + " " + " ".join(row["text"].split()[:120])) for row in loose}
    like = Likeness(list(leads.values()))
    head = {row["key"]: row["key"] for row in loose}
    by_day: dict[int, list[Row]] = defaultdict(list)
    for row in loose:
        by_day[day(row)].append(row)
    for when, here in sorted(by_day.items()):
        near = [row for offset in (0, 1, 2) for row in by_day.get(when + offset, [])]
        for one in here:
            for other in near:
                if one["key"] != other["key"] and like(leads[one["key"]], leads[other["key"]]) >= 0.32:
                    low, high = sorted((root(head, one["key"]), root(head, other["key"])))
                    head[high] = low
    for row in loose:
        found[f"allsides:{root(head, row['key'])}"].append(row)
    return dict(sorted(found.items()))


def root(head: dict[str, str], key: str) -> str:
    while head[key] != key:
        key = head[key]
    return key


def lines_of(row: Row) -> list[Line]:
    spots = []
    for start, end in sentences(row["text"]):
        piece = row["text"][start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        spots.append(Line(row, (start, end), stems_of(row["text"][start:end])))
    return spots


def whole(row: Row) -> list[Line]:
    """The sentences, those put together again that were cut behind an abbreviation."""
    lines: list[Line] = []
    for line in lines_of(row):
        if lines and ABBREVIATION.search(lines[-1].words) and "\n" not in row["text"][lines[-1].place[1] : line.place[0]]:
            place = lines.pop().place[0], line.place[1]
            lines.append(Line(row, place, stems_of(row["text"][place[0] : place[1]])))
        else:
            lines.append(line)
    return lines


def numbers(line: Line) -> dict[str, str]:
    return {match[2].lower()[:6]: match[1] for match in NUMBER.finditer(line.words)}
