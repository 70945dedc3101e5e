"""Reads what a coverage-guided fuzzer makes of the seeds: `python -m tests.read.fuzz_guided html FOLDER -max_total_time=900`.

The first argument is what is read, html, feed or warc; what follows FOLDER goes to libFuzzer. The documents of `tests.read.fuzz`
and those kept in `seeds/` are written to FOLDER first, and what reaches further is kept there beside them. An article that is not
sound, or anything that is raised, ends the run; the document is kept as `crash-…`. With `-merge=1 MORE`, FOLDER gets only what of
MORE reaches further, and `pack html FOLDER` makes that the seeds. Needs atheris, in no extra: `pip install atheris`.
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from tests.read.fuzz import check, corpus

SEEDS = Path(__file__).parent / "seeds"
KINDS = {"html": "a.html", "feed": "a.rss", "warc": "a.warc"}
ENDINGS = {"html": (".html",), "feed": (".rss", ".atom", "b.json"), "warc": (".warc", ".warc.gz")}
_LIMITS = ("-timeout=20", "-rss_limit_mb=2000", "-max_len=60000")


def kept(kind: str) -> list[bytes]:
    """The documents of `kind` that a fuzzer found to reach further than others."""
    with zipfile.ZipFile(SEEDS / f"{kind}.zip") as package:
        return [package.read(name) for name in package.namelist()]


def pack(kind: str, folder: Path) -> int:
    """Makes the documents in `folder` the seeds of `kind`; how many there are. The same documents make the same file."""
    documents = sorted({path.read_bytes() for path in folder.iterdir()})
    SEEDS.mkdir(exist_ok=True)
    with zipfile.ZipFile(SEEDS / f"{kind}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for data in documents:
            package.writestr(zipfile.ZipInfo(sha256(data).hexdigest()[:12]), data, zipfile.ZIP_DEFLATED)
    return len(documents)


def write_seeds(kind: str, folder: Path) -> int:
    """Writes the documents of `kind` that the fuzzing begins with to `folder`; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    made = (data for name, data in corpus() if name.endswith(ENDINGS[kind]))
    seeds = dict.fromkeys((*made, *(kept(kind) if (SEEDS / f"{kind}.zip").exists() else ())))
    for number, data in enumerate(seeds):
        (folder / f"seed-{number:04}").write_bytes(data)
    return len(seeds)


def main() -> None:
    """Writes the seeds, then reads until libFuzzer ends the process."""
    if sys.argv[1] == "pack":
        sys.stdout.write(f"{pack(sys.argv[2], Path(sys.argv[3]))} seeds\n")
        return
    kind, *options = sys.argv[1:]
    atheris = import_module("atheris")
    if not any(option.startswith("-merge") for option in options):
        sys.stdout.write(f"{write_seeds(kind, Path(options[0]))} seeds\n")
    scratch = Path(tempfile.mkdtemp())

    def read_one(data: bytes) -> None:
        check(KINDS[kind], data, scratch)

    atheris.instrument_all()
    # Merging, libFuzzer runs the command anew, through a shell.
    atheris.Setup([f"{sys.executable} -m tests.read.fuzz_guided {kind}", *options, *_LIMITS], read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
