"""What numbers count, so that two numbers can be set side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.languages import Language
from allegedly.link.align import Sentence
from allegedly.link.numbers import Number
from allegedly.link.pointing import load_pointing
from allegedly.link.words import load_wording, stem
from allegedly.model import Spans

_PART_OF_MORE = re.compile(r" (?:of (?:the|them|those|whom)|others|other|more|fewer|further|less)\b|[^.;]{1,45} among the ")
_PARTED = re.compile(r"[,;:.]\s| (?:that|which|and) ")


@dataclass(frozen=True, slots=True)
class Count(Number):
    """A number and what it counts.

    `befallen`: what befalls those counted ("killed"), where something does. `thing`: the stem of what is counted; empty where
    that is a measure or no word. `partial`: it is a part of something, a difference, or said not to be the number.
    """

    befallen: str | None = None
    thing: str = ""
    partial: bool = False

    @property
    def shown(self) -> str:
        """The number with its bound, for a person."""
        bound = "" if self.bound in ("exactly", "between") else f"{self.bound} "
        return f"{bound}{self.value:g}"

    def counts_with(self, other: Count) -> bool:
        """Whether both count the same sort of thing, so far as the words at them tell."""
        if self.partial or other.partial:
            return False
        if self.befallen is not None or other.befallen is not None:
            return self.befallen == other.befallen
        return bool(self.thing) and self.thing == other.thing


def counts_in(text: str, sentence: Sentence, spans: Spans, language: Language) -> tuple[Count, ...]:
    """The numbers of a sentence that lie in `spans`, with what they count."""
    found = []
    for number in sentence.numbers:
        if not any(span.covers(number.span) for span in spans) or _names(text, number, sentence, language):
            continue
        pointing, wording = load_pointing(language), load_wording(language)
        unit = number.unit
        plain = unit.isalpha() and unit not in wording.measures and unit not in wording.empty
        thing = stem(unit, wording) if plain else (unit if unit and not unit.isalnum() else "")
        partial = _is_part(text, number, sentence, language)
        befallen = _befallen(text, number, sentence, language)
        found.append(
            Count(
                number.low,
                number.high,
                number.bound,
                unit,
                number.span,
                befallen,
                pointing.cases.get(thing, thing),
                partial,
            )
        )
    return tuple(found)


def _is_part(text: str, number: Number, sentence: Sentence, language: Language) -> bool:
    """Whether a number is a part of something ("was treating two people"), a difference, or said not to be the number."""
    start = max(sentence.span.start, number.span.start - 16)
    before = _parting(language).search(text, start, number.span.start)
    return before is not None or _PART_OF_MORE.match(text, number.span.end) is not None


@cache
def _parting(language: Language) -> re.Pattern[str]:
    """Matches what stands before a number that is a part."""
    return re.compile(rf"\b(?:{'|'.join(sorted(language.words('links', 'parting')))}),? \Z", re.IGNORECASE)


def _names(text: str, number: Number, sentence: Sentence, language: Language) -> bool:
    """Whether a number is part of a name ("Flight 52"), or the whole of which a part is told ("among the 40")."""
    start = max(sentence.span.start, number.span.start - 24)
    return _naming(language).search(text, start, number.span.start) is not None


@cache
def _naming(language: Language) -> re.Pattern[str]:
    """Matches what stands before such a number."""
    words, parts = (sorted(language.words("links", name)) for name in ("numbered", "parts"))
    return re.compile(rf"\b(?:(?:{'|'.join(words)}) |(?:among|(?:{'|'.join(parts)}) of) (?:the |about |some )?)\Z")


@cache
def _befalling(language: Language) -> dict[str, str]:
    """What befalls those counted, by each stem that tells it."""
    found: dict[str, str] = {}
    for kind, stems in load_pointing(language).counted.items():
        found |= {each: kind for each in stems if each not in found}
    return found


def _befallen(text: str, number: Number, sentence: Sentence, language: Language) -> str | None:
    """What befalls those counted, by the nearest words: three behind the number, or two before it; `None` where nothing does."""
    behind = [word.stem for word in sentence.words if word.span.start >= number.span.end][:3]
    parted = _PARTED.search(text[number.span.end : sentence.span.end])
    if parted:
        limit = number.span.end + parted.start()
        behind = [word.stem for word in sentence.words if number.span.end <= word.span.start <= limit][:3]
    start = max((sentence.span.start, *(match.end() for match in _PARTED.finditer(text, sentence.span.start, number.span.start))))
    before = [word.stem for word in sentence.words if start <= word.span.start and word.span.end <= number.span.start][-2:]
    kinds = _befalling(language)
    return next((kinds[each] for each in (*behind, *before) if each in kinds), None)
