"""Shows that reading takes time linear in the text, and pages little more than trafilatura.

    python benchmarks/reading.py

Each shape is read at a quarter of its size and at its size, the best of three; linear means a ratio near four. The pages have a
head, menus, scripts, an article of 8 to 30 paragraphs, thirty teasers and a footer, 70 kB each; those of the tests and of
../shared/data/warc are read, too. Of each page the best of nine readings counts, all three ways in turns. The run fails where
less than 0.7 of trafilatura's pages a second are read with the map, or 0.9 without, of pages of news.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from allegedly.errors import ReadError
from allegedly.model import Origin
from allegedly.read import Source, page_text, read, sources

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.read.shapes import SHAPES as LAYOUTS
from tests.read.shapes import STORIES
from tests.read.site_shapes import SITE_SHAPES

SENTENCE = "The mayor of Orlec said on Friday that the bridge was unsafe. "
FACTOR = 4
WITH_MAP, WITHOUT = 0.7, 0.9


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


def news_page(number: int) -> str:
    """A page as news sites have them, different for every `number`."""
    chance = random.Random(number)
    words = SENTENCE.lower().split()

    def sentence() -> str:
        return " ".join(chance.choices(words, k=chance.randint(8, 25))).capitalize()

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(chance.randint(1, 4))).replace(" mayor ", " <a href=/m>mayor</a> ", 1)

    menu = "".join(f'<li class="nav__item"><a class="nav__link" href="/s/{at}">Section {at}</a></li>' for at in range(60))
    teasers = "".join(
        f'<div class="card"><a href="/a/{at}"><img src="/i/{at}.jpg" alt="x"><h3>{sentence()}</h3></a><time>20 Nov</time></div>'
        for at in range(30)
    )
    body = "\n".join(f'<p class="body__p">{paragraph()}</p>' for _ in range(chance.randint(8, 30)))
    script = "<script>" + "var x = {a: 1, b: '<p>no</p>'};" * 700 + "</script>"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story {number}</title>{script}'
        f'<meta property="og:site_name" content="Orlec Courier"><meta property="og:title" content="Story {number}">'
        f'<link rel="canonical" href="https://courier.example/{number}"><meta name="author" content="Ana Brook">'
        f'<meta property="article:published_time" content="2026-11-20T09:15:00Z"></head><body><nav><ul>{menu}</ul></nav>'
        f"<main><article><h1>Story {number}</h1><figure><img src=x><figcaption>{sentence()}</figcaption></figure>{body}</article>"
        f"<aside>{teasers}</aside></main>{script}<footer><ul>{menu}</ul></footer></body></html>"
    )


def archived_pages(folder: Path) -> list[str]:
    """The pages in the archives of `folder` that have an article, each once; none where warcio or the folder is not there."""
    found: dict[str, None] = {}
    for source in sources(map(str, sorted(folder.glob("*arc*")))):
        if isinstance(source, Source) and source.media_type == "text/html":
            try:
                read(source.data, source.origin)
            except ReadError:
                continue
            found[page_text(source.data).text] = None
    return list(found)


def compare_with_trafilatura(name: str, pages: list[str]) -> tuple[float, float]:
    """Prints pages a second of bare trafilatura, and of reading with and without the map; gives the two shares of its pages."""
    from trafilatura import extract

    def ours(page: str, *, page_map: bool) -> None:
        read(page.encode(), Origin(name="page.html"), page_map=page_map)

    ways: tuple[Callable[[str], object], ...] = (extract, partial(ours, page_map=True), partial(ours, page_map=False))
    total = [0.0] * len(ways)
    for page in pages:
        best = [float("inf")] * len(ways)
        for _ in range(9):
            for number, way in enumerate(ways):
                start = time.perf_counter()
                way(page)
                best[number] = min(best[number], time.perf_counter() - start)
        total = list(map(sum, zip(total, best, strict=True)))
    bare, with_map, without = (len(pages) / seconds for seconds in total)
    print(f"{name:<32}{len(pages):>6}{bare:>13.0f}{with_map:>10.0f}{with_map / bare:>8.2f}{without:>13.0f}{without / bare:>8.2f}")
    return with_map / bare, without / bare


def main() -> int:
    """Prints a line for each shape, and one for each set of pages; 1 where pages are read too slowly."""
    read(as_page(2_000), Origin())
    print(f"{'shape':<32}{'quarter':>10}{'whole':>10}{'ratio':>8}   MB a CPU second")
    for name, make, size in SHAPES:
        data = make(size)
        quarter, whole = seconds(make(size // FACTOR)), seconds(data)
        ratio = whole / quarter if quarter else float("nan")
        print(f"{name:<32}{quarter:>9.4f}s{whole:>9.4f}s{ratio:>8.1f}{len(data) / 1e6 / whole:>18.1f}")
    print(f"\n{'pages a second':<32}{'pages':>6}{'trafilatura':>13}{'with map':>10}{'share':>8}{'without map':>13}{'share':>8}")
    shares = [
        compare_with_trafilatura("made pages of 70 kB", [news_page(number) for number in range(60)]),
        compare_with_trafilatura("the tests' news sites", [shape(story) for shape in SITE_SHAPES.values() for story in STORIES]),
        compare_with_trafilatura("the tests' small pages", [shape(story) for shape in LAYOUTS.values() for story in STORIES]),
    ]
    archived = archived_pages(Path(__file__).parents[2] / "shared/data/warc")
    if archived:
        compare_with_trafilatura("pages of archives, no news", archived)
    return int(any(with_map < WITH_MAP or without < WITHOUT for with_map, without in shares))


if __name__ == "__main__":
    raise SystemExit(main())
