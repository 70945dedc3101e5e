"""Shows that `allegedly read` takes no more memory for many articles than for few: `python benchmarks/memory.py`.

For each tagger it reads 20 and 200 made articles of about 800 words and one article of 1 MB, each in a process of its own, and
prints the most memory that the process had at once. Exits with 1 where one had more than `LIMIT`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from made_texts import made_texts

LIMIT = 400
"""Megabytes (of 1,000,000 bytes)."""

_READ = [sys.executable, "-c", "from allegedly.cli import main; main()", "read", "--json"]


def peak(files: list[Path], tagger: str) -> tuple[float, float]:
    """The most megabytes and the CPU seconds of reading the files in one process."""
    process = subprocess.Popen([*_READ, "--tagger", tagger, *map(str, files)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"reading failed: {status}")
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6, usage.ru_utime + usage.ru_stime


def articles(folder: Path, number: int) -> list[Path]:
    """Files with an article of about 800 words each."""
    files = []
    for at, text in enumerate(made_texts(number, paragraphs=33)):
        files.append(folder / f"{number}-{at:03}.txt")
        files[-1].write_text(f"Report {at}\n\n{text}", encoding="utf-8")
    return files


def long_article(folder: Path, size: int = 1_000_000) -> list[Path]:
    """A file with one article of `size` characters in paragraphs."""
    path = folder / "long.txt"
    path.write_text("\n\n".join(made_texts(size // 3_000, paragraphs=24))[:size], encoding="utf-8")
    return [path]


def main() -> int:
    """Prints a row of a table for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tagger", choices=("cues", "neural"), action="append", help="only this one")
    failed = 0
    print("| read | tagger | MB at most | CPU seconds |\n|---|---|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        texts = {
            "20 articles of 800 words": articles(Path(folder), 20),
            "200 articles of 800 words": articles(Path(folder), 200),
            "1 article of 1 MB": long_article(Path(folder)),
        }
        for tagger in parser.parse_args().tagger or ("cues", "neural"):
            for name, files in texts.items():
                megabytes, seconds = peak(files, tagger)
                failed |= megabytes > LIMIT
                print(f"| {name} | {tagger} | {megabytes:.0f} | {seconds:.1f} |", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
