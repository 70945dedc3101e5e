"""How well mentions are put into clusters: MUC, B-cubed, CEAF-e, and their mean, the CoNLL figure.

Pradhan et al. 2014 (Scoring Coreference Partitions of Predicted Mentions) define all of them, twinless mentions included; the
numbers of their worked example and of those of Luo 2005 hold here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass

from allegedly.evaluation.alignment import best_pairs

Cluster = Collection[Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class ClusterScores:
    """The three measures that the shared task of CoNLL-2012 took."""

    muc: Agreement
    b_cubed: Agreement
    ceaf_e: Agreement

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score_clusters(found: Iterable[Cluster], gold: Iterable[Cluster]) -> ClusterScores:
    """The clusters found against those of the gold; in each of the two a mention stands once. Mentions may lack on either side.

    A cluster of one counts in B-cubed and CEAF-e, and has no link that MUC could count; `without_singletons` leaves it out.

    >>> scores = score_clusters(["ab", "cd", "fghi"], ["abc", "defg"])
    >>> [(round(each.recall, 2), round(each.precision, 2)) for each in (scores.muc, scores.b_cubed, scores.ceaf_e)]
    [(0.4, 0.4), (0.42, 0.5), (0.65, 0.43)]
    >>> joined = score_clusters([range(5), range(5, 12)], [range(5), range(5, 7), range(7, 12)])
    >>> [round(each.f1, 3) for each in (joined.muc, joined.b_cubed, joined.ceaf_e)]
    [0.947, 0.865, 0.733]
    """
    ours, theirs = [frozenset(each) for each in found if each], [frozenset(each) for each in gold if each]
    return ClusterScores(muc(ours, theirs), b_cubed(ours, theirs), ceaf_e(ours, theirs))


def without_singletons(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters of two mentions or more (Cattan et al. 2021: those of one lift a figure that should be of links)."""
    return [each for each in clusters if len(each) > 1]


def muc(found: Collection[Cluster], gold: Collection[Cluster]) -> Agreement:
    """Vilain et al. 1995: of the links that hold clusters together, how many the other side has."""
    return Agreement(_held(found, gold), _held(gold, found))


def b_cubed(found: Collection[Cluster], gold: Collection[Cluster]) -> Agreement:
    """Bagga and Baldwin 1998: for each mention, how much of its cluster stands in its cluster of the other side."""
    return Agreement(_shared(found, gold), _shared(gold, found))


def ceaf_e(found: Collection[Cluster], gold: Collection[Cluster]) -> Agreement:
    """Luo 2005, with his fourth likeness: clusters paired one to one so that they are most alike."""
    ours, theirs = list(found), list(gold)
    counts: Counter[tuple[int, int]] = Counter()
    of = _numbers(theirs)
    for number, cluster in enumerate(ours):
        counts.update((number, of[each]) for each in cluster if each in of)
    edges = {(i, j): 2 * shared / (len(ours[i]) + len(theirs[j])) for (i, j), shared in counts.items()}
    total = sum(edges[pair] for pair in best_pairs(edges))
    return Agreement(total / len(ours) if ours else 0.0, total / len(theirs) if theirs else 0.0)


def _held(clusters: Iterable[Cluster], others: Iterable[Cluster]) -> float:
    """The share of the links of `clusters` that `others` have; those of a mention that the others lack are not had."""
    of = _numbers(others)
    links = held = 0
    for cluster in clusters:
        parts = len({of[each] for each in cluster if each in of}) + sum(each not in of for each in cluster)
        links += len(cluster) - 1
        held += len(cluster) - parts
    return held / links if links else 0.0


def _shared(clusters: Iterable[Cluster], others: Iterable[Cluster]) -> float:
    of = _numbers(others)
    mentions = 0
    total = 0.0
    for cluster in clusters:
        counts = Counter(of[each] for each in cluster if each in of)
        mentions += len(cluster)
        total += sum(number * number for number in counts.values()) / len(cluster)
    return total / mentions if mentions else 0.0


def _numbers(clusters: Iterable[Cluster]) -> Mapping[Hashable, int]:
    return {each: number for number, cluster in enumerate(clusters) for each in cluster}
