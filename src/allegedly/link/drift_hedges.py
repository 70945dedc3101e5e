"""Hedges that a text drops, adds, or changes for weaker or stronger ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.link.align import Sentence
from allegedly.link.context import Compared
from allegedly.link.drift_marks import marked_spans
from allegedly.link.drift_voices import Voice, voices_in
from allegedly.link.drift_wording import either, load_rewording
from allegedly.model import Certainty, Span
from allegedly.model.link import Change, Drift

SURENESS = {
    Certainty.PROBABLE: 3,
    Certainty.REPORTED: 2,
    Certainty.ALLEGED: 1,
    Certainty.POSSIBLE: 1,
}
"""How surely each presents what it stands with; without a hedge it is 4."""
FARTHEST = 4
"""How many words without content may stand between a hedge and the word that it makes less sure."""
LEAST_ALIKE = 0.5
SURE_OF_PLACE = 0.6
"""How alike two sentences have to be for "will" in one to stand where a hedge of the other stands, whatever follows."""
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


def changed_hedges(compared: Compared) -> Iterator[Drift]:
    """Where a hedge of the first sentence is gone from the same words of the second, or is another; mirrored, where added."""
    if compared.pair.score < LEAST_ALIKE:
        return
    one = find_hedges(compared.before.text, compared.one, compared.language)
    other = find_hedges(compared.after.text, compared.other, compared.language)
    dropped = False
    for hedge in one:
        rivals = [rival for rival in other if rival.near == hedge.near] or list(other)
        if not rivals:
            there = _there(compared, hedge)
            if there is not None and not _altered(compared, hedge, there) and not _of_a_lost_source(compared, hedge):
                dropped = True
                yield Drift(Change.HEDGE_DROPPED, (hedge.span,), (there,), compared.pair)
            continue
        rival = rivals[0]
        before, after = SURENESS[hedge.certainty], SURENESS[rival.certainty]
        of_one = rival.near == hedge.near and not any(each.certainty is hedge.certainty for each in other)
        if before < after and of_one and not _altered(compared, hedge, rival.span):
            yield Drift(Change.HEDGE_STRENGTHENED, (hedge.span,), (rival.span,), compared.pair)
    if not dropped and not other:
        yield from _changed_cues(compared)


def _there(compared: Compared, hedge: Hedge) -> Span | None:
    """The word of the other sentence that stands there without the hedge: the same word, or "will" behind the same subject."""
    rewording, text = load_rewording(compared.language), compared.after.text
    if either((hedge.words,)).search(text, compared.other.span.start, compared.other.span.end):
        return None
    words = [word.span for word in compared.other.words if hedge.near and word.stem == hedge.near]
    if words:
        before = text[max(compared.other.span.start, words[0].start - 16) : words[0].start].lower()
        told = [each.replace("’", "'") for each in _RAW.findall(before)]
        return None if set(told[-2:]) & {*rewording.permitting, hedge.words} else words[0]
    if compared.pair.score < SURE_OF_PLACE or not hedge.before:
        return None
    certain = rewording.certain & {"will", "won't"}
    here = {each.lower() for each in _RAW.findall(compared.one.span.of(compared.before.text))}
    for word in compared.other.words:
        if word.stem == hedge.before:
            behind = _RAW.match(text, word.span.end + 1, compared.other.span.end)
            if not behind or behind.group().lower() not in certain or behind.group().lower() in here:
                continue
            does = next((each.stem for each in compared.other.words if each.span.start > behind.end()), "")
            if does not in compared.one.keys:
                return Span(behind.start(), behind.end())
    return None


def _altered(compared: Compared, hedge: Hedge, there: Span) -> bool:
    """Whether the words stand in marks on both sides and the hedge inside what both quote: the quotation is altered then."""
    here = [span for span in marked_spans(compared.before.sheet, compared.one.span) if span.covers(hedge.span)]
    if not here or not any(span.covers(there) for span in marked_spans(compared.after.sheet, compared.other.span)):
        return False
    before = [word for word in compared.one.words if here[0].start <= word.span.start < hedge.span.start]
    return any(word.stem in compared.other.keys for word in before)


def _of_a_lost_source(compared: Compared, hedge: Hedge) -> bool:
    """Whether a hedge is one of the saying ("reportedly said"), and nobody is said to say it in the other sentence."""
    saying = [voice for voice in voices_in(compared.before, compared.one.span, compared.language) if _beside(voice, hedge.span)]
    return bool(saying) and not voices_in(compared.after, compared.other.span, compared.language)


def _beside(voice: Voice, hedge: Span) -> bool:
    inside = any(span.overlaps(hedge) for span in voice.content)
    return not inside and any(hedge.start - 14 <= cue.end and cue.start <= hedge.end + 14 for cue in voice.cue)


def _changed_cues(compared: Compared) -> Iterator[Drift]:
    """Where the same words are claimed or thought in the first sentence and plainly said in the second."""
    rewording = load_rewording(compared.language)
    unsure = rewording.doubting | rewording.thinking
    first = voices_in(compared.before, compared.one.span, compared.language)
    second = voices_in(compared.after, compared.other.span, compared.language)
    if any(voice.told & unsure for voice in second):
        return
    for voice in first:
        if not voice.told & unsure:
            continue
        for other in second:
            if _share(compared, voice, other) and not _hearsay(compared, other):
                yield Drift(Change.HEDGE_DROPPED, voice.cue, other.cue, compared.pair)
                return


def _hearsay(compared: Compared, voice: Voice) -> bool:
    """Whether nobody in particular says it: "according to reports"."""
    source = {word.lower() for span in voice.source for word in _RAW.findall(span.of(compared.after.text))}
    return bool(source & load_rewording(compared.language).hearsay)


def _share(compared: Compared, voice: Voice, other: Voice) -> bool:
    here = compared.before.keys_in(compared.pair.before, voice.content)
    there = compared.after.keys_in(compared.pair.after, other.content)
    shared: Sequence[str] = sorted(here & there)
    return bool(shared) and compared.weights.sum(shared) >= 0.5 * min(compared.weights.sum(here), compared.weights.sum(there))
