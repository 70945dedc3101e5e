"""How well a tagger does against gold.

This room knows values and errors, nothing else of the package: what it measures is handed to it as a function from an
article to attributions, so it can measure anything.
"""

from allegedly.evaluation.evaluate import Find, between_annotators, evaluate_attribution, predict, score
from allegedly.evaluation.gold import Gold, GoldDocument, parse_standoff, read_gold
from allegedly.evaluation.labelled import Labelled, labelled
from allegedly.evaluation.predictions import Predictions, prediction_lines, read_predictions
from allegedly.evaluation.report import Report

__all__ = [
    "Find",
    "Gold",
    "GoldDocument",
    "Labelled",
    "Predictions",
    "Report",
    "between_annotators",
    "evaluate_attribution",
    "labelled",
    "parse_standoff",
    "predict",
    "prediction_lines",
    "read_gold",
    "read_predictions",
    "score",
]
