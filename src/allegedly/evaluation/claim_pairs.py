"""Pairs of claims by different outlets, or of an abstract and its press release, with what the second does to the first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from allegedly.errors import GoldError

STRENGTHS, WEAKNESSES = "ClaimDiff-strength-train.json", "ClaimDiff-weak-train.json"


class Effect(StrEnum):
    """What a claim does to another."""

    STRENGTHENS = "strengthens"
    WEAKENS = "weakens"
    NEITHER = "neither"


class Direction(StrEnum):
    """How a press release tells a finding, against the abstract."""

    SAME = "same"
    EXAGGERATES = "exaggerates"
    DOWNPLAYS = "downplays"


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims on one topic, each with the title of its article.

    `pair` is the same for a pair and for the same claims the other way round, so that folds can keep the two together.
    """

    pair: str
    topic: str
    first: str
    second: str
    first_title: str
    second_title: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as the abstract has it and as the press release does."""

    abstract: str
    release: str
    direction: Direction


def read_claim_pairs(folder: Path) -> tuple[ClaimPair, ...]:
    """The pairs of ClaimDiff (kaistAI/ClaimDiff), in the order of the file.

    They stand in two files, one for what strengthens and one for what weakens; no pair is both. Raises `GoldError` where a file
    is missing or malformed, or the two are not of the same pairs.
    """
    weak = {_string(row, "pair_id"): _relation(row) for row in _rows(folder / WEAKNESSES)}
    found = []
    for row in _rows(folder / STRENGTHS):
        identifier = _string(row, "pair_id")
        if identifier not in weak:
            raise GoldError(f"{folder / WEAKNESSES} has no pair {identifier!r}, which {STRENGTHS} has")
        effect = Effect.WEAKENS if weak[identifier] else Effect.STRENGTHENS if _relation(row) else Effect.NEITHER
        first, second, title, other = (_string(row, key) for key in ("claim_a", "claim_b", "article_a", "article_b"))
        pair = ClaimPair(identifier.removesuffix("_rev"), _string(row, "topic"), first, second, title, other, effect)
        found.append(pair)
    return tuple(found)


def read_findings(path: Path) -> tuple[Finding, ...]:
    """The pairs of a file of copenlu/scientific-exaggeration-detection. Raises `GoldError` where it is missing or malformed."""
    found = []
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            direction = Direction(row["exaggeration_label"])
            found.append(Finding(str(row["abstract_conclusion"]), str(row["press_release_conclusion"]), direction))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} is no file of findings: {error!r}") from error
    return tuple(found)


def _rows(path: Path) -> Iterator[dict[str, object]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))["data"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path} is no file of ClaimDiff: {error!r}") from error
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise GoldError(f"{path} is no file of ClaimDiff: expected a list of pairs under data")
    yield from data


def _string(row: dict[str, object], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise GoldError(f"expected a string under {key!r} in a pair of ClaimDiff, found {value!r:.60}")
    return value


def _relation(row: dict[str, object]) -> bool:
    value = row.get("relation")
    if value not in (0, 1):
        raise GoldError(f"expected 0 or 1 under 'relation' in a pair of ClaimDiff, found {value!r:.60}")
    return value == 1
