"""Articles about the same happening, and those that print the same text: from how alike each two of them are."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from allegedly.languages import Language
from allegedly.link.gist import bare_gist_of
from allegedly.link.likeness import is_near, likeness
from allegedly.model import Article
from allegedly.model.link import Copy, Likeness, Story

LEAST_ALIKE = 0.06
"""How alike two groups of articles have to be on average to be one story."""

Days = Mapping[str, str | None]
"""When each article was published, ISO 8601, by its id."""


def find_stories(articles: Sequence[Article], language: Language) -> tuple[Story, ...]:
    """The articles in stories, each in one, by the day of the first; the order of `articles` changes nothing."""
    gists = [bare_gist_of(article, language) for article in sorted(articles, key=lambda article: article.id)]
    pairs = [(one, other) for one, other in combinations(gists, 2) if one.article != other.article and is_near(one, other)]
    found = [likeness(one, other) for one, other in pairs]
    published = {article.id: article.origin.published for article in articles}
    return stories_from([each for each in found if each is not None], published)


def stories_from(likenesses: Iterable[Likeness], published: Days) -> tuple[Story, ...]:
    """The articles of `published` in stories, each in one, by the day of the first.

    Groups are joined, the most alike first, as long as their articles are alike on average, those without a likeness being not
    alike at all. A group is the same whatever other groups there are.
    """
    listed = [each for each in likenesses if each.first in published and each.second in published]
    groups = _joined(published, {_pair(each): each.alike for each in listed})
    copied: dict[str, list[Likeness]] = defaultdict(list)
    for each in listed:
        if each.copied:
            copied[each.second].append(each)
    stories = [_story(group, published, copied) for group in groups]
    return tuple(sorted(stories, key=lambda story: (story.day or "9999", story.id)))


def _pair(each: Likeness) -> tuple[str, str]:
    return (each.first, each.second) if each.first < each.second else (each.second, each.first)


def _joined(articles: Collection[str], alike: Mapping[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """Groups of articles by average likeness, the most alike joined first; of two alike as much, the lesser ids."""
    groups: dict[str, tuple[str, ...]] = {article: (article,) for article in articles}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), value in alike.items():
        sums[one][other] = sums[other][one] = value
    waiting = [(-value, one, other) for (one, other), value in alike.items() if value >= LEAST_ALIKE]
    heapq.heapify(waiting)
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if one not in groups or other not in groups or -value != _average(one, other, groups, sums):
            continue
        groups[one] += groups.pop(other)
        for neighbour, total in sums.pop(other).items():
            del sums[neighbour][other]
            if neighbour != one:
                sums[neighbour][one] = sums[one][neighbour] = sums[one].get(neighbour, 0.0) + total
        for neighbour in sums[one]:
            average = _average(one, neighbour, groups, sums)
            if average >= LEAST_ALIKE:
                heapq.heappush(waiting, (-average, min(one, neighbour), max(one, neighbour)))
    return list(groups.values())


def _average(one: str, other: str, groups: Mapping[str, tuple[str, ...]], sums: Mapping[str, Mapping[str, float]]) -> float:
    # Rounded, so that a sum of floats in another order is the same average.
    return round(sums[one].get(other, 0.0) / (len(groups[one]) * len(groups[other])), 9)


def _story(group: Sequence[str], published: Days, copied: Mapping[str, Sequence[Likeness]]) -> Story:
    ordered = sorted(group, key=lambda article: (published[article] or "9999", article))
    first, members = ordered[0], set(group)
    copies = []
    for article in ordered:
        origins = [each for each in copied.get(article, ()) if each.first in members]
        if origins:
            best = max(origins, key=lambda each: (each.copied, -ordered.index(each.first)))
            copies.append(Copy(article, best.first, best.copied))
    day = (published[first] or "")[:10] or None
    return Story(first, day, tuple(ordered), tuple(copies))
