"""Reads Word documents (.docx): the paragraphs of the body, with the kinds that their styles say."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from allegedly.errors import ReadError
from allegedly.model import Block, BlockKind, Origin, Span
from allegedly.read.dates import iso_date
from allegedly.read.reading import Reading, one_line, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped]

READER = "docx 1"
BODY = "word/document.xml"
_LARGEST_PART = 50_000_000
_NAMESPACE = re.compile(r"\{[^}]*\}")
# What stands in a paragraph but is none of its words: drawings with their text boxes, fields' instructions, what was deleted.
_NOT_READ = frozenset(
    ("drawing", "pict", "object", "del", "moveFrom", "Fallback", "instrText", "pPr", "rPr", "footnote", "comment")
)
_WORDS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": " "}
_HOLDERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_HEADING = re.compile(r"heading [1-9]$", re.IGNORECASE)
_STYLES = {
    "title": BlockKind.HEADLINE,
    "subtitle": BlockKind.STANDFIRST,
    "caption": BlockKind.CAPTION,
    "list paragraph": BlockKind.LIST_ITEM,
    "intense quote": BlockKind.PULL_QUOTE,
}
_BREAKAGE = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError, LookupError)


def is_word_document(data: bytes) -> bool:
    """Whether `data` is a ZIP archive with the body of a Word document in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return BODY in package.namelist()
    except _BREAKAGE:
        return False


def read_word_document(data: bytes) -> Reading:
    """The paragraphs of the document `data`, each a block; tables, text boxes, notes and comments are left out, and counted.

    White space within a paragraph is one space, a line break one line end; what was deleted under change tracking is not read,
    what was inserted is. Title, author and date are those of the document's properties. No part is unpacked beyond 50 MB. Raises
    `ReadError` where `data` is no such document or has no text.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            body = _part(package, BODY)
            styles, properties = _part(package, "word/styles.xml"), _part(package, "docProps/core.xml")
    except _BREAKAGE as error:
        raise ReadError(
            f"a Word document that cannot be unpacked: {one_line(str(error)[:120]) or type(error).__name__}"
        ) from None
    if body is None:
        raise ReadError("a Word document without a body, expected word/document.xml in it")
    left_out: Counter[str] = Counter()
    text, blocks = _joined(_paragraphs(body, _style_names(styles), left_out))
    if not text:
        raise ReadError("a Word document without text, expected paragraphs")
    origin, notes = _origin(properties, blocks, text)
    notes += tuple(f"{count:,} {kind}{'' if count == 1 else 's'} of the document left out" for kind, count in left_out.items())
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    language = _properties(properties).get("language")
    return Reading(READER, text, blocks, origin, language, media_type, notes=notes)


def _part(package: zipfile.ZipFile, name: str) -> Element | None:
    """The root of a part; `None` where there is no such part. Never unpacks more than 50 MB."""
    from lxml import etree  # type: ignore[import-untyped]

    if name not in package.namelist():
        return None
    with package.open(name) as stream:
        data = stream.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise ValueError(f"{name} is larger than {_LARGEST_PART / 1e6:,.0f} MB")
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{name} is not well-formed: {error}") from None


def _name(element: Element) -> str:
    return _NAMESPACE.sub("", element.tag, count=1) if isinstance(element.tag, str) else ""


def _value(element: Element | None) -> str:
    if element is None:
        return ""
    return next((str(value) for name, value in element.attrib.items() if name.endswith("}val") or name == "val"), "")


def _child(element: Element | None, name: str) -> Element | None:
    return next((child for child in element if _name(child) == name), None) if element is not None else None


def _style_names(styles: Element | None) -> Mapping[str, str]:
    """The names of the styles by their ids: ids are of the writer's language, names are not."""
    found: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if _name(style) == "style":
            key = next((str(value) for name, value in style.attrib.items() if name.endswith("}styleId")), "")
            found[key] = _value(_child(style, "name")).lower()
    return found


def _paragraphs(body: Element, styles: Mapping[str, str], left_out: Counter[str]) -> Iterator[tuple[BlockKind, str]]:
    waiting = [body]
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if name == "p":
            words = _words(element, left_out)
            if words:
                yield _kind(_child(element, "pPr"), styles), words
        elif name == "tbl":
            left_out["table"] += 1
        elif name in {"document", "body"} or name in _HOLDERS:
            waiting.extend(reversed(element))


def _words(paragraph: Element, left_out: Counter[str]) -> str:
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if name == "t":
            parts.append(element.text or "")
        elif name in _WORDS:
            parts.append(_WORDS[name])
        elif name in _NOT_READ:
            if name in {"drawing", "pict"} and any(_name(inner) == "txbxContent" for inner in element.iter()):
                left_out["text box"] += 1
        else:
            waiting.extend(reversed(element))
    lines = (" ".join(line.split()) for line in tidy("".join(parts))[0].split("\n"))
    return "\n".join(line for line in lines if line)


def _kind(properties: Element | None, styles: Mapping[str, str]) -> BlockKind:
    style = _value(_child(properties, "pStyle"))
    name = styles.get(style, style.lower())
    if name in _STYLES:
        return _STYLES[name]
    if _HEADING.match(name) or _child(properties, "outlineLvl") is not None:
        return BlockKind.SUBHEADING
    return BlockKind.LIST_ITEM if _child(properties, "numPr") is not None else BlockKind.PARAGRAPH


def _joined(paragraphs: Iterator[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """The text, an empty line between paragraphs; a heading at its top is the headline, and there is but one."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, words in paragraphs:
        if not blocks and kind is BlockKind.SUBHEADING:
            kind = BlockKind.HEADLINE
        elif kind is BlockKind.HEADLINE and any(block.kind is kind for block in blocks):
            kind = BlockKind.SUBHEADING
        blocks.append(Block(kind, Span(at, at + len(words))))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(blocks)


def _properties(core: Element | None) -> dict[str, str]:
    return {_name(child): line for child in core if (line := one_line(child.text or ""))} if core is not None else {}


def _origin(core: Element | None, blocks: tuple[Block, ...], text: str) -> tuple[Origin, tuple[str, ...]]:
    said = _properties(core)
    headline = next((one_line(block.span.of(text)) for block in blocks if block.kind is BlockKind.HEADLINE), None)
    origin = Origin(
        title=headline or said.get("title"),
        authors=tuple(author for name in re.split("[;,]", said.get("creator", "")) if (author := one_line(name))),
        published=iso_date(said.get("created", "")),
        modified=iso_date(said.get("modified", "")),
    )
    given = {"title": origin.title and not headline, "authors": origin.authors, "published": origin.published}
    named = [field for field, value in given.items() if value]
    return origin, (f"{', '.join(named)} from the document's properties",) if named else ()
