"""Which mentions mean the same event, across documents: ECB+, against the baseline that the same head word is the same event.

    python -m benchmarks.same_event ../shared/data/ecbplus            # topics 31 to 35
    python -m benchmarks.same_event ../shared/data/ecbplus --tuned    # topics 1 to 30, cross-validated
    python -m benchmarks.same_event ../shared/data/ecbplus --train    # first learn the weights anew, on topics 1 to 30

Mentions are given, as is usual; each pair of a topic is judged by a logistic regression over what the ledger compares statements
by (words weighed by rarity, names, figures, the tagger's states) and by words that tell of one happening (same_event.toml); then
mentions are joined, the likeliest first, while two groups are likely enough on average. Its numbers stand in same_event.json.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from benchmarks.event_pairs import Floats, Topic, pairs_of, topics_of

from allegedly.evaluation.clusters import Cluster, ClusterScores, score_clusters, without_singletons
from allegedly.evaluation.ecbplus import EventDocument, events_of, read_ecbplus
from allegedly.link.grouping import joined

WEIGHTS = Path(__file__).with_name("same_event.json")
TUNED, QUOTED = range(1, 31), range(31, 36)
LEAST = 0.35
"""How likely two groups have to be one event on average; chosen by cross-validation over topics 1 to 30."""


def learn(topics: Iterable[Topic]) -> dict[str, float]:
    """The weights by feature, and the `bias`: a logistic regression in which each topic counts by the root of its pairs."""
    rows, gold, counting = [], [], []
    names: tuple[str, ...] = ()
    for topic in topics:
        each = pairs_of(topic)
        names = each.names
        rows.append(each.table)
        events = [one.mention.event for one in topic.mentions]
        gold.append(np.array([events[one] == events[other] for one, other in each.pairs], dtype=float))
        counting.append(np.full(len(each.pairs), len(each.pairs) ** -0.5))
    table, right, count = np.concatenate(rows), np.concatenate(gold), np.concatenate(counting)
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    weights = _regression(np.column_stack([(table - mean) / spread, np.ones(len(table))]), right, count / count.mean())
    scaled = weights[:-1] / spread
    bias = float(weights[-1] - scaled @ mean)
    return {name: round(float(weight), 4) for name, weight in zip([*names, "bias"], [*scaled, bias], strict=True)}


def _regression(table: Floats, right: Floats, count: Floats, ridge: float = 20.0) -> Floats:
    """The weights of the columns: Newton's method, a small ridge on all but the last."""
    weights = np.zeros(table.shape[1])
    keep = np.full(len(weights), ridge)
    keep[-1] = 0.0
    for _ in range(12):
        chance = 1 / (1 + np.exp(-table @ weights))
        curve = count * chance * (1 - chance)
        slope = table.T @ (count * (right - chance)) - keep * weights
        weights = weights + np.linalg.solve((table * curve[:, None]).T @ table + np.diag(keep), slope)
    return weights


def found_clusters(topic: Topic, weights: Mapping[str, float], part: Mapping[str, str | int]) -> list[Cluster]:
    """The mentions of a topic in clusters, none of which holds those of documents in two parts."""
    judged = pairs_of(topic)
    told = judged.table @ np.array([weights[name] for name in judged.names]) + weights["bias"]
    chances = 1 / (1 + np.exp(-told))
    mentions = [each.mention for each in topic.mentions]
    parts = [part.get(mention.document) for mention in mentions]
    keys = [f"{number:06d}" for number in range(len(mentions))]
    alike = {
        (keys[one], keys[other]): float(chance) if parts[one] == parts[other] else -1000.0
        for (one, other), chance in zip(judged.pairs, chances, strict=True)
    }
    return [[mentions[int(key)].id for key in group] for group in joined(keys, alike, LEAST)]


def lemma_clusters(topic: Topic, part: Mapping[str, str | int]) -> list[Cluster]:
    """The baseline: mentions with the same head word, in documents of one part."""
    groups: dict[tuple[str | int | None, str], list[tuple[str, int, int]]] = defaultdict(list)
    for each in topic.mentions:
        groups[part.get(each.mention.document), each.head].append(each.mention.id)
    return list(groups.values())


def measured(
    documents: Sequence[EventDocument], topics: Mapping[int, Topic], weights: Mapping[int, Mapping[str, float]]
) -> dict[str, tuple[ClusterScores, ClusterScores]]:
    """For the baseline and for ours, by what mentions are compared within: the scores, and those without clusters of one.

    `weights`: those to judge each topic by.
    """
    subtopics = {document.name: document.subtopic for document in documents}
    gold = [[mention.id for mention in event] for event in events_of(documents)]
    figures = {}
    for name in ("topic", "subtopic", "story"):
        ours: list[Cluster] = []
        theirs: list[Cluster] = []
        for number, topic in topics.items():
            parts: dict[str, Mapping[str, str | int]] = {"topic": {}, "subtopic": subtopics, "story": topic.story}
            ours += found_clusters(topic, weights[number], parts[name])
            theirs += lemma_clusters(topic, parts[name])
        for who, found in (("lemma", theirs), ("ours", ours)):
            figures[f"{who}, {name}"] = (
                score_clusters(found, gold),
                score_clusters(without_singletons(found), without_singletons(gold)),
            )
    return figures


def read_weights() -> dict[str, float]:
    """The weights that `--train` wrote."""
    return {str(name): float(weight) for name, weight in json.loads(WEIGHTS.read_text(encoding="utf-8")).items()}


def cross_validated(topics: Mapping[int, Topic], folds: int = 4) -> dict[int, dict[str, float]]:
    """For each topic the weights that are learned without it and the others of its fold."""
    numbers = sorted(topics)
    found = {}
    for fold in range(folds):
        weights = learn(topics[number] for number in numbers if number not in numbers[fold::folds])
        found.update(dict.fromkeys(numbers[fold::folds], weights))
    return found


def rows(figures: Mapping[str, tuple[ClusterScores, ClusterScores]]) -> Collection[str]:
    """The figures as lines of a table."""
    lines = []
    for name, (all_, linked) in figures.items():
        measures = (all_.muc, all_.b_cubed, all_.ceaf_e)
        cells = [f"{each.precision:.1%} / {each.recall:.1%} / {each.f1:.1%}" for each in measures]
        lines.append(f"{name:16} " + "   ".join(cells) + f"   {all_.conll:.1%}   {linked.conll:.1%}")
    return lines


def main() -> None:
    """Prints the figures; with `--train` also writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--tuned", action="store_true", help="measure on topics 1 to 30, each by weights learned without it")
    given = parser.parse_args()
    documents = read_ecbplus(given.folder, TUNED if given.tuned else QUOTED)
    topics = topics_of(documents)
    if given.train:
        weights = learn(topics_of(read_ecbplus(given.folder, TUNED)).values())
        WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    by_topic = cross_validated(topics) if given.tuned else dict.fromkeys(topics, read_weights())
    print("                 MUC P / R / F1   B-cubed   CEAF-e   CoNLL   without clusters of one")
    print("\n".join(rows(measured(documents, topics, by_topic))))


if __name__ == "__main__":
    main()
