"""Articles a second of `allegedly read` in one and in several processes: `python benchmarks/many_files.py`.

Reads made articles of about 800 words with each number of `--jobs`, and prints wall and CPU seconds and a digest of the output.
Exits with 1 where the digests are not all the same.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from memory import articles

_READ = [sys.executable, "-c", "from allegedly.cli import main; main()", "read", "--json"]


def reading(files: list[Path], tagger: str, jobs: int) -> tuple[float, float, str]:
    """Wall seconds, CPU seconds and the digest of the output."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ran = subprocess.run([*_READ, "--tagger", tagger, "--jobs", str(jobs), *map(str, files)], stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, spent, hashlib.sha256(ran.stdout).hexdigest()[:12]


def main() -> int:
    """Prints a row for each number of processes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tagger", choices=("cues", "neural"), default="neural")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--articles", type=int, default=100)
    given = parser.parse_args()
    digests = set()
    print("| processes | wall s | CPU s | articles a second | output |\n|---:|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as folder:
        files = articles(Path(folder), given.articles)
        for jobs in given.jobs:
            wall, spent, digest = reading(files, given.tagger, jobs)
            digests.add(digest)
            print(f"| {jobs} | {wall:.1f} | {spent:.1f} | {given.articles / wall:.1f} | {digest} |", flush=True)
    return int(len(digests) > 1)


if __name__ == "__main__":
    sys.exit(main())
