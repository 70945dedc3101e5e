"""Kills a watch at random moments, starts it again, and counts what was lost or doubled.

`python -m tests.fetch.killing 20` does it 20 times and prints the counts.
"""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.fetch.site import Answering, Request, Site, body, news, rss, serving

from allegedly.fetch.index import read_index
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Selection

ROOT = Path(__file__).parents[2]
PER_ROUND, WINDOW = 6, 24


@dataclass(frozen=True, slots=True)
class Kills:
    """How often the watch was killed, and in how many of these runs while it was asking, writing or keeping.

    `lost`: pages published and not in the ledger; `doubled`: articles, statements and captures that are there twice; `faults`:
    broken rows and records; `torn`: how often a record was cut off.
    """

    kills: int
    at_work: int
    published: int
    lost: int
    doubled: int
    faults: int
    torn: int


class Newsroom:
    """Publishes pages in two feeds of which the older entries fall out."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.published: list[str] = []
        site.answers["/robots.txt"] = body(b"User-agent: *\nAllow: /\n", "text/plain")

    def publish(self, number: int) -> None:
        """So many pages more."""
        for _ in range(number):
            count = len(self.published)
            url = self.site.url(f"/{count}")
            words = f"“Pier {count} is shut for {count + 2} days,” the mayor of Orlec said on Friday, after a lorry sank."
            self.site.answers[f"/{count}"] = _slowly(news(f"pier {count}", words))
            self.published.append(url)
        for feed in (0, 1):
            links = [url for count, url in enumerate(self.published) if count % 2 == feed][-WINDOW:]
            self.site.answers[f"/feed{feed}.xml"] = body(rss(links), "application/rss+xml", etag=True)


def _slowly(data: bytes) -> Answering:
    whole = body(data)

    def answer(request: Request, connection: socket.socket) -> None:
        time.sleep(0.01)
        whole(request, connection)

    return answer


def watching(folder: Path, site: Site, *more: str) -> subprocess.Popen[bytes]:
    """A process that watches the two feeds."""
    command = [sys.executable, "-c", "from allegedly.cli import main; main()", "watch", str(folder / "ledger.db")]
    feeds = [site.url("/feed0.xml"), site.url("/feed1.xml")]
    options = ["--every", "0.2s", "--allow-private", "--pause", "0", "--tagger", "cues"]
    return subprocess.Popen([*command, *feeds, *options, *more], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def kill(kills: int, seed: int) -> Kills:
    """Kill `kills` times in one ledger, publishing in between, then let one round end and compare."""
    chance = random.Random(seed)
    at_work = torn = 0
    with serving() as site, tempfile.TemporaryDirectory() as name:
        folder, newsroom = Path(name), Newsroom(site)
        for _ in range(kills):
            newsroom.publish(PER_ROUND)
            before = len(site.asked)
            process = watching(folder, site)
            at_work += _killed(process, site, before, chance)
            torn += _is_torn(folder)
        newsroom.publish(1)
        process = watching(folder, site, "--once")
        _, errors = process.communicate(timeout=60)
        if process.returncode:
            raise RuntimeError(errors.decode())
        lost, doubled, faults = _compared(folder, newsroom.published)
    return Kills(kills, at_work, len(newsroom.published), lost, doubled, faults, torn)


def _killed(process: subprocess.Popen[bytes], site: Site, before: int, chance: random.Random) -> bool:
    """Kill at a moment while it works; whether it had asked for something by then."""
    wanted = before + chance.randint(1, PER_ROUND + 3)
    # Once in four times at any moment, as while it starts; the first time once it works, however long it takes to start.
    end = time.monotonic() + (chance.choice((chance.random() * 2, 30.0, 30.0, 30.0)) if before else 60.0)
    while time.monotonic() < end and len(site.asked) < wanted and process.poll() is None:
        time.sleep(0.001)
    time.sleep(chance.random() * 0.03)
    process.kill()
    process.communicate()
    return len(site.asked) > before


def _is_torn(folder: Path) -> bool:
    """Whether the archive ends elsewhere than its index."""
    archive = folder / "ledger.db.warc.gz"
    if not archive.exists():
        return False
    captures, _ = read_index(archive.with_name(archive.name + ".cdxj"))
    return bool(captures) and captures[-1].end != archive.stat().st_size


def _compared(folder: Path, published: list[str]) -> tuple[int, int, int]:
    """Lost, doubled and broken things."""
    with SqliteStore(folder / "ledger.db") as store:
        entries = list(store.entries(Selection(replaced=True)))
        statements = [statement.id for statement in store.statements(Selection(replaced=True))]
        faults = len(store.verify().faults)
    urls = Counter(entry.origin.url for entry in entries)
    captured: Counter[str] = Counter()
    with (folder / "ledger.db.warc.gz").open("rb") as stream:
        for record in import_module("warcio.archiveiterator").ArchiveIterator(stream, check_digests=True):
            record.content_stream().read()
            faults += record.digest_checker.passed is False
            if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                captured[record.rec_headers.get_header("WARC-Target-URI")] += 1
    lost = sum(url not in urls for url in published) + sum(url not in captured for url in published)
    doubled = sum(urls.values()) - len(urls) + len(statements) - len(set(statements))
    doubled += sum(captured[url] - 1 for url in published if url in captured) + len(set(urls) - set(published))
    return lost, doubled, faults


def main(kills: int) -> int:
    """Print the counts; 0 where nothing was lost, doubled or broken."""
    start = time.monotonic()
    found = kill(kills, seed=kills)
    print(f"{found}, {time.monotonic() - start:.0f} s")  # noqa: T201
    return int(bool(found.lost or found.doubled or found.faults))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
