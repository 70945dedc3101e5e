"""Articles about the same happening, and those that print the same text."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from allegedly.languages import Language
from allegedly.link.words import load_wording, words_in
from allegedly.model import Article, Span
from allegedly.model.link import Copy, Story

LEAST_ALIKE = 0.075
"""How alike two groups of articles have to be on average (cosine of weighed words) to be one story."""
FADING = 0.2
"""How fast a likeness fades: divided by one and this much of the logarithm of the days between two articles."""
UNSEEN = 30
"""How many articles without any of the words are thought beside those given, so that few of them can be alike too."""
FIRST = 2500
"""How many characters of a text tell what it is about; news says that first."""
LENGTH, COPIED = 5, 0.6
"""Words in a row that count as copied; how much of the shorter text in such runs makes it a copy."""
_RAW = re.compile(r"[^\W_]+")

Vector = Mapping[str, float]


def find_stories(articles: Sequence[Article], language: Language) -> tuple[Story, ...]:
    """The articles in stories, each in one, by the day of the first; the order of `articles` changes nothing.

    Groups are joined, the most alike first, as long as their articles are alike on average; likeness fades with time. Only
    articles that share a word that not all have are compared.
    """
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    vectors = _vectors(ordered, language)
    likeness = _pairs(ordered, vectors)
    groups = _joined(len(ordered), likeness)
    stories = [_story([ordered[number] for number in group]) for group in groups]
    return tuple(sorted(stories, key=lambda story: (story.day or "9999", story.id)))


def _vectors(articles: Sequence[Article], language: Language) -> list[Vector]:
    """Each article's words, weighed by rarity; the title's count double, names half as much again."""
    wording, counts = load_wording(language), []
    for article in articles:
        words = words_in(article.text, Span(0, max(1, min(FIRST, len(article.text)))), wording)
        count: Counter[str] = Counter()
        for word in words:
            count[word.stem] += 3 if word.name else 2
        title = article.origin.title or ""
        for word in words_in(title, Span(0, max(1, len(title))), wording):
            count[word.stem] += 4
        counts.append(count)
    number = len(articles)
    seen = Counter(stem for count in counts for stem in count)
    rarity = {stem: math.log((number + UNSEEN) / times) for stem, times in seen.items()}
    return [_unit({stem: (1 + math.log(n)) * rarity[stem] for stem, n in count.items()}) for count in counts]


def _unit(weights: dict[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items() if weight > 0}


def _pairs(articles: Sequence[Article], vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """The likeness of each two articles that share a word."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for stem in vector:
            holding[stem].append(number)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for stem in sorted(holding):
        for one, other in combinations(holding[stem], 2):
            found[one, other] += vectors[one][stem] * vectors[other][stem]
    days = [_day(article) for article in articles]
    return {pair: alike * _fading(days[pair[0]], days[pair[1]]) for pair, alike in found.items()}


def _day(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.origin.published or "")[:10])
    except ValueError:
        return None


def _fading(one: date | None, other: date | None) -> float:
    return 1.0 if one is None or other is None else 1.0 / (1.0 + FADING * math.log1p(abs((one - other).days)))


def _joined(number: int, likeness: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of articles by average likeness, the most alike joined first (agglomerative, deterministic)."""
    groups = {at: [at] for at in range(number)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), alike in likeness.items():
        sums[one][other] = sums[other][one] = alike
    while True:
        best, pair = LEAST_ALIKE, None
        for one in groups:
            for other, total in sums[one].items():
                average = total / (len(groups[one]) * len(groups[other]))
                if one < other and (average > best or (average == best and pair is not None and (one, other) < pair)):
                    best, pair = average, (one, other)
        if pair is None:
            return list(groups.values())
        _merge(pair[0], pair[1], groups, sums)


def _merge(one: int, other: int, groups: dict[int, list[int]], sums: dict[int, dict[int, float]]) -> None:
    groups[one] += groups.pop(other)
    for neighbour, total in sums.pop(other).items():
        del sums[neighbour][other]
        if neighbour != one:
            sums[one][neighbour] = sums[neighbour][one] = sums[one].get(neighbour, 0.0) + total


def _story(articles: Sequence[Article]) -> Story:
    ordered = sorted(articles, key=lambda article: (article.origin.published or "9999", article.id))
    first = ordered[0]
    day = (first.origin.published or "")[:10] or None
    return Story(first.id, day, tuple(article.id for article in ordered), copies_among(ordered))


def copies_among(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Which article prints which earlier one's text: by how much of the shorter stands in runs of words in the other."""
    runs = [_runs(article.text) for article in articles]
    found = []
    for later in range(1, len(articles)):
        shares = [(_contained(runs[earlier], runs[later]), -earlier) for earlier in range(later)]
        share, earlier = max(shares)
        if share >= COPIED:
            found.append(Copy(articles[later].id, articles[-earlier].id, round(share, 3)))
    return tuple(found)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.lower() for word in _RAW.findall(text)]
    return frozenset(tuple(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))


def _contained(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
