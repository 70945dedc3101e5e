"""An article's text as HTML with source, cue and content of every statement marked, however they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from allegedly.export.threshold import is_bare
from allegedly.model import Article, Block, BlockKind, Span, Statement

SOURCE, CUE, CONTENT, BARE = "source", "cue", "content", "bare"

_ELEMENTS = {
    BlockKind.HEADLINE: "h2",
    BlockKind.STANDFIRST: "p",
    BlockKind.PARAGRAPH: "p",
    BlockKind.SUBHEADING: "h3",
    BlockKind.CAPTION: "p",
    BlockKind.PULL_QUOTE: "blockquote",
    BlockKind.LIST_ITEM: "p",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that belong to the same roles of the same statements.

    `roles`: the roles, without order, `bare` for a sentence of the article's own, which has no number; `numbers`: the statements'
    numbers, ascending; `depth`: in how many contents the run lies.
    """

    span: Span
    roles: frozenset[str]
    numbers: tuple[int, ...]
    depth: int


def runs(start: int, end: int, shown: Mapping[int, Statement]) -> Iterator[Run]:
    """The characters `[start, end)` cut wherever a span of a statement begins or ends; ascending, without gaps."""
    opening: dict[int, list[tuple[int, str]]] = defaultdict(list)
    closing: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, statement in shown.items():
        attribution = statement.attribution
        if is_bare(statement):
            for span in attribution.content:
                if span.start < end and start < span.end:
                    opening[max(span.start, start)].append((number, BARE))
                    closing[min(span.end, end)].append((number, BARE))
            continue
        for role, spans in ((SOURCE, attribution.source), (CUE, attribution.cue), (CONTENT, attribution.content)):
            for span in spans:
                if span.start < end and start < span.end:
                    opening[max(span.start, start)].append((number, role))
                    closing[min(span.end, end)].append((number, role))
    cuts = sorted({start, end, *opening, *closing})
    within: list[tuple[int, str]] = []
    for left, right in pairwise(cuts):
        for entry in closing[left]:
            within.remove(entry)
        within.extend(opening[left])
        contents = {number for number, role in within if role == CONTENT}
        yield Run(
            Span(left, right),
            frozenset(role for _, role in within),
            tuple(sorted({number for number, role in within if role != BARE})),
            len(contents),
        )


def marked_blocks(article: Article, shown: Mapping[int, Statement]) -> list[tuple[Block, str]]:
    """Each block of the text with its words as HTML: a span for each marked run, and each statement's number where it begins.

    The number links to `#r<number>` and is itself `#t<number>`; a run of statement 3 has the class `s3`. Numbers are drawn by
    the style sheet, so that text copied from the page is the article's own.
    """
    blocks = article.blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(article.text))),)
    begins: dict[int, list[int]] = defaultdict(list)
    for number, statement in shown.items():
        if not is_bare(statement):
            begins[statement.attribution.extent.start].append(number)
    return [
        (block, _inner(article.text, block.span, {number: shown[number] for number in held}, begins))
        for block, held in zip(blocks, _by_block(blocks, shown), strict=True)
    ]


def element_of(block: Block, inner: str) -> str:
    """The element that stands for `block` on the page."""
    element = _ELEMENTS.get(block.kind, "p")
    return f'<{element} class="{str(block.kind).replace(" ", "-")}" dir="auto">{inner}</{element}>'


def _by_block(blocks: Sequence[Block], shown: Mapping[int, Statement]) -> list[list[int]]:
    """For each block the numbers of the statements that reach into it."""
    held: list[list[int]] = [[] for _ in blocks]
    ends = [block.span.end for block in blocks]
    for number, statement in shown.items():
        extent = statement.attribution.extent
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if ends[middle] <= extent.start else (low, middle)
        while low < len(blocks) and blocks[low].span.start < extent.end:
            held[low].append(number)
            low += 1
    return held


def _inner(text: str, span: Span, held: Mapping[int, Statement], begins: dict[int, list[int]]) -> str:
    pieces: list[str] = []
    for run in runs(span.start, span.end, held):
        pieces.extend(_number(number) for number in begins.get(run.span.start, ()))
        words = escape(run.span.of(text))
        pieces.append(f'<span class="{_classes(run)}">{words}</span>' if run.roles else words)
    return "".join(pieces)


def _number(number: int) -> str:
    label = f'data-number="{number}" aria-label="statement {number}"'
    return f'<a class="number s{number}" id="t{number}" href="#r{number}" {label}></a>'


def _classes(run: Run) -> str:
    names = sorted(run.roles)
    if run.depth > 1:
        names.append("deep")
    return " ".join([*names, *(f"s{number}" for number in run.numbers)])
