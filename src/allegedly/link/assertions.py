"""What is said in a text, by somebody or by the text itself, as it is compared with what others say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from allegedly.languages import Language
from allegedly.link.align import Sentence, sentences_in
from allegedly.link.context import SILENT
from allegedly.link.drift_polarity import negated_words
from allegedly.link.numbers import Number, find_numbers
from allegedly.link.pointing import Pointing, load_pointing
from allegedly.link.words import load_wording, stem, words_in
from allegedly.model import Certainty, Kind, Span, Spans, SpeakerKind, Statement, words_of
from allegedly.model.link import End, Sheet

NOT_CLAIMED = (
    *SILENT,
    Kind.DOUBT,
    Kind.QUESTION,
    Kind.DEMAND,
    Kind.DENIAL,
    Kind.REJECTION,
    Kind.PROMISE,
    Kind.THREAT,
    Kind.CONCERN,
)
"""Kinds of statements that do not say that something is so."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """Something said: its words by stem (`keys`), those said not to be so, its numbers, who says it and where.

    `place`: the number of its sentence in the text. `speaker`: what tells speakers apart: a name or the words of the source;
    `None` for the text itself. `sides`: stems of the speaker's words, with the country. `wanted`: it says what must be.
    """

    end: End
    keys: frozenset[str]
    negated: frozenset[str]
    numbers: tuple[Number, ...]
    statement: Statement | None
    sentence: Span
    place: int
    speaker: str | None
    sides: frozenset[str]
    day: str
    wanted: bool = False

    @property
    def claims(self) -> bool:
        """Whether it says that something is so."""
        if self.statement is None or self.wanted:
            return not self.wanted
        unspoken = self.statement.certainty.value is Certainty.UNDERSPECIFIED
        return self.statement.kind.value not in NOT_CLAIMED and not unspoken

    @property
    def order(self) -> tuple[str, str, int]:
        """By day, article and place in the text."""
        return self.day, self.end.article, self.end.spans[0].start


def keys_of(text: str, spans: Spans, language: Language) -> frozenset[str]:
    """The stems of the words in `spans`, countries by their code, with what they are cases of."""
    wording, pointing = load_wording(language), load_pointing(language)
    words = [word for span in spans for word in words_in(text, span, wording)]
    countries = _countries([word.span.of(text) for word in words], language)
    named = {each for each, code in pointing.countries.items() if code in countries}
    return with_cases({word.stem for word in words} - named, pointing) | countries


def _countries(words: Iterable[str], language: Language) -> frozenset[str]:
    """The codes of the countries that words name, also as a part ("Iranian-made"): with a capital alone."""
    wording, pointing = load_wording(language), load_pointing(language)
    parts = [part for word in words for part in word.split("-") if part[:1].isupper()]
    return frozenset(pointing.countries[each] for part in parts if (each := stem(part, wording)) in pointing.countries)


def with_cases(stems: set[str], pointing: Pointing) -> frozenset[str]:
    """Stems with what each is a case of."""
    return frozenset(stems | {pointing.cases[each] for each in stems if each in pointing.cases})


def assertions_of(sheet: Sheet, language: Language) -> tuple[Assertion, ...]:
    """Every statement of a text, sentence by sentence, and every sentence in which nobody speaks.

    Headlines and captions are left out: they say again what the text says.
    """
    sentences = sentences_in(sheet, language)
    found: list[Assertion] = []
    spoken: set[Span] = set()
    for statement in sheet.findings.statements:
        for place, sentence in enumerate(sentences):
            if not sentence.heading and any(span.overlaps(sentence.span) for span in statement.attribution.content):
                spoken.add(sentence.span)
                found.append(_stated(sheet, statement, sentence, place, language))
    for place, sentence in enumerate(sentences):
        if not sentence.heading and sentence.span not in spoken and len(sentence.keys) > 1:
            found.append(_own(sheet, sentence, place, language))
    return tuple(found)


def _stated(sheet: Sheet, statement: Statement, sentence: Sentence, place: int, language: Language) -> Assertion:
    text = sheet.text
    content = tuple(_inside(span, sentence.span) for span in statement.attribution.content if span.overlaps(sentence.span))
    numbers = tuple(number for span in content for number in find_numbers(text, span, language))
    speaker, sides = _speaker(sheet, statement, language)
    source = words_of(text, statement.attribution.source) or None
    end = End(sheet.article.id, content, words_of(text, content), statement.id, speaker or source)
    negated = _negated(sheet, content, language)
    day = (sheet.article.origin.published or "")[:10]
    keys, told = keys_of(text, content, language), {word.lower() for word in re.findall(r"\w+", end.words)}
    wanted = bool(told & load_pointing(language).obligations)
    return Assertion(end, keys, negated, numbers, statement, sentence.span, place, speaker or source, sides, day, wanted)


def _inside(span: Span, sentence: Span) -> Span:
    return Span(max(span.start, sentence.start), min(span.end, sentence.end))


def _own(sheet: Sheet, sentence: Sentence, place: int, language: Language) -> Assertion:
    text, spans = sheet.text, (sentence.span,)
    numbers = find_numbers(text, sentence.span, language)
    end = End(sheet.article.id, spans, sentence.span.of(text), None)
    day = (sheet.article.origin.published or "")[:10]
    keys, negated = keys_of(text, spans, language), _negated(sheet, spans, language)
    return Assertion(end, keys, negated, numbers, None, sentence.span, place, None, frozenset(), day)


def _negated(sheet: Sheet, spans: Spans, language: Language) -> frozenset[str]:
    wording, pointing = load_wording(language), load_pointing(language)
    found: set[str] = set()
    for span in spans:
        sentence = Sentence(span, words_in(sheet.text, span, wording), frozenset(), "")
        negated = negated_words(sheet.text, sentence, wording)
        found.update(key for key, each in negated.items() if each.word.of(sheet.text).lower() not in wording.telling)
    return with_cases(found, pointing)


def _speaker(sheet: Sheet, statement: Statement, language: Language) -> tuple[str | None, frozenset[str]]:
    speaker = statement.speaker
    sides = set(keys_of(sheet.text, statement.attribution.source, language))
    if speaker is None:
        return None, frozenset(sides)
    wording, pointing = load_wording(language), load_pointing(language)
    for words in (speaker.name, speaker.role, speaker.affiliation):
        named = [word for word in (words or "").split() if len(word) > 2]
        sides |= with_cases({stem(word, wording) for word in named}, pointing) | _countries(named, language)
    if speaker.country:
        sides.add(speaker.country)
    name = speaker.name if speaker.kind is not SpeakerKind.DOCUMENT else None
    return name, frozenset(sides)
