"""Articles about the same happening, and those that print the same text: from how alike each two of them are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from allegedly.languages import Language
from allegedly.link.gist import bare_gist_of
from allegedly.link.grouping import joined
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
    groups = joined(published, {_pair(each): each.alike for each in listed}, LEAST_ALIKE)
    copied: dict[str, list[Likeness]] = defaultdict(list)
    for each in listed:
        if each.copied:
            copied[each.second].append(each)
    stories = [_story(group, published, copied) for group in groups]
    return tuple(sorted(stories, key=lambda story: (story.day or "9999", story.id)))


def _pair(each: Likeness) -> tuple[str, str]:
    return (each.first, each.second) if each.first < each.second else (each.second, each.first)


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
