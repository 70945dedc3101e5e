"""From an article's pieces to drafts of attributions: window by window, cue by cue.

Windows go through the network one at a time, unpadded: int8 arithmetic takes its scale from the whole input, so a window that
shared its input with others could give other answers in other company.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from allegedly.attribute.decoding import (
    Cue,
    Floats,
    Fragment,
    Range,
    Roles,
    Thresholds,
    Words,
    cue_candidates,
    roles_of,
)
from allegedly.attribute.encoding import (
    PARAGRAPH_OPENS,
    QUOTE_OPENS,
    QUOTE_REOPENS,
    Ints,
    Pieces,
    distances,
    owners,
    relations,
    windows,
)
from allegedly.attribute.states import States


class Network(Protocol):
    """What the drafts need of a network, whatever runs it."""

    def look(self, ids: Ints, case: Ints, gap: Ints, quote: Ints) -> tuple[Floats, Floats, Floats]:
        """The last and the middle states [pieces, width] and the cue scores [pieces, 5] of one window."""
        ...

    def roles(self, hidden: Floats, span: Floats, distance: Ints, relation: Ints) -> tuple[Floats, Floats]:
        """For each cue of the window the role scores [cues, pieces, 5] and the score that it is a cue [cues]."""
        ...


@dataclass(frozen=True, slots=True)
class Shape:
    """How articles are cut for a network, and the marks its vocabulary wants around a window."""

    window: int = 256
    overlap: int = 64
    opening: int = 101
    closing: int = 102
    shift: int = 0
    """What is added to a piece's number (MPNet's vocabulary is BERT's, moved on by four)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in pieces of the article, with what the network believes of it."""

    source: tuple[Range, ...]
    cue: Range
    content: tuple[Range, ...]
    cue_chance: float
    real_chance: float
    source_chance: float
    """Mean probability of the source's labels; where there is no source, that of no source."""
    content_chance: float

    @property
    def score(self) -> float:
        """How much the network believes in it, from 0 to 1."""
        return float(np.sqrt(self.cue_chance * self.real_chance))


BLOCK = 16
"""Windows decoded together; memory does not grow with the article beyond this many hidden states."""


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """One window after the first look."""

    window: Range
    hidden: Floats
    middle: Floats
    scores: Floats
    words: Words


def drafts(pieces: Pieces, network: Network, shape: Shape, thresholds: Thresholds, states: States | None = None) -> list[Draft]:
    """The drafts of one article, in the order of their cues; cues do not overlap. `states` keeps what the network saw."""
    ranges = windows(pieces, shape.window - 2, shape.overlap)
    found: list[Draft] = []
    for low in range(0, len(ranges), BLOCK):
        seen = [_look(pieces, window, network, shape) for window in ranges[low : low + BLOCK]]
        if states is not None:
            for each in seen:
                states.keep(each.window, each.middle, each.hidden)
        cues = cue_candidates([each.scores for each in seen], [each.words for each in seen], thresholds.cue_bias)
        owned: list[tuple[_Seen, list[Cue]]] = []
        for number, (each, candidates) in enumerate(zip(seen, cues, strict=True), low):
            starts = np.array([each.window[0] + cue.first for cue in candidates], dtype=np.int64)
            mine = (owners(ranges, starts) == number).tolist()
            owned.append((each, [cue for cue, own in zip(candidates, mine, strict=True) if own]))
        found += _block_drafts(pieces, owned, network, thresholds)
    return _apart(found)


def _look(pieces: Pieces, window: Range, network: Network, shape: Shape) -> _Seen:
    low, high = window
    ids = np.concatenate(([shape.opening], pieces.ids[low:high] + shape.shift, [shape.closing]))
    case, gap, quote = (np.concatenate(([0], each[low:high], [0])) for each in (pieces.case, pieces.gap, pieces.quote))
    hidden, middle, scores = network.look(ids, case, gap, quote)
    return _Seen(window, hidden, middle, scores[1:-1], Words.of(pieces, window))


def _block_drafts(pieces: Pieces, owned: list[tuple[_Seen, list[Cue]]], network: Network, thresholds: Thresholds) -> list[Draft]:
    rows: list[tuple[_Seen, Cue, float]] = []
    scores: list[Floats] = []
    for seen, cues in owned:
        if cues:
            roles, real = network.roles(seen.hidden, *role_inputs(pieces, seen.window, cues))
            scores += list(roles[:, 1:-1])
            rows += [(seen, cue, belief) for cue, belief in zip(cues, real.tolist(), strict=True)]
    given = roles_of(scores, [seen.words for seen, _, _ in rows], thresholds)
    return [
        signed(_draft(seen.window[0], cue, 1.0 / (1.0 + float(np.exp(-belief))), roles), pieces)
        for (seen, cue, belief), roles in zip(rows, given, strict=True)
    ]


def role_inputs(pieces: Pieces, window: Range, cues: list[Cue]) -> tuple[Floats, Ints, Ints]:
    """What the role head wants to know of the cues of a window: weights on their pieces, distances, relations."""
    length = window[1] - window[0] + 2
    span = np.zeros((len(cues), length), dtype=np.float32)
    distance = np.zeros((len(cues), length), dtype=np.int64)
    relation = np.zeros((len(cues), length), dtype=np.int64)
    for row, cue in enumerate(cues):
        span[row, cue.first + 1 : cue.last + 1] = 1.0 / (cue.last - cue.first)
        distance[row] = distances(length, (cue.first + 1, cue.last + 1))
        relation[row, 1:-1] = relations(pieces, window, window[0] + cue.first)
    return span, distance, relation


def _draft(low: int, cue: Cue, real: float, roles: Roles) -> Draft:
    def moved(fragments: tuple[Fragment, ...]) -> tuple[Range, ...]:
        return tuple((low + each.first, low + each.last) for each in fragments)

    def mean(fragments: tuple[Fragment, ...]) -> float:
        weight = sum(each.last - each.first for each in fragments)
        return sum((each.last - each.first) * each.chance for each in fragments) / weight if weight else 0.0

    return Draft(
        source=moved(roles.source),
        cue=(low + cue.first, low + cue.last),
        content=moved(roles.content),
        cue_chance=cue.chance,
        real_chance=real,
        source_chance=mean(roles.source) if roles.source else 1.0 - roles.nearly_source,
        content_chance=mean(roles.content),
    )


def signed(draft: Draft, pieces: Pieces) -> Draft:
    """A draft whose cue is a dash that opens a paragraph, as below a quotation set by itself, has that quotation as content.

    Where several such quotations follow each other the network is not sure which of them a name signs.
    """
    first, last = draft.cue
    if pieces.gap[first] != PARAGRAPH_OPENS or pieces.case[first:last].any() or pieces.quote[first]:
        return draft
    number = int(pieces.paragraph[first])
    start, stop = (int(each) for each in np.searchsorted(pieces.paragraph, (number - 1, number)))
    while start < stop and pieces.quote[start] == QUOTE_REOPENS:
        number -= 1
        start = int(np.searchsorted(pieces.paragraph, number - 1))
    if start >= stop or pieces.quote[start] != QUOTE_OPENS or not pieces.quote[stop - 1]:
        return draft
    return replace(draft, content=((start, stop),))


def _apart(found: list[Draft]) -> list[Draft]:
    """Of drafts whose cues overlap, at the border of two windows, the one believed in more (the first if equal)."""
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda d: (d.cue, -d.score)):
        if kept and draft.cue[0] < kept[-1].cue[1]:
            if draft.score > kept[-1].score:
                kept[-1] = draft
            continue
        kept.append(draft)
    return kept
