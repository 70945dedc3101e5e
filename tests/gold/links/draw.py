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
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations_with_replacement, permutations
from pathlib import Path

from tests.gold.draw import HERE as STATEMENTS
from tests.gold.draw import sentences
from tests.gold.links.load import Row, digest_of, half_of, rows

SEED = 20261124
PAIRS = {"number": 48, "negation": 30, "lead": 60, "high": 45, "middle": 45, "within": 12}
CLAIMS = (
    r"(?:claim|accusation|allegation|notion|suggestion|idea|report|assertion|criticism|charge|argument|account|estimate|figure|story|"
    r"characteri\w+|theory|finding|conclusion)s?\b"
)
CUES = {
    "flat": (24, r"\b(?:den(?:ied|ies|ying)|denials? (?:of|that)) (?:that|the|any|having|it|those|these|being|all|wrongdoing|"
                 rf"he|she|they|\w+ing|\w+ {CLAIMS})\b|pleaded not guilty|maintain\w* (?:his|her|their) innocence"),
    "false": (16, r"\b(?:untrue|baseless|unfounded|without merit|not true|bogus|debunked|a lie|"
                  r"(?:completely|totally|patently|categorically) (?:false|untrue)|is false|was false|"
                  r"fake news|fabricat\w+|ridiculous|nonsense|hoax)\b"),
    "reject": (16, r"\b(?:reject|dismiss|disput|refut|rebut|contradict|challeng|deni)(?:s|ed|es|ing|e)? (?:\w+ ){0,4}" + CLAIMS),
    "opposite": (10, r"[\"“][^\"”]*\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Tt]here|[Ii]t|[Tt]his|[Tt]hat) "
                     r"(?:did not|didn[’']t|never|was not|wasn[’']t|is no|was no|had no|have no|"
                     r"has no|were not|weren[’']t|isn[’']t)\b"),
    "silence": (8, r"\b(?:declined to (?:comment|say|confirm)|neither confirm\w* nor|"
                   r"not (?:been )?(?:independently )?(?:verif|confirm)\w+|would not (?:say|confirm)|"
                   r"refused to (?:say|confirm|comment))\b"),
    "doubt": (10, r"\b(?:no (?:evidence|proof|indication) (?:that|of)|cast doubt on|doubts? (?:that|whether)|doubted|"
                  r"unclear whether|sk[ce]ptical (?:of|about)|questioned (?:whether|the))\b"),
    "correction": (6, r"\b(?:correction:|an earlier version|retracted|misspoke|walked back|misstated|"
                      r"corrected (?:the|his|her|him|its))"),
    "cause": (8, r"\b(?:not because|was not caused|nothing to do with|unrelated to|no link|not responsible for|not behind|"
                 r"no connection|blamed (?:the|it|a|an) \w+ on|not the result of)\b"),
    "side": (6, r"(?:, (?:which|something|a (?:claim|charge|report|accusation)s?|allegations?|claims)|\() ?[^,.]{0,40}\b"
                r"(?:den(?:y|ies|ied)|disput\w+|reject\w+)\b"),
    "hypothetical": (4, r"\b(?:[Ii]f (?:\w+ ){1,6}(?:den(?:y|ies|ied)|lied|false|untrue)|"
                         r"would (?:be a lie|deny|be false|be untrue))\b"),
    "undenied": (6, r"\b(?:(?:did not|didn[’']t|not|never|doesn[’']t|does not|hasn[’']t|without) "
                    r"(?:den(?:y|ied|ying)|disput\w+)|stopped short of)\b"),
}  # fmt: skip
ACROSS = {"across": 30, "value": 24}
AGAIN = {"pointing": 56, "answered": 36, "counted": 26}  # drawn later, as the first draw had few disputes
POINTING = re.compile(
    r"\b(?:denie[sd]|denying|dismiss\w*|reject(?:s|ed|ing)|disput(?:es|ed|ing)|refut\w+|contradict\w*|called|calls|calling) "
    r"(?:\w+ ){0,3}(?:the|these|those|such|that|any|all|his|her|their|this) (?:\w+ ){0,2}"
    rf"{CLAIMS}"
    r"|\b(?:denie[sd]|denying) (?:\w+ing|that|any|wrongdoing|it)\b"
    r"|\b(?:not true|untrue|false|baseless|made up|a lie|no truth)\b"
)
CLAIMING = re.compile(r"\b(?:accus|alleg|claim|report|charg|suggest|sa(?:id|ys)|told|wrote|testif|according)\w*")
ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Reps?|Jr|St|No|Gen|Lt|Col|Sgt|Jan|Feb|Sept|Oct|Nov|Dec)\.$")
COUNTED = re.compile(r"(?:peop|kille|injur|wound|dead|dea?th|milli|billi|perce|km|mile|suspe|victi|pieces|women|girls|assau)")
NEGATED = re.compile(r"\b(?:not|no|never|none|nobody|without|den(?:y|ies|ied)|n[’']t|reject\w*|dismiss\w*|false)\b|n[’']t\b")
WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
NUMBER = re.compile(rf"\$?\b(\d[\d,.]*|{WORDS}|dozens?)\b[\s-](?:\w+ )?(\w{{4,}})")
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


def fit(line: Line) -> bool:
    whole = bool(re.match(r"[\"“'‘]?[A-Z]", line.words)) and not re.search(
        r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Jr|[A-Z][a-z]{2,3}t?)\.$", line.words
    )
    return whole and 8 <= len(line.words.split()) <= 45 and line.words[-1] in ".!?\"”’'"


def numbers(line: Line) -> dict[str, str]:
    return {match[2].lower()[:6]: match[1] for match in NUMBER.finditer(line.words)}


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


def draw_cues(told: dict[str, list[Row]], chooser: random.Random) -> list[tuple[str, str, Line]]:
    """Class of the cue, story and the sentence that holds it: at most two of a story, one of an article."""
    pools: dict[str, list[tuple[str, str, Line]]] = defaultdict(list)
    for story, articles in told.items():
        for row in articles:
            if "OPINION" in row["title"].upper() or row["outlet"].startswith("Guest"):
                continue
            for name, (_, pattern) in CUES.items():
                found = [line for line in whole(row) if 6 <= len(line.words.split()) <= 60 and re.search(pattern, line.words)]
                if found:
                    pools[name].append((name, story, chooser.choice(found)))
    drawn, of_story, used = [], Counter[str](), set[str]()
    for name, (wanted, _) in CUES.items():
        chooser.shuffle(pools[name])
        count = 0
        for each in pools[name]:
            if count < wanted and of_story[each[1]] < 2 and each[2].row["key"] not in used:
                drawn.append(each)
                count += 1
                of_story[each[1]] += 1
                used.add(each[2].row["key"])
    chooser.shuffle(drawn)
    return drawn


def draw_across(told: dict[str, list[Row]], chooser: random.Random) -> list[tuple[str, str, Line, Line]]:
    """Two articles of a story: a sentence with a cue of denial and the nearest of another, or two numbers of the same noun."""
    denying = re.compile("|".join(CUES[name][1] for name in ("flat", "false", "reject", "opposite", "side")))
    pools: dict[str, list[tuple[str, str, Line, Line]]] = defaultdict(list)
    like = Likeness([line.stems for articles in told.values() for row in articles[:4] for line in lines_of(row)])
    for story, articles in told.items():
        here: dict[str, list[tuple[str, str, Line, Line]]] = defaultdict(list)
        rows_here = sorted(articles, key=lambda each: each["key"])
        texts = [[line for line in whole(row) if 7 <= len(line.words.split()) <= 50] for row in rows_here]
        for left, right in permutations([lines for lines in texts[:14] if lines], 2):
            for one in left:
                if denying.search(one.words):
                    score, _, other = max((like(one.stems, each.stems), each.place, each) for each in right)
                    if score >= 0.14:
                        here["across"].append(("across", story, one, other))
                for other in right if one.row["key"] < right[0].row["key"] else ():
                    mine, theirs = numbers(one), numbers(other)
                    nouns = [noun for noun in mine.keys() & theirs.keys() if mine[noun] != theirs[noun] and COUNTED.match(noun)]
                    if nouns and like(one.stems, other.stems) >= 0.2:
                        here["value"].append(("value", story, one, other))
        for name, found in sorted(here.items()):
            pools[name] += chooser.sample(found, min(4, len(found)))
    drawn: list[tuple[str, str, Line, Line]] = []
    for name, wanted in ACROSS.items():
        used: set[tuple[str, tuple[int, int]]] = set()
        chooser.shuffle(pools[name])
        fresh = []
        for each in pools[name]:
            ends = {(line.row["key"], line.place) for line in each[2:]}
            if not ends & used:
                fresh.append(each)
                used |= ends
        drawn += fresh[:wanted]
    chooser.shuffle(drawn)
    return drawn


def draw_again(
    told: dict[str, list[Row]], taken: set[str], chooser: random.Random
) -> Iterator[tuple[str, str, Line, Line | None]]:
    """More that may be disputes: denials beside a claim that is like them, in one article or two, and counts of one thing."""
    like = Likeness([line.stems for articles in told.values() for row in articles[:4] for line in lines_of(row)])
    pools: dict[str, list[tuple[str, str, Line, Line | None]]] = defaultdict(list)
    for story, articles in told.items():
        fresh = [row for row in articles if row["key"] not in taken and "OPINION" not in row["title"].upper()]
        texts = {row["key"]: whole(row) for row in fresh[:14]}
        here: dict[str, list[tuple[str, str, Line, Line | None]]] = defaultdict(list)
        for key, lines in texts.items():
            claims = [line for line in lines if CLAIMING.search(line.words) and not NEGATED.search(line.words)]
            for line in lines:
                if 6 <= len(line.words.split()) <= 55 and POINTING.search(line.words):
                    if any(like(line.stems, claim.stems) >= 0.2 for claim in claims):
                        here["pointing"].append(("pointing", story, line, None))
                    for rival in sorted(texts.keys() - {key}):
                        near = [(like(line.stems, each.stems), each.place, each) for each in texts[rival] if claiming(each)]
                        if near and max(near)[0] >= 0.16:
                            here["answered"].append(("answered", story, line, max(near)[2]))
                for rival in sorted(texts.keys()):
                    for each in texts[rival] if key < rival else []:
                        brief = len(line.words.split() + each.words.split()) < 90
                        if brief and apart(line, each) and like(line.stems, each.stems) >= 0.22:
                            here["counted"].append(("counted", story, line, each))
        for name, found in sorted(here.items()):
            pools[name] += chooser.sample(found, min(2 if name == "pointing" else 4, len(found)))
    for name, wanted in AGAIN.items():
        chooser.shuffle(pools[name])
        used: set[tuple[str, tuple[int, int]]] = set()
        for drawn in pools[name]:
            ends = {(line.row["key"], line.place) for line in drawn[2:] if line is not None}
            if wanted > 0 and not ends & used:
                used |= ends
                wanted -= 1
                yield drawn


def claiming(line: Line) -> bool:
    """Whether a sentence says that somebody says something, without a negation."""
    return bool(CLAIMING.search(line.words)) and not NEGATED.search(line.words) and len(line.words.split()) <= 50


def apart(one: Line, other: Line) -> bool:
    """Whether the two count something of one name with other numbers."""
    mine, theirs = counts(one), counts(other)
    return any(mine[noun] != theirs[noun] for noun in mine.keys() & theirs.keys())


def counts(line: Line) -> dict[str, str]:
    """The numbers of a sentence by what they count."""
    found, words = {}, line.words.lower()
    for match in re.finditer(rf"\b(\d[\d,.]*\d|\d|{WORDS})\b", words):
        behind = re.search(
            r"(kill|dead|die|death)|(injur|wound|hurt)|people|percent|%|million|billion|votes|women|suspects|troops",
            words[match.end() : match.end() + 30],
        )
        if behind:
            found["kill" if behind[1] else "injur" if behind[2] else behind[0]] = match[1]
    return found


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
