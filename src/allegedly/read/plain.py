"""Reads plain text and Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

from allegedly.model import Block, BlockKind
from allegedly.read.decoding import decode
from allegedly.read.header import read_header
from allegedly.read.paragraphs import guess_headline, paragraph_blocks
from allegedly.read.reading import Reading, one_line, tidy

READER = "plain text 1"
MARKDOWN_READER = "markdown 1"
_MARKDOWN_KINDS = (
    (re.compile(r"#{2,6}[ \t]"), BlockKind.SUBHEADING),
    (re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]"), BlockKind.LIST_ITEM),
)
_MARKDOWN_ALONE = re.compile(r"#{1,6}[ \t]|(?:[-*+]|\d{1,3}[.)])[ \t]")
_MARKDOWN_TITLE = re.compile(r"#[ \t]+([^\n]*?)[ \t#]*(?:\n|$)")


def read_plain(data: bytes, declared: str | None = None) -> Reading:
    """`data` as plain text; its blocks are paragraphs, the first a headline where it plainly is one; `declared`: its encoding."""
    return _read(data, declared, markdown=False)


def read_markdown(data: bytes, declared: str | None = None) -> Reading:
    """`data` as text, its marks left in place; headings and list items are blocks of their own kind."""
    return _read(data, declared, markdown=True)


def _read(data: bytes, declared: str | None, *, markdown: bool) -> Reading:
    decoded = decode(data, declared)
    text, notes = tidy(decoded.text)
    header = read_header(text)
    text = text[header.length :].strip()
    blocks, title = _markdown_blocks(text) if markdown else _plain_blocks(text, header.origin.title)
    return Reading(
        reader=MARKDOWN_READER if markdown else READER,
        text=text,
        blocks=blocks,
        origin=replace(header.origin, title=header.origin.title or title),
        language=header.language,
        media_type="text/markdown" if markdown else "text/plain",
        encoding=decoded.encoding,
        notes=(*decoded.notes, *notes, *header.notes),
    )


def _plain_blocks(text: str, given_title: str | None) -> tuple[tuple[Block, ...], str | None]:
    title = given_title or guess_headline(text)
    return paragraph_blocks(text, title), title and one_line(title)


def _markdown_blocks(text: str) -> tuple[tuple[Block, ...], str | None]:
    blocks = [_markdown_block(block, text) for block in paragraph_blocks(text, alone=_MARKDOWN_ALONE)]
    title = _MARKDOWN_TITLE.match(text)
    if title and blocks:
        blocks[0] = Block(BlockKind.HEADLINE, blocks[0].span)
    return tuple(blocks), one_line(title[1]) if title else guess_headline(text)


def _markdown_block(block: Block, text: str) -> Block:
    for mark, kind in _MARKDOWN_KINDS:
        if mark.match(text, block.span.start):
            return Block(kind, block.span)
    return block
