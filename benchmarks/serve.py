"""What looking at a large ledger costs: server CPU per page, the weight of pages, and readers while articles are added.

    python benchmarks/serve.py ledger.db

The server is a process of its own on a copy of the ledger. Its CPU is read from the system around each request, one at a time, so
that what else the machine does falls on the wall clock alone. Then 50 readers look at pages at once while `allegedly add` writes
to the same file; every answer but 200 is an error, and there may be none. Fails above the bounds below.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote_plus
from urllib.request import Request, urlopen

from made_texts import made_texts

from allegedly.ledger import Ledger
from allegedly.store.store import Selection

COMMAND = (sys.executable, "-c", "from allegedly.cli import main; main()")
ROUNDS, READERS, ADDED = 150, 50, 60
WORDS = ("border", "election", "court", "budget", "police", "hospital", "climate", "trade", "school", "water")
ARTICLE_MS, SEARCH_MS, ARTICLE_KB = 150.0, 400.0, 300.0
"""The bounds: 99 of 100 requests take less server CPU; an article with a hundred statements is lighter."""


@contextmanager
def served(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server's process and address."""
    command = [
        sys.executable,
        "-c",
        "from allegedly.cli import main; main()",
        "serve",
        str(path),
        "--port",
        "0",
        "--tagger",
        "cues",
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    found = re.search(r"http://\S+?(?=/ )", process.stderr.readline())
    assert found
    try:
        yield process, found[0]
    finally:
        process.terminate()
        process.wait(20)


def cpu(process: subprocess.Popen[str]) -> float:
    """The CPU seconds that the process, all its threads, has taken."""
    # Linux names the CPU clock of another process so: clock_getcpuclockid(3).
    return time.clock_gettime((~process.pid << 3) | 2)


def get(address: str) -> bytes:
    """The page; raises `HTTPError` where it is none."""
    with urlopen(Request(address), timeout=60) as answer:
        data: bytes = answer.read()
        return data


def measured(process: subprocess.Popen[str], address: str, ways: Sequence[str]) -> list[float]:
    """Milliseconds of server CPU for each way."""
    costs = []
    for way in ways:
        before = cpu(process)
        get(address + way)
        time.sleep(0.002)
        costs.append(1000 * (cpu(process) - before))
    return costs


def warmed(process: subprocess.Popen[str], address: str) -> None:
    """Ask for what is computed once, and wait until the server rests; say what that took."""
    began = time.monotonic()
    get(address + "/")
    while True:
        before = cpu(process)
        time.sleep(0.5)
        if cpu(process) - before < 0.01:
            took = time.monotonic() - began
            print(f"| at first, all that is kept between requests | 1 | {1000 * cpu(process):.0f} | in {took:.0f} s |")
            return


def told(name: str, costs: Sequence[float]) -> float:
    """Say the median and the 99th percentile; gives the latter."""
    last = sorted(costs)[max(0, round(0.99 * len(costs)) - 1)]
    print(f"| {name} | {len(costs)} | {statistics.median(costs):.1f} | {last:.1f} |")
    return last


def readers(address: str, ways: Sequence[str], stop: threading.Event) -> tuple[int, list[str], list[float]]:
    """How many pages 50 readers got until they were stopped, every error that they met, and how many seconds each page took."""
    errors: list[str] = []
    waits: list[float] = []

    def look(number: int) -> None:
        choose = random.Random(number)
        while not stop.is_set():
            way, began = choose.choice(ways), time.monotonic()
            try:
                get(address + way)
                waits.append(time.monotonic() - began)
            except (HTTPError, URLError, OSError) as error:
                errors.append(f"{way}: {error}")

    threads = [threading.Thread(target=look, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(waits), errors, waits


def adding(path: Path, texts: Path, stop: threading.Event) -> str:
    """Add the texts to the ledger in a process of its own, then stop the readers; gives what it said last."""
    command = [*COMMAND, "add", str(path), str(texts), "--tagger", "cues"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    stop.set()
    return done.stderr.strip().splitlines()[-1] if done.returncode == 0 else f"failed: {done.stderr.strip()[-200:]}"


def main() -> int:
    """Measure, say, and fail where a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger", type=Path)
    ledger = parser.parse_args().ledger
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(ledger, write=False) as opened:
        path, texts = Path(folder) / "ledger.db", Path(folder) / "texts"
        shutil.copy(ledger, path)
        texts.mkdir()
        for number, text in enumerate(made_texts(ADDED)):
            (texts / f"{number}.txt").write_text(text, encoding="utf-8")
        entries = list(opened.articles())
        names = [one.name for one in opened.store.speakers(Selection(limit=200))]
        counts = opened.counts()
        heavy = min(entries, key=lambda entry: abs(entry.statements - 100))
        articles = [f"/articles/{entry.article}" for entry in chance.sample(entries, min(ROUNDS, len(entries)))]
        searches = [f"/search?q={word}" for word in WORDS]
        searches += [f"/search?q={one}+{other}" for one in WORDS for other in WORDS if one < other]
        kinds = [f"/search?kind={kind}" for kind in ("denial", "accusation", "promise", "question")] * 5
        speakers = [f"/search?speaker={quote_plus(name)}" for name in chance.sample(names, min(60, len(names)))]
        print(
            f"{counts.articles:,} articles, {counts.statements:,} statements\n\n| page | requests | median, ms CPU | 99 of 100 |"
        )
        print("|---|---:|---:|---:|")
        with served(path) as (process, address):
            warmed(process, address)
            article = told("an article", measured(process, address, articles))
            costs = [told("a search for words", measured(process, address, searches))]
            costs.append(told("a search for a kind", measured(process, address, kinds)))
            costs.append(told("a search for a speaker", measured(process, address, speakers)))
            for way in ("/", "/speakers", "/sources", "/stories"):
                told(way, measured(process, address, [way] * 5))
            page = get(f"{address}/articles/{heavy.article}")
            weight = len(page) / 1000
            packed = len(gzip.compress(page, 4)) / 1000
            print(f"\nan article with {heavy.statements} statements: {weight:.0f} kB, {packed:.0f} kB gzipped")
            stop = threading.Event()
            said: list[str] = []
            adder = threading.Thread(target=lambda: said.append(adding(path, texts, stop)))
            adder.start()
            ways = [*articles, *searches, *speakers, "/", "/stories", "/api/v1/statements?kind=denial", "/api/v1/disputes"]
            pages, errors, waits = readers(address, ways, stop)
            adder.join()
        print(
            f"{READERS} readers while articles were added: {pages:,} pages, {len(errors)} errors, half within "
            f"{statistics.median(waits):.2f} s; {said[0].rpartition('/')[2]}"
        )
        for error in errors[:5]:
            print(f"  {error}")
    return int(bool(errors) or article > ARTICLE_MS or max(costs) > SEARCH_MS or weight > ARTICLE_KB)


if __name__ == "__main__":
    sys.exit(main())
