"""Reads what a coverage-guided fuzzer makes of the seeds: `python -m tests.read.fuzz_guided html FOLDER -max_total_time=900`.

The first argument is what is read: html, feed or warc; what follows FOLDER goes to libFuzzer. The documents of `tests.read.fuzz`
are written to FOLDER first, and what reaches further is kept there beside them. An article that is not sound, or anything that is
raised, ends the run, and the document is kept as `crash-…`. Needs atheris, which no extra installs: `pip install atheris`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

KINDS = {"html": "a.html", "feed": "a.rss", "warc": "a.warc"}
ENDINGS = {"html": (".html",), "feed": (".rss", ".atom", "b.json"), "warc": (".warc", ".warc.gz")}


def write_seeds(kind: str, folder: Path) -> int:
    """Writes the documents of `kind` that the fuzzing begins with to `folder`; how many there are."""
    from tests.read.fuzz import corpus

    folder.mkdir(parents=True, exist_ok=True)
    seeds = dict.fromkeys(data for name, data in corpus() if name.endswith(ENDINGS[kind]))
    for number, data in enumerate(seeds):
        (folder / f"seed-{number:03}").write_bytes(data)
    return len(seeds)


def main() -> None:
    """Writes the seeds, then reads until libFuzzer ends the process."""
    kind, folder, *options = sys.argv[1:]
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["allegedly", "warcio", "feedparser", "trafilatura"]):
        from tests.read.fuzz import check

    sys.stdout.write(f"{write_seeds(kind, Path(folder))} seeds\n")
    scratch = Path(tempfile.mkdtemp())

    def read_one(data: bytes) -> None:
        check(KINDS[kind], data, scratch)

    atheris.Setup([sys.argv[0], folder, *options, "-timeout=20", "-rss_limit_mb=2000", "-max_len=60000"], read_one)
    os.chdir(scratch.parent if not options else Path.cwd())
    atheris.Fuzz()


if __name__ == "__main__":
    main()
