"""Sources that a text leaves out, adds, names, no longer names or swaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.link.context import SILENT, Compared, Side, covering
from allegedly.link.words import Wording, stem, words_in
from allegedly.model import Span, Spans, Speaker, SpeakerKind, Statement
from allegedly.model.link import Change, Drift

MOST = 0.55
"""How much of what is said (by the weight of its words) has to stand in the other sentence too."""
_DEFINITE = re.compile(r"^(?:the|his|her|its|their|this|that|he|she|they|it|we|i)\b|^[^\s]+[’']s?\s", re.IGNORECASE)
_UNNAMED = (SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP)
_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_PARTED = re.compile(r"[,;:“”\"(]")
_RELATIVE = re.compile(r"(?:who|which|that|whom)$", re.IGNORECASE)
LEAST_ALIKE = 0.75
"""How alike two sentences have to be for another source to be one in its stead."""
MOST_BEFORE = 9
"""How many words a sentence may begin with up to the one that tells that somebody is speaking."""


def changed_sources(compared: Compared) -> Iterator[Drift]:
    """What happened to the sources of the first sentence in the second; see `dropped_sources` for those of the second."""
    seen: set[Span] = set()
    for statement in _sourced(compared.before, compared.pair.before):
        for other in compared.after.statements[compared.pair.after]:
            if not other.attribution.source or not _says_it_too(compared, statement, other):
                continue
            change = _change(compared, statement, other)
            first = statement.attribution.source[0]
            if change is not None and first not in seen:
                seen.add(first)
                yield Drift(change, statement.attribution.source, other.attribution.source, compared.pair)
            break


def dropped_sources(compared: Compared) -> Iterator[Drift]:
    """The sources of the first sentence whose words the second gives as its own; mirrored, those that were added."""
    side, sentence = compared.after, compared.pair.after
    told = {word.lower() for word in _RAW.findall(sentence.of(side.text))}
    if told & (compared.wording.telling | compared.wording.deniers):
        return
    if any(True for other in compared.after_all if other != sentence for _ in _sourced(side, other)):
        return
    for source, content in _said(compared.before, compared.pair.before, compared.wording):
        parts = [content, *((span,) for span in content)] if len(content) > 1 else [content]
        shared = next((found for part in parts if (found := _shared(compared, part))), frozenset())
        words = [word.span for word in compared.other.words if word.stem in shared]
        if words and not _attributed(side, sentence, words):
            yield Drift(Change.SOURCE_DROPPED, source, covering(words), compared.pair)
            return


def _said(side: Side, sentence: Span, wording: Wording) -> Iterator[tuple[Spans, Spans]]:
    """Who is given in a sentence and by which words, each with what they say; by its own words where no statement was found."""
    covered: list[Span] = []
    for statement in _sourced(side, sentence):
        covered += statement.attribution.content
        yield tuple(sorted((*statement.attribution.source, *statement.attribution.cue))), statement.attribution.content
    if not any(span.overlaps(Span(sentence.start, sentence.start + 1)) for span in covered):
        yield from _told_by_words(side, sentence, wording)


def _told_by_words(side: Side, sentence: Span, wording: Wording) -> Iterator[tuple[Spans, Spans]]:
    """Where no statement was found in a sentence: what its own words tell of who says it ("One of them said", "according to")."""
    raw = list(_RAW.finditer(side.text, sentence.start, sentence.end))
    for number, match in enumerate(raw):
        if match.group().lower() not in wording.telling or match.end() + 1 >= sentence.end:
            continue
        if match.group().lower() in wording.following:
            if number < 3 or side.text[match.start() - 2] != ",":
                return
            border = _PARTED.search(side.text, match.end(), sentence.end)
            end = border.start() if border else sentence.end
            yield (Span(match.start(), end),), (Span(sentence.start, match.start() - 2),)
            return
        before = side.text[sentence.start : match.start()]
        negated = {each.group().lower() for each in raw[max(0, number - 3) : number]} & wording.negators
        if 0 < number < MOST_BEFORE and not _PARTED.search(before) and not negated and side.text[match.end() + 1 :][:3] != "to ":
            yield (Span(sentence.start, match.end()),), (Span(match.end() + 1, sentence.end),)
        return


def _sourced(side: Side, sentence: Span) -> Iterator[Statement]:
    """The statements with a source and words in a sentence, silences and those inside others left out."""
    for statement in side.statements[sentence]:
        if statement.kind.value in SILENT or statement.parent is not None or not statement.attribution.source:
            continue
        if _RELATIVE.match(statement.attribution.source[0].of(side.text)):
            continue
        if any(span.overlaps(sentence) for span in statement.attribution.content):
            yield statement


def _shared(compared: Compared, content: Spans) -> frozenset[str]:
    """The words of a content that the other sentence has too; none where they are few or not most of it."""
    said = compared.before.keys_in(compared.pair.before, content)
    shared = said & compared.other.keys
    least = 1 if len(said) == 1 else 2
    if len(shared) < least or compared.weights.sum(shared) < MOST * compared.weights.sum(said):
        return frozenset()
    return shared


def _attributed(side: Side, sentence: Span, words: list[Span]) -> bool:
    """Whether somebody is said to have said any of these words, or they stand in quotation marks."""
    for statement in side.statements[sentence]:
        attribution = statement.attribution
        if (attribution.source or statement.kind.value in SILENT) and any(
            span.overlaps(word) for span in attribution.content for word in words
        ):
            return True
    if sum(side.text.count(mark, sentence.start, sentence.end) for mark in '“”"') % 2:
        return True
    quoted = [span for quotation in side.sheet.segments.quotations for span in quotation.fragments]
    return any(span.covers(word) for span in quoted for word in words)


def _says_it_too(compared: Compared, statement: Statement, other: Statement) -> bool:
    if other.kind.value in SILENT or other.parent is not None:
        return False
    shared = _shared(compared, statement.attribution.content)
    there = compared.after.keys_in(compared.pair.after, other.attribution.content)
    return bool(shared) and len(shared & there) * 2 >= len(shared)


def _change(compared: Compared, statement: Statement, other: Statement) -> Change | None:
    one, two = statement.speaker, other.speaker
    if one is None or two is None or one.candidates or two.candidates:
        return None
    person = SpeakerKind.NAMED_PERSON
    if one.kind is person and _indefinite(compared.after.text, other, two):
        return Change.SOURCE_UNNAMED
    if two.kind is person and _indefinite(compared.before.text, statement, one):
        return Change.SOURCE_NAMED
    if _same(compared, statement, other, one, two):
        return None
    first, second = _named(one), _named(two)
    if first and _indefinite(compared.after.text, other, two):
        return Change.SOURCE_UNNAMED
    if second and _indefinite(compared.before.text, statement, one):
        return Change.SOURCE_NAMED
    spoken = (statement.attribution.source[0].of(compared.before.text), other.attribution.source[0].of(compared.after.text))
    pronoun = any(words.lower() in compared.wording.empty for words in spoken)
    if first and second and compared.pair.score >= LEAST_ALIKE and not pronoun:
        return Change.SOURCE_SWAPPED
    return None


def _named(speaker: Speaker) -> bool:
    return speaker.name is not None and speaker.kind not in _UNNAMED and speaker.kind is not SpeakerKind.DOCUMENT


def _indefinite(text: str, statement: Statement, speaker: Speaker) -> bool:
    """Whether a source is somebody whom the text has not told of: "one analyst", not "the analyst"."""
    source = statement.attribution.source[0].of(text)
    return speaker.kind in _UNNAMED and speaker.name is None and not _DEFINITE.search(source) and source[:1].isalpha()


def _same(compared: Compared, statement: Statement, other: Statement, one: Speaker, two: Speaker) -> bool:
    """Whether two sources may be one: a word of name, body or role in both, or the same country."""
    if one.country is not None and one.country == two.country and SpeakerKind.STATE in (one.kind, two.kind):
        return True
    first = _telling_words(compared.before, statement, one, compared.wording)
    second = _telling_words(compared.after, other, two, compared.wording)
    return bool(first & second)


def _telling_words(side: Side, statement: Statement, speaker: Speaker, wording: Wording) -> set[str]:
    found: set[str] = set()
    for span in statement.attribution.source:
        found.update(word.stem for word in words_in(side.text, span, wording))
        found.update(stem(word, wording) for word in re.findall(r"[^\W\d_]{4,}", span.of(side.text)) if word[0].isupper())
    for words in (speaker.name, speaker.role, speaker.affiliation):
        found.update(stem(word, wording) for word in re.findall(r"[^\W\d_]{3,}", words or ""))
    return found
