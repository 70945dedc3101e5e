"""The whole trip, from bytes to findings, at the other end of a pipe: run by speed.py."""

from __future__ import annotations

import json
import resource
import sys
import time

from allegedly.model import Origin
from allegedly.read import read
from allegedly.reading import find, load_tagger


def main() -> None:
    """Answers each line, a list of texts, with the CPU seconds that they took."""
    started = time.process_time()
    tagger = load_tagger(sys.argv[1])
    print(json.dumps({"name": f"allegedly, {tagger.name}", "load": time.process_time() - started}), flush=True)
    for line in sys.stdin:
        texts = json.loads(line)
        cpu, wall = time.process_time(), time.perf_counter()
        found = sum(len(find(read(text.encode(), Origin()), tagger).statements) for text in texts)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps({"cpu": cpu, "wall": wall, "found": found, "peak": peak}), flush=True)


if __name__ == "__main__":
    main()
