"""Shows that reading takes time linear in the text: `python benchmarks/reading.py`.

Each shape is read at a quarter of its size and at its size, the best of three; linear means a ratio near four.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from allegedly.model import Origin
from allegedly.read import read

SENTENCE = "The mayor of Orlec said on Friday that the bridge was unsafe. "
FACTOR = 4


def one_paragraph(size: int) -> bytes:
    """A text of `size` characters without a line end."""
    return (SENTENCE * (size // len(SENTENCE) + 1))[:size].encode()


def wrapped_lines(size: int) -> bytes:
    """One paragraph of `size` characters wrapped to 70."""
    text = one_paragraph(size)
    return b"\n".join(text[at : at + 70] for at in range(0, size, 70))


def quotation_marks(count: int) -> bytes:
    """`count` quotation marks, of every sort, never balanced."""
    return "".join(f"{mark}word " for mark in ('"', "“", "‘", "'", "''") * (count // 5)).encode()


def windows_1252(size: int) -> bytes:
    """A text whose encoding has to be guessed."""
    return one_paragraph(size).replace(b"mayor", b"may\xf6r")


def cyrillic(size: int) -> bytes:
    """A text whose encoding is guessed by the library, not by the short way for windows-1252."""
    return ("Šef said no. “Tři” lidé? " * (size // 25)).encode("cp1250", "replace")


def empty_lines(size: int) -> bytes:
    """`size` empty lines between two sentences."""
    return b"The mayor said no." + b"\n \n" * (size // 3) + b"She said yes."


def as_json(size: int) -> bytes:
    """An article object."""
    return json.dumps({"text": one_paragraph(size).decode()}).encode()


def as_page(size: int) -> bytes:
    """A page of paragraphs of 400 characters."""
    text = one_paragraph(size).decode()
    paragraphs = "".join(f"<p>{text[at : at + 400]}</p>\n" for at in range(0, size, 400))
    return f"<!doctype html><html lang=en><body><article><h1>Bridge shut</h1>{paragraphs}</article></body></html>".encode()


SHAPES: tuple[tuple[str, Callable[[int], bytes], int], ...] = (
    ("1 MB of one paragraph", one_paragraph, 1_000_000),
    ("1 MB of wrapped lines", wrapped_lines, 1_000_000),
    ("10,000 quotation marks", quotation_marks, 10_000),
    ("a line of 200,000 characters", one_paragraph, 200_000),
    ("1 MB in windows-1252", windows_1252, 1_000_000),
    ("1 MB in another encoding", cyrillic, 1_000_000),
    ("1 MB of empty lines", empty_lines, 1_000_000),
    ("1 MB of JSON", as_json, 1_000_000),
    ("200 kB of HTML", as_page, 200_000),
)


def seconds(data: bytes) -> float:
    """The fewest CPU seconds of three readings."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read(data, Origin())
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Prints a line for each shape."""
    read(as_page(2_000), Origin())
    print(f"{'shape':<32}{'quarter':>10}{'whole':>10}{'ratio':>8}   MB a CPU second")
    for name, make, size in SHAPES:
        data = make(size)
        quarter, whole = seconds(make(size // FACTOR)), seconds(data)
        ratio = whole / quarter if quarter else float("nan")
        print(f"{name:<32}{quarter:>9.4f}s{whole:>9.4f}s{ratio:>8.1f}{len(data) / 1e6 / whole:>18.1f}")


if __name__ == "__main__":
    main()
