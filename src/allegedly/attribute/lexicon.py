"""The cue rules' knowledge of a language, read from its `cues.toml` and `grammar.toml`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.attribute.tables import rows, strings, table, text
from allegedly.languages import Language
from allegedly.languages.inflection import Forms, inflect
from allegedly.model import Certainty, Kind

BASE, THIRD, PAST, PARTICIPLE, ING = 1, 2, 4, 8, 16
"""Bits for the forms of a verb."""
CLASSES = (
    "determiner", "possessive", "subject", "nominative", "object", "relative", "question", "auxiliary", "being", "having",
    "negation", "contracted", "preposition", "joining", "conjunction", "subordinator", "time", "time_opener", "adverb",
    "not_adverb", "finite", "title",
)  # fmt: skip
(
    DETERMINER, POSSESSIVE, SUBJECT, NOMINATIVE, OBJECT, RELATIVE, QUESTION, AUXILIARY, BEING, HAVING,
    NEGATION, CONTRACTED, PREPOSITION, JOINING, CONJUNCTION, SUBORDINATOR, TIME, TIME_OPENER, ADVERB,
    NOT_ADVERB, FINITE, TITLE,
) = (1 << number for number in range(len(CLASSES)))  # fmt: skip
MARK, NUMBER, CUE, VERBAL, MEDIUM = (1 << number for number in range(len(CLASSES), len(CLASSES) + 5))
"""Bits for classes of words; `VERBAL`: a word whose ending looks like a verb's."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cue says of the statements it gives."""

    kind: Kind
    certainty: Certainty


SAID = Meaning(Kind.ASSERTION, Certainty.CERTAIN)
"""What layout says: that somebody said it."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that attributes: its first word is inflected, `rest` must follow; `takes`: see `cues.toml`."""

    lemma: str
    rest: tuple[str, ...]
    takes: frozenset[str]
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that attributes, with the prepositions that its content may stand after."""

    after: frozenset[str]
    meaning: Meaning


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that the cue rules know of a language. Keys are lower case, apostrophes straight."""

    classes: dict[str, int]
    verbs: dict[str, tuple[tuple[Verb, int], ...]]
    """By the first word of each form: the verbs, longest first, with the bits of the form."""
    nouns: dict[str, Noun]
    adjectives: dict[str, tuple[frozenset[str], Meaning]]
    light_verbs: frozenset[str]
    light_nouns: dict[str, Meaning]
    reported: dict[str, Meaning]
    seeming: frozenset[str]
    hearsay: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    phrase_openers: frozenset[str]
    media_prepositions: frozenset[str]
    labels: frozenset[str]
    never_labels: frozenset[str]
    digest: str

    @staticmethod
    @cache
    def of(language: Language) -> Lexicon:
        """The lexicon of `language`. Raises `LanguageError` where its data is malformed."""
        cues, grammar = dict(language.table("cues")), dict(language.table("grammar"))
        classes = _classes({name: strings(table(grammar, "classes"), name) for name in CLASSES})
        media = table(grammar, "media")
        for noun in strings(media, "nouns"):
            classes[noun] = classes.get(noun, 0) | MEDIUM
        verbs = _verbs(list(_lemmas(cues)), _morphology(cues))
        for form in verbs:
            classes[form] = classes.get(form, 0) | CUE
        seeming, hearsay, light, labels = (table(cues, key) for key in ("seeming", "hearsay", "light", "labels"))
        forms = _morphology(cues)
        return Lexicon(
            classes=classes,
            verbs=verbs,
            nouns={
                word: Noun(frozenset(strings(row, "after")), _meaning(row))
                for row in rows(cues, "nouns")
                for word in strings(row, "words")
            },
            adjectives={
                word: (frozenset(strings(row, "takes")), _meaning(row))
                for row in rows(cues, "adjectives")
                for word in strings(row, "words")
            },
            light_verbs=frozenset(form for verb in strings(light, "verbs") for form in inflect(verb, *forms)),
            light_nouns={word: _meaning(row) for row in rows(light, "nouns") for word in strings(row, "words")},
            reported={word: _meaning(row) for row in rows(cues, "reported") for word in strings(row, "words")},
            seeming=frozenset(form for verb in strings(seeming, "verbs") for form in inflect(verb, *forms)[:4]),
            hearsay=frozenset(table(hearsay, "words")),
            phrases=tuple(tuple(phrase.split()) for row in rows(cues, "phrases") for phrase in strings(row, "words")),
            phrase_openers=frozenset(phrase.split()[0] for row in rows(cues, "phrases") for phrase in strings(row, "words")),
            media_prepositions=frozenset(strings(media, "prepositions")),
            labels=frozenset(strings(labels, "sources")),
            never_labels=frozenset(strings(labels, "never")),
            digest=hashlib.sha256(json.dumps([cues, grammar], sort_keys=True).encode()).hexdigest(),
        )


def _classes(named: dict[str, tuple[str, ...]]) -> dict[str, int]:
    out: dict[str, int] = {}
    for number, name in enumerate(CLASSES):
        for word in named[name]:
            key = word.replace("’", "'")
            out[key] = out.get(key, 0) | 1 << number
    return out


def _morphology(cues: Mapping[str, object]) -> tuple[frozenset[str], dict[str, Forms]]:
    irregular = table(cues, "irregular")
    return frozenset(strings(cues, "doubled")), {lemma: Forms(*strings(irregular, lemma)) for lemma in irregular}


def _meaning(row: Mapping[str, object]) -> Meaning:
    return Meaning(Kind(text(row, "kind")), Certainty(text(row, "certainty")))


def _lemmas(cues: Mapping[str, object]) -> Iterator[Verb]:
    for row in rows(cues, "verbs"):
        for lemma in strings(row, "lemmas"):
            first, *rest = lemma.split()
            yield Verb(first, tuple(rest), frozenset(strings(row, "takes")), _meaning(row))


def _verbs(listed: list[Verb], forms: tuple[frozenset[str], dict[str, Forms]]) -> dict[str, tuple[tuple[Verb, int], ...]]:
    """Verbs by form. A verb listed twice takes what both rows say, and means what the first says."""
    by_lemma: dict[tuple[str, tuple[str, ...]], Verb] = {}
    for verb in listed:
        known = by_lemma.get((verb.lemma, verb.rest))
        by_lemma[verb.lemma, verb.rest] = (
            verb if known is None else Verb(known.lemma, known.rest, known.takes | verb.takes, known.meaning)
        )
    out: dict[str, dict[Verb, int]] = {}
    for verb in sorted(by_lemma.values(), key=lambda verb: (-len(verb.rest), verb.lemma, verb.rest)):
        for number, form in enumerate(inflect(verb.lemma, *forms)):
            held = out.setdefault(form, {})
            held[verb] = held.get(verb, 0) | 1 << number
    return {form: tuple(held.items()) for form, held in out.items()}
