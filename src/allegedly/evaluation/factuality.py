"""Gold of event factuality: how surely what a predicate names has happened, from -3 (surely not) to 3 (surely)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from allegedly.errors import GoldError
from allegedly.model import Span

Range = tuple[int, int]

_LEFT = re.compile(r"[,.;:!?%)\]}…]+|n['’]t|['’](?:s|re|ve|ll|d|m|S)?|-RRB-|”", re.IGNORECASE)
_RIGHT = re.compile(r"[(\[{$#£€“]|-LRB-")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that names what happens, and how surely it does: the mean of the annotators, from -3 to 3."""

    span: Span
    factuality: float


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence as it would be printed, with its predicates."""

    text: str
    predicates: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class FactualityScore:
    """`pearson`: how well two series go together, from -1 to 1; `error`: the mean absolute error; of `count` predicates."""

    pearson: float
    error: float
    count: int


def read_factuality(path: Path) -> tuple[JudgedSentence, ...]:
    """The sentences of a file in JSON lines: `text` in tokens parted by blanks, `targets` with `span1` and `label`.

    Raises `GoldError` where it is none.
    """
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return tuple(_sentence(row["text"].split(), row["targets"]) for row in rows)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise GoldError(f"{path} is no file of factuality judgements in JSON lines: {error!r}") from error


def _sentence(tokens: list[str], targets: Sequence[dict[str, object]]) -> JudgedSentence:
    text, places = printed(tokens)
    found = []
    for target in targets:
        span, label = target["span1"], target["label"]
        if not isinstance(span, list) or not isinstance(label, int | float):
            raise ValueError(f"a target has span1 and label, found {target}")
        found.append(Predicate(Span(places[span[0]][0], places[span[1] - 1][1]), float(label)))
    return JudgedSentence(text, tuple(found))


def printed(tokens: Sequence[str]) -> tuple[str, list[Range]]:
    """The text that a tokenizer cut into `tokens`, and where in it each stands.

    >>> printed(["The", "boy", "'s", "father", "did", "n't", "say", "(", "he", "left", ")", "."])[0]
    "The boy's father didn't say (he left)."
    >>> printed(["``", "A", "10", "-", "year", "plan", ",", "''", "she", "said"])[0]
    '“A 10-year plan,” she said'
    """
    text = ""
    places: list[Range] = []
    opened = glue = False
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        if token == "'" and at and tokens[at - 1] == "'" and text[-1:] in "“”":
            places.append(places[-1])
            continue
        shown = _BRACKETS.get(token, token)
        if token in ("``", "''", '"') or (token == "'" and after == "'"):
            shown = "”" if opened else "“"
            opened = not opened
        hyphen = token == "-" and at > 0 and tokens[at - 1][-1:].isalnum() and after[:1].isalnum()
        left = hyphen or bool(_LEFT.fullmatch(shown))
        if text and not (glue or left):
            text += " "
        places.append((len(text), len(text) + len(shown)))
        text += shown
        glue = hyphen or bool(_RIGHT.fullmatch(shown))
    return text, places


def measure_factuality(
    sentences: Iterable[JudgedSentence], judge: Callable[[str, Sequence[Span]], Sequence[float]]
) -> FactualityScore:
    """How near `judge` comes, which gives each predicate of a text a value from -3 to 3."""
    gold: list[float] = []
    found: list[float] = []
    for sentence in sentences:
        gold += [predicate.factuality for predicate in sentence.predicates]
        found += judge(sentence.text, [predicate.span for predicate in sentence.predicates])
    return score_factuality(gold, found)


def score_factuality(gold: Sequence[float], found: Sequence[float]) -> FactualityScore:
    """Pearson's r and the mean absolute error of two series of the same length; r is 0 where one does not vary.

    >>> score_factuality([3, 0, -3], [2, 0, -2])
    FactualityScore(pearson=1.0, error=0.6666666666666666, count=3)
    """
    if len(gold) != len(found) or not gold:
        raise ValueError(f"two series of one length, found {len(gold)} and {len(found)} values")
    count = len(gold)
    mean_gold, mean_found = sum(gold) / count, sum(found) / count
    shared = sum((a - mean_gold) * (b - mean_found) for a, b in zip(gold, found, strict=True))
    spread = sqrt(sum((a - mean_gold) ** 2 for a in gold) * sum((b - mean_found) ** 2 for b in found))
    error = sum(abs(a - b) for a, b in zip(gold, found, strict=True)) / count
    return FactualityScore(shared / spread if spread else 0.0, error, count)
