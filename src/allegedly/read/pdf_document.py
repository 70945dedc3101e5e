"""Reads PDF documents that have a text layer."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Protocol, cast

from allegedly.errors import ReadError
from allegedly.model import Origin
from allegedly.read.dates import iso_date
from allegedly.read.pdf_layout import Line, arrange_lines
from allegedly.read.reading import Reading, one_line, tidy

READER = "pdf 1"
SIGNATURE = b"%PDF-"
_MOST_PAGES, _MOST_CHARACTERS, _MOST_OPERATIONS = 2_000, 5_000_000, 3_000_000
_DEEPEST_TREE, _MOST_NODES = 60, 100_000
_FEWEST_LETTERS = 20
_FILE_NAME = re.compile(r"microsoft word - |^untitled|\.(?:docx?|pdf|indd|odt|rtf|qxd|pages)$", re.IGNORECASE)
_BREAKAGE = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError),
    *(TypeError, ValueError, zlib.error),
)


class _TooMuchError(Exception):
    """A document that asks for more work than any news text does."""


class _Page(Protocol):
    def extract_text(self, **options: object) -> str: ...


class _Dictionary(Protocol):
    def get(self, name: str, otherwise: object = None) -> object: ...


def read_pdf(data: bytes) -> Reading:
    """The text layer of the document `data`, its lines joined to paragraphs; see `pdf_layout` for how.

    At most 2,000 pages, 5 million characters and 3 million drawing operations are read; a note says where that was not all.
    Raises `ReadError` where the document is broken, encrypted or has no text layer, or where pypdf is not installed.
    """
    try:
        library = import_module("pypdf")
    except ImportError:
        raise ReadError("a PDF document; reading it needs pypdf: pip install 'allegedly[documents]'") from None
    quiet = logging.getLogger("pypdf")
    if quiet.level != logging.CRITICAL:
        quiet.setLevel(logging.CRITICAL)
    errors = import_module("pypdf.errors")
    failures: tuple[type[Exception], ...] = (*_BREAKAGE, errors.PyPdfError, errors.DependencyError)
    try:
        reader = library.PdfReader(BytesIO(data))
        if reader.is_encrypted and not _opened(reader, failures):
            raise ReadError("an encrypted PDF document, expected one that opens without a password")
        pages = list(_pages(reader, library.PageObject))
        information = reader.metadata or {}
    except failures as error:
        raise ReadError(f"a PDF document that cannot be read: {_first_line(error)}") from None
    lines, notes = _lines(pages, failures)
    text, blocks = arrange_lines(lines)
    if sum(map(str.isalnum, text[:1_000])) < _FEWEST_LETTERS:
        raise ReadError("a PDF document without a text layer, a scan perhaps; expected text, which a program for OCR adds")
    headline = next((one_line(block.span.of(text)) for block in blocks if block.kind == "headline"), None)
    origin, remarks = _origin(information, headline)
    return Reading(READER, text, blocks, origin, media_type="application/pdf", notes=(*notes, *remarks))


def _opened(reader: object, failures: tuple[type[Exception], ...]) -> bool:
    """Whether the empty password opens it, as it does where only printing is forbidden."""
    try:
        return bool(cast("_Encrypted", reader).decrypt(""))
    except failures:
        return False


class _Encrypted(Protocol):
    def decrypt(self, password: str) -> int: ...


def _pages(reader: object, page_type: type) -> Iterator[_Page]:
    """The pages of the tree, one more than are read at most; a tree of a few nodes may lead to any number of them."""
    root = cast("_Root", reader).trailer["/Root"]
    waiting: list[tuple[object, dict[str, object], int]] = [(_resolved(_resolved(root).get("/Pages")), {}, 0)]
    seen = found = 0
    while waiting and found <= _MOST_PAGES and seen < _MOST_NODES:
        node, inherited, depth = waiting.pop()
        seen += 1
        entries = _resolved(node)
        if not hasattr(entries, "get") or depth > _DEEPEST_TREE:
            continue
        own = {name: entries.get(name) for name in ("/Resources", "/MediaBox", "/CropBox", "/Rotate") if entries.get(name)}
        inherited = {**inherited, **own}
        kids = _resolved(entries.get("/Kids"))
        if isinstance(kids, list):
            waiting.extend((kid, inherited, depth + 1) for kid in reversed(kids[:_MOST_NODES]))
            continue
        page = page_type(reader, None)
        page.update(entries)
        for name, value in inherited.items():
            page.setdefault(import_module("pypdf.generic").NameObject(name), value)
        found += 1
        yield page


class _Root(Protocol):
    trailer: dict[str, object]


def _resolved(value: object) -> _Dictionary:
    """What a reference leads to."""
    leads = getattr(value, "get_object", None)
    return cast(_Dictionary, leads() if leads is not None else value)


def _lines(pages: list[_Page], failures: tuple[type[Exception], ...]) -> tuple[list[list[Line]], tuple[str, ...]]:
    found: list[list[Line]] = []
    notes: list[str] = []
    broken = characters = operations = 0

    def count(*_: object) -> None:
        nonlocal operations
        operations += 1
        if operations > _MOST_OPERATIONS:
            raise _TooMuchError

    for page in pages[:_MOST_PAGES]:
        collector = _Collector()
        try:
            page.extract_text(visitor_text=collector.add, visitor_operand_before=count)
        except _TooMuchError:
            notes.append(f"the document is too much to be read whole; {len(found):,} pages were read")
            break
        except failures:
            broken += 1
        lines = collector.lines()
        found.append(lines)
        characters += sum(len(line.words) for line in lines)
        if characters > _MOST_CHARACTERS:
            notes.append(f"the document is too long to be read whole; {len(found):,} pages were read")
            break
    else:
        if len(pages) > _MOST_PAGES:
            notes.append(f"the document is too long to be read whole; {_MOST_PAGES:,} pages were read")
    if broken:
        notes.append(f"{broken:,} broken {'page' if broken == 1 else 'pages'} of {len(found):,} read as far as possible")
    return found, tuple(notes)


class _Collector:
    """The lines of a page, made of the pieces that pypdf comes upon."""

    def __init__(self) -> None:
        self.found: list[Line] = []
        self.words: list[str] = []
        self.place: tuple[float, float, float] | None = None

    def add(self, text: str, matrix: list[float], text_matrix: list[float], _font: object, size: float) -> None:
        """Takes a piece of text with where it stands; line ends in it part lines."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self._end()
            if part.strip() and self.place is None:
                self.place = _place(matrix, text_matrix, size)
            self.words.append(part)

    def lines(self) -> list[Line]:
        """The lines in the order of the page's text."""
        self._end()
        return self.found

    def _end(self) -> None:
        words = " ".join(tidy("".join(self.words))[0].split())
        if words and self.place is not None:
            self.found.append(Line(words, *self.place))
        self.words, self.place = [], None


def _place(matrix: list[float], text_matrix: list[float], size: float) -> tuple[float, float, float]:
    """Where the text begins, and how high its letters are, in points of the page."""
    a, b, c, d, e, f = matrix
    x = text_matrix[4] * a + text_matrix[5] * c + e
    y = text_matrix[4] * b + text_matrix[5] * d + f
    scale = abs(text_matrix[3] * d) or abs(text_matrix[1] * a) or 1.0
    return float(x), float(y), round(abs(float(size)) * scale, 1)


def _origin(information: _Dictionary | dict[str, object], headline: str | None) -> tuple[Origin, tuple[str, ...]]:
    def said(name: str) -> str | None:
        value = _resolved(information.get(name))
        return one_line(value) if isinstance(value, str) else None

    title = said("/Title")
    title = None if title is None or _FILE_NAME.search(title) else title
    origin = Origin(
        title=headline or title,
        authors=tuple(author for name in re.split("[;,]", said("/Author") or "") if (author := one_line(name))),
        published=_date(said("/CreationDate")),
        modified=_date(said("/ModDate")),
    )
    given = {"title": title and not headline, "authors": origin.authors, "published": origin.published}
    named = [field for field, value in given.items() if value]
    return origin, (f"{', '.join(named)} from the document's properties",) if named else ()


_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?")


def _date(value: str | None) -> str | None:
    """A date as PDF writes it, as ISO 8601.

    >>> _date("D:20261120091500+01'00'"), _date("D:20261120"), _date("soon")
    ('2026-11-20T09:15:00+01:00', '2026-11-20', None)
    """
    match = _PDF_DATE.match(value or "")
    if match is None:
        return None
    year, month, day, hour, minute, second, utc, hours, minutes = match.groups()
    date = f"{year}-{month}-{day}"
    if hour is None:
        return iso_date(date)
    zone = "Z" if utc else f"{hours}:{minutes or '00'}" if hours else ""
    return iso_date(f"{date}T{hour}:{minute}:{second or '00'}{zone}")


def _first_line(error: Exception) -> str:
    return next((line.strip()[:160] for line in str(error).splitlines() if line.strip()), type(error).__name__)
