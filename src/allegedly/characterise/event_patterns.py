"""The verbs and nouns that tell of events, as patterns over words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import product

from allegedly.characterise.data import string, strings, table, tables
from allegedly.errors import LanguageError
from allegedly.languages import Language, Table
from allegedly.languages.inflection import Forms, inflect
from allegedly.model import EventType

_GAP = 8
"""Words that a gap in a pattern may span."""
_BREAKS = frozenset(
    (",", ";", ":", ".", "(", ")", "—", "–", "that", "who", "which", "because", "while", "after", "before", "when", "if")
)


class Form(Enum):
    """How the first word of a pattern stands in the text."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()
    FIXED = auto()
    NOUN = auto()


@dataclass(frozen=True, slots=True)
class EventEntry:
    """What a pattern makes of the words it fits (see events.toml).

    `to`: the prepositions that lead to whom it is directed; `led`: they do so rather than the verb's object. `head`: what follows
    is not told to have happened. `subject`: words of which the subject must have one. `thing`: the verb's object is
    nobody.
    """

    type: EventType
    mode: str | None
    cameo: str
    frame: str
    to: frozenset[str]
    led: bool
    head: bool
    subject: frozenset[str]
    thing: bool


@dataclass(frozen=True, slots=True)
class EventPattern:
    """What follows the first word: sets of words, each fitting one, and gaps (`None`). `joined`: words before the first gap.

    `alone`: the verb needs no object. `forceful`: politics uses it too, so that it needs force around it.
    """

    entry: EventEntry
    parts: tuple[frozenset[str] | None, ...]
    weight: int
    joined: int
    alone: bool
    forceful: bool

    def match(self, words: Sequence[str], at: int, stop: int, passing: Callable[[int], bool]) -> tuple[int, ...] | None:
        """The places of the words that fit, the first being `at`; `None` where they do not. `passing` ones may stand between."""
        found = [at]
        gap = False
        for part in self.parts:
            if part is None:
                gap = True
                continue
            start = found[-1] + 1
            while not gap and start < stop and words[start] not in part and passing(start):
                start += 1
            place = self._place(words, start, stop, part, gap)
            if place is None:
                return None
            found.append(place)
            gap = False
        return tuple(found)

    @staticmethod
    def _place(words: Sequence[str], start: int, stop: int, part: frozenset[str], gap: bool) -> int | None:
        for place in range(start, min(stop, start + (_GAP if gap else 1))):
            if words[place] in part:
                return place
            if words[place] in _BREAKS:
                return None
        return None

    @property
    def objects(self) -> frozenset[str] | None:
        """The words of which the object of the verb has one, where that is all the pattern asks; a passive has it as subject."""
        return self.parts[1] if len(self.parts) == 2 and self.parts[0] is None else None


@dataclass(frozen=True, slots=True)
class EventRules:
    """All that events.toml holds, ready for use. `index`: the patterns by any form of their first word, the weightiest first."""

    index: Mapping[str, tuple[tuple[EventPattern, Form], ...]]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    content: Mapping[EventType, tuple[tuple[str, frozenset[str]], ...]]
    words: Mapping[EventType, tuple[tuple[str, frozenset[str]], ...]]
    historical: tuple[str, ...]
    future: frozenset[str]
    hypothetical: frozenset[str]
    negated: frozenset[str]
    transparent: frozenset[str]
    armed: frozenset[str]

    def in_idiom(self, words: Sequence[str], at: int) -> bool:
        """Whether the word at `at` belongs to an idiom that is no event."""
        for start in range(max(0, at - 3), at + 1):
            for idiom in self.idioms.get(words[start], ()):
                if start + len(idiom) > at and tuple(words[start : start + len(idiom)]) == idiom:
                    return True
        return False


@cache
def load_events(language: Language) -> EventRules:
    """The patterns of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("events")
    classes = {name: frozenset(strings(table(data, "classes"), name)) for name in table(data, "classes")}
    inflected = _Inflection(language.table("cues"), data)
    index: dict[str, list[tuple[EventPattern, Form]]] = {}
    common = strings(table(data, "to"), "prepositions")
    alone, forceful = frozenset(strings(data, "alone")), frozenset(strings(data, "forceful"))
    for group in tables(data, "events"):
        entry = EventEntry(
            _type(string(group, "type")),
            string(group, "mode") if "mode" in group else None,
            string(group, "cameo"),
            string(group, "frame") if "frame" in group else "whole",
            frozenset(strings(group, "to") if "to" in group else common),
            "to" in group,
            "head" in group,
            classes[string(group, "subject")] if "subject" in group else frozenset(),
            "thing" in group,
        )
        for sort in ("verbs", "phrases", "nouns"):
            for phrase in strings(group, sort) if sort in group else ():
                pattern, firsts = _pattern(phrase, entry, classes, phrase in alone, phrase in forceful)
                for first in firsts:
                    for word, form in inflected.forms(first, sort):
                        index.setdefault(word, []).append((pattern, form))
    extra = table(data, "auxiliary")
    return EventRules(
        {word: tuple(sorted(entries, key=lambda each: -each[0].weight)) for word, entries in index.items()},
        _by_first(strings(table(data, "idioms"), "phrases")),
        _modes(table(data, "content")),
        _modes(table(data, "words")),
        strings(extra, "historical"),
        frozenset(strings(extra, "future")),
        frozenset(strings(extra, "hypothetical")),
        frozenset(strings(extra, "negated")),
        frozenset(word for lemma in strings(extra, "transparent") for word, _ in inflected.forms(lemma, "verbs")),
        frozenset(strings(data, "armed")),
    )


def _type(name: str) -> EventType:
    try:
        return EventType(name)
    except ValueError:
        raise LanguageError(f"events.toml: expected a type of PLOVER, found {name!r}") from None


def _pattern(
    phrase: str, entry: EventEntry, classes: Mapping[str, frozenset[str]], alone: bool, forceful: bool
) -> tuple[EventPattern, tuple[str, ...]]:
    """The pattern, and the words that it may begin with."""
    first, *rest = phrase.split()
    parts: list[frozenset[str] | None] = []
    for word in rest:
        if word == "*":
            parts.append(None)
            continue
        chosen: set[str] = set()
        for each in word.split("|"):
            if each.startswith("{"):
                if each[1:-1] not in classes:
                    raise LanguageError(f"events.toml: {phrase!r} names no class of words")
                chosen |= classes[each[1:-1]]
            else:
                chosen.add(each)
        parts.append(frozenset(chosen))
    weight = 1 + sum(part is not None for part in parts)
    joined = 1 + (parts.index(None) if None in parts else len(parts))
    return EventPattern(entry, tuple(parts), weight, joined, alone, forceful), tuple(first.split("|"))


def _modes(holder: Table) -> dict[EventType, tuple[tuple[str, frozenset[str]], ...]]:
    return {
        _type(key): tuple((mode, frozenset(strings(table(holder, key), mode))) for mode in table(holder, key)) for key in holder
    }


def _by_first(phrases: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        for words in product(*(word.split("|") for word in phrase.split())):
            found.setdefault(words[0], []).append(words)
    return {first: tuple(each) for first, each in found.items()}


class _Inflection:
    """The forms of verbs and nouns, by the lists of the language and its rules of spelling."""

    def __init__(self, cues: Table, events: Table) -> None:
        self._irregular = {
            lemma: Forms(*strings(table(holder, "irregular"), lemma))
            for holder in (cues, events)
            for lemma in table(holder, "irregular")
        }
        self._doubled = frozenset((*strings(cues, "doubled"), *strings(events, "doubled")))
        self._either = frozenset(strings(events, "either"))

    def forms(self, word: str, sort: str) -> Iterator[tuple[str, Form]]:
        """Each form that the first word of a pattern may have."""
        if sort != "verbs":
            yield word, Form.NOUN if sort == "nouns" else Form.FIXED
            if sort == "nouns" and not word.endswith("s"):
                yield word + "s", Form.NOUN
            return
        if word in self._either:
            yield from self._inflected(inflect(word, frozenset((word,)), self._irregular))
        yield from self._inflected(inflect(word, self._doubled, self._irregular))

    @staticmethod
    def _inflected(forms: Forms) -> Iterator[tuple[str, Form]]:
        yield forms.base, Form.BASE
        yield forms.third, Form.THIRD
        yield forms.past, Form.PAST
        yield forms.participle, Form.PARTICIPLE
        yield forms.ing, Form.ING
