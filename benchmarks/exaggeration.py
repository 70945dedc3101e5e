"""Whether the direction of drift is seen: which of two tellings of a finding is the surer one.

    python benchmarks/exaggeration.py ../shared/data/exaggeration/insciout_train.jsonl [--wrong]

The levels are those of the public set: no relation, things that go together, a hedged cause, a cause. A hedge is what
`allegedly.link` finds; that things go together is told by a few words. A check of direction, no classifier of science news.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from allegedly.evaluation.claim_pairs import Direction, read_findings
from allegedly.languages import Language, load_language
from allegedly.link.align import Sentence
from allegedly.link.drift_hedges import find_hedges
from allegedly.link.words import load_wording, words_in
from allegedly.model import Certainty, Span

TOGETHER = re.compile(
    r"\b(?:associat\w*|correlat\w*|link\w*|relat(?:ed|ion|ionships?) (?:to|with|between)|connect(?:ed|ions?)|predict\w*|odds|"
    r"(?:more|less) likely|(?:higher|lower|increased|reduced|greater) (?:risk|rates?|levels?|likelihood)|tend to|differ\w*|"
    r"compared (?:to|with)|(?:higher|lower|weaker|poorer|fewer|more|less)\b.* than)\b",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\b(?:no (?:association|evidence|link|relation\w*|difference|effect)|not (?:be )?(?:associated|linked|related))\b",
    re.IGNORECASE,
)
ABLE = re.compile(r"\bcan\b", re.IGNORECASE)
OF_A_NOUN = ("likely", "more likely", "suspected", "potential", "possible", "estimated", "expected")
HEDGED = (Certainty.POSSIBLE, Certainty.PROBABLE)


def level(text: str, language: Language) -> int:
    """How surely a cause is told, by the first sentence: 0 none, 1 things that go together, 2 a hedged cause, 3 a cause."""
    text = re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)[0]
    span = Span(0, len(text))
    words = words_in(text, span, load_wording(language))
    sentence = Sentence(span, words, frozenset(word.stem for word in words), text)
    if NONE.search(text):
        return 0
    hedges = [hedge for hedge in find_hedges(text, sentence, language) if hedge.words not in OF_A_NOUN]
    if any(hedge.certainty in HEDGED for hedge in hedges) or ABLE.search(text):
        return 2
    return 1 if TOGETHER.search(text) else 3


def judged(abstract: str, release: str, language: Language) -> Direction:
    """Which way a press release goes, against the abstract."""
    before, after = level(abstract, language), level(release, language)
    if before == after:
        return Direction.SAME
    return Direction.EXAGGERATES if after > before else Direction.DOWNPLAYS


def main() -> None:
    """Prints how many pairs are judged rightly."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--wrong", action="store_true", help="show each pair judged otherwise")
    chosen = options.parse_args()
    language = load_language("en")
    counts: Counter[tuple[Direction, Direction]] = Counter()
    for finding in read_findings(chosen.data):
        made = judged(finding.abstract, finding.release, language)
        counts[finding.direction, made] += 1
        if chosen.wrong and made is not finding.direction:
            print(f"{made} for {finding.direction}\n  {finding.abstract}\n  {finding.release}")
    total = sum(counts.values())
    values = []
    for each in Direction:
        right, there = counts[each, each], sum(counts[each, made] for made in Direction)
        said = sum(counts[gold, each] for gold in Direction)
        values.append(200 * right / max(1, there + said))
        print(f"{each:12} {right} right of {said} told, {there} there, F1 {values[-1]:.1f}")
    moved = (Direction.EXAGGERATES, Direction.DOWNPLAYS)
    turned = sum(counts[a, b] for a in moved for b in moved if a is not b)
    ways = sum(counts[a, b] for a in moved for b in moved)
    print(f"right {100 * sum(counts[each, each] for each in Direction) / total:.1f} %, macro F1 {sum(values) / len(values):.1f}")
    print(f"direction: {ways - turned} of {ways} right where both say that it moved")


if __name__ == "__main__":
    main()
