"""Which characters stand inside double quotation marks: the scorer's own reading, apart from `segment`'s.

A scorer that asked the product which words are quoted would measure the product against itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile("''|``|[\"\u201c\u201d]")
_OPENERS = "\u201c`"


def quoted_runs(text: str) -> Iterator[tuple[int, int]]:
    """The runs between quotation marks, marks left out: curly, straight, ``…'' or ''…''.

    A mark opens or closes by where it stands, since news has closing marks used to open; a quotation left open at a
    paragraph's end closes there.

    >>> [text[a:b] for text in ['a "b" c "d'] for a, b in quoted_runs(text)]
    ['b', 'd']
    """
    for line in _LINE.finditer(text):
        start = None
        for mark in _MARK.finditer(text, line.start(), line.end()):
            opener = text[mark.start()] in _OPENERS
            if start is None:
                if opener or _opens(text, mark, line):
                    start = mark.end()
            elif not opener:
                yield start, mark.start()
                start = None
        if start is not None:
            yield start, line.end()


def _opens(text: str, mark: re.Match[str], line: re.Match[str]) -> bool:
    """Whether a mark of no direction opens: what follows is no blank, and what stands before it ends no word."""
    before = text[mark.start() - 1] if mark.start() > line.start() else " "
    after = text[mark.end()] if mark.end() < line.end() else " "
    return not after.isspace() and (before.isspace() or not (before.isalnum() or before in ".,!?;:"))
