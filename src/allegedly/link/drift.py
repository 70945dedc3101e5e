"""Lays two texts side by side and says what changed, the gravest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from allegedly.languages import Language
from allegedly.link.align import Sentence, align, sentences_in
from allegedly.link.context import Compared, Side, side_of
from allegedly.link.drift_actors import changed_actors
from allegedly.link.drift_figures import changed_figures
from allegedly.link.drift_hedges import changed_hedges
from allegedly.link.drift_marks import marked_spans
from allegedly.link.drift_polarity import changed_answers, changed_polarity
from allegedly.link.drift_quotations import altered_quotations
from allegedly.link.drift_sources import changed_sources, dropped_sources
from allegedly.link.words import Weights, load_wording
from allegedly.model import Span
from allegedly.model.link import MIRRORED, Change, Drift, Pair, Sheet, Versions

FEWEST_WORDS = 3
"""A sentence of fewer words with content is not missed."""
FEWEST_SHARED = 2
"""Sentences that share fewer words with content are not compared any further."""
MOST_FIGURES = 1
"""Sentences that differ in more figures tell of two things, and who says them is not compared."""
_BACK = {after: before for before, after in MIRRORED.items()} | MIRRORED
_WORDS = (Change.FIGURE_CHANGED, Change.BOUND_CHANGED, Change.NEGATION_CHANGED, Change.ACTOR_CHANGED)
_HEDGES = (Change.HEDGE_DROPPED, Change.HEDGE_ADDED, Change.HEDGE_STRENGTHENED, Change.HEDGE_WEAKENED)
_GRAVITY = {change: number for number, change in enumerate(Change)}


def find_drift(before: Sheet, after: Sheet, language: Language) -> Versions:
    """What changed from `before` to `after`, in meaning alone: other words for the same are no change.

    Pure; a text against itself has no drift, and swapping the two texts mirrors it. Takes time in the product of the
    numbers of sentences.
    """
    if (after.text, after.article.id) < (before.text, before.article.id):
        return mirrored(find_drift(after, before, language))
    if before.text == after.text:
        one, other = before.segments.sentences, after.segments.sentences
        return Versions(before.article, after.article, tuple(map(_same, one, other)), ())
    first, second = sentences_in(before, language), sentences_in(after, language)
    pairs = align(first, second)
    altered = tuple(altered_quotations(before, after, language))
    between = _between(pairs, side_of(before, first), side_of(after, second), language)
    drifts = [
        *altered,
        *(drift for drift in between if not _told_already(drift, altered)),
        *_only(first, {pair.before for pair in pairs}, Change.ONLY_BEFORE),
        *_only(second, {pair.after for pair in pairs}, Change.ONLY_AFTER),
    ]
    return Versions(before.article, after.article, pairs, tuple(sorted(dict.fromkeys(drifts), key=_place)))


def _told_already(drift: Drift, altered: Sequence[Drift]) -> bool:
    """Whether the hedge that comes or goes is one of the words by which a quotation is altered."""
    if drift.change not in _HEDGES:
        return False
    return any(
        span.overlaps(word)
        for other in altered
        for spans, words in ((other.before, drift.before), (other.after, drift.after))
        for span in spans
        for word in words
    )


def mirrored(versions: Versions) -> Versions:
    """The same judgement with the texts swapped."""
    pairs = tuple(sorted((_swapped(pair) for pair in versions.pairs), key=lambda pair: (pair.before, pair.after)))
    drifts = [
        Drift(_BACK.get(drift.change, drift.change), drift.after, drift.before, drift.pair and _swapped(drift.pair))
        for drift in versions.drifts
    ]
    return Versions(versions.after, versions.before, pairs, tuple(sorted(drifts, key=_place)))


def _swapped(pair: Pair) -> Pair:
    return Pair(pair.after, pair.before, pair.score)


def _same(one: Span, other: Span) -> Pair:
    return Pair(one, other, 1.0)


def _place(drift: Drift) -> tuple[int, int, int]:
    """Gravity first; then the place in the first text, and in the second."""
    before = drift.before[0].start if drift.before else drift.pair.before.start if drift.pair else 0
    after = drift.after[0].start if drift.after else drift.pair.after.start if drift.pair else 0
    return _GRAVITY[drift.change], before, after


def _between(pairs: Sequence[Pair], before: Side, after: Side, language: Language) -> Iterator[Drift]:
    """What changed inside the pairs."""
    afters: dict[Span, list[Span]] = defaultdict(list)
    befores: dict[Span, list[Span]] = defaultdict(list)
    for pair in pairs:
        afters[pair.before].append(pair.after)
        befores[pair.after].append(pair.before)
    stems = [sentence.keys for side in (before, after) for sentence in side.sentences.values()]
    weights, wording = Weights(stems), load_wording(language)
    for pair in pairs:
        here, there = tuple(befores[pair.after]), tuple(afters[pair.before])
        compared = Compared(pair, before, after, weights, wording, language, here, there)
        shared = compared.one.keys & compared.other.keys
        if compared.one.plain != compared.other.plain and len(shared) >= FEWEST_SHARED:
            yield from (drift for drift in _changes(compared) if not _inside_marks(compared, drift))


def _inside_marks(compared: Compared, drift: Drift) -> bool:
    """Whether a figure, a negation or a name stands in marks on both sides: then the quotation is altered, and nothing else."""
    if drift.change not in _WORDS:
        return False
    here, there = marked_spans(compared.before.sheet, compared.one.span), marked_spans(compared.after.sheet, compared.other.span)
    return all(any(span.covers(word) for span in here) for word in drift.before) and all(
        any(span.covers(word) for span in there) for word in drift.after
    )


def _changes(compared: Compared) -> Iterator[Drift]:
    """The changes of one pair. Where it says the opposite, has several other figures, or an answer became another, its
    hedges and sources go with that."""
    figures = tuple(changed_figures(compared))
    yield from figures
    answers = tuple(changed_answers(compared))
    answered = [span for drift in answers for span in (*drift.before, *drift.after)]
    turned = [
        drift
        for drift in changed_polarity(compared)
        if not any(span.overlaps(word) for span in answered for word in (*drift.before, *drift.after))
    ]
    turned += answers
    yield from turned
    if turned or len(figures) > MOST_FIGURES:
        return
    yield from changed_actors(compared)
    yield from changed_sources(compared)
    yield from dropped_sources(compared)
    yield from changed_hedges(compared)
    back = compared.mirrored()
    yield from (_turned(drift) for drift in (*dropped_sources(back), *changed_hedges(back)))


def _turned(drift: Drift) -> Drift:
    assert drift.pair is not None  # these rules speak of pairs
    return Drift(_BACK.get(drift.change, drift.change), drift.after, drift.before, _swapped(drift.pair))


def _only(sentences: Sequence[Sentence], paired: set[Span], change: Change) -> Iterator[Drift]:
    """The sentences of one text that the other has nothing of; headlines and captions are left out."""
    for sentence in sentences:
        if sentence.span in paired or len(sentence.keys) < FEWEST_WORDS or sentence.heading:
            continue
        spans = (sentence.span,)
        yield Drift(change, spans, ()) if change is Change.ONLY_BEFORE else Drift(change, (), spans)
