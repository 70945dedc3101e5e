"""Shows that an archive of any size is read as a stream: makes a WARC of 1 GB, reads it, and says what it took.

    python benchmarks/archive.py [--megabytes 1000] [--keep web.warc]

The archive holds the made pages of `benchmarks/reading.py`, 63 kB each, with an image between every ten. It is read in a process
of its own, whose peak memory counts; the run fails above 300 MB (of 1,000,000 bytes), or where a page is lost. Where FastWARC is
installed, both libraries go over the records and their bodies alone, to see what another one could save.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reading import news_page
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

MOST_MEGABYTES = 300
MADE_PAGES = 400
READ = """
import resource, sys, time
from allegedly.model import Article
from allegedly.read import read_sources
articles = others = characters = 0
for found in read_sources([sys.argv[1]]):
    if isinstance(found, Article):
        articles += 1
        characters += len(found.text)
    else:
        others += 1
        print(found.reason, file=sys.stderr)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1024 if sys.platform != "darwin" else 1)
print(articles, characters, time.process_time(), peak)
"""


def write_archive(path: Path, size: int) -> int:
    """Writes an archive of at least `size` bytes to `path`; gives how many pages are in it."""
    pages = [news_page(number).encode() for number in range(MADE_PAGES)]
    written = 0
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=path.name.endswith(".gz"))
        while stream.tell() < size:
            # A number in the text makes each page an article of its own.
            page = pages[written % MADE_PAGES].replace(b"<h1>", f"<h1>{written} ".encode())
            _write(writer, f"https://courier.example/{written}", page, "text/html; charset=utf-8")
            if written % 10 == 0:
                _write(writer, f"https://courier.example/{written}.jpg", b"\xff\xd8\xff" * 2_000, "image/jpeg")
            written += 1
    return written


def _write(writer: WARCWriter, url: str, data: bytes, content_type: str) -> None:
    headers = StatusAndHeaders("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=headers))


def compare_libraries(path: Path) -> None:
    """Prints the CPU seconds in which each library goes over the records and their bodies."""
    from warcio.archiveiterator import ArchiveIterator

    start = time.process_time()
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests=True):
            record.content_stream().read()
    print(f"warcio alone, digests checked: {time.process_time() - start:.1f} CPU s")
    try:
        from fastwarc.warc import ArchiveIterator as FastIterator
    except ImportError:
        print("FastWARC is not installed")
        return
    start = time.process_time()
    with path.open("rb") as stream:
        for record in FastIterator(stream, parse_http=True, verify_digests=True):
            record.reader.read()
    print(f"FastWARC alone, digests checked: {time.process_time() - start:.1f} CPU s")


def main() -> int:
    """Makes, reads and compares; 1 where memory or pages are not as they should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="where to leave the archive; .gz compresses it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder, "web.warc")
        wanted = write_archive(path, options.megabytes * 1_000_000)
        print(f"{path.stat().st_size / 1e6:,.0f} MB with {wanted:,} pages")
        own = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        start = time.perf_counter()
        ran = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True)
        clock = time.perf_counter() - start
        articles, characters, seconds, peak = map(float, ran.stdout.split())
        print(f"{articles:,.0f} articles of {characters / 1e6:,.1f} million characters; {ran.stderr.strip()}")
        rate = f"{articles / seconds:,.0f} pages a CPU s"
        print(f"peak {peak / 1e6:,.0f} MB, {seconds:,.0f} CPU s ({clock:,.0f} s of the clock), {rate}")
        print(f"(making it took {own:,.0f} CPU s)")
        compare_libraries(path)
    return int(articles != wanted or peak > MOST_MEGABYTES * 1e6)


if __name__ == "__main__":
    raise SystemExit(main())
