"""Reads a piece of HTML that is an article already, as feeds and agencies give them: nothing is left out but what is no text."""

from __future__ import annotations

from allegedly.model import Block
from allegedly.model.page_map import PageMap
from allegedly.read.layout import arrange
from allegedly.read.markup import take_apart
from allegedly.read.rendering import render


def read_fragment(html: str, title: str | None = None) -> tuple[str, tuple[Block, ...]]:
    """The text of `html` by the rule for white space of pages, and its blocks; empty where it has no words.

    >>> read_fragment("<p>We had <b>no</b> choice.</p><ul><li>None.</ul>")[0]
    'We had no choice.\\n\\nNone.'
    """
    text, blocks, _ = map_fragment(html, title)
    return text, blocks


def map_fragment(html: str, title: str | None = None) -> tuple[str, tuple[Block, ...], PageMap]:
    """Like `read_fragment`, and the map back to `html`."""
    html = html.replace("\x00", "\ufffd")
    segments = take_apart(html)
    if not segments:
        return "", (), PageMap((), 0)
    return render(html, arrange(segments, range(len(segments)), title, None))
