"""Counts in how many articles each word stands, and writes that as numbers without words.

    python training/rarity.py ARTICLES.jsonl.gz src/allegedly/languages/en/rarity.bin

ARTICLES: one JSON object a line with a `text`. Only words of three articles or more are kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from allegedly.languages import load_language
from allegedly.link.assertions import keys_of
from allegedly.link.rarity import write_rarity
from allegedly.link.words import load_wording, words_in
from allegedly.model import Span

LEAST = 3


def main() -> None:
    """Counts and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("into", type=Path)
    given = parser.parse_args()
    language = load_language("en")
    wording, counts, number = load_wording(language), Counter[str](), 0
    with gzip.open(given.articles, "rt", encoding="utf-8") as stream:
        for line in stream:
            text = json.loads(line)["text"]
            if not text:
                continue
            whole = Span(0, len(text))
            counts.update({word.stem for word in words_in(text, whole, wording)} | keys_of(text, (whole,), language))
            number += 1
    kept = {word: count for word, count in counts.items() if count >= LEAST}
    given.into.write_bytes(write_rarity(number, kept))
    print(f"{len(kept)} words of {number} articles")


if __name__ == "__main__":
    main()
