"""What the character of statements reaches on the corpora beside the project: factuality, who reports what, casualties.

python -m tests.gate.character            # the figures now
python -m tests.gate.character --raise    # and pin them, where they have risen
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from tests.gate.floors import read_floors, write_floors
from tests.gate.table import put_on_page
from tests.samples import make_article

from allegedly.attribute.tagger import tagged
from allegedly.characterise.figure_rules import load_figures
from allegedly.characterise.figures import find_figures
from allegedly.evaluation.factuality import FactualityScore, measure_factuality, read_factuality
from allegedly.evaluation.hits import Hits
from allegedly.evaluation.letter_case import in_case, learn_case
from allegedly.evaluation.muc import confidence_of, judged_figures, read_muc
from allegedly.evaluation.timebank import DENIALS, REPORTS, links_found, read_timebank, score_links, without
from allegedly.languages import load_language
from allegedly.model import Attribution, Span
from allegedly.pipeline import find_statements
from allegedly.reading import load_tagger
from allegedly.segment import segment

DATA = Path(__file__).parents[2].parent / "shared" / "data"
FLOORS = Path(__file__).with_name("character.json")
SLACK = {"neural": 0.005, "denials: f1": 0.05, "MUC confidence: accuracy": 0.01}
"""Sums differ a little from one processor to another; the denials held out are thirteen."""
ENGLISH = load_language("en")
CASED = 1500
"""Articles from which letter case is learnt."""
Figures = Mapping[str, float]


@dataclass(frozen=True)
class Measure:
    """Something measured, and where its gold lies."""

    name: str
    gold: Path
    figures: Callable[[], Figures]


def factuality() -> Figures:
    """News by the reading of FactBank, and the web by that of UDS: the network's development parts."""
    news, web = _factuality("UW", "factuality"), _factuality("UDS_IH2", "happened")
    return {
        "factuality of news: r": news.pearson,
        "factuality of news: 1 - error / 6": 1 - news.error / 6,
        "factuality of the web: r": web.pearson,
    }


def _factuality(name: str, field: str) -> FactualityScore:
    tagger = load_tagger("neural")

    def judge(text: str, spans: list[Span]) -> list[float]:
        article = make_article(text)
        _, scores = tagged(tagger, article, segment(article, ENGLISH))
        assert scores is not None
        return [float(getattr(word, field)) for word in scores.words(spans)]

    return measure_factuality(
        read_factuality(DATA / "factuality" / name / "dev.jsonl"), lambda text, spans: judge(text, list(spans))
    )


def timebank() -> Figures:
    """The links of the documents whose sentences the network never saw."""
    seen = [sentence.text for sentence in read_factuality(DATA / "factuality" / "UW" / "train.jsonl")]
    tagger, reports, denials = load_tagger("neural"), Hits(0, 0, 0), Hits(0, 0, 0)
    for document in without(read_timebank(DATA / "timebank" / "TimeBank"), seen):
        found = links_found(document.text, find_statements(document.article(), ENGLISH, tagger).statements)
        reports += score_links(document, found, REPORTS)
        denials += score_links(document, found, DENIALS)
    return {
        "who reports what: precision": reports.precision,
        "who reports what: recall": reports.recall,
        "who reports what: f1": reports.f1,
        "denials: f1": denials.f1,
    }


def muc() -> Figures:
    """Casualties in all sentences of the development messages, and the confidence of those that lay an incident to somebody."""
    forms = learn_case(islice(_other_texts(), CASED))
    tagger, rules, casualties = load_tagger("neural"), load_figures(ENGLISH), Hits(0, 0, 0)
    right: list[bool] = []
    for message in read_muc(DATA / "muc" / "dev"):
        article = make_article(in_case(message.text, forms))
        if message.casualties:
            segments = segment(article, ENGLISH)
            told = [Attribution((), (), (sentence,)) for sentence in segments.sentences]
            figures = [figure for each in told for figure in find_figures(article.text, segments, each, rules)]
            casualties += judged_figures(message, figures)
        if message.suspicions:
            statements = find_statements(article, ENGLISH, tagger).statements
            right += [confidence_of(one.names, article.text, statements) in one.confidences for one in message.suspicions]
    return {
        "MUC casualties: precision": casualties.precision,
        "MUC casualties: recall": casualties.recall,
        "MUC confidence: accuracy": sum(right) / len(right),
    }


def _other_texts() -> Iterator[str]:
    with gzip.open(DATA / "allsides" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


MEASURES = (
    Measure("factuality", DATA / "factuality" / "UW" / "dev.jsonl", factuality),
    Measure("timebank", DATA / "timebank" / "TimeBank", timebank),
    Measure("muc", DATA / "muc" / "dev", muc),
)


def main() -> int:
    """The exit code: 0 where the floors hold or have risen, 1 where a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="pin", help="pin what has risen")
    parser.add_argument("--only", choices=[measure.name for measure in MEASURES])
    given = parser.parse_args()
    floors = replace(read_floors(FLOORS), slack=SLACK)
    for measure in MEASURES:
        if given.only not in (None, measure.name) or not measure.gold.exists():
            continue
        figures = measure.figures()
        for figure, value in figures.items():
            sys.stdout.write(f"{figure:40s} {100 * value:6.2f}\n")
        try:
            floors = floors.renewed("neural", {**floors.taggers.get("neural", {}), **figures})
        except ValueError as broken:
            sys.stderr.write(f"{broken}\n")
            return 1
    if given.pin:
        write_floors(floors, FLOORS)
        put_on_page(floors, "character")
    return 0


if __name__ == "__main__":
    sys.exit(main())
