"""Reads a web page: trafilatura chooses the article's blocks, the words are the page's own, with a map back to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from allegedly.errors import ReadError
from allegedly.model import Block, BlockKind, Origin, Span
from allegedly.model.page_map import PageMap
from allegedly.read.alignment import Alignment, align, part_around
from allegedly.read.asides import lines_without_asides, without_asides
from allegedly.read.byline import authors_in
from allegedly.read.choosing import Chosen, choose, chosen_blocks, tree_of, without_scripts
from allegedly.read.decoding import Decoded, decode
from allegedly.read.escaped import article_in_script
from allegedly.read.guessing import guess
from allegedly.read.layout import arrange
from allegedly.read.markup import Segment, squeeze, take_apart
from allegedly.read.notices import remarks_on_page
from allegedly.read.page_head import head_of
from allegedly.read.page_metadata import PageMetadata, first_of, metadata_of, without_outlet
from allegedly.read.reading import REPLACEMENT, Reading, one_line
from allegedly.read.rendering import render
from allegedly.read.walls import wall_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

READER = "html 1"
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?\sencoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_PROLOGUE = 4096
_SOUGHT = frozenset(("title", "outlet", "authors", "published"))
_BYLINE = "the byline"
_NOT_THERE = "the text does not stand in the page's markup, so there is no map back to it"
_IN_SCRIPT = "the text stands in a script of the page, and the map leads there"
_NOT_WANTED = "read without a map back to the page"
_FOUND_ENOUGH, _FOUND_WELL = 0.5, 0.9
_LONGER_THAN_MENUS = 200
_SHOWN = 80
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_NO_BODY = frozenset((BlockKind.HEADLINE, BlockKind.CAPTION))


@dataclass(frozen=True, slots=True)
class _Extract:
    """The article's text by whichever way it was found."""

    text: str
    blocks: tuple[Block, ...]
    page_map: PageMap | None
    notes: tuple[str, ...]


def page_text(data: bytes, declared: str | None = None) -> Decoded:
    """The page, or the feed, as characters: what the offsets of a page map count in. NUL is U+FFFD.

    `declared`: the encoding that a server declared, which goes before the page's own declaration.
    """
    own = _DECLARED.search(data, 0, _PROLOGUE) or _XML_DECLARED.match(data)
    decoded = decode(data, declared or (own[1].decode("ascii") if own else None))
    if "\x00" not in decoded.text:
        return decoded
    note = f"{decoded.text.count(chr(0)):,} NUL became U+FFFD"
    return Decoded(decoded.text.replace("\x00", REPLACEMENT), decoded.encoding, (*decoded.notes, note))


def read_html(data: bytes, url: str | None = None, declared: str | None = None, *, page_map: bool = True) -> Reading:
    """The article on the page `data`. `url`: where it was fetched; `declared`: its encoding, as the server said.

    `page_map=False` takes trafilatura's own words, which is quicker; there is no map then. Raises `ReadError` where there is no
    article.
    """
    decoded = page_text(data, declared)
    page = decoded.text
    lean = without_scripts(page)
    metadata = metadata_of(head_of(lean), url)
    tree = tree_of(lean)
    blocks = chosen_blocks(choose(tree, url))
    # A date may stand in any script.
    origin, sources = _completed(metadata, lean, tree if "published" in metadata.sources or lean == page else tree_of(page), url)
    extract = _extract(page, blocks, origin.title, metadata.description) if page_map else _bare(blocks, origin.title, _NOT_WANTED)
    if not _runs(extract):
        raise ReadError("a page without an article: no paragraph of running text was found on it")
    wall = wall_in(extract.text)
    if wall:
        raise ReadError(f"a page that {wall}, expected an article: {shorten(extract.text, _SHOWN, placeholder=' …')!r}")
    return Reading(
        reader=READER,
        text=extract.text,
        blocks=extract.blocks,
        origin=origin,
        language=metadata.language,
        media_type="text/html",
        encoding=decoded.encoding,
        notes=(
            *(*decoded.notes, *extract.notes),
            *remarks_on_page(metadata, origin.title, lean, extract.text),
            *_by_source(sources),
        ),
        page_map=extract.page_map,
    )


def body_text(data: bytes, url: str | None = None) -> str:
    """The running text of the article on the page `data`: without headline and captions, and without a standfirst that was added.

    Raises `ReadError` where there is no article.
    """
    page = page_text(data).text
    lean = without_scripts(page)
    metadata = metadata_of(head_of(lean), url)
    tree = tree_of(lean)
    chosen = chosen_blocks(choose(tree, url))
    segments, alignment = _located(page, chosen)
    if alignment.share < _FOUND_WELL or not alignment.segments:
        return _bare(chosen, None, _NOT_THERE).text
    chosen_ones = {id(segments[number]) for number in alignment.segments}
    title = metadata.origin.title or guess(lean, tree, url, {"title"})[0].title
    arranged = arrange(segments, alignment.segments, title, metadata.description)
    kept = [
        (kind, segment)
        for kind, segment in without_asides(page, arranged)
        if kind not in _NO_BODY and (kind is not BlockKind.STANDFIRST or id(segment) in chosen_ones)
    ]
    return render(page, kept)[0]


def _runs(extract: _Extract) -> bool:
    """Whether there is running text: a block with a sentence's end, or as many words as no menu has."""
    return len(extract.text) >= _LONGER_THAN_MENUS or any(
        _SENTENCE_END.search(block.span.of(extract.text)) for block in extract.blocks
    )


def _extract(page: str, chosen: Sequence[Chosen], title: str | None, description: str | None) -> _Extract:
    segments, alignment = _located(page, chosen)
    if alignment.share >= _FOUND_ENOUGH and alignment.segments:
        arranged = arrange(segments, alignment.segments, title, description)
        text, blocks, page_map = render(page, without_asides(page, arranged))
        lacking = (
            ()
            if alignment.share >= _FOUND_WELL
            else (f"{1 - alignment.share:.0%} of the text chosen stands nowhere on the page",)
        )
        return _Extract(text, blocks, page_map, lacking)
    in_script = article_in_script(page, "".join("".join(block.pieces) for block in chosen))
    if in_script is not None:
        return _Extract(*in_script, (_IN_SCRIPT,))
    return _bare(chosen, None, _NOT_THERE)


def _bare(chosen: Sequence[Chosen], headline: str | None, note: str) -> _Extract:
    """The chosen words as they are, under `headline` where it is not the first of them."""
    lines = lines_without_asides([(block.kind, words) for block in chosen if (words := one_line("".join(block.pieces)))])
    if headline and lines:
        first = squeeze(lines[0][1]) == squeeze(headline)
        lines[: int(first)] = [(BlockKind.HEADLINE, lines[0][1] if first else headline)]
    blocks: list[Block] = []
    at = 0
    for kind, words in lines:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 2
    return _Extract("\n\n".join(words for _, words in lines), tuple(blocks), None, (note,))


def _located(page: str, blocks: Sequence[Chosen]) -> tuple[tuple[Segment, ...], Alignment]:
    """The segments of the page, and which of them were chosen; of the part around the article, where all of it is found there."""
    chosen = [block.pieces for block in blocks]
    part = part_around(page, chosen)
    if part:
        segments = take_apart(page, *part)
        alignment = align(chosen, segments)
        if alignment.share == 1.0:
            return segments, alignment
    segments = take_apart(page)
    return segments, align(chosen, segments)


def _completed(metadata: PageMetadata, page: str, tree: HtmlElement | str, url: str | None) -> tuple[Origin, dict[str, str]]:
    """What the page says, and for what it leaves out, what the extractors find."""
    if _SOUGHT.issubset(metadata.sources):
        return metadata.origin, dict(metadata.sources)
    named = () if "authors" in metadata.sources else authors_in(page)
    missing = {*_SOUGHT, "url"}.difference(metadata.sources, ("authors",) if named else ())
    found, dated = guess(page, tree, url, missing)
    candidates = [("page", metadata.origin), (_BYLINE, Origin(authors=named)), ("trafilatura", found), ("htmldate", dated)]
    origin, by = first_of(candidates)
    return without_outlet(origin), {field: metadata.sources[field] if name == "page" else name for field, name in by.items()}


def _by_source(sources: dict[str, str]) -> tuple[str, ...]:
    """Which source each field came from, in one note."""
    fields: dict[str, list[str]] = {}
    for field, source in sources.items():
        fields.setdefault(source, []).append(field)
    said = "; ".join(f"{', '.join(named)} from {source}" for source, named in fields.items())
    return (said,) if said else ()
