"""Kills the adding of articles at random moments, runs it again, and counts what was lost or doubled.

`python -m tests.crash.crashing 50` does it 50 times and prints the counts.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import EVERYTHING
from tests.crash.adding import articles

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Crashes:
    """How often the process was killed, and in how many of these runs it had begun and not yet ended to write."""

    kills: int
    while_writing: int
    lost: int
    doubled: int
    faults: int


def adding(path: Path, first: int, end: int) -> subprocess.Popen[str]:
    """A process that adds the articles from `first` up to `end`."""
    command = [sys.executable, "-m", "tests.crash.adding", str(path), str(first), str(end)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def crash(kills: int, number: int, seed: int) -> Crashes:
    """Kill `kills` times, each time with a fresh ledger for `number` articles, then let the adding end and compare."""
    chance = random.Random(seed)
    expected = {article.id for article in articles(0, number)}
    writing = lost = doubled = faults = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        took = _whole_run(path, number)
        for _ in range(kills):
            for beside in path.parent.iterdir():
                beside.unlink()
            said = _killed(path, number, chance, took)
            kept = _sound(path)
            faults += kept is None
            found = kept or set()
            lost += len(said - found)
            writing += 0 < len(said) < number
            _whole_run(path, number)
            with SqliteStore(path) as store:
                ids = [findings.article.id for findings in store.findings(EVERYTHING)]
                statements = [statement.id for statement in store.statements(EVERYTHING)]
                faults += not store.verify().sound
            lost += len(expected - set(ids))
            doubled += len(ids) - len(set(ids)) + len(statements) - len(set(statements)) + len(set(ids) - expected)
    return Crashes(kills, writing, lost, doubled, faults)


def _whole_run(path: Path, number: int) -> float:
    process = adding(path, 0, number)
    start = time.monotonic()
    _, errors = process.communicate()
    if process.returncode:
        raise RuntimeError(errors)
    return time.monotonic() - start


def _killed(path: Path, number: int, chance: random.Random, took: float) -> set[str]:
    """What the process said to be kept before it was killed at a random moment after it was asked to begin."""
    process = adding(path, 0, number)
    assert process.stdout is not None
    lines: list[str] = []
    moment = chance.random()
    if moment < 0.6:
        # Wait for some article, then for a moment within the next one.
        lines = [process.stdout.readline() for _ in range(chance.randint(1, number - 1))]
        time.sleep(chance.random() * 0.01)
    elif moment < 0.8:
        # Wait for the file, then for a moment while it becomes a ledger.
        while not path.exists() and process.poll() is None:
            time.sleep(0)
        time.sleep(chance.random() * 0.02)
    else:
        time.sleep(chance.random() * took)
    process.kill()
    rest, _ = process.communicate()
    return {line.split()[1] for line in "".join([*lines, rest]).splitlines(keepends=True) if line.endswith("\n")}


def _sound(path: Path) -> set[str] | None:
    """The ids in the ledger as the kill left it; `None` where a row is broken. The ledger itself is left as it was."""
    if not path.exists():
        return set()
    with tempfile.TemporaryDirectory() as folder:
        for beside in path.parent.iterdir():
            shutil.copy(beside, folder)
        with SqliteStore(Path(folder) / path.name) as store:
            if not store.verify().sound:
                return None
            return {entry.article for entry in store.entries(EVERYTHING)}


def main(kills: int) -> int:
    """Print the counts; 0 where nothing was lost, doubled or broken."""
    start = time.monotonic()
    crashes = crash(kills, 40, seed=kills)
    print(f"{crashes}, SQLite {sqlite3.sqlite_version}, {time.monotonic() - start:.0f} s")  # noqa: T201
    return int(bool(crashes.lost or crashes.doubled or crashes.faults))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
