"""A judged field, and the words or the rule it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from allegedly.model.span import Spans

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Judgement(Generic[T]):
    """`value`, with its `evidence`: spans of the article's text, or the name of the `rule` where no words gave rise to it."""

    value: T
    evidence: Spans = ()
    rule: str | None = None
