"""Takes a page apart into runs of text with their places on it.

This is a tokenizer after the HTML standard's, not a tree builder: text, tags, comments and raw text are told apart as there,
and a stack of open blocks says what each run of text lies in. It takes time linear in the page, whatever the page holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from allegedly.read.page_head import attributes_of

_ATTRIBUTES = r"(?:[^>=\"']++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=\"'])*+"
TAG = rf"</?[a-zA-Z][^\s/>]*+{_ATTRIBUTES}>|<[!?/][^>]*+>"
_INLINE_TAGS = re.compile(TAG)
_TOKEN = re.compile(
    rf"<(?:(?P<name>/?[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})(?P<close>>?)|(?P<comment>!--)|[!?/][^>]*+(?P<bogus_close>>?))"
)
_COMMENT_END = re.compile(r"--!?>|(?<=<!--)-?>")

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
        *("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"),
        *("svg", "math", "object", "audio", "video", "canvas"),
    )
)
_TEXT_ONLY = frozenset(("script", "style", "textarea", "title"))
_RAW_END = {tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE) for tag in _RAW}
_OPEN, _CLOSE, _BREAK, _RAW_TEXT = range(4)
_ACTIONS = {
    **dict.fromkeys(BLOCKS, _OPEN),
    **dict.fromkeys((f"/{tag}" for tag in BLOCKS), _CLOSE),
    **dict.fromkeys(_RAW, _RAW_TEXT),
    "br": _BREAK,
}
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


Piece = tuple[int, int, bool]
"""Where on the page it begins and ends, and whether it is a `<br>`."""


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
    """A run of text with no block boundary in it: pieces of the page in order, inline tags among them.

    `squeezed`: its words without white space and marks that are not shown, to be searched in.
    """

    element: Element
    pieces: tuple[Piece, ...]
    squeezed: str


def squeeze(text: str) -> str:
    """`text` without white space and without characters that show nothing: what stays the same in any rendering of it.

    >>> squeeze(" The may\u00ador\\u00a0said\\n")
    'Themayorsaid'
    """
    joined = "".join(text.split())
    return joined if joined.isascii() and joined.isprintable() else _NOT_SHOWN.sub("", joined)


def take_apart(page: str, start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """The segments of `page`, or of the part of it from a tag at `start` to `end`. Never raises."""
    return _Tokenizer(page, len(page) if end is None else end).run(start)


class _Tokenizer:
    """The state of one walk over a page."""

    def __init__(self, page: str, end: int) -> None:
        self.page = page
        self.end = end
        self.segments: list[Segment] = []
        self.element = Element("html", "", None)
        self.open: Counter[str] = Counter()
        self.pieces: list[Piece] = []
        self.breaks = 0
        self.unclosed: set[str] = set()

    def run(self, start: int) -> tuple[Segment, ...]:
        position = start
        while position >= 0:
            position, start = self._walk(position, start)
        if start < self.end:
            self._text(start, self.end)
        self._flush()
        return tuple(self.segments)

    def _walk(self, position: int, start: int) -> tuple[int, int]:
        """Goes on from `position`, with text not yet taken from `start`, to a comment or raw text; -1 at the end."""
        for match in _TOKEN.finditer(self.page, position, self.end):
            name, attributes, close, comment, bogus_close = match.groups()
            if name is None:
                if comment or not bogus_close:
                    end = _COMMENT_END.search(self.page, match.end(), self.end) if comment else None
                    self._text(start, match.start())
                    return (end.end(), end.end()) if end else (-1, self.end)
                continue
            if not close:
                self._text(start, match.start())
                return -1, self.end
            action = _ACTIONS.get(name)
            if action is None:
                action = _ACTIONS.get(name.lower())
                if action is None:
                    continue
            begin, position = match.span()
            if action == _RAW_TEXT:
                end_of_raw = self._raw(name.lower(), attributes, position)
                if end_of_raw == position:
                    continue
                self._text(start, begin)
                return end_of_raw, end_of_raw
            if begin > start:
                self._text(start, begin)
            start = position
            if action == _BREAK:
                self.breaks += 1
                self.pieces.append((begin, position, True))
            else:
                self._boundary(action, name, attributes)
        return -1, start

    def _boundary(self, action: int, name: str, attributes: str) -> None:
        if self.pieces:
            self._flush()
        if action == _OPEN:
            self._open(name.lower(), attributes)
        else:
            self._close(name[1:].lower())

    def _text(self, start: int, end: int) -> None:
        if self.page[start:end].isspace() and not self.pieces:
            return
        if start < end:
            if self.breaks and not self.page[start:end].isspace():
                if self.breaks > 1:
                    self._flush()
                self.breaks = 0
            self.pieces.append((start, end, False))

    def _raw(self, tag: str, attributes: str, position: int) -> int:
        """The end of an element whose content is no text of the page."""
        if tag in self.unclosed or (tag not in _TEXT_ONLY and attributes.endswith("/")):
            return position
        end = _RAW_END[tag].search(self.page, position, self.end)
        if end is None:
            self.unclosed.add(tag)
            # The standard runs to the end of the page here; an unclosed <svg> must not hide the article.
            return self.end if tag in _TEXT_ONLY else position
        return end.start()

    def _open(self, tag: str, attributes: str) -> None:
        ends = _ENDS.get(tag, _PARAGRAPH)
        while self.element.tag in ends and self.element.parent is not None:
            self._pop()
        if tag not in _VOID_BLOCKS:
            self.element = Element(tag, attributes, self.element)
            self.open[tag] += 1

    def _close(self, tag: str) -> None:
        if self.open[tag]:
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
        page = self.page
        raw = "".join([page[start:end] for start, end, is_break in pieces if not is_break])
        if "<" in raw:
            raw = _INLINE_TAGS.sub("", raw)
        squeezed = squeeze(unescape(raw) if "&" in raw else raw)
        if squeezed:
            self.segments.append(Segment(self.element, tuple(pieces), squeezed))
