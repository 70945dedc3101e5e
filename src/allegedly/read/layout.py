"""What the blocks of a page are: headline, standfirst, body, caption, pull quote, list, by their tags, classes and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from allegedly.model import BlockKind
from allegedly.read.markup import Element, Segment, squeeze

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_CAPTION = re.compile(r"(?:^|[\s_-])(?:fig|image|photo|media|wp|picture)?[_-]?caption(?:$|[\s_-])", re.IGNORECASE)
_PULL_QUOTE = re.compile(r"pull[_-]?quote", re.IGNORECASE)
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|sub-?title|sub-?head(?:line)?|dek|deck|summary|lede?|intro|strapline|excerpt)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Most classes say nothing; taking the attributes of every block apart would cost more than the rest of the reading.
_TELLING = re.compile(r"caption|pull|stand|title|head|de[ck]|summary|lede?|intro|strap|excerpt", re.IGNORECASE)
_OUTSIDE = frozenset(("nav", "aside", "footer", "form", "menu", "button"))
_QUOTE_MARKS = re.compile(r"[\"'“”‘’«»„]")
_SHORTEST_STANDFIRST, _SHORTEST_ABOVE, _SHORTEST_HEADLINE = 20, 80, 20
_SHORTEST_SENTENCE, _LONGEST_BETWEEN = 15, 40
_ENDS = (".", "?", "!", "…", ".”", ".’", '."', "?”", "!”", ".)")


def arrange(
    segments: Sequence[Segment], chosen: Sequence[int], title: str | None, description: str | None
) -> list[tuple[BlockKind, Segment]]:
    """The chosen segments with their kinds, in the page's order, and what an extractor leaves out though it is the article's.

    Added are the headline, a standfirst under it, captions in the midst of the body, and paragraphs and subheadings that stand
    among chosen ones of their kind. `chosen`: ascending numbers, not empty.
    """
    headline = _headline(segments, chosen, title)
    first = chosen[0] if headline is None else min(chosen[0], headline)
    kept = dict.fromkeys((*chosen, *_between(segments, chosen)), True)
    if headline is not None:
        kept[headline] = True
    summary = squeeze(description or "")
    body_words = "".join(segments[number].squeezed for number in chosen)
    found: list[tuple[BlockKind, Segment]] = []
    for number in range(first, chosen[-1] + 1):
        segment = segments[number]
        if headline is not None and number < headline and len(segment.squeezed) < _SHORTEST_ABOVE:
            continue  # a menu or a section's name, which stand above the headline
        lead = headline is not None and headline < number <= chosen[min(2, len(chosen) - 1)]
        kind = BlockKind.HEADLINE if number == headline else _kind(segment, lead=lead, summary=summary, body_words=body_words)
        if number in kept or (kind in {BlockKind.CAPTION, BlockKind.STANDFIRST} and _inside(segment)):
            found.append((kind, segment))
    return found


def _headline(segments: Sequence[Segment], chosen: Sequence[int], title: str | None) -> int | None:
    """The `h1` or `h2` up to the body that says the title; else the only `h1`, unless it is short, as a site's name is."""
    before = range(chosen[min(1, len(chosen) - 1)] + 1)
    tags = {number: tag for number in before if (tag := _tag(segments[number].element)) in {"h1", "h2"}}
    words = squeeze(title or "")
    for wanted in ("h1", "h2"):
        for number, tag in tags.items():
            heading = segments[number].squeezed
            if tag == wanted and words and (heading == words or (len(heading) > 10 and (heading in words or words in heading))):
                return number
    top = [number for number, tag in tags.items() if tag == "h1"]
    alone = len(top) == 1 and (not words or len(segments[top[0]].squeezed) >= _SHORTEST_HEADLINE)
    return top[0] if alone else None


def _between(segments: Sequence[Segment], chosen: Sequence[int]) -> list[int]:
    """What was not chosen though it is the sibling of what was: a sentence or a heading written as others of them are."""
    written = {
        (id(segments[number].element.parent), segments[number].element.tag, segments[number].element.raw_attributes)
        for number in chosen
    }
    headings = {segments[number].element.tag for number in chosen}
    found: list[int] = []
    for before, after in pairwise(chosen):
        short = True
        for number in range(after - 1, before, -1):
            element, words = segments[number].element, segments[number].squeezed
            if element.tag in _HEADINGS:
                added = short and element.tag in headings and element.parent is segments[after].element.parent
            else:
                alike = (id(element.parent), element.tag, element.raw_attributes) in written
                added = alike and element.tag == "p" and len(words) >= _SHORTEST_SENTENCE and words.endswith(_ENDS)
            if added:
                found.append(number)
            short = short and len(words) < _LONGEST_BETWEEN and element.tag != "li"
    return found


def _kind(segment: Segment, *, lead: bool, summary: str, body_words: str) -> BlockKind:
    lineage = segment.element.lineage(6)
    tags = [element.tag for element in lineage]
    classes = [_classes(element) for element in lineage[:3]]
    if "figcaption" in tags or tags[0] == "caption" or any(map(_CAPTION.search, classes[:2])):
        return BlockKind.CAPTION
    if any(map(_PULL_QUOTE.search, classes)):
        return BlockKind.PULL_QUOTE
    if "blockquote" in tags and body_words.count(_QUOTE_MARKS.sub("", segment.squeezed)) > 1:
        return BlockKind.PULL_QUOTE
    if lead and len(segment.squeezed) >= _SHORTEST_STANDFIRST and _is_standfirst(segment, classes, summary):
        return BlockKind.STANDFIRST
    if tags[0] in _HEADINGS or tags[0] == "h1":
        return BlockKind.SUBHEADING
    return BlockKind.LIST_ITEM if "li" in tags[:3] else BlockKind.PARAGRAPH


def _is_standfirst(segment: Segment, classes: Sequence[str], summary: str) -> bool:
    if any(map(_STANDFIRST.search, classes[:2])):
        return True
    return bool(summary) and segment.squeezed == summary and _tag(segment.element) != "li"


def _inside(segment: Segment) -> bool:
    return not any(element.tag in _OUTSIDE for element in segment.element.lineage())


def _tag(element: Element) -> str:
    return element.parent.tag if element.tag in {"div", "button"} and element.parent is not None else element.tag


def _classes(element: Element) -> str:
    if not _TELLING.search(element.raw_attributes):
        return ""
    attributes = element.attributes
    return f"{attributes.get('class', '')} {attributes.get('itemprop', '')} {attributes.get('data-testid', '')}"
