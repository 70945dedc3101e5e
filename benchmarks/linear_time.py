"""Shows that segmenting and cue tagging take time linear in the text, whatever the text.

    python benchmarks/linear_time.py

For each kind of hard text it gives the CPU seconds and the microseconds a character at one, two and four times a size.
Exits with 1 when four times the text takes more than `LIMIT` times as long for each character.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from allegedly.attribute.cues import CueTagger
from allegedly.languages import load_language
from allegedly.model import Article, Capture, Origin
from allegedly.segment import segment

LIMIT = 1.6
ENGLISH = load_language("en")
CLAUSES = "The mayor said that the bridge, according to two officials, was shut, adding that “nobody was hurt,” she said. "

TEXTS: dict[str, Callable[[int], str]] = {
    "one paragraph of 1 MB": lambda size: CLAUSES * (size * 250_000 // len(CLAUSES)),
    "10,000 quotation marks": lambda size: 'He said "no," and left. ' * (size * 1_250),
    "10,000 opening marks": lambda size: "“No, he said. " * (size * 2_500),
    "10,000 single marks": lambda size: "the 'workers' rights, " * (size * 1_250),
    "a line of 200,000 characters": lambda size: "a word said he and " * (size * 50_000 // 19),
    "a line of 200,000 letters": lambda size: "x" * (size * 50_000),
    "50,000 initials": lambda size: "A." * (size * 12_500) + "x",
    "50,000 spaced stops": lambda size: ". " * (size * 12_500) + "x",
    "20,000 reopened paragraphs": lambda size: "“And so it went.\n" * (size * 5_000),
    "100,000 pairs of brackets": lambda size: "([" * (size * 25_000),
    "32,000 cues": lambda size: "said, " * (size * 8_000),
}


def seconds(text: str) -> float:
    """The CPU seconds for `text`, the best of three."""
    article = Article("0", text, (), "en", Origin(), Capture("", "", "benchmark"))
    tagger, best = CueTagger(ENGLISH), float("inf")
    for _ in range(3):
        start = time.process_time()
        tagger(article, segment(article, ENGLISH))
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    """Prints the table; 1 where a text takes more than linear time."""
    failed = 0
    print(f"{'text':30} {'characters':>10} {'seconds':>8}   microseconds a character at 1x, 2x, 4x")
    seconds(CLAUSES)
    for name, make in TEXTS.items():
        rates, length, spent = [], 0, 0.0
        for size in (1, 2, 4):
            text = make(size)
            length, spent = len(text), seconds(text)
            rates.append(1e6 * spent / length)
        slow = rates[2] > LIMIT * rates[0]
        failed |= slow
        shown = "  ".join(f"{rate:7.2f}" for rate in rates)
        print(f"{name:30} {length:10,} {spent:8.2f}   {shown}{'  MORE THAN LINEAR' if slow else ''}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
