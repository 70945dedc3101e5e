"""Articles about the same happening, and those that print the same text: from how alike each two of them are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from allegedly.languages import Language
from allegedly.link.crowds import followers
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
    gists = [bare_gist_of(article, language) for article in sorted({each.id: each for each in articles}.values(), key=_id)]
    following = followers({gist.article: gist.crowd for gist in gists})
    found = []
    for one, other in combinations(gists, 2):
        heads = following.get(one.article, other.article), following.get(other.article, one.article)
        if heads == (other.article, one.article) and is_near(one, other):
            found.append(likeness(one, other))
    published = {article.id: article.origin.published for article in articles}
    return stories_from([each for each in found if each is not None], published, following)


def stories_from(likenesses: Iterable[Likeness], published: Days, following: Mapping[str, str]) -> tuple[Story, ...]:
    """The articles of `published` in stories, each in one, by the day of the first.

    Groups are joined, the most alike first, as long as their articles are alike on average, those without a likeness being not
    alike at all. A group is the same whatever other groups there are. `following`: articles of crowds, with the head of each:
    they lie in its story.
    """
    listed = [each for each in likenesses if each.first in published and each.second in published]
    alike = {_pair(each): each.alike for each in listed}
    tied = {each: head for each, head in following.items() if alike.get((head, each), 0.0) >= LEAST_ALIKE}
    apart = {pair: value for pair, value in alike.items() if pair[0] not in tied and pair[1] not in tied}
    groups = joined([article for article in published if article not in tied], apart, LEAST_ALIKE)
    behind: dict[str, list[str]] = defaultdict(list)
    for article, head in tied.items():
        behind[head].append(article)
    copied: dict[str, list[Likeness]] = defaultdict(list)
    for each in (*listed, *_of_the_first(listed, set(tied.values()), published)):
        if each.copied:
            copied[each.second].append(each)
    whole = ([*group, *(follower for article in group for follower in behind[article])] for group in groups)
    stories = [_story(group, published, copied) for group in whole]
    return tuple(sorted(stories, key=lambda story: (story.day or "9999", story.id)))


def _of_the_first(likenesses: Iterable[Likeness], heads: Collection[str], published: Days) -> Iterator[Likeness]:
    """Of articles that share a text with the head of their crowd and were compared with no other: the later copy the first."""
    shares: dict[str, dict[str, Likeness]] = defaultdict(dict)
    copies = set()
    for each in likenesses:
        if each.copied:
            copies.add(each.second)
            for head, other in ((each.first, each.second), (each.second, each.first)):
                if head in heads:
                    shares[head][other] = each
    for head, others in shares.items():
        free = sorted(
            (each for each in (head, *others) if each not in copies), key=lambda each: (published[each] or "9999", each)
        )
        for other in free[1:]:
            yield replace(others[other if other in others else free[0]], first=free[0], second=other)


def _id(article: Article) -> str:
    return article.id


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
