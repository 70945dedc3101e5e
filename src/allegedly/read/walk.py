"""Walks what a person names, files, folders and standard input, and gives the bytes."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from allegedly.errors import ReadError
from allegedly.model import Article, Origin, Skipped
from allegedly.read.archive import ARCHIVE_NAME, archive_sources
from allegedly.read.media import EXTENSIONS
from allegedly.read.parquet import parquet_sources
from allegedly.read.read import read, read_source
from allegedly.read.source import PassedOver, Source

STANDARD_INPUT = "-"
SIZE_LIMIT = 20_000_000


def sources(
    names: Iterable[str], size_limit: int = SIZE_LIMIT, standard_input: BinaryIO | None = None
) -> Iterator[Source | Skipped]:
    """What `names` name, in their order: a file, a folder with all below it in order of name, `-` for standard input.

    A file that is named is read whatever it is called. Inside a folder, hidden files and folders are left alone, and files whose
    extension no reader knows are passed over; one `PassedOver` for the folder counts them. A folder is walked once, however many
    symbolic links lead to it. What is larger than `size_limit` bytes, missing or not to be opened comes as `Skipped`.
    `standard_input` stands for `-`; without it `-` is skipped.
    """
    for name in names:
        if name == STANDARD_INPUT:
            yield _from_standard_input(standard_input, size_limit)
        elif Path(name).is_dir():
            yield from _folder(name, size_limit)
        else:
            yield from _documents(name, size_limit)


def read_sources(
    names: Iterable[str], size_limit: int = SIZE_LIMIT, standard_input: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """Every article in what `names` name, in order, one at a time in memory; see `sources` for what is skipped."""
    for source in sources(names, size_limit, standard_input):
        if isinstance(source, Skipped):
            yield source
        else:
            yield from read_source(source)


def read_file(path: str | os.PathLike[str], size_limit: int = SIZE_LIMIT) -> Article:
    """The one article in the file at `path`. Raises `ReadError` where it is missing, too large or no article."""
    source = _file(os.fspath(path), size_limit)
    if isinstance(source, Skipped):
        raise ReadError(f"{source.origin.name}: {source.reason}")
    try:
        return read(source.data, source.origin)
    except ReadError as error:
        raise ReadError(f"{source.origin.name}: {error}") from None


def _from_standard_input(stream: BinaryIO | None, size_limit: int) -> Source | Skipped:
    origin = Origin(name=STANDARD_INPUT)
    if stream is None:
        return Skipped(origin, "standard input is not open here; name a file")
    try:
        data = stream.read(size_limit + 1)
    except OSError as error:
        return Skipped(origin, _cause(error))
    return Skipped(origin, _too_large(None, size_limit)) if len(data) > size_limit else Source(data, origin)


def _documents(path: str, size_limit: int) -> Iterator[Source | Skipped]:
    """The one document that a file is, or those that it holds where it is an archive or a Parquet file, of any size."""
    if ARCHIVE_NAME.search(path):
        yield from archive_sources(Path(path), Origin(name=_printable(path)), size_limit)
    elif Path(path).suffix.lower() == ".parquet" and Path(path).is_file():
        yield from parquet_sources(Path(path), Origin(name=_printable(path)), size_limit)
    else:
        yield _file(path, size_limit)


def _file(path: str, size_limit: int) -> Source | Skipped:
    origin = Origin(name=_printable(path))
    try:
        with Path(path).open("rb") as stream:
            status = os.fstat(stream.fileno())
            regular = stat.S_ISREG(status.st_mode)
            if regular and status.st_size > size_limit:
                return Skipped(origin, _too_large(status.st_size, size_limit))
            data = stream.read(size_limit + 1)
    except (OSError, ValueError) as error:
        return Skipped(origin, _cause(error))
    return Skipped(origin, _too_large(None, size_limit)) if len(data) > size_limit else Source(data, origin)


def _folder(top: str, size_limit: int) -> Iterator[Source | Skipped]:
    passed_over: Counter[str] = Counter()
    walked: dict[tuple[int, int], str] = {}
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            status = Path(path).stat()
            here = (status.st_dev, status.st_ino)
            if stat.S_ISDIR(status.st_mode):
                if here in walked:
                    yield PassedOver(Origin(name=_printable(path)), f"leads to {walked[here]}, which is read already")
                    continue
                walked[here] = _printable(path)
                inside = sorted(entry.name for entry in os.scandir(path))
                waiting.extend(str(Path(path, name)) for name in reversed(inside) if not name.startswith("."))
                continue
        except OSError as error:
            yield Skipped(Origin(name=_printable(path)), _cause(error))
            continue
        extension = Path(path).suffix.lower()
        if not stat.S_ISREG(status.st_mode) or (extension not in EXTENSIONS and not ARCHIVE_NAME.search(path)):
            passed_over[extension or "no extension"] += 1
        else:
            yield from _documents(path, size_limit)
    if passed_over:
        yield PassedOver(Origin(name=_printable(top)), _passed_over(passed_over))


def _passed_over(counts: Counter[str]) -> str:
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(counts.items()))
    total = sum(counts.values())
    what = "1 file of another kind was" if total == 1 else f"{total:,} files of other kinds were"
    return f"{what} passed over ({kinds}); name a file itself to have it read"


def _too_large(size: int | None, limit: int) -> str:
    found = "more than the limit" if size is None else f"{size / 1e6:,.1f} MB"
    return f"too large: {found}, at most {limit / 1e6:,.1f} MB are read"


def _cause(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder, or it vanished before it was read"
    if isinstance(error, PermissionError):
        return "may not be opened: permission denied"
    return f"cannot be opened: {error.strerror if isinstance(error, OSError) and error.strerror else error}"


def _printable(path: str) -> str:
    """`path` as text that can be printed and stored, also where the file's name is no UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
