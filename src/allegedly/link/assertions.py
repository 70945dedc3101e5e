"""What is said in a text, by somebody or by the text itself, as it is compared with what others say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from allegedly.languages import Language
from allegedly.link.align import Sentence, sentences_in
from allegedly.link.context import SILENT
from allegedly.link.counting import Count, counts_in
from allegedly.link.drift_polarity import Negated, negated_words
from allegedly.link.own_words import own_words
from allegedly.link.pointing import Pointing, load_pointing
from allegedly.link.words import Word, load_wording, stem, words_in
from allegedly.model import Attribution, Certainty, Kind, Manner, Span, Spans, SpeakerKind, Statement, words_of
from allegedly.model.link import DisputeClass, End, Sheet

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
DENYING = (Kind.DENIAL, Kind.REJECTION)
_RAW = re.compile(r"\w+")
_LISTED = re.compile(r" \| |(?<![A-Z] )\bMORE\b(?! [A-Z]{2})")
_MARKS = (" | ", "MORE")
_HARD = re.compile(r"\b(?:impossible|hard|difficult|unreasonable|only)\b")


@dataclass(frozen=True, slots=True)
class Denied:
    """What a denial tells of what it denies: the words that it restates, and those with which it points at it.

    `own`: the denier's own words and country, where the denial speaks of what is theirs ("that any of its drones"); a claim
    that it denies names them. `before`: `keys` stand before the denier in the sentence. `pointed`: it denies by a noun that
    stands for the claim, and `keys` are words at that noun.
    """

    keys: frozenset[str]
    pointers: frozenset[str]
    manner: DisputeClass
    own: frozenset[str]
    before: bool = False
    pointed: bool = False


@dataclass(frozen=True, slots=True)
class Assertion:
    """Something said: its words by stem (`keys`), those said not to be so, its numbers, who says it and where.

    `kind`: what sort of saying; `None` where the text itself says it. `statement` in `end` may be a bare one. `place`: the
    number of its sentence in the text. `speaker`: what tells speakers apart: a name or the words of the source; `None` for the
    text itself. `sides`: stems of the speaker's words, with the country. `names`: stems of names in it. `claims`: it says that
    something is so. `contrast`: it is set against what stands before it. `denied`: what it denies, where it is a denial.
    """

    end: End
    keys: frozenset[str]
    negated: frozenset[str]
    names: frozenset[str]
    counts: tuple[Count, ...]
    kind: Kind | None
    place: int
    speaker: str | None
    sides: frozenset[str]
    day: str
    claims: bool
    contrast: bool = False
    denied: Denied | None = None

    @property
    def order(self) -> tuple[str, str, int]:
        """By day, article and place in the text."""
        return self.day, self.end.article, self.end.spans[0].start


@dataclass(frozen=True, slots=True)
class Read:
    """A text as assertions are read from it: its sentences, and what is said in them not to be so."""

    sheet: Sheet
    language: Language
    sentences: tuple[Sentence, ...]
    negated: tuple[Mapping[str, Negated], ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.sheet.text

    @property
    def day(self) -> str:
        """The day of publication in ISO 8601; empty where there is none."""
        return (self.sheet.article.origin.published or "")[:10]


def keys_of(text: str, spans: Spans, language: Language) -> frozenset[str]:
    """The stems of the words in `spans`, countries by their code, with what they are cases of."""
    wording = load_wording(language)
    return keys_among([word for span in spans for word in words_in(text, span, wording)], text, language)


def keys_among(words: Sequence[Word], text: str, language: Language) -> frozenset[str]:
    """The stems of words, countries by their code, with what they are cases of."""
    pointing = load_pointing(language)
    stems = {word.stem for word in words}
    capital = [word for word in words if word.capital]
    countries = {pointing.countries[word.stem] for word in capital if word.stem in pointing.countries}
    parted = [told for word in capital if "-" in (told := word.span.of(text))]
    if parted:
        countries |= _countries(parted, language)
    for one, other in pairwise(capital):
        code = pointing.long_countries.get((one.stem, other.stem))
        if code is not None and other.span.start == one.span.end + 1:
            countries.add(code)
            stems -= {one.stem, other.stem}
    if countries:
        stems = {each for each in stems if pointing.countries.get(each) not in countries} | countries
    return with_cases(stems, pointing)


def _countries(words: Iterable[str], language: Language) -> frozenset[str]:
    """The codes of the countries that words name, also as a part ("Iranian-made"): with a capital alone."""
    wording, pointing = load_wording(language), load_pointing(language)
    parts = [part for word in words for part in word.split("-") if part[:1].isupper()]
    return frozenset(pointing.countries[each] for part in parts if (each := stem(part, wording)) in pointing.countries)


def with_cases(stems: set[str], pointing: Pointing) -> frozenset[str]:
    """Stems with what each is a case of."""
    if pointing.cases.keys().isdisjoint(stems):
        return frozenset(stems)
    return frozenset(stems | {pointing.cases[each] for each in stems if each in pointing.cases})


def read_sentences(sheet: Sheet, language: Language) -> Read:
    """A text as assertions are read from it."""
    wording, sentences = load_wording(language), sentences_in(sheet, language)
    pattern, text = _negating(language), sheet.text
    negated = tuple(
        negated_words(text, each, wording) if pattern.search(each.span.of(text).lower()) else {} for each in sentences
    )
    return Read(sheet, language, sentences, negated)


@cache
def _negating(language: Language) -> re.Pattern[str]:
    """Finds sentences, in small letters, in which something may be said not to be so."""
    wording = load_wording(language)
    words = "|".join(re.escape(word) for word in sorted(wording.negators | wording.deniers))
    return re.compile(rf"n[’']t\b|\b(?:{words})\b")


def assertions_of(read: Read) -> tuple[Assertion, ...]:
    """Every statement of a text, sentence by sentence, and every sentence in which nobody speaks.

    Headlines and captions are left out: they say again what the text says. What a denial denies is not filled in.
    """
    found: list[Assertion] = []
    spoken: set[int] = set()
    touching, lists = _touching(read), any(mark in read.text for mark in _MARKS)
    for statement in read.sheet.findings.statements:
        for place in _places(read, statement.attribution.content):
            spoken.add(place)
            if lists and _is_listed(read, place, statement.attribution.content[0].start):
                continue
            found.append(_stated(read, statement, place))
    for place, sentence in enumerate(read.sentences):
        if not sentence.heading and place not in spoken and len(sentence.keys) > 1:
            found.append(_made(read, place, (sentence.span,), None, None, frozenset()))
    for place in sorted(spoken):
        rest = own_words(read.sentences[place], touching[place], read.text)
        if rest:
            found.append(_made(read, place, rest, None, None, frozenset()))
    return tuple(found)


def _is_listed(read: Read, place: int, start: int) -> bool:
    """Whether what begins at `start` is a headline in a row of them, as a page prints them amid its text."""
    sentence = read.sentences[place].span
    return _LISTED.search(read.text, max(sentence.start, start), sentence.end) is not None


def _places(read: Read, spans: Spans) -> Iterator[int]:
    """The numbers of the sentences that spans lie in, headlines and captions left out."""
    if not spans:
        return
    at = bisect_left(read.sentences, spans[0].start + 1, key=lambda sentence: sentence.span.end)
    while at < len(read.sentences) and read.sentences[at].span.start < spans[-1].end:
        sentence = read.sentences[at]
        if not sentence.heading and any(span.overlaps(sentence.span) for span in spans):
            yield at
        at += 1


def _touching(read: Read) -> Mapping[int, list[Attribution]]:
    """Who speaks in each sentence: every attribution with its content or its cue there."""
    found: dict[int, list[Attribution]] = defaultdict(list)
    for statement in read.sheet.findings.statements:
        parts = statement.attribution
        for place in sorted({*_places(read, parts.content), *_places(read, parts.cue)}):
            found[place].append(parts)
    return found


def _stated(read: Read, statement: Statement, place: int) -> Assertion:
    sentence = read.sentences[place].span
    content = tuple(
        Span(max(span.start, sentence.start), min(span.end, sentence.end))
        for span in statement.attribution.content
        if span.overlaps(sentence)
    )
    if statement.manner.value is Manner.BARE:
        return _made(read, place, content, statement, None, frozenset())
    name, sides = _speaker(read, statement)
    source = words_of(read.text, statement.attribution.source) or None
    return _made(read, place, content, statement, name or source, sides)


def _made(
    read: Read, place: int, spans: Spans, statement: Statement | None, speaker: str | None, sides: frozenset[str]
) -> Assertion:
    text, sentence = read.text, read.sentences[place]
    words = _words_within(sentence, spans)
    end = End(read.sheet.article.id, spans, words_of(text, spans), statement.id if statement else None, speaker)
    pointing = load_pointing(read.language)
    claims = pointing.obligations.isdisjoint(_RAW.findall(end.words.lower()))
    kind = None
    if statement is not None and statement.manner.value is not Manner.BARE:
        kind = statement.kind.value
        claims = claims and kind not in NOT_CLAIMED and statement.certainty.value is not Certainty.UNDERSPECIFIED
    told_keys = keys_among(words, text, read.language)
    return Assertion(
        end,
        told_keys,
        told_keys if _disbelieved(read, statement) else _negated(read, place, spans),
        frozenset(word.stem for word in words if word.name),
        counts_in(text, sentence, spans, read.language),
        kind,
        place,
        speaker,
        sides,
        read.day,
        claims,
        kind is not None and claims and _contrasted(read, place, spans, statement),
    )


def _words_within(sentence: Sentence, spans: Spans) -> list[Word]:
    if len(spans) > 1:
        return [word for word in sentence.words if any(span.covers(word.span) for span in spans)]
    start, end = spans[0].start, spans[0].end
    return [word for word in sentence.words if start <= word.span.start and word.span.end <= end]


def _disbelieved(read: Read, statement: Statement | None) -> bool:
    """Whether the words are told as what somebody does not believe ("do not believe that")."""
    if statement is None or not statement.attribution.cue or not statement.attribution.content:
        return False
    cue = statement.attribution.cue[-1]
    if not set(re.findall(r"\w+", cue.of(read.text).lower())) & load_pointing(read.language).believing:
        return False
    before = read.text[max(0, cue.start - 12) : cue.end]
    if _HARD.search(read.text, max(0, cue.start - 24), cue.start):
        return False
    return _negating(read.language).search(before.lower()) is not None


def _contrasted(read: Read, place: int, spans: Spans, statement: Statement | None) -> bool:
    """Whether a word of contrast leads to what is said ("Two councillors, however, recalled")."""
    sentence = read.sentences[place].span
    cue = statement.attribution.cue if statement else ()
    start = max(sentence.start, min(span.start for span in (*spans, *cue)))
    lead = {word.lower() for word in re.findall(r"\w+", read.text[sentence.start : start])}
    return bool(lead & load_pointing(read.language).contrast)


def _negated(read: Read, place: int, spans: Spans) -> frozenset[str]:
    negated = read.negated[place]
    if not negated:
        return frozenset()
    wording, pointing = load_wording(read.language), load_pointing(read.language)
    found = {
        key
        for key, each in negated.items()
        if any(span.covers(each.word) for span in spans)
        and any(span.covers(each.negator) for span in spans)
        and each.word.of(read.text).lower() not in wording.telling
    }
    return with_cases(found, pointing)


def _speaker(read: Read, statement: Statement) -> tuple[str | None, frozenset[str]]:
    language, speaker = read.language, statement.speaker
    sides = keys_of(read.text, statement.attribution.source, language)
    if speaker is None:
        return None, sides
    sides = sides.union(*(_named(words, language) for words in (speaker.name, speaker.role, speaker.affiliation) if words))
    if speaker.country:
        sides |= {speaker.country}
    return (speaker.name if speaker.kind is not SpeakerKind.DOCUMENT else None), sides


@lru_cache(5000)
def _named(words: str, language: Language) -> frozenset[str]:
    """The stems and countries in what a speaker is called."""
    wording, named = load_wording(language), [word for word in words.split() if len(word) > 2]
    return with_cases({stem(word, wording) for word in named}, load_pointing(language)) | _countries(named, language)
