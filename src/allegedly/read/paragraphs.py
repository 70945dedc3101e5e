"""The blocks of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from allegedly.model import Block, BlockKind, Span

_LINE = re.compile(r"[^\n]+")
_NEVER = re.compile(r"(?!)")
_SENTENCE_END = re.compile(r"[.?!…:][\"'”’)\]]*$")
_WIDEST_WRAP, _NARROWEST_WRAP = 120, 40
_LONGEST_HEADLINE = 140


def paragraph_blocks(text: str, title: str | None = None, alone: re.Pattern[str] = _NEVER) -> tuple[Block, ...]:
    """The paragraphs of `text`, its headline first where the first line is `title`; a line that `alone` matches is one by itself.

    An empty line ends a paragraph. So does every line end, unless the lines were plainly wrapped to a width: none is longer
    than 120 characters, and the first word of the next line would not have fitted.

    >>> [block.span.of("One.\\nTwo.\\n\\nThree.") for block in paragraph_blocks("One.\\nTwo.\\n\\nThree.")]
    ['One.', 'Two.', 'Three.']
    """
    blocks: list[Block] = []
    for lines in _chunks(text, alone):
        groups = [lines] if _wrapped([line.of(text) for line in lines]) else [[line] for line in lines]
        blocks.extend(Block(BlockKind.PARAGRAPH, Span(group[0].start, group[-1].end)) for group in groups)
    if blocks and title is not None and blocks[0].span.of(text) == title:
        blocks[0] = Block(BlockKind.HEADLINE, blocks[0].span)
    return tuple(blocks)


def guess_headline(text: str) -> str | None:
    """The first line of `text`, where it plainly is a headline: short, without a final stop, an empty line after it, then text.

    >>> guess_headline("Bridge closed for a week\\n\\nThe bridge is shut, the council said.")
    'Bridge closed for a week'
    >>> guess_headline("The bridge is shut.\\n\\nThe council said so.") is None
    True
    """
    line, end, rest = text.partition("\n")
    line = line.rstrip()
    if not end or not 0 < len(line) <= _LONGEST_HEADLINE or line[-1] in ".,;:…-–—" or not line[0].isprintable():
        return None
    after = rest.lstrip(" \t\f\v\u00a0")
    if not after.startswith("\n") or not any(letter.isalpha() for letter in line):
        return None
    following = after.strip().partition("\n\n")[0]
    return line if len(following) > len(line) or _SENTENCE_END.search(following.rstrip()) else None


def _chunks(text: str, alone: re.Pattern[str]) -> Iterator[list[Span]]:
    """Runs of lines without an empty line between them; each line without white space at its ends."""
    lines: list[Span] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        stop = match.start() + len(line.rstrip())
        blank = start >= stop
        single = not blank and alone.match(text, start) is not None
        if lines and (blank or single or match.start() - end > 1):
            yield lines
            lines = []
        end = match.end()
        if single:
            yield [Span(start, stop)]
        elif not blank:
            lines.append(Span(start, stop))
    if lines:
        yield lines


def _wrapped(lines: list[str]) -> bool:
    width = max(len(line) for line in lines)
    if len(lines) < 2 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    breaks = list(pairwise(lines))
    if all(_SENTENCE_END.search(line) for line, _ in breaks):
        return False
    full = sum(len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 2 for line, following in breaks)
    return full >= 0.8 * len(breaks)
