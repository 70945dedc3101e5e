"""The tagger that needs no model: cue words, quotation marks and layout."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from allegedly.attribute.found import Found
from allegedly.attribute.label_cues import label_cues, turns_of
from allegedly.attribute.lexicon import Lexicon
from allegedly.attribute.phrase_cues import phrase_cues
from allegedly.attribute.quoted import continue_quotations, introduced_quotations
from allegedly.attribute.verb_cues import verb_cues
from allegedly.attribute.words import Words, words_of_article
from allegedly.languages import Language
from allegedly.model import Article, Attribution, Segments, Span, Spans, merged

RULES = "1"
"""The version of the rules in this folder: raised whenever the same data could give other attributions."""

WINDOW = 300
"""Rules look no further than this many tokens; longer sentences than that are lists or have lost their marks."""


class CueTagger:
    """Finds attributions by rules over a language's cue words: no parser, no weights. Takes time linear in the text."""

    def __init__(self, language: Language) -> None:
        self._language = language

    @property
    def name(self) -> str:
        """What the recipe calls this tagger."""
        return "cues"

    @cached_property
    def digest(self) -> str:
        """A digest of the rules' version and of the language's data."""
        return hashlib.sha256(f"{RULES} {Lexicon.of(self._language).digest}".encode()).hexdigest()

    def __call__(self, article: Article, segments: Segments) -> Sequence[Attribution]:
        """The attributions of `article`."""
        words = words_of_article(article.text, segments, Lexicon.of(self._language))
        return tuple(_attribution(one) for one in find_cues(words))


def find_cues(w: Words) -> list[Found]:
    """The attributions in the making, in the order of their first character."""
    found: list[Found] = []
    turns = turns_of(w)
    title = w.paragraphs[0][1] if w.paragraphs else 0
    for number, paragraph in enumerate(w.paragraphs):
        if paragraph[0] < paragraph[1]:
            found += label_cues(w, paragraph, number == 0, turns)
    for sentence in w.sentences:
        for lowest, limit in _windows(*sentence):
            verbs = verb_cues(w, lowest, limit, lowest < title)
            heads = {one.head for one in verbs}
            found += verbs
            found += [one for one in phrase_cues(w, lowest, limit) if one.head not in heads]
    found = _without_nested(w, _without_doubles(found))
    found += introduced_quotations(w, found)
    continue_quotations(w, found)
    return sorted(found, key=_place)


def _windows(first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence in runs of at most `WINDOW` tokens, so that one without an end takes no more than linear time."""
    while first < last:
        yield first, min(last, first + WINDOW)
        first += WINDOW


def _without_doubles(found: list[Found]) -> list[Found]:
    """Each content once: where two attributions have the very same content, the first found stays."""
    seen: set[Spans] = set()
    kept: list[Found] = []
    for one in found:
        content = tuple(one.content)
        if content in seen:
            continue
        seen.add(content)
        kept.append(one)
    return kept


def _without_nested(w: Words, found: list[Found]) -> list[Found]:
    """Leaves out what is found inside the words of another attribution, unless it is plainly somebody else's saying."""
    held = sorted((span.start, span.end) for one in found if _holds(one) for span in one.content)
    starts = [start for start, _ in held]
    reach, far = [], 0
    for _, end in held:
        far = max(far, end)
        reach.append(far)
    kept = []
    for one in found:
        place = w.start[one.head]
        number = bisect_right(starts, place) - 1
        if number < 0 or reach[number] <= place or one.pattern.endswith("before") or _plain_saying(w, one):
            kept.append(one)
    return kept


def _holds(one: Found) -> bool:
    return one.pattern.split()[-1] in ("that", "clause", "noun", "wh", "to", "part")


def _plain_saying(w: Words, one: Found) -> bool:
    """Whether a verb of saying with "that" and a named source stands here: she said the mayor told reporters that …"""
    return (
        one.pattern == "active that"
        and one.subject is not None
        and any(map(str.isupper, w.text[w.start[one.subject[0]] : w.end[one.subject[1] - 1]]))
    )


def _place(one: Found) -> tuple[int, int]:
    spans: list[Span] = [*one.source, *one.cue, *one.content]
    return min(span.start for span in spans), min(span.start for span in one.cue or one.content)


def _attribution(one: Found) -> Attribution:
    return Attribution(one.source, one.cue, merged(one.content))
