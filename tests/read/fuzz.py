# ruff: noqa: E501
"""Reads broken documents until the time is up: `python -m tests.read.fuzz --minutes 30 --seed 1`.

The corpus is the tests' pages, a feed of each kind, archives, Word and PDF documents, a Parquet table and a few texts; each is cut, spliced, doubled, sprinkled with what
breaks parsers. Whatever raises, or takes more than ten CPU seconds, is printed and kept in `--keep`. The same seed tries the same
documents.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from importlib import import_module
from pathlib import Path

from tests.read.documents import docx, paragraph, pdf, set_lines
from tests.read.shapes import SHAPES, STORIES

from allegedly.model import Article, Origin, Skipped, sha256
from allegedly.read import read_all, read_sources

SLOW = 10.0
PACKED = "body.docx"
"""A document whose markup is broken before it is packed."""
PIECES = [
    *(
        b"<",
        b">",
        b"</",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"&",
        b"&#",
        b"&#x110000;",
        b"&nbsp;",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
    ),
    *(
        b"<p>",
        b"</p>",
        b"<div>",
        b"</div>",
        b"<table>",
        b"<svg>",
        b"<script>",
        b"</script>",
        b"<title>",
        b"<textarea>",
        b"<br>",
        b"<h1>",
    ),
    *(
        b'"',
        b"'",
        b"=",
        b"<a href='",
        b"<!DOCTYPE",
        b"<?xml",
        b"<html lang=de>",
        b"<meta charset=utf-7>",
        b"<base href=//>",
        b"\r\n\r\n",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b'":',
        b"\\ud800",
        b"1e999",
        b"WARC/1.0\r\n",
        b"Content-Length: 99999999999\r\n",
        b"\x1f\x8b\x08",
        b"\xe2\x80",
    ),
    *(
        b"<rss>",
        b"<item>",
        b"<content:encoded>",
        b"<!ENTITY a 'b'>",
        b"&a;",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"---\n",
        b"<p" * 50,
        b" 0 R",
        b"endobj",
        b"stream\n",
        b"/Kids[2 0 R 2 0 R]",
        b"<</",
        b">>",
        b"/Contents 5 0 R",
        b"/F1 99999999999 Tf ",
        b"<w:p><w:r><w:t>x</w:t>",
        b"<w:br/>",
        b"<b>" * 300,
    ),
]
RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>C</title>
<item><title>Bridge</title><link>https://c.example/1</link><pubDate>Fri, 20 Nov 2026 09:15:00 GMT</pubDate>
<content:encoded><![CDATA[<p>The bridge is unsafe, the mayor said.</p>]]></content:encoded></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><title>B</title><link href="https://w.example/1"/>
<updated>2026-11-20T09:15:00Z</updated><content type="html">&lt;p&gt;The bridge is unsafe, she said.&lt;/p&gt;</content></entry></feed>"""
JSON_FEED = (
    b'{"version": "https://jsonfeed.org/version/1.1", "title": "C", "items": [{"id": "1", "url": "https://c.example/1", '
    b'"content_html": "<p>The bridge is &amp; \\u201cunsafe\\u201d, she said.</p>"}]}'
)
SCRIPT = (
    b'<html lang="en"><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "B", "articleBody": "'
    + b"&lt;p&gt;The bridge is \\u201cunsafe\\u201d, she said, \\ud83c\\udf0a and nobody may cross it.&lt;/p&gt;" * 3
    + b'"}</script></head><body><div id="root"></div></body></html>'
)
JSON = b'[{"text": "The mayor said no.", "published": "2026-11-20", "author": [{"name": "A"}]}, {"article": {"text": "x"}, "statements": []}]'
TEXT = "---\ntitle: Bridge\npublished: 2026-11-20\n---\nBridge shut\n\n“No,” she said.\r\n\r\n‘Yes’ – he did.".encode()


def warc() -> bytes:
    """An archive of three pages, one of them compressed twice over."""
    try:
        make_headers = import_module("warcio.statusandheaders").StatusAndHeaders
        make_writer = import_module("warcio.warcwriter").WARCWriter
    except ImportError:
        return b"WARC/1.0\r\n"
    out = io.BytesIO()
    writer = make_writer(out, gzip=False)
    for number, (body, more) in enumerate(
        ((b"<p>No, she said.</p>", []), (gzip.compress(b"<p>Yes.</p>"), [("Content-Encoding", "gzip")]))
    ):
        headers = make_headers("200 OK", [("Content-Type", "text/html"), *more], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(f"https://c.example/{number}", "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def corpus() -> list[tuple[str, bytes]]:
    """What the fuzzing begins with: names, which say how it is read, and documents."""
    pages = [(f"{name}.html", shape(story).encode()) for name, shape in SHAPES.items() for story in STORIES]
    archive = warc()
    others = [
        ("a.rss", RSS),
        ("a.atom", ATOM),
        ("a.json", JSON),
        ("b.json", JSON_FEED),
        ("b.html", SCRIPT),
        ("a.jsonl", JSON[1:-1]),
        ("a.txt", TEXT),
        ("a.md", TEXT),
    ]
    word = docx(paragraph("Bridge shut", "Titel") + paragraph("No, she said.") + paragraph("Yes.", "Listenabsatz", "<w:tbl/>"))
    lines = set_lines(["The old bridge in Orlec is unsafe, the mayor said on Fri-", "day, and (so she) left.", "", "No."])
    documents = [("a.docx", word), (PACKED, body_of(word)), ("a.pdf", pdf([lines, lines], "/Title(Bridge)"))]
    documents += [("a.parquet", table())]
    return [*pages, *others * 4, *[("a.warc", archive), ("a.warc.gz", gzip.compress(archive))] * 6, *documents * 8]


def body_of(word: bytes) -> bytes:
    """The markup of a Word document's body."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return package.read("word/document.xml")


def table() -> bytes:
    """A Parquet table of two articles."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        return b"PAR1"
    out = io.BytesIO()
    rows = [{"text": "No, she said.", "title": "Bridge", "published": "2026-11-20", "authors": ["A"]}, {"text": "Yes."}]
    parquet.write_table(arrow.Table.from_pylist(rows), out)
    return out.getvalue()


def broken(data: bytes, others: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    """`data`, changed in one to eight places."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(changed))
        until = min(len(changed), at + chance.choice((1, 2, 8, 64, 512)))
        match chance.randint(0, 7):
            case 0 | 1 | 2:
                changed[at:at] = chance.choice(PIECES) * chance.choice((1, 1, 1, 3, 40))
            case 3:
                del changed[at:until]
            case 4:
                changed[at:at] = changed[at:until] * chance.choice((1, 5, 50))
            case 5:
                other = chance.choice(others)[1]
                start = chance.randint(0, len(other))
                changed[at:until] = other[start : start + chance.randint(0, 800)]
            case 6:
                del changed[at:]
            case _:
                changed[at:until] = bytes(chance.randrange(256) for _ in range(until - at))
    return bytes(changed[:500_000])


def check(name: str, data: bytes, folder: Path) -> str:
    """Reads `data`, and says what came of it. Raises what reading raises, and `AssertionError` where an article is not sound."""
    if name == PACKED:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("word/document.xml", data)
        data = out.getvalue()
    if "warc" in name:
        path = folder / name
        path.write_bytes(data)
        found = list(read_sources([str(path)], size_limit=2_000_000))
    else:
        found = list(read_all(data, Origin(name=name)))
    for item in found:
        if isinstance(item, Skipped):
            assert "\n" not in item.reason
            continue
        assert isinstance(item, Article)
        assert sha256(item.text) == item.capture.text_sha256
        assert "\r" not in item.text
        assert item.text == item.text.strip()
        end = 0
        for block in item.blocks:
            assert end <= block.span.start < block.span.end <= len(item.text)
            end = block.span.end
            if item.capture.page_map:
                item.capture.page_map.span(block.span)
    return "articles" if any(isinstance(item, Article) for item in found) else "skipped" if found else "nothing"


def main() -> int:
    """Runs until the CPU minutes are used; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    chance, seeds, results = random.Random(options.seed), corpus(), Counter[str]()
    begin = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        while time.process_time() - begin < options.minutes * 60:
            name, data = chance.choice(seeds)
            data = broken(data, seeds, chance)
            start = time.process_time()
            try:
                results[check(name, data, Path(folder))] += 1
                if time.process_time() - start <= SLOW:
                    continue
                problem = f"took {time.process_time() - start:.1f} CPU seconds"
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                problem = traceback.format_exc()
            results["problems"] += 1
            digest = hashlib.sha256(data).hexdigest()[:12]
            sys.stderr.write(f"{digest}-{name}: {problem}\n")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{digest}-{name}").write_bytes(data)
    sys.stdout.write(f"{sum(results.values()):,} documents in {options.minutes:g} CPU minutes: {dict(results)}\n")
    return 1 if results["problems"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
