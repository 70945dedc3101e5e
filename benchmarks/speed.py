"""Words per CPU second of the whole trip, from text to findings, against bare spaCy in the same run.

    make bench TAGGER=neural
    python benchmarks/speed.py --spacy-python build/bench-venv/bin/python --tagger cues --tagger neural [--texts DIR]

Both run on one core, one thread, in turns over the same texts, so that what else the machine does falls on both; the ratio
is taken within each round, and its median is the figure. `quiet` is the share of the wall time that the process had the
core: below 0.95 the machine was busy, and speeds (less so ratios) are worth little.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from made_texts import made_texts

HERE = Path(__file__).parent
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass
class Runner:
    """A process that is measured, and what each round took."""

    process: subprocess.Popen[str]
    name: str
    load: float
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    peak: int = 0
    found: int = 0

    def round(self, texts: list[str]) -> None:
        """Sends the texts once and keeps what they took."""
        answer = _ask(self.process, json.dumps(texts))
        self.cpu.append(float(answer["cpu"]))
        self.wall.append(float(answer["wall"]))
        self.peak, self.found = int(answer["peak"]), int(answer["found"])


def start(command: list[str]) -> Runner:
    """Starts a runner on one core and waits until it is ready."""
    environment = os.environ | dict.fromkeys(THREADS, "1") | {"TOKENIZERS_PARALLELISM": "false"}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    ready = _answer(process)
    return Runner(process, str(ready["name"]), float(ready["load"]))


def _ask(process: subprocess.Popen[str], line: str) -> dict[str, float | str]:
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return _answer(process)


def _answer(process: subprocess.Popen[str]) -> dict[str, float | str]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise SystemExit(f"{process.args!r} ended before it answered")
    answer: dict[str, float | str] = json.loads(line)
    return answer


def texts_of(folder: Path | None) -> list[str]:
    """The texts of a folder, or the made ones."""
    if folder is None:
        return list(made_texts())
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def show(runners: list[Runner], words: int) -> None:
    """One line for each runner; the last one is what the others are compared with."""
    print(f"{'':32s} words/CPU s  (best)  times spaCy  quiet  load s  peak MB  found")
    base = runners[-1]
    for runner in runners:
        ratio = statistics.median(other / own for own, other in zip(runner.cpu, base.cpu, strict=True))
        speed, best = words / statistics.median(runner.cpu), words / min(runner.cpu)
        quiet = sum(runner.cpu) / sum(runner.wall)
        print(
            f"{runner.name:32s} {speed:11,.0f} {best:7,.0f} {ratio:12.2f} {quiet:6.2f} {runner.load:7.2f} "
            f"{runner.peak:8,d} {runner.found:6,d}"
        )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tagger", action="append", help="cues, neural; may be given several times (cues)")
    parser.add_argument("--spacy-python", help="the Python of an environment that has spaCy and an English pipeline")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="a folder of *.txt instead of the made texts")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    texts = texts_of(given.texts)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, {words:,} words, {given.rounds} rounds in turns, one core")
    runners = [start([sys.executable, str(HERE / "speed_allegedly.py"), tagger]) for tagger in given.tagger or ["cues"]]
    if given.spacy_python:
        runners.append(start([given.spacy_python, str(HERE / "speed_spacy.py")]))
    for runner in runners:  # one round to warm up
        runner.round(texts[:5])
        runner.cpu.clear()
        runner.wall.clear()
    for _ in range(given.rounds):
        for runner in runners:
            runner.round(texts)
    show(runners, words)
    for runner in runners:
        assert runner.process.stdin is not None
        runner.process.stdin.close()
        runner.process.wait()


if __name__ == "__main__":
    main()
