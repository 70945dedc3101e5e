"""What it costs to begin: `python benchmarks/load.py` prints the CPU seconds of loading a tagger, of `--help`, and the size.

`--size` also installs the package from this folder into a fresh environment and gives its size and number of packages.
Exits with 1 where a figure is over its bound.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 5
LOADING = "from allegedly.reading import load_tagger; load_tagger({!r})"
HELP = "from allegedly.cli import main; main()"
BOUNDS = {"neural": 0.5, "help": 0.3, "size": 250.0}


def seconds(code: str, *arguments: str) -> float:
    """The CPU seconds that a Python with this code takes beyond one that does nothing, the best of `ROUNDS`."""
    best = min(_spent(code, *arguments) for _ in range(ROUNDS))
    return best - min(_spent("pass") for _ in range(ROUNDS))


def installed() -> tuple[float, int, list[tuple[float, str]]]:
    """Megabytes and number of packages of an environment with the package alone, without what installs it; the largest parts."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        root = Path(__file__).parent.parent
        site = next(Path(folder).glob("lib/python*/site-packages"))
        command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-compile"]
        subprocess.run([*command, "--target", str(site), str(root)], check=True)
        parts = sorted(((_megabytes(path), path.name) for path in site.iterdir()), reverse=True)
        return sum(size for size, _ in parts), len(list(site.glob("*.dist-info"))), parts[:8]


def _megabytes(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else (path,)
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", action="store_true", help="install into a fresh environment, too")
    found = {
        "load the network": (seconds(LOADING.format("neural")), BOUNDS["neural"], "CPU s"),
        "load the cue rules": (seconds(LOADING.format("cues")), BOUNDS["neural"], "CPU s"),
        "allegedly --help, Python included": (min(_spent(HELP, "--help") for _ in range(ROUNDS)), BOUNDS["help"], "CPU s"),
    }
    if parser.parse_args().size:
        megabytes, packages, parts = installed()
        print("Largest: " + ", ".join(f"{name} {size:.0f} MB" for size, name in parts) + "\n")
        found[f"installed: {packages} packages, this one included"] = (megabytes, BOUNDS["size"], "MB")
    print("| what | found | bound |\n|---|---:|---:|")
    for name, (figure, bound, unit) in found.items():
        print(f"| {name} | {figure:.{0 if unit == 'MB' else 2}f} {unit} | {bound:g} |")
    return int(any(figure > bound for figure, bound, _ in found.values()))


def _spent(code: str, *arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {"OPENBLAS_NUM_THREADS": "1", **os.environ}  # as the command line sets it
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
