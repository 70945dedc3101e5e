"""The hedges of a sentence, and the word that each makes less sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.link.align import Sentence
from allegedly.link.drift_wording import either, load_rewording
from allegedly.model import Certainty, Span

FARTHEST = 4
"""How many words without content may stand between a hedge and the word that it makes less sure."""
_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_BORDER = re.compile(r"[,.;:”\"“()—]|--")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge of a sentence; `near`: the stem of the word that it makes less sure; `before`: that of the word before it."""

    certainty: Certainty
    span: Span
    near: str
    before: str
    words: str


@dataclass(frozen=True, slots=True)
class HedgeRules:
    """`found` finds a hedge; `meant` says what it makes of a content; `never_before` and `never_after` what makes it none, the
    latter but for the author's own (`of_author`)."""

    found: re.Pattern[str]
    meant: dict[str, Certainty]
    never_before: dict[str, frozenset[str]]
    never_after: re.Pattern[str]
    of_author: frozenset[str]


@cache
def load_hedges(language: Language) -> HedgeRules:
    """The hedges of a language, by `hedges.toml` and `drift.toml`. Raises `LanguageError` where either is malformed."""
    data = language.table("hedges")
    groups, never, after = data.get("hedges"), data.get("not_before"), data.get("not_after")
    listed = after.get("words") if isinstance(after, dict) else None
    if not isinstance(groups, list) or not isinstance(never, dict) or not isinstance(listed, list):
        raise LanguageError(f"languages/{language.code}/hedges.toml: expected hedges, not_before and not_after")
    meant: dict[str, Certainty] = {}
    of_author: set[str] = set()
    for group in groups:
        words = group.get("words") if isinstance(group, dict) else None
        if not isinstance(group, dict) or not isinstance(words, list):
            raise LanguageError(f"languages/{language.code}/hedges.toml: expected words, found {group!r:.60}")
        meant.update({str(word): Certainty(str(group["certainty"])) for word in words})
        of_author.update(str(word) for word in words if group.get("whose") == "author")
    meant |= load_rewording(language).hedges
    meant = {word: certainty for word, certainty in meant.items() if word not in load_rewording(language).no_hedges}
    befores = {word: frozenset(str(each) for each in words) for word, words in never.items() if isinstance(words, list)}
    befores |= load_rewording(language).not_before
    relative = "|".join(re.escape(str(word)) for word in listed)
    never_after = re.compile(rf"\b(?:{relative})(?: (?:\w+))? $", re.IGNORECASE)
    return HedgeRules(either(meant), meant, befores, never_after, frozenset(of_author))


def find_hedges(text: str, sentence: Sentence, language: Language) -> tuple[Hedge, ...]:
    """The hedges of a sentence in order.

    "May" in capitals is a month, "could not" tells what one was unable to do, "a map that could help" is a relative clause, "an
    estimated 40" a bound, and who does *not* think so holds nothing.
    """
    rules, rewording = load_hedges(language), load_rewording(language)
    found = []
    for match in rules.found.finditer(text, sentence.span.start, sentence.span.end):
        words = match.group().lower()
        behind = _RAW.match(text, match.end() + 1, sentence.span.end)
        follows = behind.group().lower() if behind else ""
        if follows in rules.never_before.get(words, ()) or match.group() == "May" or follows[:1].isdigit():
            continue
        relative = rules.never_after.search(text, max(sentence.span.start, match.start() - 30), match.start())
        if relative and words not in rules.of_author:
            continue
        if (
            words in rewording.hedges
            and words in rewording.of_noun
            and not any(word.span.start == match.end() + 1 for word in sentence.words)
        ):
            continue
        before = _RAW.findall(text, max(sentence.span.start, match.start() - 12), match.start())
        if before and before[-1].lower() in rewording.not_held and " " in words:
            continue
        found.append(_hedge(text, sentence, Span(match.start(), match.end()), rules.meant[words], words))
    return tuple(found)


def _hedge(text: str, sentence: Sentence, span: Span, certainty: Certainty, words: str) -> Hedge:
    """A hedge with the word it bears on: the next one with content; where none follows in its clause, the one before."""
    ahead = [word for word in sentence.words if word.span.start >= span.end]
    back = [word for word in sentence.words if word.span.end <= span.start]
    near = ahead[0].stem if ahead else ""
    between = text[span.end : ahead[0].span.start] if ahead else ","
    if _BORDER.search(between) or len(_RAW.findall(between)) > FARTHEST:
        parted = not back or _BORDER.search(text, back[-1].span.end, span.start) is not None
        at_once = ahead and _BORDER.match(between) is not None and not _RAW.search(between)
        near = near if at_once and parted else "" if parted else back[-1].stem
    return Hedge(certainty, span, near, back[-1].stem if back else "", words)
