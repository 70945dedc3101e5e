"""Hedges and negations that are taken out of a sentence and leave the words around them as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from allegedly.link.context import Compared
from allegedly.link.drift_hedging import load_hedges
from allegedly.link.drift_wording import load_rewording
from allegedly.link.words import stem
from allegedly.model import Span

FEWEST_AROUND = 3
"""How many words have to be the same right before and behind a hedge that was taken out."""
FEWEST_BESIDE = 2
"""How many words have to be the same on either side of a "not" that was taken out."""
LEAST_ALIKE = 0.6
_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def taken_out(compared: Compared) -> Iterator[tuple[Span, Span]]:
    """Each hedge of the first sentence that the second has nothing for, and what stands there: "may have fallen", "fell".

    A modal is one only where "will" stands in its place, or a verb of the same stem; what the words before or behind make
    of a hedge ("likely voters", "not possible") is left alone.
    """
    if compared.pair.score < LEAST_ALIKE:
        return
    one, other = (
        list(_RAW.finditer(side.text, sentence.span.start, sentence.span.end))
        for side, sentence in ((compared.before, compared.one), (compared.after, compared.other))
    )
    left, right = ([match.group().lower().replace("’", "'") for match in words] for words in (one, other))
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for number, (tag, start, end, begin, stop) in enumerate(codes):
        if tag in ("equal", "insert"):
            continue
        around = sum(codes[at][2] - codes[at][1] for at in (number - 1, number + 1) if 0 <= at < len(codes))
        hedge = _hedge(compared, one[start].start(), one[end - 1].end())
        if around < FEWEST_AROUND or hedge is None:
            continue
        rest = [left[at] for at in range(start, end) if not hedge.overlaps(Span(*one[at].span()))]
        if _left_over(compared, hedge, rest, right[begin:stop], f" {' '.join(right)} "):
            there = Span(*other[min(begin, len(other) - 1)].span())
            yield hedge, next((word.span for word in compared.other.words if word.span.start >= there.start), there)


def _hedge(compared: Compared, start: int, end: int) -> Span | None:
    """The one hedge that lies in these words, if nothing beside it makes it none."""
    rules, rewording, text = load_hedges(compared.language), load_rewording(compared.language), compared.before.text
    found = [match for match in rules.found.finditer(text, start, end) if match.group() != "May"]
    if len(found) != 1:
        return None
    match, words = found[0], found[0].group().lower()
    behind = _RAW.match(text, match.end() + 1, compared.one.span.end)
    before = _RAW.findall(text[compared.one.span.start : match.start()].lower())[-1:]
    follows = behind.group().lower() if behind else ""
    if follows in rules.never_before.get(words, ()) or follows in compared.wording.negators or follows[:1].isdigit():
        return None
    return None if set(before) & (rewording.not_held | compared.wording.negators) else Span(match.start(), match.end())


def _left_over(compared: Compared, hedge: Span, rest: Sequence[str], put: Sequence[str], there: str) -> bool:
    """Whether the words that went with a hedge and those that came are none, link others, or are one verb."""
    rewording, wording = load_rewording(compared.language), compared.wording
    words = hedge.of(compared.before.text).lower()
    degree = rewording.degrees.get(load_hedges(compared.language).meant[words], frozenset())
    if any(word in degree or word in rewording.permitting or word in wording.negators for word in put) or f" {words} " in there:
        return False
    heads = [word for word in words.split() if word not in wording.empty and word not in rewording.linking]
    if any(f" {word} " in there for word in heads if len(word) > len("may")):
        return False
    gone, come = ([word for word in each if word not in rewording.linking] for each in (rest, put))
    if [stem(word, wording) for word in gone] != [stem(word, wording) for word in come]:
        return False
    return words not in rewording.modal or "will" in put or bool(come)


def not_taken_out(compared: Compared) -> tuple[Span, Span] | None:
    """The one "not" that only the first sentence has, with the word behind it, and that word in the second.

    `None` where it makes nothing not so ("not only"), where the second sentence asks, denies or has another negation.
    """
    if compared.pair.score < LEAST_ALIKE or compared.other.span.of(compared.after.text).rstrip().endswith("?"):
        return None
    wording = compared.wording
    one, other = (
        _apart(side.text, sentence.span) for side, sentence in ((compared.before, compared.one), (compared.after, compared.other))
    )
    left, right = ([word for word, _ in words] for words in (one, other))
    if set(right) & (wording.deniers | load_rewording(compared.language).lacking):
        return None
    if sum(word in wording.negators for word in left) != sum(word in wording.negators for word in right) + 1:
        return None
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for number, (tag, start, end, begin, stop) in enumerate(codes):
        gone = [at for at in range(start, end) if left[at] in load_rewording(compared.language).plain_negators]
        if tag not in ("delete", "replace") or len(gone) != 1 or end >= len(left) or begin >= len(right):
            continue
        around = min((codes[at][2] - codes[at][1] for at in (number - 1, number + 1) if 0 <= at < len(codes)), default=0)
        rest = {left[at] for at in range(start, end)} - {left[gone[0]]} | set(right[begin:stop])
        if (
            around >= FEWEST_BESIDE
            and rest <= load_rewording(compared.language).linking
            and left[end] not in wording.not_negating
        ):
            return Span(one[gone[0]][1].start, one[end][1].end), other[stop][1]
    return None


def _apart(text: str, sentence: Span) -> list[tuple[str, Span]]:
    """The words of a sentence in small letters with their places, "isn't" as two."""
    found = []
    for match in _RAW.finditer(text, sentence.start, sentence.end):
        word, place = match.group().lower().replace("’", "'"), Span(*match.span())
        found += [(word[:-3], place), ("not", place)] if word.endswith("n't") else [(word, place)]
    return found
