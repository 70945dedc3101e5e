"""Measures a tagger against gold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from allegedly.evaluation.comparison import compare
from allegedly.evaluation.gold import Gold, read_gold
from allegedly.evaluation.labelled import Labelled, labelled
from allegedly.evaluation.predictions import Predictions
from allegedly.evaluation.report import Report
from allegedly.model import Article, Attribution

Find = Callable[[Article], Sequence[Attribution]]
"""What finds the attributions of an article: a tagger with its segmenting, or anything else."""


def evaluate_attribution(gold: Gold | Path, find: Find) -> Report:
    """How well what `find` gives agrees with the `gold`, a folder or what was read from one.

    Raises `GoldError` where the folder holds no gold. What `find` raises is not caught: a document that fails is a fault.
    """
    read = read_gold(gold) if isinstance(gold, Path) else gold
    return score(read, predict(read, find))


def predict(gold: Gold, find: Find) -> Predictions:
    """What `find` gives for each document of `gold`."""
    return {document.name: labelled(find(document.article())) for document in gold.documents}


def score(gold: Gold, predictions: Mapping[str, Sequence[Labelled]]) -> Report:
    """How well `predictions` agree with `gold`: unannotated documents have no part, one without predictions counts as empty."""
    comparisons = (compare(document, predictions.get(document.name, ())) for document in gold.annotated)
    return Report(tuple(comparisons), gold.broken_lines)


def between_annotators(gold: Gold) -> Report:
    """How well the annotators agree with each other: each against each, both ways, where a document has several."""
    comparisons = [
        compare(document, found, truth)
        for document in gold.documents
        for truth_name, truth in document.annotations
        for found_name, found in document.annotations
        if truth_name != found_name
    ]
    return Report(tuple(comparisons), gold.broken_lines)
