"""One text as read, and where it comes from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from allegedly.model.page_map import PageMap
from allegedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from; every field is as the source gives it and `None` where it does not.

    `published`, `modified`: ISO 8601 dates or date-times. `name`: the file's path as given, or what else the caller calls
    the text; the file is known by its `url` where there is one, otherwise by its `name`.
    """

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    name: str | None = None

    @property
    def key(self) -> str | None:
        """What stays the same when the article changes: its `url`, or else its `name`. Two texts of one key are two versions."""
        return self.url or self.name


class BlockKind(StrEnum):
    """What a block of an article is on the page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    PULL_QUOTE = "pull quote"
    LIST_ITEM = "list item"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline or the like: `span` of `Article.text`.

    Blocks do not overlap, stand in ascending order, and only white space lies between them.
    """

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Capture:
    """What was read and how: enough to show later that this text came from those bytes.

    `bytes_sha256`, `text_sha256`: hex digests of the bytes and of the text in UTF-8. `when`: ISO 8601, as the caller knows
    it. `reader`: the reader's name and version. `encoding`: of the bytes, with how it was known (`"utf-8 (declared)"`).
    `notes`: what a person should know of the reading (a replaced character, a byte order mark), one sentence each.
    `page_map`: from the text back to the page, for a text whose words were chosen from one. `page`: the bytes themselves, while
    such an article is on its way into a ledger, which keeps them; they have no part in whether two captures are the same.
    """

    bytes_sha256: str
    text_sha256: str
    reader: str
    when: str | None = None
    encoding: str | None = None
    media_type: str | None = None
    notes: tuple[str, ...] = ()
    page_map: PageMap | None = None
    page: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read. `text` is final: every offset of everything found points into it, in Unicode code points.

    `id`: 16 hex digits of a digest of the text and of the origin's url, outlet, title and date, so that the same article has
    the same id on every machine. `language`: ISO 639-1.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    origin: Origin
    capture: Capture


def sha256(data: bytes | str) -> str:
    """The hex digest of `data`, a string being taken in UTF-8."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def short_id(*parts: str) -> str:
    """16 hex digits that stand for `parts`, the same on every machine."""
    return sha256("\x1f".join(parts))[:16]


def article_id(text_sha256: str, origin: Origin) -> str:
    """The id of the article with this text and origin; the file's `name` has no part in it."""
    return short_id(text_sha256, origin.url or "", origin.outlet or "", origin.title or "", origin.published or "")
