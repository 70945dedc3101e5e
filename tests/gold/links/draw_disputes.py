"""Draws what may be a dispute by cue words of denial, of what sounds like it, and by counts of one thing."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import permutations

from tests.gold.links.load import Row
from tests.gold.links.stories import NEGATED, WORDS, Likeness, Line, lines_of, numbers, whole

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
COUNTED = re.compile(r"(?:peop|kille|injur|wound|dead|dea?th|milli|billi|perce|km|mile|suspe|victi|pieces|women|girls|assau)")


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
