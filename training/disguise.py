"""Silver passages out of plain news: pronouns whose meaning the text gives away, with what gives it away taken out.

Two ways. *One of each*: where a passage names only one man or only one woman, the pronouns for that one are clear; then everybody
is given one gender (names, titles, pronouns), so that only the sentence tells any longer. *A name told twice*: a later mention
of somebody is replaced by a pronoun while others who might be meant stand by; after Kocijan et al. 2019 (WikiCREM), with a
pronoun for a mask.

python disguise.py --data ../../shared/data --held-out ../tests/gold/articles.json --out silver.pickle
"""

from __future__ import annotations

import argparse
import pickle
import random
import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from passages import GENDERS, LEXICON, Passage, Question, article_of, news, numbered, pronouns_of

from allegedly.resolve.antecedents import Antecedents
from allegedly.resolve.candidate import Candidate
from allegedly.resolve.mentions import find_mentions
from allegedly.resolve.nominal import find_nominal
from allegedly.resolve.people import find_people
from allegedly.resolve.words import Words

OTHER = {"masculine": "feminine", "feminine": "masculine"}
TITLES = {"Mr": "Ms", "Mr.": "Ms.", "Sir": "Lady", "King": "Queen", "Prince": "Princess", "Lord": "Lady"}
TITLES |= {"Ms": "Mr", "Ms.": "Mr.", "Mrs": "Mr", "Mrs.": "Mr.", "Miss": "Mr.", "Queen": "King", "Princess": "Prince"}
NOUNS = {"spokesman": "spokeswoman", "congressman": "congresswoman", "Congressman": "Congresswoman", "chairman": "chairwoman"}
NOUNS |= {"businessman": "businesswoman", "man": "woman", "boy": "girl", "actor": "actress", "policeman": "policewoman"}
NOUNS |= {"Chairman": "Chairwoman", "councilman": "councilwoman", "Councilman": "Councilwoman", "Spokesman": "Spokeswoman"}
NOUNS |= {"son": "daughter", "father": "mother", "brother": "sister", "Assemblyman": "Assemblywoman"}
SWAPPED = {**TITLES, **NOUNS, **{v: k for k, v in NOUNS.items()}}
GIVEN = {g: sorted(n for n, of in LEXICON.given.items() if of == g) for g in ("masculine", "feminine")}
SPEECH = frozenset(
    re.findall(
        r"\w+",
        "said says was is has had told would will added also did does wrote asked argued called came could went made took became "
        "began who noted acknowledged announced plans planned wants wanted thinks believes and",
    )
)
BEFORE = frozenset(
    re.findall(
        r"\w+",
        "of with by for from to against about on at like than between told asked urged accused called joined met",
    )
)
FAMILY = re.compile(r"\b(?:wife|husband|couple|pregnant)\b")
NEAR = 500
"""How many characters before a pronoun the one it means must have been named."""
ALIKE = 0.85
"""The share of passages whose people are given one gender."""
LENGTH = 1000
"""Characters of a passage, about 230 pieces."""


class News:
    """One article as the rules read it, cut into passages."""

    def __init__(self, text: str) -> None:
        self.text = text
        _, segments = article_of(text)
        words = Words(text, segments)
        mentions = find_mentions(words, LEXICON)
        named = find_people(words, mentions, LEXICON)
        nominal = find_nominal(words, mentions, LEXICON)
        self.candidates = list(Antecedents(words, named, nominal, (), segments.quotations, LEXICON).candidates)
        self.starts = [each.start for each in self.candidates]
        self.sentences = segments.sentences
        self.pronouns = pronouns_of(text)

    def passages(self, shift: int) -> Iterator[tuple[int, int]]:
        """Runs of whole sentences of about `LENGTH` characters."""
        at = shift
        while at < len(self.sentences):
            stop = at
            while stop < len(self.sentences) and self.sentences[stop].end - self.sentences[at].start < LENGTH:
                stop += 1
            if stop == at:
                stop += 1
            else:
                yield self.sentences[at].start, self.sentences[stop - 1].end
            at = stop

    def within(self, low: int, high: int) -> list[Candidate]:
        """The candidates of a passage."""
        return self.candidates[bisect_left(self.starts, low) : bisect_left(self.starts, high)]


class Rewriting:
    """A passage with replacements, and where things stand afterwards."""

    def __init__(self, text: str, low: int, high: int) -> None:
        self.text, self.low, self.high = text, low, high
        self.changes: dict[tuple[int, int], str] = {}

    def put(self, start: int, end: int, words: str) -> None:
        """Replaces the words at `[start, end)`."""
        if words != self.text[start:end]:
            self.changes[start, end] = words

    def done(self, places: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
        """The new text, and where each of `places` stands in it. A change lies in a place as a whole or outside."""
        out, at, marks = [], self.low, []
        length = 0
        for (start, end), words in sorted(self.changes.items()):
            if start < at:
                continue
            out += [self.text[at:start], words]
            length += start - at + len(words)
            marks.append((start, end, length - len(words), length))
            at = end
        out.append(self.text[at : self.high])
        moved = []
        for a, b in places:
            moved.append((self._moved(a, marks, False), self._moved(b, marks, True)))
        return "".join(out), moved

    def _moved(self, place: int, marks: list[tuple[int, int, int, int]], closing: bool) -> int:
        shift = -self.low
        for start, end, new, stop in marks:
            if (place < end) if not closing else (place <= start):
                return new if not closing and place > start else place + shift
            if closing and place < end:
                return stop
            shift = stop - end
        return place + shift


def his(text: str, start: int, end: int, gender: str) -> str:
    """The pronoun at `[start, end)` in the other gender."""
    word = text[start:end]
    after = re.match(r"\s+([\w'’]+)", text[end : end + 30])
    owner = after is not None and after.group(1) not in BEFORE and after.group(1) not in SPEECH and after.group(1) != "the"
    table = {"he": "she", "him": "her", "his": "her" if owner else "hers", "himself": "herself", "she": "he"}
    table |= {"her": "his" if owner else "him", "hers": "his", "herself": "himself"}
    new = table[word.lower()] if GENDERS[word.lower()] != gender else word.lower()
    return new.capitalize() if word[0].isupper() else new


def one_of_each(article: News, low: int, high: int, rng: random.Random) -> Passage | None:
    """A passage with one man or one woman whose pronouns are clear, everybody of one gender now; `None` where there is none."""
    held = article.within(low, high)
    asked = [(a, b, g) for a, b, g in article.pronouns if low <= a < high]
    people = {id(each.person): each for each in held if each.person is not None}
    genders = [each.gender for each in people.values()]
    if not asked or set(OTHER) - set(genders) or FAMILY.search(article.text[low:high]):
        return None
    single = {gender for gender in OTHER if genders.count(gender) == 1}
    target = rng.choice(sorted(OTHER)) if rng.random() < ALIKE else None
    out = Rewriting(article.text, low, high)
    if target:
        _swap(out, article, held, asked, target, rng)
    text, moved = out.done([(each.start, each.end) for each in held] + [(a, b) for a, b, _ in asked])
    who = [number for _, _, number in numbered(held)]
    passage = Passage("one of each", text, [(*place, n) for place, n in zip(moved, [*who, *[-1] * len(asked)], strict=True)])
    owners: dict[int, int | None] = {}
    for index, (at, _, gender) in enumerate(asked, len(held)):
        owner = owners[index] = _owner(held, who, at, gender) if gender in single else None
        named = [n for n, each in enumerate(held) if each.person is not None and (target or each.gender in (None, gender))]
        before = [n for n in owners if owners[n] is not None and n < index and (target or asked[n - len(held)][2] == gender)]
        if owner is not None:
            right = [n for n in named if who[n] == owner] + [n for n in before if owners[n] == owner]
            passage.questions.append(Question(*moved[index], named + before, right))
    rivals = any(len({who[n] for n in question.asked if n < len(held)}) > 1 for question in passage.questions)
    return passage if rivals else None


def _owner(held: list[Candidate], who: list[int], at: int, gender: str) -> int | None:
    """Whom a pronoun means: the one person of its gender, named shortly before; `None` where others may be meant."""
    fitting = [n for n, each in enumerate(held) if each.person is not None and each.gender == gender and each.start < at]
    near = [n for n, each in enumerate(held) if each.person is not None and at - NEAR < each.start < at]
    if any(held[n].gender is None for n in near) or not any(n in fitting for n in near):
        return None
    return who[fitting[0]]


def _swap(
    out: Rewriting, article: News, held: list[Candidate], asked: list[tuple[int, int, str]], target: str, rng: random.Random
) -> None:
    """Everybody's names, titles and pronouns in one gender; half of the time with new first names for all."""
    anew = rng.random() < 0.5
    fresh: dict[int, str] = {}
    for each in held:
        if each.person is None or (each.gender == target and not anew):
            continue
        first = out.text[each.start : each.end].split()[0]
        name = fresh.setdefault(id(each.person), rng.choice(GIVEN[target]))
        if len(each.person.parts) > 1 and first == each.person.parts[0]:
            out.put(each.start, each.start + len(first), name)
    for a, b, gender in asked:
        if gender != target:
            out.put(a, b, his(article.text, a, b, target))
    for match in re.finditer(r"\b[A-Za-z]+\b\.?", article.text[out.low : out.high]):
        word = match.group() if match.group() in TITLES else match.group().rstrip(".")
        gender = LEXICON.honorifics.get(word.rstrip(".").lower()) or LEXICON.role_gender.get(word.lower())
        if word in SWAPPED and gender == OTHER[target]:
            out.put(out.low + match.start(), out.low + match.start() + len(word), SWAPPED[word])


def told_twice(article: News, low: int, high: int, rng: random.Random) -> Passage | None:
    """A passage with one later mention of somebody turned into a pronoun, somebody else standing by."""
    held = article.within(low, high)
    who = [number for _, _, number in numbered(held)]
    people = [n for n, each in enumerate(held) if each.person is not None and each.person.shown]
    able = []
    for n in people:
        each = held[n]
        before = [m for m in people if held[m].start < each.start]
        others = any(who[m] != who[n] and held[m].gender in (None, each.gender) for m in before)
        again = any(who[m] == who[n] and each.start - held[m].start < NEAR for m in before)
        pronoun = _in_place_of(article.text, each) if each.gender and others and again else None
        if pronoun is not None:
            able.append((n, pronoun))
    if not able:
        return None
    n, pronoun = rng.choice(able)
    gender = held[n].gender or "masculine"
    start, end = _with_titles(article.text, held[n])
    word = pronoun if gender == "masculine" else {"he": "she", "him": "her", "his": "her"}[pronoun]
    opening = not re.search(r"[\w,;:“”’\"'()—–-]\s*$", article.text[max(low, start - 3) : start])
    out = Rewriting(article.text, low, high)
    out.put(start, end, word.capitalize() if opening else word)
    rest = [m for m in range(len(held)) if m != n]
    text, moved = out.done([(held[m].start, held[m].end) for m in rest] + [(start, end)])
    passage = Passage("told twice", text, [(*place, who[m]) for place, m in zip(moved, rest, strict=False)])
    asked = [k for k, m in enumerate(rest) if m in people and held[m].gender in (None, gender)]
    right = [k for k in asked if passage.mentions[k][2] == who[n]]
    passage.questions.append(Question(*moved[-1], asked, right))
    return passage


def _with_titles(text: str, each: Candidate) -> tuple[int, int]:
    """Where the mention with its title begins, and where its possessive ends."""
    title = re.search(
        r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.?|\b(?:President|Senator|Secretary|Governor|Justice))\s+$", text[: each.start]
    )
    end = each.end + 2 if each.possessive and text[each.end : each.end + 2] in ("'s", "’s") else each.end
    return (title.start() if title else each.start), end


def _in_place_of(text: str, each: Candidate) -> str | None:
    """The pronoun that can stand for the mention where it stands; `None` where none is sure to."""
    start, end = _with_titles(text, each)
    before = re.search(r"([\w’']+)\s*$", text[max(0, start - 30) : start])
    after = re.match(r"(\s*)([\w’']+)", text[end : end + 30])
    if each.possessive:
        return "his" if end > each.end and after else None
    if before is not None and before.group(1).lower() in ("the", "a", "an", "and", "or", "former", "president", "candidate"):
        return None
    if re.match(r"\s+(?:and|or)\b|,\s+(?:a|an|the|who|whose|[0-9])\b|\s*\(", text[end : end + 12]):
        return None
    if before is not None and text[start - 1] == " " and before.group(1).lower() in BEFORE:
        return "him"
    if after is not None and after.group(2) in SPEECH and after.group(2) != "and":
        return "he"
    return None


def main() -> None:
    """Writes silver passages, as many of either way as are asked for, in random order."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--held-out", type=Path, required=True, help="articles.json of the gold, none of which is used")
    arguments.add_argument("--most", type=int, default=12_000, help="how many passages of either way")
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    rng = random.Random(100)
    found: dict[str, list[Passage]] = {"one of each": [], "told twice": []}
    for text in news(options.data, options.held_out):
        article = News(text)
        for shift in (0, 2, 4, 6):
            for low, high in article.passages(shift):
                for make in (one_of_each, told_twice):
                    passage = make(article, low, high, rng)
                    if passage is not None and passage.questions:
                        found[passage.name].append(passage)
    for each in found.values():
        rng.shuffle(each)
    mixed = [passage for each in found.values() for passage in each[: options.most]]
    rng.shuffle(mixed)
    options.out.write_bytes(pickle.dumps(mixed))


if __name__ == "__main__":
    main()
