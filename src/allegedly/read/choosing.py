"""Asks trafilatura which blocks of a page are its article."""

from __future__ import annotations

import logging
import re
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from allegedly.errors import ReadError
from allegedly.model import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser  # type: ignore[import-untyped]
    from trafilatura.settings import Document, Extractor

_HTML_TAG = re.compile("<html", re.IGNORECASE)
_PROLOGUE, _BEGINNING = 4096, 50
_CONSENT = ("cookie", "consent", "privacy", "personal data", "legitimate interest")
_CONSENT_WITHIN, _OFTEN = 4_000, 4
_WALL_NAMES = ("cookie", "consent", "gdpr", "onetrust", "didomi", "privacy-wall", "qc-cmp")
_LOWERED = "translate(concat(@id, ' ', @class), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_NAMED = " or ".join(f"contains({_LOWERED}, '{name}')" for name in _WALL_NAMES)
_WALL = (
    ".//*[self::div or self::section or self::aside or self::dialog or self::form]"
    f"[{_NAMED}][not(.//article or .//main or .//h1)]"
)
_LONG_ENOUGH, _ENOUGH = 250, 0.4
_VISIBLE, _PARAGRAPHS = "normalize-space(.//body)", ".//p//text()"
_UNCLEAN = " | ".join(
    f".//{tag}"
    for tag in (
        *("aside", "audio", "button", "fieldset", "figure", "footer", "iframe", "input", "label", "link", "nav", "noindex"),
        *("noscript", "object", "option", "select", "source", "svg", "time"),
    )
)
_INLINE = frozenset(("hi", "ref", "del", "graphic", "code", "lb"))
# What lxml and trafilatura raise on pages that are broken on purpose.
_BREAKAGE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A block that was chosen, its words in the pieces between inline tags; `kind` as far as its tag tells."""

    kind: BlockKind
    pieces: tuple[str, ...]


def choose(tree: HtmlElement | str, url: str | None) -> Document:
    """What trafilatura takes for the article of a page, which is left as it is.

    Raises `ReadError` where it takes nothing for one.
    """
    # The import takes a third of a second; plain text does without.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    quiet = logging.getLogger("trafilatura")
    if quiet.level != logging.CRITICAL:  # setting a level empties a cache of the whole process
        quiet.setLevel(logging.CRITICAL)
    options = copy(_options())
    options.url = options.source = url
    try:
        document = _quickly(tree, options) or bare_extraction(tree, options=options)
        if isinstance(document, Document) and _asks_for_consent(document.raw_text or ""):
            document = bare_extraction(tree, options=options, prune_xpath=_WALL)
    except _BREAKAGE as error:
        raise ReadError(f"a page that cannot be taken apart ({type(error).__name__}), expected an article") from None
    if document is None or isinstance(document, dict):
        raise ReadError("a page without an article: no running text was found on it")
    return document


def tree_of(page: str) -> HtmlElement | str:
    """The tree of `page` as trafilatura would parse it, sooner; the page itself where that has its difficulties."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from lxml.html import fromstring
    from trafilatura.utils import repair_faulty_html

    if not _HTML_TAG.search(page, 0, _PROLOGUE):
        page = f"<html><body>{page}"  # it takes nothing for a page that does not say so
    beginning = page[:_BEGINNING].lower()
    try:
        tree = fromstring(repair_faulty_html(page, beginning), parser=_parser())
    except (ValueError, LxmlError):
        return page
    return tree if len(tree) > 1 or (len(tree) and "html" in beginning) else page


def _quickly(tree: HtmlElement | str, options: Extractor) -> Document | None:
    """What trafilatura chooses without asking its fallbacks, where they would not be heard; `None` where they might.

    They take a third of the time, and are heard where the text is short or oddly built, or theirs is twice as long: beside a text
    that is two fifths of all words on the page they would have to take four fifths of it, menus and all.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    if isinstance(tree, str):
        return None
    enough = max(_LONG_ENOUGH, len(str(tree.xpath(_VISIBLE))) * _ENOUGH)
    if sum(map(len, tree.xpath(_PARAGRAPHS))) < enough:
        return None
    quick = copy(options)
    quick.fast = True
    document = bare_extraction(tree, options=quick)
    if not isinstance(document, Document) or len(document.raw_text or "") < enough:
        return None
    body = document.body
    sound = body.xpath(".//p//text()") and len(body.findall(".//table")) <= len(body.findall(".//p")) and not body.xpath(_UNCLEAN)
    return document if sound else None


@cache
def _options() -> Extractor:
    """How trafilatura is asked: as it is by default, but for comments; making these anew for every page costs."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="txt", comments=False)  # for "python" it would write the text out, too


@cache
def _parser() -> HTMLParser:
    """trafilatura's parser with one class for all elements: choosing a class for each in Python takes a tenth of the time."""
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlElement, HTMLParser

    parser = HTMLParser(collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser


def _asks_for_consent(text: str) -> bool:
    """Whether a wall that asks for consent may have been taken for the article; it may be the longest text of its page."""
    beginning = text[:_CONSENT_WITHIN].lower()
    return sum(map(beginning.count, _CONSENT)) >= _OFTEN


def chosen_blocks(document: Document) -> list[Chosen]:
    """The texts that trafilatura chose, one for each block of its tree."""
    from lxml.etree import iterwalk

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
