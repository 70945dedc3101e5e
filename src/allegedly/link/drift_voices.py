"""Who is given for which words of a sentence: what a rewrite can lose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allegedly.languages import Language
from allegedly.link.context import SILENT, Side
from allegedly.link.drift_marks import marked_spans
from allegedly.link.drift_wording import Rewording, load_rewording
from allegedly.link.words import Wording, load_wording
from allegedly.model import Span, Spans, SpeakerKind, Statement

_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_PARTED = re.compile(r"[,;:“”\"(]")
_RELATIVE = re.compile(r"(?:who|which|that|whom)\b(?! of)|according to\b", re.IGNORECASE)
_SAID_NEXT = re.compile(
    r":? [\"“‘]|: |,? that\b| (?:the|a|an|he|she|it|they|there|his|her|its|their|most|many|some|no)\b", re.IGNORECASE
)
_BEHIND_WORDS = re.compile(r",[”\"’'] $")
_INFINITIVE = re.compile(r"(?:not )?to\b", re.IGNORECASE)
MOST_BEHIND = 5
"""How many words may name somebody behind a comma, and stand behind the one that tells that they speak."""
_TO_DO = re.compile(r" (?:not )?to ")
MOST_BEFORE = 9
"""How many words a sentence may begin with up to the one that tells that somebody is speaking."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody or something that is given for words of a sentence; `told`: the words of the cue, in small letters.

    `statement`: the statement that tells so; `None` where the sentence's own words do.
    """

    source: Spans
    cue: Spans
    content: Spans
    told: frozenset[str]
    statement: Statement | None

    @property
    def spans(self) -> Spans:
        """Source and cue, in order."""
        return tuple(sorted({*self.source, *self.cue}))


def voices_in(side: Side, sentence: Span, language: Language) -> tuple[Voice, ...]:
    """Who speaks in a sentence, the outer before the inner; silences, wishes and acts are left out.

    By its statements, and where the sentence begins with none of them, by its own words ("One of them said …").
    """
    rewording, following = load_rewording(language), load_wording(language).following
    found = [_voice(side, statement) for statement in side.statements[sentence] if _sourced(side, statement, sentence)]
    voices = [
        voice
        for voice in found
        if voice.told & rewording.saying or _holds(side, sentence, voice, rewording) or _labelled(side, sentence, voice)
    ]
    voices = [voice for voice in voices if not _inverted(voice, rewording, following) and not _no_verb(side, voice, language)]
    start = Span(sentence.start, sentence.start + 1)
    if not any(span.overlaps(start) for voice in voices for span in voice.content):
        own = next(_told_by_words(side, sentence, language), None)
        if (
            own is not None
            and not _no_verb(side, own, language)
            and not any(cue.overlaps(span) for voice in voices for cue in voice.spans for span in own.spans)
        ):
            voices.append(own)
    return tuple(sorted(voices, key=lambda voice: (-sum(map(len, voice.content)), voice.spans)))


def _voice(side: Side, statement: Statement) -> Voice:
    attribution = statement.attribution
    told = frozenset(word.lower() for span in attribution.cue for word in _RAW.findall(span.of(side.text)))
    return Voice(attribution.source, attribution.cue, attribution.content, told, statement)


def _sourced(side: Side, statement: Statement, sentence: Span) -> bool:
    if statement.kind.value in SILENT or not statement.attribution.source:
        return False
    if _RELATIVE.match(statement.attribution.source[0].of(side.text)):
        return False
    return any(span.overlaps(sentence) for span in statement.attribution.content)


def _holds(side: Side, sentence: Span, voice: Voice, rewording: Rewording) -> bool:
    """Whether somebody expects or believes something of others: what they themselves mean to do is their act.

    "I think" is a hedge, and "if they think so" holds nothing.
    """
    if not voice.told & rewording.expecting or _INFINITIVE.match(voice.content[0].of(side.text)):
        return False
    source = {word.lower() for span in voice.source for word in _RAW.findall(span.of(side.text))}
    before = _RAW.findall(side.text[sentence.start : max(sentence.start, voice.source[0].start)].lower())[-2:]
    return not source & rewording.spoken and not set(before) & rewording.subordinators


def _labelled(side: Side, sentence: Span, voice: Voice) -> bool:
    """Whether a name stands before a colon and what it says in marks."""
    if voice.told or voice.statement is None or voice.statement.speaker is None:
        return False
    marked = marked_spans(side.sheet, sentence)
    source = " ".join(span.of(side.text) for span in voice.source).lower()
    named = voice.statement.speaker.kind is SpeakerKind.NAMED_PERSON or source in ("he", "she")
    return named and any(span.overlaps(other) for span in voice.content for other in marked)


def _inverted(voice: Voice, rewording: Rewording, following: frozenset[str]) -> bool:
    """Whether a source stands behind a cue that never stands before its subject: it is who is told; or before one that always
    does ("…, citing the mayor")."""
    behind = bool(voice.cue) and all(span.start > voice.cue[-1].start for span in voice.source)
    if voice.cue and voice.told <= following:
        return not behind
    return behind and bool(voice.told & rewording.never_inverted)


def _no_verb(side: Side, voice: Voice, language: Language) -> bool:
    """Whether a cue is no verb of saying: in capitals ("the United States"), passive ("will be added", "was told"), or of the
    noun behind it ("the alleged attack", "a reported 40")."""
    if not voice.cue:
        return False
    first = voice.cue[-1].of(side.text).split(" ")[-1]
    before = _RAW.findall(side.text, max(0, voice.cue[0].start - 24), voice.cue[-1].end)
    passive = [word.lower() for word in before[:-1]][-2:]
    if (
        first[:1].isupper()
        and len(voice.told) == 1
        and side.text[max(0, voice.cue[0].start - 2) : voice.cue[0].start].strip(" \n")
    ):
        return not first.isupper() or len(first) < 3
    rewording = load_rewording(language)
    if set(passive[-1:]) & {"be", "been", "being", "is", "are", "was", "were"} and voice.told & (
        rewording.passive | rewording.expecting
    ):
        return True
    if not voice.told <= rewording.participles:
        return False
    behind = _RAW.match(side.text, voice.cue[-1].end + 1)
    return behind is not None and behind.group().islower() and behind.group() not in load_wording(language).empty


def _told_by_words(side: Side, sentence: Span, language: Language) -> Iterator[Voice]:
    """What a sentence's own words tell of who says it, where no statement was found: by its first word of saying."""
    wording, saying = load_wording(language), load_rewording(language).saying
    raw = list(_RAW.finditer(side.text, sentence.start, sentence.end))
    for number, match in enumerate(raw):
        small = match.group().lower()
        if small in wording.telling & saying:
            if small in load_rewording(language).also_nouns and not _tells(
                side.text, raw, number, sentence, load_rewording(language).before_nouns
            ):
                continue
            voice = _following(side, sentence, raw, number, wording) or _leading(side, sentence, raw, number, language)
            if voice is not None:
                yield voice
            return


def _tells(text: str, raw: list[re.Match[str]], number: int, sentence: Span, before_nouns: frozenset[str]) -> bool:
    """Whether a word that may be a noun tells of saying: what is said follows, or it ends a clause behind a comma."""
    match = raw[number]
    noun = number > 0 and raw[number - 1].group().lower() in before_nouns
    ends = _PARTED.search(text, match.end(), sentence.end) is None and number + MOST_BEHIND >= len(raw)
    return not noun and (_SAID_NEXT.match(text, match.end()) is not None or ends)


def _following(side: Side, sentence: Span, raw: list[re.Match[str]], number: int, wording: Wording) -> Voice | None:
    """Somebody named behind a comma and what they say: "…, according to the mayor", "…, two of them said on Monday"."""
    match, text = raw[number], side.text
    small = frozenset((match.group().lower(),))
    cue = (Span(match.start(), match.end()),)
    if small <= wording.following:
        if number < 3 or text[match.start() - 2] != ",":
            return None
        border = _PARTED.search(text, match.end(), sentence.end)
        source = Span(match.end(), border.start() if border else sentence.end)
        return Voice((source,), cue, (Span(sentence.start, match.start() - 2),), small, None)
    if number >= 3 and _BEHIND_WORDS.search(text, sentence.start, match.start()):
        return _inverted_at_the_end(sentence, raw, number, text)
    comma = text.rfind(",", sentence.start, match.start())
    between = [each for each in raw[:number] if each.start() > comma]
    last = number + MOST_BEHIND >= len(raw) and _PARTED.search(text, match.end(), sentence.end) is None
    if comma < 0 or not 0 < len(between) <= MOST_BEHIND or number - len(between) < 3 or not last:
        return None
    if _RELATIVE.match(between[0].group()):
        return None
    return Voice((Span(between[0].start(), match.start() - 1),), cue, (Span(sentence.start, comma),), small, None)


def _inverted_at_the_end(sentence: Span, raw: list[re.Match[str]], number: int, text: str) -> Voice | None:
    """Somebody named behind what they say and the word that tells so: "…,” said the mayor"."""
    match = raw[number]
    border = _PARTED.search(text, match.end(), sentence.end)
    end = border.start() if border else raw[-1].end()
    named = [each for each in raw[number + 1 :] if each.start() < end]
    if not 0 < len(named) <= MOST_BEFORE or not any(each.group()[0].isupper() for each in named):
        return None
    told, cue = frozenset((match.group().lower(),)), (Span(match.start(), match.end()),)
    source, content = Span(named[0].start(), named[-1].end()), Span(sentence.start, raw[number - 1].end())
    return Voice((source,), cue, (content,), told, None)


def _leading(side: Side, sentence: Span, raw: list[re.Match[str]], number: int, language: Language) -> Voice | None:
    """Somebody named at the start, and what they say behind it: "One of them said …"."""
    match, text, wording = raw[number], side.text, load_wording(language)
    if raw[0].group().lower() in load_rewording(language).as_told and 1 < number < MOST_BEFORE:
        return _as_told(sentence, raw, number, text)
    opens = raw[0].group().lower() in load_rewording(language).subordinators
    negated = {each.group().lower() for each in raw[max(0, number - 3) : number]} & wording.negators
    parted = _PARTED.search(text, sentence.start, match.start()) is not None
    if (
        match.end() + 1 >= sentence.end
        or not 0 < number < MOST_BEFORE
        or opens
        or parted
        or negated
        or _TO_DO.match(text, match.end())
    ):
        return None
    source, content = Span(sentence.start, match.start() - 1), Span(match.end() + 1, sentence.end)
    return Voice((source,), (Span(match.start(), match.end()),), (content,), frozenset((match.group().lower(),)), None)


def _as_told(sentence: Span, raw: list[re.Match[str]], number: int, text: str) -> Voice | None:
    """Somebody named between "as" and a comma, and what they say behind it: "As the mayor put it, …"."""
    match = raw[number]
    if text[match.end() : match.end() + 1] not in (",", ":") or _PARTED.search(text, sentence.start, match.start()):
        return None
    source, content = Span(raw[1].start(), match.start() - 1), Span(match.end() + 2, sentence.end)
    return Voice((source,), (Span(match.start(), match.end()),), (content,), frozenset((match.group().lower(),)), None)
