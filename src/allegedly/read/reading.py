"""What a reader makes of a document, before it is an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegedly.model import Block, Origin
from allegedly.model.page_map import PageMap

NOTHING = Origin()
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's text and what it tells of itself.

    `text` is final and `blocks` point into it. `origin` holds what the document itself says; what the caller says wins over
    it. `language`: as declared, `None` where nothing is. `part`: which article of a document with several this is.
    """

    reader: str
    text: str
    blocks: tuple[Block, ...]
    origin: Origin = NOTHING
    language: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    part: str | None = None
    page_map: PageMap | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of a document that is no article, the `reason` in one sentence, and what is known of its origin."""

    reason: str
    part: str | None = None
    origin: Origin = NOTHING


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The text that is kept, and notes on what was replaced.

    Line ends become `\\n`; a byte order mark at the start goes; NUL and lone surrogates, which no store can keep, become
    U+FFFD; white space at both ends goes. Nothing else changes: no Unicode normalisation, zero-width and direction marks stay.

    >>> tidy("One.\\r\\nTwo.\\rThree. ")
    ('One.\\nTwo.\\nThree.', ())
    """
    notes: list[str] = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removeprefix("\ufeff")
    text, replaced = UNSTORABLE.subn(REPLACEMENT, text)
    if replaced:
        notes.append(f"{_count(replaced, 'NUL or lone surrogate')} became U+FFFD")
    return text.strip(), tuple(notes)


def one_line(value: str) -> str | None:
    """`value` fit for a field of an origin: on one line, storable; `None` where nothing is left.

    >>> one_line("  The\\n Orlec   Courier ")
    'The Orlec Courier'
    """
    line = " ".join(value.split())
    return (line if line.isascii() and "\x00" not in line else UNSTORABLE.sub(REPLACEMENT, line)) or None


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
