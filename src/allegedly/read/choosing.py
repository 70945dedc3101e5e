"""Asks trafilatura which blocks of a page are its article."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from allegedly.errors import ReadError
from allegedly.model import BlockKind

if TYPE_CHECKING:
    from trafilatura.settings import Document

_HTML_TAG = re.compile("<html", re.IGNORECASE)
_PROLOGUE = 4096
# A fixed latest date, so that the same page gives the same article on every day; no date is guessed from running text.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
_CONSENT = re.compile("cookie|consent|privacy|personal data|legitimate interest", re.IGNORECASE)
_CONSENT_WITHIN, _OFTEN = 4_000, 4
_WALL_NAMES = ("cookie", "consent", "gdpr", "onetrust", "didomi", "privacy-wall", "qc-cmp")
_LOWERED = "translate(concat(@id, ' ', @class), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_NAMED = " or ".join(f"contains({_LOWERED}, '{name}')" for name in _WALL_NAMES)
_WALL = (
    ".//*[self::div or self::section or self::aside or self::dialog or self::form]"
    f"[{_NAMED}][not(.//article or .//main or .//h1)]"
)
_INLINE = frozenset(("hi", "ref", "del", "graphic", "code", "lb"))
# What lxml and trafilatura raise on pages that are broken on purpose.
_BREAKAGE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A block that was chosen, its words in the pieces between inline tags; `kind` as far as its tag tells."""

    kind: BlockKind
    pieces: tuple[str, ...]


def choose(page: str, url: str | None, *, complete: bool) -> Document:
    """What trafilatura takes for the article of `page`; `complete`: nothing is to be found out but the text.

    Raises `ReadError` where it takes nothing for one.
    """
    # The import takes a third of a second; plain text does without.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    quiet = logging.getLogger("trafilatura")
    if quiet.level != logging.CRITICAL:  # setting a level empties a cache of the whole process
        quiet.setLevel(logging.CRITICAL)
    if not _HTML_TAG.search(page, 0, _PROLOGUE):
        page = f"<html><body>{page}"  # it takes nothing for a page that does not say so
    ask = partial(
        bare_extraction,
        page,
        url=url,
        include_comments=False,
        output_format="txt",  # for "python" it would write the text out, too
        with_metadata=not complete,
        date_extraction_params=dict(_DATES),
    )
    try:
        document = ask()
        if isinstance(document, Document) and _asks_for_consent(document.raw_text or ""):
            document = ask(prune_xpath=_WALL)
    except _BREAKAGE as error:
        raise ReadError(f"a page that cannot be taken apart ({type(error).__name__}), expected an article") from None
    if document is None or isinstance(document, dict):
        raise ReadError("a page without an article: no running text was found on it")
    return document


def _asks_for_consent(text: str) -> bool:
    """Whether a wall that asks for consent may have been taken for the article; it may be the longest text of its page."""
    return len(_CONSENT.findall(text[:_CONSENT_WITHIN])) >= _OFTEN


def chosen_blocks(document: Document) -> list[Chosen]:
    """The texts that trafilatura chose, one for each block of its tree."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    found: list[Chosen] = []
    parts: list[str] = []
    open_tags: list[str] = []
    for event, element in iterwalk(document.body, events=("start", "end")):
        if element.tag not in _INLINE:
            if parts:
                found.append(Chosen(_kind(open_tags), tuple(parts)))
                parts = []
            if event == "start":
                open_tags.append(str(element.tag))
            else:
                open_tags.pop()
        text = element.text if event == "start" else element.tail
        if isinstance(text, str):
            parts.append(text)
    if parts:
        found.append(Chosen(_kind(open_tags), tuple(parts)))
    return found


def without_scripts(page: str) -> str:
    """`page` with empty scripts and styles, but for scripts of data: what they hold is no text, and costs to be parsed.

    >>> without_scripts("<script>var a;</script><p>No.<script type='application/ld+json'>{}</script>")
    "<script></script><p>No.<script type='application/ld+json'>{}</script>"
    """
    for tag in ("script", "style"):
        page = _emptied(page, f"<{tag}", f"</{tag}") if f"<{tag}" in page else page
    return page


def _emptied(page: str, opens: str, closes: str) -> str:
    parts: list[str] = []
    kept = 0
    position = page.find(opens)
    while position >= 0:
        begin = page.find(">", position) + 1
        end = page.find(closes, begin) if begin else -1
        if end < 0:
            break
        if "json" not in page[position:begin]:
            parts.append(page[kept:begin])
            kept = end
        position = page.find(opens, end)
    return "".join((*parts, page[kept:]))


def _kind(open_tags: list[str]) -> BlockKind:
    nearest = open_tags[-2:]
    if "item" in nearest:
        return BlockKind.LIST_ITEM
    return BlockKind.SUBHEADING if "head" in nearest else BlockKind.PARAGRAPH
