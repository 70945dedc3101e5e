"""Hedges that a text drops, adds, or changes for weaker or stronger ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.link.align import Sentence
from allegedly.link.context import Compared
from allegedly.model import Certainty, Span
from allegedly.model.link import Change, Drift

SURENESS = {
    Certainty.PROBABLE: 3,
    Certainty.REPORTED: 2,
    Certainty.ALLEGED: 1,
    Certainty.POSSIBLE: 1,
}
"""How surely each presents what it stands with; without a hedge it is 4."""
LEAST_ALIKE = 0.5
_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge of a sentence, and the stems of the words that it stands with."""

    certainty: Certainty
    span: Span
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HedgeRules:
    """`found` finds a hedge; `meant` says what it makes of a content; `never_before` what must not follow it."""

    found: re.Pattern[str]
    meant: dict[str, Certainty]
    never_before: dict[str, frozenset[str]]


@cache
def load_hedges(language: Language) -> HedgeRules:
    """The hedges of a language, by `hedges.toml`. Raises `LanguageError` where it is malformed."""
    data = language.table("hedges")
    groups, never = data.get("hedges"), data.get("not_before")
    if not isinstance(groups, list) or not isinstance(never, dict):
        raise LanguageError(f"languages/{language.code}/hedges.toml: expected hedges and not_before")
    meant: dict[str, Certainty] = {}
    for group in groups:
        words = group.get("words") if isinstance(group, dict) else None
        if not isinstance(group, dict) or not isinstance(words, list):
            raise LanguageError(f"languages/{language.code}/hedges.toml: expected words, found {group!r:.60}")
        meant.update({str(word): Certainty(str(group["certainty"])) for word in words})
    either = "|".join(re.escape(word) for word in sorted(meant, key=len, reverse=True))
    befores = {word: frozenset(str(each) for each in listed) for word, listed in never.items() if isinstance(listed, list)}
    return HedgeRules(re.compile(rf"(?<![\w’'])(?:{either})(?![\w’'])", re.IGNORECASE), meant, befores)


def find_hedges(text: str, sentence: Sentence, language: Language) -> tuple[Hedge, ...]:
    """The hedges of a sentence in order: "may" in capitals is a month, "could not" tells what one was unable to do."""
    rules = load_hedges(language)
    found = []
    for match in rules.found.finditer(text, sentence.span.start, sentence.span.end):
        words = match.group().lower()
        behind = _RAW.match(text, match.end() + 1, sentence.span.end)
        if (behind and behind.group().lower() in rules.never_before.get(words, ())) or match.group() == "May":
            continue
        near = [word.stem for word in sentence.words if word.span.start >= match.end()][:2]
        near = near or [word.stem for word in sentence.words if word.span.end <= match.start()][-1:]
        found.append(Hedge(rules.meant[words], Span(match.start(), match.end()), tuple(near)))
    return tuple(found)


def changed_hedges(compared: Compared) -> Iterator[Drift]:
    """Where a hedge of the first sentence is gone from the same words of the second, or is another; mirrored, where added."""
    if compared.pair.score < LEAST_ALIKE:
        return
    one = find_hedges(compared.before.text, compared.one, compared.language)
    other = find_hedges(compared.after.text, compared.other, compared.language)
    for hedge in one:
        rivals = [rival for rival in other if set(rival.near) & set(hedge.near)] or list(other)
        if not rivals:
            words = [word.span for near in hedge.near for word in compared.other.words if word.stem == near]
            if words:
                yield Drift(Change.HEDGE_DROPPED, (hedge.span,), (words[0],), compared.pair)
            continue
        rival = rivals[0]
        before, after = SURENESS[hedge.certainty], SURENESS[rival.certainty]
        if before < after and not any(each.certainty is hedge.certainty for each in other):
            yield Drift(Change.HEDGE_STRENGTHENED, (hedge.span,), (rival.span,), compared.pair)
