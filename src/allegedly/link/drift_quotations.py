"""Quotations whose words are others from one text to the next, though both stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from allegedly.languages import Language
from allegedly.link.drift_marks import lone_span
from allegedly.link.drift_slips import is_slip
from allegedly.link.drift_wording import Rewording, load_rewording
from allegedly.link.numbers import load_numbers
from allegedly.link.words import load_wording
from allegedly.model import Span, Spans
from allegedly.model.link import Change, Drift, Pair, Sheet

_WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|(?:[^\W\d_]\.){2,}[^\W\d_]?|\d[\d,]*(?:\.\d+)?|&|%|[^\W\d_]+(?:['’¹´`][^\W\d_]+)*")
_OPEN_PLACE = re.compile(r"\.\.\.|\. \.|…|\[|\]|\(|\)")
_APOSTROPHES = str.maketrans("’¹´`", "''''")
_SPELLINGS = (
    (re.compile(r"is(e|ed|es|ing|ation)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|able|ite)?$"), r"or\1"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
)
FEWEST_WORDS = 4
"""Fewer words in marks are no quotation to be altered: a title, a word of doubt."""
LEAST_ALIKE = 0.6
SURELY, LEAST_CONTENT, FEWEST_CONTENT = 0.82, 0.5, 2
"""How much of all words of the shorter quotation the other has to have, and from where on one word with content is enough; how
much of those with content, and how many else."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one quotation in small letters, and where each stands."""

    words: tuple[str, ...]
    spans: Spans
    text: str


def altered_quotations(before: Sheet, after: Sheet, language: Language) -> Iterator[Drift]:
    """The quotations of the first text that the second quotes in other words.

    A quotation that is cut short, at its ends or at an ellipsis or bracket, or parted by the words that attribute it, is not
    altered; nor is one that stands in the other text as it was. Spellings, contractions and stutters are no other words.
    """
    one, other = _quotations(before, language), _quotations(after, language)
    there = [" ".join(quoted.words) for quoted in other]
    here = [" ".join(quoted.words) for quoted in one]
    for quoted in one:
        if len(quoted.words) < FEWEST_WORDS or _stands_in(quoted, there):
            continue
        rivals = [rival for rival in other if len(rival.words) >= FEWEST_WORDS and not _stands_in(rival, here)]
        telling = load_wording(language).empty
        ratios = [(_ratio(quoted, rival, telling), -number) for number, rival in enumerate(rivals)]
        best, at = max(ratios, default=(0.0, 0))
        if best >= LEAST_ALIKE:
            drift = _drift(before, after, quoted, rivals[-at], best, language)
            if drift is not None:
                yield drift


def _quotations(sheet: Sheet, language: Language) -> list[Quoted]:
    runs = [quotation.fragments for quotation in sheet.segments.quotations]
    fragments = [fragment for each in runs for fragment in each]
    for sentence in sheet.segments.sentences:
        lone = lone_span(sheet, sentence, [each for each in fragments if each.overlaps(sentence)])
        if lone is not None:
            runs.append((lone,))
    return [_quoted(sheet.text, each, language) for each in runs]


def _quoted(text: str, fragments: Spans, language: Language) -> Quoted:
    words: list[str] = []
    spans: list[Span] = []
    rewording, numbers = load_rewording(language), load_numbers(language).words
    for fragment in fragments:
        for match in _WORD.finditer(text, fragment.start, fragment.end):
            parts = _parts(match.group().lower().translate(_APOSTROPHES), rewording, numbers)
            words.extend(parts)
            spans.extend([Span(match.start(), match.end())] * len(parts))
    return Quoted(*_in_one_spelling(words, spans, rewording), text)


def _parts(word: str, rewording: Rewording, numbers: dict[str, float]) -> list[str]:
    """The words of a contraction, a number in digits, an abbreviation without dots: what it stands for is no other wording."""
    if (word,) in rewording.same:
        return list(rewording.same[(word,)])
    for ending, meant in rewording.contracted.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word[: -len(ending)], meant]
    if word.endswith("'s") and len(word) > 2:
        return [word[:-2], "is"] if word[:-2] in rewording.is_behind else [*_parts(word[:-2], rewording, numbers), "'s"]
    if word in numbers:
        return [f"{numbers[word]:g}"]
    if word == "%":
        return ["percent"]
    plain = word.replace(".", "") if word[0].isalpha() else word.replace(",", "")
    if plain != word and (plain,) in rewording.same:
        return list(rewording.same[(plain,)])
    for spelling, other in _SPELLINGS:
        plain = spelling.sub(other, plain) if len(plain) > 5 else plain
    return [plain]


def _in_one_spelling(words: list[str], spans: list[Span], rewording: Rewording) -> tuple[tuple[str, ...], Spans]:
    """Two words that are another spelling of something put as that."""
    one: list[str] = []
    places: list[Span] = []
    at = 0
    while at < len(words):
        meant = rewording.same.get(tuple(words[at : at + 2])) if at + 1 < len(words) else None
        step = 2 if meant else 1
        found = meant or (words[at],)
        one.extend(found)
        places.extend([Span(spans[at].start, spans[at + step - 1].end)] * len(found))
        at += step
    return tuple(one), tuple(places)


def _stands_in(quoted: Quoted, others: Sequence[str]) -> bool:
    words = f" {' '.join(quoted.words)} "
    return any(words in f" {other} " for other in others)


def _ratio(one: Quoted, other: Quoted, empty: frozenset[str]) -> float:
    """How much of the shorter quotation stands in the other, in order; 0 where that is too little of its words with content."""
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks) / min(len(one.words), len(other.words))
    first, second = ({word for word in quoted.words if word not in empty and len(word) > 1} for quoted in (one, other))
    least = min(len(first), len(second))
    fewest = min(least, FEWEST_CONTENT if shared < SURELY else 1)
    return shared if len(first & second) >= max(fewest, LEAST_CONTENT * least) else 0.0


def _drift(before: Sheet, after: Sheet, one: Quoted, other: Quoted, score: float, language: Language) -> Drift | None:
    """What changed between the first and the last words that the quotations share; the other side's neighbours where a word
    is left out."""
    codes = SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
    while codes and codes[0][0] != "equal" and (codes[0][0] != "replace" or _marked_as_cut(one, *codes[0][1:3])):
        codes = codes[1:]
    while codes and codes[-1][0] in ("delete", "insert"):
        codes = codes[:-1]
    left: list[Span] = []
    right: list[Span] = []
    for name, start, end, first, last in codes:
        if name == "equal" or _marked_as_cut(one, start, end) or _marked_as_cut(other, first, last):
            continue
        run, rival = one.words[start:end], other.words[first:last]
        if _same_words(one.words, start, end, rival, language) and _same_words(other.words, first, last, run, language):
            continue
        left.extend(_run(one, start, end))
        right.extend(_run(other, first, last))
    if not left and not right:
        return None
    pair = Pair(_sentence(before, one.spans[0]), _sentence(after, other.spans[0]), round(score, 3))
    return Drift(Change.QUOTATION_ALTERED, tuple(left), tuple(right), pair)


def _same_words(words: tuple[str, ...], start: int, end: int, others: tuple[str, ...], language: Language) -> bool:
    """Whether a run is none, a filler or a stutter where the other side has nothing; or the same but for gaps and slips."""
    run, rewording = words[start:end], load_rewording(language)
    if not run or not others:
        size = len(run)
        stutter = run in (words[max(0, start - size) : start], words[end : end + size])
        return not run or stutter or run in rewording.fillers
    if "".join(run) == "".join(others) or {run, others} <= {("is",), ("has",), ("'s",)}:
        return True
    return len(run) == len(others) and all(map(is_slip, run, others, [language] * len(run)))


def _run(quoted: Quoted, start: int, end: int) -> Spans:
    return (Span(quoted.spans[start].start, quoted.spans[end - 1].end),) if end > start else ()


def _marked_as_cut(quoted: Quoted, start: int, end: int) -> bool:
    """Whether the article itself says that something is left out or put in there."""
    first = quoted.spans[start - 1].end if start else quoted.spans[0].start
    last = quoted.spans[end].start if end < len(quoted.spans) else quoted.spans[-1].end
    return first < last and _OPEN_PLACE.search(quoted.text, first, last) is not None


def _sentence(sheet: Sheet, word: Span) -> Span:
    return sheet.segments.sentence_at(word.start) or word
