"""Sources that a text leaves out, adds, names, no longer names or swaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from allegedly.link.context import SILENT, Compared, Side, covering
from allegedly.link.drift_credit import has_a_run, is_credited, says_otherwise, speaks_of_them, tells_of_another
from allegedly.link.drift_hedging import find_hedges
from allegedly.link.drift_marks import is_spoken, marked_spans
from allegedly.link.drift_voices import Voice, voices_in
from allegedly.link.drift_wording import load_rewording
from allegedly.link.words import Wording, alike, stem, words_in
from allegedly.model import Certainty, Span, Spans, Speaker, SpeakerKind, Statement
from allegedly.model.link import Change, Drift

MOST, MOST_UNALIKE, UNALIKE = 0.55, 0.6, 0.6
"""How much of what is said (by the weight of its words) has to stand in the other sentence too."""
MOST_REPORTED = 0.4
"""The same where both name who said it and one of them who reports so, or the other one owns to have it from hearsay."""
_DEFINITE = re.compile(r"^(?:the|his|her|its|their|this|that|he|she|they|it|we|i)\b|^[^\s]+[’']s?\s", re.IGNORECASE)
_UNNAMED = (SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP)
_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_COMMA = re.compile(r",(?=\s)")
_PRONOUN = re.compile(r"(?:he|she)", re.IGNORECASE)
_PRONOUNS = ("he", "she", "they", "it", "his", "her", "their", "its")
_TENSES = {"would": ("will",), "was": ("is",), "were": ("are",), "had": ("has", "have"), "could": ("can",)}
LEAST_ALIKE_TO_LOSE = 0.5
"""How alike two sentences have to be for one to have lost what the other has."""
LEAST_ALIKE = 0.75
"""How alike two sentences, or what is said in them, have to be for another source to be one in its stead."""
FEWEST_SAID = 3
IN_BOTH = 0.4
"""How many of the words between two commas have to stand in both for these to belong to what is compared."""


def changed_sources(compared: Compared) -> Iterator[Drift]:
    """What happened to the sources of the first sentence in the second; see `dropped_sources` for those of the second."""
    seen: set[Span] = set()
    rivals = _outer(voices_in(compared.after, compared.pair.after, compared.language))
    for voice in _outer(voices_in(compared.before, compared.pair.before, compared.language)):
        for other in rivals:
            if not _says_it_too(compared, voice, other):
                continue
            change = _change(compared, voice, other)
            if change is Change.SOURCE_SWAPPED and _given_besides(compared, voice, other):
                break
            if change is not None and voice.source[0] not in seen:
                seen.add(voice.source[0])
                yield Drift(change, voice.source, other.source, compared.pair)
            break


def _given_besides(compared: Compared, voice: Voice, other: Voice) -> bool:
    """Whether one of two sources is given inside what the other says: then it is reported, and not another in its stead."""
    first = voices_in(compared.before, compared.pair.before, compared.language)
    second = voices_in(compared.after, compared.pair.after, compared.language)
    here, there = (
        [_proper(compared, each, text) for each in voices]
        for voices, text in ((first, compared.before.text), (second, compared.after.text))
    )
    one, two = _proper(compared, voice, compared.before.text), _proper(compared, other, compared.after.text)
    return any(one & names for names in there) or any(two & names for names in here)


def dropped_sources(compared: Compared) -> Iterator[Drift]:
    """The sources of the first sentence whose words the second gives as its own, or as those of whoever they tell of;
    mirrored, those that were added."""
    if compared.pair.score < LEAST_ALIKE_TO_LOSE:
        return
    first = voices_in(compared.before, compared.pair.before, compared.language)
    second = voices_in(compared.after, compared.pair.after, compared.language)
    for voice in first:
        words = _as_its_own(compared, voice, second) or _as_of_another(compared, voice, second)
        if words:
            yield Drift(Change.SOURCE_DROPPED, voice.spans, covering(words), compared.pair)
            return


def _as_its_own(compared: Compared, voice: Voice, second: Sequence[Voice]) -> list[Span]:
    """The words of a voice that the other sentence gives without anybody saying them."""
    side, sentence = compared.after, compared.pair.after
    if any(voices_in(side, other, compared.language) for other in compared.after_all if other != sentence):
        return []
    if _still_there(compared, voice):
        return []
    parts = [voice.content, *((span,) for span in voice.content)] if len(voice.content) > 1 else [voice.content]
    parts.append(_without_asides(compared, voice.content))
    most = MOST_REPORTED if _is_hearsay(compared) else MOST
    found = ((part, _shared(compared, part, most)) for part in parts)
    part, shared = next(((part, words) for part, words in found if words), (voice.content, frozenset()))
    words = [word.span for word in compared.other.words if word.stem in shared]
    if not words or any(speaks_of_them(compared, other, words) for other in second) or is_credited(compared, voice, words):
        return []
    if compared.pair.score < UNALIKE and not has_a_run(compared, part):
        return []
    if says_otherwise(compared, part, words) or is_spoken(side.sheet, sentence, compared.language):
        return []
    return [] if _attributed(side, sentence, words) else words


def _without_asides(compared: Compared, content: Spans) -> Spans:
    """A content without what stands between two of its commas and is hardly in the other sentence: an apposition, a clause."""
    text, kept = compared.before.text, []
    for span in content:
        commas = [match.start() for match in _COMMA.finditer(text, span.start, span.end)]
        ends = [span.start, *commas, span.end]
        for start, end in pairwise(ends):
            words = compared.before.keys_in(compared.pair.before, (Span(start, end),))
            if len(words & compared.other.keys) >= IN_BOTH * len(words) or start == span.start:
                kept.append(Span(start, end))
    return tuple(kept)


def _is_hearsay(compared: Compared) -> bool:
    """Whether the other sentence owns that it only passes on what it tells: "reportedly"."""
    hedges = find_hedges(compared.after.text, compared.other, compared.language)
    return any(hedge.certainty is Certainty.REPORTED for hedge in hedges)


def _still_there(compared: Compared, voice: Voice) -> bool:
    """Whether a word of the source stands in the other sentence, where this one has it neither in the content nor elsewhere.

    A name that stands for the pronoun which the content begins with is none ("Bell said she will go": "Bell will go").
    """
    if _named_for_pronoun(compared, voice):
        return False
    nothing = compared.wording.empty - compared.wording.titles
    text, sentence = compared.before.text, compared.one.span
    words = [(match.group().lower(), Span(*match.span())) for match in _RAW.finditer(text, sentence.start, sentence.end)]
    source = {word for word, place in words if any(span.overlaps(place) for span in voice.source)}
    rest = {word for word, place in words if not any(span.overlaps(place) for span in voice.source)}
    there = {word.lower() for word in _RAW.findall(compared.other.span.of(compared.after.text))}
    return bool((source - rest - nothing) & there)


def _named_for_pronoun(compared: Compared, voice: Voice) -> bool:
    """Whether the content begins with a pronoun, and the other sentence has the source's name in its place."""
    said = [word.lower() for word in _RAW.findall(voice.content[0].of(compared.before.text))]
    said = said[1:] if said[:1] == ["that"] else said
    there = [(match.group().lower(), match.start()) for match in _RAW.finditer(compared.after.text, *_ends(compared.other.span))]
    if len(said) < 2 or said[0] not in _PRONOUNS or said[0] in {word for word, _ in there}:
        return False
    names = {word.stem for word in compared.one.words if any(span.overlaps(word.span) for span in voice.source)}
    starts = {word.span.start for word in compared.other.words if word.stem in names}
    follows = {said[1], *_TENSES.get(said[1], ())}
    return any(at in starts and word in follows for (_, at), (word, _) in pairwise(there))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _as_of_another(compared: Compared, voice: Voice, second: Sequence[Voice]) -> list[Span]:
    """The words of a voice that tell what somebody else said, where the other sentence has that saying alone."""
    rewording = load_rewording(compared.language)
    content = [word.lower() for span in voice.content for word in _RAW.findall(span.of(compared.before.text))]
    source = compared.before.keys_in(compared.pair.before, voice.source)
    for other in second[:1]:
        told = (rewording.saying | rewording.expecting) & other.told & set(content)
        there = compared.after.keys_in(compared.pair.after, other.source)
        named = there & compared.before.keys_in(compared.pair.before, voice.content)
        nameless = not source and not _PRONOUN.fullmatch(voice.source[0].of(compared.before.text))
        if not told or nameless or source & there or (not named and (there or not source)):
            continue
        shared = _shared(compared, voice.content, MOST_REPORTED if named else MOST)
        if (
            not tells_of_another(compared, voice, other, told)
            or is_credited(compared, voice, [], other.cue)
            or _attributed(compared.after, compared.pair.after, list(other.cue))
        ):
            continue
        return [word.span for word in compared.other.words if word.stem in shared]
    return []


def _outer(voices: Sequence[Voice]) -> list[Voice]:
    return [voice for voice in voices if voice.statement is not None and voice.statement.parent is None]


def _shared(compared: Compared, content: Spans, most: float = MOST) -> frozenset[str]:
    """The words of a content that the other sentence has too; none where they are few or less than `most` of it."""
    said = compared.before.keys_in(compared.pair.before, content)
    shared = said & compared.other.keys
    unlike = compared.pair.score < UNALIKE
    if len(shared) < min(len(said), FEWEST_SAID) or (unlike and len(said) < FEWEST_SAID):
        return frozenset()
    most = max(most, MOST_UNALIKE) if unlike and most == MOST else most
    if not shared or (
        compared.weights.sum(shared) < most * compared.weights.sum(said) and not _but_for_a_name(compared, content, most)
    ):
        return frozenset()
    return shared


def _but_for_a_name(compared: Compared, content: Spans, most: float) -> bool:
    """Whether most words of a content but its names stand in the other sentence, which has no other name in their place."""
    names = {word.stem for word in compared.one.words if word.capital}
    if any(word.capital and word.stem not in names for word in compared.other.words[1:]):
        return False
    said = {word.stem for word in compared.one.words if not word.capital and any(span.overlaps(word.span) for span in content)}
    return len(said) > FEWEST_SAID and len(said & compared.other.keys) >= most * len(said)


def _attributed(side: Side, sentence: Span, words: list[Span]) -> bool:
    """Whether nobody is needed for any of these words: silence is kept about them, or they stand in quotation marks."""
    for statement in side.statements[sentence]:
        if statement.kind.value in SILENT and any(
            span.overlaps(word) for span in statement.attribution.content for word in words
        ):
            return True
    return any(span.covers(word) for span in marked_spans(side.sheet, sentence) for word in words)


def _says_it_too(compared: Compared, voice: Voice, other: Voice) -> bool:
    """Whether two voices say the same: most of what the one says, or of what the other does, stands in the other's words."""
    shared = _shared(compared, voice.content)
    there = compared.after.keys_in(compared.pair.after, other.content)
    if shared and len(shared & there) * 2 >= len(shared):
        return True
    back = _shared(compared.mirrored(), other.content)
    here = compared.before.keys_in(compared.pair.before, voice.content)
    return bool(back) and len(back & here) * 2 >= len(back)


def _change(compared: Compared, voice: Voice, other: Voice) -> Change | None:
    statement, rival = voice.statement, other.statement
    if _elsewhere(compared, voice, other) or _elsewhere(compared.mirrored(), other, voice):
        return None
    if statement is None or rival is None:
        return None
    one, two = statement.speaker, rival.speaker
    if one is None or two is None or one.candidates or two.candidates:
        return None
    if _proper(compared, voice, compared.before.text) & _proper(compared, other, compared.after.text):
        return None
    person = SpeakerKind.NAMED_PERSON
    if one.kind is person and _indefinite(compared.after.text, rival, two):
        return Change.SOURCE_UNNAMED
    if two.kind is person and _indefinite(compared.before.text, statement, one):
        return Change.SOURCE_NAMED
    if _same(compared, statement, rival, one, two):
        return None
    first, second = _named(one), _named(two)
    if first and _indefinite(compared.after.text, rival, two):
        return Change.SOURCE_UNNAMED
    if second and _indefinite(compared.before.text, statement, one):
        return Change.SOURCE_NAMED
    spoken = (statement.attribution.source[0].of(compared.before.text), rival.attribution.source[0].of(compared.after.text))
    called = all(
        any(word[0].isupper() and word.lower() not in _no_names(compared) for word in _RAW.findall(words)) for words in spoken
    )
    of_one_sort = (one.kind is person) == (two.kind is person)
    if first and second and called and of_one_sort and _alike(compared, voice, other) >= LEAST_ALIKE:
        return Change.SOURCE_SWAPPED
    return None


def _alike(compared: Compared, voice: Voice, other: Voice) -> float:
    """How alike two sentences are, or what is said in them, where that is of some length."""
    here = compared.before.keys_in(compared.pair.before, voice.content)
    there = compared.after.keys_in(compared.pair.after, other.content)
    said = alike(here, there, compared.weights) if min(len(here), len(there)) >= FEWEST_SAID else 0.0
    return max(compared.pair.score, said)


def _proper(compared: Compared, voice: Voice, text: str) -> set[str]:
    """The words of a source and of its speaker's name that are of a name: in capitals, and no title."""
    name = voice.statement.speaker.name if voice.statement and voice.statement.speaker else None
    words = {word for each in (*(span.of(text) for span in voice.source), name or "") for word in _RAW.findall(each)}
    return {word for word in words if word[0].isupper() and word.lower() not in _no_names(compared)}


def _no_names(compared: Compared) -> frozenset[str]:
    return compared.wording.titles | compared.wording.empty


def _elsewhere(compared: Compared, voice: Voice, other: Voice) -> bool:
    """Whether the other sentence has all words of a source beside its own: then it has not lost it, whatever it says of it."""
    source = {word.stem for word in compared.one.words if any(span.overlaps(word.span) for span in voice.source)}
    there = {word.stem for word in compared.other.words if not any(span.overlaps(word.span) for span in other.source)}
    return bool(source) and source <= there


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
