"""The pages that articles were read from, as their bytes were captured, in a SQLite ledger."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from sqlalchemy import ColumnElement, Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from allegedly.model import Article
from allegedly.store.store import Fault
from allegedly.store.tables import ARTICLE, CAPTURED

Opening = Callable[[], AbstractContextManager[Connection]]


class SqliteCaptures:
    """A `CaptureStore` on the connections that `reading` and `writing` open."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        self._reading, self._writing = reading, writing

    def page(self, article: str) -> bytes | None:
        """The page that the article with this id was read from."""
        with self._reading() as connection:
            digest = connection.scalar(select(ARTICLE.c.bytes_sha256).where(ARTICLE.c.id == article))
            return None if digest is None else captured_in(connection, digest)

    def keep(self, article: Article) -> None:
        """Keep the page of an article that was kept without it."""
        with self._reading() as connection:
            lacking = lacks_captured(connection, article)
        if lacking:
            with self._writing() as connection:
                keep_captured(connection, article)


def keep_captured(connection: Connection, article: Article) -> None:
    """Keep the bytes that the article was read from, where it bears them and they are not kept yet; several may share them."""
    capture = article.capture
    if capture.page is None:
        return
    row = {"bytes_sha256": capture.bytes_sha256, "length": len(capture.page), "data": zlib.compress(capture.page)}
    connection.execute(insert(CAPTURED).on_conflict_do_nothing(), row)


def lacks_captured(connection: Connection, article: Article) -> bool:
    """Whether the article is kept, read from the bytes that it bears, and these are not kept."""
    capture = article.capture
    if capture.page is None:
        return False
    same = select(ARTICLE.c.id).where(ARTICLE.c.id == article.id, ARTICLE.c.bytes_sha256 == capture.bytes_sha256)
    known = select(CAPTURED.c.bytes_sha256).where(_of(capture.bytes_sha256))
    return connection.scalar(same) is not None and connection.scalar(known) is None


def captured_in(connection: Connection, digest: str) -> bytes | None:
    """The bytes with this SHA-256; `None` where they were not kept, or are no longer those."""
    row = connection.execute(select(CAPTURED.c.data, CAPTURED.c.length).where(_of(digest))).one_or_none()
    return None if row is None else _whole(row.data, row.length, digest)


def forget_captured(connection: Connection, digest: str) -> None:
    """Let go of the bytes with this SHA-256, where no article was read from them."""
    if connection.scalar(select(ARTICLE.c.id).where(ARTICLE.c.bytes_sha256 == digest).limit(1)) is None:
        connection.execute(delete(CAPTURED).where(_of(digest)))


def captured_faults(connection: Connection) -> Iterator[Fault]:
    """Kept pages that are no longer what was captured."""
    for digest in connection.scalars(select(CAPTURED.c.bytes_sha256).order_by(CAPTURED.c.bytes_sha256)).all():
        if captured_in(connection, digest) is None:
            yield Fault(None, None, f"the page {digest[:16]}… is no longer what was captured: its digest is another one")


def _of(digest: str) -> ColumnElement[bool]:
    return CAPTURED.c.bytes_sha256 == digest


def _whole(data: bytes, length: int, digest: str) -> bytes | None:
    """The bytes, at most as many as were kept, where they have the digest."""
    try:
        page = zlib.decompressobj().decompress(data, length + 1)
    except zlib.error:
        return None
    return page if hashlib.sha256(page).hexdigest() == digest else None
