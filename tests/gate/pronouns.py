"""How well pronouns are resolved: GAP (Webster et al. 2018) and the pronouns of GUM (Zeldes 2017).

    python -m tests.gate.pronouns cues neural           # the development files in ../shared/data
    python -m tests.gate.pronouns cues neural --raise   # and pin the figures, where they have risen

A pronoun is given to `resolve` as a source, as a tagger would; nothing of the gold but its place is told.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.gate.floors import read_floors, write_floors
from tests.gate.table import put_on_page
from tests.samples import make_article

from allegedly.attribute.tagger import tagged
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Predicate, Scores, Segments, Span, Speaker
from allegedly.reading import load_tagger
from allegedly.resolve import resolve
from allegedly.segment import segment

DATA = Path(__file__).parents[2].parent / "shared" / "data"
GAP = DATA / "gap" / "gap-development.tsv"
GUM = DATA / "gum"
FLOORS = Path(__file__).with_name("pronouns.json")
SLACK = {"neural": 0.01}
"""The network's sums differ a little from one processor to another."""
HE, SHE = ("he", "him", "his", "himself"), ("she", "her", "hers", "herself")
Scorer = Callable[[Article, Segments], Scores | None]


@dataclass
class Noted:
    """Scores that are passed on, each pronoun's best pair being noted."""

    scores: Scores
    best: dict[Span, tuple[float, Span]] = field(default_factory=dict)

    def antecedents(self, pairs: Sequence[tuple[Span, Span]]) -> Sequence[float]:
        found = self.scores.antecedents(pairs)
        for (pronoun, other), score in zip(pairs, found, strict=True):
            if score > self.best.get(pronoun, (float("-inf"), other))[0]:
                self.best[pronoun] = score, other
        return found

    def predicates(self, within: Span) -> Sequence[Predicate]:
        return self.scores.predicates(within)

    def words(self, spans: Sequence[Span]) -> Sequence[Predicate]:
        return self.scores.words(spans)


@dataclass(frozen=True)
class Row:
    """A row of GAP: a pronoun, and two names with whether it means them."""

    text: str
    pronoun: Span
    feminine: bool
    names: tuple[tuple[Span, bool], tuple[Span, bool]]


def gap_rows(path: Path = GAP) -> list[Row]:
    """The rows of a file of GAP."""

    def span(row: dict[str, str], what: str, words: str) -> Span:
        start = int(row[f"{what}-offset"])
        return Span(start, start + len(words))

    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                row["Text"],
                span(row, "Pronoun", row["Pronoun"]),
                row["Pronoun"].lower() in SHE,
                (
                    (span(row, "A", row["A"]), row["A-coref"] == "TRUE"),
                    (span(row, "B", row["B"]), row["B-coref"] == "TRUE"),
                ),
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def speakers_of(text: str, pronouns: Sequence[Span], scorer: Scorer) -> tuple[tuple[Speaker | None, ...], Noted | None]:
    """Whom each pronoun means, and the scores that were asked for it."""
    article, language = make_article(text), load_language("en")
    segments = segment(article, language)
    attributions = [Attribution((pronoun,), (), (pronoun,)) for pronoun in pronouns]
    scores = scorer(article, segments)
    noted = Noted(scores) if scores is not None else None
    return resolve(article, segments, attributions, language, scores=noted), noted


def meant(speaker: Speaker | None, pronoun: Span) -> list[Span]:
    """Where the article names whom the speaker was resolved to; nowhere while it is open."""
    if speaker is None or speaker.candidates:
        return []
    return [*speaker.mentions, *(span for span in speaker.evidence if not span.overlaps(pronoun))]


def leading(speaker: Speaker | None, name: str) -> bool:
    """Whether the likeliest of those left open bears the name."""
    likeliest = speaker.candidates[0] if speaker is not None and speaker.candidates else ""
    return bool(likeliest) and (set(name.split()) <= set(likeliest.split()) or set(likeliest.split()) <= set(name.split()))


def gap_figures(rows: Sequence[Row], scorer: Scorer) -> dict[str, float]:
    """GAP's figures, from 0 to 1: F1 over all rows and of either gender, and the ratio of the two."""
    counts: Counter[tuple[bool, str]] = Counter()
    forced: Counter[str] = Counter()
    for row in rows:
        ((speaker,), _) = speakers_of(row.text, [row.pronoun], scorer)
        places = meant(speaker, row.pronoun)
        for name, gold in row.names:
            said = any(place.overlaps(name) for place in places)
            counts[row.feminine, "right" if said and gold else "wrong" if said else "missed" if gold else "left"] += 1
            leads = said or leading(speaker, name.of(row.text))
            forced["right" if leads and gold else "wrong" if leads else "missed" if gold else "left"] += 1

    def figures(genders: tuple[bool, ...]) -> tuple[float, float, float]:
        right, wrong, missed = (sum(counts[gender, what] for gender in genders) for what in ("right", "wrong", "missed"))
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        return precision, recall, 2 * right / max(1, 2 * right + wrong + missed)

    precision, recall, whole = figures((False, True))
    he, she = figures((False,))[2], figures((True,))[2]
    return {
        "GAP, F1": whole,
        "GAP, precision": precision,
        "GAP, recall": recall,
        "GAP, F1 masculine": he,
        "GAP, F1 feminine": she,
        "GAP, feminine / masculine": she / he if he else 0.0,
        "GAP, F1 with the likeliest taken where open": 2
        * forced["right"]
        / max(1, 2 * forced["right"] + forced["wrong"] + forced["missed"]),
    }


@dataclass(frozen=True)
class Document:
    """A document of GUM: its text, and the chain of each mention, smallest first."""

    name: str
    text: str
    mentions: tuple[tuple[Span, str], ...]

    def chain(self, span: Span) -> str | None:
        """The chain of the smallest mention that holds the span."""
        return next((number for held, number in self.mentions if held.covers(span)), None)


def gum_documents(folder: Path = GUM, split: str = "dev") -> Iterator[Document]:
    """The documents of a split of GUM."""
    listed, inside = set(), False
    for line in (folder / "splits.md").read_text(encoding="utf-8").splitlines():
        inside = line.strip() == f"## {split}" if line.startswith("## ") else inside
        if inside and line.strip().startswith("* "):
            listed.add(line.strip()[2:])
    for path in sorted((folder / "gum").glob("*.conll")):
        if path.stem in listed:
            yield gum_document(path)


CLOSING = re.compile(r"[.,;:!?%)\]}’”]|'s|’s|n't|n’t|'(?:re|ve|ll|d|m)|’(?:re|ve|ll|d|m)")


def gum_document(path: Path) -> Document:
    """One document, its words set as they would be printed."""
    text, places, spans = "", [], []
    opened: dict[str, list[int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 3:
            continue
        text += "" if not text or CLOSING.fullmatch(fields[1]) or text[-1] in "([{“$" else " "
        places.append(Span(len(text), len(text) + len(fields[1])))
        text += fields[1]
        for mark in re.findall(r"\(?[a-z]+-\d+[^()]*\)?", fields[2]):
            number = mark.split("-")[1].rstrip(")")
            if mark.startswith("("):
                opened.setdefault(number, []).append(places[-1].start)
            if mark.endswith(")"):
                spans.append((Span(opened[number].pop(), places[-1].end), number))
    return Document(path.stem, text, tuple(sorted(spans, key=lambda each: (len(each[0]), each[0]))))


def gum_figures(documents: Sequence[Document], scorer: Scorer) -> dict[str, float]:
    """Of the pronouns for one person (he, she) that are not the first mention of theirs: how many are given to the right chain.

    *Antecedent*: the mention before it that it is held to go with, be it a name, a description or a pronoun (a rule's: a name).
    *Name*: whom the speaker comes out as.
    """
    counts: Counter[str] = Counter()
    for document in documents:
        first: dict[str, int] = {}
        for span, number in document.mentions:
            first[number] = min(span.start, first.get(number, span.start))
        wanted = [
            (span, number)
            for span, number in sorted(document.mentions)
            if span.of(document.text).lower() in HE + SHE and first[number] < span.start
        ]
        found, noted = speakers_of(document.text, [span for span, _ in wanted], scorer)
        for (span, number), speaker in zip(wanted, found, strict=True):
            places = meant(speaker, span)
            near = min(places, key=lambda place: (place.start > span.start, abs(span.start - place.start)), default=None)
            link = noted.best.get(span, (0.0, None))[1] if noted is not None else near
            counts["all"] += 1
            counts["linked"] += link is not None and document.chain(link) == number
            counts["given"] += near is not None
            counts["right"] += near is not None and document.chain(near) == number
    return {
        "GUM, antecedent right": counts["linked"] / max(1, counts["all"]),
        "GUM, name right": counts["right"] / max(1, counts["given"]),
        "GUM, name given": counts["given"] / max(1, counts["all"]),
    }


def scorer_of(name: str) -> Scorer:
    """The scores of a tagger; none of `cues`."""
    tagger = load_tagger(name)
    return lambda article, segments: tagged(tagger, article, segments)[1] if name != "cues" else None


def measured(name: str) -> dict[str, float]:
    """The pinned figures of a tagger, from 0 to 1, higher being better; the ratio of the genders as its distance from even."""
    scorer = scorer_of(name)
    figures = {**gap_figures(gap_rows(), scorer), **gum_figures(list(gum_documents()), scorer)}
    ratio = figures.pop("GAP, feminine / masculine")
    return {**figures, "GAP, 1 - distance of feminine / masculine from 1": 1 - abs(1 - ratio)}


def main() -> int:
    """The exit code: 0 where the floors hold or have risen, 1 where a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("taggers", nargs="+", choices=("cues", "neural"))
    parser.add_argument("--raise", action="store_true", dest="pin", help="pin what has risen")
    parser.add_argument("--lower", metavar="REASON", help="pin the figures as they are, and why")
    given = parser.parse_args()
    floors = replace(read_floors(FLOORS), slack=SLACK)
    for name in given.taggers:
        figures = measured(name)
        for figure, value in figures.items():
            sys.stdout.write(f"{name:8} {figure:50} {100 * value:6.1f}\n")
        try:
            floors = floors.renewed(name, figures, given.lower)
        except ValueError as broken:
            sys.stderr.write(f"{broken}\n")
            return 1
    if given.pin or given.lower:
        write_floors(floors, FLOORS)
        put_on_page(floors, "pronouns")
    return 0


if __name__ == "__main__":
    sys.exit(main())
