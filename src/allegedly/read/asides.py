"""Recognises what stands between an article's paragraphs and is none of them: advertisements, appeals, links to other stories."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files

from allegedly.model import BlockKind
from allegedly.read.markup import TAG, Element, Segment

_LONGEST, _LONGEST_WHOLE, _LONGEST_BY_LINE, _LONGEST_CREDIT = 300, 120, 90, 160
_FEWEST_WORDS, _FEWEST_LOUD_WORDS = 6, 3
_MOST = 0.35
_PARAGRAPH, _SENTENCE = 120, 50
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(TAG)
_SENTENCE_END = re.compile(r"[.?!…;:][\"'”’)\]]*$")
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:newsletter|sign-?up|subscription-widget|promo|advert(?:isement)?|byline|time-?stamp|recirc"
    r"|share-?(?:this|bar|links|buttons))(?=$|[\s_-])",
    re.IGNORECASE,
)
_HINTS = re.compile(r"letter|sign|subscri|promo|adver|byline|stamp|recirc|share", re.IGNORECASE)
_KEPT = frozenset((BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.PULL_QUOTE))

Block = tuple[BlockKind, Segment]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What asides are told by; each matches a line from its start."""

    whole: re.Pattern[str]
    beginnings: re.Pattern[str]
    before_links: re.Pattern[str]
    by_lines: re.Pattern[str]
    credits: re.Pattern[str]


def without_asides(page: str, blocks: Sequence[Block]) -> list[Block]:
    """`blocks` without what is an aside; lines that say whose a picture is become captions. All of them, where much would go.

    Only short blocks are looked at; one that is long is a paragraph, whatever it says.
    """
    kept: list[Block] = []
    wrapping = {id(outer) for _, segment in blocks if len(segment.squeezed) > _PARAGRAPH for outer in segment.element.lineage(2)}
    total = gone = 0
    leading = True
    for kind, segment in blocks:
        length = len(segment.squeezed)
        total += length
        leading = leading and not _is_paragraph(segment.squeezed)
        if length > _LONGEST or kind in _KEPT:
            kept.append((kind, segment))
            continue
        raw = "".join([page[start:end] for start, end, is_break in segment.pieces if not is_break])
        line = line_of(raw)
        if is_aside(line, leading=leading) or _is_named_so(segment.element, wrapping) or _is_link(raw, line, kind):
            gone += length
        else:
            credit = length <= _LONGEST_CREDIT and kind is BlockKind.PARAGRAPH and _phrases().credits.match(line.lower())
            kept.append((BlockKind.CAPTION, segment) if credit else (kind, segment))
    return kept if gone <= _MOST * total else list(blocks)


def lines_without_asides(lines: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """As `without_asides`, by the words alone."""
    leading = True
    kept: list[tuple[BlockKind, str]] = []
    for kind, words in lines:
        leading = leading and not _is_paragraph(words)
        if not is_aside(words, leading=leading):
            kept.append((kind, words))
    much = sum(len(words) for _, words in lines) * (1 - _MOST)
    return kept if sum(len(words) for _, words in kept) >= much else lines


def is_aside(line: str, *, leading: bool = False) -> bool:
    """Whether `line` is an aside by its words alone. `leading`: no paragraph stands before it.

    >>> is_aside("Story continues below advertisement"), is_aside("By Ana Brook", leading=True), is_aside("By Ana Brook")
    (True, True, False)
    """
    if len(line) > _LONGEST:
        return False
    phrases, lowered = _phrases(), line.lower()
    words = _AROUND.sub("", lowered)
    if (len(words) <= _LONGEST_WHOLE and phrases.whole.fullmatch(words)) or phrases.beginnings.match(words):
        return True
    if lowered[:1] != words[:1] and phrases.beginnings.match(lowered):
        return True
    if not leading or len(words) > _LONGEST_BY_LINE or (words.startswith("by ") and _SENTENCE_END.search(line)):
        return False
    return phrases.by_lines.match(words) is not None


def line_of(raw: str) -> str:
    """The words of a piece of markup in one line."""
    bare = _TAGS.sub("", raw) if "<" in raw else raw
    return " ".join((unescape(bare) if "&" in bare else bare).split())


def _is_paragraph(squeezed: str) -> bool:
    return len(squeezed) > _PARAGRAPH or (len(squeezed) > _SENTENCE and _SENTENCE_END.search(squeezed) is not None)


def _is_link(raw: str, line: str, kind: BlockKind) -> bool:
    """Whether the line leads to another story: nothing but a link, or a link after words that announce one."""
    if "<a" not in raw and "<A" not in raw:
        return False
    linked = " ".join(line_of(" ".join(_LINK.findall(raw))).split())
    announced = _phrases().before_links.match(line.lower().lstrip("•→>»[(* "))
    if announced and 2 * len(linked) >= len(line) - announced.end():
        return True
    if len(linked) < len(line) - 2 or kind is not BlockKind.PARAGRAPH or _SENTENCE_END.search(line):
        return False
    return len(line.split()) >= (_FEWEST_LOUD_WORDS if line.isupper() else _FEWEST_WORDS)


def _is_named_so(element: Element, wrapping: Set[int]) -> bool:
    """Whether the block, or what it lies in, is called so; `wrapping`: what has paragraphs in it, by identity, is not judged."""
    return any(
        _HINTS.search(inner.raw_attributes) and id(inner) not in wrapping and _NAMED.search(_names(inner))
        for inner in element.lineage(2)
    )


def _names(element: Element) -> str:
    attributes = element.attributes
    return f"{attributes.get('class', '')} {attributes.get('id', '')}"


@cache
def _phrases() -> _Phrases:
    data = tomllib.loads(files("allegedly.read").joinpath("asides.toml").read_text(encoding="utf-8"))
    return _Phrases(**{name: _any_of(expressions) for name, expressions in data.items()})


def _any_of(expressions: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression})" for expression in expressions))
