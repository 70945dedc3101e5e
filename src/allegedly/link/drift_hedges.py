"""Hedges that a text drops, adds, or changes for weaker or stronger ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from allegedly.link.context import Compared
from allegedly.link.drift_hedging import Hedge, find_hedges, load_hedges
from allegedly.link.drift_in_place import taken_out
from allegedly.link.drift_marks import marked_spans
from allegedly.link.drift_voices import Voice, voices_in
from allegedly.link.drift_wording import either, load_rewording
from allegedly.link.words import stem
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
SURE_OF_PLACE = 0.6
"""How alike two sentences have to be for "will" in one to stand where a hedge of the other stands, whatever follows."""
AHEAD, AHEAD_SHARED = 5, 3
"""How many words behind an adverb of the author's tell what it makes less sure, and how many of them have to stand in both."""
_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_ENDS = re.compile(r"[;:”\"“()—]|--| (?:but|which|who) ")


def changed_hedges(compared: Compared) -> Iterator[Drift]:
    """Where a hedge of the first sentence is gone from the same words of the second, or is another; mirrored, where added."""
    if compared.pair.score < LEAST_ALIKE:
        return
    one = find_hedges(compared.before.text, compared.one, compared.language)
    other = find_hedges(compared.after.text, compared.other, compared.language)
    gone = dict(taken_out(compared))
    for taken, place in gone.items():
        if not _altered(compared, taken, place):
            yield Drift(Change.HEDGE_DROPPED, (taken,), (place,), compared.pair)
    dropped = bool(gone)
    for hedge in one:
        if any(hedge.span.overlaps(span) for span in gone):
            continue
        rivals = [rival for rival in other if rival.near == hedge.near] or list(other)
        if not rivals:
            there = _there(compared, hedge)
            if there is not None and not _altered(compared, hedge.span, there) and not _of_a_lost_source(compared, hedge):
                dropped = True
                yield Drift(Change.HEDGE_DROPPED, (hedge.span,), (there,), compared.pair)
            continue
        rival = rivals[0]
        before, after = SURENESS[hedge.certainty], SURENESS[rival.certainty]
        of_one = rival.near == hedge.near and not any(each.certainty is hedge.certainty for each in other)
        if before < after and of_one and not _altered(compared, hedge.span, rival.span):
            yield Drift(Change.HEDGE_STRENGTHENED, (hedge.span,), (rival.span,), compared.pair)
    if not dropped and not other:
        yield from _changed_cues(compared)


def _there(compared: Compared, hedge: Hedge) -> Span | None:
    """The word of the other sentence that stands there without the hedge: the same word, "will" behind the same subject, or
    what an adverb of the author's bears on, be it told by another verb."""
    text = compared.after.text
    if either((hedge.words,)).search(text, compared.other.span.start, compared.other.span.end) or _as_sure(compared, hedge):
        return None
    heads = {stem(word, compared.wording) for word in hedge.words.split() if word not in compared.wording.empty and len(word) > 4}
    if " " in hedge.words and heads and heads <= compared.other.keys:
        return None
    words = [word.span for word in compared.other.words if hedge.near and word.stem == hedge.near]
    if words:
        return words[0] if _stands_plainly(compared, hedge, words[0]) else None
    if compared.pair.score >= SURE_OF_PLACE and hedge.before:
        will = _will(compared, hedge)
        if will is not None:
            return will
    return _of_the_clause(compared, hedge)


def _as_sure(compared: Compared, hedge: Hedge) -> bool:
    """Whether the other sentence has a word of the hedge's degree in its place: one more than this sentence has besides it."""
    degree = load_rewording(compared.language).degrees.get(hedge.certainty, frozenset())
    one, two = compared.before.text, compared.after.text
    rest = one[compared.one.span.start : hedge.span.start] + " " + one[hedge.span.end : compared.one.span.end]
    here, there = (sum(word.lower() in degree for word in _RAW.findall(told)) for told in (rest, compared.other.span.of(two)))
    return there > here


def _stands_plainly(compared: Compared, hedge: Hedge, place: Span) -> bool:
    """Whether a word stands there without "can", "plans to" or the like before it, and another is beside it in both."""
    rewording, text = load_rewording(compared.language), compared.after.text
    before = text[max(compared.other.span.start, place.start - 24) : place.start].lower()
    told = [each.replace("’", "'") for each in _RAW.findall(before)]
    if set(told[-2:]) & {*rewording.permitting, *rewording.intending, hedge.words}:
        return False
    ahead = [word.stem for word in compared.one.words if word.span.start >= hedge.span.end and word.stem != hedge.near][:2]
    beside = {hedge.before, *ahead} - {""}
    return not beside or bool(beside & compared.other.keys)


def _will(compared: Compared, hedge: Hedge) -> Span | None:
    """A "will" of the other sentence behind the word that the hedge stands behind, before a verb that this one has not."""
    text, certain = compared.after.text, load_rewording(compared.language).certain & {"will", "won't"}
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


def _of_the_clause(compared: Compared, hedge: Hedge) -> Span | None:
    """What an adverb of the author's makes less sure, by the words behind it, most of which the other sentence has."""
    if hedge.words not in load_hedges(compared.language).of_author or " " in hedge.words or not hedge.words.endswith("ly"):
        return None
    border = _ENDS.search(compared.before.text, hedge.span.end, compared.one.span.end)
    end = border.start() if border else compared.one.span.end
    ahead = [word for word in compared.one.words if hedge.span.end <= word.span.start < end][:AHEAD]
    shared = [word for word in compared.other.words if word.stem in {each.stem for each in ahead}]
    return shared[0].span if len({word.stem for word in shared}) >= AHEAD_SHARED else None


def _altered(compared: Compared, hedge: Span, there: Span) -> bool:
    """Whether the words stand in marks on both sides and the hedge inside what both quote: the quotation is altered then."""
    here = [span for span in marked_spans(compared.before.sheet, compared.one.span) if span.covers(hedge)]
    if not here or not any(span.covers(there) for span in marked_spans(compared.after.sheet, compared.other.span)):
        return False
    before = [word for word in compared.one.words if here[0].start <= word.span.start < hedge.start]
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
    there = {word.lower() for word in _RAW.findall(compared.other.span.of(compared.after.text))}
    if there & unsure:
        return
    for voice in first:
        if not voice.told & unsure or _not_so(compared, voice) or _wished(compared, voice):
            continue
        for other in second:
            if _share(compared, voice, other) and not _hearsay(compared, other):
                yield Drift(Change.HEDGE_DROPPED, voice.cue, other.cue, compared.pair)
                return


def _not_so(compared: Compared, voice: Voice) -> bool:
    """Whether somebody is said not to think so: "does not believe", "nor do we believe"."""
    start = compared.one.span.start
    before = _RAW.findall(compared.before.text[start : max(start, voice.cue[0].start)].lower())[-3:] if voice.cue else []
    return any(word in compared.wording.negators or word.endswith(("n't", "n’t")) for word in (*before, *voice.told))


def _wished(compared: Compared, voice: Voice) -> bool:
    """Whether what somebody thinks is that something ought to be."""
    said = {word.lower() for span in voice.content for word in _RAW.findall(span.of(compared.before.text))}
    return bool(said & load_rewording(compared.language).wishing)


def _hearsay(compared: Compared, voice: Voice) -> bool:
    """Whether nobody in particular says it: "according to reports"."""
    source = {word.lower() for span in voice.source for word in _RAW.findall(span.of(compared.after.text))}
    return bool(source & load_rewording(compared.language).hearsay)


def _share(compared: Compared, voice: Voice, other: Voice) -> bool:
    here = compared.before.keys_in(compared.pair.before, voice.content)
    there = compared.after.keys_in(compared.pair.after, other.content)
    shared: Sequence[str] = sorted(here & there)
    return bool(shared) and compared.weights.sum(shared) >= 0.5 * min(compared.weights.sum(here), compared.weights.sum(there))
