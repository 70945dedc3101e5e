"""Takes a page apart into runs of text with their places on it.

This is a tokenizer after the HTML standard's, not a tree builder: text, tags, comments and raw text are told apart as there,
and a stack of open blocks says what each run of text lies in. It takes time linear in the page, whatever the page holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

_TOKEN = re.compile(
    r"<(?:(?P<comment>!--)"
    r"|(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=\"']++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=\"'])*+)(?P<tag_close>>?)"
    r"|[!?/][^>]*+(?P<bogus_close>>?))"
)
_COMMENT_END = re.compile(r"--!?>|(?<=<!--)-?>")
_ATTRIBUTE = re.compile(r"([^\s=\"'>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head"),
        *(
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "option",
            "p",
            "pre",
            "search",
        ),
        *("section", "select", "summary", "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_VOID_BLOCKS = frozenset(("hr",))
_RAW = frozenset(
    (
        *("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"),
        *("svg", "math", "object", "audio", "video", "canvas"),
    )
)
_TEXT_ONLY = frozenset(("script", "style", "textarea", "title"))
_RAW_END = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in _RAW}
# A start tag of the key ends an open element of the value, when that is the innermost one: the end tags that authors leave out.
_ENDS = {
    "li": frozenset(("li", "p")),
    "dd": frozenset(("dd", "dt", "p")),
    "dt": frozenset(("dd", "dt", "p")),
    "option": frozenset(("option",)),
    "tr": frozenset(("tr", "td", "th", "p")),
    "td": frozenset(("td", "th", "p")),
    "th": frozenset(("td", "th", "p")),
}
_PARAGRAPH = frozenset(("p",))
_NOT_SHOWN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")


@dataclass(slots=True, eq=False)
class Element:
    """An open block: its lower-case `tag`, its attributes as written, and the block it lies in."""

    tag: str
    raw_attributes: str
    parent: Element | None

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes, names in lower case, character references resolved."""
        return attributes_of(self.raw_attributes)

    def lineage(self, depth: int = 40) -> list[Element]:
        """This element and those it lies in, from the inside out, `depth` of them at most."""
        found: list[Element] = []
        element: Element | None = self
        while element is not None and len(found) < depth:
            found.append(element)
            element = element.parent
        return found


@dataclass(slots=True, eq=False)
class Segment:
    """A run of text with no block boundary in it: pieces `[start, end)` of the page in order; an empty text piece is a `<br>`.

    `squeezed`: its words without white space and marks that are not shown, to be searched in.
    """

    element: Element
    pieces: list[tuple[int, int, bool]]
    squeezed: str

    @property
    def start(self) -> int:
        """Where on the page it begins."""
        return self.pieces[0][0]


@dataclass(slots=True, eq=False)
class Markup:
    """A page taken apart: its `segments` in order, and what its head says."""

    page: str
    segments: list[Segment] = field(default_factory=list)
    metas: list[Mapping[str, str]] = field(default_factory=list)
    links: list[Mapping[str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    title: str | None = None
    language: str | None = None


def squeeze(text: str) -> str:
    """`text` without white space and without characters that show nothing: what stays the same in any rendering of it.

    >>> squeeze(" The may\u00ador\\u00a0said\\n")
    'Themayorsaid'
    """
    joined = "".join(text.split())
    return joined if joined.isascii() and joined.isprintable() else _NOT_SHOWN.sub("", joined)


def attributes_of(raw: str) -> dict[str, str]:
    """The attributes of a tag as written; of two with one name the first counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def take_apart(page: str) -> Markup:
    """The segments and the head of `page`. Never raises."""
    return _Tokenizer(page).run()


class _Tokenizer:
    """The state of one walk over a page."""

    def __init__(self, page: str) -> None:
        self.markup = Markup(page)
        self.element = Element("html", "", None)
        self.open: Counter[str] = Counter()
        self.pieces: list[tuple[int, int, bool]] = []
        self.breaks = 0
        self.unclosed: set[str] = set()

    def run(self) -> Markup:
        page, position = self.markup.page, 0
        while (match := _TOKEN.search(page, position)) is not None:
            if match.start() > position:
                self._text(position, match.start())
            position = match.end()
            if match["comment"]:
                end = _COMMENT_END.search(page, position)
                if end is None:
                    return self._ended(len(page))
                position = end.end()
            elif match["tag"] is None:
                if not match["bogus_close"]:
                    return self._ended(len(page))
            elif not match["tag_close"]:
                return self._ended(len(page))
            else:
                position = self._tag(match)
        return self._ended(position)

    def _ended(self, position: int) -> Markup:
        if position < len(self.markup.page):
            self._text(position, len(self.markup.page))
        self._flush()
        return self.markup

    def _text(self, start: int, end: int) -> None:
        if self.breaks and not self.markup.page[start:end].isspace():
            if self.breaks > 1:
                self._flush()
            self.breaks = 0
        self.pieces.append((start, end, False))

    def _tag(self, match: re.Match[str]) -> int:
        tag, position = match["tag"].lower(), match.end()
        if match["end"]:
            if tag in BLOCKS:
                self._close(tag)
            return position
        if tag in BLOCKS:
            self._open(tag, match["attributes"])
        elif tag == "br":
            self.breaks += 1
            self.pieces.append((match.start(), position, True))
        elif tag in _RAW:
            return self._raw(tag, match["attributes"], position)
        elif tag == "meta":
            self.markup.metas.append(attributes_of(match["attributes"]))
        elif tag == "link":
            self.markup.links.append(attributes_of(match["attributes"]))
        return position

    def _raw(self, tag: str, attributes: str, position: int) -> int:
        """Passes over an element whose content is no text of the page; keeps the title and JSON-LD."""
        if tag in self.unclosed or (tag not in _TEXT_ONLY and attributes.endswith("/")):
            return position
        end = _RAW_END[tag].search(self.markup.page, position)
        if end is None:
            self.unclosed.add(tag)
            # The standard runs to the end of the page here; an unclosed <svg> or <noscript> must not hide the article.
            return len(self.markup.page) if tag in _TEXT_ONLY else position
        content = self.markup.page[position : end.start()]
        if tag == "title" and self.markup.title is None:
            self.markup.title = unescape(content)
        elif tag == "script" and "ld+json" in attributes.lower():
            self.markup.json_ld.append(content)
        return end.start()

    def _open(self, tag: str, attributes: str) -> None:
        self._flush()
        ends = _ENDS.get(tag, _PARAGRAPH)
        while self.element.tag in ends and self.element.parent is not None:
            self._pop()
        if tag == "html":
            self.markup.language = self.markup.language or attributes_of(attributes).get("lang")
        if tag not in _VOID_BLOCKS:
            self.element = Element(tag, attributes, self.element)
            self.open[tag] += 1

    def _close(self, tag: str) -> None:
        self._flush()
        if not self.open[tag]:
            return
        while self._pop() != tag:
            pass

    def _pop(self) -> str:
        tag = self.element.tag
        assert self.element.parent is not None  # the outermost element is never counted as open
        self.element = self.element.parent
        self.open[tag] -= 1
        return tag

    def _flush(self) -> None:
        pieces, self.pieces, self.breaks = self.pieces, [], 0
        if not pieces:
            return
        page = self.markup.page
        raw = "".join([page[start:end] for start, end, is_break in pieces if not is_break])
        squeezed = squeeze(unescape(raw) if "&" in raw else raw)
        if squeezed:
            self.markup.segments.append(Segment(self.element, pieces, squeezed))
