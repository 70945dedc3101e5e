"""Bytes into an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from urllib.parse import urljoin

from allegedly.errors import ReadError
from allegedly.languages import known_languages
from allegedly.model import Article, Capture, Origin, Skipped, article_id, sha256
from allegedly.read.binary import refuse_binary
from allegedly.read.feed import read_feed
from allegedly.read.html_page import page_text, read_html
from allegedly.read.json_article import read_json
from allegedly.read.json_lines import read_json_lines
from allegedly.read.language import guess_language
from allegedly.read.media import Media, binary_media_of, media_of
from allegedly.read.notices import corrections_in
from allegedly.read.parquet import read_parquet
from allegedly.read.pdf_document import read_pdf
from allegedly.read.plain import read_markdown, read_plain
from allegedly.read.reading import Reading, Unreadable
from allegedly.read.source import Source
from allegedly.read.table import read_table
from allegedly.read.word_document import read_word_document

_ENGLISH = "en"
_THREE_LETTERS = {"eng": "en"}
# Languages that the commonest words do not tell apart.
_NEARLY = {
    "nb": ("no", "da"),
    "nn": ("no", "da"),
    "no": ("da",),
    "da": ("no",),
    "ms": ("id",),
    "sk": ("cs",),
    "gl": ("pt", "es"),
    "be": ("ru", "uk"),
}
_BINARY_READERS: dict[Media, Callable[[bytes], Iterator[Reading | Unreadable]]] = {
    Media.WORD: lambda data: iter((read_word_document(data),)),
    Media.PDF: lambda data: iter((read_pdf(data),)),
    Media.PARQUET: read_parquet,
}
_WORD = re.compile(r"[^\W_]")


def read(data: bytes, origin: Origin, when: str | None = None, *, page_map: bool = True) -> Article:
    """The one article in `data`. The same arguments give the same article.

    What `origin` says wins over what the document says of itself. `when`: ISO 8601, when the bytes were captured, as far as the
    caller knows. `page_map=False` reads web pages quicker: the words are trafilatura's, in few places other than the page's, and
    no map leads back from them; one ledger wants one way. Raises `ReadError` where `data` is no article, or holds several.

    >>> read(b"Bridge shut\\n\\nIt is unsafe, the mayor said.", Origin(outlet="Orlec Courier")).origin.title
    'Bridge shut'
    """
    source = Source(data, origin, when)
    found = list(islice(_readings(source, page_map=page_map), 2))
    if len(found) != 1:
        raise ReadError(f"{'several articles' if found else 'no article'} in one document, expected one")
    if isinstance(found[0], Unreadable):
        raise ReadError(found[0].reason)
    return _article(found[0], sha256(data), source)


def read_all(data: bytes, origin: Origin, when: str | None = None, *, page_map: bool = True) -> Iterator[Article | Skipped]:
    """Every article in `data`, in order, and what is none as `Skipped`. Raises nothing, whatever `data` holds.

    Where a document holds several, each is named after its place: `stories.jsonl#3`.
    """
    return read_source(Source(data, origin, when), page_map=page_map)


def read_source(source: Source, *, page_map: bool = True) -> Iterator[Article | Skipped]:
    """Every article in the bytes of `source`, like `read_all`."""
    digest = sha256(source.data)
    try:
        for found in _readings(source, page_map=page_map):
            if isinstance(found, Unreadable):
                yield Skipped(_joined(source.origin, found), found.reason)
                continue
            try:
                yield _article(found, digest, source)
            except ReadError as error:
                yield Skipped(_joined(source.origin, found), str(error))
    except ReadError as error:
        yield Skipped(source.origin, str(error))


def _readings(source: Source, *, page_map: bool) -> Iterator[Reading | Unreadable]:
    data = source.data
    if not data.strip():
        raise ReadError("an empty file, expected news text")
    binary = binary_media_of(data)
    if binary is not None:
        yield from _BINARY_READERS[binary](data)
        return
    refuse_binary(data)
    match media_of(data, source.origin.name, source.media_type):
        case Media.JSON:
            yield from read_json(data, page_map=page_map)
        case Media.FEED:
            yield from read_feed(data, page_text(data).text if page_map else None)
        case Media.XML:
            raise ReadError("XML that is neither a page nor a feed, expected news text")
        case Media.JSON_LINES:
            yield from read_json_lines(data)
        case Media.TABLE:
            yield from read_table(data)
        case Media.HTML:
            yield read_html(data, source.origin.url, source.encoding, page_map=page_map)
        case Media.MARKDOWN:
            yield read_markdown(data, source.encoding)
        case _:
            yield read_plain(data, source.encoding)


def _article(reading: Reading, digest: str, source: Source) -> Article:
    text = reading.text
    if not _WORD.search(text):
        raise ReadError(f"no letter or digit in {len(text):,} characters, expected news text")
    language, remarks = _language(reading.language, text)
    whole = _joined(source.origin, reading)
    text_digest = sha256(text)
    corrections = [f"the text says of a correction: {words}" for words in corrections_in(text, reading.blocks)]
    capture = Capture(
        bytes_sha256=digest,
        text_sha256=text_digest,
        reader=reading.reader,
        when=source.when,
        encoding=reading.encoding,
        media_type=reading.media_type,
        notes=(*source.notes, *reading.notes, *corrections, *remarks),
        page_map=reading.page_map,
        page=None if reading.page_map is None else source.data,
    )
    return Article(article_id(text_digest, whole), text, reading.blocks, language, whole, capture)


def _language(declared: str | None, text: str) -> tuple[str, tuple[str, ...]]:
    """The language's code, and a note where the text is not in the declared one, or in one that there is no data for."""
    code = re.split("[-_]", (declared or _ENGLISH).strip().lower())[0]
    code = _THREE_LETTERS.get(code, code)
    guessed = guess_language(text)
    if guessed is not None and guessed not in {code, *_NEARLY.get(code, ())}:
        said = f", declared is {code[:20]!r}" if declared else ""
        return guessed, (f"the text is in {guessed!r} by its words{said}",)
    code = code[:20]
    return code, (f"the text is in {code!r} as declared",) if code not in _languages_with_data() and code != _ENGLISH else ()


@cache
def _languages_with_data() -> frozenset[str]:
    return frozenset(known_languages())


def _joined(origin: Origin, reading: Reading | Unreadable) -> Origin:
    """What the caller says, and where that is nothing, what the document says."""
    found = reading.origin
    return Origin(
        outlet=origin.outlet or found.outlet,
        url=_url(origin.url, reading),
        title=origin.title or found.title,
        authors=origin.authors or found.authors,
        published=origin.published or found.published,
        modified=origin.modified or found.modified,
        name=_named(origin, reading.part).name,
    )


def _url(whole: str | None, reading: Reading | Unreadable) -> str | None:
    """The article's address: of one in a document with several its own, to which the document's is only where it leads from."""
    own = reading.origin.url
    if reading.part is None:
        return whole or own
    if own is None:
        return None if isinstance(reading, Reading) and reading.media_type == "application/feed" else whole
    try:
        return urljoin(whole or "", own)
    except ValueError:
        return own


def _named(origin: Origin, part: str | None) -> Origin:
    return origin if part is None else replace(origin, name=f"{origin.name or ''}#{part}")
