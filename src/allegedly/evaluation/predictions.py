"""Attributions in a file of JSON lines, so that other scorers can read ours and we can score others'.

One object a line: `{"doc": name, "attributions": [{"source": [[s, e], …], "cue": …, "content": …, "confidence": 0.9}]}`.
Offsets are code points of the document's text, half-open; an empty list means that there is no such span.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from allegedly.errors import GoldError
from allegedly.evaluation.labelled import ROLES, Labelled, Runs

Predictions = dict[str, tuple[Labelled, ...]]
"""What was found, by the document's name."""


def read_predictions(path: Path) -> Predictions:
    """The predictions in a file. Raises `GoldError` where a line is no prediction."""
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not in UTF-8: {error.reason} at byte {error.start}") from error
    predictions: Predictions = {}
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            try:
                one = json.loads(line)
                predictions[str(one["doc"])] = tuple(_labelled(found) for found in one["attributions"])
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise GoldError(f'{path}, line {number} is no prediction: expected {{"doc": …, "attributions": […]}}') from error
    return predictions


def prediction_lines(predictions: Mapping[str, Sequence[Labelled]]) -> Iterable[str]:
    """The predictions as lines of JSON, without line ends."""
    for document, attributions in predictions.items():
        listed = [{role: found.role(role) for role in ROLES} | {"confidence": found.confidence} for found in attributions]
        yield json.dumps({"doc": document, "attributions": listed}, ensure_ascii=False)


def _labelled(found: Mapping[str, Iterable[tuple[int, int]] | float | None]) -> Labelled:
    source, cue, content = (_runs(found.get(role)) for role in ROLES)
    confidence = found.get("confidence", 1.0)
    return Labelled(source, cue, content, float(confidence) if isinstance(confidence, int | float) else 1.0)


def _runs(value: Iterable[tuple[int, int]] | float | None) -> Runs:
    if value is None or isinstance(value, int | float):
        return ()
    return tuple((int(start), int(end)) for start, end in value)
