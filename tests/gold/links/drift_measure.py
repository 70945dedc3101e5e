"""How the types of change between two sentences hold against the gold of drift.

    python -m tests.gold.links.drift_measure dev                # the half that rules may be tuned on
    python -m tests.gold.links.drift_measure dev --wrong        # and each pair with a type missed or too many
    python -m tests.gold.links.drift_measure dev2               # a second draw, read for mending
    python -m tests.gold.links.drift_measure test3              # once, for the final figure; so were test and test2

Each sentence is an article of its own and goes through the whole pipeline. A type counts once for a pair; what is only in one of
the two is none. Micro: over all types of all pairs. Placed: of the types told rightly, those whose words touch the gold's.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allegedly.languages import load_language
from allegedly.link import find_drift
from allegedly.model import Article, Origin, Spans
from allegedly.model.link import Change, Drift, Sheet
from allegedly.pipeline import find_statements, lay_out
from allegedly.reading import load_tagger
from tests.gold.links.compile_drift import digest_of
from tests.gold.links.draw_drift_events import sentences
from tests.gold.links.load import DATA, HERE, rows
from tests.samples import make_article

Gold = dict[str, Any]  # an item of drift.json
LEFT_OUT = (Change.ONLY_BEFORE, Change.ONLY_AFTER)
LOSSES = (Change.HEDGE_DROPPED, Change.SOURCE_DROPPED)


@dataclass(frozen=True)
class Pair:
    """Two sentences, and what the gold says of them."""

    gold: Gold
    first: Article
    second: Article

    @property
    def types(self) -> set[Change]:
        """The types of change."""
        return {Change(each["change"]) for each in self.gold["changes"]}


def load_drift(half: str | None = None, data: Path = DATA) -> Iterator[Pair]:
    """The pairs of one half (`dev`, `test3` and so on) or all; refused where a sentence is not the annotated one."""
    listed = json.loads((data / "drift" / "pairs.json").read_text(encoding="utf-8"))
    for item in json.loads((HERE / "drift.json").read_text(encoding="utf-8"))["items"]:
        if half not in (None, item["half"]):
            continue
        sides = sides_of(item, listed, data)
        if digest_of(*(side["s"] for side in sides)) != item["sha256"]:
            raise ValueError(f"{item['id']} is another pair than the one that was annotated")
        first, second = (make_article(side["s"], Origin(outlet=side["source"], published=side["date"])) for side in sides)
        yield Pair(item, first, second)


def sides_of(item: Gold, listed: list[Gold], data: Path) -> list[Gold]:
    """The two sentences of an item with outlet and date, from the list of `drift` or the articles that it names."""
    if "line" in item:
        return [listed[item["line"]][side] for side in ("ba" if item.get("turned") else "ab")]
    if "events" in item:
        told = [sentences(data / "ecbplus" / name.split("_")[0] / name)[number] for name, number in item["events"]]
        return [{"s": text, "source": None, "date": None} for text in told]
    found = [(rows(data)[name, key], start, end) for name, key, start, end in item["places"]]
    return [{"s": row["text"][start:end], "source": row["outlet"], "date": row["date"]} for row, start, end in found]


def told(pair: Pair, sheet: Callable[[Article], Sheet]) -> list[Drift]:
    """What the program says of the pair."""
    versions = find_drift(sheet(pair.first), sheet(pair.second), load_language("en"))
    return [drift for drift in versions.drifts if drift.change not in LEFT_OUT]


def placed(pair: Pair, drift: Drift) -> bool:
    """Whether the words of a change touch those of the gold's change of that type, on either side."""

    def touch(spans: Spans, places: list[list[int]]) -> bool:
        return any(span.start < end and start < span.end for span in spans for start, end in places)

    golds = [each for each in pair.gold["changes"] if each["change"] == drift.change]
    return any(touch(drift.before, gold["before"]) or touch(drift.after, gold["after"]) for gold in golds)


def share(right: int, all_of_them: int) -> str:
    return f"{100 * right / all_of_them:5.1f}" if all_of_them else "    –"


def report(counts: dict[str, Counter[Change]], types: list[Change]) -> str:
    """Precision, recall, F1 and how many there are, of these types together."""
    right, said, there = (sum(counts[name][change] for change in types) for name in ("right", "said", "there"))
    scores = f"P {share(right, said)}  R {share(right, there)}  F1 {share(2 * right, said + there)}"
    return f"{scores}   {right} right of {said} told, {there} there"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("half", choices=("dev", "test", "dev2", "test2", "test3"))
    options.add_argument("--tagger", choices=("cues", "neural"), default="cues")
    options.add_argument("--wrong", action="store_true", help="show each pair with a type missed or too many")
    chosen = options.parse_args()
    tagger, language = load_tagger(chosen.tagger), load_language("en")
    counts: dict[str, Counter[Change]] = {name: Counter() for name in ("right", "said", "there", "placed")}
    clean = kept = 0
    for pair in load_drift(chosen.half):
        found = told(pair, lambda article: lay_out(find_statements(article, language, tagger)))
        said, there = {drift.change for drift in found}, pair.types
        counts["said"].update(said)
        counts["there"].update(there)
        counts["right"].update(said & there)
        counts["placed"].update({drift.change for drift in found if drift.change in there and placed(pair, drift)})
        kept += not there
        clean += not there and not said
        if chosen.wrong and said != there:
            print(f"{pair.gold['id']} missed {sorted(there - said)} too many {sorted(said - there)}")
            for drift in found:
                sides = [
                    [span.of(side.text) for span in spans]
                    for side, spans in ((pair.first, drift.before), (pair.second, drift.after))
                ]
                print(f"    {drift.change}: {sides[0]} -> {sides[1]}")
            print(f"  1 {pair.first.text}\n  2 {pair.second.text}")
    for change in Change:
        if counts["said"][change] or counts["there"][change]:
            print(f"{change:24} {report(counts, [change])}")
    print(f"{'all types, micro':24} {report(counts, list(Change))}")
    print(f"{'hedge or source dropped':24} {report(counts, list(LOSSES))}")
    print(f"placed {share(sum(counts['placed'].values()), sum(counts['right'].values()))} % of the right ones")
    print(f"meaning kept: {clean} of {kept} left alone")


if __name__ == "__main__":
    main()
