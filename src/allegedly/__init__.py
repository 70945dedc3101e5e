"""Reads news and keeps the ledger: who said what, in which exact words, how surely, and who denies it.

    import allegedly

    reading = allegedly.read("story.txt")          # a table, in a notebook
    for statement in reading:
        print(statement.speaker, statement.words)
    pandas.DataFrame(reading.rows())

`read` reads a file and `read_text` a string; both give a `Reading`. `Ledger` keeps what is found.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from allegedly.errors import AllegedlyError
from allegedly.model import Origin
from allegedly.reading import Reading
from allegedly.version import VERSION as __version__  # noqa: N811

if TYPE_CHECKING:
    from allegedly.ledger import Ledger

__all__ = ["AllegedlyError", "Ledger", "Origin", "Reading", "__version__", "read", "read_text"]

# The room of the same name becomes an attribute of the package when it is first imported: here, so that `read` below stays.
import_module("allegedly.read")


def read(path: str | os.PathLike[str], *, tagger: str = "auto") -> Reading:
    """Reads the file at `path`, text or HTML or JSON, and finds who says what in it.

    `tagger`: `"cues"`, `"neural"`, or `"auto"` for the best there is. Raises `ReadError` where the file holds no article.
    """
    from allegedly.read import read_file
    from allegedly.reading import find, load_tagger

    article = read_file(path)
    return Reading(find(article, load_tagger(tagger, article.language)))


def read_text(text: str, *, origin: Origin | None = None, tagger: str = "auto") -> Reading:
    """Finds who says what in `text`; `origin` says where it comes from. Raises `ReadError` where it is no article."""
    from allegedly.read import read as read_bytes
    from allegedly.reading import find, load_tagger

    article = read_bytes(text.encode("utf-8", "surrogatepass"), origin or Origin())
    return Reading(find(article, load_tagger(tagger, article.language)))


def __getattr__(name: str) -> object:
    if name == "Ledger":
        from allegedly.ledger import Ledger

        return Ledger
    raise AttributeError(f"module 'allegedly' has no attribute {name!r}")
