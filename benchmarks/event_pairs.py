"""Mentions of events in pairs, and what tells whether the two are one: words, names, figures, the tagger's states."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
import numpy.typing as npt
from benchmarks.event_words import head_of, stem, words_and_groups

from allegedly.attribute.neural import NeuralTagger
from allegedly.evaluation.ecbplus import EventDocument, EventMention
from allegedly.languages import load_language
from allegedly.link.gist import bare_gist_of
from allegedly.link.grouping import joined
from allegedly.link.likeness import faded_cosine
from allegedly.link.rarity import load_rarity
from allegedly.link.words import Word, load_wording, words_in
from allegedly.segment import segment

Floats = npt.NDArray[np.float64]
ONE_STORY = 0.2
"""How alike documents have to be on average to be of one story; chosen on topics 1 to 30. These have no days that would tell."""
BESIDE = 4
"""How many words with content on either side of a mention stand near it."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A mention and what it is compared by.

    `head` and `heads`: the stem of its head word and those of all its words; `groups` and `wide`: the groups of words for one
    happening that these stand in. `around`, `near`, `names` and `numbers` are of its sentence, its own words left out.
    `telling`: it tells that somebody speaks; `opening`: it stands in the first sentence. `state`: the tagger's.
    """

    mention: EventMention
    head: str
    heads: frozenset[str]
    groups: frozenset[int]
    wide: frozenset[int]
    around: frozenset[str]
    near: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    telling: bool
    opening: bool
    state: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """The mentions of a topic, how alike each two of its documents are, and the number of each document's story."""

    mentions: tuple[Seen, ...]
    alike: Mapping[tuple[str, str], float]
    story: Mapping[str, int]


def topics_of(documents: Iterable[EventDocument]) -> dict[int, Topic]:
    """The documents by topic, read by the shipped network."""
    tagger = NeuralTagger.load()
    by_topic: dict[int, list[EventDocument]] = defaultdict(list)
    for document in documents:
        if document.mentions:
            by_topic[document.topic].append(document)
    return {topic: _topic(listed, tagger) for topic, listed in by_topic.items()}


def _topic(documents: Sequence[EventDocument], tagger: NeuralTagger) -> Topic:
    seen = [each for document in documents for each in _seen(document, tagger)]
    alike = _alike(documents)
    groups = joined([document.name for document in documents], alike, ONE_STORY)
    return Topic(tuple(seen), alike, {name: number for number, group in enumerate(groups) for name in group})


def _alike(documents: Sequence[EventDocument]) -> dict[tuple[str, str], float]:
    language = load_language("en")
    gists = {document.name: bare_gist_of(document.article(), language) for document in documents}
    return {(one, other): faded_cosine(gists[one], gists[other]) for one, other in combinations(sorted(gists), 2)}


def _seen(document: EventDocument, tagger: NeuralTagger) -> Iterable[Seen]:
    language = load_language("en")
    wording, (behind, groups) = load_wording(language), words_and_groups()
    article = document.article()
    _, scores = tagger.tagged(article, segment(article, language))
    states = scores.vectors([mention.span for mention in document.mentions])
    for mention, state in zip(document.mentions, states, strict=True):
        words = [span.of(document.text) for span in mention.words]
        head = head_of(words)
        heads = frozenset(stem(word) for word in words if word.lower() not in behind)
        others = [
            word
            for word in words_in(document.text, mention.sentence, wording)
            if not any(word.span.overlaps(own) for own in mention.words)
        ]
        own = groups.get(stem(head), frozenset())
        yield Seen(
            mention,
            stem(head),
            heads,
            own,
            own.union(*(groups.get(word, frozenset()) for word in heads)),
            frozenset(word.stem for word in others),
            frozenset(word.stem for word in _beside(others, mention)),
            frozenset(word.stem for word in others if word.name or (word.capital and word.span.start > mention.sentence.start)),
            frozenset(_NUMBER.findall(mention.sentence.of(document.text))),
            head.lower() in wording.telling,
            mention.sentence == document.sentences[0],
            state,
        )


def _beside(words: Sequence[Word], mention: EventMention) -> list[Word]:
    before = [word for word in words if word.span.end <= mention.span.start]
    return before[-BESIDE:] + [word for word in words if word.span.start >= mention.span.end][:BESIDE]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Each pair of a topic's mentions by their numbers, the names of the features, and a row of features for each pair."""

    pairs: tuple[tuple[int, int], ...]
    names: tuple[str, ...]
    table: Floats


@cache
def pairs_of(topic: Topic) -> Pairs:
    """Each pair of a topic's mentions, and its features."""
    seen = topic.mentions
    counts = Counter(each.head for each in seen)
    sentences: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for each in seen:
        sentences[each.head].add((each.mention.document, each.mention.sentence.start))
    states = np.stack([each.state for each in seen])
    states = states - states.mean(axis=0)
    states /= np.linalg.norm(states, axis=1, keepdims=True)
    cosines = states @ states.T
    pairs = list(combinations(range(len(seen)), 2))
    found = [_pair(topic, seen[one], seen[other], float(cosines[one, other])) for one, other in pairs]
    kinds = [tuple(sorted((seen[one].head, seen[other].head))) for one, other in pairs]
    apart: dict[tuple[str, ...], list[tuple[float, float]]] = defaultdict(list)
    for (one, other), kind, told in zip(pairs, kinds, found, strict=True):
        if seen[one].mention.document != seen[other].mention.document and told["one story"]:
            apart[kind].append((told["sentence"], told["state"]))
    means = {kind: (float(np.mean([a for a, _ in both])), float(np.mean([b for _, b in both]))) for kind, both in apart.items()}
    for kind, told in zip(kinds, found, strict=True):
        same = told["same head"]
        told["sentences of heads"], told["states of heads"] = means.get(kind, (0.0, 0.0))
        first, second = (sentences[head] for head in kind)
        told["heads in one sentence"] = 0.0 if same else len(first & second) / min(len(first), len(second))
        rarer, commoner = sorted(math.log(counts[head]) for head in kind)
        told["head repeated"] = same * rarer
        told["rarer repeated"], told["commoner repeated"] = rarer - same * rarer, commoner - same * commoner
    names = tuple(found[0]) if found else ()
    return Pairs(tuple(pairs), names, np.array([[told[name] for name in names] for told in found]))


def _pair(topic: Topic, one: Seen, other: Seen, state: float) -> dict[str, float]:
    same = float(one.head == other.head)
    kin = float(not same and bool(one.groups & other.groups))
    place, rival = one.mention.document, other.mention.document
    story = float(topic.story[place] == topic.story[rival])
    shared = min(3, len(one.names & other.names))
    sentence = _cosine(one.around, other.around)
    unlike = float(not one.names & other.names and bool(one.names) and bool(other.names))
    opening = float(one.opening and other.opening)
    telling = float(one.telling and other.telling)
    alike = _beginning(one.head, other.head)
    within = float(place == rival)
    return {
        "same head": same,
        "words": len(one.heads & other.heads) / max(1, len(one.heads | other.heads)),
        "beginning": alike,
        "kin": kin,
        "kin of other words": float(not same and not kin and bool(one.wide & other.wide)),
        "state": state,
        "documents": 1.0 if within else topic.alike[min(place, rival), max(place, rival)],
        "one document": within,
        "one sentence": float(bool(within) and one.mention.sentence == other.mention.sentence),
        "one story": story,
        "sentence": sentence,
        "near": _cosine(one.near, other.near),
        "names": float(shared),
        "other names": unlike,
        "numbers": float(min(2, len(one.numbers & other.numbers))),
        "rare head": same * load_rarity(load_language("en")).of(one.head) / 5,
        "both tell": telling,
        "one tells": float(one.telling != other.telling),
        "both open": opening,
        "same head, one story": same * story,
        "kin, one story": kin * story,
        "beginning, one story": float(alike >= 0.6) * story,
        "same head, sentence": same * sentence,
        "kin, sentence": kin * sentence,
        "same head, a name": same * min(1, shared),
        "same head, both tell": same * telling,
        "same head, other names": same * unlike,
        "same head, one document": same * within,
        "same head, both open": same * opening,
        "kin, both open": kin * opening,
    }


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    shared = _weight(one & other)
    return shared / math.sqrt(_weight(one) * _weight(other)) if shared else 0.0


@cache
def _weight(words: frozenset[str]) -> float:
    rarity = load_rarity(load_language("en"))
    return math.fsum(rarity.of(word) ** 2 for word in words)


def _beginning(one: str, other: str) -> float:
    """How much of the longer of two words stands at the beginning of both."""
    shared = next(
        (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), min(len(one), len(other))
    )
    return shared / max(len(one), len(other))
