"""How same claims and disputes hold against the gold of links.

    python -m tests.gold.links.measure dev            # figures of the half that rules may be tuned on
    python -m tests.gold.links.measure dev --wrong    # and each item that is missed or told wrongly
    python -m tests.gold.links.measure test           # once, for the final figure

The articles of an item go through the whole pipeline and are linked, one alone or two together, as a ledger would. A link answers
an item if its two ends lie on the item's two ends, in either order. A pair counts as found if it is linked as the same claim, a
repetition or a confirmation. A dispute counts as found if the right words are linked; words linked elsewhere, or where the gold
has no dispute, are a false one. `--undated` leaves the dates away, so that articles of one story that were crawled months apart
are compared.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from allegedly.languages import load_language
from allegedly.link import find_links
from allegedly.model import Article, Span
from allegedly.model.link import Link, LinkKind, Sheet
from allegedly.pipeline import find_statements, lay_out
from allegedly.reading import load_tagger
from tests.gold.links.load import Gold, Item, Side, load

Linker = Callable[[tuple[Sheet, ...]], Sequence[Link]]
AGREEING = {LinkKind.SAME_CLAIM, LinkKind.REPEATS, LinkKind.CONFIRMS}
Place = tuple[str, tuple[Span, ...]]  # an article's id, and words of it


@dataclass(frozen=True)
class Answer:
    """What is said of an item: whether it was found, whether wrongly, and by which links."""

    item: Item
    wanted: bool
    found: bool
    false: bool
    links: tuple[Link, ...] = ()


def on(link_end: Place, place: Place) -> bool:
    """Whether the words of two ends are the same by half of the shorter, in one article."""
    if link_end[0] != place[0]:
        return False
    shared = sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in link_end[1] for other in place[1])
    return 2 * shared >= min(sum(len(span) for span in spans) for spans in (link_end[1], place[1]))


def ends(link: Link) -> tuple[Place, Place]:
    """The two ends of a link."""
    return (link.first.article, link.first.spans), (link.second.article, link.second.spans)


def joins(link: Link, one: Place, other: Place) -> bool:
    """Whether a link has its ends at two places, in either order."""
    first, second = ends(link)
    return (on(first, one) and on(second, other)) or (on(first, other) and on(second, one))


def place_of(side: Side) -> Place:
    return side.article.id, side.spans


class Linked:
    """The links of articles, each article read once."""

    def __init__(self, linker: Linker, tagger: str, dated: bool) -> None:
        language, named = load_language("en"), load_tagger(tagger)

        @cache
        def sheet(article: Article) -> Sheet:
            return lay_out(find_statements(article, language, named))

        @cache
        def links(articles: tuple[Article, ...]) -> tuple[Link, ...]:
            return tuple(linker(tuple(sheet(article) for article in articles)))

        self._links, self._dated = links, dated

    def of(self, item: Item) -> tuple[Link, ...]:
        """The links of the item's one or two articles."""
        sides = [item.first, *([item.second] if item.second else [])]
        articles = {side.article.id: self._plain(side.article) for side in sides}
        return self._links(tuple(articles[each] for each in sorted(articles)))

    def _plain(self, article: Article) -> Article:
        return article if self._dated else replace(article, origin=replace(article.origin, published=None))


def answer_pair(item: Item, links: Sequence[Link]) -> Answer:
    """Whether a pair is linked as the same claim."""
    assert item.second is not None
    places = place_of(item.first), place_of(item.second)
    mine = tuple(link for link in links if link.kind in AGREEING and joins(link, *places))
    wanted = item.label == "same claim"
    return Answer(item, wanted, bool(mine), bool(mine) and not wanted, mine)


def answer_dispute(item: Item, links: Sequence[Link]) -> Answer:
    """Whether the right words are linked as disputed, or others."""
    first = place_of(item.first)
    against = [link for link in links if link.kind not in AGREEING]
    if item.second is None:
        mine = tuple(link for link in against if on(ends(link)[0], first) and not on(ends(link)[1], first))
        return Answer(item, False, bool(mine), bool(mine), mine)
    right = [place_of(item.second), *(also(item, each) for each in item.gold["also"])]
    mine = tuple(link for link in against if any(joins(link, first, place) for place in right))
    if item.label != "disputes":
        return Answer(item, False, bool(mine), bool(mine), mine)
    within = item.first.article.id == item.second.article.id
    astray = tuple(link for link in against if within and on(ends(link)[0], first)) if not mine else ()
    return Answer(item, True, bool(mine), bool(astray), mine or astray)


def also(item: Item, end: Gold) -> Place:
    """Another place of the article that says what is disputed."""
    return item.first.article.id, tuple(Span(*place) for place in end["spans"])


def answers(name: str, half: str, linked: Linked) -> Iterator[Answer]:
    """The answer to every item of `pairs` or `disputes`."""
    answer = answer_pair if name == "pairs" else answer_dispute
    for item in load(name, half):
        yield answer(item, linked.of(item))


def report(name: str, given: Sequence[Answer]) -> None:
    """Precision and recall, and what was found of each class."""
    right = sum(each.found and each.wanted for each in given)
    false, wanted = sum(each.false for each in given), sum(each.wanted for each in given)
    precision, recall = 100 * right / max(1, right + false), 100 * right / max(1, wanted)
    print(f"{name:9} precision {precision:5.1f} ({false} false), recall {recall:5.1f} ({right} of {wanted}), {len(given)} items")
    kinds = Counter(each.item.gold["manner"] for each in given if each.wanted)
    hits = Counter(each.item.gold["manner"] for each in given if each.wanted and each.found)
    if name == "disputes":
        named = [each for each in given if each.wanted and each.found]
        same = sum(any(link.manner == each.item.gold["manner"] for link in each.links) for each in named)
        print("          " + ", ".join(f"{kind} {hits[kind]} of {count}" for kind, count in kinds.most_common()))
        print(f"          the class is the gold's in {same} of {len(named)}")


def show(answer: Answer) -> None:
    """One item that is wrong, with its words and the links that were made."""
    item = answer.item
    print(f"\n{item.id} {item.label} {item.gold.get('manner') or ''}: {'FALSE' if answer.false else 'MISSED'}")
    print(f"  1 {item.first.words[:300]!r}")
    if item.second is not None:
        print(f"  2 {item.second.words[:300]!r}")
    for link in answer.links:
        words = f"{link.first.words[:120]!r} / {link.second.words[:120]!r}"
        print(f"  > {link.kind} {link.manner or ''} {link.score:.2f} {link.rule}: {words}")


def measure(half: str, linker: Linker, tagger: str = "auto", dated: bool = True) -> dict[str, list[Answer]]:
    """The answers of a linker to the half, by the gold's name."""
    linked = Linked(linker, tagger, dated)
    return {name: list(answers(name, half, linked)) for name in ("pairs", "disputes")}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("half", choices=("dev", "test"))
    options.add_argument("--wrong", action="store_true", help="show each item that is missed or false")
    options.add_argument("--tagger", default="auto")
    options.add_argument("--undated", action="store_true", help="leave the articles' dates away")
    chosen = options.parse_args()
    language = load_language("en")
    given = measure(chosen.half, lambda sheets: find_links(sheets, language), chosen.tagger, not chosen.undated)
    for name, each in given.items():
        report(name, each)
    for answer in (answer for each in given.values() for answer in each if chosen.wrong):
        if answer.false or answer.found != answer.wanted:
            show(answer)


if __name__ == "__main__":
    main()
